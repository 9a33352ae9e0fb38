/**
 * The form in which a language says how it words terms of reuse: a text of lines, each a notion and its stems, so
 * that a language is added as data and read by the one engine. It stays a text until a page is found to speak of
 * reuse: most never do, and a text costs nothing to load. In a list alternatives are parted by `|`; every one
 * begins at a word's start and may go on freely. `#` is a word's end, `_` the rest of a word, `~` up to three
 * words between. Letters are written as the language writes them: both they and the text are folded alike.
 */
export const NOTIONS = [
  /** how a word ends to which something leads */
  'dative',
  /** copying, reprinting, quoting: speaks of reuse by itself */
  'strong',
  /** using, publishing, sharing: speaks of reuse where a word of `material` is near */
  'weak',
  'material',
  /** a link that can be followed by its very name */
  'hyperlink',
  'link',
  /** a word that means a link or a mere reference, according to what it goes to */
  'reference',
  'active',
  'permission',
  /** "contact us": whoever says so of copying asks for permission */
  'contact',
  /** "unauthorised": without permission in one word */
  'unpermitted',
  'credit',
  'without',
  /** on a condition: only, provided, if */
  'only',
  /** mere prepositions: with, after */
  'with',
  'unless',
  'forbidden',
  'allowed',
  'obliged',
  /** "no permission is needed" */
  'unneeded',
  /** "or", "and/or" between two conditions */
  'either',
  /** the article, the original, the page, the source */
  'page',
  /** the site, the portal, the front page */
  'home',
  /** words of `home` and `page` that never stand for a link's aim but for a body that is to be named */
  'body',
  'paragraph',
  'indexable',
  'print',
  'online',
  'noncommercial',
  'commercial',
  'percent',
  /** what speaks of something else: cookies, comments, software, links to click */
  'veto',
  /** who acts in the news: courts, police, speakers */
  'news',
  /** the site speaks of itself: our, this site, the editors */
  'self',
] as const;

/** What a line may say of a language, its stems. */
export type Notion = (typeof NOTIONS)[number];

/** Lines whose stems are parted by ` ; `: first, second, … · two, three, … · half, a third, a quarter. */
export const LISTS = ['ordinals', 'cardinals', 'fractions'] as const;
/** Lines of one word: written without spaces, a stem may begin anywhere · what a link goes to stands before its word. */
export const FLAGS = ['joined', 'post'] as const;
export type Script =
  | 'latin'
  | 'cyrillic'
  | 'greek'
  | 'arabic'
  | 'hebrew'
  | 'armenian'
  | 'georgian'
  | 'japanese'
  | 'han'
  | 'hangul'
  | 'thai'
  | 'devanagari';

export interface Vocabulary {
  /** BCP 47 language, without region */
  lang: string;
  script: Script;
  /** words are written without spaces: a stem may begin anywhere */
  joined: boolean;
  /** postpositions: what a link goes to, and what is lacking, stands before its word */
  post: boolean;
  /** notions that the language has words for */
  stems: ReadonlyMap<string, string>;
  /** first, second, third, …, each as stems */
  ordinals: readonly string[];
  /** two, three, …, each as stems */
  cardinals: readonly string[];
  /** half, a third, a quarter, as stems */
  fractions: readonly string[];
}

/** @param text the lines of one language */
export function parseVocabulary(lang: string, script: Script, text: string): Vocabulary {
  const stems = new Map<string, string>();
  for (const line of text.split('\n')) {
    const at = line.indexOf(' ');
    if (at < 0) stems.set(line, '');
    else stems.set(line.slice(0, at), line.slice(at + 1));
  }
  const readList = (name: (typeof LISTS)[number]) => stems.get(name)?.split(' ; ') ?? [];
  return {
    lang,
    script,
    joined: stems.has('joined'),
    post: stems.has('post'),
    stems,
    ordinals: readList('ordinals'),
    cardinals: readList('cardinals'),
    fractions: readList('fractions'),
  };
}

/**
 * The form in which a language says how it words terms of reuse: stems, one list for each notion, so that a
 * language is added as data and read by the one engine. In a list alternatives are parted by `|`; every one
 * begins at a word's start and may go on freely. `#` is a word's end, `_` the rest of a word, `~` up to three
 * words between. Letters are written as the language writes them: both they and the text are folded alike.
 */
export interface Vocabulary {
  /** BCP 47 language, without region */
  lang: string;
  script: Script;
  /** words are written without spaces: a stem may begin anywhere */
  joined?: true;
  /** postpositions: what a link goes to, and what is lacking, stands before its word */
  post?: true;
  /** how a word ends to which something leads */
  dative?: string;
  /** copying, reprinting, quoting: speaks of reuse by itself */
  strong: string;
  /** using, publishing, sharing: speaks of reuse where a word of `material` is near */
  weak: string;
  material: string;
  /** a link that can be followed by its very name */
  hyperlink: string;
  link: string;
  /** a word that means a link or a mere reference, according to what it goes to */
  reference?: string;
  active: string;
  permission: string;
  /** "contact us": whoever says so of copying asks for permission */
  contact?: string;
  /** "unauthorised": without permission in one word */
  unpermitted?: string;
  credit: string;
  without: string;
  /** on a condition: only, provided, if */
  only: string;
  /** mere prepositions: with, after */
  with: string;
  unless?: string;
  forbidden: string;
  allowed: string;
  obliged: string;
  /** "no permission is needed" */
  unneeded?: string;
  /** "or", "and/or" between two conditions */
  either: string;
  /** the article, the original, the page, the source */
  page: string;
  /** the site, the portal, the front page */
  home: string;
  /** words of `home` and `page` that never stand for a link's aim but for a body that is to be named */
  body?: string;
  paragraph: string;
  /** first, second, third, …, each as stems */
  ordinals: readonly string[];
  /** two, three, …, each as stems */
  cardinals: readonly string[];
  indexable: string;
  print: string;
  online: string;
  noncommercial: string;
  commercial: string;
  percent: string;
  /** half, a third, a quarter, as stems */
  fractions: readonly [half: string, third: string, quarter: string];
  /** what speaks of something else: cookies, comments, software, links to click */
  veto: string;
  /** who acts in the news: courts, police, speakers */
  news: string;
  /** the site speaks of itself: our, this site, the editors */
  self: string;
}

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

/** The notions whose value is a list of stems. */
export type Notion = {
  [K in keyof Vocabulary]-?: NonNullable<Vocabulary[K]> extends string
    ? K extends 'lang' | 'script'
      ? never
      : K
    : never;
}[keyof Vocabulary];

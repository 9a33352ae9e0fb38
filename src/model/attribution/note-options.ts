/** What a note is made from beside the source, and the marks that its language sets between fields. */
import type { Credit } from '../source.ts';
import type { NoteWords } from './note-words.ts';

export interface NoteOptions {
  words: NoteWords;
  /** BCP 47, for dates and the note's direction */
  locale: string;
  /** a person's own wordings; the built-in one where there is none, or a faulty one */
  templates: Readonly<Record<string, string>>;
  /** the article's address, or a link to the passage */
  url: string;
  /** less than the whole article is copied */
  isExcerpt: boolean;
  /** of the images that are copied */
  imageCredits: readonly Credit[];
}

/** What a language sets between fields, with the space that goes with it. */
export interface NoteMarks {
  colon: string;
  comma: string;
  stop: string;
}

export function readMarks({ marks = ':|,|.' }: NoteWords): NoteMarks {
  // The wide marks of East Asia bring their own space.
  const [colon = ':', comma = ',', stop = '.'] = marks
    .split('|')
    .map((mark) => (/[：，、。]/.test(mark) ? mark : `${mark} `));
  return { colon, comma, stop };
}

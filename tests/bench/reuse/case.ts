/** What is put into a page, and what is found there: the forms that pass between the benchmark and the page. */
import * as v from 'valibot';

/** What has to be found, and what must not be. */
export const TRUE_KINDS = ['whole', 'part', 'typography', 'rewritten', 'reordered'] as const;
export const FALSE_KINDS = ['quotes', 'boilerplate'] as const;
export type PutKind = (typeof TRUE_KINDS)[number] | (typeof FALSE_KINDS)[number];

/** Something that is put in: of which article, and how. */
export interface Mark {
  url: string;
  kind: PutKind;
}

/** A stretch of a paragraph: the page's own words where there is no mark. */
export interface Piece {
  text: string;
  /** index into the marks */
  mark: number | null;
}

/** An element that is put behind a paragraph of the page. */
export interface Put {
  behind: number;
  tag: 'p' | 'div' | 'aside' | 'footer' | 'blockquote';
  className: string;
  pieces: Piece[];
}

export interface ReuseCase {
  marks: Mark[];
  puts: Put[];
}

/** A text as it was copied. */
export interface CopiedArticle {
  id: string;
  url: string;
  text: string;
  articleText: string;
}

export const readPageSchema = v.object({
  language: v.string(),
  paragraphs: v.array(v.string()),
});

const stretch = { from: v.number(), to: v.number() };
export const checkedSchema = v.object({
  words: v.array(v.string()),
  /** each mark's words */
  spots: v.array(v.object({ mark: v.number(), weight: v.number(), ...stretch })),
  findings: v.array(v.object({ url: v.string(), ...stretch })),
  ms: v.number(),
});
export type Checked = v.InferOutput<typeof checkedSchema>;

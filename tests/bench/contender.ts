/**
 * What a contender says of a page, in one form: Sic's answers and the peers' are scored by the same
 * code. What it does not answer at all is absent; what it answers with nothing is null or empty.
 */

/** The fields of a source that are scored. */
export interface Fields {
  title: string | null;
  authors: string[];
  site: string | null;
  published: string | null;
}

export interface Answer {
  isArticle?: boolean | undefined;
  fields?: Fields | undefined;
  /** ms of the first call */
  cold?: number | undefined;
  /** ms of one call, median of the later ones */
  warm?: number | undefined;
  /** why there is no answer */
  error?: string | undefined;
}

/** What a contender answers at all: it is scored on that, and a failure counts as wrong there. */
export interface Abilities {
  verdict: boolean;
  fields: boolean;
}

export interface Contender {
  name: string;
  abilities: Abilities;
  /** its answers in the order of the pages */
  answers: Answer[];
}

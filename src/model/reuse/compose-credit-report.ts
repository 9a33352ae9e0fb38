/**
 * A missing credit as a report to the source's editors: it is about their article, so it is of that article's queue,
 * and says at which address the words stand.
 */
import { type Draft, fitPlace, QUOTE_LIMIT } from '../draft.ts';
import type { CheckedFinding } from './checked-page.ts';

/** What editors are told besides: the sentence that says where the words stand, and what the person adds. */
export interface CreditReport {
  finding: Pick<CheckedFinding, 'source' | 'opening' | 'service'>;
  sentence: string;
  /** the person's own words, or '' */
  comment: string;
  /** urn:uuid, minted once for each report */
  canonical: string;
  /** epoch ms */
  now: number;
}

/** Characters that a comment of the person's own may have beside the sentence. */
export const COMMENT_LIMIT = 2_000;
const SENTENCE_LIMIT = 1_900;

export function composeCreditReport(report: CreditReport): Draft {
  const { finding, sentence, comment, canonical, now } = report;
  const { source, opening, service } = finding;
  const said = [sentence.slice(0, SENTENCE_LIMIT), comment.trim().slice(0, COMMENT_LIMIT)];
  return {
    canonical,
    place: fitPlace({
      source: source.url,
      scope: '',
      title: source.title,
      language: '',
      selectors: [
        {
          type: 'TextQuoteSelector',
          exact: opening.slice(0, QUOTE_LIMIT).toWellFormed(),
          prefix: '',
          suffix: '',
        },
      ],
      declared: service,
      native: null,
    }),
    kind: 'missing-credit',
    correction: '',
    comment: said.filter(Boolean).join('\n\n').toWellFormed(),
    isMarked: false,
    createdAt: now,
    updatedAt: now,
  };
}

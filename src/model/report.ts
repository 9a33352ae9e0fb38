/**
 * A report is what a reader says about a mistake; on the wire it is an annotation. This is the one
 * place that knows how the one is written as the other.
 */
import {
  ANNOTATION_CONTEXT,
  type Annotation,
  type Selector,
  type TextPositionSelector,
  type TextQuoteSelector,
} from './annotation.ts';
import { foldText } from './fold-text.ts';

export const REPORT_KINDS = [
  'spelling',
  'grammar',
  'fact',
  'link',
  'missing-credit',
  'other',
] as const;
export type ReportKind = (typeof REPORT_KINDS)[number];

/**
 * The states of a report: new → accepted → fixed, new → rejected, new → spam; fixed → new when the
 * mistake is found again. Every other way back to new is an editor's undo.
 */
export const REPORT_STATES = ['new', 'accepted', 'rejected', 'fixed', 'spam'] as const;
export type ReportState = (typeof REPORT_STATES)[number];

const NEXT_STATES: Record<ReportState, readonly ReportState[]> = {
  new: ['accepted', 'rejected', 'spam'],
  accepted: ['fixed', 'new'],
  rejected: ['new'],
  fixed: ['new'],
  spam: ['new'],
};

/** Whether an editor may move a report from one state to another. */
export function canMove(from: ReportState, to: ReportState): boolean {
  return NEXT_STATES[from].includes(to);
}

/** Where an editor may move a report to. */
export function listNextStates(from: ReportState): readonly ReportState[] {
  return NEXT_STATES[from];
}

export interface ReportDraft {
  /** urn:uuid, version 7 */
  canonical: string;
  /** canonical URL of the article, or of the frame that the quote stands in */
  source: string;
  /** URL of the page around that frame, or '' */
  scope: string;
  selectors: Selector[];
  kind: ReportKind;
  /** the corrected text, or '' where the reader gave none */
  correction: string;
  comment: string;
  /** BCP 47 tag of the article's language, or '' */
  language: string;
  /** epoch ms */
  createdAt: number;
}

/** Writes a report as the annotation that is stored, sent and kept. */
export function composeAnnotation(draft: ReportDraft): Annotation {
  const created = new Date(draft.createdAt).toISOString();
  const language = draft.language === '' ? {} : { language: draft.language };
  const textual = (purpose: string, value: string, extra: object = {}) => ({
    type: 'TextualBody' as const,
    purpose,
    value,
    format: 'text/plain',
    ...extra,
  });
  const body = [textual('tagging', draft.kind)];
  if (draft.correction !== '') body.unshift(textual('editing', draft.correction, language));
  if (draft.comment !== '') body.push(textual('commenting', draft.comment));
  return {
    '@context': ANNOTATION_CONTEXT,
    type: 'Annotation',
    canonical: draft.canonical,
    motivation: 'editing',
    created,
    body,
    target: {
      source: draft.source,
      ...(draft.scope === '' ? {} : { scope: draft.scope }),
      selector: draft.selectors,
      state: { type: 'TimeState', sourceDate: created },
    },
  };
}

/** What an annotation says, laid flat for a queue or a list. */
export interface Report {
  canonical: string;
  source: string;
  /** the page around the frame that the quote stands in, or '' */
  scope: string;
  kind: string;
  exact: string;
  prefix: string;
  suffix: string;
  correction: string;
  comment: string;
  createdAt: number;
}

/** Reads an annotation as a report; what it does not say is ''. */
export function readReport(annotation: Annotation): Report {
  const said = (purpose: string) =>
    annotation.body.find((body) => body.purpose === purpose)?.value ?? '';
  const quote = findQuoteSelector(annotation.target.selector);
  return {
    canonical: annotation.canonical,
    source: annotation.target.source,
    scope: annotation.target.scope ?? '',
    kind: said('tagging') || 'other',
    exact: quote?.exact ?? '',
    prefix: quote?.prefix ?? '',
    suffix: quote?.suffix ?? '',
    correction: said('editing'),
    comment: said('commenting'),
    createdAt: Date.parse(annotation.created),
  };
}

type QuotedPlace = Pick<Report, 'source' | 'exact' | 'prefix' | 'suffix'>;

/**
 * Characters next to the quoted words by which a place is told from another. The shortest context that was ever taken is
 * of sixteen, with the space beside the words.
 */
const NEIGHBOURS = 15;
/** As much of a context, in UTF-16 units, as is looked at for them. */
const NEAR = 120;

/** Whether two reports are about the same words at the same place. */
export function isSamePlace(one: QuotedPlace, other: QuotedPlace): boolean {
  return namePlace(one) === namePlace(other);
}

/** One name for the same words at the same place, from whatever distance their context was taken, and by what program. */
export function namePlace({ source, exact, prefix, suffix }: QuotedPlace): string {
  const before = listCharacters(prefix.slice(-NEAR)).slice(-NEIGHBOURS);
  const after = listCharacters(suffix.slice(0, NEAR)).slice(0, NEIGHBOURS);
  return [source, listCharacters(exact).join(''), before.join(''), after.join('')].join('\n');
}

function listCharacters(text: string): string[] {
  return [...foldText(text).text.trim()];
}

export function findQuoteSelector(selectors: Selector[]): TextQuoteSelector | undefined {
  return selectors.find((one): one is TextQuoteSelector => one.type === 'TextQuoteSelector');
}

export function findPositionSelector(selectors: Selector[]): TextPositionSelector | undefined {
  return selectors.find((one): one is TextPositionSelector => one.type === 'TextPositionSelector');
}

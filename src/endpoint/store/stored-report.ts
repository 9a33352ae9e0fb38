/** A report as the endpoint handles it, and the row that it is at rest. */
import { randomBytes } from 'node:crypto';
import { REPORT_STATES, type ReportState } from '../../model/report.ts';
import { keyArticle } from '../place.ts';
import { readGroup } from '../sites.ts';
import type { ReportTable } from './schema.ts';

/** Named one by one, so that the index leads past the spam instead of through it. */
export const COUNTED_STATES = REPORT_STATES.filter((state) => state !== 'spam');

/** What a report tells of its cluster alone: no column of its own keeps it. */
export interface ClusterTraits {
  /** key of the quoted words, see `keyWords`; '' where it quotes none */
  wordsKey: string;
  /** primary subtag of its language, see `readSubtag`; '' where it says none */
  language: string;
}

export interface NewReport extends ClusterTraits {
  site: string;
  canonical: string;
  source: string;
  /** key of the quoted place, see `keyPlace` */
  place: string;
  kind: string;
  /** what it can be found by, see `listReportWords` */
  words: string;
  /** epoch ms, as the reader's clock had it */
  createdAt: number;
  /** epoch ms, as this server's clock has it */
  receivedAt: number;
  /** JSON of the annotation, without `id` */
  annotation: string;
}

export interface StoredReport extends Omit<NewReport, 'words' | keyof ClusterTraits> {
  segment: string;
  state: ReportState;
  reason: string;
  /** counts the changes of state and of the annotation, from 1 */
  version: number;
  /** counts the changes of the annotation, from 1 */
  edition: number;
  /** epoch ms; when it was last moved, acceptances aside; null while it has not been */
  movedAt: number | null;
}

/** @param changed its place in the order of its group's changes */
export function toRow(report: NewReport, changed: number): ReportTable {
  return {
    site: report.site,
    site_group: readGroup(report.site),
    canonical: report.canonical,
    segment: randomBytes(24).toString('base64url'),
    source: report.source,
    article: keyArticle(report.source),
    place: report.place,
    kind: report.kind,
    state: 'new',
    reason: '',
    version: 1,
    edition: 1,
    moved_at: null,
    created_at: report.createdAt,
    received_at: report.receivedAt,
    changed,
    words: report.words,
    annotation: report.annotation,
  };
}

/** Columns of a report, as `fromRow` reads them: the words that it can be found by are not among them. */
export const REPORT_COLUMNS = [
  ...(['site', 'canonical', 'segment', 'source', 'place', 'kind', 'state', 'reason'] as const),
  ...(['version', 'edition', 'moved_at', 'created_at', 'received_at', 'annotation'] as const),
];

export function fromRow(row: Pick<ReportTable, (typeof REPORT_COLUMNS)[number]>): StoredReport {
  return {
    site: row.site,
    canonical: row.canonical,
    segment: row.segment,
    source: row.source,
    place: row.place,
    kind: row.kind,
    state: row.state,
    reason: row.reason,
    version: row.version,
    edition: row.edition,
    movedAt: row.moved_at,
    createdAt: row.created_at,
    receivedAt: row.received_at,
    annotation: row.annotation,
  };
}

/** When the mistake was seen, in epoch ms: a reader's clock may run ahead, and a report may come late. */
export function readReportedAt({
  createdAt,
  receivedAt,
}: Pick<StoredReport, 'createdAt' | 'receivedAt'>): number {
  return Math.min(createdAt, receivedAt);
}

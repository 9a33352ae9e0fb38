/** What editors are told, whatever way it goes: the reports of a message as they stand when it is sent. */
import type { Report, ReportState } from '../../model/report.ts';
import { composeFragmentUrl } from '../../model/text-fragment.ts';
import { readStoredReport } from '../annotations/representations.ts';
import type { Store } from '../store/database.ts';
import type { HeldMessage } from '../store/messages.ts';
import { MOST_READERS } from '../store/observations.ts';
import type { StoredReport } from '../store/stored-report.ts';
import type { ChangeSpan, ReportKey } from '../store/untold.ts';
import { readContent } from './content.ts';

export interface NoticeReport extends Report {
  site: string;
  state: ReportState;
  /** an editor's own correction, which goes before the reader's; '' where there is none */
  edited: string;
  /** epoch ms */
  receivedAt: number;
  /** how many have reported the place, spam aside; never more than `MOST_READERS` */
  readers: number;
  /** the article at the very words; null where it is no web address */
  placeUrl: string | null;
  /** the report in the review; null where nobody has said where that is reached */
  reviewUrl: string | null;
}

interface NoticeHead {
  /** the channel's */
  site: string;
  /** epoch ms */
  at: number;
  /** the queue in the review, or null */
  queueUrl: string | null;
}

export type Notice = NoticeHead &
  (
    | { type: 'report'; report: NoticeReport }
    | { type: 'digest'; reports: number; places: number; newest: NoticeReport[] }
    | { type: 'test' }
  );

type NoticeStore = Pick<Store, 'reports' | 'untold' | 'clusters'>;

/**
 * Reads what a message is about.
 * @param publicUrl where people reach the endpoint, or null
 * @returns null where there is nothing left to tell: the report has been taken out, or is spam, and of its place there
 * is no other that was held back for it
 */
export async function loadNotice(
  store: NoticeStore,
  { content, channel, createdAt }: Pick<HeldMessage, 'content' | 'channel' | 'createdAt'>,
  publicUrl: string | null,
): Promise<Notice | null> {
  const read = readContent(content);
  const base = publicUrl === null ? null : publicUrl.replace(/\/*$/, '/');
  const head: NoticeHead = { site: channel.site, at: createdAt, queueUrl: base };
  if (read.type === 'test') return { ...head, type: 'test' };
  if (read.type === 'report') {
    const report = await loadOpenReport(store, read, { after: 0, upTo: channel.told }, base);
    return report === null ? null : { ...head, type: 'report', report };
  }
  const { after, ...digest } = read;
  const span = { after, upTo: channel.told };
  const found = await Promise.all(
    digest.newest.map((key) => loadOpenReport(store, key, span, base)),
  );
  const newest = found.filter((report) => report !== null);
  // Of places that are not among the newest nothing is known but how many they were.
  const gone = found.length - newest.length;
  const places = digest.places - gone;
  if (places <= 0) return null;
  return { ...head, ...digest, places, reports: Math.max(places, digest.reports - gone), newest };
}

/** The report, or where it must not be told any more, one of its place that was held back for it in the span. */
async function loadOpenReport(
  store: NoticeStore,
  key: ReportKey,
  span: ChangeSpan,
  base: string | null,
): Promise<NoticeReport | null> {
  const report = await loadReport(store, key, base);
  if (report !== null) return report;
  const successor = await store.untold.findSuccessor(key, span);
  return successor === null ? null : loadReport(store, successor, base);
}

async function loadReport(
  { reports, clusters }: NoticeStore,
  { site, canonical }: ReportKey,
  base: string | null,
): Promise<NoticeReport | null> {
  const found = await reports.findReports(site, canonical);
  const stored = found.find((one) => one.site === site);
  if (stored === undefined || stored.state === 'spam') return null;
  const readers = await reports.countPlace(site, stored.place, MOST_READERS);
  const edited = await clusters.findEdited(site, stored.place);
  return composeReport(stored, { readers: Math.max(1, readers), edited }, base);
}

function composeReport(
  stored: StoredReport,
  ofPlace: Pick<NoticeReport, 'readers' | 'edited'>,
  base: string | null,
): NoticeReport {
  const report = readStoredReport(stored);
  const { site, state, receivedAt, canonical } = stored;
  return {
    ...report,
    ...{ site, state, receivedAt, ...ofPlace },
    placeUrl:
      report.scope === ''
        ? composeFragmentUrl(report.source, report)
        : composeFragmentUrl(report.scope, { exact: '', prefix: '', suffix: '' }),
    reviewUrl: base === null ? null : composeReviewUrl(base, site, canonical),
  };
}

/** @param base where the review is served, ending in `/` */
export function composeReviewUrl(base: string, site: string, canonical: string): string {
  const query = new URLSearchParams({ report: canonical, site });
  return `${base}#${query}`;
}

/** Writes a message as the JSON that a program receives; the schema is what those who write such programs go by. */
import * as v from 'valibot';
import { REPORT_STATES } from '../../model/report.ts';
import type { Notice, NoticeReport } from './notice.ts';

/** Counts the changes of the payload that a program could stumble over; what is only added is none. */
const PAYLOAD_VERSION = 1;

const time = v.pipe(v.string(), v.isoTimestamp());
const url = v.nullable(v.pipe(v.string(), v.url()));
const count = v.pipe(v.number(), v.safeInteger(), v.minValue(0));

const reportSchema = v.object({
  /** IRI of the report, the same wherever it is kept */
  canonical: v.string(),
  /** host name of the article */
  site: v.string(),
  /** URL of the article, or of the frame in it */
  source: v.string(),
  /** URL of the page around that frame, or '' */
  scope: v.string(),
  kind: v.string(),
  exact: v.string(),
  prefix: v.string(),
  suffix: v.string(),
  /** '' where the reader gave none */
  correction: v.string(),
  /** the editors' own correction, which goes before that one; '' while there is none */
  edited: v.string(),
  comment: v.string(),
  /** when the message was sent */
  state: v.picklist(REPORT_STATES),
  /** how many have reported the place */
  readers: count,
  receivedAt: time,
  /** the report in the review, or null */
  review: url,
});

const head = {
  version: v.literal(PAYLOAD_VERSION),
  /** when the message was made: the same in every repeat */
  timestamp: time,
};

export const webhookPayloadSchema = v.variant('type', [
  v.object({ type: v.literal('report.created'), ...head, data: reportSchema }),
  v.object({
    type: v.literal('digest'),
    ...head,
    data: v.object({
      site: v.string(),
      /** how many reports came that nobody has decided about */
      reports: count,
      /** how many mistakes they are about */
      places: count,
      newest: v.array(reportSchema),
      /** the queue in the review, or null */
      review: url,
    }),
  }),
  v.object({ type: v.literal('test'), ...head, data: v.object({ site: v.string() }) }),
]);

export type WebhookPayload = v.InferOutput<typeof webhookPayloadSchema>;

export function composeWebhook(notice: Notice): WebhookPayload {
  const common = {
    version: PAYLOAD_VERSION,
    timestamp: new Date(notice.at).toISOString(),
  } as const;
  switch (notice.type) {
    case 'report':
      return { type: 'report.created', ...common, data: composeReport(notice.report) };
    case 'digest': {
      const { site, reports, places, queueUrl: review } = notice;
      const newest = notice.newest.map(composeReport);
      return { type: 'digest', ...common, data: { site, reports, places, newest, review } };
    }
    case 'test':
      return { type: 'test', ...common, data: { site: notice.site } };
  }
}

function composeReport(report: NoticeReport): v.InferOutput<typeof reportSchema> {
  const { canonical, site, source, scope, kind, exact, prefix, suffix, correction } = report;
  const { edited, comment, state, readers, reviewUrl: review } = report;
  const receivedAt = new Date(report.receivedAt).toISOString();
  return {
    ...{ canonical, site, source, scope, kind, exact, prefix, suffix, correction },
    ...{ edited, comment, state, readers, receivedAt, review },
  };
}

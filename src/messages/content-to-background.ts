/**
 * What a content script may ask of the background: only what a reader on a page needs. The sender's
 * page is taken from the browser, never from the message.
 */
import * as v from 'valibot';
import { CITATION_FORMATS } from '../model/citation/formats.ts';
import { draftSchema, MOST_MARKS, placeSchema, QUOTE_LIMIT } from '../model/draft.ts';
import { nativeFormSchema } from '../model/native-form.ts';
import { noMistakeSchema } from '../model/no-mistake.ts';
import { observationSchema } from '../model/observation.ts';
import { outboxEntrySchema } from '../model/outbox-entry.ts';
import { placedReportSchema } from '../model/placed-report.ts';
import { receiverSchema } from '../model/receiver.ts';
import { MOST_FINDINGS } from '../model/reuse/checked-page.ts';
import { copySchema, fingerprintSchema } from '../model/reuse/copy.ts';
import { MOST_SOUGHT } from '../model/reuse/fingerprint-text.ts';
import { attributionRuleSchema, reportingRuleSchema, reuseRuleSchema } from '../model/settings.ts';

export const PARTS = [
  'article',
  'cite',
  'copying',
  'credits',
  'dialog',
  'editors',
  'native',
  'placed',
  'quoting',
  'reuse',
  'terms',
  'touch',
] as const;
/** A part of the content script that is put into the page's frame when it is wanted. */
export type Part = (typeof PARTS)[number];

/** Reports that are shown on one page, and of one place: those behind them are for the review. */
export const MOST_PLACED = 200;

const declared = v.nullable(v.pipe(v.string(), v.maxLength(4096)));
const marksSchema = v.pipe(v.array(placeSchema), v.maxLength(MOST_MARKS));
const canonicals = v.pipe(v.array(v.string()), v.maxLength(MOST_MARKS + 1));

/** Words that are to be reported, and where they stand. */
const quotedSchema = v.object({
  canonical: v.string(),
  ...v.pick(placeSchema, ['source', 'scope']).entries,
  exact: v.pipe(v.string(), v.maxLength(QUOTE_LIMIT)),
});

/** Characters that a page may say of itself as a source. */
const LONGEST_SOURCE = 200_000;

/** A page may state what it likes: what is remembered of it is limited. */
const rememberedSchema = v.pipe(
  copySchema,
  v.check(({ source }) => JSON.stringify(source).length <= LONGEST_SOURCE, 'says too much'),
);

export const contentCommandSchema = v.variant('type', [
  v.object({ type: v.literal('part/load'), part: v.picklist(PARTS) }),
  v.object({ type: v.literal('attribution/read') }),
  /** the format that sources are cited in */
  v.object({ type: v.literal('citation/read') }),
  v.object({ type: v.literal('citation/remember'), format: v.picklist(CITATION_FORMATS) }),
  /** what reporting has to know before a key is pressed on this page */
  v.object({ type: v.literal('reporting/read') }),
  /** what reuse has to know on this page */
  v.object({ type: v.literal('reuse/read') }),
  v.object({ type: v.literal('copies/remember'), copy: rememberedSchema }),
  /** the copies of the ledger that a text of this page may be from */
  v.object({
    type: v.literal('copies/find'),
    fingerprints: v.pipe(v.array(fingerprintSchema), v.maxLength(MOST_SOUGHT)),
  }),
  /** the sources on the list that a page's site keeps at the signed-in editor's endpoint: of published pages alone */
  v.object({
    type: v.literal('sources/find'),
    fingerprints: v.pipe(v.array(fingerprintSchema), v.maxLength(MOST_SOUGHT)),
  }),
  /** from a frame: whether the page around it takes reports */
  v.object({ type: v.literal('report/asks') }),
  /** from a frame: words in it are to be reported, in the dialog of the page around it */
  v.object({ type: v.literal('report/relay'), place: placeSchema, isMeant: v.boolean() }),
  v.object({ type: v.literal('receiver/read'), declared, native: v.nullable(nativeFormSchema) }),
  /** what the receiver's editors have said of these words, as far as it is known here: nobody is asked */
  v.object({
    type: v.literal('no-mistakes/find'),
    /** IRI of the receiver's container */
    service: v.pipe(v.string(), v.maxLength(4096)),
    quotes: v.pipe(v.array(quotedSchema), v.maxLength(MOST_MARKS + 1)),
  }),
  /** what was begun on this page and not sent yet */
  v.object({ type: v.literal('drafts/read') }),
  v.object({ type: v.literal('draft/save'), draft: draftSchema }),
  v.object({ type: v.literal('drafts/remove'), canonicals }),
  v.object({
    type: v.literal('report/save'),
    drafts: v.pipe(v.array(draftSchema), v.minLength(1), v.maxLength(MOST_MARKS + 1)),
    /** the reader agreed to send to the page's endpoint although it is another site's */
    agreed: v.boolean(),
  }),
  /** answered when these reports have been tried, or after some seconds */
  v.object({ type: v.literal('report/follow'), canonicals }),
  /** what was refused is to be sent once more */
  v.object({ type: v.literal('report/retry'), canonicals }),
  /** the page does not let the dialog stand: the reader is told outside of it */
  v.object({ type: v.literal('report/unshown') }),
  /** places that are marked on this page and stand in its frames */
  v.object({ type: v.literal('marks/show'), places: marksSchema }),
  /** the reports of this page that are to be shown on it. source: the article's address, as the page states it */
  v.object({ type: v.literal('placed/read'), source: v.pipe(v.string(), v.maxLength(4096)) }),
  /** what a look at these places has shown */
  v.object({
    type: v.literal('placed/observe'),
    observations: v.pipe(
      v.array(v.object({ canonical: v.string(), ...observationSchema.entries })),
      v.maxLength(MOST_PLACED),
    ),
  }),
  /** an editor decides about all reports of a place */
  v.object({
    type: v.literal('placed/decide'),
    members: v.pipe(placedReportSchema.entries.members, v.minLength(1), v.maxLength(MOST_PLACED)),
    state: v.picklist(['new', 'accepted', 'rejected', 'fixed']),
    reason: v.pipe(v.string(), v.maxLength(2_000)),
  }),
  /** passages of this page, which is of the person's own sites, lack what their sources ask for: so many */
  v.object({
    type: v.literal('reuse/lacking'),
    count: v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(MOST_FINDINGS)),
  }),
  /** a text went out from this page without what its sources ask: to be said when the page has gone on, too */
  v.object({ type: v.literal('reuse/unmended') }),
]);
export type ContentCommand = v.InferOutput<typeof contentCommandSchema>;

export const contentReplySchemas = {
  'part/load': v.null(),
  /** and whether the page is of the person's own sites */
  'attribution/read': v.object({ ...attributionRuleSchema.entries, isOwn: v.boolean() }),
  'citation/read': v.picklist(CITATION_FORMATS),
  'citation/remember': v.null(),
  'reporting/read': reportingRuleSchema,
  'reuse/read': reuseRuleSchema,
  'copies/remember': v.null(),
  /** the likeliest first */
  'copies/find': v.array(copySchema),
  /** isAsked: false where no editor of the site is signed in, or the endpoint did not answer */
  'sources/find': v.object({ isAsked: v.boolean(), copies: v.array(copySchema) }),
  'report/asks': v.boolean(),
  'report/relay': v.null(),
  'receiver/read': receiverSchema,
  'no-mistakes/find': v.array(v.object({ canonical: v.string(), ...noMistakeSchema.entries })),
  'drafts/read': v.array(draftSchema),
  'draft/save': v.null(),
  'drafts/remove': v.null(),
  'report/save': v.array(outboxEntrySchema),
  'report/follow': v.array(outboxEntrySchema),
  'report/retry': v.null(),
  'report/unshown': v.null(),
  'marks/show': v.null(),
  /** shows: whether they are to be seen on the page, or only looked for, to tell their editors what became of them */
  'placed/read': v.object({ shows: v.boolean(), reports: v.array(placedReportSchema) }),
  'placed/observe': v.null(),
  /** the members in the versions that they have now, for the next decision */
  'placed/decide': placedReportSchema.entries.members,
  'reuse/lacking': v.null(),
  'reuse/unmended': v.null(),
} as const;

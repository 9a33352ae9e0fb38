/** What the extension's own pages (popup, options) may ask of the background. */
import * as v from 'valibot';
import { draftSchema } from '../model/draft.ts';
import { outboxEntrySchema } from '../model/outbox-entry.ts';
import { receiverSchema } from '../model/receiver.ts';

export const pageCommandSchema = v.variant('type', [
  /** try to deliver one report now, even one that was refused or kept */
  v.object({ type: v.literal('report/retry'), canonical: v.string() }),
  /** delete one report from this device; what was delivered stays with the editors */
  v.object({ type: v.literal('report/forget'), canonical: v.string() }),
  /** open the report dialog on the page in front, for what is selected there */
  v.object({ type: v.literal('report/start') }),
  /** send what was begun, as it stands */
  v.object({ type: v.literal('draft/send'), canonical: v.string() }),
  /** open the page of a draft with it */
  v.object({ type: v.literal('draft/continue'), canonical: v.string() }),
  v.object({ type: v.literal('draft/forget'), canonical: v.string() }),
  /** the popup was opened: ask the editors' ends now what became of reports */
  v.object({ type: v.literal('receipts/refresh') }),
  /** forget every copy that is remembered */
  v.object({ type: v.literal('ledger/forget') }),
  /** settings were written: tell the open pages, and look again where kept reports may go */
  v.object({ type: v.literal('settings/changed') }),
  /** who would be told of a missing credit: of the source's address, by what its copy says of its site */
  v.object({
    type: v.literal('reuse/receiver'),
    source: draftSchema.entries.place.entries.source,
    service: draftSchema.entries.place.entries.declared,
  }),
  /** tell a source's editors of a missing credit */
  v.object({
    type: v.literal('reuse/report'),
    draft: draftSchema,
    /** the address at which the words stand without it */
    standsAt: draftSchema.entries.place.entries.source,
    /** the person agreed to send to the copy's endpoint although it is another site's */
    agreed: v.boolean(),
  }),
]);
export type PageCommand = v.InferOutput<typeof pageCommandSchema>;

export const pageReplySchemas = {
  'report/retry': v.null(),
  'report/forget': v.null(),
  /** false where nothing is selected, or the page cannot be reached */
  'report/start': v.boolean(),
  'draft/send': v.null(),
  'draft/continue': v.null(),
  'draft/forget': v.null(),
  'receipts/refresh': v.null(),
  'ledger/forget': v.null(),
  'settings/changed': v.null(),
  'reuse/receiver': receiverSchema,
  'reuse/report': outboxEntrySchema,
} as const;

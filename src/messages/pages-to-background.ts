/** What the extension's own pages (popup, options) may ask of the background. */
import * as v from 'valibot';

export const pageCommandSchema = v.variant('type', [
  /** try to deliver one report now, even one that was refused or kept */
  v.object({ type: v.literal('report/retry'), canonical: v.string() }),
  /** delete one report from this device; what was delivered stays with the editors */
  v.object({ type: v.literal('report/forget'), canonical: v.string() }),
  /** settings were written: tell the open pages, and look again where kept reports may go */
  v.object({ type: v.literal('settings/changed') }),
]);
export type PageCommand = v.InferOutput<typeof pageCommandSchema>;

export const pageReplySchemas = {
  'report/retry': v.null(),
  'report/forget': v.null(),
  'settings/changed': v.null(),
} as const;

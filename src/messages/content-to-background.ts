/**
 * What a content script may ask of the background: only what a reader on a page needs. The sender's
 * page is taken from the browser, never from the message.
 */
import * as v from 'valibot';
import { annotationSchema } from '../model/annotation.ts';
import { CITATION_FORMATS } from '../model/citation/formats.ts';
import { deliverySchema } from '../model/outbox-entry.ts';
import { receiverSchema } from '../model/receiver.ts';
import { attributionRuleSchema } from '../model/settings.ts';

export const PARTS = ['article', 'cite', 'copying', 'dialog', 'terms'] as const;
/** A part of the content script that is put into the page's frame when it is wanted. */
export type Part = (typeof PARTS)[number];

const declared = v.nullable(v.pipe(v.string(), v.maxLength(4096)));

export const contentCommandSchema = v.variant('type', [
  v.object({ type: v.literal('part/load'), part: v.picklist(PARTS) }),
  v.object({ type: v.literal('attribution/read') }),
  /** the format that sources are cited in */
  v.object({ type: v.literal('citation/read') }),
  v.object({ type: v.literal('citation/remember'), format: v.picklist(CITATION_FORMATS) }),
  v.object({ type: v.literal('receiver/read'), declared }),
  v.object({
    type: v.literal('report/save'),
    annotation: annotationSchema,
    declared,
    title: v.pipe(v.string(), v.maxLength(1000)),
    /** the reader agreed to send to the page's endpoint although it is another site's */
    agreed: v.boolean(),
  }),
]);
export type ContentCommand = v.InferOutput<typeof contentCommandSchema>;

export const contentReplySchemas = {
  'part/load': v.null(),
  'attribution/read': attributionRuleSchema,
  'citation/read': v.picklist(CITATION_FORMATS),
  'citation/remember': v.null(),
  'receiver/read': receiverSchema,
  'report/save': v.object({ delivery: deliverySchema }),
} as const;

/**
 * One report on its way, as the outbox keeps it. The outbox is the truth until the endpoint has
 * acknowledged, so everything that delivery has to know stands in the entry, never in a worker's memory.
 */
import * as v from 'valibot';
import { annotationSchema } from './annotation.ts';
import { nativeFormSchema } from './native-form.ts';
import { receiptSchema, receiptStateSchema } from './receipt.ts';

/**
 * kept: no endpoint known yet · queued: waits for its turn · sending: an attempt is under way (or was
 * cut off) · sent: the endpoint has it · limited: the endpoint asked to wait · refused: final, see reason
 */
export const deliverySchema = v.picklist([
  'kept',
  'queued',
  'sending',
  'sent',
  'limited',
  'refused',
]);
export type Delivery = v.InferOutput<typeof deliverySchema>;

export const outboxEntrySchema = v.object({
  canonical: v.string(),
  annotation: annotationSchema,
  page: v.object({ url: v.string(), title: v.string() }),
  /** IRI of the endpoint's annotation container, or null while none is known */
  service: v.nullable(v.string()),
  /** the site's own form, where it is that which takes the report */
  native: v.optional(v.nullable(nativeFormSchema), null),
  delivery: deliverySchema,
  attempts: v.number(),
  /**
   * epoch ms before which nothing is tried: neither to send it nor, once it is sent, to read its receipt; absent
   * when nothing is left to do, so that the index is sparse
   */
  dueAt: v.optional(v.number()),
  createdAt: v.number(),
  updatedAt: v.number(),
  /** IRI the endpoint gave the annotation */
  location: v.nullable(v.string()),
  /** where the report's receipt is read, or null where the endpoint gave none */
  receiptUrl: v.optional(v.nullable(v.string()), null),
  /** the receipt as it was read last (epoch ms), or null before that */
  receipt: v.optional(
    v.nullable(v.object({ ...receiptSchema.entries, checkedAt: v.number() })),
    null,
  ),
  /** how its receipt is followed (epoch ms); absent where there has been none */
  receiptWatch: v.optional(
    v.object({
      /** when the report was sent */
      since: v.number(),
      /** when the receipt was asked for last; 0 before that */
      askedAt: v.number(),
      /** until when the endpoint has asked to be left alone; 0 where it has not */
      notBefore: v.number(),
    }),
  ),
  /** what a later look at the article has shown, as its editors' end was told last; absent before that */
  told: v.optional(v.picklist(['open', 'fixed'])),
  /** the state in which that left the report: an editor who moves it on sets aside what was told before */
  toldIn: v.optional(receiptStateSchema),
  /** the site's own reporter, which took the report, had it from somebody else already */
  isKnown: v.optional(v.boolean()),
  /** how many reports of the same place this reader had sent before, where there were any */
  ownBefore: v.optional(v.number()),
  /** of a missing credit: the address at which the words stand without it; else absent */
  standsAt: v.optional(v.string()),
  /** what the endpoint, or the network, said last when it did not take the report */
  reason: v.nullable(v.string()),
});
export type OutboxEntry = v.InferOutput<typeof outboxEntrySchema>;

/**
 * The receipt of a report: what the editors' end tells its reader about it. It has an unguessable URL, which
 * whoever holds it may read; that is all that a reader has to have, and there is no account.
 */
import * as v from 'valibot';

/** new: nobody has decided yet */
export const receiptStateSchema = v.picklist(['new', 'accepted', 'rejected', 'fixed']);

/** As the endpoint gives it. */
export const receiptSchema = v.object({
  state: receiptStateSchema,
  /** the editors' reason, '' where they gave none */
  reason: v.pipe(v.string(), v.maxLength(10_000)),
  /** how many reports of the same place there are, this one among them */
  readers: v.pipe(v.number(), v.safeInteger(), v.minValue(1)),
  /**
   * where its reader may tell what a later look has shown; absent where the editors' end does not ask, or does so in
   * words that name no place, which is no reason to know nothing of the report
   */
  observations: v.fallback(v.optional(v.pipe(v.string(), v.maxLength(4_096), v.url())), undefined),
});
export type Receipt = v.InferOutput<typeof receiptSchema>;

/**
 * The link relation by which an endpoint's answer names a report's receipt.
 * https://www.rfc-editor.org/rfc/rfc8631#section-4.3
 */
export const RECEIPT_REL = 'status';

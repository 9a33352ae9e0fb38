/**
 * A copy as the ledger remembers it: where it is from, what is asked of who reuses it, and by what it is known again.
 * Not its text.
 */
import * as v from 'valibot';
import { sourceSchema } from '../source.ts';

/** Fingerprints of one copy: those of a text of some 30,000 words. */
export const MOST_FINGERPRINTS = 10_000;

export const fingerprintSchema = v.pipe(v.number(), v.safeInteger(), v.minValue(0));
const countSchema = v.pipe(v.number(), v.integer(), v.minValue(0));

export const copySchema = v.object({
  /** urn:uuid; of a source list, whatever tells its entries apart */
  id: v.pipe(v.string(), v.maxLength(2048)),
  /** epoch ms */
  copiedAt: v.number(),
  /** with its terms; what its page states where (`origins`) is left empty */
  source: sourceSchema,
  /** words that were copied */
  words: countSchema,
  /** words of the whole article, 0 where that is not known */
  articleWords: countSchema,
  /** its source went along with it */
  carried: v.boolean(),
  /** the container that takes reports for its site, as its page names it, or null */
  service: v.nullable(v.pipe(v.string(), v.maxLength(4096))),
  /** in the order of the text */
  fingerprints: v.pipe(v.array(fingerprintSchema), v.maxLength(MOST_FINGERPRINTS)),
});
export type Copy = v.InferOutput<typeof copySchema>;

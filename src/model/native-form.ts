/**
 * The form of a reporter that a site runs itself (Mistape, Mixtape): where a site names no endpoint of its
 * own, a report goes out by it, in the very way in which the site's own dialog would send it.
 */
import * as v from 'valibot';

const NATIVE_REPORTERS = ['mistape', 'mixtape'] as const;

export const nativeFormSchema = v.object({
  reporter: v.picklist(NATIVE_REPORTERS),
  /** where the form is posted; of the page's own origin, or nothing is sent */
  action: v.pipe(v.string(), v.maxLength(4096), v.url()),
});
export type NativeForm = v.InferOutput<typeof nativeFormSchema>;

/**
 * What came of a post: taken · known: it had the same report already · limited: too many from this address ·
 * refused · unreachable: no answer · unproven: an answer that does not say that the report was taken
 */
export const nativeOutcomeSchema = v.object({
  kind: v.picklist(['taken', 'known', 'limited', 'refused', 'unreachable', 'unproven']),
  /** what was said, for the reader; may be '' */
  detail: v.pipe(v.string(), v.maxLength(2000)),
});
export type NativeOutcome = v.InferOutput<typeof nativeOutcomeSchema>;

/** How the reporters are called where a person reads it. */
export const NATIVE_NAMES: Record<NativeForm['reporter'], string> = {
  mistape: 'Mistape',
  mixtape: 'Mixtape',
};

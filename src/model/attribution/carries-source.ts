/** Whether copies of an article carry its source: the person's rule first, then what the site asks. */
import type { AttributionRule } from '../settings.ts';
import type { Terms } from '../source.ts';

/** Terms under which a reuse has to name its source. */
const ASKING: readonly Terms['kind'][] = ['active-link-required', 'free-with-credit', 'cc-license'];

export function carriesSource(
  { when }: Pick<AttributionRule, 'when'>,
  terms: Terms | null,
): boolean {
  return when === 'always' || (when === 'asked' && terms !== null && ASKING.includes(terms.kind));
}

/**
 * Content negotiation: annotations are JSON-LD with the profile of the Recommendation, and may be had as plain JSON, which
 * they also are. A profile that is asked for and not known is no reason to send nothing (RFC 6906, section 3.1).
 * https://www.rfc-editor.org/rfc/rfc9110#section-12.5.1
 */
import { ANNOTATION_MEDIA_TYPE } from '../../model/annotation.ts';
import { readHeaderList } from './header-lists.ts';

/** What annotations are sent as, the best first. */
const OFFERED = [
  { type: 'application/ld+json', sent: ANNOTATION_MEDIA_TYPE },
  { type: 'application/json', sent: 'application/json' },
];

/**
 * @param accept the Accept header; without one anything will do
 * @param types what can be sent instead, the best first
 * @returns the media type to send; null where none of ours is wanted
 */
export function chooseMediaType(
  accept: string | undefined,
  types: readonly { type: string; sent: string }[] = OFFERED,
): string | null {
  const ranges = readHeaderList(accept ?? '').map(({ value, parameters }) => ({
    range: value.toLowerCase(),
    weight: readWeight(parameters.get('q')),
  }));
  if (ranges.length === 0) return types[0]?.sent ?? null;
  const weigh = (type: string) => {
    for (const range of [type, `${type.slice(0, type.indexOf('/'))}/*`, '*/*']) {
      // Where one was named twice, with different profiles, the better will do.
      const weights = ranges.filter((one) => one.range === range).map(({ weight }) => weight);
      if (weights.length > 0) return Math.max(...weights);
    }
    return 0;
  };
  const offered = types.map(({ type, sent }) => ({ sent, weight: weigh(type) }));
  const best = offered.reduce((one, other) => (other.weight > one.weight ? other : one));
  return best.weight > 0 ? best.sent : null;
}

/** A `q` parameter (RFC 9110, section 12.4.2); 1 where there is none, or what is none. */
export function readWeight(text: string | undefined): number {
  if (text === undefined) return 1;
  return /^(0(\.\d{0,3})?|1(\.0{0,3})?)$/.test(text) ? Number(text) : 1;
}

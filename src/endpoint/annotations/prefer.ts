/**
 * What a client prefers to be sent of a container: its annotations, their IRIs alone, or no page of either. A preference
 * that cannot be kept is no fault (RFC 7240, section 2).
 * https://www.w3.org/TR/2017/REC-annotation-protocol-20170223/#container-representation-preferences
 */
import { readHeaderList, readParameter } from './header-lists.ts';

const MINIMAL = 'http://www.w3.org/ns/ldp#PreferMinimalContainer';
const IRIS = 'http://www.w3.org/ns/oa#PreferContainedIRIs';
const DESCRIPTIONS = 'http://www.w3.org/ns/oa#PreferContainedDescriptions';

export interface ContainerPreference {
  /** without a page in it */
  isMinimal: boolean;
  /** whether its pages hold IRIs, or descriptions; null where nothing was said, or both */
  areIris: boolean | null;
}

/** @returns what of a Prefer header can be kept; null where there is nothing */
export function readPreference(header: string | undefined): ContainerPreference | null {
  // Of a preference that is stated twice the first holds.
  const stated = readHeaderList(header ?? '')
    .map(({ value, parameters }) => ({ preference: readParameter(value), parameters }))
    .find(({ preference: [name] }) => name === 'return');
  if (stated?.preference[1] !== 'representation') return null;
  const included = (stated.parameters.get('include') ?? '').split(/\s+/);
  const [isMinimal, iris, descriptions] = [MINIMAL, IRIS, DESCRIPTIONS].map((one) =>
    included.includes(one),
  );
  const areIris = iris === descriptions ? null : iris === true;
  return isMinimal === true || areIris !== null ? { isMinimal: isMinimal === true, areIris } : null;
}

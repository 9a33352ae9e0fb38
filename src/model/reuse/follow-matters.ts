/** When something is to be said of a field, and when what was said is over: from one look at it to the next. */
import type { PlacedFinding } from './check-text.ts';
import type { Matter } from './list-matters.ts';

export interface Look {
  matters: readonly Matter[];
  /** of all that is reused, also of what is in order */
  findings: readonly Pick<PlacedFinding, 'source' | 'verdict'>[];
}

export interface Followed {
  /** what is being said */
  told: readonly Matter[];
  /** keys of what the person does not want to hear now: until it is in order, or another thing is amiss */
  laidAside: ReadonlySet<string>;
  /** something that was being said has come into order in this look */
  isMended: boolean;
}

export const NOT_FOLLOWED: Followed = { told: [], laidAside: new Set(), isMended: false };

export function followMatters(before: Followed, { matters, findings }: Look): Followed {
  const keys = new Set(matters.map(({ key }) => key));
  const laidAside = new Set([...before.laidAside].filter((key) => keys.has(key)));
  const told = matters.filter(({ key }) => !laidAside.has(key));
  const lacking = new Set(matters.map(({ source }) => source.url));
  // A passage that has been taken out is no longer there to be in order.
  const inOrder = new Set(
    findings.map(({ source }) => source.url).filter((url) => !lacking.has(url)),
  );
  const isMended = before.told.some(({ source }) => inOrder.has(source.url));
  return { told, laidAside, isMended };
}

/** The person does not want to hear of what is being said. */
export function layAside(before: Followed): Followed {
  const laidAside = new Set([...before.laidAside, ...before.told.map(({ key }) => key)]);
  return { told: [], laidAside, isMended: false };
}

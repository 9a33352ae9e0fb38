/** What has to be said of a field in which reused text stands: one matter for each source, with where its fix belongs. */
import type { Source } from '../source.ts';
import type { PlacedFinding } from './check-text.ts';
import type { Copy } from './copy.ts';
import type { ReuseFault } from './finding.ts';
import type { ReuseText } from './reuse-text.ts';

export interface Matter extends Pick<PlacedFinding, 'source' | 'evidence' | 'fix'> {
  /** tells it from others of the same field, and from itself once something else is amiss */
  key: string;
  verdict: 'missing' | 'wrong';
  faults: readonly ReuseFault[];
  /** its source went along with the copy */
  carried: boolean;
  /** as it was copied: its terms, its language */
  from: Source;
  place: FixPlace;
}

export interface FixPlace {
  /** a word of the text */
  word: number;
  /** of the paragraph that the word stands in */
  where: 'before' | 'after';
}

/** @param copies those that the findings are of */
export function listMatters(
  findings: readonly PlacedFinding[],
  copies: readonly Copy[],
  text: Pick<ReuseText, 'paragraphs'>,
): Matter[] {
  const bySource = Map.groupBy(findings, ({ copyId }) => copyId);
  return [...bySource].flatMap(([copyId, passages]) => {
    const copy = copies.find(({ id }) => id === copyId);
    const [first] = passages;
    if (copy === undefined || first === undefined) return [];
    const { verdict, faults, source, evidence, fix } = first;
    if (verdict !== 'missing' && verdict !== 'wrong') return [];
    const place = findPlace(text.paragraphs, passages, copy.source.terms?.position ?? null);
    const key = [source.url, ...faults].join(' ');
    const { carried, source: from } = copy;
    return [{ key, verdict, faults, source, evidence, fix, carried, from, place }];
  });
}

/**
 * Behind the last passage; where the terms ask for the source among the first paragraphs, no lower than that.
 * @param position counted from 1
 */
function findPlace(
  paragraphs: readonly number[],
  passages: readonly Pick<PlacedFinding, 'to'>[],
  position: number | null,
): FixPlace {
  const last = Math.max(...passages.map(({ to }) => to)) - 1;
  const order = [...new Set(paragraphs)];
  // Put in behind it, a source is the paragraph after that, counted from 1.
  const behind = order.indexOf(paragraphs[last] ?? -1) + 2;
  if (position === null || behind <= position) return { word: last, where: 'after' };
  if (position <= 1) return { word: 0, where: 'before' };
  return { word: paragraphs.lastIndexOf(order[position - 2] ?? -1), where: 'after' };
}

/** What a check of the page in front has found, as the page tells the popup. */
import * as v from 'valibot';
import type { Copy } from './copy.ts';
import { findingSchema } from './finding.ts';

/** Passages that are told of one page. */
export const MOST_FINDINGS = 200;

const checkedFindingSchema = v.object({
  ...findingSchema.entries,
  /** the container that takes reports for the source's site, as the copy was told it, or null */
  service: v.nullable(v.pipe(v.string(), v.maxLength(4096))),
  /** BCP 47, of the source, or null */
  language: v.nullable(v.string()),
});
export type CheckedFinding = v.InferOutput<typeof checkedFindingSchema>;

export const checkedPageSchema = v.object({
  url: v.string(),
  title: v.string(),
  /** epoch ms */
  checkedAt: v.number(),
  /** copies are remembered on this device, and were looked through */
  isLedgerAsked: v.boolean(),
  /** the list of sources that the page's site keeps at its endpoint was looked through */
  isListAsked: v.boolean(),
  /** in the order of the page */
  findings: v.pipe(v.array(checkedFindingSchema), v.maxLength(MOST_FINDINGS)),
});
export type CheckedPage = v.InferOutput<typeof checkedPageSchema>;

/** What editors may be told of: what is asked for, and is not there. */
export function isAtFault({ verdict }: Pick<CheckedFinding, 'verdict'>): boolean {
  return verdict === 'missing' || verdict === 'wrong';
}

/** What the copy that a finding was known by says besides. */
export function completeFinding<T extends { copyId: string }>(
  finding: T,
  copies: readonly Pick<Copy, 'id' | 'service' | 'source'>[],
): T & Pick<CheckedFinding, 'service' | 'language'> {
  const copy = copies.find(({ id }) => id === finding.copyId);
  return {
    ...finding,
    service: copy?.service ?? null,
    language: copy?.source.language ?? null,
  };
}

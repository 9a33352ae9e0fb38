/** The arithmetic of figures: shares, and percentiles by nearest rank, so that each was really measured. */

/**
 * Finds a percentile.
 * @param share 0.5 is the median, 0.95 what all but one in twenty stay under
 * @returns null where there are no numbers
 */
export function findPercentile(numbers: readonly number[], share: number): number | null {
  const sorted = [...numbers].sort((a, b) => a - b);
  const rank = Math.min(sorted.length, Math.max(1, Math.ceil(share * sorted.length)));
  return sorted[rank - 1] ?? null;
}

/** @returns the share, or null of nothing */
export function divide(part: number, whole: number): number | null {
  return whole === 0 ? null : part / whole;
}

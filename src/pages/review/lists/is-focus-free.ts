/**
 * Whether the focus may be led on from a part of the page: it is there, or lost with what had it. Elsewhere, somebody has
 * gone on already, and would type into another field than the one that they see.
 */
export function isFocusFree(part: Element | null): boolean {
  const { activeElement, body } = document;
  if (activeElement === null || activeElement === body) return true;
  return part?.contains(activeElement) === true;
}

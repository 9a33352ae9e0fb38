/** Checks a published page: what stands in it that was copied elsewhere, and whether as its source asks. */

import { type CheckOptions, checkText, type PlacedFinding } from '../../model/reuse/check-text.ts';
import type { Copy } from '../../model/reuse/copy.ts';
import { readAddress } from '../metadata.ts';
import { readPlain } from '../plain-document.ts';
import { readReuseText } from './read-reuse-text.ts';

/**
 * @param copies of a ledger, or of a source list
 * @returns each passage, in the order of the page
 */
export function checkReuse(
  document: Document,
  copies: readonly Copy[],
  options: CheckOptions = {},
): PlacedFinding[] {
  const page = readPlain(document);
  return checkText(readReuseText(page), copies, { pageUrl: readAddress(page), ...options });
}

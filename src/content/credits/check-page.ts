/** Checks the page that stands here: reads it, asks for the copies that may stand in it, and judges each passage. */

import { type Result, succeed } from '../../model/result.ts';
import { checkText } from '../../model/reuse/check-text.ts';
import {
  type CheckedPage,
  completeFinding,
  MOST_FINDINGS,
} from '../../model/reuse/checked-page.ts';
import { listPageFingerprints } from '../../model/reuse/fingerprint-text.ts';
import { isSameAddress } from '../../model/reuse/same-address.ts';
import { readAddress } from '../../page/metadata.ts';
import { readPlain } from '../../page/plain-document.ts';
import { readReuseText } from '../../page/reuse/read-reuse-text.ts';
import type { askBackground } from '../ask-background.ts';
import { readCurrent } from '../current-source.ts';
import { readArticleAddress } from '../placed/article-address.ts';

export interface Check {
  page: CheckedPage;
  /** of each finding, in their order; null where it has none in the page */
  ranges: (Range | null)[];
}

export interface CheckDeps {
  ask: typeof askBackground;
  /** BCP 47, of who reads the fixes */
  locale: string;
  /** @returns epoch ms */
  now(): number;
}

/** @returns what is found, or why nothing could be looked for */
export async function checkPage(document: Document, deps: CheckDeps): Promise<Result<Check>> {
  const { ask, locale, now } = deps;
  const [rule, attribution] = await Promise.all([
    ask({ type: 'reuse/read' }),
    ask({ type: 'attribution/read' }),
  ]);
  if (!rule.ok) return rule;
  const plain = readPlain(document);
  const text = readReuseText(plain);
  const fingerprints = listPageFingerprints(text);
  const [remembered, listed] = await Promise.all([
    ask({ type: 'copies/find', fingerprints }),
    ask({ type: 'sources/find', fingerprints }),
  ]);
  if (!remembered.ok) return remembered;
  const sources = listed.ok ? listed.value : { isAsked: false, copies: [] };
  const own = readCurrent(document, readArticleAddress);
  const copies = [...remembered.value, ...sources.copies].filter(
    ({ source }) => !isSameAddress(source.url, own),
  );
  const { isOwn, commercial, remembers } = rule.value;
  const found = checkText(text, copies, {
    // Of other people's sites nobody has said what they are.
    commercial: isOwn ? commercial : null,
    locale,
    pageUrl: readAddress(plain),
    ...(attribution.ok ? { templates: attribution.value.templates } : {}),
  }).slice(0, MOST_FINDINGS);
  return succeed({
    page: {
      url: readAddress(plain),
      title: plain.title,
      checkedAt: now(),
      isLedgerAsked: remembers,
      isListAsked: sources.isAsked,
      findings: found.map(({ from: _, to: __, ...finding }) => completeFinding(finding, copies)),
    },
    // What was read in a page's stead cannot be shown in it.
    ranges: found.map(({ from, to }) => (plain === document ? text.createRange(from, to) : null)),
  });
}

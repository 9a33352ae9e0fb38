/** What can be done about what is amiss: the source put in, or on the clipboard, and how permission is asked for. */
import type { Matter } from '../../model/reuse/list-matters.ts';
import type { Translate } from '../../model/translate.ts';
import type { ShownMatter } from '../../ui/reuse-matter.tsx';
import { loadPart } from '../load-part.ts';
import { shareParts } from '../parts.ts';
import { writeClipboard } from '../write-clipboard.ts';
import { putIn } from './put-in.ts';
import type { WatchedField } from './watch-field.ts';

/** One after the other: what is put in moves what stands behind it. @returns what could not be done, in words, or '' */
export async function putAllIn(
  field: WatchedField,
  wanted: (matter: Matter) => boolean,
  t: Translate,
): Promise<string> {
  const tried = new Set<string>();
  for (;;) {
    const at = field.find();
    const matter = field
      .listMatters()
      .find((one) => one.fix !== null && wanted(one) && !tried.has(one.source.url));
    if (at === null || matter === undefined || matter.fix === null) return '';
    tried.add(matter.source.url);
    const done = await putIn(at, matter.place, matter.fix);
    if (done !== 'put-in') return t(done === 'unknown' ? 'reuseUnknownEditor' : 'reuseNotPutIn');
  }
}

/** @param place where a selection can be made, should the clipboard be had by no other way */
export async function copyFixes(
  matters: readonly Matter[],
  place: Element | ShadowRoot,
  t: Translate,
): Promise<string> {
  const fixes = matters.flatMap(({ fix }) => fix ?? []);
  const plain = fixes.map((fix) => fix.plain).join('\n');
  const html = fixes.map((fix) => fix.html).join('');
  return t((await writeClipboard({ plain, html }, place)) ? 'reuseCopied' : 'reuseNotCopied');
}

/** With the ways to ask, where the text of any needs permission. */
export async function describeMatters(matters: readonly Matter[]): Promise<ShownMatter[]> {
  const needs = ({ faults }: Matter) =>
    faults.includes('permission') || faults.includes('no-reuse') || faults.includes('share');
  if (matters.some(needs)) await loadPart('terms');
  const { terms } = shareParts();
  // The page around an editor is not the one that says whom to ask.
  const nowhere = document.implementation.createHTMLDocument('');
  return matters.map((matter) => ({
    ...matter,
    permission: needs(matter) ? (terms?.offerPermission(nowhere, matter.from) ?? null) : null,
  }));
}

/** Reports as text that a person takes elsewhere: to the clipboard, or in a letter to the page's own address. */
import { composeDraft, type Draft } from '../../model/draft.ts';
import { readFragment } from '../../model/read-fragment.ts';
import { readReport } from '../../model/report.ts';
import { composeReportLetter, composeReportText } from '../../model/report-letter.ts';
import type { Translate } from '../../model/translate.ts';
import { writeClipboard } from '../write-clipboard.ts';

/** @returns whether they are on the clipboard; to be called while a press of the reader's is being handled */
export async function copyReports(
  drafts: readonly Draft[],
  root: ShadowRoot,
  t: Translate,
): Promise<boolean> {
  const place = root.querySelector('form');
  if (place === null) return false;
  return writeClipboard({ plain: composeReportText(readDrafts(drafts), t), html: null }, place);
}

/** @returns a `mailto:` that holds the reports */
export function composeLetter(drafts: readonly Draft[], address: string, t: Translate): string {
  return composeReportLetter(readDrafts(drafts), address, t);
}

function readDrafts(drafts: readonly Draft[]) {
  return {
    title: drafts[0]?.place.title ?? '',
    reports: drafts.map((draft) => ({
      ...readReport(composeDraft(draft)),
      directive: readFragment(draft.place.selectors),
    })),
  };
}

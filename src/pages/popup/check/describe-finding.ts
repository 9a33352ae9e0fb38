/** What is found of a passage, in words: its verdict with a sign of its own, and each thing that its source asks in vain. */
import type { Finding } from '../../../model/reuse/finding.ts';
import type { MessageKey, Translate } from '../../../model/translate.ts';
import { FAULT_WORDS } from '../../../ui/fault-words.ts';

type Verdict = Finding['verdict'];

/** In the order in which they are counted. */
export const VERDICT_ORDER: readonly Verdict[] = ['wrong', 'missing', 'linked', 'found'];

/** The sign says it without the colour. */
const VERDICT_WORDS: Record<Verdict, { key: MessageKey; sign: string }> = {
  found: { key: 'popupCheckFound', sign: '○' },
  linked: { key: 'popupCheckLinked', sign: '✓' },
  missing: { key: 'popupCheckMissing', sign: '✕' },
  wrong: { key: 'popupCheckWrong', sign: '!' },
};

export function describeVerdict(verdict: Verdict, t: Translate): { word: string; sign: string } {
  const { key, sign } = VERDICT_WORDS[verdict];
  return { word: t(key), sign };
}

/** @returns a sentence for each */
export function describeFaults({ faults, remarks }: Finding, t: Translate): string[] {
  const said = faults.map((fault) => t(FAULT_WORDS[fault]));
  return remarks.length === 0 ? said : [...said, t('popupCheckRemark')];
}

/** What is counted of a page, in a line: "Wrong: 2 · Linked: 1". */
export function countVerdicts(findings: readonly Pick<Finding, 'verdict'>[], t: Translate): string {
  return VERDICT_ORDER.flatMap((verdict) => {
    const count = findings.filter((one) => one.verdict === verdict).length;
    return count === 0 ? [] : `${describeVerdict(verdict, t).word}: ${count}`;
  }).join(' · ');
}

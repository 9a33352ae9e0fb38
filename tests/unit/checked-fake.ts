/** What a check of a page found, for tests. */
import type { CheckedFinding, CheckedPage } from '../../src/model/reuse/checked-page.ts';

export const PAGE = 'https://reuse.example/others?id=7';

export function makeFinding(changes: Partial<CheckedFinding> = {}): CheckedFinding {
  return {
    verdict: 'missing',
    copyId: 'urn:uuid:01890000-0000-7000-8000-000000000001',
    source: { url: 'https://news.example/story', title: 'Rain in Osh', publisher: 'The News' },
    opening: 'It rained for three days and',
    closing: 'the river stayed in its bed.',
    ...{ words: 60, share: 0.25, faults: ['link'], remarks: [] },
    evidence: 'Please link.',
    fix: { plain: 'Source: Rain in Osh', html: '<p>Source</p>', markdown: 'Source' },
    service: 'https://editors.example/annotations/',
    language: 'en',
    ...changes,
  };
}

export function makeChecked(
  findings: CheckedFinding[] = [makeFinding()],
  changes: Partial<CheckedPage> = {},
): CheckedPage {
  return {
    ...{ url: PAGE, title: 'What others say', checkedAt: Date.UTC(2024, 4, 10) },
    ...{ isLedgerAsked: true, isListAsked: false, findings },
    ...changes,
  };
}

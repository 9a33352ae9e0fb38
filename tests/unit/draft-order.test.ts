import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { StoredDraft } from '../../src/model/draft.ts';
import { isTypedIn, readWords, sortDrafts } from '../../src/pages/popup/draft-order.ts';

function makeDraft(changes: Partial<StoredDraft> = {}): StoredDraft {
  return {
    canonical: 'urn:uuid:01890000-0000-7000-8000-000000000001',
    place: {
      ...{ source: 'https://news.example/a', scope: '', title: 'A story', language: 'en' },
      selectors: [{ type: 'TextQuoteSelector', exact: 'teh', prefix: '', suffix: '' }],
      ...{ declared: null, native: null },
    },
    ...{ kind: 'spelling', correction: 'teh', comment: '', isMarked: false },
    ...{ createdAt: 0, updatedAt: 0, page: 'https://news.example/a' },
    ...changes,
  };
}

describe('sortDrafts', () => {
  const ofPages = (...pages: string[]) => pages.map((page) => makeDraft({ page }));
  const sort = (address: string | null, ...pages: string[]) =>
    sortDrafts(ofPages(...pages), address).map(({ page }) => page);

  it.each([
    [null, ['https://a.example/', 'https://b.example/']],
    ['https://b.example/', ['https://b.example/', 'https://a.example/']],
    ['https://b.example/#:~:text=x', ['https://b.example/', 'https://a.example/']],
    ['https://b.example/?page=2', ['https://a.example/', 'https://b.example/']],
    ['', ['https://a.example/', 'https://b.example/']],
  ])('over %j puts the page’s own first', (address, expected) => {
    expect(sort(address, 'https://a.example/', 'https://b.example/')).toEqual(expected);
  });

  it('takes a draft of another passage of the page for the page’s own', () => {
    expect(
      sort('https://a.example/x#one', 'https://b.example/', 'https://a.example/x#two'),
    ).toEqual(['https://a.example/x#two', 'https://b.example/']);
  });

  it('loses none and keeps their order among each other', () => {
    const pages = fc.array(fc.constantFrom('https://a.example/', 'https://b.example/#x', 'b', ''));
    fc.assert(
      fc.property(pages, fc.option(fc.constantFrom('https://a.example/#y', 'b', '')), (all, at) => {
        const drafts = ofPages(...all).map((draft, updatedAt) => ({ ...draft, updatedAt }));
        const sorted = sortDrafts(drafts, at);
        expect(new Set(sorted)).toEqual(new Set(drafts));
        expect(sorted).toHaveLength(drafts.length);
        for (const page of new Set(all)) {
          const times = sorted.filter((one) => one.page === page).map((one) => one.updatedAt);
          expect(times).toEqual([...times].sort((a, b) => a - b));
        }
      }),
    );
  });
});

describe('isTypedIn', () => {
  it.each([
    [{}, false],
    [{ correction: '' }, false],
    [{ correction: ' teh\n' }, false],
    [{ correction: 'the' }, true],
    [{ comment: ' ' }, false],
    [{ comment: 'twice' }, true],
    [{ correction: '', comment: 'twice' }, true],
  ])('of %j is %j', (changes, expected) => {
    expect(isTypedIn(makeDraft(changes))).toBe(expected);
  });

  it('knows no words where none are quoted, and any correction is typed then', () => {
    const place = { ...makeDraft().place, selectors: [] };
    expect(readWords(makeDraft({ place }))).toBe('');
    expect(isTypedIn(makeDraft({ place }))).toBe(true);
  });
});

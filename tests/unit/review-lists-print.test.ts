// @vitest-environment jsdom
import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import english from '../../src/locales/en.json' with { type: 'json' };
import { ExportPage } from '../../src/pages/review/lists/export-page.tsx';
import { groupPlaces } from '../../src/pages/review/lists/group-places.ts';
import { MOST_PRINTED } from '../../src/pages/review/lists/use-printed.ts';
import type { ExportsApi } from '../../src/platform/editors/exports.ts';
import type { ReviewItem } from '../../src/platform/editors/reports.ts';
import { makeItem } from './review-desk-fake.ts';
import {
  closePage,
  fail,
  find,
  findField,
  findNamed,
  list,
  openPage,
  pass,
  press,
  readAlerts,
  run,
  SITE,
  t,
} from './review-lists-fake.ts';

beforeEach(() => {
  vi.useFakeTimers();
  window.print = vi.fn();
});
afterEach(async () => {
  await closePage();
  vi.useRealTimers();
});

/** All that is left to do: blocks are drawn one after the other. */
const draw = async () => {
  for (let turn = 0; turn < 20; turn += 1) await run(() => vi.advanceTimersByTimeAsync(50));
};
const makeReports = (count: number, changes: (i: number) => Partial<ReviewItem> = () => ({})) =>
  Array.from({ length: count }, (_, i) =>
    makeItem({ canonical: `urn:uuid:${i}`, place: `p${i}`, ...changes(i) }),
  );
const giving =
  (...pages: ReviewItem[][]): ExportsApi['readEach'] =>
  async (_, take) => {
    for (const page of pages) take(page);
    return pass(pages.flat().length);
  };

async function openList(readEach: ExportsApi['readEach'], hash = '#page=export') {
  const opened = await openPage(ExportPage, { given: { exports: { readEach } }, hash });
  await press(findField(english.reviewExportPrint));
  await press(english.reviewExportShowList);
  return opened;
}
const printButton = () => findNamed(english.reviewExportPrintNow);

describe('a list for paper', () => {
  it('has each article once, its places in their order, and what readers said of each', async () => {
    const at = (start: number) => ({ position: { start, end: start + 1 } });
    const source = 'https://news.example/b?id=7';
    await openList(
      giving([
        makeItem({ canonical: '1', place: 'x', source, ...at(90), comment: 'one', exact: 'far' }),
        makeItem({ canonical: '2', place: 'o', source: 'https://news.example/a', exact: 'other' }),
        makeItem({
          ...{ canonical: '3', place: 'x', source, ...at(90), comment: 'two', correction: 'tha' },
          ...{ state: 'accepted', exact: 'far' },
        }),
        makeItem({ canonical: '4', place: 'y', source, ...at(10), exact: 'near', comment: 'one' }),
      ]),
    );
    await draw();
    expect(list('.printable h3').map((one) => one.textContent)).toEqual([
      ...['news.example/b?id=7', 'news.example/a'],
    ]);
    const [first] = list('.printed-article');
    const [near, far] = list('.printed-place', first);
    expect(near?.textContent).toContain('near');
    expect(far?.textContent).toContain('far');
    expect(list('.comment', far).map((one) => one.textContent)).toEqual(['one', 'two']);
    expect(list('.other', far).map((one) => one.textContent)).toEqual(['tha']);
    expect(find('.facts', far).textContent).toContain('New · Accepted');
    expect(find('.facts', far).textContent).toContain(t('reviewExportListReports', { count: 2 }));
    expect(list('.box')).toHaveLength(3);
    expect(find('.printed-head').textContent).toContain(t('reviewExportListCount', { count: 4 }));
    expect(find('.printed-head').textContent).toContain(
      t('reviewExportListArticles', { count: 2 }),
    );
  });

  it('has the words of readers as words', async () => {
    const hostile = '<img src=x onerror=alert(1)>';
    const said = { exact: hostile, correction: hostile, comment: hostile, prefix: hostile };
    await openList(giving([makeItem({ ...said, kind: hostile, source: 'javascript:alert(1)' })]));
    await draw();
    expect(list('.printable img, .printable script, .printable a')).toEqual([]);
    expect(find('.printed-place').textContent).toContain(hostile);
  });

  it('says which reports it has', async () => {
    await openList(giving(makeReports(1)), '#page=export&state=fixed&search=flood');
    await draw();
    const head = find('.printed-head').textContent ?? '';
    for (const said of [SITE, 'State: Fixed', 'Search: flood', 'Ann']) expect(head).toContain(said);
  });

  it('can be printed when all of it is there, and not before', async () => {
    let take = (_: ReviewItem[]) => {};
    let end = (_: Awaited<ReturnType<ExportsApi['readEach']>>) => {};
    await openList((_, give) => {
      take = give;
      return new Promise((resolve) => (end = resolve));
    });
    expect(document.activeElement).toBe(find('h2'));
    await run(() => take(makeReports(120)));
    expect(find('.progress').textContent).toContain(t('reviewExportRead', { count: 120 }));
    await press(printButton());
    await run(() => end(pass(120)));
    await run(() => vi.advanceTimersByTimeAsync(1));
    const early = list('.printed-place').length;
    expect(early).toBeGreaterThan(0);
    expect(early).toBeLessThan(120);
    await press(printButton());
    expect(window.print).not.toHaveBeenCalled();
    await draw();
    expect(list('.printed-place')).toHaveLength(120);
    expect(list('progress')).toEqual([]);
    await press(printButton());
    expect(window.print).toHaveBeenCalledTimes(1);
  });

  it('takes no more than fit, stops asking then, and says so', async () => {
    let stopped = false;
    await openList(async (_, take, signal) => {
      for (let page = 0; page * 200 <= MOST_PRINTED + 1_000; page += 1) {
        if (signal.aborted) break;
        take(
          makeReports(200, (i) => ({ place: `${page} ${i}`, source: `https://a.example/${i}` })),
        );
      }
      stopped = signal.aborted;
      return fail('network');
    });
    await draw();
    await draw();
    await draw();
    await draw();
    expect(stopped).toBe(true);
    expect(list('.printed-place')).toHaveLength(MOST_PRINTED);
    const said = t('reviewExportCut', { most: MOST_PRINTED });
    expect(find('.print-bar').textContent).toContain(said);
    expect(find('.printed-head').textContent).toContain(said);
  });

  it('is none where a part of it failed, and can be asked for again', async () => {
    const readEach = vi
      .fn<ExportsApi['readEach']>()
      .mockImplementationOnce(async (_, take) => {
        take(makeReports(3));
        return fail('network');
      })
      .mockImplementationOnce(giving(makeReports(2)));
    await openList(readEach);
    await draw();
    expect(list('.printable')).toEqual([]);
    expect(readAlerts().join()).toContain(english.reviewNetwork);
    await press(english.reviewAgain);
    await draw();
    expect(list('.printed-place')).toHaveLength(2);
    expect(readEach.mock.calls[1]?.[0]).toEqual(readEach.mock.calls[0]?.[0]);
  });

  it('says that there is nothing to print', async () => {
    await openList(giving());
    await draw();
    expect(find('.empty').textContent).toBe(english.reviewExportListNone);
    expect(list('.printable')).toEqual([]);
    await press(printButton());
    expect(window.print).not.toHaveBeenCalled();
  });

  it('is left by the way back, to the button that led to it', async () => {
    let asked: AbortSignal | null = null;
    await openList((_, __, signal) => {
      asked = signal;
      return new Promise(() => {});
    });
    await press(english.reviewExportBack);
    await draw();
    expect(asked).toMatchObject({ aborted: true });
    expect(document.activeElement).toBe(findNamed(english.reviewExportShowList));
  });
});

describe('reports by article and place', () => {
  const reports = fc.array(
    fc.record({
      source: fc.constantFrom('https://a.example/1', 'https://a.example/2', 'https://b.example/'),
      place: fc.constantFrom('', 'p', 'q', 'r', 's'),
      exact: fc.constantFrom('teh', 'recieve'),
      comment: fc.constantFrom('', 'one', 'two'),
      start: fc.option(fc.nat(50), { nil: null }),
    }),
    { maxLength: 60 },
  );

  it('loses none and has none twice, in blocks that are not too long', () => {
    fc.assert(
      fc.property(reports, fc.integer({ min: 1, max: 4 }), (given, most) => {
        const items = given.map(({ start, ...said }, i) =>
          makeItem({
            ...{ ...said, canonical: `urn:uuid:${i}`, receivedAt: -i },
            position: start === null ? null : { start, end: start + 3 },
          }),
        );
        const blocks = groupPlaces(items, most);
        const places = blocks.flatMap((block) => block.places);
        expect(places.reduce((sum, place) => sum + place.reports, 0)).toBe(items.length);
        const names = blocks.flatMap(({ source, places: some }) =>
          some.map(({ name }) => `${source} ${name}`),
        );
        expect(new Set(names).size).toBe(names.length);
        // An article is in one piece, and has its heading once.
        const heads = blocks.filter(({ part }) => part === 0).map(({ source }) => source);
        expect(heads).toEqual([...new Set(items.map(({ source }) => source))]);
        for (const [i, block] of blocks.entries()) {
          expect(block.places.length).toBeGreaterThan(0);
          expect(block.places.length).toBeLessThanOrEqual(most);
          if (block.part > 0) {
            expect(blocks[i - 1]).toMatchObject({ source: block.source, part: block.part - 1 });
          }
          for (const { comments, others, sample } of block.places) {
            expect(comments).not.toContain('');
            expect(others).not.toContain(sample.correction);
            expect(sample.source).toBe(block.source);
          }
        }
      }),
    );
  });
});

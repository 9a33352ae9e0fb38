// @vitest-environment jsdom
import fc from 'fast-check';
import { h, render } from 'preact';
import { act } from 'preact/test-utils';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import english from '../../src/locales/en.json' with { type: 'json' };
import { REPORT_KINDS, REPORT_STATES } from '../../src/model/report.ts';
import { createTranslate } from '../../src/model/translate.ts';
import { Charts } from '../../src/pages/review/figures/charts.tsx';
import { FiguresPage } from '../../src/pages/review/figures/figures-page.tsx';
import { addDays, countDays } from '../../src/pages/review/figures/period.ts';
import { readLocation, startPage } from '../../src/pages/review/location.ts';
import type { PageProps } from '../../src/pages/review/page-props.ts';
import type { Failed, Outcome } from '../../src/platform/editors/ask-endpoint.ts';
import type { Figures, FiguresApi } from '../../src/platform/editors/figures.ts';
import { createReviewApi } from '../../src/platform/editors/review-api.ts';
import { WordsContext } from '../../src/ui/words.ts';
import { makeSettings } from './review-desk-fake.ts';

const messages: Record<string, string> = english;
const t = createTranslate((key) => messages[key] ?? '', 'en');
const NETWORK: Failed = { ok: false, failure: 'network', detail: '' };

/** Figures of days from the first of October, each with the reports given, a third of them fixed. */
function makeFigures(counts: readonly number[], changes: Partial<Figures> = {}): Figures {
  const days = counts.map((reports, i) => {
    const fixed = Math.floor(reports / 3);
    return {
      ...{ day: addDays('2026-10-01', i), reports },
      states: { new: reports - fixed, accepted: 0, rejected: 0, fixed, spam: 0 },
      kinds: { spelling: reports, grammar: 0, fact: 0, link: 0, 'missing-credit': 0, other: 0 },
    };
  });
  const sum = (read: (day: (typeof days)[number]) => number) =>
    days.reduce((all, day) => all + read(day), 0);
  const states = { new: sum((d) => d.states.new), fixed: sum((d) => d.states.fixed) };
  const none = { new: 0, accepted: 0, rejected: 0, fixed: 0, spam: 0 };
  const reports = sum((day) => day.reports);
  return {
    ...{ site: 'news.example', from: '2026-10-01', to: addDays('2026-10-01', counts.length - 1) },
    ...{ zone: 'Asia/Bishkek', days, mistakes: { ...none, new: 2, fixed: 1 } },
    total: {
      ...{ reports, states: { ...none, ...states } },
      kinds: { spelling: reports, grammar: 0, fact: 0, link: 0, 'missing-credit': 0, other: 0 },
    },
    shares: { fixed: reports === 0 ? null : states.fixed / reports, rejected: null },
    decisionTime: { decided: 3, median: 5_400_000, mean: 7_200_000 },
    fixTime: { fixed: 0, median: null, mean: null },
    articles: [],
    repeated: [],
    editors: [],
    observed: none,
    ...changes,
  };
}

const FULL = makeFigures([4, 0, 1_234], {
  articles: [
    { source: 'https://news.example/a?b=1&c=2', reports: 9, mistakes: 3 },
    { source: 'javascript:alert(1)', reports: 1, mistakes: 1 },
  ],
  repeated: [{ words: '<b>teh</b> & so', reports: 7, mistakes: 2, articles: 2 }],
  editors: [
    {
      ...{ name: 'Ada', decisions: 5 },
      states: { new: 1, accepted: 2, rejected: 0, fixed: 1, spam: 1 },
    },
  ],
  observed: { new: 0, accepted: 0, rejected: 0, fixed: 4, spam: 0 },
});

function draw(figures: Figures, site = '', locale = 'en') {
  const words = { t: createTranslate((key) => messages[key] ?? '', locale), locale };
  act(() =>
    render(h(WordsContext.Provider, { value: words }, h(Charts, { figures, site })), document.body),
  );
}
/** The cells of the table of that caption, row for row. */
function readTable(caption: string): string[][] {
  const table = [...document.querySelectorAll('table')].find(
    (one) => one.caption?.textContent === caption,
  );
  if (table === undefined) throw new Error(`no table ${caption}`);
  return [...table.rows].map((row) => [...row.cells].map((cell) => cell.textContent ?? ''));
}
const readNumber = (text = '') => Number(text.replaceAll(',', ''));

afterEach(() => render(null, document.body));

describe('the pictures of figures', () => {
  it('have the numbers that were given in the tables behind them', () => {
    draw(FULL);
    const none = ['0', '0', '0'];
    expect(readTable(english.reviewFiguresByDay)).toEqual([
      ['Day', 'Reports', 'New', 'Accepted', 'Rejected', 'Fixed', 'Spam'],
      ['October 1, 2026', '4', '3', '0', '0', '1', '0'],
      ['October 2, 2026', '0', '0', ...none, '0'],
      ['October 3, 2026', '1,234', '823', '0', '0', '411', '0'],
      ['In all', '1,238', '826', '0', '0', '412', '0'],
    ]);
    expect(readTable(english.reviewFiguresByState)).toEqual([
      ['State', 'Reports', 'Mistakes'],
      ...[
        ['New', '826', '2'],
        ['Accepted', '0', '0'],
        ['Rejected', '0', '0'],
      ],
      ...[
        ['Fixed', '412', '1'],
        ['Spam', '0', '0'],
        ['In all', '1,238', '3'],
      ],
    ]);
    expect(readTable(english.reviewFiguresByKind).slice(0, 3)).toEqual([
      ...[
        ['Kind', 'Reports'],
        ['Spelling', '1,238'],
        ['Grammar', '0'],
      ],
    ]);
    expect(readTable(english.reviewFiguresByArticle).slice(1)).toEqual([
      ['news.example/a', '9', '3'],
      [expect.stringContaining('alert(1)'), '1', '1'],
    ]);
    expect(readTable(english.reviewFiguresRepeated)[1]).toEqual(['<b>teh</b> & so', '7', '2', '2']);
    expect(readTable(english.reviewFiguresByEditor).slice(1)).toEqual([
      ['Ada', '5', '1', '2', '0', '1', '1'],
      [english.reviewFiguresObserved, '4', '0', '0', '0', '4', '0'],
    ]);
  });

  it('have a caption, and a table with heads for its rows and columns', () => {
    draw(FULL);
    const figures = [...document.querySelectorAll('figure')];
    expect(figures).toHaveLength(6);
    for (const figure of figures) {
      expect(figure.querySelector('figcaption h3')?.textContent).not.toBe('');
      for (const row of figure.querySelectorAll('tbody tr')) {
        expect(row.querySelector('th')?.scope).toBe('row');
      }
      for (const head of figure.querySelectorAll('thead th')) {
        expect(head.getAttribute('scope')).toBe('col');
      }
      // Every other picture is text beside its bars.
      for (const svg of figure.querySelectorAll('svg:not([role="img"])')) {
        expect(svg.getAttribute('aria-hidden')).toBe('true');
      }
    }
    const label = document.querySelector('svg[role="img"]')?.getAttribute('aria-label');
    for (const part of ['Reports by day', '1,238', '1,234', 'October 3, 2026']) {
      expect(label).toContain(part);
    }
  });

  it('lead to what they count, on the site that they are about', () => {
    draw(FULL, 'news.example');
    const links = [...document.querySelectorAll<HTMLAnchorElement>('a.bar-name')];
    const filters = links.map(({ hash }) => readLocation(hash));
    expect(filters.every(({ page, filter }) => page === 'queue' && filter.site !== '')).toBe(true);
    const read = filters.map(({ filter }) => filter);
    expect(read.filter(({ kind }) => kind !== '').map(({ kind }) => kind)).toEqual(['spelling']);
    expect(read.flatMap(({ state }) => state ?? [])).toEqual(REPORT_STATES);
    expect(read.map(({ page }) => page).filter(Boolean)).toEqual(
      FULL.articles.map(({ source }) => source),
    );
    expect(read.map(({ search }) => search).filter(Boolean)).toEqual(['<b>teh</b> & so']);
    // An address of a page never is the link itself, unless it is of the web.
    expect(document.querySelectorAll('a:not([href^="#"], [href^="https:"])')).toHaveLength(0);
  });

  it('pile up to the reports of their days, within the picture and from its beginning', () => {
    const counts = fc.array(fc.nat(100_000), { minLength: 1, maxLength: 60 });
    fc.assert(
      fc.property(counts, fc.constantFrom('en', 'ar'), (list, locale) => {
        fc.pre(list.some((count) => count > 0));
        draw(makeFigures(list), '', locale);
        const piles = [...document.querySelectorAll('.pile')];
        const heights = piles.map((pile) =>
          [...pile.querySelectorAll('.paint')].reduce(
            (sum, rect) => sum + Number(rect.getAttribute('height')),
            0,
          ),
        );
        const svg = document.querySelector('svg[role="img"]');
        const [width, height] = [svg?.getAttribute('width'), svg?.getAttribute('height')].map(
          Number,
        );
        for (const rect of document.querySelectorAll('.days-chart rect')) {
          const read = (name: string) => Number(rect.getAttribute(name));
          expect(read('x')).toBeGreaterThanOrEqual(0);
          expect(read('x') + read('width')).toBeLessThanOrEqual((width ?? 0) + 1e-6);
          expect(read('y')).toBeGreaterThanOrEqual(0);
          expect(read('y') + read('height')).toBeLessThanOrEqual(height ?? 0);
        }
        const places = piles.map((pile) => Number(pile.querySelector('rect')?.getAttribute('x')));
        const inOrder = places.toSorted((one, other) => one - other);
        expect(places).toEqual(locale === 'ar' ? inOrder.toReversed() : inOrder);
        const rows = readTable(t(list.length > 45 ? 'reviewFiguresByWeek' : 'reviewFiguresByDay'));
        const numbers = rows.slice(1, -1).map(([, reports]) => readNumber(reports));
        expect(numbers).toHaveLength(piles.length);
        expect(readNumber(rows.at(-1)?.[1])).toBe(list.reduce((sum, count) => sum + count, 0));
        for (const [i, count] of numbers.entries()) {
          const other = numbers.findIndex((one) => one < count);
          // Every pile has two lines of ground in it at most.
          if (other !== -1) expect(heights[i]).toBeGreaterThan((heights[other] ?? 0) - 4);
          if (count === 0) expect(heights[i]).toBe(0);
          else expect(heights[i]).toBeGreaterThan(0);
        }
      }),
      { numRuns: 25 },
    );
  });

  it('are not there for what has not been', () => {
    draw(makeFigures([0, 0]));
    expect(document.querySelectorAll('figure')).toHaveLength(0);
  });

  it('say that days stand in weeks or months', () => {
    draw(makeFigures(Array(90).fill(1)));
    expect(document.querySelector('figcaption')?.textContent).toContain(
      english.reviewFiguresWeeksNote,
    );
    draw(makeFigures(Array(365).fill(1)));
    expect(document.querySelector('figcaption')?.textContent).toContain(
      english.reviewFiguresMonthsNote,
    );
    expect(document.querySelectorAll('.pile')).toHaveLength(12);
  });

  it('name every kind in the table, and draw those that there are', () => {
    draw(FULL);
    expect(readTable(english.reviewFiguresByKind)).toHaveLength(REPORT_KINDS.length + 2);
  });
});

/** Does it, and draws what comes of it and of what is answered. */
async function settle(run: () => void): Promise<void> {
  await act(async () => run());
  await act(async () => Promise.resolve());
}

describe('the figures page', () => {
  const read = vi.fn<FiguresApi['read']>();
  const go = vi.fn<PageProps['go']>();
  let props: PageProps;
  beforeEach(() => {
    vi.useFakeTimers({ now: Date.parse('2026-11-23T12:00:00'), toFake: ['Date'] });
    read.mockReset().mockImplementation(async ({ from, to }) => {
      const figures = makeFigures([countDays(from, to)], { from, to });
      return { ok: true, value: figures };
    });
    go.mockReset();
    const api = createReviewApi({ endpoint: 'https://editors.example', token: 'a' });
    props = {
      ...{ api: { ...api, figures: { read } }, base: 'https://editors.example', go },
      editor: { name: 'Ada', site: 'news.example', scopes: ['read'] },
      sites: { items: [], find: () => undefined, replace: () => undefined },
      ...{ location: startPage('figures'), isShown: true, showKeys: () => undefined },
    };
  });
  afterEach(() => void vi.useRealTimers());

  const show = async (changes: Partial<PageProps> = {}) => {
    props = { ...props, ...changes };
    await settle(() =>
      render(
        h(WordsContext.Provider, { value: { t, locale: 'en' } }, h(FiguresPage, props)),
        document.body,
      ),
    );
  };
  const press = (name: string) =>
    settle(() => {
      const found = [...document.querySelectorAll('button')].find(
        (one) => one.textContent === name,
      );
      if (found === undefined) throw new Error(`no button ${name}`);
      found.click();
    });
  const type = (index: number, value: string) =>
    act(() => {
      const input = document.querySelectorAll<HTMLInputElement>('input[type="date"]')[index];
      if (input === undefined) throw new Error('no such field');
      input.value = value;
      input.dispatchEvent(new Event('input', { bubbles: true }));
    });
  const pressed = () =>
    [...document.querySelectorAll('[aria-pressed="true"]')].map((one) => one.textContent);
  const asked = () => read.mock.calls.map(([{ from, to }]) => [from, to]);

  it('asks for the last thirty days, in the browser’s time zone, and says so', async () => {
    await show();
    const { timeZone } = new Intl.DateTimeFormat().resolvedOptions();
    expect(read.mock.calls).toEqual([
      [{ site: '', from: '2026-10-25', to: '2026-11-23', zone: timeZone }],
    ]);
    expect(pressed()).toEqual(['30 days']);
    expect(document.querySelector('[role="status"]')?.textContent).toContain('Asia/Bishkek');
    expect(document.querySelector('.tiles')?.textContent).toContain('1 hour 30 minutes');
  });

  it('asks for other days, and once for each', async () => {
    await show();
    await press('7 days');
    await press('A year');
    await press('7 days');
    expect(pressed()).toEqual(['7 days']);
    expect(asked()).toEqual([
      ['2026-10-25', '2026-11-23'],
      ['2026-11-17', '2026-11-23'],
      ['2025-11-24', '2026-11-23'],
    ]);
    // What was asked for first is shown again.
    expect(document.querySelector('.tiles dd')?.textContent).toBe('7');
  });

  it('asks anew for what is old', async () => {
    await show();
    await press('7 days');
    vi.setSystemTime(Date.parse('2026-11-23T13:00:00'));
    await press('30 days');
    expect(asked()).toHaveLength(3);
  });

  it('shows the answer to the last question, whichever comes first', async () => {
    const waiting: ((answer: Outcome<Figures>) => void)[] = [];
    read.mockImplementation(() => new Promise((resolve) => waiting.push(resolve)));
    await show();
    await press('7 days');
    await act(async () => waiting[1]?.({ ok: true, value: makeFigures([7]) }));
    await act(async () => waiting[0]?.({ ok: true, value: makeFigures([30]) }));
    expect(document.querySelector('.tiles dd')?.textContent).toBe('7');
    expect(document.querySelector('[aria-busy="true"]')).toBeNull();
  });

  it('takes two dates, unless they are no time', async () => {
    await show();
    type(0, '2026-02-10');
    type(1, '2026-02-01');
    await press(english.reviewFiguresShow);
    expect(document.querySelector('.dates [role="alert"]')?.textContent).toBe(
      english.reviewFiguresBackwards,
    );
    expect(document.querySelectorAll('[aria-invalid="true"]')).toHaveLength(2);
    type(0, '2024-02-10');
    await press(english.reviewFiguresShow);
    expect(document.querySelector('.dates [role="alert"]')?.textContent).toContain('366');
    expect(read).toHaveBeenCalledOnce();
    type(0, '2026-01-31');
    await press(english.reviewFiguresShow);
    expect(asked().at(-1)).toEqual(['2026-01-31', '2026-02-01']);
    expect(document.querySelector('.dates [role="alert"]')?.textContent).toBe('');
    expect(pressed()).toEqual([]);
  });

  it('says what went wrong, and tries again', async () => {
    read.mockResolvedValueOnce(NETWORK);
    await show();
    expect(document.querySelector('.error')?.textContent).toBe(english.reviewNetwork);
    expect(document.querySelector('.tiles')).toBeNull();
    await press(english.reviewAgain);
    expect(document.querySelector('.error')).toBeNull();
    expect(document.querySelector('.tiles')).not.toBeNull();
  });

  it('says that nothing came', async () => {
    read.mockResolvedValue({ ok: true, value: makeFigures([0]) });
    await show();
    expect(document.querySelector('.empty')?.textContent).toBe(english.reviewFiguresNone);
  });

  it('lets choose a site where there are several, in the address', async () => {
    await show();
    expect(document.querySelector('select')).toBeNull();
    const items = ['news.example', 'ru.news.example'].map((site) => makeSettings(site));
    await show({ sites: { ...props.sites, items } });
    const select = document.querySelector('select');
    if (select === null) throw new Error('no choice');
    select.value = 'ru.news.example';
    act(() => void select.dispatchEvent(new Event('change', { bubbles: true })));
    const [location] = go.mock.lastCall ?? [];
    expect(location?.filter.site).toBe('ru.news.example');
    await show({ location: location ?? props.location });
    expect(read.mock.lastCall?.[0].site).toBe('ru.news.example');
  });

  it('asks for nothing while another page is shown', async () => {
    await show({ isShown: false });
    expect(read).not.toHaveBeenCalled();
    await show({ isShown: true });
    expect(read).toHaveBeenCalledOnce();
  });
});

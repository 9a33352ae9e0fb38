/** Figures: the same as by counting one by one, on each kind of store, and at a bounded cost. */
import { describe, expect, onTestFinished, test, vi } from 'vitest';
import { readDay } from '../../src/endpoint/api/days.ts';
import { type Figures, figuresSchema, summarizeTimes } from '../../src/endpoint/api/figures.ts';
import { keyArticle, keyWords } from '../../src/endpoint/place.ts';
import { createServer, type ServerDeps } from '../../src/endpoint/server.ts';
import type { Store } from '../../src/endpoint/store/database.ts';
import type { StoredReport } from '../../src/endpoint/store/stored-report.ts';
import { parse } from '../../src/model/annotation.ts';
import { canMove, REPORT_KINDS, REPORT_STATES, type ReportState } from '../../src/model/report.ts';
import { ask, SITE, writeAnnotation } from './endpoint.ts';
import { addReport } from './stored.ts';
import { describeStores, openFor, type StoreKind, sqliteKind } from './stores.ts';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;
/** 2027-01-15, 00:00 in UTC */
const START = 1_799_971_200_000;

async function start(kind: StoreKind, deps: Partial<ServerDeps> = {}) {
  const store = await openFor(await kind.makeAddress());
  const server = createServer({ store, now: () => START + 5 * DAY, ...deps });
  onTestFinished(() => server.close());
  const { token } = await store.tokens.addToken({ name: 'Ann', site: SITE, at: 1 });
  const read = async (query = '', other = token): Promise<Figures> => {
    const response = await ask({ server, token: other }, `/api/figures?${query}`);
    expect(response.statusCode).toBe(200);
    const parsed = parse(figuresSchema, response.json());
    if (!parsed.ok) throw new Error(JSON.stringify(parsed.faults));
    return parsed.value;
  };
  return { store, server, token, read };
}

async function move(
  store: Store,
  report: StoredReport,
  to: ReportState,
  at: number,
  name: string | null = 'Ann',
): Promise<StoredReport> {
  const editor = name === null ? null : { name, tokenId: `of ${name}` };
  const moved = await store.reports.moveReport({ report, to, reason: '', editor, at });
  if (moved === null) throw new Error('somebody else has moved it');
  return moved;
}

/** What a report has that quotes words. */
function quote(exact: string) {
  const selectors = [
    { type: 'TextQuoteSelector' as const, exact, prefix: 'was ', suffix: ' late' },
  ];
  return { annotation: JSON.stringify(writeAnnotation({ selectors })), wordsKey: keyWords(exact) };
}

/** A generator of numbers below a bound, the same in every run. */
function createChance(seed: number) {
  let state = seed;
  return (bound: number) => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return Math.floor((state / 2 ** 32) * bound);
  };
}

const zeros = () => ({ new: 0, accepted: 0, rejected: 0, fixed: 0, spam: 0 });

describeStores((kind) => {
  test('nothing gives noughts for each of the last thirty days', async () => {
    const { read } = await start(kind);
    const figures = await read();
    expect(figures).toMatchObject({
      ...{ site: SITE, from: '2026-12-22', to: '2027-01-20', zone: 'UTC' },
      ...{ shares: { fixed: null, rejected: null }, articles: [], editors: [] },
      ...{ mistakes: zeros(), decisionTime: { decided: 0, median: null, mean: null } },
      ...{ fixTime: { fixed: 0, median: null, mean: null }, repeated: [] },
    });
    expect(figures.days).toHaveLength(30);
    expect(figures.days.every(({ reports }) => reports === 0)).toBe(true);
    expect(figures.days.at(-1)?.day).toBe('2027-01-20');
  });

  test.each(['', 'Asia/Bishkek', 'America/St_Johns'])(
    'count what counting one by one counts, in %j',
    async (zone) => {
      const { store, read } = await start(kind);
      const chance = createChance(zone.length + 7);
      const names = ['Ann', 'Bob', null];
      const added: {
        report: StoredReport;
        words: string;
        moves: { at: number; to: ReportState; by: string | null }[];
      }[] = [];
      for (let i = 0; i < 300; i++) {
        const host = ['', 'www.', 'sub.'][chance(3)] ?? '';
        const [article, spot] = [chance(15), chance(4)];
        const source = `https://${host}${SITE}/${article}`;
        const words = `word ${(article + spot * 3) % 13}`;
        const known = REPORT_KINDS[chance(REPORT_KINDS.length + 1)] ?? `spam ${i}`;
        const receivedAt = START - DAY + chance(12 * DAY);
        let report = await addReport(store, {
          ...{ site: `${host}${SITE}`, source, kind: known, receivedAt, createdAt: receivedAt },
          ...{ place: `${keyArticle(source)} ${spot}`, ...quote(words) },
        });
        const moves = [];
        for (let at = receivedAt; chance(3) > 0; ) {
          at += 1 + chance(2 * DAY);
          const to = REPORT_STATES[chance(5)] ?? 'new';
          if (!canMove(report.state, to)) continue;
          const by = names[chance(3)] ?? null;
          report = await move(store, report, to, at, by);
          moves.push({ at, to, by });
        }
        added.push({ report, words, moves });
      }
      await addReport(store, {
        site: 'other.example',
        source: 'https://other.example/',
        receivedAt: START,
      });
      for (const [query, site] of [
        ['', SITE],
        [`site=www.${SITE}&`, `www.${SITE}`],
      ]) {
        const figures = await read(`${query}from=2027-01-15&to=2027-01-24&zone=${zone}`);
        const isIn = (at: number) => {
          const day = readDay(at, zone);
          return day >= '2027-01-15' && day <= '2027-01-24';
        };
        const covered = added.filter(({ report }) => report.site.endsWith(site ?? ''));
        const came = covered.filter(({ report }) => isIn(report.receivedAt));
        const count = (reports: typeof came) => {
          const [states, kinds] = [
            zeros(),
            Object.fromEntries(REPORT_KINDS.map((one) => [one, 0])),
          ];
          for (const { report } of reports) {
            states[report.state]++;
            const known = REPORT_KINDS.find((one) => one === report.kind) ?? 'other';
            kinds[known] = (kinds[known] ?? 0) + 1;
          }
          return { reports: reports.length, states, kinds };
        };
        expect(figures.total).toEqual(count(came));
        expect(came.length).toBeGreaterThan(30);
        const days = Array.from({ length: 10 }, (_, i) => `2027-01-${15 + i}`);
        expect(figures.days).toEqual(
          days.map((day) => ({
            day,
            ...count(came.filter(({ report }) => readDay(report.receivedAt, zone) === day)),
          })),
        );
        const wanted = came.filter(({ report }) => report.state !== 'spam');
        const share = (state: ReportState) =>
          wanted.filter(({ report }) => report.state === state).length / wanted.length;
        expect(figures.shares).toEqual({ fixed: share('fixed'), rejected: share('rejected') });

        const waited = covered
          .flatMap(({ report, moves }) => {
            const [first] = moves;
            return first !== undefined && first.by !== null && isIn(first.at)
              ? [first.at - report.receivedAt]
              : [];
          })
          .sort((one, other) => one - other);
        const middle = waited[Math.ceil(waited.length / 2) - 1] ?? 0;
        const unit = middle < DAY ? MINUTE : HOUR;
        expect(figures.decisionTime).toEqual({
          decided: waited.length,
          median: Math.floor(middle / unit) * unit,
          mean: waited.reduce((sum, time) => sum + time, 0) / waited.length,
        });

        const untilFixed = covered
          .flatMap(({ report, moves }) => {
            const fixed = moves.find(({ to }) => to === 'fixed');
            return fixed !== undefined && isIn(fixed.at) ? [fixed.at - report.receivedAt] : [];
          })
          .sort((one, other) => one - other);
        const middleFixed = untilFixed[Math.ceil(untilFixed.length / 2) - 1] ?? 0;
        const fixedUnit = middleFixed < DAY ? MINUTE : HOUR;
        expect(untilFixed.length).toBeGreaterThan(2);
        expect(figures.fixTime).toEqual({
          fixed: untilFixed.length,
          median: Math.floor(middleFixed / fixedUnit) * fixedUnit,
          mean: untilFixed.reduce((sum, time) => sum + time, 0) / untilFixed.length,
        });

        const decided = (by: string | null) => {
          const states = zeros();
          for (const { at, to, by: who } of covered.flatMap(({ moves }) => moves)) {
            if (who === by && isIn(at)) states[to]++;
          }
          return states;
        };
        expect(figures.observed).toEqual(decided(null));
        const editors = figures.editors.map(({ name, states }) => [name, states] as const);
        expect(Object.fromEntries(editors)).toEqual({ Ann: decided('Ann'), Bob: decided('Bob') });
        expect(figures.editors[0]?.decisions).toBeGreaterThanOrEqual(
          figures.editors[1]?.decisions ?? 0,
        );

        const clusters = Map.groupBy(covered, ({ report }) => `${report.site} ${report.place}`);
        const lastIn = [...clusters.values()].filter((reports) =>
          isIn(Math.max(...reports.map(({ report }) => report.receivedAt))),
        );
        const mistakes = REPORT_STATES.reduce((sum, state) => sum + figures.mistakes[state], 0);
        expect(mistakes).toBe(lastIn.length);
        const fresh = lastIn.filter((reports) =>
          reports.some(({ report }) => report.state === 'new'),
        );
        expect(figures.mistakes.new).toBe(fresh.length);

        const heededIn = lastIn
          .map((reports) => reports.filter(({ report }) => report.state !== 'spam'))
          .filter(({ length }) => length > 0);
        const byWords = Map.groupBy(heededIn, ([first]) => first?.words ?? '');
        const repeated = [...byWords].map(([words, found]) => ({
          ...{ words, reports: found.flat().length, mistakes: found.length },
          articles: new Set(found.map(([first]) => keyArticle(first?.report.source ?? ''))).size,
        }));
        expect(repeated.length).toBeGreaterThan(10);
        expect(figures.repeated).toHaveLength(10);
        for (const item of figures.repeated) expect(repeated).toContainEqual(item);
        expect(figures.repeated.map(({ reports }) => reports)).toEqual(
          repeated
            .map(({ reports }) => reports)
            .sort((one, other) => other - one)
            .slice(0, 10),
        );

        expect(figures.articles.length).toBe(10);
        for (const { source, reports } of figures.articles) {
          const about = lastIn
            .flat()
            .filter(({ report }) => keyArticle(report.source) === keyArticle(source));
          const heeded = about.filter(({ report }) => report.state !== 'spam').length;
          expect([source, reports]).toEqual([source, heeded]);
        }
        const counts = figures.articles.map(({ reports }) => reports);
        expect(counts).toEqual([...counts].sort((one, other) => other - one));
      }
    },
  );

  test('the time until a mistake is fixed is counted to the first time, by whomever', async () => {
    const { store, read } = await start(kind);
    const add = (place: string, more: object = {}) =>
      addReport(store, { place, receivedAt: START, ...more });
    // Fixed after three hours; back, and fixed again: that is no other time.
    let report = await add('a');
    report = await move(store, report, 'accepted', START + HOUR);
    report = await move(store, report, 'fixed', START + 3 * HOUR);
    report = await move(store, report, 'new', START + DAY, null);
    await move(store, report, 'fixed', START + 2 * DAY);
    // Seen to have gone after a minute and a half.
    await move(store, await add('b'), 'fixed', START + 1.5 * MINUTE, null);
    // Fixed for the first time before these days, and after them.
    const early = await move(
      store,
      await add('c', { receivedAt: START - 2 * DAY }),
      'fixed',
      START - DAY,
    );
    await move(store, await move(store, early, 'new', START, null), 'fixed', START + HOUR);
    await move(store, await add('d'), 'fixed', START + 3 * DAY);
    // Never, or elsewhere.
    await move(store, await add('e'), 'rejected', START + HOUR);
    const other = { site: 'other.example', source: 'https://other.example/' };
    await move(store, await add('f', other), 'fixed', START + HOUR);
    // 25 hours and 59 minutes, to the hour.
    await move(
      store,
      await add('g', { receivedAt: START - DAY }),
      'fixed',
      START + 2 * HOUR - MINUTE,
    );
    const { fixTime } = await read('from=2027-01-15&to=2027-01-17');
    expect(fixTime).toEqual({
      fixed: 3,
      median: 3 * HOUR,
      mean: (3 * HOUR + 1.5 * MINUTE + 25 * HOUR + 59 * MINUTE) / 3,
    });
    const { fixTime: first } = await read('from=2027-01-13&to=2027-01-14');
    expect(first).toEqual({ fixed: 1, median: DAY, mean: DAY });
  });

  test('words that are reported in many places are counted with their articles, spam aside', async () => {
    const { store, read } = await start(kind);
    const add = (exact: string, article: string, receivedAt: number, host = '', spot = '') =>
      addReport(store, {
        ...{ site: `${host}${SITE}`, source: `https://${host}${SITE}/${article}`, receivedAt },
        ...{ place: `${article} ${exact} ${spot}`, ...quote(exact) },
      });
    // In two articles, in weeks that are counted one after the other; of the one, three times in two places.
    await add('teh', 'one', START - 20 * DAY);
    await add('teh', 'one', START - 20 * DAY);
    await add('teh', 'one', START, '', 'again');
    await add('teh', 'two', START - 10 * DAY, 'www.');
    await add('ozodi', 'two', START);
    const spam = [await add('buy', 'one', START), await add('ozodi', 'two', START)];
    for (const report of spam) await move(store, report, 'spam', START + 1);
    await add('before', 'one', START - 40 * DAY);
    await addReport(store, { place: 'none', receivedAt: START });
    const { repeated } = await read();
    expect(repeated).toEqual([
      { words: 'teh', reports: 4, mistakes: 3, articles: 2 },
      { words: 'ozodi', reports: 1, mistakes: 1, articles: 1 },
    ]);
    const { repeated: inWww } = await read(`site=www.${SITE}`);
    expect(inWww).toEqual([{ words: 'teh', reports: 1, mistakes: 1, articles: 1 }]);
  });

  test('what is rejected as it comes is no decision of anybody’s', async () => {
    const { store, read } = await start(kind);
    const report = await addReport(store, { receivedAt: START });
    await move(store, report, 'rejected', START);
    const figures = await read();
    expect(figures.total.states.rejected).toBe(1);
    expect([figures.editors, figures.decisionTime.decided]).toEqual([[], 0]);
  });
});

describe('a question', () => {
  test.each([
    ['from', 'from=2027-02-30'],
    ['to', 'to=soon'],
    ['to', 'to=9999-12-31'],
    ['from', 'from=0001-01-01'],
    ['zone', 'zone=Mars/Olympus'],
    ['from', 'from=2027-01-02&to=2027-01-01'],
    ['from', 'from=2026-01-01&to=2027-01-02'],
    ['from', 'to=2020-01-01&from=2021-01-01'],
  ])('names %s as the fault of %s', async (path, query) => {
    const endpoint = await start(sqliteKind);
    const response = await ask(endpoint, `/api/figures?${query}`);
    expect([response.statusCode, response.json().faults?.[0]?.path]).toEqual([400, path]);
  });

  test('may be of a leap year, and is then answered for each day', async () => {
    const { read } = await start(sqliteKind);
    const { days } = await read('from=2024-01-01&to=2024-12-31&zone=Europe/Kyiv');
    expect(days.map(({ day }) => day).filter((day) => day.endsWith('-29'))).toHaveLength(12);
    expect(days).toHaveLength(366);
  });

  test('is answered for nothing that the token does not cover', async () => {
    const { store, server, token, read } = await start(sqliteKind);
    await addReport(store, { receivedAt: START });
    const www = await store.tokens.addToken({ name: 'W', site: `www.${SITE}`, at: 1 });
    expect((await read('', www.token)).total.reports).toBe(0);
    expect((await ask({ server, token: www.token }, `/api/figures?site=${SITE}`)).statusCode).toBe(
      403,
    );
    expect((await read('', token)).total.reports).toBe(1);
    expect((await server.inject('/api/figures')).statusCode).toBe(401);
  });

  test('that many ask is asked of the database once in a while; a failure is not kept', async () => {
    let clock = START;
    const { store, server, token, read } = await start(sqliteKind, { now: () => clock });
    const count = vi.spyOn(store.figures, 'countReports');
    const all = await Promise.all(Array.from({ length: 20 }, () => read()));
    expect(all).toHaveLength(20);
    // Thirty days in weeks.
    expect(count).toHaveBeenCalledTimes(5);
    await addReport(store, { receivedAt: START });
    expect((await read()).total.reports).toBe(0);
    clock += 31_000;
    expect((await read()).total.reports).toBe(1);
    clock += 31_000;
    count.mockRejectedValueOnce(Object.assign(new Error('away'), { code: 'ECONNREFUSED' }));
    expect((await ask({ server, token }, '/api/figures')).statusCode).toBe(503);
    expect((await read()).total.reports).toBe(1);
  });
});

test.each([
  [[], null, null],
  [[[5, 1, 7]], 5, 7],
  [
    [
      [9, 1, 10],
      [1, 1, 2],
    ],
    1,
    6,
  ],
  [
    [
      [9, 2, 20],
      [1, 1, 2],
    ],
    9,
    22 / 3,
  ],
  [
    [
      [1, 1, 2],
      [9, 1, 10],
      [1, 1, 2],
    ],
    1,
    14 / 3,
  ],
] satisfies [number[][], number | null, number | null][])(
  'of the times %j the median is %s and the mean %s',
  (times, median, mean) => {
    const summary = summarizeTimes(
      times.map(([time = 0, count = 0, sum = 0]) => ({ time, count, sum })),
    );
    expect([summary.median, summary.mean]).toEqual([median, mean]);
  },
);

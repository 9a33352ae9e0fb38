import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import english from '../../src/locales/en.json' with { type: 'json' };
import { LANGUAGES } from '../../src/model/languages.ts';
import { REPORT_STATES } from '../../src/model/report.ts';
import { createTranslate } from '../../src/model/translate.ts';
import {
  formatDuration,
  formatGroup,
  formatShare,
  formatTick,
} from '../../src/pages/review/figures/figure-words.ts';
import {
  chooseGroupSize,
  type DayCount,
  groupDays,
} from '../../src/pages/review/figures/group-days.ts';
import {
  addDays,
  countDays,
  endToday,
  findPeriodFault,
  MOST_DAYS,
} from '../../src/pages/review/figures/period.ts';
import { linkToQueue } from '../../src/pages/review/figures/queue-links.ts';
import { chooseLabelStep, chooseTicks } from '../../src/pages/review/figures/scale.ts';
import { readLocation } from '../../src/pages/review/location.ts';
import { ANY_CLUSTER } from '../../src/platform/editors/clusters.ts';

const messages: Record<string, string> = english;
const t = createTranslate((key) => messages[key] ?? '', 'en');
const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

describe('the marks of an axis', () => {
  it('are from nought to what has to have its place, in steps that people count in', () => {
    fc.assert(
      fc.property(fc.nat(2_000_000), fc.integer({ min: 1, max: 10 }), (most, steps) => {
        const ticks = chooseTicks(most, steps);
        const [first, step = 0] = ticks;
        const last = ticks.at(-1) ?? 0;
        expect(first).toBe(0);
        expect(ticks).toEqual(ticks.map((_, i) => i * step));
        expect(Number(step.toExponential().split('e')[0])).toBeOneOf([1, 2, 5]);
        expect(Number.isInteger(step)).toBe(true);
        expect(last).toBeGreaterThanOrEqual(Math.max(1, most));
        // No empty step at the top, and not many more than were asked for.
        expect(last - step).toBeLessThan(Math.max(1, most));
        expect(ticks.length - 1).toBeLessThanOrEqual(steps);
      }),
      { numRuns: 1_000 },
    );
  });

  it.each([
    [0, [0, 1]],
    [1, [0, 1]],
    [3, [0, 1, 2, 3]],
    [24, [0, 5, 10, 15, 20, 25]],
    [121, [0, 50, 100, 150]],
    [1_000, [0, 200, 400, 600, 800, 1_000]],
  ])('for %i are %j', (most, ticks) => expect(chooseTicks(most, 5)).toEqual(ticks));
});

describe('labels beside each other', () => {
  it('have room', () => {
    const px = fc.double({ min: 0.1, max: 2_000, noNaN: true });
    fc.assert(
      fc.property(px, px, (room, label) => {
        const step = chooseLabelStep(room, label);
        expect(step * room).toBeGreaterThanOrEqual(label * (1 - 1e-9));
        if (step > 1) expect((step - 1) * room).toBeLessThan(label);
      }),
    );
    expect(chooseLabelStep(0, 50)).toBe(1);
  });
});

const someStates = fc.record({
  ...{ new: fc.nat(50), accepted: fc.nat(50), rejected: fc.nat(50), fixed: fc.nat(50) },
  spam: fc.nat(50),
});
const someDays = fc
  .tuple(fc.integer({ min: 0, max: 4_000 }), fc.array(someStates, { maxLength: MOST_DAYS }))
  .map(([first, list]): DayCount[] =>
    list.map((states, i) => ({
      day: addDays('2024-01-01', first + i),
      reports: Object.values(states).reduce((sum, count) => sum + count, 0),
      states,
    })),
  );

describe('groups of days', () => {
  it('have all the days, each once and in order, and their sums', () => {
    fc.assert(
      fc.property(someDays, fc.constantFrom('day', 'week', 'month'), (days, size) => {
        const groups = groupDays(days, size);
        const listed = groups.flatMap(({ from, to }) =>
          Array.from({ length: countDays(from, to) }, (_, i) => addDays(from, i)),
        );
        expect(listed).toEqual(days.map(({ day }) => day));
        for (const group of groups) {
          const inside = days.filter(({ day }) => day >= group.from && day <= group.to);
          const sum = (read: (day: DayCount) => number) =>
            inside.reduce((all, day) => all + read(day), 0);
          expect(group.reports).toBe(sum(({ reports }) => reports));
          for (const state of REPORT_STATES) {
            expect(group.states[state]).toBe(sum(({ states }) => states[state]));
          }
        }
      }),
      { numRuns: 60 },
    );
  });

  it('leave the days that they are made of as they were', () => {
    fc.assert(
      fc.property(someDays, (days) => {
        const before = structuredClone(days);
        groupDays(days, 'month');
        expect(days).toEqual(before);
      }),
      { numRuns: 20 },
    );
  });

  it('are weeks from Monday and months of the calendar, cut where the time begins and ends', () => {
    const days = Array.from({ length: 40 }, (_, i): DayCount => {
      const states = { new: 1, accepted: 0, rejected: 0, fixed: 0, spam: 0 };
      return { day: addDays('2026-10-29', i), reports: 1, states };
    });
    // 29 October 2026 is a Thursday.
    expect(groupDays(days, 'week').map(({ from, reports }) => [from, reports])).toEqual([
      ...[['2026-10-29', 4] as const, ['2026-11-02', 7] as const, ['2026-11-09', 7] as const],
      ...[['2026-11-16', 7] as const, ['2026-11-23', 7] as const, ['2026-11-30', 7] as const],
      ['2026-12-07', 1],
    ]);
    expect(groupDays(days, 'month').map(({ from, to }) => [from, to])).toEqual([
      ['2026-10-29', '2026-10-31'],
      ['2026-11-01', '2026-11-30'],
      ['2026-12-01', '2026-12-07'],
    ]);
  });

  it('are never too many to be told from each other', () => {
    for (let length = 1; length <= MOST_DAYS; length += 1) {
      const size = chooseGroupSize(length);
      const most = { day: length, week: Math.ceil((length + 12) / 7), month: 14 }[size];
      expect(most).toBeLessThanOrEqual(45);
    }
    expect([7, 30, 90, 365].map(chooseGroupSize)).toEqual(['day', 'day', 'week', 'month']);
  });
});

describe('a period', () => {
  it('ends today, and has the days that were asked for', () => {
    expect(endToday(30, '2026-11-23')).toEqual({ from: '2026-10-25', to: '2026-11-23' });
    expect(endToday(1, '2024-02-29')).toEqual({ from: '2024-02-29', to: '2024-02-29' });
    fc.assert(
      fc.property(fc.integer({ min: 1, max: MOST_DAYS }), (length) => {
        const period = endToday(length, '2026-03-30');
        expect(countDays(period.from, period.to)).toBe(length);
        expect(findPeriodFault(period)).toBeNull();
      }),
    );
  });

  it.each([
    [{ from: '', to: '2026-01-01' }, 'incomplete'],
    [{ from: '2026-01-01', to: '' }, 'incomplete'],
    [{ from: '2026-02-30', to: '2026-03-01' }, 'incomplete'],
    [{ from: '2026-1-1', to: '2026-03-01' }, 'incomplete'],
    [{ from: '2026-01-02', to: '2026-01-01' }, 'backwards'],
    [{ from: '2026-01-01', to: '2026-01-01' }, null],
    [{ from: '2024-01-01', to: '2024-12-31' }, null],
    [{ from: '2025-01-01', to: '2026-01-02' }, 'too-long'],
  ])('%j is %s', (period, fault) => expect(findPeriodFault(period)).toBe(fault));
});

describe('figures in words', () => {
  it.each([
    [null, '–'],
    [0, 'less than a minute'],
    [MINUTE - 1, 'less than a minute'],
    [MINUTE, '1 minute'],
    [59.6 * MINUTE, '1 hour'],
    [90 * MINUTE, '1 hour 30 minutes'],
    [DAY - MINUTE, '23 hours 59 minutes'],
    [DAY - 1, '1 day'],
    [DAY + 20 * MINUTE, '1 day'],
    [2 * DAY - 20 * MINUTE, '2 days'],
    [50 * HOUR, '2 days 2 hours'],
  ])('%s ms are %s', (ms, words) => expect(formatDuration(ms, t)).toBe(words));

  it('say shares as exactly as they need to be', () => {
    expect(formatShare(null, 'en')).toBe('–');
    expect([0, 0.004, 0.5, 0.999, 1].map((share) => formatShare(share, 'en'))).toEqual([
      ...['0%', '0.4%', '50%', '100%', '100%'],
    ]);
  });

  it('say days in the page’s language, or in figures', () => {
    expect(formatTick('2026-11-05', 'day', 'en')).toBe('Nov 5');
    expect(formatTick('2026-11-05', 'month', 'de')).toBe('Nov. 2026');
    expect(formatGroup({ from: '2026-11-05', to: '2026-11-05' }, 'en')).toBe('November 5, 2026');
    // Its spaces are thin ones in some versions of the language's data.
    expect(formatGroup({ from: '2026-11-01', to: '2026-11-30' }, 'en')).toMatch(
      /^November 1\s–\s30, 2026$/,
    );
    // Which no browser knows.
    expect(formatTick('2026-11-05', 'day', 'xx')).toBe('05.11.');
    expect(formatTick('2026-11-05', 'month', 'xx')).toBe('11.2026');
    for (const { tag } of LANGUAGES) {
      for (const size of ['day', 'month'] as const) {
        expect(formatTick('2026-11-05', size, tag)).not.toMatch(/M\d|undefined|NaN/);
      }
      const range = formatGroup({ from: '2026-10-25', to: '2026-11-23' }, tag);
      expect(range).not.toMatch(/M\d|undefined|NaN/);
      for (const day of ['25', '23']) expect(range).toContain(day);
    }
  });
});

describe('a link to what a figure counts', () => {
  it('is to the queue, of any state unless one is named', () => {
    const source = 'https://news.example/a?b=c&d=ж';
    expect(readLocation(linkToQueue({ page: source, site: 'news.example' }))).toEqual({
      ...{ page: 'queue', sort: 'newest', open: null },
      filter: { ...ANY_CLUSTER, page: source, site: 'news.example' },
    });
    expect(readLocation(linkToQueue({ state: 'spam' })).filter.state).toBe('spam');
  });
});

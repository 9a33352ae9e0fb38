/** The rule that moves a place by what was seen of it: its cases, and what holds for any looks at all. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  judgeObservations,
  type Look,
  RETURN_GRACE,
  type SeenPlace,
} from '../../src/model/judge-observations.ts';
import { REPORT_STATES } from '../../src/model/report.ts';

const REPORTED = 1_000;
const MOVED = 2_000;
const AFTER_GRACE = MOVED + RETURN_GRACE + 1;

/** `A+10`: reader A saw it fixed at 10; `E-20`: editor E saw it open at 20. E and F are editors. */
function readLooks(text: string): Look[] {
  return [...text.matchAll(/([A-Z])([+-])(\d+)/g)].map(([, observer = '', sign, at]) => ({
    by: 'EF'.includes(observer) ? 'editor' : 'reader',
    observer,
    verdict: sign === '+' ? 'fixed' : 'open',
    at: Number(at),
    knownSince: 'EF'.includes(observer) ? null : 0,
  }));
}

function judge(place: Partial<SeenPlace>, looks: string) {
  return judgeObservations({
    ...{ state: 'new', reports: 3, reportedAt: REPORTED, movedAt: null, acceptedAt: null },
    ...place,
    looks: readLooks(looks),
  });
}

describe.each(['new', 'accepted'] as const)('a place that is %s', (state) => {
  it.each<[string, number, 'fixed' | null]>([
    ['', 1, null],
    ['A+1001', 1, 'fixed'],
    ['A+1001', 0, 'fixed'],
    ['A+1001', 2, null],
    ['A+1001 B+1002', 2, 'fixed'],
    ['A+1001 B+1002', 900, 'fixed'],
    // What was seen before it was reported, or at that very moment, is another matter.
    ['A+1000', 1, null],
    ['A+1001 B+1000', 2, null],
    ['E+1000', 2, null],
    ['E+1001', 900, 'fixed'],
    ['E+1001 F-1002', 2, null],
    ['E-1001 F+1002', 2, 'fixed'],
    ['E+1001 A-1002 B-1003 C-1004', 3, 'fixed'],
    ['E-1001', 1, null],
    // Readers outvote readers who came after the first of them.
    ['A+1001 B+1002 C-1003 D-1004', 9, 'fixed'],
    ['A+1001 C-1002 D-1003 G-1004 B+1005', 9, null],
    ['C-1001 D-1002 G-1003 A+1004 B+1005', 9, 'fixed'],
    ['A-1001 B-1002 C-1003', 3, null],
  ])('and was seen as %j, of %i reports, becomes %s', (looks, reports, expected) => {
    expect(judge({ state, reports }, looks)).toBe(expected);
  });

  it.each<[string, number | null, 'fixed' | null]>([
    ['A+1001 B+1002', null, 'fixed'],
    ['A+1001 B+1002', 500, null],
    ['A+1001 B+1002 E+1003', 500, 'fixed'],
    // One who was there before is enough, with whom others agree.
    ['A+1001 K+1002', 500, 'fixed'],
    ['K+1001', 500, null],
    ['A+1001 B+1002 K-1003', 500, null],
    ['A+1001 B+1002', 601, 'fixed'],
    ['A+1001 B+1002', 600, null],
  ])('and was seen as %j, and accepted at %s, becomes %s', (looks, acceptedAt, expected) => {
    const since = new Map([['K', 400]]);
    const seen = readLooks(looks).map((look) => ({
      ...look,
      knownSince: look.by === 'editor' ? null : (since.get(look.observer) ?? 600),
    }));
    const place = { state, reports: 3, reportedAt: REPORTED, movedAt: null, acceptedAt };
    expect(judgeObservations({ ...place, looks: seen })).toBe(expected);
  });

  it('stays where a person has put it until it is seen anew', () => {
    const moved = { state, movedAt: MOVED };
    expect(judge(moved, 'A+1500 B+2000 E+2000')).toBeNull();
    expect(judge(moved, 'A+1500 B+2001')).toBeNull();
    expect(judge(moved, 'A+2001 B+2001')).toBe('fixed');
    expect(judge(moved, 'E+2001')).toBe('fixed');
  });
});

describe('a place that is fixed', () => {
  const fixed = { state: 'fixed' as const, movedAt: MOVED };
  it.each<[string, number, 'new' | null]>([
    [`A-${AFTER_GRACE}`, 1, 'new'],
    [`A-${AFTER_GRACE}`, 2, null],
    [`A-${AFTER_GRACE} B-${AFTER_GRACE}`, 2, 'new'],
    [`A-${AFTER_GRACE} B-${AFTER_GRACE - 1}`, 2, null],
    [`E-${AFTER_GRACE}`, 900, 'new'],
    [`E-${AFTER_GRACE - 1}`, 1, null],
    [`E-${AFTER_GRACE} F+${AFTER_GRACE + 1}`, 2, null],
    ['A-2001 B-2002 E-2003', 1, null],
    ['A-1001 B-1002 E-1003', 1, null],
    [`A+${AFTER_GRACE} E+${AFTER_GRACE}`, 1, null],
  ])('and was seen as %j, of %i reports, becomes %s', (looks, reports, expected) => {
    expect(judge({ ...fixed, reports }, looks)).toBe(expected);
  });
});

describe('whatever was seen', () => {
  const time = fc.oneof(
    fc.integer({ min: 900, max: 2_100 }),
    fc.integer({ min: MOVED + RETURN_GRACE - 2, max: MOVED + RETURN_GRACE + 10 }),
  );
  const looksOf = (by: Look['by']) =>
    fc.uniqueArray(
      fc.record({
        by: fc.constant(by),
        observer: fc.integer({ min: 0, max: 9 }).map((number) => `${by} ${number}`),
        verdict: fc.constantFrom('open', 'fixed'),
        at: time,
        knownSince: by === 'editor' ? fc.constant(null) : fc.integer({ min: 0, max: 2_100 }),
      }),
      { selector: ({ observer }) => observer, maxLength: 8 },
    );
  const looks = fc
    .tuple(looksOf('reader'), looksOf('editor'))
    .map(([some, more]) => [...some, ...more]);
  const place: fc.Arbitrary<SeenPlace> = fc.record({
    state: fc.constantFrom(...REPORT_STATES),
    reports: fc.integer({ min: 0, max: 5 }),
    reportedAt: time,
    movedAt: fc.option(time),
    acceptedAt: fc.option(time),
    looks,
  });

  it('new and accepted can only become fixed, fixed only new, the others nothing', () => {
    const allowed = { new: 'fixed', accepted: 'fixed', fixed: 'new', rejected: null, spam: null };
    const reached = new Set<unknown>();
    fc.assert(
      fc.property(place, (one) => {
        const to = judgeObservations(one);
        if (to !== null) reached.add(`${one.state} ${to}`);
        expect([null, allowed[one.state]]).toContain(to);
      }),
      { numRuns: 2_000 },
    );
    expect(reached).toEqual(new Set(['new fixed', 'accepted fixed', 'fixed new']));
  });

  it('the order of the looks makes no difference', () => {
    fc.assert(
      fc.property(
        place.chain((one) =>
          fc.tuple(
            fc.constant(one),
            fc.shuffledSubarray([...one.looks], { minLength: one.looks.length }),
          ),
        ),
        ([one, shuffled]) =>
          judgeObservations(one) === judgeObservations({ ...one, looks: shuffled }),
      ),
    );
  });

  it('what was seen before the last move moves nothing', () => {
    fc.assert(
      fc.property(place, time, (one, movedAt) => {
        const later = one.looks.filter(({ at }) => at > movedAt);
        return (
          judgeObservations({ ...one, movedAt }) ===
          judgeObservations({ ...one, movedAt, looks: later })
        );
      }),
      { numRuns: 1_000 },
    );
  });

  it('a place that has just been moved stays until somebody looks again', () => {
    fc.assert(
      fc.property(place, (one) => {
        const to = judgeObservations(one);
        fc.pre(to !== null);
        const movedAt = Math.max(...one.looks.map(({ at }) => at));
        return judgeObservations({ ...one, state: to ?? one.state, movedAt }) === null;
      }),
    );
  });

  it('one reader alone, against an editor or not, moves no place of several reports', () => {
    fc.assert(
      fc.property(place, fc.constantFrom('open', 'fixed'), time, (one, verdict, at) => {
        const alone: Look = { by: 'reader', observer: 'x', verdict, at, knownSince: 0 };
        const agreeing = one.looks.filter((look) => look.verdict !== verdict);
        const reports = Math.max(2, one.reports);
        const to = judgeObservations({ ...one, reports, looks: [...agreeing, alone] });
        const without = judgeObservations({ ...one, reports, looks: agreeing });
        return to === null || to === without;
      }),
      { numRuns: 1_000 },
    );
  });

  it('another reader who says the same later takes nothing back', () => {
    fc.assert(
      fc.property(place, (one) => {
        const to = judgeObservations(one);
        fc.pre(to !== null);
        const verdict = to === 'fixed' ? 'fixed' : 'open';
        const at = Math.max(...one.looks.map((look) => look.at));
        const more: Look = { by: 'reader', observer: 'another', verdict, at, knownSince: 0 };
        return judgeObservations({ ...one, looks: [...one.looks, more] }) === to;
      }),
    );
  });
});

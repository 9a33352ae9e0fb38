/** What is told of a look at reported mistakes: what was seen twice, and is news. */
import fc from 'fast-check';
import { describe, expect, it, vi } from 'vitest';
import { standBeside } from '../../src/content/placed/stand-beside.ts';
import { createTeller, type News, type Sight } from '../../src/content/placed/tell-seen.ts';
import { REPLACEMENT_LIMIT } from '../../src/model/observation.ts';
import type { PlacedReport } from '../../src/model/placed-report.ts';

function see(
  verdict: Sight['verdict'],
  replacement = '',
  changes: Partial<PlacedReport> = {},
): Sight {
  const report: PlacedReport = {
    ...{ canonical: 'one', selectors: [], exact: 'teh', prefix: '', suffix: '', correction: '' },
    ...{ comment: '', kind: 'spelling', state: 'new', readers: 1, isOwn: true, told: null },
    sightings: { readers: 0, byEditor: false, replacement: '' },
    members: [],
    ...changes,
  };
  return { report, verdict, replacement };
}

function start(isTaken: () => boolean = () => true) {
  const tell = vi.fn(async (_: News[]) => isTaken());
  return { ...createTeller(tell), tell };
}

const FIXED = { canonical: 'one', verdict: 'fixed', replacement: 'the' };

describe('what a look shows', () => {
  it('is told once it has been seen twice on a page that has settled', () => {
    const { weigh, tell } = start();
    expect(weigh([see('fixed', 'the')], false)).toBe(true);
    expect(weigh([see('fixed', 'the')], false)).toBe(true);
    expect(tell).not.toHaveBeenCalled();
    expect(weigh([see('fixed', 'the')], true)).toBe(false);
    expect(tell.mock.calls).toEqual([[[FIXED]]]);
    expect(weigh([see('fixed', 'the')], true)).toBe(false);
    expect(tell).toHaveBeenCalledOnce();
  });

  it('is not told from one look, nor where the second shows something else', () => {
    const { weigh, tell } = start();
    expect(weigh([see('fixed', 'th')], true)).toBe(true);
    expect(weigh([see('fixed', 'the')], true)).toBe(true);
    expect(weigh([see('unknown')], true)).toBe(false);
    expect(weigh([see('fixed', 'the')], true)).toBe(true);
    expect(weigh([see('open')], true)).toBe(false);
    expect(tell).not.toHaveBeenCalled();
  });

  it('is told all at once, and again when it is another', () => {
    const { weigh, tell } = start();
    const both = [see('fixed', 'the'), see('open', '', { canonical: 'two', state: 'fixed' })];
    weigh(both, true);
    weigh(both, true);
    expect(tell.mock.calls).toEqual([
      [[FIXED, { canonical: 'two', verdict: 'open', replacement: '' }]],
    ]);
    weigh([see('open')], true);
    weigh([see('open')], true);
    expect(tell).toHaveBeenLastCalledWith([{ canonical: 'one', verdict: 'open', replacement: '' }]);
  });

  it('is told with a later look where it was not taken', async () => {
    let isTaken = false;
    const { weigh, tell } = start(() => isTaken);
    weigh([see('fixed', 'the')], true);
    weigh([see('fixed', 'the')], true);
    await Promise.resolve();
    isTaken = true;
    await Promise.resolve();
    weigh([see('fixed', 'the')], true);
    expect(tell).toHaveBeenCalledTimes(2);
  });

  it('is told once more where its report was moved on meanwhile', () => {
    const { weigh, tell } = start();
    const look = (verdict: 'open' | 'fixed', state: PlacedReport['state']) => {
      weigh([see(verdict, '', { state })], true);
      weigh([see(verdict, '', { state })], true);
      return tell.mock.calls.length;
    };
    expect(look('fixed', 'new')).toBe(1);
    expect(look('fixed', 'accepted')).toBe(1);
    expect(look('fixed', 'fixed')).toBe(1);
    expect(look('open', 'fixed')).toBe(2);
    expect(look('open', 'fixed')).toBe(2);
    // Where that did not count, an editor who moves it back has seen it.
    expect(look('open', 'new')).toBe(2);
    expect(look('fixed', 'new')).toBe(3);
  });

  it('is no news to the editor who has just decided about it', () => {
    const { weigh, hush, tell } = start();
    hush('one', 'open', 'fixed');
    for (let look = 0; look < 3; look += 1) {
      expect(weigh([see('open', '', { state: 'fixed' })], true)).toBe(false);
    }
    expect(tell).not.toHaveBeenCalled();
  });

  it('is never what nobody can tell, and no longer than it may be', () => {
    const sight = fc.record({
      verdict: fc.constantFrom('open' as const, 'fixed' as const, 'unknown' as const),
      replacement: fc.string({ unit: 'grapheme', maxLength: 4 }).map((one) => one.repeat(300)),
      isSettled: fc.boolean(),
    });
    fc.assert(
      fc.property(fc.array(sight, { maxLength: 9 }), (sights) => {
        const { weigh, tell } = start();
        for (const { verdict, replacement, isSettled } of sights) {
          weigh([see(verdict, replacement)], isSettled);
        }
        const news = tell.mock.calls.flatMap(([all]) => all);
        for (const [index, one] of news.entries()) {
          expect(['open', 'fixed']).toContain(one.verdict);
          expect(one.replacement?.length ?? 0).toBeLessThanOrEqual(REPLACEMENT_LIMIT);
          expect(one.replacement?.isWellFormed()).toBe(true);
          expect(one.verdict).not.toBe(news[index - 1]?.verdict);
        }
      }),
    );
  });
});

describe('a card beside words', () => {
  const WORDS = { left: 100, right: 160, top: 200, bottom: 220 };
  const VIEW = { width: 1000, height: 600 };

  it('stands below them, at their beginning', () => {
    const card = { width: 300, height: 200 };
    expect(standBeside(WORDS, card, VIEW, false)).toEqual({ left: 100, top: 228 });
    const atRight = { ...WORDS, left: 500, right: 560 };
    expect(standBeside(atRight, card, VIEW, true)).toEqual({ left: 260, top: 228 });
  });

  it('stands above them where there is room only there', () => {
    const low = { ...WORDS, top: 500, bottom: 520 };
    expect(standBeside(low, { width: 300, height: 200 }, VIEW, false).top).toBe(292);
  });

  it('is in view as far as it can be, wherever they are', () => {
    const at = fc.integer({ min: -3_000, max: 3_000 });
    const size = fc.integer({ min: 1, max: 1_500 });
    fc.assert(
      fc.property(at, at, size, size, size, fc.boolean(), (x, y, width, height, view, isToLeft) => {
        const words = { left: x, right: x + 50, top: y, bottom: y + 20 };
        const room = { width: view, height: view };
        const { left, top } = standBeside(words, { width, height }, room, isToLeft);
        expect(left).toBeGreaterThanOrEqual(8);
        expect(top).toBeGreaterThanOrEqual(8);
        if (width + 16 <= view) expect(left + width).toBeLessThanOrEqual(view - 8);
        if (height + 16 <= view) expect(top + height).toBeLessThanOrEqual(view - 8);
      }),
    );
  });
});

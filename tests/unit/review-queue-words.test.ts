import { describe, expect, it, vi } from 'vitest';
import english from '../../src/locales/en.json' with { type: 'json' };
import { createTranslate } from '../../src/model/translate.ts';
import {
  describeTold,
  describeTrouble,
  shorten,
} from '../../src/pages/review/queue/describe-told.ts';
import { createPaced } from '../../src/pages/review/queue/paced.ts';
import { readProposed } from '../../src/pages/review/queue/read-proposed.ts';
import { makeCluster, makeItem } from './review-desk-fake.ts';

const messages: Record<string, string> = english;
const t = createTranslate((key) => messages[key] ?? '', 'en');
const decision = { version: 2, at: 0, from: 'new', to: 'rejected', reason: '' } as const;

describe('what is told of a decision', () => {
  it('names who was first, or that it was seen', () => {
    const told = (editor: string) =>
      describeTrouble({ kind: 'decided', last: { ...decision, editor } }, t);
    expect(told('Bob')).toContain('Bob');
    expect(told('Bob')).toContain('Rejected');
    expect(told('')).toContain('Rejected');
    expect(told('')).not.toBe(told('Bob').replace('Bob', ''));
    expect(describeTrouble({ kind: 'decided', last: null }, t)).toBe(english.reviewConflict);
  });

  it('keeps a reader’s words apart, and short', () => {
    const words = `\u202e${'long '.repeat(40)}\u2066`;
    const told = describeTold({ kind: 'undone', state: 'new', words, stays: true }, t) ?? '';
    expect(told).toMatch(/\u2068long [^\u2066\u202e\u2069]*…\u2069/);
    expect(told.length).toBeLessThan(200);
    expect(told).toContain(english.reviewQueueStays);
    expect(shorten('👨‍👩‍👧'.repeat(60)).isWellFormed()).toBe(true);
  });

  it('says nothing of what was not done', () => {
    expect(describeTold({ kind: 'nothing' }, t)).toBeNull();
    expect(describeTold({ kind: 'many' }, t)).toBeNull();
  });
});

describe('what is proposed', () => {
  it('is the editor’s, else the most frequent, else the shown report’s', () => {
    const corrections = [{ correction: 'often', count: 3 }];
    const sample = makeItem({ correction: 'shown' });
    const edited = { correction: 'mine', editor: 'Ann', at: 0 };
    expect(readProposed(makeCluster({ edited, corrections, sample }))).toBe('mine');
    expect(readProposed(makeCluster({ corrections, sample }))).toBe('often');
    expect(readProposed(makeCluster({ sample }))).toBe('shown');
  });
});

describe('paced work', () => {
  it('is done once however often it is asked for, and never twice at once', async () => {
    vi.useFakeTimers();
    let [running, most, done] = [0, 0, 0];
    const paced = createPaced(
      async () => {
        running += 1;
        most = Math.max(most, running);
        await new Promise((resolve) => setTimeout(resolve, 300));
        running -= 1;
        done += 1;
        return 'done' as const;
      },
      { soon: 100, apart: 1_000 },
    );
    for (let i = 0; i < 500; i += 1) {
      paced.ask();
      await vi.advanceTimersByTimeAsync(10);
    }
    await vi.advanceTimersByTimeAsync(10_000);
    expect(most).toBe(1);
    // Five seconds of asking, once in 1.3 seconds, and a last time after it.
    expect(done).toBeGreaterThanOrEqual(4);
    expect(done).toBeLessThanOrEqual(5);
    paced.stop();
    paced.ask();
    await vi.advanceTimersByTimeAsync(10_000);
    expect(done).toBeLessThanOrEqual(5);
    vi.useRealTimers();
  });

  it('is done ever more seldom while it fails, and soon again once that is over', async () => {
    vi.useFakeTimers();
    const times: number[] = [];
    let came: 'done' | 'failed' = 'failed';
    const paced = createPaced(
      async () => {
        times.push(performance.now());
        return came;
      },
      { soon: 100, apart: 1_000 },
    );
    paced.ask();
    for (let i = 0; i < 1_000; i += 1) {
      // Asking does not hurry it.
      paced.ask();
      await vi.advanceTimersByTimeAsync(1_000);
    }
    const waits = times.slice(1).map((time, at) => time - (times[at] ?? 0));
    expect(waits.slice(0, 7)).toEqual([2_000, 4_000, 8_000, 16_000, 32_000, 60_000, 60_000]);
    expect(Math.max(...waits)).toBe(60_000);
    came = 'done';
    const { length } = times;
    paced.recover();
    await vi.advanceTimersByTimeAsync(1_100);
    expect(times).toHaveLength(length + 1);
    paced.recover();
    await vi.advanceTimersByTimeAsync(100_000);
    expect(times).toHaveLength(length + 1);
    paced.ask();
    await vi.advanceTimersByTimeAsync(1_000);
    expect(times).toHaveLength(length + 2);
    paced.stop();
    vi.useRealTimers();
  });
});

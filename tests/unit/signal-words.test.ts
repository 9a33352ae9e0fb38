import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { START, WEIGHTS } from '../../src/page/signal-weights.ts';
import { SIGNAL_WORDS } from '../../src/page/signal-words.ts';

const entries = Object.entries(WEIGHTS);

it('every signal weighs something, none decides alone', () => {
  for (const [name, weight] of entries) {
    expect(Number.isFinite(weight), name).toBe(true);
    expect(Math.abs(weight), name).toBeGreaterThanOrEqual(0.1);
    expect(Math.abs(weight), name).toBeLessThanOrEqual(4);
  }
  expect(Math.abs(START)).toBeLessThan(1);
});

it('every signal has words of its own', () => {
  expect(Object.keys(SIGNAL_WORDS).sort()).toEqual(entries.map(([name]) => name).sort());
  const words = Object.values(SIGNAL_WORDS);
  expect(new Set(words).size).toBe(words.length);
  for (const one of words) expect(one).toMatch(/^\p{L}[\p{L}\p{N} ,’':-]{5,60}$/u);
});

it('every signal is looked for', () => {
  const sources = ['address', 'head', 'body']
    .map((place) => `${place}-signals.ts`)
    .concat('judge-article.ts')
    .map((name) => readFileSync(join(import.meta.dirname, '../../src/page', name), 'utf8'))
    .join('\n');
  expect(entries.map(([name]) => name).filter((name) => !sources.includes(`'${name}'`))).toEqual(
    [],
  );
});

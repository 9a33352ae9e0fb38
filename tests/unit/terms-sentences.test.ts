/** Sentences about reuse, and others that only sound like them, in each language that terms are read in. */
import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import type { Terms } from '../../src/model/source.ts';
import { readTerms } from '../../src/model/terms.ts';

const KINDS: Record<string, Terms['kind'] | null> = {
  A: 'active-link-required',
  F: 'free-with-credit',
  P: 'permission-required',
  N: 'no-reuse',
  C: 'cc-license',
  O: 'none',
  '-': null,
};
const LINKS: Record<string, Terms['link']> = { a: 'active', p: 'plain', r: 'reference', '-': null };

const rows = readFileSync(new URL('../fixtures/reuse-sentences.tsv', import.meta.url), 'utf8')
  .trim()
  .split('\n')
  .filter((line) => !line.startsWith('#'))
  .map((line) => {
    const [lang = '', kinds = '', link = '', target = '', text = ''] = line.split('\t');
    const [kind = '', also] = kinds.split('+');
    return { lang, kind, also, link, target, text };
  });
const languages = [...new Set(rows.map(({ lang }) => lang))];

/** The share of rows of which something holds; the others are listed where it is too small. */
function expectShare<T extends { text: string }>(
  of: readonly T[],
  least: number,
  holds: (row: T) => boolean,
): void {
  const wrong = of.filter((row) => !holds(row)).map(({ text }) => text);
  if (wrong.length > of.length * (1 - least)) expect(wrong).toEqual([]);
}

describe.each(languages)('in %s', (lang) => {
  const own = rows.filter((row) => row.lang === lang);

  it('almost every sentence is read as what it is, whether its language is told or not', () => {
    for (const told of [lang, undefined]) {
      expectShare(own, 0.95, ({ kind, text }) => {
        return (readTerms(text, told)?.kind ?? null) === KINDS[kind];
      });
    }
  });

  it('other sentences have no terms', () => {
    for (const { text } of own.filter(({ kind }) => kind === '-')) {
      expect(readTerms(text, lang), text).toBeNull();
    }
  });
});

it('reads how a link is asked for, and where it leads', () => {
  const linked = rows.filter(({ link }) => link !== '-');
  expectShare(linked, 0.95, ({ link, text, lang }) => readTerms(text, lang)?.link === LINKS[link]);
  const aimed = rows.filter(({ target }) => target !== '-');
  expectShare(aimed, 0.95, ({ target, text, lang }) => readTerms(text, lang)?.target === target);
});

it('reads a second condition', () => {
  for (const { also, text, lang } of rows.filter((row) => row.also !== undefined)) {
    expect(readTerms(text, lang)?.also, text).toBe(KINDS[also ?? '']);
  }
});

import { readdirSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import * as v from 'valibot';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { SERVED_LOCALES } from '../../src/pages/review/served-words.ts';
import { readModules } from '../source-tree.ts';
import { copySources, type Scratch } from './scratch-build.ts';

const ROOT = join(import.meta.dirname, '../..');
const PLURAL = /_(zero|one|two|few|many|other)$/;
const locales = readdirSync(join(ROOT, 'src/locales'))
  .filter((file) => file.endsWith('.json'))
  .map((file) => basename(file, '.json'));
const wordsSchema = v.record(v.string(), v.string());
const messagesSchema = v.record(v.string(), v.object({ message: v.string() }));

const readText = (path: string) => readFileSync(join(ROOT, path), 'utf8');
const readWords = (locale: string) =>
  v.parse(wordsSchema, JSON.parse(readText(`src/locales/${locale}.json`)));

const named = (pattern: RegExp, texts: string[]) =>
  texts.flatMap((text) => [...text.matchAll(pattern)].map(([, key = '']) => key));

describe('the keys of the words', () => {
  const keys = new Set(Object.keys(readWords('en')).map((key) => key.replace(PLURAL, '')));
  const code = readModules(ROOT, 'src').map(({ text }) => text);
  const inManifest = named(/__MSG_(\w+)__/g, [readText('manifest.json')]);

  it('exist wherever they are asked for', () => {
    const asked = [...named(/\bt\(\s*'(\w+)'/g, code), ...inManifest];
    expect(asked.length).toBeGreaterThan(50);
    expect(asked.filter((key) => !keys.has(key))).toEqual([]);
  });

  it('are all asked for somewhere', () => {
    // A key may be chosen first and asked for later, so any text that is a key counts.
    const mentioned = new Set([...named(/'(\w+)'/g, code), ...inManifest]);
    expect([...keys].filter((key) => !mentioned.has(key))).toEqual([]);
  });
});

describe('the words as they are shipped', () => {
  let scratch: Scratch;
  beforeAll(async () => {
    scratch = await copySources();
    await scratch.build();
  });
  afterAll(() => scratch?.remove());

  it.each(['chrome', 'firefox'])('are in the form that %s reads', (browser) => {
    const folder = `dist/${browser}/_locales`;
    const expected = locales.map((locale) => `${locale.replace('-', '_')}/messages.json`);
    expect(scratch.list(folder)).toEqual(expected.sort());
    for (const locale of locales) {
      const path = `${folder}/${locale.replace('-', '_')}/messages.json`;
      const messages = v.parse(messagesSchema, JSON.parse(scratch.read(path)));
      const said = Object.entries(messages).map(([key, { message }]) => [key, message]);
      expect(Object.fromEntries(said)).toEqual({ locale, ...readWords(locale) });
    }
  });

  it.each(['chrome', 'firefox'])(
    'have for the content scripts of %s all that one of them asks for',
    (browser) => {
      const folder = `dist/${browser}/content`;
      const code = scratch
        .list(folder)
        .filter((file) => /^[\w-]+\.js$/.test(file))
        .map((file) => scratch.read(`${folder}/${file}`));
      const keys = new Set(Object.keys(readWords('en')).map((key) => key.replace(PLURAL, '')));
      // A minifier may write a key in any quotes.
      const mentioned = new Set(named(/["'`](\w+)["'`]/g, code).filter((key) => keys.has(key)));
      expect(mentioned.size).toBeGreaterThan(50);
      for (const locale of locales) {
        const said = scratch.read(`${folder}/words/${locale}.js`);
        const given = new Set(named(/"(\w+)":"/g, [said]).map((key) => key.replace(PLURAL, '')));
        expect([...mentioned].filter((key) => !given.has(key))).toEqual([]);
      }
    },
  );

  it('have no dollar sign, which browsers read as a placeholder', () => {
    const words = locales.flatMap((locale) => Object.values(readWords(locale)));
    expect(words.filter((text) => text.includes('$'))).toEqual([]);
  });

  it('lie beside the review that the endpoint serves, which knows each of them', () => {
    expect(scratch.list('dist/review/locales')).toEqual(
      locales.map((locale) => `${locale}.json`).sort(),
    );
    expect([...SERVED_LOCALES].sort()).toEqual([...locales].sort());
  });
});

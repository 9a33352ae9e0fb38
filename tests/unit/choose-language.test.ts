import { readdirSync } from 'node:fs';
import { basename, join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { chooseLanguage } from '../../src/model/choose-language.ts';
import { LANGUAGES } from '../../src/model/languages.ts';

const tags = LANGUAGES.map(({ tag }) => tag);

describe('the languages', () => {
  it('are those that there are words in', () => {
    const files = readdirSync(join(import.meta.dirname, '../../src/locales'))
      .filter((file) => file.endsWith('.json'))
      .map((file) => basename(file, '.json'));
    expect([...tags].sort()).toEqual(files.sort());
  });

  it('are called as their speakers call them', () => {
    const known = new Map(
      LANGUAGES.map(({ tag, name }) => [
        tag,
        [name, new Intl.DisplayNames(tag, { type: 'language' }).of(tag) ?? ''].map((one) =>
          one.normalize('NFKD').toLocaleLowerCase(tag).replace(/[ʻ‘’]/g, "'"),
        ),
      ]),
    );
    for (const [tag, [name = '', official = '']] of known) {
      // Of languages that the runtime does not know, it gives the tag back.
      if (official !== tag) expect(official, tag).toContain(name.slice(0, 4));
    }
  });
});

describe('chooseLanguage', () => {
  it.each([
    ['tg', ['en-US', 'en'], 'en', 'tg'],
    ['en', ['tg', 'ru'], 'ru', 'en'],
    ['', ['tg', 'ru'], 'ru', 'tg'],
    ['', ['tg-Cyrl-TJ', 'ru-RU'], 'ru', 'tg'],
    ['', ['ru-RU', 'tg'], 'ru', 'ru'],
    ['', ['RU', 'tg'], 'ru', 'ru'],
    ['', ['fi', 'sv-FI', 'uk'], 'en', 'uk'],
    ['', ['fi', 'en-GB', 'uk'], 'en', 'en'],
    ['', ['fi', 'sv'], 'en', 'en'],
    ['', [], 'ru', 'ru'],
    // A setting of another version, or of somebody's making, is the browser's choice again.
    ['xx', ['ky', 'ru'], 'ru', 'ky'],
    ['../ru', ['en'], 'en', 'en'],
    ['RU', ['en'], 'en', 'en'],
    ['', ['../../x', '', '-', '_ru'], 'de', 'de'],
    ['', ['constructor', '__proto__'], 'de', 'de'],
  ])('of %j with %j wanted and %j given takes %j', (setting, wanted, given, chosen) => {
    expect(chooseLanguage(setting, wanted, given)).toBe(chosen);
  });

  it('gives nothing but a language that there are words in, or what the browser gave', () => {
    const some = fc.oneof(fc.string(), fc.constantFrom(...tags, 'fi', 'pt-BR', 'uz-Latn-UZ'));
    fc.assert(
      fc.property(some, fc.array(some), fc.constantFrom(...tags), (setting, wanted, given) => {
        const chosen = chooseLanguage(setting, wanted, given);
        expect(tags).toContain(chosen);
        if (tags.includes(setting)) expect(chosen).toBe(setting);
        else if (wanted[0] === given) expect(chosen).toBe(given);
      }),
    );
  });
});

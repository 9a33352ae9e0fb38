import { readdirSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import * as v from 'valibot';
import { describe, expect, it } from 'vitest';

const FOLDER = join(import.meta.dirname, '../../src/locales');
const PLURAL = /_(zero|one|two|few|many|other)$/;

function readMessages(locale: string): Map<string, string> {
  const stored: unknown = JSON.parse(readFileSync(join(FOLDER, `${locale}.json`), 'utf8'));
  return new Map(Object.entries(v.parse(v.record(v.string(), v.string()), stored)));
}

/** The keys that code asks for: the forms of a plural are one. */
const readBases = (messages: Map<string, string>) =>
  [...new Set([...messages.keys()].map((key) => key.replace(PLURAL, '')))].sort();

const readPlaceholders = (message: string) => (message.match(/\{\w+\}/g) ?? []).sort();

const english = readMessages('en');
const locales = readdirSync(FOLDER)
  .filter((file) => file.endsWith('.json'))
  .map((file) => basename(file, '.json'));

describe.each(locales)('the words in %s', (locale) => {
  const messages = readMessages(locale);

  it('are all there, and none without use', () => {
    expect(readBases(messages)).toEqual(readBases(english));
  });

  it('have a form for each plural of the language', () => {
    const plurals = [...english.keys()].filter((key) => key.endsWith('_other'));
    const { pluralCategories } = new Intl.PluralRules(locale).resolvedOptions();
    for (const key of plurals) {
      const forms = pluralCategories.map((category) => key.replace(PLURAL, `_${category}`));
      expect(forms.filter((form) => !messages.has(form))).toEqual([]);
    }
  });

  it('have the placeholders that the English words have', () => {
    for (const [key, message] of messages) {
      const model = english.get(key) ?? english.get(key.replace(PLURAL, '_other')) ?? '';
      expect(readPlaceholders(message), key).toEqual(readPlaceholders(model));
    }
  });

  it('are said, without space at their ends', () => {
    const bad = [...messages].filter(([, said]) => said === '' || said !== said.trim());
    expect(bad).toEqual([]);
  });
});

import { describe, expect, it } from 'vitest';
import { readSiteInput } from '../../src/pages/options/read-site-input.ts';
import { KEY_COMMANDS, readKey } from '../../src/pages/review/queue/read-key.ts';
import { readEndpoint } from '../../src/pages/review/read-endpoint.ts';
import { loadWords, pickLocale } from '../../src/pages/review/served-words.ts';

const press = (key: string, code: string, held: object = {}) =>
  readKey({
    ...{ key, code, ctrlKey: false, metaKey: false, altKey: false },
    ...{ shiftKey: false, isComposing: false },
    ...held,
  });

describe('readKey', () => {
  it('takes letters as the layout writes them', () => {
    expect(press('j', 'KeyJ')).toBe('next');
    expect(press('J', 'KeyC')).toBe('next');
  });

  it('takes the place of the key where the layout writes no Latin letters', () => {
    expect(press('о', 'KeyJ')).toBe('next');
    expect(press('ف', 'KeyA')).toBe(press('a', 'KeyA'));
  });

  it('takes what is typed for search and help, and their key where it is a foreign letter', () => {
    expect(press('/', 'Digit7', { shiftKey: true })).toBe('search');
    expect(press('?', 'Slash', { shiftKey: true })).toBe('help');
    expect(press('ظ', 'Slash')).toBe('search');
    expect(press('ظ', 'Slash', { shiftKey: true })).toBe('help');
    expect(press('-', 'Slash')).toBeNull();
  });

  it('tells of every key, once', () => {
    const keys = KEY_COMMANDS.flatMap((one) => one.keys);
    expect(new Set(keys).size).toBe(keys.length);
    for (const key of keys.filter((one) => one !== 'Enter')) expect(press(key, '')).not.toBeNull();
  });

  it('leaves to the browser what is the browser’s', () => {
    expect(press('r', 'KeyR', { ctrlKey: true })).toBeNull();
    expect(press('a', 'KeyA', { metaKey: true })).toBeNull();
    expect(press('a', 'KeyA', { isComposing: true })).toBeNull();
    expect(press('Enter', 'Enter')).toBeNull();
    expect(press('é', 'KeyJ')).toBeNull();
    expect(press('constructor', '')).toBeNull();
  });
});

describe('readEndpoint', () => {
  it.each([
    ['https://editors.example', 'https://editors.example'],
    [' https://editors.example/ ', 'https://editors.example'],
    ['https://editors.example/sic/annotations/?a=1#b', 'https://editors.example/sic'],
    ['http://127.0.0.1:8080/annotations', 'http://127.0.0.1:8080'],
    ['http://editors.example', null],
    ['editors', null],
    ['javascript:alert(1)', null],
  ])('%s → %s', (typed, base) => expect(readEndpoint(typed)).toBe(base));
});

describe('readSiteInput', () => {
  it.each([
    ['News.Example ', 'news.example'],
    ['https://news.example:8080/a?b', 'news.example'],
    ['пример.example', 'xn--e1afmkfd.example'],
    ['news.example/path', null],
    ['two words', null],
    ['', null],
  ])('%s → %s', (typed, site) => expect(readSiteInput(typed)).toBe(site));
});

describe('the words of the served review', () => {
  const load = (files: Record<string, unknown>) => async (path: string) =>
    path in files
      ? new Response(JSON.stringify(files[path]))
      : new Response('Not found', { status: 404 });

  it('are in the first language that both sides have', () => {
    expect(pickLocale(['xx', 'ru-KZ', 'en'])).toBe('ru');
    expect(pickLocale(['kk-KZ', 'ru-KZ', 'en'])).toBe('kk');
    expect(pickLocale(['xx'])).toBe('en');
    expect(pickLocale([])).toBe('en');
  });

  it('fall back to English where a file is missing or broken', async () => {
    const files = {
      'locales/ru.json': { reviewTitle: 1 },
      'locales/en.json': { reviewTitle: 'R' },
    };
    const words = await loadWords(['ru'], load(files));
    expect(words.locale).toBe('en');
    expect(words.t('reviewTitle')).toBe('R');
  });

  it('are keys where there is no file at all', async () => {
    const words = await loadWords(['ru'], () => Promise.reject(new Error('offline')));
    expect(words.t('reviewTitle')).toBe('reviewTitle');
  });
});

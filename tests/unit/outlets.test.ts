import { expect, it } from 'vitest';
import { foldName } from '../../src/model/credit/fold-name.ts';
import { OUTLETS } from '../../src/model/credit/outlet-list.ts';
import { findOutlet, findStock, readOutlets } from '../../src/model/credit/outlets.ts';

const lines = OUTLETS.split('\n').filter((line) => line !== '');
/** Without those names that are of no one site. */
const certain = lines.filter((line) => !line.startsWith('*-?'));
const outlets = [...new Set(readOutlets(certain.join('\n')).values())];

it('every host is one', () => {
  for (const { host } of outlets) {
    expect(host).toMatch(/^(?:[a-z\d](?:[a-z\d-]*[a-z\d])?\.)+[a-z]{2,12}$/);
    expect(new URL(`https://${host}/`).hostname).toBe(host);
  }
});

it('no host stands twice', () => {
  const hosts = outlets.map(({ host }) => host);
  expect(hosts.filter((host, i) => hosts.indexOf(host) !== i)).toEqual([]);
});

it('no name stands twice, and none stands both for all languages and for one', () => {
  const seen = new Map<string, string>();
  const twice: string[] = [];
  for (const line of certain) {
    const [start = '', ...names] = line.split('|');
    if (!/^\*?-/.test(start)) names.push(start.replace('*', '').replace(/[.=].*/, ''));
    const keys = names.map((name) => {
      const [word = '', language] = name.split('@');
      return foldName(word) + (language === undefined ? '' : `@${language}`);
    });
    for (const key of new Set(keys)) {
      const others = [...seen.keys()].filter((other) => other.split('@')[0] === key.split('@')[0]);
      for (const other of others) {
        if (other === key || !other.includes('@') || !key.includes('@')) {
          if (seen.get(other) !== line) twice.push(`${key}: ${seen.get(other)} and ${line}`);
        }
      }
    }
    for (const key of keys) seen.set(key, line);
  }
  expect(twice).toEqual([]);
});

it('finds every name that it holds', () => {
  for (const line of lines) {
    for (const name of line.split('|').slice(1)) {
      const [word = '', language = null] = name.split('@');
      expect(findOutlet(word, language), name).not.toBeNull();
      expect(findOutlet(word.toUpperCase(), language), name).not.toBeNull();
    }
  }
});

it.each([
  ['The Times', 'en'],
  ['El Mundo', 'es'],
  ['La República', 'es'],
  ['Guardian', 'en'],
  ['Instagram', 'en'],
  ['archive', 'en'],
  ['', 'en'],
  ['@tr', 'tr'],
])('gives no site to %j in %j', (name, language) => {
  expect(findOutlet(name, language)).toBeNull();
});

it.each(['AA', 'EPA', 'PA'])('knows %j for an agency, but not whose site', (name) => {
  expect(findOutlet(name, null)).toMatchObject({ host: '', isAgency: true });
});

it.each([
  ['Reuters', null, 'reuters.com'],
  ['AFP Photo', null, 'afp.com'],
  ['the Associated Press', null, 'apnews.com'],
  ['AA', 'tr-TR', 'aa.com.tr'],
  ['информагентство «Интерфакс»', 'ru', 'interfax.ru'],
])('knows %j in %j', (name, language, host) => {
  expect(findOutlet(name, language)?.host).toBe(host);
});

it('takes a stock’s host for its name, an agency’s for an address', () => {
  expect(findStock('shutterstock.com')?.name).toBe('Shutterstock');
  expect(findStock('www.unsplash.com')?.name).toBe('Unsplash');
  expect(findStock('bbc.com')).toBeNull();
  expect(findStock('shutterstock.example')).toBeNull();
});

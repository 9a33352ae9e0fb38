/** The list of sources that a site reuses: editors keep it, pages are checked against it. */
import { describe, expect, test } from 'vitest';
import { composeCopy } from '../../src/model/reuse/compose-copy.ts';
import { writeSourceList } from '../../src/model/reuse/source-list.ts';
import { makeSource, makeTerms } from '../unit/attribution-source.ts';
import { checkAnswer } from './answers.ts';
import { addEditor, ask, type Endpoint, SITE, startEndpoint, tell } from './endpoint.ts';

const write = (name: string, count = 60) =>
  Array.from({ length: count }, (_, at) => `${name}${at}`).join(' ');

function makeCopy(name: string, text = write(name)) {
  const url = `https://news.example/${name}`;
  const source = makeSource({ url, title: `The ${name}`, terms: makeTerms() });
  const known = { id: url, copiedAt: 0, carried: false, service: null, source };
  const copy = composeCopy({ ...known, text, articleText: text });
  if (copy === null) throw new Error('too short');
  return copy;
}

const list = (...names: string[]) => writeSourceList(names.map((name) => makeCopy(name))).sources;
const add = (endpoint: Endpoint, sources: object[], more: object = {}) =>
  tell(endpoint, '/api/sources', { sources, ...more });
const find = async (endpoint: Endpoint, fingerprints: number[], more: object = {}) => {
  const answer = await tell(endpoint, '/api/sources/find', { fingerprints, ...more });
  return answer.json().sources.map(({ source }: { source: { url: string } }) => source.url);
};
const readUrls = async (endpoint: Endpoint, query = '') =>
  (await ask(endpoint, `/api/sources?${query}`))
    .json()
    .items.map(({ url }: { url: string }) => url);

async function remove({ server, token }: Endpoint, url: string, site = '') {
  const path = `/api/sources?url=${encodeURIComponent(url)}${site === '' ? '' : `&site=${site}`}`;
  const headers = { authorization: `Bearer ${token}` };
  const response = await server.inject({ method: 'DELETE', url: path, headers });
  await checkAnswer(server, 'DELETE', path, response);
  return response.statusCode;
}

describe('a list of sources', () => {
  test('is found by fingerprints, those that share most first', async () => {
    const endpoint = await startEndpoint();
    expect((await add(endpoint, list('river', 'harbour', 'bridge'))).json()).toEqual({
      site: SITE,
      count: 3,
    });
    const [river, harbour, bridge] = ['river', 'harbour', 'bridge'].map(
      (name) => makeCopy(name).fingerprints,
    );
    const page = [
      ...(harbour ?? []),
      ...(river ?? []).slice(0, 5),
      ...(bridge ?? []).slice(0, 1),
      7,
      8,
    ];
    expect(await find(endpoint, page)).toEqual([
      'https://news.example/harbour',
      'https://news.example/river',
    ]);
    expect(await find(endpoint, [])).toEqual([]);
    expect(await find(endpoint, [1, 2, 3])).toEqual([]);
  });

  test('gives copies as they were put there', async () => {
    const endpoint = await startEndpoint();
    const sources = [
      {
        url: 'https://news.example/text',
        title: 'Text',
        terms: 'Please make active links to the source when reusing this text.',
        language: 'en',
        text: write('text'),
      },
    ];
    expect((await add(endpoint, sources)).statusCode).toBe(200);
    const { fingerprints } = makeCopy('text');
    const answer = await tell(endpoint, '/api/sources/find', { fingerprints });
    expect(answer.json().sources).toMatchObject([
      {
        words: 60,
        articleWords: 60,
        fingerprints,
        source: { title: 'Text', terms: { kind: 'active-link-required' } },
      },
    ]);
    expect(answer.body).not.toContain('text1 text2');
  });

  test('is written anew by address', async () => {
    const endpoint = await startEndpoint();
    await add(endpoint, list('river'));
    const [entry] = writeSourceList([makeCopy('river', write('flood'))]).sources;
    await add(endpoint, [{ ...entry, title: 'The flood' }]);
    expect(await find(endpoint, makeCopy('river').fingerprints)).toEqual([]);
    expect(await find(endpoint, makeCopy('flood').fingerprints)).toEqual([
      'https://news.example/river',
    ]);
    const { items } = (await ask(endpoint, '/api/sources')).json();
    expect(items).toMatchObject([{ title: 'The flood', site: SITE, editor: 'Ann' }]);
  });

  test('is listed in pages, newest first', async () => {
    let clock = 1_800_000_000_000;
    const endpoint = await startEndpoint({ now: () => clock++ });
    const names = ['a', 'b', 'c', 'd', 'e'];
    for (const name of names) await add(endpoint, list(name));
    const seen: string[] = [];
    let after: string | null = '';
    while (after !== null) {
      const { items, next }: { items: { url: string }[]; next: string | null } = (
        await ask(endpoint, `/api/sources?limit=2&after=${after}`)
      ).json();
      seen.push(...items.map(({ url }) => url.slice(-1)));
      after = next;
    }
    expect(seen).toEqual(names.toReversed());
  });

  test('has a source taken from it', async () => {
    const endpoint = await startEndpoint();
    await add(endpoint, list('river', 'harbour'));
    expect(await remove(endpoint, 'https://news.example/river')).toBe(204);
    expect(await remove(endpoint, 'https://news.example/river')).toBe(404);
    expect(await readUrls(endpoint)).toEqual(['https://news.example/harbour']);
    expect(await find(endpoint, makeCopy('river').fingerprints)).toEqual([]);
  });

  test('is of a site and its subdomains, and of no other', async () => {
    const endpoint = await startEndpoint();
    const sport = `sport.${SITE}`;
    await add(endpoint, list('river'));
    await add(endpoint, list('harbour'), { site: sport });
    const page = [...makeCopy('river').fingerprints, ...makeCopy('harbour').fingerprints];
    expect((await find(endpoint, page, { site: sport })).sort()).toEqual([
      'https://news.example/harbour',
      'https://news.example/river',
    ]);
    expect(await find(endpoint, page, { site: `www.${SITE}` })).toEqual([
      'https://news.example/river',
    ]);
    expect((await readUrls(endpoint)).length).toBe(2);
    expect(await readUrls(endpoint, `site=${sport}`)).toEqual(['https://news.example/harbour']);
    const below = await addEditor(endpoint, sport);
    // The list of the site above is that site's editors'.
    expect(await find(below, page)).toEqual(['https://news.example/harbour']);
    const other = await addEditor(endpoint, 'other.example');
    expect(await find(other, page)).toEqual([]);
    expect(await readUrls(other)).toEqual([]);
    expect((await add(other, list('bridge'), { site: SITE })).statusCode).toBe(403);
    expect(await remove(other, 'https://news.example/river', SITE)).toBe(403);
  });

  test('takes all of a request or nothing', async () => {
    const endpoint = await startEndpoint();
    for (const bad of [
      { url: 'javascript:alert(1)', text: write('bad') },
      { url: 'https://news.example/bad', text: 'too short' },
      { url: 'https://news.example/bad' },
      { url: 'https://news.example/bad', fingerprints: [-1] },
      { url: 'https://news.example/bad', fingerprints: [0.5] },
      { url: 'https://news.example/bad', text: write('bad'), fingerprints: [1] },
    ]) {
      const answer = await add(endpoint, [...list('river'), bad]);
      expect(answer.statusCode).toBe(400);
      expect(answer.body).toContain('sources.1');
    }
    expect((await add(endpoint, [])).statusCode).toBe(400);
    expect(await readUrls(endpoint)).toEqual([]);
  });

  test('is changed by those alone who may', async () => {
    const endpoint = await startEndpoint();
    await add(endpoint, list('river'));
    const { token } = await endpoint.store.tokens.addToken({
      name: 'Di',
      site: SITE,
      scopes: ['read'],
      at: 1,
    });
    const reader = { ...endpoint, token };
    expect((await add(reader, list('harbour'))).statusCode).toBe(403);
    expect(await remove(reader, 'https://news.example/river')).toBe(403);
    expect(await find(reader, makeCopy('river').fingerprints)).toHaveLength(1);
  });

  test('takes a long article and a long page', async () => {
    const endpoint = await startEndpoint();
    const long = makeCopy('long', write('long', 20_000));
    expect((await add(endpoint, writeSourceList([long]).sources)).statusCode).toBe(200);
    expect(
      await find(endpoint, [...long.fingerprints, ...Array.from({ length: 5_000 }, (_, at) => at)]),
    ).toEqual(['https://news.example/long']);
  });
});

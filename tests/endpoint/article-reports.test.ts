/** The reports of one article, as they are shown in it: which they are, and how their places are found. */
import { describe, expect, test } from 'vitest';
import type { Selector } from '../../src/model/annotation.ts';
import { TEXT_FRAGMENT_SPECIFICATION } from '../../src/model/read-fragment.ts';
import { addEditor, ask, decide, type Endpoint, SITE, send, startEndpoint } from './endpoint.ts';

const ARTICLE = `https://${SITE}/a?page=1`;
const quote: Selector = { type: 'TextQuoteSelector', exact: 'teh', prefix: '', suffix: '' };

async function list(endpoint: Endpoint, url: string, more = '') {
  const query = new URLSearchParams({ page: url });
  const response = await ask(endpoint, `/api/reports?${query}${more}`);
  expect(response.statusCode).toBe(200);
  return response.json();
}

const pick = ({ items }: { items: { canonical: string }[] }) =>
  items.map(({ canonical }) => canonical);

describe('the reports of an article', () => {
  test('are those of its very address, whatever part of it and as whom it was read', async () => {
    const endpoint = await startEndpoint({ now: makeClock() });
    const sent: string[] = [];
    for (const source of [
      ...[ARTICLE, `${ARTICLE}#part`, `https://me:secret@${SITE}/a?page=1#x`],
      `http://${SITE}/a?page=1&utm_source=x`,
    ]) {
      sent.unshift((await send(endpoint, { source })).canonical);
    }
    const others = [`https://${SITE}/a`, `${ARTICLE}0`, `https://m.${SITE}/a?page=1`];
    for (const source of others) await send(endpoint, { source });
    expect(pick(await list(endpoint, ARTICLE))).toEqual(sent);
    expect(pick(await list(endpoint, `HTTPS://NEWS.example:443/a?page=1#else`))).toEqual(sent);
    expect(pick(await list(endpoint, `https://${SITE}/`))).toEqual([]);
    expect(pick(await list(endpoint, ''))).toHaveLength(7);
  });

  test('are those that may still matter, unless a state is asked for', async () => {
    const endpoint = await startEndpoint({ now: makeClock() });
    const states = ['new', 'accepted', 'rejected', 'spam', 'fixed'];
    const sent: Record<string, string> = {};
    for (const state of states) {
      const { canonical } = await send(endpoint, { source: ARTICLE });
      sent[state] = canonical;
      let version = 1;
      for (const to of state === 'fixed' ? ['accepted', 'fixed'] : [state]) {
        if (to === 'new') continue;
        await decide(endpoint, canonical, { state: to }, { 'if-match': `"${version++}"` });
      }
    }
    expect(pick(await list(endpoint, ARTICLE))).toEqual(
      ['fixed', 'accepted', 'new'].map((state) => sent[state]),
    );
    for (const state of states) {
      expect(pick(await list(endpoint, ARTICLE, `&state=${state}`))).toEqual([sent[state]]);
    }
  });

  test('are shown to the editors of its site alone, newest first and paged', async () => {
    const endpoint = await startEndpoint({ now: makeClock() });
    const other = await addEditor(endpoint, 'other.example');
    const sent: string[] = [];
    for (let i = 0; i < 7; i++) {
      sent.unshift((await send(endpoint, { source: ARTICLE })).canonical);
      await send(endpoint, { source: `https://${SITE}/b` });
    }
    const seen: string[] = [];
    let after = '';
    do {
      const page = await list(endpoint, ARTICLE, `&limit=3&after=${after}`);
      seen.push(...pick(page));
      after = page.next ?? '';
    } while (after !== '');
    expect(seen).toEqual(sent);
    expect(pick(await list(other, ARTICLE))).toEqual([]);
  });
});

describe('a report tells of its place', () => {
  const directive = 'was-,teh,-cat';
  const fragment = (value: unknown, conformsTo: unknown = TEXT_FRAGMENT_SPECIFICATION) => ({
    type: 'FragmentSelector',
    conformsTo,
    value,
  });

  test.each<[string, Selector[], object]>([
    ['nothing but the quote', [quote], { position: null, inBlock: null, fragment: '' }],
    [
      'how much of the context stands in its block',
      [{ ...quote, inBlock: { prefix: 2, suffix: 0 } }],
      { inBlock: { prefix: 2, suffix: 0 } },
    ],
    [
      'position and fragment',
      [
        fragment(`:~:text=${directive}`),
        { type: 'TextPositionSelector', start: 7, end: 10 },
        quote,
      ],
      { position: { start: 7, end: 10 }, fragment: `:~:text=${directive}` },
    ],
    [
      'no position that ends before it starts',
      [quote, { type: 'TextPositionSelector', start: 9, end: 3 }],
      { position: null },
    ],
    ['no fragment of another kind', [quote, fragment('part', 'http://x/')], { fragment: '' }],
    ['no fragment with markup', [quote, fragment(':~:text="><b>')], { fragment: '' }],
  ])('%s', async (_, selectors, expected) => {
    const endpoint = await startEndpoint();
    const { canonical } = await send(endpoint, { selectors });
    expect((await ask(endpoint, `/api/reports/${canonical}`)).json()).toMatchObject(expected);
  });

  test('and of its language, where there is a correction that has one', async () => {
    const endpoint = await startEndpoint();
    const languages = await Promise.all(
      [{ language: 'ky' }, { language: '' }, { language: 'ky', correction: '' }].map(
        async (draft) => {
          const { canonical } = await send(endpoint, draft);
          return (await ask(endpoint, `/api/reports/${canonical}`)).json().language;
        },
      ),
    );
    expect(languages).toEqual(['ky', '', '']);
  });

  test('with how many reported it, in one list as alone', async () => {
    const endpoint = await startEndpoint({ now: makeClock() });
    for (let i = 0; i < 3; i++) await send(endpoint, { source: ARTICLE });
    const { canonical } = await send(endpoint, { source: ARTICLE });
    await decide(endpoint, canonical, { state: 'spam' }, { 'if-match': '"1"' });
    await send(endpoint, { source: `https://m.${SITE}/a` });
    await send(endpoint, { source: ARTICLE, selectors: [quote] });
    const { items } = (await ask(endpoint, '/api/reports')).json();
    const readers = items.map((item: { readers: number }) => item.readers);
    expect(readers).toEqual([1, 1, 3, 3, 3, 3]);
    for (const item of items) {
      const alone = await ask(endpoint, `/api/reports/${item.canonical}`);
      expect(alone.json()).toEqual(item);
    }
  });
});

function makeClock(): () => number {
  let clock = 1_800_000_000_000;
  return () => clock++;
}

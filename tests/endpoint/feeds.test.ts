/** Feeds: what is in them, whatever readers wrote, and for whom. */
import fc from 'fast-check';
import { JSDOM } from 'jsdom';
import * as v from 'valibot';
import { describe, expect, test } from 'vitest';
import {
  composeFeed,
  escapeXml,
  writeAtom,
  writeJsonFeed,
} from '../../src/endpoint/exports/compose-feed.ts';
import type { Mistake } from '../../src/endpoint/store/newest-mistakes.ts';
import { fromRow, toRow } from '../../src/endpoint/store/stored-report.ts';
import type { Scope } from '../../src/endpoint/store/tokens.ts';
import type { ReportDraft } from '../../src/model/report.ts';
import { decide, type Endpoint, SITE, send, startEndpoint, writeAnnotation } from './endpoint.ts';
import { makeReport, withDatabase } from './stored.ts';

const { window } = new JSDOM('');
const ATOM = 'http://www.w3.org/2005/Atom';
const RFC_3339 = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/;

/** RFC 4287 as far as this endpoint writes it; https://www.jsonfeed.org/version/1.1/ */
const jsonFeedSchema = v.strictObject({
  version: v.literal('https://jsonfeed.org/version/1.1'),
  title: v.string(),
  home_page_url: v.pipe(v.string(), v.url()),
  authors: v.array(v.strictObject({ name: v.string() })),
  items: v.array(
    v.strictObject({
      id: v.pipe(v.string(), v.regex(/^urn:uuid:[\w-]{36}$/)),
      url: v.pipe(v.string(), v.url()),
      external_url: v.optional(v.pipe(v.string(), v.url())),
      title: v.pipe(v.string(), v.minLength(1)),
      content_text: v.string(),
      tags: v.array(v.string()),
      date_published: v.pipe(v.string(), v.regex(RFC_3339)),
      date_modified: v.pipe(v.string(), v.regex(RFC_3339)),
      language: v.optional(v.string()),
    }),
  ),
});

interface AtomEntry {
  id: string;
  title: string;
  content: string;
  updated: string;
  language: string | null;
  links: Record<string, string>;
  tags: string[];
}

/** Reads an Atom feed strictly. @throws where it lacks what has to be there */
function readAtom(text: string) {
  const document = new window.DOMParser().parseFromString(text, 'application/xml');
  const feed = document.documentElement;
  expect([feed.localName, feed.namespaceURI]).toEqual(['feed', ATOM]);
  const only = (parent: Element, name: string) => {
    const found = [...parent.children].filter((child) => child.localName === name);
    expect([name, found.length]).toEqual([name, 1]);
    return found[0]?.textContent ?? '';
  };
  const readHead = (element: Element) => {
    const [id, updated] = [only(element, 'id'), only(element, 'updated')];
    expect(id).toMatch(/^urn:uuid:[\w-]{36}$/);
    expect(updated).toMatch(RFC_3339);
    const links = [...element.children].filter(({ localName }) => localName === 'link');
    const named = links.map((link) => [link.getAttribute('rel'), link.getAttribute('href')]);
    for (const [, href] of named) expect(URL.canParse(href ?? '')).toBe(true);
    expect(new Set(named.map(([rel]) => rel)).size).toBe(links.length);
    return { id, updated, title: only(element, 'title'), links: Object.fromEntries(named) };
  };
  expect(feed.getElementsByTagName('name')).toHaveLength(1);
  const entries = [...feed.getElementsByTagName('entry')].map((entry): AtomEntry => {
    expect(only(entry, 'published')).toMatch(RFC_3339);
    const content = [...entry.children].find(({ localName }) => localName === 'content');
    expect(content?.getAttribute('type')).toBe('text');
    return {
      ...readHead(entry),
      content: content?.textContent ?? '',
      language: content?.getAttribute('xml:lang') ?? null,
      tags: [...entry.getElementsByTagName('category')].map(
        (one) => one.getAttribute('term') ?? '',
      ),
    };
  });
  expect(new Set(entries.map(({ id }) => id)).size).toBe(entries.length);
  return { ...readHead(feed), entries };
}

function readJsonFeed(text: string) {
  return v.parse(jsonFeedSchema, JSON.parse(text));
}

async function addFeed(
  { store }: Pick<Endpoint, 'store'>,
  site = SITE,
  scopes: Scope[] = ['feed'],
): Promise<string> {
  const { token } = await store.tokens.addToken({ name: 'Feed', site, scopes, at: 1 });
  return `/feeds/${token}`;
}

async function read({ server }: Pick<Endpoint, 'server'>, url: string): Promise<string> {
  const response = await server.inject(url);
  expect(response.statusCode).toBe(200);
  return response.body;
}

const quote = (exact: string): Pick<ReportDraft, 'selectors'> => ({
  selectors: [{ type: 'TextQuoteSelector', exact, prefix: 'was ', suffix: ' late' }],
});

test('a feed tells each mistake once, what was reported last first', async () => {
  let clock = 1_800_000_000_000;
  const endpoint = await startEndpoint({
    now: () => clock,
    publicUrl: 'https://editors.example/sic/',
  });
  const url = await addFeed(endpoint);
  expect(readAtom(await read(endpoint, `${url}.atom`)).entries).toEqual([]);
  expect(readJsonFeed(await read(endpoint, `${url}.json`)).items).toEqual([]);
  const { canonical } = await send(endpoint);
  clock += 1_000;
  await send(endpoint, { ...quote('teh'), correction: '', comment: '', language: '' });
  const before = readAtom(await read(endpoint, `${url}.atom`));
  expect(before.entries.map(({ title }) => title)).toEqual(['teh', 'recieved → received']);
  clock += 1_000;
  await send(endpoint);
  const { entries, ...head } = readAtom(await read(endpoint, `${url}.atom`));
  expect(head).toMatchObject({
    ...{ title: `Sic: ${SITE}`, updated: '2027-01-15T08:00:02.000Z', id: before.id },
    links: { alternate: 'https://editors.example/sic/' },
  });
  expect(entries).toMatchObject([
    {
      id: before.entries[1]?.id,
      ...{ title: 'recieved → received', updated: '2027-01-15T08:00:02.000Z', language: 'en' },
      ...{ tags: ['new', 'spelling'] },
      content: `was [recieved] late\n\n→ received\n\ni before e\n\nhttps://${SITE}/a\n\n× 2`,
      links: {
        alternate: `https://editors.example/sic/#report=${encodeURIComponent(canonical)}&site=${SITE}`,
        related: `https://${SITE}/a`,
      },
    },
    { id: before.entries[0]?.id, title: 'teh', language: null },
  ]);
  const feed = readJsonFeed(await read(endpoint, `${url}.json`));
  expect(feed.items.map(({ id, title, content_text }) => [id, title, content_text])).toEqual(
    entries.map(({ id, title, content }) => [id, title, content]),
  );
  expect(feed.items[0]).toMatchObject({
    ...{ url: entries[0]?.links['alternate'], external_url: `https://${SITE}/a`, language: 'en' },
    ...{ date_published: '2027-01-15T08:00:00.000Z', date_modified: '2027-01-15T08:00:02.000Z' },
  });
});

test('spam is not in it, what has been decided is; nor is what the token does not cover', async () => {
  const endpoint = await startEndpoint();
  const www = await addFeed(endpoint, `www.${SITE}`);
  const moves = ['spam', 'rejected', 'accepted'] as const;
  for (const state of moves) {
    const { canonical } = await send(endpoint, {
      ...quote(state),
      source: `https://www.${SITE}/a`,
    });
    await decide(endpoint, canonical, { state }, { 'if-match': '"1"' });
  }
  await send(endpoint, quote('elsewhere'));
  const titles = async (url: string) =>
    readJsonFeed(await read(endpoint, `${url}.json`)).items.map(({ title }) => title.split(' ')[0]);
  expect((await titles(www)).sort()).toEqual(['accepted', 'rejected']);
  expect((await titles(await addFeed(endpoint))).sort()).toEqual([
    'accepted',
    'elsewhere',
    'rejected',
  ]);
  expect(await titles(await addFeed(endpoint, 'other.example'))).toEqual([]);
});

test('fifty of many, though thousands of spam are newer', async () => {
  const endpoint = await startEndpoint();
  await send(endpoint);
  withDatabase(endpoint.directory, (database) => {
    const columns = database
      .prepare('select * from clusters')
      .columns()
      .map(({ name }) => name);
    const copy = (changes: Record<string, string>, count: number) =>
      database.exec(`with recursive n(i) as (values (1) union all select i + 1 from n where i < ${count})
        insert into clusters (${columns.join()})
        select ${columns.map((name) => changes[name] ?? `clusters.${name}`).join()} from clusters, n
          where place = (select min(place) from clusters)`);
    copy({ place: "'zz' || i", last_at: 'i + 1800000000000' }, 60);
    copy({ place: "'zzz' || i", last_at: 'i + 1900000000000', state: "'spam'" }, 3_000);
  });
  const { items } = readJsonFeed(await read(endpoint, `${await addFeed(endpoint)}.json`));
  expect(items).toHaveLength(50);
  expect(items[0]?.date_modified).toBe(new Date(1_800_000_000_060).toISOString());
});

describe('the address', () => {
  test.each(['atom', 'json'])('is answered so that nobody else learns it (%s)', async (ending) => {
    const endpoint = await startEndpoint();
    await send(endpoint);
    const url = `${await addFeed(endpoint)}.${ending}`;
    const response = await endpoint.server.inject(url);
    expect(response.headers).toMatchObject({
      'cache-control': 'private, no-cache',
      'referrer-policy': 'no-referrer',
      'x-robots-tag': 'noindex',
      'x-content-type-options': 'nosniff',
      'content-type': `application/${ending === 'atom' ? 'atom+xml' : 'feed+json'}; charset=utf-8`,
    });
    expect(response.body).not.toContain(url.slice('/feeds/'.length, -5));
    const { etag } = response.headers;
    const again = (tag: unknown) =>
      endpoint.server.inject({ url, headers: { 'if-none-match': String(tag) } });
    expect([(await again(etag)).statusCode, (await again(etag)).body]).toEqual([304, '']);
    expect((await again(`W/${etag}`)).statusCode).toBe(304);
    await send(endpoint, quote('new'));
    expect((await again(etag)).statusCode).toBe(200);
    const head = await endpoint.server.inject({ method: 'HEAD', url });
    expect([head.statusCode, head.body]).toEqual([200, '']);
    for (const method of ['POST', 'PUT', 'DELETE'] as const) {
      expect((await endpoint.server.inject({ method, url })).statusCode).toBe(405);
    }
  });

  test('holds a token for feeds alone, in force; and that opens nothing else', async () => {
    const endpoint = await startEndpoint();
    const { server, store, token } = endpoint;
    const status = async (url: string) => (await server.inject(url)).statusCode;
    for (const scopes of [
      ['read'],
      ['read', 'feed'],
      ['read', 'decide', 'edit'],
    ] satisfies Scope[][]) {
      const url = await addFeed(endpoint, SITE, scopes);
      expect([await status(`${url}.atom`), await status(`${url}.json`)]).toEqual([403, 403]);
    }
    expect(await status(`/feeds/${token}.atom`)).toBe(403);
    const url = await addFeed(endpoint);
    for (const wrong of [
      `${url}x.atom`,
      '/feeds/sic_.json',
      '/feeds/.json',
      url,
      `${url}.xml`,
      '/feeds/',
    ]) {
      expect([wrong, await status(wrong)]).toEqual([wrong, 404]);
    }
    const authorization = `Bearer ${url.slice('/feeds/'.length)}`;
    for (const path of ['/api/reports', '/api/export', '/api/figures', '/annotations/']) {
      const response = await server.inject({ url: path, headers: { authorization } });
      expect([path, response.statusCode]).toEqual([path, 403]);
    }
    expect(await status(`${url}.atom`)).toBe(200);
    for (const { id, scopes } of await store.tokens.listTokens()) {
      if (scopes.join() === 'feed') await store.tokens.revokeToken(id, 2);
    }
    expect([await status(`${url}.atom`), await status(`${url}.json`)]).toEqual([404, 404]);
  });
});

describe('words', () => {
  const anything = fc.oneof(
    fc.string({ unit: 'binary' }),
    fc.string({
      unit: fc.constantFrom(...'<>&"\']]>\u0001\u000b\u001f\ufffe\uffff\u202e\u0085 \n\ta😀'),
    }),
    fc.constantFrom('<![CDATA[x]]>', '&#0;', '</title><script>', '\ud800', 'x'.repeat(5_000)),
  );

  test('are escaped as XML text, whatever they are', () => {
    fc.assert(
      fc.property(anything, (text) => {
        const xml = `<a b="${escapeXml(text)}">${escapeXml(text)}</a>`;
        const { documentElement } = new window.DOMParser().parseFromString(xml, 'application/xml');
        const kept = text
          .toWellFormed()
          .replace(/[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]/gu, '');
        expect(documentElement.textContent).toBe(kept);
        expect(documentElement.children).toHaveLength(0);
        expect(documentElement.getAttribute('b')?.replace(/\n/g, ' ')).toBe(
          kept.replace(/\n/g, ' '),
        );
      }),
    );
  });

  test('of any kind make feeds that can be read, with a title each', () => {
    fc.assert(
      fc.property(
        fc.record({
          ...{ exact: anything, prefix: anything, suffix: anything, correction: anything },
          ...{ comment: anything, language: anything, kind: anything },
        }),
        ({ exact, prefix, suffix, ...said }) => {
          const selectors = [
            { type: 'TextQuoteSelector' as const, exact: exact || 'x', prefix, suffix },
          ];
          const draft = { ...said, selectors } as Partial<ReportDraft>;
          const annotation = JSON.stringify(writeAnnotation(draft));
          const sample = fromRow(toRow(makeReport({ annotation, kind: said.kind }), 1));
          const counted = { firstAt: 1, lastAt: 2, readers: 1, edited: '' };
          const mistake: Mistake = { site: SITE, place: 'p', sample, state: 'new', ...counted };
          const feed = composeFeed(SITE, 'https://e.example', [mistake]);
          const [entry] = readAtom(writeAtom(feed)).entries;
          const [item] = readJsonFeed(writeJsonFeed(feed)).items;
          expect(entry?.title.length).toBeLessThan(1_000);
          expect(entry?.title.trim()).not.toBe('');
          expect(entry?.id).toBe(item?.id);
        },
      ),
      { numRuns: 200 },
    );
  });
});

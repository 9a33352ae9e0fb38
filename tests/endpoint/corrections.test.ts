/** Corrections in public: what is shown of notes, to whom, and that it is nothing but text. */
import { createHash } from 'node:crypto';
import fc from 'fast-check';
import type { LightMyRequestResponse } from 'fastify';
import { JSDOM } from 'jsdom';
import * as v from 'valibot';
import { describe, expect, test } from 'vitest';
import {
  composeCorrectionsFeed,
  composeLinkedData,
  readCorrection,
} from '../../src/endpoint/exports/compose-corrections.ts';
import { writeAtom } from '../../src/endpoint/exports/compose-feed.ts';
import {
  choosePageLanguage,
  loadCorrectionWords,
} from '../../src/endpoint/exports/correction-words.ts';
import { writeCorrectionsPage } from '../../src/endpoint/exports/corrections-page.ts';
import type { Note } from '../../src/endpoint/store/notes.ts';
import { LANGUAGES } from '../../src/model/languages.ts';
import { checkAnswer } from './answers.ts';
import { makeClock } from './cluster-requests.ts';
import { addEditor, type Endpoint, SITE, send, startEndpoint } from './endpoint.ts';
import { addNote, putNote, removeNote, setSite } from './noting.ts';

const { window } = new JSDOM('');
const FORMS = ['', '.json', '.atom'];

async function read(
  { server }: Pick<Endpoint, 'server'>,
  path: string,
  headers: Record<string, string> = {},
): Promise<LightMyRequestResponse> {
  const url = `/corrections/${path}`;
  const response = await server.inject({ url, headers });
  await checkAnswer(server, 'GET', url, response);
  return response;
}

async function readStatuses(endpoint: Endpoint, site: string): Promise<number[]> {
  const responses = await Promise.all(FORMS.map((ending) => read(endpoint, site + ending)));
  return responses.map(({ statusCode }) => statusCode);
}

function parsePage(html: string): Document {
  return new window.DOMParser().parseFromString(html, 'text/html');
}

const listTexts = (root: ParentNode, selector: string) =>
  [...root.querySelectorAll(selector)].map(({ textContent }) => textContent);

/** https://schema.org/CorrectionComment, as it is written here. */
const dataSchema = v.strictObject({
  '@context': v.literal('https://schema.org'),
  '@type': v.literal('ItemList'),
  '@id': v.pipe(v.string(), v.url()),
  name: v.string(),
  url: v.pipe(v.string(), v.url()),
  itemListOrder: v.literal('https://schema.org/ItemListOrderDescending'),
  numberOfItems: v.number(),
  itemListElement: v.array(
    v.strictObject({
      '@type': v.literal('CorrectionComment'),
      '@id': v.pipe(v.string(), v.regex(/^urn:uuid:[\w-]{36}$/)),
      about: v.optional(
        v.strictObject({ '@type': v.literal('NewsArticle'), url: v.pipe(v.string(), v.url()) }),
      ),
      text: v.pipe(v.string(), v.minLength(1)),
      inLanguage: v.optional(v.string()),
      datePublished: v.pipe(v.string(), v.isoTimestamp()),
      dateModified: v.pipe(v.string(), v.isoTimestamp()),
    }),
  ),
});

describe('the log of a site', () => {
  test('is a page with each note, as text in its own language', async () => {
    const publicUrl = 'https://editors.example/sic/';
    const endpoint = await startEndpoint({ now: makeClock(), publicUrl });
    await setSite(endpoint, SITE, true);
    const source = `https://www.${SITE}/%D1%88?a=1&utm_source=x`;
    await addNote(endpoint, 'teh', 'The word “the”\nwas misspelled.', {
      correction: 'the',
      source,
    });
    await addNote(endpoint, 'عام ١٩٨٩', 'خطأ', { correction: 'عام ١٩٩١', language: 'ar-EG' });
    await addNote(endpoint, 'bare', 'Taken out.', { correction: '', language: '' });
    const response = await read(endpoint, SITE);
    expect(response.headers['content-type']).toBe('text/html; charset=utf-8');
    const page = parsePage(response.body);
    expect(page.documentElement.lang).toBe('en');
    expect(page.title).toBe(`Corrections: ${SITE}`);
    expect(listTexts(page, 'h1')).toEqual(['Corrections']);
    expect(listTexts(page, 'del')).toEqual(['bare', 'عام ١٩٨٩', 'teh']);
    expect(listTexts(page, 'ins')).toEqual(['عام ١٩٩١', 'the']);
    expect(listTexts(page, 'dt')).toEqual([
      'It said',
      'It said',
      'It says now',
      'It said',
      'It says now',
    ]);
    expect(listTexts(page, '.note')).toEqual([
      'Taken out.',
      'خطأ',
      'The word “the”\nwas misspelled.',
    ]);
    const langs = [...page.querySelectorAll('dd')].map(({ lang }) => lang);
    expect(langs).toEqual(['', 'ar-EG', 'ar-EG', 'en', 'en']);
    for (const element of page.querySelectorAll('del, ins, .note')) {
      expect(element.getAttribute('dir')).toBe('auto');
    }
    const links = [...page.querySelectorAll('.source a')];
    expect(links.map((link) => [link.getAttribute('href'), link.textContent])).toEqual([
      [`https://${SITE}/a`, `${SITE}/a`],
      [`https://${SITE}/a`, `${SITE}/a`],
      [`https://www.${SITE}/%D1%88?a=1`, `www.${SITE}/ш?a=1`],
    ]);
    const dates = [...page.querySelectorAll('time')].map(({ dateTime }) => dateTime);
    expect(dates).toEqual([...dates].sort().reverse());
    expect(listTexts(page, 'time')).toContain('January 15, 2027');
    const base = `https://editors.example/sic/corrections/${SITE}`;
    const findLink = (selector: string) =>
      page.querySelector(`link${selector}`)?.getAttribute('href');
    expect(findLink('[rel=canonical]')).toBe(base);
    expect(findLink('[type="application/atom+xml"]')).toBe(`${base}.atom`);
    expect(findLink('[type="application/ld+json"]')).toBe(`${base}.json`);
    expect(findLink('[hreflang=ky]')).toBe(`${base}?lang=ky`);
    expect(page.querySelectorAll('script:not([type="application/ld+json"])')).toHaveLength(0);
  });

  test('is linked data, on its own and in the page, and an Atom feed', async () => {
    const publicUrl = 'https://editors.example';
    const endpoint = await startEndpoint({ now: makeClock(), publicUrl });
    await setSite(endpoint, SITE, true);
    const first = await addNote(endpoint, 'teh', 'Mended.', { correction: 'the' });
    await addNote(endpoint, 'second', 'Also mended.', { correction: '', language: '' });
    const json = await read(endpoint, `${SITE}.json`);
    expect(json.headers['content-type']).toBe('application/ld+json');
    const data = v.parse(dataSchema, json.json());
    expect(
      data.itemListElement.map(({ text, inLanguage, about }) => [text, inLanguage, about?.url]),
    ).toEqual([
      ['Also mended.', undefined, `https://${SITE}/a`],
      ['Mended.', 'en', `https://${SITE}/a`],
    ]);
    const page = parsePage((await read(endpoint, SITE)).body);
    expect(JSON.parse(page.querySelector('script')?.textContent ?? '')).toEqual(data);

    const atom = await read(endpoint, `${SITE}.atom`);
    expect(atom.headers['content-type']).toBe('application/atom+xml; charset=utf-8');
    const feed = new window.DOMParser().parseFromString(atom.body, 'application/xml');
    expect(feed.querySelector('feed > link[rel=self]')?.getAttribute('href')).toBe(
      `https://editors.example/corrections/${SITE}.atom`,
    );
    expect(listTexts(feed, 'entry > id')).toEqual(data.itemListElement.map((one) => one['@id']));
    expect(listTexts(feed, 'entry > title')).toEqual(['second', 'teh → the']);
    expect(listTexts(feed, 'entry > content')).toEqual([
      'second\n\nAlso mended.',
      'teh → the\n\nMended.',
    ]);
    const published = listTexts(feed, 'entry > published');
    expect(published).toEqual(data.itemListElement.map((one) => one.datePublished));
    // What is written over keeps its place and its name.
    await putNote(endpoint, first, 'Mended again.');
    const after = v.parse(dataSchema, (await read(endpoint, `${SITE}.json`)).json());
    expect(after.itemListElement[1]).toMatchObject({
      ...{ '@id': data.itemListElement[1]?.['@id'], text: 'Mended again.' },
      datePublished: data.itemListElement[1]?.datePublished,
    });
    const { dateModified = '', datePublished = '' } = after.itemListElement[1] ?? {};
    expect(dateModified > datePublished).toBe(true);
  });

  test('says nothing of who wrote it, and nothing of readers that no editor has published', async () => {
    const endpoint = await startEndpoint({ now: makeClock() });
    await setSite(endpoint, SITE, true);
    const bob = await addEditor(endpoint, SITE);
    const cluster = await addNote(bob, 'teh', 'Mended.', {
      comment: 'I am Kim',
      correction: 'the',
    });
    for (let i = 0; i < 3; i++) {
      const selectors = [
        { type: 'TextQuoteSelector' as const, exact: 'teh', prefix: 'was ', suffix: ' late' },
      ];
      await send(endpoint, { selectors, correction: 'BUY', comment: 'BUY' });
      await send(endpoint, { correction: 'unseen', comment: 'unseen' });
    }
    for (const ending of FORMS) {
      const { body } = await read(endpoint, SITE + ending);
      expect(body).toContain('Mended.');
      for (const word of [
        'Bob',
        'Ann',
        'Kim',
        'BUY',
        'unseen',
        cluster.sample.canonical,
        cluster.sample.id,
      ]) {
        expect([ending, body.includes(word)]).toEqual([ending, false]);
      }
    }
    await removeNote(bob, cluster);
    expect((await read(endpoint, SITE)).body).toContain('No corrections have been published yet.');
    for (const ending of FORMS) {
      expect((await read(endpoint, SITE + ending)).body).not.toContain('Mended.');
    }
  });

  test('is read in pages, each note once', async () => {
    const endpoint = await startEndpoint({ now: makeClock() });
    await setSite(endpoint, SITE, true);
    for (let i = 0; i < 103; i++) await addNote(endpoint, `word ${i}`, `Note ${i}.`);
    const expected = Array.from({ length: 103 }, (_, i) => `Note ${102 - i}.`);
    const pathOf = (url: string) => url.slice(url.indexOf(SITE));
    const seen: (string | null)[] = [];
    const sizes: number[] = [];
    for (let path: string | null = `${SITE}?lang=de`; path !== null; ) {
      const { body } = await read(endpoint, path);
      const page = parsePage(body);
      const notes = listTexts(page, '.note');
      seen.push(...notes);
      sizes.push(notes.length);
      expect(page.documentElement.lang).toBe('de');
      const next: string | null = page.querySelector('a[rel=next]')?.getAttribute('href') ?? null;
      path = next === null ? null : pathOf(next);
      if (sizes.length > 1)
        expect(page.querySelector('nav a')?.textContent).toBe('Neueste Korrekturen');
    }
    expect([seen, sizes]).toEqual([expected, [50, 50, 3]]);
    for (const ending of ['.json', '.atom']) {
      let count = 0;
      for (let path = SITE + ending; path !== ''; ) {
        const { body, headers } = await read(endpoint, path);
        count += body.split(/"CorrectionComment"|<entry>/).length - 1;
        const next = /^<([^>]+)>; rel="next"$/.exec(String(headers.link))?.[1];
        path = next === undefined ? '' : pathOf(next);
      }
      expect([ending, count]).toEqual([ending, 103]);
    }
    expect((await read(endpoint, `${SITE}?after=x`)).statusCode).toBe(400);
  });
});

describe('is public', () => {
  test('where the site says so, and nowhere else', async () => {
    const endpoint = await startEndpoint({ now: makeClock() });
    await addNote(endpoint, 'teh', 'Mended.');
    expect(await readStatuses(endpoint, SITE)).toEqual([404, 404, 404]);
    await setSite(endpoint, SITE, true);
    expect(await readStatuses(endpoint, SITE)).toEqual([200, 200, 200]);
    expect(await readStatuses(endpoint, 'NEWS.example')).toEqual([200, 200, 200]);
    for (const site of ['other.example', `old${SITE}`, 'example', '%24(x)', '%00', 'a%2Fb', '']) {
      expect([site, await readStatuses(endpoint, site)]).toEqual([site, [404, 404, 404]]);
    }
    await setSite(endpoint, SITE, false);
    expect(await readStatuses(endpoint, SITE)).toEqual([404, 404, 404]);
  });

  test('for subdomains as the nearest site above says that says anything', async () => {
    const endpoint = await startEndpoint({ now: makeClock() });
    const hosts = [SITE, `www.${SITE}`, `a.www.${SITE}`, `b.a.www.${SITE}`, `kk.${SITE}`];
    for (const host of hosts)
      await addNote(endpoint, host, `Of ${host}.`, { source: `https://${host}/a` });
    const readNotes = async (site: string) => {
      const response = await read(endpoint, site);
      if (response.statusCode !== 200) return response.statusCode;
      return listTexts(parsePage(response.body), '.note').map((text) => text?.slice(3, -1));
    };
    await endpoint.store.sites.addSite({ site: `kk.${SITE}`, postsPerMinute: 5, at: 1 });
    await setSite(endpoint, SITE, true);
    expect(await readNotes(SITE)).toEqual(hosts.toReversed());
    expect(await readNotes(`a.www.${SITE}`)).toEqual([`b.a.www.${SITE}`, `a.www.${SITE}`]);
    await setSite(endpoint, `www.${SITE}`, false);
    expect(await readNotes(SITE)).toEqual([`kk.${SITE}`, SITE]);
    expect(await readNotes(`www.${SITE}`)).toBe(404);
    expect(await readNotes(`x.a.www.${SITE}`)).toBe(404);
    await setSite(endpoint, `b.a.www.${SITE}`, true);
    expect(await readNotes(SITE)).toEqual([`kk.${SITE}`, `b.a.www.${SITE}`, SITE]);
    expect(await readNotes(`b.a.www.${SITE}`)).toEqual([`b.a.www.${SITE}`]);
    expect(await readNotes(`a.www.${SITE}`)).toBe(404);
    await setSite(endpoint, SITE, false);
    expect(await readNotes(SITE)).toBe(404);
    expect(await readNotes(`kk.${SITE}`)).toBe(404);
    expect(await readNotes(`b.a.www.${SITE}`)).toEqual([`b.a.www.${SITE}`]);
  });

  test.each(FORMS)('for programs and caches (%j)', async (ending) => {
    const endpoint = await startEndpoint({ now: makeClock() });
    await setSite(endpoint, SITE, true);
    await addNote(endpoint, 'teh', 'Mended.');
    const path = SITE + ending;
    const response = await read(endpoint, path, { origin: 'https://any.example' });
    expect(response.headers).toMatchObject({
      'access-control-allow-origin': '*',
      'cache-control': 'public, max-age=60',
      'cross-origin-resource-policy': 'cross-origin',
      'x-content-type-options': 'nosniff',
    });
    expect(response.headers.vary).toContain('Accept-Language');
    const etag = String(response.headers.etag);
    const known = await read(endpoint, path, { 'if-none-match': etag });
    expect([known.statusCode, known.body]).toEqual([304, '']);
    expect((await read(endpoint, `${path}?lang=ar`, { 'if-none-match': etag })).statusCode).toBe(
      200,
    );
    await addNote(endpoint, 'more', 'More.');
    expect((await read(endpoint, path, { 'if-none-match': etag })).statusCode).toBe(200);
    const url = `/corrections/${path}`;
    const head = await endpoint.server.inject({ method: 'HEAD', url });
    expect([head.statusCode, head.body]).toEqual([200, '']);
    for (const method of ['POST', 'PUT', 'DELETE'] as const) {
      expect((await endpoint.server.inject({ method, url })).statusCode).toBe(405);
    }
  });

  test('so often a minute for one address', async () => {
    const endpoint = await startEndpoint({ postsPerMinute: 1 });
    // They are asked for at once: which of them is the last, nobody knows.
    expect((await readStatuses(endpoint, SITE)).sort()).toEqual([404, 404, 429]);
  });
});

describe('the page', () => {
  test('lets its own style through, and nothing else', async () => {
    const endpoint = await startEndpoint();
    await setSite(endpoint, SITE, true);
    const { body, headers } = await read(endpoint, SITE);
    const style = /<style>([\s\S]*?)<\/style>/.exec(body)?.[1] ?? '';
    const hash = createHash('sha256').update(style).digest('base64');
    expect(headers['content-security-policy']).toBe(
      `default-src 'none';style-src 'sha256-${hash}';base-uri 'none';form-action 'none';frame-ancestors 'none'`,
    );
    expect(body).not.toMatch(/ (style|on\w+)=/);
    expect(style.length).toBeGreaterThan(500);
  });

  test.each([
    ['', undefined, 'en'],
    ['', 'ky-KG,ru;q=0.8,en;q=0.5', 'ky'],
    ['', 'it,ru;q=0.3,de;q=0.7', 'de'],
    ['', 'de;q=0,ru;q=0.1', 'ru'],
    ['', 'it, *', 'en'],
    ['', 'x"', 'en'],
    ['uz-Cyrl', 'de', 'uz'],
    ['AR', 'de', 'ar'],
    ['it', 'de', 'de'],
    ['__proto__', undefined, 'en'],
  ])('is in the language of %j, or of %j: %s', (asked, accept, language) => {
    expect(choosePageLanguage(asked, accept)).toBe(language);
  });

  test('is read from right to left where its language is', async () => {
    const endpoint = await startEndpoint();
    await setSite(endpoint, SITE, true);
    const { body } = await read(endpoint, SITE, { 'accept-language': 'ar' });
    const { documentElement } = parsePage(body);
    expect([documentElement.lang, documentElement.dir]).toEqual(['ar', 'rtl']);
    expect((await read(endpoint, `${SITE}?lang=${'x'.repeat(40)}`)).statusCode).toBe(400);
  });

  test('has its words in each language, all of them', () => {
    const english = loadCorrectionWords('en');
    for (const { tag } of LANGUAGES) {
      const words = loadCorrectionWords(tag);
      expect([tag, words.language]).toEqual([tag, tag]);
      expect(Object.keys(words)).toEqual(Object.keys(english));
      for (const text of Object.values(words)) expect(text.trim()).not.toBe('');
      expect(words.lead.split('{site}')).toHaveLength(2);
      if (tag !== 'en') expect([tag, words.lead]).not.toEqual([tag, english.lead]);
    }
    expect(loadCorrectionWords('it').language).toBe('en');
  });
});

describe('words', () => {
  const anything = fc.oneof(
    fc.string({ unit: 'binary' }),
    fc.string({ unit: fc.constantFrom(...'<>&"\'/=-!]\u0000\u0001\u202e\u2028\ufffe \n\ta😀') }),
    fc.constantFrom(
      ...[
        '</script><script>alert(1)</script>',
        '<!--<script>',
        '--></style>',
        '"><img src=x onerror=x>',
      ],
      ...['$&$`', '{site}', '\ud800', 'x'.repeat(5_000), '</title>', 'javascript:alert(1)'],
    ),
  );
  const source = fc.oneof(
    anything,
    anything.map((text) => `https://${SITE}/${text}`),
  );
  const notes = fc.array(
    fc
      .record({
        ...{ source, exact: anything, correction: anything, language: anything, text: anything },
        at: fc.nat(4e12),
      })
      .map(
        (note): Note => ({
          ...{ site: SITE, place: 'p', editor: 'Ann', ...note, changedAt: note.at },
        }),
      ),
    { maxLength: 3 },
  );

  test('are text and nothing else in all three forms, whatever they are', () => {
    fc.assert(
      fc.property(notes, fc.constantFrom(...LANGUAGES.map(({ tag }) => tag)), (all, language) => {
        const log = {
          ...{ site: SITE, url: `https://x.example/corrections/${SITE}`, lang: '', after: '' },
          ...{
            next: null,
            words: loadCorrectionWords(language),
            corrections: all.map(readCorrection),
          },
        };
        const page = parsePage(writeCorrectionsPage(log));
        const empty = parsePage(writeCorrectionsPage({ ...log, corrections: [] }));
        const others = (document: Document) =>
          [...document.querySelectorAll(':not(main *)')].map(({ localName }) => localName);
        expect(others(page)).toEqual(others(empty));
        const allowed = /^(ol|li|article|h2|time|p|a|bdi|dl|div|dt|dd|del|ins)$/;
        for (const element of page.querySelectorAll('main *')) {
          if (all.length > 0) expect(element.localName).toMatch(allowed);
          for (const { name } of element.attributes) {
            expect(name).toMatch(/^(class|lang|dir|href|datetime)$/);
          }
        }
        expect(page.querySelectorAll('main article')).toHaveLength(all.length);
        for (const link of page.querySelectorAll('.source a')) {
          expect(link.getAttribute('href')).toMatch(/^https?:\/\//);
        }
        const data = JSON.parse(page.querySelector('script')?.textContent ?? '');
        expect(data).toEqual(JSON.parse(JSON.stringify(composeLinkedData(log))));
        const text = listTexts(page, 'del, ins, .note').join('');
        expect(text).not.toMatch(/[\u202a-\u202e\u2066-\u2069\0]/);
        const atom = writeAtom(composeCorrectionsFeed(log));
        const feed = new window.DOMParser().parseFromString(atom, 'application/xml');
        expect(feed.documentElement.localName).toBe('feed');
        expect(feed.querySelectorAll('entry')).toHaveLength(all.length);
        for (const title of listTexts(feed, 'title')) expect(title).not.toBe('undefined');
      }),
      { numRuns: 300 },
    );
  }, 120_000);
});

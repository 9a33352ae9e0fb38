/** Words of strangers that are valid: kept as they are, found by what they are, and never taken for anything else. */
import fc from 'fast-check';
import { expect, onTestFinished, test } from 'vitest';
import { listReportWords } from '../../src/endpoint/report-words.ts';
import { createServer } from '../../src/endpoint/server.ts';
import { listWords, readSearch } from '../../src/endpoint/store/search.ts';
import { readReport } from '../../src/model/report.ts';
import { ask, decide, observe, pathOf, post, SITE, writeAnnotation } from './endpoint.ts';
import { STORABLE_TEXTS, UNSTORABLE_TEXTS } from './hostile-texts.ts';
import { describeStores, openFor, type StoreKind, sqliteKind } from './stores.ts';

const PLENTY = { postsPerMinute: 1e6, requestsPerEditor: 1e6 };

async function start({ makeAddress }: StoreKind) {
  const store = await openFor(await makeAddress());
  const errors: unknown[] = [];
  const server = createServer({ store, ...PLENTY, reportError: (error) => errors.push(error) });
  onTestFinished(() => server.close());
  const { token } = await store.tokens.addToken({ name: 'Ann', site: SITE, at: 1 });
  return { server, store, errors, token };
}

/** A report with a text in every place that takes words. */
function writeOdd(text: string) {
  const annotation = writeAnnotation({
    selectors: [{ type: 'TextQuoteSelector', exact: text, prefix: text, suffix: text }],
    ...{ correction: text, comment: text },
  });
  const body = annotation.body.map((part) =>
    part.purpose === 'tagging' ? { ...part, value: text } : part,
  );
  return { ...annotation, body };
}

describeStores((kind) => {
  test('each is kept as it came, in the annotation and in the queue', async () => {
    const endpoint = await start(kind);
    for (const text of STORABLE_TEXTS) {
      const annotation = writeOdd(text);
      const response = await post(endpoint.server, annotation);
      expect([text, response.statusCode]).toEqual([text, 201]);
      const { id: _, ...kept } = (
        await endpoint.server.inject(pathOf(response.headers.location))
      ).json();
      expect(kept).toEqual(JSON.parse(JSON.stringify(annotation)));
      const path = `/api/reports/${encodeURIComponent(annotation.canonical)}`;
      const { exact, prefix, suffix, correction, comment } = (await ask(endpoint, path)).json();
      expect([exact, prefix, suffix, comment]).toEqual([text, text, text, text]);
      expect([text, '']).toContain(correction);
    }
    expect(endpoint.errors).toEqual([]);
    expect((await endpoint.store.reports.summarizeSite(SITE)).total).toBe(STORABLE_TEXTS.length);
  });

  test('each is found by its own words, and what it would mean elsewhere means nothing', async () => {
    const endpoint = await start(kind);
    const canonicals = new Map<string, string>();
    const words = new Map<string, string[]>();
    for (const text of STORABLE_TEXTS) {
      const annotation = writeOdd(text);
      await post(endpoint.server, annotation);
      canonicals.set(text, annotation.canonical);
      words.set(annotation.canonical, listReportWords(readReport(annotation)).split(' '));
    }
    const listThoseWith = (sought: readonly string[]) =>
      [...words.keys()].filter((canonical) =>
        sought.every((word) => words.get(canonical)?.some((had) => had.startsWith(word))),
      );
    const find = async (query: string) => {
      const response = await ask(endpoint, `/api/reports?limit=200&${query}`);
      expect([query, response.statusCode]).toEqual([query, 200]);
      const { items } = response.json();
      return items.map(({ canonical }: { canonical: string }) => canonical);
    };
    for (const [text, canonical] of canonicals) {
      if (text.length <= 300) {
        const found = await find(`search=${encodeURIComponent(text)}`);
        const sought = readSearch(text);
        // Signs are found nowhere; space is no search.
        const isSought = sought.length > 0 || text.trim() === '';
        const expected = isSought ? listThoseWith(sought) : [];
        expect([text, found.toSorted()]).toEqual([text, expected.toSorted()]);
        expect(expected.includes(canonical)).toBe(isSought);
      }
      if (text.length <= 100) {
        expect(await find(`kind=${encodeURIComponent(text)}`)).toContain(canonical);
      }
    }
    expect(endpoint.errors).toEqual([]);
  });

  test('each is a reason or a replacement like any other', async () => {
    const endpoint = await start(kind);
    const { canonical } = writeAnnotation();
    await post(endpoint.server, writeAnnotation({ canonical }));
    let version = 1;
    for (const text of STORABLE_TEXTS) {
      const state = version % 2 === 1 ? 'rejected' : 'new';
      const headers = { 'if-match': `"${version++}"` };
      const decided = await decide(endpoint, canonical, { state, reason: text }, headers);
      expect([text, decided.statusCode]).toEqual([text, 200]);
      expect(decided.json().reason).toBe(text);
      const seen = { verdict: 'fixed', replacement: text };
      const observed = await observe(endpoint, canonical, seen);
      expect([text, observed.statusCode]).toEqual([text, 200]);
      version = Number(JSON.parse(observed.json().etag));
    }
    expect(endpoint.errors).toEqual([]);
  });

  test('what no database can hold is refused in each place', async () => {
    const endpoint = await start(kind);
    const { canonical } = writeAnnotation();
    await post(endpoint.server, writeAnnotation({ canonical }));
    for (const text of UNSTORABLE_TEXTS) {
      const refused = [
        await post(endpoint.server, JSON.stringify(writeOdd(text))),
        await decide(
          endpoint,
          canonical,
          { state: 'rejected', reason: text },
          { 'if-match': '"1"' },
        ),
        await observe(endpoint, canonical, { verdict: 'fixed', replacement: text }),
        await ask(endpoint, '/api/reports?search=a%00b'),
        await ask(endpoint, '/api/reports?kind=%00'),
      ];
      expect(refused.map(({ statusCode }) => statusCode)).toEqual([400, 400, 400, 400, 400]);
    }
    expect(endpoint.errors).toEqual([]);
    expect((await endpoint.store.reports.summarizeSite(SITE)).total).toBe(1);
  });

  test('any words are kept, and found by any of their words', async () => {
    const endpoint = await start(kind);
    await fc.assert(
      fc.asyncProperty(fc.string({ unit: 'binary', minLength: 1, maxLength: 60 }), async (text) => {
        const annotation = writeOdd(text);
        const response = await post(endpoint.server, JSON.stringify(annotation));
        if (text.includes('\0')) {
          expect(response.statusCode).toBe(400);
          return;
        }
        expect(response.statusCode).toBe(201);
        const word = listWords(text)[0];
        if (word === undefined) return;
        const page = await ask(endpoint, `/api/reports?search=${encodeURIComponent(word)}`);
        expect(page.statusCode).toBe(200);
        const { items } = page.json();
        const item = items.find(
          ({ canonical }: { canonical: string }) => canonical === annotation.canonical,
        );
        expect(item?.exact).toBe(text);
      }),
      { numRuns: 120 },
    );
    expect(endpoint.errors).toEqual([]);
  });
});

test('signs in the URL of an article lead to its reports, and to no other’s', async () => {
  const endpoint = await start(sqliteKind);
  await post(endpoint.server, writeAnnotation({ source: `https://${SITE}/other` }));
  for (const text of ['a\r\nb', 'ä', '"', '\\', '%', "'", '_', '*']) {
    const source = `https://${SITE}/${encodeURIComponent(text)}`;
    await post(endpoint.server, writeAnnotation({ source }));
    const page = await ask(endpoint, `/api/reports?page=${encodeURIComponent(source)}`);
    expect([text, page.json().items.length]).toEqual([text, 1]);
  }
});

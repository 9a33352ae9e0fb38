/** Reports as files: what is in them, whatever readers wrote, and what it costs to write them. */
import fc from 'fast-check';
import { describe, expect, onTestFinished, test, vi } from 'vitest';
import {
  addDays,
  countDays,
  findEnd,
  findStart,
  listDays,
  readDay,
} from '../../src/endpoint/api/days.ts';
import { COLUMN_NAMES, EXPORT_FORMATS } from '../../src/endpoint/exports/export-formats.ts';
import { createServer } from '../../src/endpoint/server.ts';
import { ANNOTATION_CONTEXT } from '../../src/model/annotation.ts';
import { createCsvWriter, protectCell } from '../../src/model/csv.ts';
import type { ReportDraft } from '../../src/model/report.ts';
import { ANY_CLUSTER } from '../../src/platform/editors/clusters.ts';
import { createReviewApi } from '../../src/platform/editors/review-api.ts';
import {
  addEditor,
  ask,
  decide,
  type Endpoint,
  post,
  SITE,
  send,
  startEndpoint,
  writeAnnotation,
} from './endpoint.ts';
import { open, serve } from './event-client.ts';
import { bareCell, readCsv } from './read-csv.ts';
import { addReport, withDatabase } from './stored.ts';
import { describeStores, openFor } from './stores.ts';
import { sendBytes } from './wire-client.ts';

const DAY = 86_400_000;
/** 2027-01-15, 08:00 in UTC */
const NOW = 1_800_000_000_000;

const HOSTILE = [
  '=HYPERLINK("http://x/"&A1,"y")',
  '+1',
  '-1',
  '@SUM(1)',
  '\t=1',
  '\r=1',
  'a;=1+1;b',
  'a\n=1+1',
  'a;"=1',
  "'=1",
  ' =1',
  '＝1',
  '"',
  '","',
  '\r\n',
  '<script>',
  'é\u0301 \u202e ',
  '',
];

const quote = (exact: string): Pick<ReportDraft, 'selectors'> => ({
  selectors: [{ type: 'TextQuoteSelector', exact, prefix: exact, suffix: exact }],
});

async function read(endpoint: Pick<Endpoint, 'server' | 'token'>, query: string) {
  const response = await ask(endpoint, `/api/export?${query}`);
  expect(response.statusCode).toBe(200);
  return response.body;
}

function readTable(text: string): Record<string, string>[] {
  expect(text.startsWith('\ufeff')).toBe(true);
  const [names = [], ...records] = readCsv(text.slice(1));
  expect(names).toEqual(COLUMN_NAMES);
  return records.map((cells) => {
    expect(cells).toHaveLength(names.length);
    return Object.fromEntries(names.map((name, i) => [name, cells[i] ?? '']));
  });
}

function writeTable(records: readonly string[][]): string {
  const { write, end } = createCsvWriter();
  return records.map(write).join('') + end();
}

describe('a cell', () => {
  const words = fc.oneof(
    fc.string({ unit: 'binary' }),
    fc.string({ unit: fc.constantFrom(...`=+-@;,"' \t\r\n＝a1`) }),
    fc.constantFrom(...HOSTILE),
  );

  test('says what was said, once the apostrophes are gone', () => {
    fc.assert(
      fc.property(fc.array(fc.array(words, { minLength: 1 })), (records) => {
        const text = writeTable(records);
        expect(readCsv(text).map((cells) => cells.map(bareCell))).toEqual(records);
      }),
      { numRuns: 2_000 },
    );
  });

  test('is no formula, also where `;` or a tab is taken for what stands between cells', () => {
    fc.assert(
      fc.property(words, (word) => {
        for (const [cell = ''] of readCsv(writeTable([[word]]))) {
          expect(cell).toMatch(/^('|(?!["' ]*[=+\-@\t\r＋－＠＝]))/);
        }
        const record = writeTable([[word]]).slice(0, -2);
        for (const piece of record.split(/[;\t\r\n]/)) {
          expect(piece.replace(/^["\s]+/, '')).not.toMatch(/^[=+\-@＋－＠＝]/);
        }
      }),
      { numRuns: 5_000 },
    );
  });

  test.each([
    ['word', 'word'],
    ['well-known; a - b', 'well-known; a - b'],
    ['=1', "'=1"],
    [' - да', "' - да"],
    ["'=1", "''=1"],
    ['да;\n-нет', "да;\n'-нет"],
  ])('%j is written as %j', (word, cell) => expect(protectCell(word)).toBe(cell));
});

describe('a file of reports', () => {
  test('has all that was said, in each form', async () => {
    const endpoint = await startEndpoint({ now: () => NOW });
    const drafts = HOSTILE.filter((text) => text !== '').map((text) =>
      writeAnnotation({ ...quote(text), correction: text, comment: text }),
    );
    for (const draft of drafts) await post(endpoint.server, draft);
    const { items } = (await ask(endpoint, '/api/reports?limit=200')).json();
    expect(JSON.parse(await read(endpoint, 'format=json'))).toEqual(items);
    const table = readTable(await read(endpoint, 'format=csv'));
    expect(table).toHaveLength(drafts.length);
    for (const [i, row] of table.entries()) {
      const { exact, correction, comment, prefix, suffix, canonical, source, id } = items[i];
      const bare = Object.fromEntries(
        Object.entries(row).map(([key, cell]) => [key, bareCell(cell)]),
      );
      expect(bare).toMatchObject({
        exact,
        correction,
        comment,
        prefix,
        suffix,
        canonical,
        source,
        id,
      });
      expect(row).toMatchObject({
        ...{
          site: SITE,
          state: 'new',
          kind: 'spelling',
          language: 'en',
          readers: expect.stringMatching(/^[1-9]\d*$/),
          seen_fixed: '0',
        },
        ...{ created: '2023-11-14T22:13:20.000Z', received: '2027-01-15T08:00:00.000Z' },
      });
    }
    const collection = JSON.parse(await read(endpoint, 'format=jsonld'));
    expect(collection).toMatchObject({
      ...{ '@context': ANNOTATION_CONTEXT, type: 'AnnotationCollection', total: drafts.length },
      first: { type: 'AnnotationPage', partOf: collection.id, startIndex: 0 },
    });
    expect([collection.id, collection.first.id].join()).toMatch(
      /^urn:uuid:[\w-]+,urn:uuid:[\w-]+$/,
    );
    const annotations = collection.first.items;
    expect(annotations.map((one: { canonical: string }) => one.canonical).sort()).toEqual(
      drafts.map(({ canonical }) => canonical).sort(),
    );
  });

  test('can be taken in by another endpoint, and is the same there', async () => {
    const [from, to] = [await startEndpoint(), await startEndpoint()];
    for (let i = 0; i < 3; i++) await send(from, { comment: `no ${i}` });
    for (const annotation of JSON.parse(await read(from, 'format=jsonld')).first.items) {
      expect((await post(to.server, annotation)).statusCode).toBe(201);
    }
    const said = async (endpoint: Endpoint) =>
      readTable(await read(endpoint, 'format=csv'))
        .map(({ canonical, comment, exact, created }) => ({ canonical, comment, exact, created }))
        .sort((one, other) => ((one.canonical ?? '') < (other.canonical ?? '') ? -1 : 1));
    expect(await said(to)).toEqual(await said(from));
  });

  test('is named and typed; nothing at all is a file, too', async () => {
    const endpoint = await startEndpoint({ now: () => NOW });
    const forms = {
      csv: ['text/csv; charset=utf-8; header=present', /^\ufeff"canonical",.*\r\n$/],
      json: ['application/json', /^\[\s*\]\s*$/],
      jsonld: [
        /^application\/ld\+json; ?profile="http:\/\/www.w3.org\/ns\/anno.jsonld"$/,
        /"total":0}\s*$/,
      ],
    } as const;
    for (const [format, [type, body]] of Object.entries(forms)) {
      for (const query of [`format=${format}`, `format=${format}&search=%20!`]) {
        const response = await ask(endpoint, `/api/export?${query}`);
        expect(response.headers['content-type']).toMatch(type);
        expect(response.headers['content-disposition']).toBe(
          `attachment; filename="sic-${SITE}-2027-01-15.${format}"`,
        );
        expect(response.headers['cache-control']).toBe('no-store');
        // The review in an extension is of another origin, and names the file as it is named here.
        expect(response.headers['access-control-expose-headers']).toContain('Content-Disposition');
        expect(response.body).toMatch(body);
      }
      if (format !== 'csv') JSON.parse(await read(endpoint, `format=${format}`));
    }
  });

  test.each([
    [undefined, 'application/json'],
    ['*/*', 'application/json'],
    ['text/csv', 'text/csv'],
    ['text/csv;q=0.4, application/ld+json', 'application/ld+json'],
    ['text/*;q=1, application/json;q=0.5', 'text/csv'],
    ['text/html,*/*;q=0.8', 'application/json'],
    ['image/png', null],
  ])('is chosen by Accept: %s gives %s', async (accept, type) => {
    const { server, token } = await startEndpoint();
    const authorization = `Bearer ${token}`;
    const headers = accept === undefined ? { authorization } : { authorization, accept };
    const response = await server.inject({ url: '/api/export', headers });
    expect(response.statusCode).toBe(type === null ? 406 : 200);
    expect(response.headers['content-type']).toContain(type ?? 'application/problem+json');
    const named = await server.inject({ url: '/api/export?format=csv', headers });
    expect(named.headers['content-type']).toContain('text/csv');
  });

  test('is narrowed as the queue is, and by days where the editor lives', async () => {
    let clock = NOW;
    const endpoint = await startEndpoint({ now: () => clock });
    const sent: string[] = [];
    for (let i = 0; i < 6; i++) {
      // 08:00, 12:00, 16:00, 20:00, 00:00, 04:00 in UTC; the fourth is in the night in Bishkek
      const source = `https://${i % 2 === 0 ? '' : 'www.'}${SITE}/${i}`;
      const kind = i === 3 ? 'fact' : 'spelling';
      sent.push((await send(endpoint, { source, kind, comment: `word${i}` })).canonical);
      clock += DAY / 6;
    }
    await decide(endpoint, sent[0] ?? '', { state: 'rejected' }, { 'if-match': '"1"' });
    const list = async (query: string) => {
      const found: { canonical: string }[] = JSON.parse(
        await read(endpoint, `format=json&${query}`),
      );
      return found.map(({ canonical }) => sent.indexOf(canonical)).sort();
    };
    expect(await list('')).toEqual([0, 1, 2, 3, 4, 5]);
    expect(await list('state=&kind=&search=&site=&page=&from=&to=&zone=')).toEqual([
      0, 1, 2, 3, 4, 5,
    ]);
    expect(await list('state=rejected')).toEqual([0]);
    expect(await list('kind=fact')).toEqual([3]);
    expect(await list('search=word4')).toEqual([4]);
    expect(await list(`site=www.${SITE}`)).toEqual([1, 3, 5]);
    expect(await list(`page=https://${SITE}/2`)).toEqual([2]);
    expect(await list(`page=https://${SITE}/0`)).toEqual([]);
    expect(await list('to=2027-01-15')).toEqual([0, 1, 2, 3]);
    expect(await list('from=2027-01-16')).toEqual([4, 5]);
    expect(await list('from=2027-01-15&to=2027-01-15')).toEqual([0, 1, 2, 3]);
    expect(await list('to=2027-01-15&zone=Asia/Bishkek')).toEqual([0, 1, 2]);
    expect(await list('from=2027-01-16&zone=Asia/Bishkek')).toEqual([3, 4, 5]);
    expect(await list('from=2027-02-01')).toEqual([]);
    expect(await list('from=2027-01-16&to=2027-01-15')).toEqual([]);
  });

  test.each([
    ['format', 'format=xml'],
    ['from', 'from=2027-02-30'],
    ['from', 'from=yesterday'],
    ['to', 'to=2027-1-1'],
    ['to', 'to=27-01-01'],
    ['zone', 'zone=Europe/Atlantis'],
    ['zone', `zone=${'x'.repeat(100)}`],
    ['state', 'state=done'],
    ['page', 'page=x'],
  ])('names %s as the fault of %s', async (path, query) => {
    const response = await ask(await startEndpoint(), `/api/export?${query}`);
    expect([response.statusCode, response.json().faults?.[0]?.path]).toEqual([400, path]);
  });

  test('holds nothing that the token does not cover', async () => {
    const endpoint = await startEndpoint();
    const www = await addEditor(endpoint, `www.${SITE}`);
    await send(endpoint);
    expect(JSON.parse(await read(www, ''))).toEqual([]);
    expect((await ask(www, `/api/export?site=${SITE}`)).statusCode).toBe(403);
    expect((await endpoint.server.inject('/api/export')).statusCode).toBe(401);
    const { store } = endpoint;
    const { token } = await store.tokens.addToken({
      name: 'F',
      site: SITE,
      scopes: ['feed'],
      at: 1,
    });
    expect((await ask({ ...endpoint, token }, '/api/export')).statusCode).toBe(403);
  });
});

/** Many reports of some kilobytes each. */
function fill({ directory }: Endpoint, count: number, name = ''): void {
  const annotation = JSON.stringify(writeAnnotation({ comment: 'c'.repeat(9_000) }));
  withDatabase(directory, (database) => {
    database
      .prepare(`with recursive n(i) as (values (1) union all select i + 1 from n where i < ${count})
        insert into reports (site_group, site, canonical, segment, source, article, place, kind, state, reason,
          version, edition, created_at, received_at, changed, words, annotation)
        select '${SITE}', '${SITE}', 'c${name}' || i, 's${name}' || i, 'https://${SITE}/', 'a', 'p' || i, 'spelling', 'new', '',
          1, 1, 1, i / 7, i, '', ? from n`)
      .run(annotation);
  });
}

describe('a long file', () => {
  test('has every report once, over many pages', async () => {
    const endpoint = await startEndpoint();
    fill(endpoint, 1_001);
    const ids: string[] = JSON.parse(await read(endpoint, 'format=json')).map(
      (item: { id: string }) => item.id,
    );
    expect(new Set(ids).size).toBe(1_001);
    expect(JSON.parse(await read(endpoint, 'format=jsonld')).total).toBe(1_001);
    expect(readTable(await read(endpoint, 'format=csv'))).toHaveLength(1_001);
  });

  test('is not read on for who does not take it, or has gone; and not twice too often', async () => {
    const endpoint = await startEndpoint();
    fill(endpoint, 10_000);
    const list = vi.spyOn(endpoint.store.reports, 'listReports');
    const settle = async () => {
      let before = -1;
      while (before !== list.mock.calls.length) {
        before = list.mock.calls.length;
        await new Promise((resolve) => setTimeout(resolve, 300));
      }
      return before;
    };
    const slow = await open(endpoint, '/api/export?format=csv');
    expect(slow.response.statusCode).toBe(200);
    // 50 pages of 1.8 MB are there.
    const held = await settle();
    expect(held).toBeLessThan(25);
    const second = await open(endpoint, '/api/export?format=json');
    expect(second.response.statusCode).toBe(200);
    const third = await open(endpoint, '/api/export?format=json');
    expect(third.response.statusCode).toBe(429);
    const before = await settle();
    slow.leave();
    second.leave();
    expect(await settle()).toBeLessThan(before + 5);
    await vi.waitFor(
      async () => {
        const again = await open(endpoint, '/api/export?format=json');
        again.leave();
        expect(again.response.statusCode).toBe(200);
      },
      { timeout: 20_000 },
    );
  });

  test('that cannot be read to its end is seen to be broken; one that cannot begin is refused', async () => {
    const endpoint = await startEndpoint();
    fill(endpoint, 1_000);
    const outage = Object.assign(new Error('away'), { code: 'ECONNREFUSED' });
    const list = endpoint.store.reports.listReports;
    const spy = vi.spyOn(endpoint.store.reports, 'listReports').mockRejectedValue(outage);
    expect((await ask(endpoint, '/api/export')).statusCode).toBe(503);
    const base = await serve(endpoint.server);
    const api = createReviewApi({ endpoint: base, token: endpoint.token });
    let calls = 0;
    const breakOff = () => {
      calls = 0;
      spy.mockImplementation((query) => (++calls < 3 ? list(query) : Promise.reject(outage)));
    };
    for (const format of EXPORT_FORMATS) {
      breakOff();
      const { response } = await open(endpoint, `/api/export?format=${format}`);
      const taken = async () => {
        for await (const _ of response);
      };
      await expect(taken()).rejects.toThrow();
      breakOff();
      const watch = { onProgress: vi.fn(), signal: new AbortController().signal };
      const question = { filter: ANY_CLUSTER, from: '', to: '', zone: '', format };
      expect(await api.exports.download(question, watch)).toMatchObject({
        ...{ ok: false, failure: 'network' },
      });
      expect(watch.onProgress.mock.lastCall?.[1]).toBeGreaterThan(0);
      breakOff();
      const raw = await sendBytes(
        Number(new URL(base).port),
        `GET /api/export?format=${format} HTTP/1.1\r\nHost: x\r\nAuthorization: Bearer ${endpoint.token}\r\n\r\n`,
      );
      expect([raw.status, raw.headers['transfer-encoding'], calls]).toEqual([200, 'chunked', 3]);
      expect(raw.body).toContain('ccccc');
      // The chunk that says that it was the last: RFC 9112, section 7.1.
      expect(raw.body.endsWith('0\r\n\r\n')).toBe(false);
    }
  });

  test('is whole only with its end, where a table has the one cell without quotes', async () => {
    const endpoint = await startEndpoint();
    for (const count of [0, 1, 450]) {
      if (count > 0) fill(endpoint, count, `of${count}`);
      const text = await read(endpoint, 'format=csv');
      // What is left of a record when its cells with quotes are taken out.
      const records = text
        .slice(1)
        .replace(/"([^"]|"")*"/g, '')
        .split('\r\n')
        .slice(0, -1);
      const commas = ','.repeat(COLUMN_NAMES.length - 1);
      expect(records.pop()).toMatch(/^,+(place|p\d+)$/);
      expect(records).toEqual(Array(records.length).fill(commas));
    }
  });

  test('is not read at all for HEAD', async () => {
    const endpoint = await startEndpoint();
    const list = vi.spyOn(endpoint.store.reports, 'listReports');
    const headers = { authorization: `Bearer ${endpoint.token}` };
    for (let i = 0; i < 5; i++) {
      const asked = { method: 'HEAD', url: '/api/export?format=csv', headers } as const;
      const response = await endpoint.server.inject(asked);
      expect([response.statusCode, response.body]).toEqual([200, '']);
      expect(response.headers['content-disposition']).toContain('.csv');
    }
    expect(list).not.toHaveBeenCalled();
  });
});

describeStores((kind) => {
  test('a file has every report of the pages once, also of one instant', async () => {
    const store = await openFor(await kind.makeAddress());
    const server = createServer({ store });
    onTestFinished(() => server.close());
    const { token } = await store.tokens.addToken({ name: 'Ann', site: SITE, at: 1 });
    const added = await Promise.all(
      Array.from({ length: 450 }, (_, i) => {
        const annotation = JSON.stringify(writeAnnotation({ comment: `no ${i}` }));
        const site = i % 5 === 0 ? `www.${SITE}` : SITE;
        return addReport(store, { annotation, site, receivedAt: NOW + Math.floor(i / 220) });
      }),
    );
    const endpoint = { server, token };
    const items: { id: string; comment: string }[] = JSON.parse(
      await read(endpoint, 'format=json'),
    );
    expect(items.map(({ id }) => id.split('/').at(-1)).sort()).toEqual(
      added.map(({ segment }) => segment).sort(),
    );
    expect(new Set(items.map(({ comment }) => comment)).size).toBe(450);
    const some = readTable(await read(endpoint, `format=csv&site=www.${SITE}`));
    expect(some.map(({ site }) => site)).toEqual(Array(90).fill(`www.${SITE}`));
  });
});

describe('days', () => {
  const ZONES = [
    ...[
      '',
      'UTC',
      'Asia/Bishkek',
      'Europe/Kyiv',
      'America/St_Johns',
      'Pacific/Apia',
      'Asia/Beirut',
    ],
    ...['America/Havana', 'Australia/Lord_Howe', 'Africa/Cairo', 'America/Asuncion', '+05:45'],
  ];

  test.each(ZONES)('follow each other without gap in %s', (zone) => {
    const days = listDays('2011-01-01', '2027-12-31', zone);
    expect(days).toHaveLength(countDays('2011-01-01', '2027-12-31'));
    for (const [i, { day, start, end }] of days.entries()) {
      expect(end - start).toBeGreaterThanOrEqual(day === '2011-12-30' ? 0 : 22 * 3_600_000);
      expect(end - start).toBeLessThanOrEqual(26 * 3_600_000);
      if (i > 0) expect(days[i - 1]?.end).toBe(start);
    }
  });

  test('begin where the date turns, also where clocks are changed at midnight', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...ZONES),
        fc.date({ min: new Date('2012-01-05'), max: new Date('2028-01-01'), noInvalidDate: true }),
        (zone, date) => {
          const day = readDay(date.getTime(), zone);
          const [start, end] = [findStart(day, zone), findEnd(day, zone)];
          expect(start).toBeLessThanOrEqual(date.getTime());
          expect(end).toBeGreaterThan(date.getTime());
          expect([readDay(start, zone), readDay(end, zone)]).toEqual([day, addDays(day, 1)]);
        },
      ),
      { numRuns: 3_000 },
    );
  });

  test.each([
    ['2026-11-23', '', '2026-11-23T00:00:00.000Z'],
    ['2026-11-23', 'Asia/Bishkek', '2026-11-22T18:00:00.000Z'],
    ['2024-03-31', 'Europe/Kyiv', '2024-03-30T22:00:00.000Z'],
    ['2024-04-01', 'Europe/Kyiv', '2024-03-31T21:00:00.000Z'],
    // Midnight is left out.
    ['2024-03-31', 'Asia/Beirut', '2024-03-30T22:00:00.000Z'],
    // The hour before midnight comes twice.
    ['2024-10-27', 'Asia/Beirut', '2024-10-26T22:00:00.000Z'],
  ])('%s in %s begins at %s', (day, zone, start) =>
    expect(new Date(findStart(day, zone)).toISOString()).toBe(start),
  );
});

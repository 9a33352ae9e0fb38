/** Receipts: what whoever holds their URL is told, and nobody else. */
import { describe, expect, onTestFinished, test } from 'vitest';
import { keyPlace } from '../../src/endpoint/place.ts';
import { openStore } from '../../src/endpoint/store/database.ts';
import { parse } from '../../src/model/annotation.ts';
import { receiptSchema } from '../../src/model/receipt.ts';
import { readReport } from '../../src/model/report.ts';
import {
  addEditor,
  ask,
  decide,
  type Endpoint,
  findReceipt,
  makeDirectory,
  mintCanonical,
  pathOf,
  post,
  postFrom,
  SITE,
  send,
  startEndpoint,
  writeAnnotation,
} from './endpoint.ts';
import { addReport, migrateUntil } from './stored.ts';

const UNDECIDED = { state: 'new', reason: '', readers: 1 };

/** What a receipt tells; where it asks to be told is checked on the way. */
async function read({ server }: Endpoint, url: string) {
  const response = await server.inject(url);
  expect(response.statusCode).toBe(200);
  const receipt: unknown = response.json();
  const parsed = parse(receiptSchema, receipt);
  if (!parsed.ok) throw new Error('no receipt');
  expect(parsed.value).toEqual(receipt);
  const { observations, ...told } = parsed.value;
  expect(observations).toBe(`http://localhost${url}/observations`);
  return told;
}

describe('a receipt', () => {
  test('is named by the first answer and by each to the same report again', async () => {
    const endpoint = await startEndpoint({ publicUrl: 'https://reports.example/sic/' });
    const annotation = writeAnnotation();
    const created = await post(endpoint.server, annotation);
    const again = await post(endpoint.server, annotation);
    expect([created.statusCode, again.statusCode]).toEqual([201, 200]);
    expect(created.headers.link).toContainEqual(
      expect.stringMatching(
        /^<https:\/\/reports\.example\/sic\/receipts\/[\w-]{32}>; rel="status"$/,
      ),
    );
    expect(again.headers.link).toEqual(created.headers.link);
    const path = pathOf(created.headers.location).replace('/sic', '');
    const got = await endpoint.server.inject(path);
    expect(findReceipt(got.headers.link)).toBe(findReceipt(created.headers.link));
  });

  test('tells what the editors decided, and why', async () => {
    const endpoint = await startEndpoint();
    const { canonical, url } = await send(endpoint);
    expect(await read(endpoint, url)).toEqual(UNDECIDED);
    const tell = async (version: number, state: string, reason: string) => {
      const etag = { 'if-match': `"${version}"` };
      const decided = await decide(endpoint, canonical, { state, reason }, etag);
      expect(decided.statusCode).toBe(200);
      return read(endpoint, url);
    };
    expect(await tell(1, 'accepted', 'Спасибо!')).toEqual({
      ...{ state: 'accepted', reason: 'Спасибо!', readers: 1 },
    });
    expect(await tell(2, 'fixed', '')).toEqual({ state: 'fixed', reason: '', readers: 1 });
    expect(await tell(3, 'new', 'it is there again')).toEqual(UNDECIDED);
    expect(await tell(4, 'rejected', 'A quotation')).toEqual({
      ...{ state: 'rejected', reason: 'A quotation', readers: 1 },
    });
  });

  test('of spam is one of a rejected report, without the reason', async () => {
    const endpoint = await startEndpoint();
    const { canonical, url } = await send(endpoint);
    const spam = { state: 'spam', reason: 'the same from forty addresses' };
    await decide(endpoint, canonical, spam, { 'if-match': '"1"' });
    const response = await endpoint.server.inject(url);
    expect(await read(endpoint, url)).toEqual({ state: 'rejected', reason: '', readers: 1 });
    expect(JSON.stringify(response.headers) + response.body).not.toMatch(/spam|forty/);
  });

  test('tells nothing else of the report', async () => {
    const endpoint = await startEndpoint();
    const { url } = await send(endpoint, { comment: 'my own words' });
    const { body } = await endpoint.server.inject(url);
    expect(Object.keys(JSON.parse(body))).toEqual(['state', 'reason', 'readers', 'observations']);
  });

  test('is kept by nobody but its reader, and not sent twice', async () => {
    const endpoint = await startEndpoint();
    const { canonical, url } = await send(endpoint);
    const { headers, statusCode } = await endpoint.server.inject(url);
    expect(statusCode).toBe(200);
    expect(headers).toMatchObject({
      'content-type': expect.stringContaining('application/json'),
      'cache-control': 'private, no-cache',
      allow: 'GET, HEAD, OPTIONS',
    });
    const etag = String(headers.etag);
    for (const known of [etag, `W/${etag}`, `"x", ${etag}`]) {
      const same = await endpoint.server.inject({ url, headers: { 'if-none-match': known } });
      expect([known, same.statusCode, same.body]).toEqual([known, 304, '']);
      expect(same.headers).toMatchObject({ etag, 'cache-control': 'private, no-cache' });
    }
    for (const other of ['"x"', etag.slice(1, -1), '']) {
      const whole = await endpoint.server.inject({ url, headers: { 'if-none-match': other } });
      expect(whole.statusCode).toBe(200);
    }
    await decide(endpoint, canonical, { state: 'accepted' }, { 'if-match': '"1"' });
    const changed = await endpoint.server.inject({ url, headers: { 'if-none-match': etag } });
    expect(changed.statusCode).toBe(200);
  });

  test('answers HEAD and OPTIONS, and nothing that would change it', async () => {
    const { server, ...rest } = await startEndpoint();
    const { url } = await send({ server, ...rest });
    const got = await server.inject(url);
    const head = await server.inject({ method: 'HEAD', url });
    expect([head.statusCode, head.body, head.headers.etag]).toEqual([200, '', got.headers.etag]);
    const options = await server.inject({ method: 'OPTIONS', url });
    expect([options.statusCode, options.headers.allow]).toEqual([200, 'GET, HEAD, OPTIONS']);
    for (const method of ['PUT', 'PATCH', 'DELETE', 'POST'] as const) {
      const response = await server.inject({ method, url });
      expect([response.statusCode, response.headers.allow]).toEqual([405, 'GET, HEAD, OPTIONS']);
    }
  });

  test('may be read by any origin, without credentials', async () => {
    const endpoint = await startEndpoint();
    const { url } = await send(endpoint);
    const origin = 'https://anywhere.example';
    const asked = { 'access-control-request-method': 'GET' };
    for (const response of [
      await endpoint.server.inject({ url, headers: { origin } }),
      await endpoint.server.inject({ url: '/receipts/none', headers: { origin } }),
      await endpoint.server.inject({ method: 'OPTIONS', url, headers: { origin, ...asked } }),
    ]) {
      expect(response.headers['access-control-allow-origin']).toBe('*');
      expect(response.headers['access-control-allow-credentials']).toBeUndefined();
      expect(response.headers['access-control-expose-headers']).toContain('Retry-After');
    }
  });

  test('cannot be had by guessing, and guesses count', async () => {
    const endpoint = await startEndpoint({ postsPerMinute: 5 });
    const { canonical, url } = await send(endpoint);
    const guesses = ['', 'x', canonical, canonical.slice(9), `${url.slice(10, -1)}`];
    for (const guess of guesses) {
      const response = await endpoint.server.inject(`/receipts/${guess}`);
      expect([guess, response.statusCode]).toEqual([guess, 404]);
      expect(response.headers['content-type']).toContain('application/problem+json');
    }
    const codes: number[] = [];
    for (let i = 0; i < 10; i++) codes.push((await endpoint.server.inject(url)).statusCode);
    expect(codes).toEqual([...Array(5).fill(200), ...Array(5).fill(429)]);
    const refused = await endpoint.server.inject(url);
    expect(Number(refused.headers['retry-after'])).toBeGreaterThan(0);
    expect(refused.json().detail).toContain('questions');
    const another = await endpoint.server.inject({ url, remoteAddress: '192.0.2.9' });
    expect(another.statusCode).toBe(200);
    expect((await postFrom(endpoint.server, '127.0.0.1')).statusCode).toBe(201);
  });
});

describe('readers', () => {
  const quote = (exact: string, prefix = 'It was ', suffix = ' by us') => ({
    selectors: [{ type: 'TextQuoteSelector' as const, exact, prefix, suffix }],
  });

  test('are all who reported the same place, and this one', async () => {
    const endpoint = await startEndpoint();
    const { url } = await send(endpoint, quote('recieved'));
    const far = `${'x'.repeat(40)} and it is long. It was  `;
    await send(endpoint, quote('recieved', 'It\u00a0was ', '\n by us'));
    await send(endpoint, { ...quote('recieved'), source: `https://${SITE}/a#part` });
    await send(endpoint, { ...quote('re\u00adcieved'), kind: 'grammar', comment: 'mine' });
    expect(await read(endpoint, url)).toMatchObject({ readers: 4 });
    const { url: longUrl } = await send(endpoint, quote('recieved', far, ' by us all, later'));
    const nearer = quote('recieved', far.slice(20), ' by us all, later on and on');
    await send(endpoint, nearer);
    expect(await read(endpoint, longUrl)).toMatchObject({ readers: 2 });
  });

  test('of another article, word, or place of the same word are others', async () => {
    const endpoint = await startEndpoint();
    const { url } = await send(endpoint, quote('recieved'));
    await send(endpoint, { ...quote('recieved'), source: `https://${SITE}/b` });
    await send(endpoint, { ...quote('recieved'), source: `https://m.${SITE}/a` });
    await send(endpoint, { ...quote('recieved'), source: `https://${SITE}/a?page=2` });
    await send(endpoint, quote('Recieved'));
    await send(endpoint, quote('recieved', 'They were '));
    await send(endpoint, quote('recieved', 'It was ', ' by them'));
    expect(await read(endpoint, url)).toMatchObject({ readers: 1 });
  });

  test('of the same report sent again are one', async () => {
    const endpoint = await startEndpoint();
    const { canonical, url } = await send(endpoint);
    await Promise.all([1, 2, 3].map(() => post(endpoint.server, writeAnnotation({ canonical }))));
    expect(await read(endpoint, url)).toEqual(UNDECIDED);
  });

  test('of reports that quote nothing are not taken together', async () => {
    const endpoint = await startEndpoint();
    const selectors = [{ type: 'TextPositionSelector' as const, start: 1, end: 2 }];
    const { url } = await send(endpoint, { selectors });
    await send(endpoint, { selectors });
    expect(await read(endpoint, url)).toEqual(UNDECIDED);
  });

  test('that are found to be spam are none', async () => {
    const endpoint = await startEndpoint();
    const { url } = await send(endpoint);
    const other = await send(endpoint);
    expect(await read(endpoint, url)).toMatchObject({ readers: 2 });
    await decide(endpoint, other.canonical, { state: 'spam' }, { 'if-match': '"1"' });
    expect(await read(endpoint, url)).toEqual(UNDECIDED);
  });

  test('beyond a thousand are a thousand', async () => {
    const endpoint = await startEndpoint();
    const { url } = await send(endpoint);
    const report = readReport(writeAnnotation());
    await Promise.all(
      Array.from({ length: 1_003 }, () => addReport(endpoint.store, { place: keyPlace(report) })),
    );
    expect(await read(endpoint, url)).toMatchObject({ readers: 1_000 });
  });
});

describe('a report from a frame', () => {
  const frame = { source: 'https://widgets.example/quiz', scope: `https://www.${SITE}/a` };

  test('lies in the queue of the page around it, which it names', async () => {
    const endpoint = await startEndpoint();
    const framed = await addEditor(endpoint, 'widgets.example');
    const { canonical, url } = await send(endpoint, frame);
    expect((await ask(endpoint, '/api/reports')).json().items).toMatchObject([
      { canonical, ...frame },
    ]);
    expect((await ask(framed, '/api/reports')).json().items).toEqual([]);
    expect((await ask(framed, `/api/reports/${canonical}`)).statusCode).toBe(404);
    const site = `/api/reports/${canonical}?site=www.${SITE}`;
    expect((await ask(endpoint, site)).statusCode).toBe(200);
    await decide(endpoint, canonical, { state: 'accepted' }, { 'if-match': '"1"' });
    expect(await read(endpoint, url)).toMatchObject({ state: 'accepted' });
  });

  test('is counted with those from the same frame on the same site', async () => {
    const endpoint = await startEndpoint();
    const { url } = await send(endpoint, frame);
    await send(endpoint, { ...frame, scope: `https://www.${SITE}/b` });
    await send(endpoint, { ...frame, scope: 'https://elsewhere.example/' });
    await send(endpoint, { ...frame, scope: '' });
    expect(await read(endpoint, url)).toMatchObject({ readers: 2 });
  });

  test.each(['javascript:alert(1)', 'about:srcdoc', 'not a URL', 'https://', ''])(
    'around which there is %j is refused',
    async (scope) => {
      const { server } = await startEndpoint();
      const annotation = writeAnnotation();
      const target = { ...annotation.target, scope };
      const response = await post(server, { ...annotation, target });
      expect(response.statusCode).toBe(400);
      expect(response.json().faults).toMatchObject([{ path: 'target.scope' }]);
    },
  );
});

test('reports from before there were receipts have theirs, and are counted', async () => {
  const directory = await makeDirectory();
  const database = await migrateUntil(directory, '0005');
  const insert = database.prepare(
    `INSERT INTO reports (site, site_group, canonical, segment, source, kind, state, reason, version,
       created_at, received_at, annotation)
     VALUES (?, ?, ?, ?, 'https://x/', 'fact', 'new', '', 1, 1, 2, ?)`,
  );
  const add = (segment: string, annotation: (canonical: string) => object) => {
    const canonical = mintCanonical();
    insert.run(SITE, SITE, canonical, segment, JSON.stringify(annotation(canonical)));
  };
  const hundreds = 1_203;
  for (let i = 0; i < hundreds; i++) {
    // Three places, and those that nobody can read.
    const source = `https://${SITE}/${i % 3}`;
    add(`s${i}`, (canonical) => writeAnnotation({ canonical, source }));
  }
  for (let i = 0; i < 5; i++) add(`odd${i}`, () => ({ odd: true }));
  database.close();

  const store = await openStore({ directory });
  onTestFinished(() => store.close());
  const endpoint = await startEndpoint({ store });
  for (const segment of ['s0', 's1', 's2', `s${hundreds - 1}`]) {
    expect(await read(endpoint, `/receipts/${segment}`)).toMatchObject({ readers: hundreds / 3 });
  }
  expect(await read(endpoint, '/receipts/odd3')).toEqual(UNDECIDED);
  // Those that come now are at the same places.
  const { url } = await send({ ...endpoint, store }, { source: `https://${SITE}/1` });
  expect(await read(endpoint, url)).toMatchObject({ readers: hundreds / 3 + 1 });
});

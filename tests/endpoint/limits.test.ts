/** How much one address and one token may send, and how each is told. */
import fc from 'fast-check';
import { describe, expect, onTestFinished, test, vi } from 'vitest';
import { createServer, type ServerDeps } from '../../src/endpoint/server.ts';
import type { Store } from '../../src/endpoint/store/database.ts';
import {
  ask,
  decide,
  type Endpoint,
  post,
  postFrom,
  SITE,
  send,
  startEndpoint,
  writeAnnotation,
} from './endpoint.ts';

/** Another process on a store, as far as a test can have one. */
function serve(store: Store, deps: Partial<ServerDeps> = {}) {
  const server = createServer({ store, postsPerMinute: 100_000, ...deps });
  onTestFinished(() => server.close());
  return server;
}

describe('an address', () => {
  test('may send sixty reports a minute where nothing else is said', async () => {
    const { store } = await startEndpoint();
    const server = createServer({ store });
    onTestFinished(() => server.close());
    for (let i = 0; i < 60; i++) {
      expect((await post(server, writeAnnotation())).statusCode).toBe(201);
    }
    expect((await post(server, writeAnnotation())).statusCode).toBe(429);
  });

  test('that sends too many is told when to come again, and nothing more of it is stored', async () => {
    const { server, store } = await startEndpoint({ postsPerMinute: 3 });
    for (let i = 0; i < 3; i++) {
      const { statusCode, headers } = await post(server, writeAnnotation());
      expect(statusCode).toBe(201);
      expect(headers['ratelimit-policy']).toBe('"reports";q=3;w=60');
      expect(headers['ratelimit']).toMatch(new RegExp(`^"reports";r=${2 - i};t=\\d+$`));
    }
    const response = await post(server, writeAnnotation(), { origin: 'https://news.example' });
    expect(response.statusCode).toBe(429);
    expect(response.headers['content-type']).toContain('application/problem+json');
    const seconds = Number(response.headers['retry-after']);
    expect(seconds).toBeGreaterThan(0);
    expect(seconds).toBeLessThanOrEqual(60);
    expect(response.json().detail).toContain(`${seconds} s`);
    expect(response.headers['access-control-expose-headers']).toContain('Retry-After');
    expect(response.headers['access-control-allow-origin']).toBe('*');
    expect((await store.reports.summarizeSite(SITE)).total).toBe(3);
  });

  test('does not use up another’s limit, nor may it claim to be another', async () => {
    const { server } = await startEndpoint({ postsPerMinute: 1 });
    const from = async (...sender: [address: string, forwarded?: string]) =>
      (await postFrom(server, ...sender)).statusCode;
    expect(await from('192.0.2.1')).toBe(201);
    expect(await from('192.0.2.1')).toBe(429);
    expect(await from('192.0.2.1', '192.0.2.9')).toBe(429);
    // A socket that listens on both families sees IPv4 like this.
    expect(await from('::ffff:192.0.2.1')).toBe(429);
    expect(await from('192.0.2.2')).toBe(201);
    // One subscriber's network is one address.
    expect(await from('2001:db8::1')).toBe(201);
    expect(await from('2001:db8::2')).toBe(429);
    expect(await from('2001:db8:0:1::2')).toBe(201);
  });

  test('is refused before its body is read, and however wrong that is', async () => {
    const endpoint = await startEndpoint({ postsPerMinute: 2 });
    await post(endpoint.server, '{');
    await post(endpoint.server, 'x'.repeat(100_000));
    for (const body of ['{', 'x'.repeat(100_000)]) {
      expect((await post(endpoint.server, body)).statusCode).toBe(429);
    }
    expect((await post(endpoint.server, writeAnnotation())).statusCode).toBe(429);
    expect((await ask(endpoint, '/api/reports')).statusCode).toBe(200);
  });

  test('may ask and observe twice as often as it may report, each on its own', async () => {
    const endpoint = await startEndpoint({ postsPerMinute: 2 });
    const { url } = await send(endpoint);
    const look = () =>
      endpoint.server.inject({
        method: 'POST',
        url: `${url}/observations`,
        payload: { verdict: 'open' },
      });
    const codes = async (request: () => Promise<{ statusCode: number }>) => {
      const all: number[] = [];
      for (let i = 0; i < 5; i++) all.push((await request()).statusCode);
      return all;
    };
    expect(await codes(() => endpoint.server.inject(url))).toEqual([200, 200, 200, 200, 429]);
    expect(await codes(look)).toEqual([200, 200, 200, 200, 429]);
  });
});

describe('an annotation', () => {
  test('is read as often as a receipt, and together with it; by a token as often as that may ask', async () => {
    const endpoint = await startEndpoint({ postsPerMinute: 2, requestsPerEditor: 20 });
    const { url } = await send(endpoint);
    const annotation = url.replace('/receipts/', '/annotations/');
    const codes: number[] = [];
    for (const one of [annotation, url, annotation, url, annotation, url]) {
      codes.push((await endpoint.server.inject(one)).statusCode);
    }
    expect(codes).toEqual([200, 200, 200, 200, 429, 429]);
    const refused = await endpoint.server.inject({ method: 'HEAD', url: annotation });
    expect(refused.statusCode).toBe(429);
    expect(Number(refused.headers['retry-after'])).toBeGreaterThan(0);
    // Guesses are no cheaper.
    expect((await endpoint.server.inject('/annotations/guess')).statusCode).toBe(429);
    const read = async (token: string) =>
      (
        await endpoint.server.inject({
          url: annotation,
          headers: { authorization: `Bearer ${token}` },
        })
      ).statusCode;
    expect(await read('sic_none')).toBe(429);
    for (let i = 0; i < 20; i++) expect(await read(endpoint.token)).toBe(200);
    expect(await read(endpoint.token)).toBe(429);
  });
});

describe('a proxy', () => {
  test('is believed where it is configured: the last hop that it has not vouched for counts', async () => {
    const { store } = await startEndpoint();
    const from = async (server: Endpoint['server'], address: string, forwarded: string) =>
      (await postFrom(server, address, forwarded)).statusCode;
    const server = serve(store, { postsPerMinute: 1, trustedProxies: ['10.0.0.0/8', 'fd00::/8'] });
    expect(await from(server, '10.0.0.1', '192.0.2.1')).toBe(201);
    expect(await from(server, '10.0.0.2', '192.0.2.1')).toBe(429);
    // What a client writes before the proxy does is the client's.
    expect(await from(server, '10.0.0.1', '198.51.100.7, 192.0.2.1')).toBe(429);
    // Two proxies, one behind the other.
    expect(await from(server, 'fd00::1', '192.0.2.1, 10.1.2.3')).toBe(429);
    expect(await from(server, 'fd00::1', '2001:db8::5, 10.1.2.3')).toBe(201);
    expect(await from(server, '10.0.0.1', '2001:db8::6')).toBe(429);
    // Who is none is not believed.
    expect(await from(server, '198.51.100.1', '203.0.113.1')).toBe(201);
    expect(await from(server, '198.51.100.1', '203.0.113.2')).toBe(429);
  });

  test('that forwards anything gets an answer, and no other name for the same sender', async () => {
    const { store, errors } = await startEndpoint();
    const server = serve(store, {
      trustedProxies: ['10.0.0.0/8'],
      reportError: (error) => errors.push(error),
    });
    const odd = fc.oneof(
      fc.string({ unit: fc.constantFrom(...'0123456789abcdef:., []"%;=-_/\\') }),
      fc.ipV6().map((address) => `"[${address}]:4711"`),
      fc.constantFrom(
        'unknown',
        '_hidden',
        '127.0.0.1:80',
        '999.1.1.1',
        '::ffff:999',
        '1.2.3.4,,',
        ',',
      ),
    );
    await fc.assert(
      fc.asyncProperty(odd, odd, async (forwarded, host) => {
        const { statusCode } = await server.inject({
          method: 'POST',
          url: '/annotations/',
          remoteAddress: '10.0.0.1',
          headers: {
            'content-type': 'application/ld+json',
            'x-forwarded-for': forwarded,
            'x-forwarded-host': host,
            'x-forwarded-proto': host,
            forwarded: `for=${forwarded}`,
          },
          payload: JSON.stringify(writeAnnotation()),
        });
        expect([200, 201, 400]).toContain(statusCode);
      }),
      { numRuns: 150 },
    );
    expect(errors).toEqual([]);
  });
});

describe('a token', () => {
  test('may ask six hundred times a minute, whatever others do', async () => {
    const endpoint = await startEndpoint();
    for (let i = 0; i < 600; i++) expect((await ask(endpoint, '/api/me')).statusCode).toBe(200);
    const response = await ask(endpoint, '/api/me');
    expect(response.statusCode).toBe(429);
    expect(Number(response.headers['retry-after'])).toBeGreaterThan(0);
    const { token } = await endpoint.store.tokens.addToken({ name: 'Bob', site: SITE, at: 1 });
    expect((await ask({ ...endpoint, token }, '/api/me')).statusCode).toBe(200);
  });

  test('that is refused decides nothing', async () => {
    const endpoint = await startEndpoint();
    const { canonical } = await send(endpoint);
    for (let i = 0; i < 600; i++) await ask(endpoint, '/api/me');
    const { statusCode } = await decide(
      endpoint,
      canonical,
      { state: 'spam' },
      { 'if-match': '"1"' },
    );
    expect(statusCode).toBe(429);
    expect((await endpoint.store.reports.findReports(SITE, canonical))[0]?.state).toBe('new');
  });

  test('that has ended is one guess, however often a forgotten page sends it', async () => {
    const endpoint = await startEndpoint();
    const { store } = endpoint;
    const lookUp = vi.spyOn(store.tokens, 'findEditor');
    const tryToken = (token: string) =>
      endpoint.server.inject({ url: '/api/me', headers: { authorization: `Bearer ${token}` } });
    for (let i = 0; i < 100; i++) expect((await tryToken('sic_old')).statusCode).toBe(401);
    expect(lookUp).toHaveBeenCalledTimes(1);
    expect((await tryToken(endpoint.token)).statusCode).toBe(200);
    for (let i = 0; i < 29; i++) expect((await tryToken(`sic_${i}`)).statusCode).toBe(401);
    expect((await tryToken('sic_29')).statusCode).toBe(429);
    expect((await tryToken('sic_old')).statusCode).toBe(429);
  });

  test('is not guessed from one address; who has a good one there goes on', async () => {
    const endpoint = await startEndpoint();
    const tryToken = (token: string, remoteAddress: string) =>
      endpoint.server.inject({
        url: '/api/me',
        remoteAddress,
        headers: { authorization: `Bearer ${token}` },
      });
    expect((await tryToken(endpoint.token, '192.0.2.1')).statusCode).toBe(200);
    for (let i = 0; i < 30; i++) {
      expect((await tryToken(`sic_${i}`, '192.0.2.1')).statusCode).toBe(401);
    }
    const refused = await tryToken('sic_30', '192.0.2.1');
    expect(refused.statusCode).toBe(429);
    expect(Number(refused.headers['retry-after'])).toBeGreaterThan(0);
    expect((await tryToken('sic_31', '192.0.2.2')).statusCode).toBe(401);
    expect((await tryToken(endpoint.token, '192.0.2.1')).statusCode).toBe(200);
    // One that has not been seen could be a guess.
    const { token } = await endpoint.store.tokens.addToken({ name: 'Bob', site: SITE, at: 1 });
    expect((await tryToken(token, '192.0.2.1')).statusCode).toBe(429);
    expect((await tryToken(token, '192.0.2.2')).statusCode).toBe(200);
    // One that has ended is no better than a guess.
    const ann = (await endpoint.store.tokens.listTokens()).find(({ name }) => name === 'Ann');
    await endpoint.store.tokens.revokeToken(ann?.id ?? '', 2);
    expect((await tryToken(endpoint.token, '192.0.2.1')).statusCode).toBe(401);
    expect((await tryToken(endpoint.token, '192.0.2.1')).statusCode).toBe(429);
    // What needs no token is open.
    expect((await postFrom(endpoint.server, '192.0.2.1')).statusCode).toBe(201);
  });
});

/** How much one address may send, and how it is told. */
import { expect, onTestFinished, test } from 'vitest';
import { createLimits } from '../../src/endpoint/limits.ts';
import { createServer } from '../../src/endpoint/server.ts';
import { ask, post, postFrom, SITE, startEndpoint, writeAnnotation } from './endpoint.ts';

test('is sixty reports a minute from one address where nothing else is said', async () => {
  const { store } = await startEndpoint();
  const server = createServer({ store });
  onTestFinished(() => server.close());
  for (let i = 0; i < 60; i++) expect((await post(server, writeAnnotation())).statusCode).toBe(201);
  expect((await post(server, writeAnnotation())).statusCode).toBe(429);
});

test('too many reports are told when to come again, and are not stored', async () => {
  const { server, store } = await startEndpoint({ postsPerMinute: 3 });
  for (let i = 0; i < 3; i++) expect((await post(server, writeAnnotation())).statusCode).toBe(201);
  const response = await post(server, writeAnnotation(), { origin: 'https://news.example' });
  expect(response.statusCode).toBe(429);
  expect(response.headers['content-type']).toContain('application/problem+json');
  const seconds = Number(response.headers['retry-after']);
  expect(seconds).toBeGreaterThan(0);
  expect(seconds).toBeLessThanOrEqual(60);
  expect(response.headers['access-control-expose-headers']).toContain('Retry-After');
  expect(response.headers['access-control-allow-origin']).toBe('*');
  expect((await store.reports.summarizeSite(SITE)).total).toBe(3);
});

test('one address does not use up another’s limit, nor may it claim to be another', async () => {
  const { server } = await startEndpoint({ postsPerMinute: 1 });
  const from = async (...sender: [address: string, forwarded?: string]) =>
    (await postFrom(server, ...sender)).statusCode;
  expect(await from('192.0.2.1')).toBe(201);
  expect(await from('192.0.2.1')).toBe(429);
  expect(await from('192.0.2.1', '192.0.2.9')).toBe(429);
  expect(await from('192.0.2.2')).toBe(201);
  // One subscriber's network is one address.
  expect(await from('2001:db8::1')).toBe(201);
  expect(await from('2001:db8::2')).toBe(429);
});

test('refused reports count, too; reading does not', async () => {
  const endpoint = await startEndpoint({ postsPerMinute: 2 });
  await post(endpoint.server, '{');
  await post(endpoint.server, '{');
  expect((await post(endpoint.server, writeAnnotation())).statusCode).toBe(429);
  expect((await ask(endpoint, '/api/reports')).statusCode).toBe(200);
});

test('an address is kept as a hash under a key of its own', async () => {
  const keys: unknown[] = [];
  for (let i = 0; i < 2; i++) {
    const { server } = await startEndpoint();
    const { keyGenerator } = createLimits();
    server.get('/key', async (request) => keys.push(await keyGenerator?.(request)));
    await server.inject({ url: '/key', remoteAddress: '192.0.2.1' });
  }
  expect(keys).toEqual([
    expect.stringMatching(/^[\w-]{43}$/),
    expect.stringMatching(/^[\w-]{43}$/),
  ]);
  expect(keys[0]).not.toBe(keys[1]);
});

/** What the endpoint says of itself to whoever keeps it running. */
import fastify from 'fastify';
import { expect, onTestFinished, test, vi } from 'vitest';
import { registerHealth } from '../../src/endpoint/routes/health.ts';
import { startEndpoint } from './endpoint.ts';

function makeServer(check: () => Promise<void>) {
  const app = fastify();
  app.register(async (scope) => registerHealth(scope, { store: { check }, patience: 30 }));
  onTestFinished(() => app.close());
  return app;
}

test('it lives and is ready while its database answers', async () => {
  const { server, store, errors } = await startEndpoint();
  for (const url of ['/healthz', '/readyz']) {
    const { statusCode, headers } = await server.inject({ url });
    expect([statusCode, headers['cache-control']]).toEqual([200, 'no-store']);
  }
  expect((await server.inject({ url: '/api/openapi.json' })).body).not.toContain('readyz');
  await store.close();
  const { statusCode, headers } = await server.inject({ url: '/readyz' });
  expect([statusCode, headers['content-type']]).toEqual([
    503,
    'application/problem+json; charset=utf-8',
  ]);
  expect(Number(headers['retry-after'])).toBeGreaterThan(0);
  expect((await server.inject({ url: '/healthz' })).statusCode).toBe(200);
  // It is asked every few seconds: the log is not told each time.
  expect(errors).toEqual([]);
});

test('a database that does not answer in time is one that does not answer', async () => {
  const resolvers: (() => void)[] = [];
  const check = vi.fn(() => new Promise<void>((resolve) => resolvers.push(resolve)));
  const server = makeServer(check);
  const asked = await Promise.all(
    Array.from({ length: 20 }, () => server.inject({ url: '/readyz' })),
  );
  expect(asked.map(({ statusCode }) => statusCode)).toEqual(Array(20).fill(503));
  // It is not asked again while it owes an answer.
  expect(check).toHaveBeenCalledTimes(1);
  for (const resolve of resolvers) resolve();
  await new Promise((resolve) => setImmediate(resolve));
  check.mockImplementation(async () => undefined);
  expect((await server.inject({ url: '/readyz' })).statusCode).toBe(200);
});

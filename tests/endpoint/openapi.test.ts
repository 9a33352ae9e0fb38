/** The description of the API: a valid one, and true. */
import { Validator } from '@seriousme/openapi-schema-validator';
import { expect, onTestFinished, test } from 'vitest';
import { eventSchema } from '../../src/endpoint/events/compose-events.ts';
import { createServer } from '../../src/endpoint/server.ts';
import { SCOPES } from '../../src/endpoint/store/tokens.ts';
import { checkAnswer, readDocument } from './answers.ts';
import { ask, SITE, send, startEndpoint } from './endpoint.ts';
import { watchRoutes, writePath } from './list-routes.ts';

test('is a valid OpenAPI document', async () => {
  const { server } = await startEndpoint();
  const document = (await server.inject('/api/openapi.json')).json();
  const result = await new Validator().validate(document);
  expect(result).toMatchObject({ valid: true });
});

test('names the failures that every route for editors has', async () => {
  const { paths } = await readDocument((await startEndpoint()).server);
  for (const [path, operations] of Object.entries(paths)) {
    for (const [method, { responses }] of Object.entries(operations)) {
      if (path.startsWith('/api/')) expect([path, method, responses]).toHaveProperty('2.401');
    }
  }
});

test('describes the answer to too much wherever a token or an address is counted', async () => {
  const { server, token } = await startEndpoint({ requestsPerEditor: 0, postsPerMinute: 0 });
  const { paths } = await readDocument(server);
  for (const [path, operations] of Object.entries(paths)) {
    for (const [method, { responses }] of Object.entries(operations)) {
      const url = path.replace(/\{\w+\}/, 'x');
      const headers = { authorization: `Bearer ${token}` };
      const { statusCode } = await server.inject({ method: method as 'get', url, headers });
      expect([path, method, statusCode === 429]).toEqual([path, method, '429' in responses]);
    }
  }
});

test('is what answers are held against', async () => {
  const endpoint = await startEndpoint();
  await send(endpoint);
  const response = await ask(endpoint, '/api/reports');
  const [item] = response.json().items;
  const alter = (body: object) => ({ ...response, body: JSON.stringify(body), json: () => body });
  const check = (body: object) =>
    checkAnswer(endpoint.server, 'GET', '/api/reports?x=y', alter(body) as typeof response);
  await check({ items: [item], next: null });
  for (const wrong of [
    { items: [item] },
    { items: [{ ...item, state: 'gone' }], next: null },
    { items: [{ ...item, more: SITE }], next: null },
    { items: [item], next: null, more: 1 },
  ]) {
    await expect(check(wrong)).rejects.toThrow();
  }
});

test('says where the endpoint is, whatever Host it was asked by', async () => {
  const readServers = async (publicUrl: string | null) => {
    const { server } = await startEndpoint(publicUrl === null ? {} : { publicUrl });
    const headers = { host: 'evil.example' };
    const { body } = await server.inject({ url: '/api/openapi.json', headers });
    expect(body).not.toContain('evil.example');
    return { paths: Object.keys(JSON.parse(body).paths), servers: JSON.parse(body).servers };
  };
  const plain = await readServers(null);
  expect(plain.servers).toEqual([{ url: '/' }]);
  for (const url of ['https://sic.example', 'https://news.example/api', 'https://x.example/a/']) {
    expect(await readServers(url)).toEqual({
      ...{ paths: plain.paths, servers: [{ url: url.replace(/\/$/, '') }] },
    });
  }
});

/** The operations that the document names, ready to be asked about a report that is there. */
async function listOperations() {
  const endpoint = await startEndpoint();
  await endpoint.server.close();
  const server = createServer({ store: endpoint.store });
  onTestFinished(() => server.close());
  const listRoutes = watchRoutes(server);
  await server.ready();
  const { canonical, url: receipt } = await send({ ...endpoint, server });
  const { items } = (await ask({ ...endpoint, server }, '/api/clusters')).json();
  const values: Record<string, string> = {
    ...{ canonical: encodeURIComponent(canonical), place: items[0].place, key: 'k' },
    ...{ segment: receipt.split('/').at(-1) ?? '', site: SITE },
  };
  const { paths } = await readDocument(server);
  const mint = async (scopes: readonly (typeof SCOPES)[number][]) =>
    (await endpoint.store.tokens.addToken({ name: 'Ann', site: SITE, scopes, at: 1 })).token;
  const operations = listRoutes().flatMap((route) => {
    const { method, url } = route;
    const operation = paths[url.replace(/:(\w+)/g, '{$1}')]?.[method.toLowerCase()];
    if (operation?.['security'] === undefined) return [];
    const path = writePath(
      route,
      [...url.matchAll(/:(\w+)/g)].map(([, name = '']) => values[name] ?? ''),
    );
    const ask = (token: string) =>
      server.inject({
        ...{ method: method as 'GET', url: path, headers: { authorization: `Bearer ${token}` } },
        ...(route.examples.length === 0 ? {} : { payload: route.examples.at(-1) as object }),
      });
    return [{ method, url, operation, ask }];
  });
  return { operations, mint };
}

test('names every kind of event', async () => {
  const { operations } = await listOperations();
  const described = operations.find(({ url }) => url === '/api/events')?.operation['description'];
  for (const what of eventSchema.entries.what.options) {
    expect(described).toContain(`\`${what}\``);
  }
});

const OPEN_ENDED = new Set(['/api/events', '/api/export']);

test('names the scope that every route for editors asks of a token', async () => {
  const { operations, mint } = await listOperations();
  const found = new Map<string, number>();
  for (const { method, url, operation, ask } of operations) {
    const what = `${method} ${url}`;
    const security = operation['security'] as { editor: string[] }[];
    const [scope = ''] = security[0]?.editor ?? [];
    found.set(scope, (found.get(scope) ?? 0) + 1);
    if (scope === '') {
      expect([what, url]).toEqual([what, '/api/me']);
      expect((await ask(await mint(['feed']))).statusCode).toBe(200);
      continue;
    }
    expect([what, operation['description']]).toEqual([
      what,
      expect.stringContaining(`\`${scope}\``),
    ]);
    const others = await mint(SCOPES.filter((one) => one !== scope));
    const refused = await ask(others);
    const challenge = refused.headers['www-authenticate'];
    expect([what, refused.statusCode, challenge]).toEqual([
      ...[what, 403, expect.stringContaining(`scope="${scope}"`)],
    ]);
    if (OPEN_ENDED.has(url) && method === 'GET') continue;
    const { statusCode } = await ask(await mint([scope as 'read']));
    expect([what, statusCode]).not.toEqual([what, 403]);
    expect([what, statusCode < 500]).toEqual([what, true]);
  }
  expect([...found.keys()].sort()).toEqual(['', 'decide', 'edit', 'read']);
});

test('says where If-Match is required: there, and there alone, what names no version is 428', async () => {
  const { operations, mint } = await listOperations();
  const token = await mint(SCOPES);
  const required: string[] = [];
  for (const { method, url, operation, ask } of operations) {
    const parameters = (operation['parameters'] ?? []) as { name: string; required?: boolean }[];
    const header = parameters.find(({ name }) => name.toLowerCase() === 'if-match');
    if (header !== undefined) required.push(`${method} ${url}`);
    if (OPEN_ENDED.has(url) && method === 'GET') continue;
    const { statusCode } = await ask(token);
    expect([method, url, statusCode === 428]).toEqual([method, url, header?.required === true]);
  }
  expect(required.sort()).toEqual([
    'DELETE /annotations/:segment',
    'POST /api/clusters/:place/decisions',
    'POST /api/reports/:canonical/decisions',
    'PUT /annotations/:segment',
    'PUT /api/clusters/:place/correction',
  ]);
});

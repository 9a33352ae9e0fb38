/**
 * Every route with anything in every place, over real HTTP. The routes are taken from the server, and what they take
 * from its OpenAPI document: a route that is added is tried as well.
 */

import { join } from 'node:path';
import SQLite from 'better-sqlite3';
import fc from 'fast-check';
import { expect, onTestFinished, test } from 'vitest';
import { keyWords } from '../../src/endpoint/place.ts';
import { createServer } from '../../src/endpoint/server.ts';
import { DATABASE_FILE } from '../../src/endpoint/store/sqlite-file.ts';
import { SCOPES } from '../../src/endpoint/store/tokens.ts';
import { type Endpoint, mintCanonical, SITE, send, startEndpoint } from './endpoint.ts';
import {
  HOSTILE_JSON,
  HOSTILE_SEGMENTS,
  STORABLE_TEXTS,
  UNSTORABLE_TEXTS,
} from './hostile-texts.ts';
import { listParameters, type Route, watchRoutes, writePath } from './list-routes.ts';
import { createWireClient, expectRefusal, listen, type WireRequest } from './wire-client.ts';

const RUNS_PER_ROUTE = 150;
const ALL_LIMITS = {
  ...{ postsPerMinute: 1e6, postsPerSite: 1e6, requestsPerEditor: 1e6, guessesPerAddress: 1e6 },
};

const texts = fc.constantFrom(...STORABLE_TEXTS, ...UNSTORABLE_TEXTS);
const values = fc.oneof(
  texts,
  fc.jsonValue({ stringUnit: 'binary' }),
  fc.constantFrom<unknown>(-1, 2 ** 53, 1e308, -0, 0.5, true, null, [], {}, [[]], ['a', 'b']),
);
/** What a client can write into a header at all. */
const headerText = fc.oneof(
  texts.map((text) =>
    Buffer.from(text)
      .toString('latin1')
      .replace(/[^\t\x20-\x7e\x80-\xff]/g, ' '),
  ),
  fc.constantFrom(
    '"1"',
    'W/"1"',
    '*',
    '"1", "2"',
    '',
    ',',
    'a;b=c;"',
    'x'.repeat(4_000),
    '1e400',
    '-1',
  ),
);
const HEADERS = [
  ...['if-match', 'if-none-match', 'accept', 'prefer', 'origin', 'host', 'slug', 'last-event-id'],
  ...[
    'range',
    'accept-encoding',
    'accept-language',
    'x-forwarded-for',
    'x-forwarded-host',
    'cookie',
  ],
  ...[
    'x-http-method-override',
    'content-type',
    'if-modified-since',
    'access-control-request-method',
  ],
];

async function startAll() {
  const { store, errors, directory, server: first, ...more } = await startEndpoint(ALL_LIMITS);
  await first.close();
  const server = createServer({ store, ...ALL_LIMITS, reportError: (error) => errors.push(error) });
  onTestFinished(() => server.close());
  const listRoutes = watchRoutes(server);
  const port = await listen(server);
  const grant = { name: 'All', site: SITE, at: 1 };
  const { token } = await store.tokens.addToken({ ...grant, scopes: SCOPES });
  const { token: feedToken } = await store.tokens.addToken({ ...grant, scopes: ['feed'] });
  const database = new SQLite(join(directory, DATABASE_FILE), { readonly: true });
  onTestFinished(() => {
    database.close();
  });
  /** Changes whenever somebody else has written (https://www.sqlite.org/pragma.html#pragma_data_version). */
  const readVersion = () => database.pragma('data_version', { simple: true });
  const endpoint = { ...more, store, errors, directory, server, token };
  return { endpoint, feedToken, routes: listRoutes(), port, readVersion };
}

/** A report that is there, by what routes name it with. */
async function addKnown(endpoint: Endpoint, feedToken: string): Promise<Record<string, string>> {
  const { canonical, url } = await send(endpoint);
  const [report] = await endpoint.store.reports.findReports(SITE, canonical);
  const { place = '', segment = '' } = report ?? {};
  expect(url).toContain(segment);
  const key = keyWords('colour');
  const editor = { tokenId: 'x', name: 'Ann', site: SITE, scopes: [] };
  const dismissal = { site: SITE, key, exact: 'colour', reason: '', editor, at: 1 };
  await endpoint.store.dismissals.addDismissal(dismissal);
  const parts = { canonical, segment, place, key, token: feedToken, site: SITE, '*': 'x' };
  return Object.fromEntries(
    Object.entries(parts).map(([name, part]) => [name, encodeURIComponent(part)]),
  );
}

function replaceSomewhere(value: unknown, path: readonly number[], replacement: unknown): unknown {
  const [first, ...rest] = path;
  if (first === undefined || typeof value !== 'object' || value === null) return replacement;
  const keys = Object.keys(value);
  const key = keys[first % (keys.length + 1)];
  // Beside what is there.
  if (key === undefined) return { ...value, ['__proto__x']: replacement };
  const part: unknown = Reflect.get(value, key);
  const changed = replaceSomewhere(part, rest, replacement);
  return Array.isArray(value)
    ? value.map((item, i) => (String(i) === key ? changed : item))
    : { ...value, [key]: changed };
}

/** A request of a route, with something in some of its places. */
function arbitrateRequest(route: Route, token: string) {
  const segment = () =>
    fc.oneof(
      // What is known by the parameter's name.
      { weight: 4, arbitrary: fc.constant(null) },
      fc.constantFrom(...HOSTILE_SEGMENTS),
      texts.map((text) => encodeURIComponent(text.toWellFormed())),
    );
  const query = fc.array(
    fc.tuple(
      fc.oneof({ weight: 4, arbitrary: fc.constantFrom(...route.queries) }, texts),
      fc.oneof(
        texts.map((text) => encodeURIComponent(text.toWellFormed())),
        fc.constantFrom(
          '',
          '%',
          '%ff',
          '%00',
          SITE,
          '1',
          'new',
          '0',
          '-1',
          '999999999999',
          'a&state=b',
        ),
        fc.constantFrom(
          'eyJhIjoxfQ',
          'W10',
          'bnVsbA',
          'WzEsMiwzXQ',
          'A'.repeat(7_000),
          'https://x/',
          '==',
        ),
      ),
    ),
    { maxLength: 4 },
  );
  const example = fc.constantFrom(...(route.examples.length === 0 ? [{}] : route.examples));
  const body = fc.oneof(
    { weight: 2, arbitrary: example.map((value) => JSON.stringify(value)) },
    {
      weight: 3,
      arbitrary: fc
        .tuple(example, fc.array(fc.nat({ max: 9 }), { minLength: 1, maxLength: 4 }), values)
        .map(([whole, path, value]) => JSON.stringify(replaceSomewhere(whole, path, value))),
    },
    fc.constantFrom(...HOSTILE_JSON),
    values.map((value) => JSON.stringify(value)),
    fc.uint8Array({ maxLength: 60 }).map((bytes) => Buffer.from(bytes)),
  );
  return fc.record({
    segments: fc.tuple(...listParameters(route).map(segment)),
    /** names the version that is there */
    isCurrent: fc.boolean(),
    query,
    headers: fc.dictionary(fc.constantFrom(...HEADERS), headerText, {
      maxKeys: 3,
      noNullPrototype: true,
    }),
    authorization: fc.oneof(
      { weight: 6, arbitrary: fc.constant<string | null>(`Bearer ${token}`) },
      fc.constantFrom(
        null,
        'Bearer',
        `Basic ${token}`,
        'Bearer sic_x',
        `Bearer ${'x'.repeat(3_000)}`,
      ),
    ),
    body: fc.option(body, { nil: undefined, freq: 6 }),
  });
}

test('answers each with its sender’s fault or as it should, and stores nothing of what it refuses', async () => {
  const { endpoint, feedToken, routes, port, readVersion } = await startAll();
  const ask = createWireClient(port);
  const statuses = new Map<string, number>();
  let requests = 0;

  async function findEtag(path: string, authorization: string | null): Promise<string> {
    const headers = authorization === null ? {} : { authorization };
    for (const each of [path, path.replace(/\/[^/]*$/, '')]) {
      const { etag } = (await ask({ method: 'GET', path: each, headers })).headers;
      if (etag !== undefined) return etag;
    }
    return '"1"';
  }

  for (const route of routes) {
    let known = await addKnown(endpoint, feedToken);
    const takesBody = !['GET', 'HEAD'].includes(route.method);
    await fc.assert(
      fc.asyncProperty(arbitrateRequest(route, endpoint.token), async (asked) => {
        const names = listParameters(route);
        const parts = names.map((name, i) => asked.segments[i] ?? known[name] ?? 'x');
        const path = writePath(route, parts);
        const query = asked.query.map(
          ([name, value]) => `${encodeURIComponent(name.toWellFormed())}=${value}`,
        );
        const { authorization } = asked;
        const isVersioned = takesBody && asked.isCurrent && names.length > 0;
        const wire: WireRequest = {
          method: route.method,
          path: query.length === 0 ? path : `${path}?${query.join('&')}`,
          headers: {
            ...(takesBody && asked.body !== undefined
              ? { 'content-type': 'application/json' }
              : {}),
            ...asked.headers,
            ...(authorization === null ? {} : { authorization }),
            ...(isVersioned ? { 'if-match': await findEtag(path, authorization) } : {}),
          },
          body: takesBody ? nameReport(route, asked.body, known) : undefined,
        };
        const before = readVersion();
        const answer = await ask(wire);
        requests++;
        const outcome = `${route.method} ${Math.floor(answer.status / 100)}xx`;
        statuses.set(outcome, (statuses.get(outcome) ?? 0) + 1);
        expect([route, answer.status < 500]).toEqual([route, true]);
        expect(answer.headers).not.toHaveProperty('x-injected');
        if (answer.status >= 400) {
          expectRefusal(answer, `${route.method} ${route.url}`);
          expect(readVersion()).toBe(before);
        } else if (route.method === 'DELETE') known = await addKnown(endpoint, feedToken);
      }),
      { numRuns: RUNS_PER_ROUTE },
    );
  }
  expect(endpoint.errors).toEqual([]);
  expect(requests).toBeGreaterThan(5_000);
  // It came further than the first check, and was not let in everywhere.
  for (const method of ['GET', 'POST', 'PUT', 'DELETE']) {
    for (const outcome of [`${method} 2xx`, `${method} 4xx`]) {
      expect([outcome, (statuses.get(outcome) ?? 0) > 0]).toEqual([outcome, true]);
    }
  }
}, 300_000);

/** What is posted is a new report; what replaces one has its name. */
function nameReport(
  { method, examples: [example] }: Route,
  body: string | Buffer | undefined,
  known: Record<string, string>,
): string | Buffer | undefined {
  if (typeof body !== 'string' || !isAnnotation(example)) return body;
  const canonical =
    method === 'PUT' ? decodeURIComponent(known['canonical'] ?? '') : mintCanonical();
  return body.replaceAll(example.canonical, canonical);
}

function isAnnotation(example: unknown): example is { canonical: string } {
  return typeof example === 'object' && example !== null && 'canonical' in example;
}

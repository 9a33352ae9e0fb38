/**
 * Every route with anything in every place, over real HTTP. The routes are taken from the server, and what they take
 * from its OpenAPI document: a route that is added is tried as well.
 */

import { join } from 'node:path';
import SQLite from 'better-sqlite3';
import fc from 'fast-check';
import * as v from 'valibot';
import { expect, onTestFinished, test } from 'vitest';
import { createServer } from '../../src/endpoint/server.ts';
import { DATABASE_FILE } from '../../src/endpoint/store/sqlite-file.ts';
import { SCOPES } from '../../src/endpoint/store/tokens.ts';
import { SITE, send, startEndpoint, writeAnnotation } from './endpoint.ts';
import {
  HOSTILE_JSON,
  HOSTILE_SEGMENTS,
  STORABLE_TEXTS,
  UNSTORABLE_TEXTS,
} from './hostile-texts.ts';
import { createWireClient, expectRefusal, listen, type WireRequest } from './wire-client.ts';

const RUNS_PER_ROUTE = 150;
const ALL_LIMITS = {
  ...{ postsPerMinute: 1e6, postsPerSite: 1e6, requestsPerEditor: 1e6, guessesPerAddress: 1e6 },
};

const documentSchema = v.object({
  paths: v.record(
    v.string(),
    v.record(
      v.string(),
      v.object({
        parameters: v.optional(v.array(v.object({ name: v.string(), in: v.string() })), []),
        requestBody: v.optional(
          v.object({ content: v.record(v.string(), v.object({ schema: v.unknown() })) }),
        ),
      }),
    ),
  ),
});

interface Route {
  method: string;
  /** with `:names` */
  url: string;
  queries: string[];
  /** a body that may be right, where the route takes one */
  example: unknown;
}

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

/** What a route takes, made from its description: the first of alternatives, the least that is required. */
function makeExample(schema: unknown): unknown {
  const described = v.parse(
    v.looseObject({
      type: v.optional(v.unknown()),
      const: v.optional(v.unknown()),
      enum: v.optional(v.array(v.unknown())),
      anyOf: v.optional(v.array(v.unknown())),
      properties: v.optional(v.record(v.string(), v.unknown()), {}),
    }),
    schema,
  );
  if (described.const !== undefined) return described.const;
  if (described.enum !== undefined) return described.enum[0];
  if (described.anyOf !== undefined) return makeExample(described.anyOf[0]);
  if (described.type === 'object') {
    const entries = Object.entries(described.properties);
    return Object.fromEntries(entries.map(([key, part]) => [key, makeExample(part)]));
  }
  if (described.type === 'array') return [];
  if (described.type === 'number' || described.type === 'integer') return 1;
  return described.type === 'boolean' ? true : 'x';
}

async function startAll() {
  const { store, errors, directory, server: first, ...more } = await startEndpoint(ALL_LIMITS);
  await first.close();
  const server = createServer({ store, ...ALL_LIMITS, reportError: (error) => errors.push(error) });
  const routes: { method: string; url: string }[] = [];
  server.addHook('onRoute', ({ method, url }) => {
    for (const each of [method].flat()) routes.push({ method: each, url });
  });
  onTestFinished(() => server.close());
  const { token } = await store.tokens.addToken({ name: 'All', site: SITE, scopes: SCOPES, at: 1 });
  const port = await listen(server);
  const { paths } = v.parse(documentSchema, server.swagger());
  const described = routes.map(({ method, url }): Route => {
    const path = url.replace(/:(\w+)/g, '{$1}');
    const operation = paths[path]?.[method.toLowerCase()];
    const content = Object.values(operation?.requestBody?.content ?? {})[0];
    const queries = operation?.parameters.filter((parameter) => parameter.in === 'query') ?? [];
    return {
      ...{ method, url },
      queries: ['page', ...queries.map(({ name }) => name)],
      example: url === '/annotations/' ? writeAnnotation() : content && makeExample(content.schema),
    };
  });
  const database = new SQLite(join(directory, DATABASE_FILE), { readonly: true });
  onTestFinished(() => {
    database.close();
  });
  /** Changes whenever somebody else has written (https://www.sqlite.org/pragma.html#pragma_data_version). */
  const readVersion = () => database.pragma('data_version', { simple: true });
  const endpoint = { ...more, store, errors, directory, server, token };
  return { endpoint, routes: described, port, readVersion };
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
function arbitrateRequest(route: Route, known: Record<string, string>, token: string) {
  const names = [...route.url.matchAll(/:(\w+)|\*/g)].map(([, name]) => name ?? '*');
  const segment = (name: string) =>
    fc.oneof(
      { weight: 3, arbitrary: fc.constant(known[name] ?? 'x') },
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
  const body = fc.oneof(
    { weight: 2, arbitrary: fc.constant(JSON.stringify(route.example)) },
    {
      weight: 3,
      arbitrary: fc
        .tuple(fc.array(fc.nat({ max: 9 }), { minLength: 1, maxLength: 4 }), values)
        .map(([path, value]) => JSON.stringify(replaceSomewhere(route.example, path, value))),
    },
    fc.constantFrom(...HOSTILE_JSON),
    values.map((value) => JSON.stringify(value)),
    fc.uint8Array({ maxLength: 60 }).map((bytes) => Buffer.from(bytes)),
  );
  return fc.record({
    segments: fc.tuple(...names.map(segment)),
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
  const { endpoint, routes, port, readVersion } = await startAll();
  const { canonical, url } = await send(endpoint);
  const segment = url.split('/')[2] ?? '';
  const known: Record<string, string> = {
    ...{ canonical: encodeURIComponent(canonical), segment, '*': 'x' },
  };
  const ask = createWireClient(port);
  const statuses = new Map<number, number>();
  let requests = 0;

  for (const route of routes) {
    let path = '';
    await fc.assert(
      fc.asyncProperty(
        arbitrateRequest(route, known, endpoint.token),
        async ({ segments, query, headers, authorization, body }) => {
          const left = [...segments];
          const encoded = query.map(
            ([name, value]) => `${encodeURIComponent(name.toWellFormed())}=${value}`,
          );
          path = route.url.replace(/:(\w+)|\*/g, () => left.shift() ?? '');
          const takesBody = !['GET', 'HEAD'].includes(route.method);
          const wire: WireRequest = {
            method: route.method,
            path: encoded.length === 0 ? path : `${path}?${encoded.join('&')}`,
            headers: {
              ...(takesBody && body !== undefined ? { 'content-type': 'application/ld+json' } : {}),
              ...headers,
              ...(authorization === null ? {} : { authorization }),
            },
            body: takesBody ? body : undefined,
          };
          const before = readVersion();
          const answer = await ask(wire);
          requests++;
          statuses.set(answer.status, (statuses.get(answer.status) ?? 0) + 1);
          expect([route, answer.status < 500]).toEqual([route, true]);
          expect(answer.headers).not.toHaveProperty('x-injected');
          if (answer.status < 400) return;
          expectRefusal(answer, `${route.method} ${route.url}`);
          expect(readVersion()).toBe(before);
        },
      ),
      { numRuns: RUNS_PER_ROUTE },
    );
  }
  expect(endpoint.errors).toEqual([]);
  expect(requests).toBeGreaterThan(3_000);
  // It came further than the first check.
  for (const status of [200, 201, 204, 400, 401, 404, 405, 413, 415]) {
    expect([status, (statuses.get(status) ?? 0) > 0]).toEqual([status, true]);
  }
}, 300_000);

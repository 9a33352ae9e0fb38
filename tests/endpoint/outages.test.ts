/** Every route while the database is full, busy or away: told so, and when to come again, never taken for a fault. */
import { expect, onTestFinished, test } from 'vitest';
import { createServer } from '../../src/endpoint/server.ts';
import type { Store } from '../../src/endpoint/store/database.ts';
import { SCOPES } from '../../src/endpoint/store/tokens.ts';
import { SITE, send, startEndpoint } from './endpoint.ts';
import { listParameters, type Route, watchRoutes, writePath } from './list-routes.ts';

const PLENTY = { postsPerMinute: 1e6, requestsPerEditor: 1e6, guessesPerAddress: 1e6 };

function makeFailure(message: string, code?: string): Error {
  return code === undefined ? new Error(message) : Object.assign(new Error(message), { code });
}

const OUTAGES: [name: string, failure: Error, detail: RegExp][] = [
  ['a full disk', makeFailure('database or disk is full', 'SQLITE_FULL'), /full/],
  ['a full disk of PostgreSQL’s', makeFailure('could not extend file', '53100'), /full/],
  ['a writer that does not end', makeFailure('database is locked', 'SQLITE_BUSY'), /busy/],
  ['a deadlock', makeFailure('deadlock detected', '40P01'), /busy/],
  ['a disk that fails', makeFailure('disk I/O error', 'SQLITE_IOERR_FSYNC'), /reached/],
  ['a server that stops', makeFailure('terminating connection', '57P01'), /reached/],
  ['a server that is not there', makeFailure('connect', 'ECONNREFUSED'), /reached/],
  [
    'several addresses that are not',
    new AggregateError([makeFailure('connect', 'ECONNREFUSED')]),
    /reached/,
  ],
  ['a server with too many clients', makeFailure('too many', '53300'), /reached/],
  ['a server that starts', makeFailure('starting up', '57P03'), /reached/],
  ['a role that is refused', makeFailure('no login', '28000'), /reached/],
  ['a password that was changed', makeFailure('failed for user', '28P01'), /reached/],
  ['a database that takes nobody', makeFailure('not accepting connections', '55000'), /reached/],
  ['a server that has become a standby', makeFailure('read-only transaction', '25006'), /reached/],
  [
    'a socket that went with its server',
    Object.assign(makeFailure('connect', 'ENOENT'), { syscall: 'connect' }),
    /reached/,
  ],
  ['a thread that has ended', makeFailure('The database is closed.', 'SQLITE_MISUSE'), /broke off/],
  ['a thread without memory', makeFailure('terminated', 'ERR_WORKER_OUT_OF_MEMORY'), /broke off/],
  ['a connection that breaks off', makeFailure('Connection terminated unexpectedly'), /reached/],
];

/** A store whose parts fail in whatever they are asked, but for some. */
function breakStore(store: Store, failure: Error, sound: readonly string[]): Store {
  const broken = (part: object) =>
    new Proxy(part, {
      get(target, name) {
        const own: unknown = Reflect.get(target, name);
        return typeof own === 'function' ? async () => Promise.reject(failure) : own;
      },
    });
  return new Proxy(store, {
    get(target, name) {
      const part: unknown = Reflect.get(target, name);
      if (typeof name === 'symbol' || sound.includes(name)) return part;
      if (typeof part === 'function') return async () => Promise.reject(failure);
      return typeof part === 'object' && part !== null ? broken(part) : part;
    },
  });
}

async function start() {
  const endpoint = await startEndpoint();
  const { canonical, url } = await send(endpoint);
  const [report] = await endpoint.store.reports.findReports(SITE, canonical);
  const grant = { name: 'All', site: SITE, at: 1 };
  const { token } = await endpoint.store.tokens.addToken({ ...grant, scopes: SCOPES });
  const feed = await endpoint.store.tokens.addToken({ ...grant, scopes: ['feed'] });
  const segment = url.split('/')[2] ?? '';
  const known: Record<string, string> = {
    ...{ canonical, segment, token: feed.token, place: report?.place ?? '', key: 'x', '*': 'x' },
  };

  /** Asks all there is of a server on a store. */
  async function askAll(store: Store) {
    const errors: unknown[] = [];
    const server = createServer({ store, ...PLENTY, reportError: (error) => errors.push(error) });
    onTestFinished(() => server.close());
    const listRoutes = watchRoutes(server);
    await server.ready();
    const answers = [];
    // A stream that has begun cannot be refused any more.
    for (const route of listRoutes().filter(({ url }) => url !== '/api/events')) {
      const response = await server.inject({
        method: readMethod(route),
        url: writePath(
          route,
          listParameters(route).map((name) => encodeURIComponent(known[name] ?? 'x')),
        ),
        headers: {
          authorization: `Bearer ${token}`,
          'if-match': '"1"',
          'content-type': 'application/json',
        },
        ...(route.examples.length === 0 ? {} : { payload: JSON.stringify(route.examples[0]) }),
      });
      answers.push({ route: `${route.method} ${route.url}`, response });
    }
    return { answers, errors };
  }

  return { store: endpoint.store, askAll };
}

function readMethod({ method }: Route) {
  for (const known of ['GET', 'HEAD', 'POST', 'PUT', 'PATCH', 'DELETE', 'OPTIONS'] as const) {
    if (method === known) return known;
  }
  throw new Error(`${method} is not asked here`);
}

test.each(OUTAGES)(
  '%s is told as what it is',
  async (_name, failure, detail) => {
    const { store, askAll } = await start();
    // The token is known in one run, and already that fails in the other.
    for (const sound of [
      ['close', 'check'],
      ['close', 'check', 'tokens', 'rates', 'sites'],
    ]) {
      const { answers, errors } = await askAll(breakStore(store, failure, sound));
      const refused = answers.filter(({ response }) => response.statusCode >= 500);
      for (const { route, response } of refused) {
        expect([route, response.statusCode]).toEqual([route, 503]);
        expect(Number(response.headers['retry-after'])).toBeGreaterThan(0);
        expect(response.headers['content-type']).toContain('application/problem+json');
        expect(response.headers['cache-control']).toBe('no-store');
        if (route.startsWith('HEAD')) continue;
        expect(response.json().detail).toMatch(detail);
        // What was stored before it failed is not denied.
        expect(response.json().detail).not.toContain('Nothing was stored');
        expect(response.json().detail).toContain(
          route.startsWith('GET')
            ? 'Please try again later.'
            : 'a report that has a canonical is stored once',
        );
      }
      const names = refused.map(({ route }) => route);
      for (const route of ['POST /annotations/', 'GET /receipts/:segment', 'GET /api/reports']) {
        expect(names).toContain(route);
      }
      // Whoever runs the endpoint is told.
      expect(errors.length).toBeGreaterThan(0);
      expect(errors.every((error) => error === failure)).toBe(true);
    }
  },
  120_000,
);

test.each([
  new TypeError('SELECT secret FROM tokens is not a function'),
  makeFailure('bad parameter or other API misuse of secret', 'SQLITE_MISUSE'),
  makeFailure('no such table: secret', 'SQLITE_ERROR'),
  makeFailure('relation "secret" does not exist', '42P01'),
  makeFailure('open secret', 'ENOENT'),
])('%s is the endpoint’s own fault, and tells nothing of itself', async (failure) => {
  const { store, askAll } = await start();
  const { answers } = await askAll(breakStore(store, failure, ['close', 'check']));
  const failed = answers.filter(({ response }) => response.statusCode >= 500);
  expect(failed.length).toBeGreaterThan(5);
  for (const { route, response } of failed) {
    expect([route, response.statusCode]).toEqual([route, 500]);
    expect(response.body).not.toContain('secret');
    expect(response.headers).not.toHaveProperty('retry-after');
  }
});

/** PostgreSQL that is there, and takes no connection of ours: whoever asks is told to come again, on every route. */
import { randomUUID } from 'node:crypto';
import { expect, inject, onTestFinished, test, vi } from 'vitest';
import { createServer } from '../../src/endpoint/server.ts';
import { ask, decide, post, SITE, writeAnnotation } from './endpoint.ts';
import { runStatement } from './postgres-server.ts';
import { describeOnPostgres, makeDatabase, openFor } from './stores.ts';

const postgres = inject('postgres');
/** Who is refused waits for a connection first, on some. */
vi.setConfig({ testTimeout: 60_000 });

/** What refuses a role and its database, and what takes that back. */
const REFUSALS: [
  code: string,
  refuse: (names: Names) => string,
  allow: (names: Names) => string,
][] = [
  [
    '53300',
    ({ role }) => `alter role ${role} connection limit 0`,
    ({ role }) => `alter role ${role} connection limit -1`,
  ],
  ['28000', ({ role }) => `alter role ${role} nologin`, ({ role }) => `alter role ${role} login`],
  [
    '55000',
    ({ database }) => `alter database ${database} allow_connections false`,
    ({ database }) => `alter database ${database} allow_connections true`,
  ],
  [
    '3D000',
    ({ database }) => `alter database ${database} rename to ${database}_moved`,
    ({ database }) => `alter database ${database}_moved rename to ${database}`,
  ],
];

interface Names {
  role: string;
  database: string;
}

/** A database that belongs to a role of its own, for whom PostgreSQL makes no exception as for a superuser. */
async function makeRole() {
  if ('missing' in postgres) throw new Error(postgres.missing);
  const role = `role_${randomUUID().replaceAll('-', '')}`;
  const admin = `${postgres.url}postgres`;
  await runStatement(admin, `create role ${role} login`);
  onTestFinished(async () => {
    await runStatement(admin, `drop role ${role}`);
  });
  const url = new URL(await makeDatabase());
  const database = url.pathname.slice(1);
  await runStatement(admin, `alter database ${database} owner to ${role}`);
  url.username = role;
  const end = `select pg_terminate_backend(pid) from pg_stat_activity where usename = '${role}'`;
  return {
    names: { role, database },
    databaseUrl: String(url),
    /** Carries out a statement when nobody is connected as the role any more. */
    async rule(statement: string) {
      // Whose database it is may come back between the two.
      await vi.waitFor(
        async () => {
          await runStatement(admin, end);
          await runStatement(admin, statement);
        },
        { timeout: 20_000 },
      );
      await runStatement(admin, end);
    },
  };
}

describeOnPostgres('a server that refuses connections', () => {
  test.each(REFUSALS)('by %s is away, until it does not any more', async (_code, refuse, allow) => {
    const { names, databaseUrl, rule } = await makeRole();
    const store = await openFor({ databaseUrl });
    const errors: unknown[] = [];
    const server = createServer({ store, reportError: (error) => errors.push(error) });
    onTestFinished(() => server.close());
    const { token } = await store.tokens.addToken({ name: 'Ann', site: SITE, at: 1 });
    const editor = { server, token };
    const annotation = writeAnnotation();
    const created = await post(server, annotation);
    expect(created.statusCode).toBe(201);
    const segment = String(created.headers.location).split('/').at(-1);
    const { canonical } = annotation;
    const askAll = async () => [
      await post(server, writeAnnotation()),
      await ask(editor, '/api/me'),
      await ask(editor, '/api/reports?search=x'),
      await ask(editor, '/api/clusters'),
      await decide(editor, canonical, { state: 'accepted' }, { 'if-match': '"1"' }),
      await server.inject(`/receipts/${segment}`),
      await server.inject(`/annotations/${segment}`),
      await server.inject(`/feeds/${token}.json`),
    ];
    await rule(refuse(names));
    // What is counted elsewhere, for limits, is told of later.
    for (let round = 0; round < 2; round++) {
      for (const response of await askAll()) {
        const isPost = response.raw.req.method === 'POST';
        expect([response.statusCode, response.json().detail]).toEqual([
          503,
          expect.stringMatching(
            isPost
              ? /cannot be reached\. .*send again/
              : /cannot be reached\. Please try again later\.$/,
          ),
        ]);
        expect(Number(response.headers['retry-after'])).toBeGreaterThan(0);
      }
      await new Promise((resolve) => setTimeout(resolve, 300));
    }
    expect((await server.inject('/readyz')).statusCode).toBe(503);
    await rule(allow(names));
    const codes = (await askAll()).map(({ statusCode }) => statusCode);
    expect(codes).toEqual([201, 200, 200, 200, 200, 200, 200, 403]);
  });
});

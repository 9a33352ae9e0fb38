/** What is asked of a PostgreSQL server, and how connections to it break without breaking the endpoint. */
import { Kysely, sql } from 'kysely';
import { expect, onTestFinished, test, vi } from 'vitest';
import { openStore } from '../../src/endpoint/store/database.ts';
import { readOutage } from '../../src/endpoint/store/outage.ts';
import { createPostgresDialect } from '../../src/endpoint/store/postgres.ts';
import { runStatement } from './postgres-server.ts';
import { ALL, addReport } from './stored.ts';
import { describeOnPostgres, makeDatabase, openFor } from './stores.ts';

describeOnPostgres('a PostgreSQL database', () => {
  test('that acknowledges before it has written is refused, with what is to be done', async () => {
    const databaseUrl = await makeDatabase();
    const name = new URL(databaseUrl).pathname.slice(1);
    await runStatement(databaseUrl, `alter database ${name} set synchronous_commit = off`);
    await expect(openStore({ databaseUrl })).rejects.toThrow(/SET synchronous_commit = on/);
    await runStatement(databaseUrl, `alter database ${name} set synchronous_commit = local`);
    await addReport(await openFor({ databaseUrl }));
  });

  test('that cannot keep every text is refused', async () => {
    const databaseUrl = await makeDatabase();
    const name = `${new URL(databaseUrl).pathname.slice(1)}_latin`;
    await runStatement(
      databaseUrl,
      `create database ${name} encoding 'LATIN1' locale_provider libc locale 'C' template template0`,
    );
    onTestFinished(async () => void (await runStatement(databaseUrl, `drop database ${name}`)));
    const latin = new URL(`/${name}`, databaseUrl).href;
    await expect(openStore({ databaseUrl: latin })).rejects.toThrow(/LATIN1.*UTF8/);
  });

  test('whose connections are all cut off has new ones at once', async () => {
    const databaseUrl = await makeDatabase();
    const store = await openFor({ databaseUrl });
    await Promise.all(Array.from({ length: 20 }, () => addReport(store)));
    const cut = await runStatement(
      databaseUrl,
      `select pg_terminate_backend(pid) from pg_stat_activity
       where datname = current_database() and pid <> pg_backend_pid()`,
    );
    expect(cut.length).toBeGreaterThan(0);
    // The pool may not have heard of it yet.
    await vi.waitFor(() => store.check(), { timeout: 5_000 });
    await addReport(store);
    const reports = await store.reports.listReports({ ...ALL, site: 'news.example', limit: 50 });
    expect(reports).toHaveLength(21);
  });

  test('that cuts a transaction off between two statements fails that one alone', async () => {
    const databaseUrl = await makeDatabase();
    const db = new Kysely<unknown>({ dialect: createPostgresDialect(databaseUrl) });
    onTestFinished(() => db.destroy());
    const cut = db.transaction().execute(async (transaction) => {
      const { rows } = await sql<{ pid: number }>`select pg_backend_pid() as pid`.execute(
        transaction,
      );
      await runStatement(databaseUrl, `select pg_terminate_backend(${rows[0]?.pid})`);
      await new Promise((resolve) => setTimeout(resolve, 100));
      await sql`select 1`.execute(transaction);
    });
    const failure = await cut.catch((error: unknown) => error);
    expect([readOutage(failure), String(failure)]).toEqual(['away', expect.any(String)]);
    expect((await sql`select 1 as one`.execute(db)).rows).toEqual([{ one: 1 }]);
  });
});

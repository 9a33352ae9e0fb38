/** PostgreSQL goes away and comes back: every request is answered, nothing is lost, and no process has to be started again. */
import { expect, onTestFinished, test, vi } from 'vitest';
import { checkConsistency, lookInto } from './consistency.ts';
import { mintCanonical, SITE } from './endpoint.ts';
import { expectOutage } from './expect-outage.ts';
import { checkOutbox, startReaders } from './outbox.ts';
import { startPostgres } from './postgres-server.ts';
import { readUrl, send, startOn } from './program.ts';
import { describeOnPostgres, openFor } from './stores.ts';
import { startProxy } from './tcp-proxy.ts';

const READERS = 4;
/** They wait for what is waited for without an end otherwise, several times. */
vi.setConfig({ testTimeout: 180_000 });

describeOnPostgres('PostgreSQL', () => {
  test('that crashes and comes back, again and again, is written to as soon as it is there', async () => {
    const server = await startPostgres(['fsync=on', 'full_page_writes=on']);
    onTestFinished(() => server.remove());
    const address = { databaseUrl: `${server.url}postgres` };
    const url = await readUrl(await startOn(address));
    const outbox = startReaders(READERS, () => url);
    for (let crash = 0; crash < 3; crash++) {
      await outbox.reach(outbox.acknowledged.size + 40);
      await server.stop();
      await expectOutage(url);
      await server.start();
    }
    await outbox.reach(outbox.acknowledged.size + 40);
    await outbox.finish();
    expect([...outbox.refusals.keys()]).toEqual([503]);
    await checkOutbox(address, outbox);
    await checkConsistency(address);
  });

  test('that nothing reaches any more is said to be away, and is back when the network is', async () => {
    const server = await startPostgres();
    onTestFinished(() => server.remove());
    const proxy = await startProxy(server.port);
    const databaseUrl = `postgres://sic@127.0.0.1:${proxy.port}/postgres`;
    const url = await readUrl(await startOn({ databaseUrl }));
    const outbox = startReaders(READERS, () => url);
    await outbox.reach(40);
    proxy.partition();
    await expectOutage(url);
    // As well where all the connections that there were have been given up.
    await expectOutage(url);
    proxy.heal();
    await outbox.reach(outbox.acknowledged.size + 40);
    await outbox.finish();
    const direct = { databaseUrl: `${server.url}postgres` };
    await checkOutbox(direct, outbox);
    await checkConsistency(direct);
  });

  test('whose answer to a commit is lost has stored the report, and stores it once', async () => {
    const server = await startPostgres();
    onTestFinished(() => server.remove());
    const proxy = await startProxy(server.port);
    const databaseUrl = `postgres://sic@127.0.0.1:${proxy.port}/postgres`;
    const url = await readUrl(await startOn({ databaseUrl }));
    const canonical = mintCanonical();
    proxy.loseAnswerTo(/insert into "reports"/, /commit/);
    const first = await send(url, canonical);
    expect([first.status, proxy.lost()]).toEqual([503, 1]);
    const direct = { databaseUrl: `${server.url}postgres` };
    const rows = await lookInto(direct, 'select canonical from reports');
    expect(rows).toEqual([{ canonical }]);
    const second = await send(url, canonical);
    expect(second.status).toBe(200);
    const store = await openFor(direct);
    const reports = await store.reports.findReports(SITE, canonical);
    expect(reports).toHaveLength(1);
    expect(second.headers.get('location')).toMatch(new RegExp(`/${reports[0]?.segment}$`));
    await checkConsistency(direct);
  });
});

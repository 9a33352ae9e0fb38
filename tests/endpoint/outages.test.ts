/** The database goes away, is held by another process, or has no room left: every request is answered, and nothing is lost. */
import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { expect, onTestFinished, test, vi } from 'vitest';
import type { StoreAddress } from '../../src/endpoint/store/database.ts';
import { DATABASE_FILE } from '../../src/endpoint/store/sqlite-file.ts';
import { ATTEMPT_TIMEOUT } from '../../src/model/delivery.ts';
import { checkConsistency, lookInto } from './consistency.ts';
import { mintCanonical, SITE } from './endpoint.ts';
import { checkOutbox, startReaders } from './outbox.ts';
import { startPostgres } from './postgres-server.ts';
import { readUrl, send, startOn } from './program.ts';
import { describeOnPostgres, describeStores, openFor } from './stores.ts';
import { startProxy } from './tcp-proxy.ts';

const READERS = 4;

/** Fails unless both who writes and who reads is told, before a client gives up, to come again later. */
export async function expectOutage(url: string, requests: string[] = ['write', 'read']) {
  const signal = AbortSignal.timeout(ATTEMPT_TIMEOUT);
  await Promise.all(
    requests.map(async (request) => {
      const response =
        request === 'write'
          ? await send(url, mintCanonical(), undefined, {}, signal)
          : await fetch(`${url}annotations/nothing`, { signal });
      expect([request, response.status]).toEqual([request, 503]);
      expect(response.headers.get('retry-after')).toMatch(/^[1-9]\d*$/);
      expect(response.headers.get('content-type')).toContain('application/problem+json');
      expect(await response.json()).toMatchObject({ status: 503, title: 'Service Unavailable' });
    }),
  );
}

/** Starts a process that has the right to write to the site's group, and holds it. */
async function holdLock(address: StoreAddress): Promise<ChildProcess> {
  const where = 'directory' in address ? { file: join(address.directory, DATABASE_FILE) } : address;
  const script = join(import.meta.dirname, 'lock-holder.ts');
  const child = spawn(process.execPath, [script, JSON.stringify(where), SITE], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  onTestFinished(() => void child.kill('SIGKILL'));
  await once(child.stdout, 'data');
  return child;
}

describeStores((kind) => {
  test('a process that is stopped in a transaction holds nobody up without end', async () => {
    const address = await kind.makeAddress();
    const url = await readUrl(await startOn(address));
    expect((await send(url)).status).toBe(201);
    const holder = await holdLock(address);
    holder.kill('SIGSTOP');
    await expectOutage(url, ['write']);
    // Who only reads waits for nobody.
    expect((await fetch(`${url}annotations/nothing`)).status).toBe(404);
    // PostgreSQL gives up on it by itself; SQLite's lock is its file's, and ends with the process.
    if (kind.name === 'SQLite') holder.kill('SIGKILL');
    await vi.waitFor(async () => expect((await send(url)).status).toBe(201), {
      timeout: ATTEMPT_TIMEOUT,
      interval: 200,
    });
    await checkConsistency(address);
  });

  test('two processes under load on one database lose nothing, and store nothing twice', async () => {
    const address = await kind.makeAddress();
    const programs = await Promise.all([startOn(address), startOn(address)]);
    const urls = await Promise.all(programs.map(readUrl));
    // Whatever the one has answered, the reader comes again by the other.
    let turn = 0;
    const outbox = startReaders(READERS * 2, () => urls[turn++ % urls.length], { twice: true });
    await outbox.reach(400);
    await outbox.finish();
    expect([...outbox.refusals]).toEqual([]);
    await checkOutbox(address, outbox);
    await checkConsistency(address);
  });
});

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
    proxy.loseAnswerTo(/\bcommit\b/i);
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

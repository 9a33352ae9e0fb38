/** Several processes on one database: one that stands still in a transaction, and two that write as fast as they can. */
import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { expect, onTestFinished, test, vi } from 'vitest';
import type { StoreAddress } from '../../src/endpoint/store/database.ts';
import { DATABASE_FILE } from '../../src/endpoint/store/sqlite-file.ts';
import { ATTEMPT_TIMEOUT } from '../../src/model/delivery.ts';
import { checkConsistency } from './consistency.ts';
import { SITE } from './endpoint.ts';
import { expectOutage } from './expect-outage.ts';
import { checkOutbox, startReaders } from './outbox.ts';
import { readUrl, send, startOn } from './program.ts';
import { describeStores } from './stores.ts';

const READERS = 8;
/** They wait for what is waited for without an end otherwise, several times. */
vi.setConfig({ testTimeout: 180_000 });

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
    const outbox = startReaders(READERS, () => urls[turn++ % urls.length], { twice: true });
    await outbox.reach(400);
    await outbox.finish();
    expect([...outbox.refusals]).toEqual([]);
    await checkOutbox(address, outbox);
    await checkConsistency(address);
  });
});

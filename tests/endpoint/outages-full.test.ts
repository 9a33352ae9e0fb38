/** The database has no room left: it is said, nothing is half stored, and with new room all goes on by itself. */
import { expect, onTestFinished, test } from 'vitest';
import type { StoreAddress } from '../../src/endpoint/store/database.ts';
import { checkConsistency } from './consistency.ts';
import { mintCanonical } from './endpoint.ts';
import { canMakeDisks, makeDisk, type SmallDisk } from './full-disk.ts';
import { checkOutbox, startReaders } from './outbox.ts';
import { findUser, runStatement, startPostgres } from './postgres-server.ts';
import { readUrl, send, startOn } from './program.ts';
import { describeOnPostgres } from './stores.ts';

const READERS = 4;
/** Less than the database wants for its next page or two. */
const ROOM = 64 * 1024;

async function fillUp(address: StoreAddress, disk: SmallDisk): Promise<void> {
  const url = await readUrl(await startOn(address));
  const outbox = startReaders(READERS, () => url);
  await outbox.reach(20);
  disk.fill(ROOM);
  await outbox.refuse(10);
  // One alone is told so as well, and what is there can be read.
  const refused = await send(url, mintCanonical());
  expect([refused.status, (await refused.json()).detail]).toEqual([
    503,
    expect.stringContaining('disk is full'),
  ]);
  expect(Number(refused.headers.get('retry-after'))).toBeGreaterThan(0);
  expect((await fetch(`${url}annotations/nothing`)).status).toBe(404);
  disk.clear();
  await outbox.reach(outbox.acknowledged.size + 20);
  await outbox.finish();
  expect([...outbox.refusals.keys()]).toEqual([503]);
  await checkOutbox(address, outbox);
  await checkConsistency(address);
}

const hasDisks = canMakeDisks();

test.skipIf(!hasDisks)(
  'a full disk under SQLite',
  async () => {
    const disk = makeDisk(12);
    await fillUp({ directory: disk.directory }, disk);
  },
  120_000,
);

describeOnPostgres('PostgreSQL', () => {
  test.skipIf(!hasDisks)(
    'a full disk under a database',
    async () => {
      const server = await startPostgres();
      onTestFinished(() => server.remove());
      const disk = makeDisk(24, findUser() ?? undefined);
      await runStatement(
        `${server.url}postgres`,
        `create tablespace small location '${disk.directory}'`,
      );
      await runStatement(`${server.url}postgres`, 'create database small tablespace small');
      await fillUp({ databaseUrl: `${server.url}small` }, disk);
      await server.stop();
    },
    120_000,
  );
});

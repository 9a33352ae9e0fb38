/** The kinds of stores that the endpoint's tests run on, each store empty and gone with its test. */
import { randomUUID } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, inject, onTestFinished } from 'vitest';
import { openStore, type Store, type StoreAddress } from '../../src/endpoint/store/database.ts';
import { makeDirectory } from './directory.ts';
import { runStatement } from './postgres-server.ts';

export interface StoreKind {
  name: 'SQLite' | 'PostgreSQL' | 'partitioned PostgreSQL';
  /** Where a store can be made that lasts as long as the test. */
  makeAddress(): Promise<StoreAddress>;
}

const postgres = inject('postgres');

export const sqliteKind: StoreKind = {
  name: 'SQLite',
  makeAddress: async () => ({ directory: await makeDirectory() }),
};

export const postgresKind: StoreKind = {
  name: 'PostgreSQL',
  makeAddress: async () => ({ databaseUrl: await makeDatabase() }),
};

/** Tables split by groups of sites, as docs/growing.md says. */
export const partitionedKind: StoreKind = {
  name: 'partitioned PostgreSQL',
  async makeAddress() {
    const databaseUrl = await makeDatabase();
    await (await openStore({ databaseUrl })).close();
    await partition(databaseUrl);
    return { databaseUrl };
  },
};

/** Makes tests for each kind of store; those on PostgreSQL are skipped where there is none. */
export function describeStores(body: (kind: StoreKind) => void): void {
  describe('on SQLite', () => body(sqliteKind));
  describeOnPostgres('on PostgreSQL', () => body(postgresKind));
}

/** The same, with partitioned tables as a kind of their own. */
export function describeAllStores(body: (kind: StoreKind) => void): void {
  describeStores(body);
  describeOnPostgres('on PostgreSQL with partitioned tables', () => body(partitionedKind));
}

/** Splits a database's tables by the file in the documentation, into four. */
export async function partition(databaseUrl: string): Promise<void> {
  const file = join(import.meta.dirname, '../../docs/partition-by-site.sql');
  await runStatement(databaseUrl, `set sic.partitions = 4; ${await readFile(file, 'utf8')}`);
}

/** Makes tests that need PostgreSQL. */
export function describeOnPostgres(title: string, body: () => void): void {
  describe.skipIf('missing' in postgres)(title, body);
}

/** A new database on the shared server, for as long as the test lasts. */
export async function makeDatabase(): Promise<string> {
  if ('missing' in postgres) throw new Error(postgres.missing);
  const { url } = postgres;
  const name = `test_${randomUUID().replaceAll('-', '')}`;
  await runStatement(`${url}postgres`, `create database ${name}`);
  onTestFinished(async () => {
    await runStatement(`${url}postgres`, `drop database ${name} with (force)`);
  });
  return url + name;
}

/** Opens a store for as long as the test lasts. */
export async function openFor(address: StoreAddress): Promise<Store> {
  const store = await openStore(address);
  onTestFinished(() => store.close());
  return store;
}

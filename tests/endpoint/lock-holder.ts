/**
 * A process of its own that takes the right to write, as an endpoint in the middle of a transaction has it, and then
 * stands still. Started with the store's address as JSON and the group of sites.
 */
import { Kysely } from 'kysely';
import * as v from 'valibot';
import { takeNumbers } from '../../src/endpoint/store/changes.ts';
import { createPostgresDialect } from '../../src/endpoint/store/postgres.ts';
import type { Tables } from '../../src/endpoint/store/schema.ts';
import { createSqliteDialect, keepSqliteThread } from '../../src/endpoint/store/sqlite-dialect.ts';

const addressSchema = v.union([
  v.object({ file: v.string() }),
  v.object({ databaseUrl: v.string() }),
]);
const [address = '', group = ''] = process.argv.slice(2);
const parsed = v.parse(addressSchema, JSON.parse(address));
const dialect =
  'file' in parsed
    ? createSqliteDialect(keepSqliteThread(parsed.file, false))
    : createPostgresDialect(parsed.databaseUrl);
const db = new Kysely<Tables>({ dialect });
await db.transaction().execute(async (transaction) => {
  await takeNumbers(transaction, new Map([[group, 1]]));
  process.stdout.write('held\n');
  await new Promise((resolve) => setTimeout(resolve, 60_000));
});

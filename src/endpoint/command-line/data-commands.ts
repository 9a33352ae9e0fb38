/** What the command line does with the whole of the data: moves it, copies it, brings its tables up to date. */
import { once } from 'node:events';
import { createReadStream, createWriteStream } from 'node:fs';
import { access, constants, rm } from 'node:fs/promises';
import { dirname, resolve } from 'node:path';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import SQLite from 'better-sqlite3';
import { closeConnections, findFile, openConnections } from '../store/connections.ts';
import type { StoreAddress } from '../store/database.ts';
import { backupSqlite } from '../transfer/backup-sqlite.ts';
import { exportStore } from '../transfer/export-store.ts';
import { importStore } from '../transfer/import-store.ts';
import { readLines } from '../transfer/read-lines.ts';
import type { DataCommand } from './data-arguments.ts';
import type { Output } from './output.ts';
import { requireData } from './token-commands.ts';

/** What is written is for its owner alone. */
const PRIVATE = 0o600;
const OTHERS = 0o077;

/** @throws with a sentence for a person when there is nothing to do it with */
export async function runDataCommand(command: DataCommand, { remark }: Output): Promise<void> {
  // For the files that SQLite makes beside its own as well.
  process.umask(OTHERS);
  const { name, address } = command;
  if (name === 'migrate') {
    await closeConnections(await openConnections(address));
    remark('The tables are up to date.');
  } else if (name === 'import') {
    const { rows, added } = await importFile(address, command.file);
    remark(`Imported: ${rows} rows, ${added} of them new here.`);
  } else {
    requireData(address);
    if (name === 'export') await exportFile(address, command.file);
    else if ('databaseUrl' in address) {
      throw new Error(
        'A PostgreSQL database is copied by its own tool: pg_dump -Fc --file FILE URL',
      );
    } else await backUp(findFile(address.directory), command.file);
    if (command.file !== '-') remark(`Written: ${command.file}`);
  }
}

/** @throws with the directory that the copy cannot be made in: SQLite's words for it name none */
async function backUp(source: string, copy: string): Promise<void> {
  const directory = dirname(resolve(copy));
  try {
    await access(directory, constants.W_OK);
  } catch (error) {
    throw new Error(`A backup cannot be written to ${directory}: ${describe(error)}.`);
  }
  try {
    await backupSqlite(source, copy);
  } catch (error) {
    if (!(error instanceof SQLite.SqliteError)) throw error;
    throw new Error(`The backup to ${copy} did not succeed: ${error.message}.`);
  }
}

function describe(error: unknown): string {
  return error instanceof Error ? error.message.replace(/, access .*/, '') : String(error);
}

async function exportFile(address: StoreAddress, file: string): Promise<void> {
  await exportStore(address, async (lines) => {
    if (file === '-') {
      await pipeline(Readable.from(lines, { highWaterMark: 1 }), process.stdout, { end: false });
      return;
    }
    // `wx`: what is there is not overwritten.
    const target = createWriteStream(file, { flags: 'wx', mode: PRIVATE, flush: true });
    try {
      await pipeline(Readable.from(lines, { highWaterMark: 1 }), target);
    } catch (error) {
      const isThere = error instanceof Error && 'code' in error && error.code === 'EEXIST';
      if (!isThere) await rm(file, { force: true });
      throw isThere ? new Error(`${file} is there already; an export overwrites nothing.`) : error;
    }
  });
}

async function importFile(address: StoreAddress, file: string) {
  const input = file === '-' ? process.stdin : createReadStream(file);
  // A file that cannot be read is told before a database is made for it.
  if (input !== process.stdin) await once(input, 'readable');
  const connections = await openConnections(address);
  try {
    return await importStore(connections, readLines(input));
  } finally {
    await closeConnections(connections);
    input.destroy();
  }
}

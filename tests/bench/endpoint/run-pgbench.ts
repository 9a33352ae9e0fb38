/** PostgreSQL's own benchmark program, inserting reports of one row each by several clients. */
import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { findPostgres } from '../../ensure-postgres.ts';
import { createRowMaker } from './make-rows.ts';

export interface PgbenchOptions {
  clients: number;
  /** how long it runs; pgbench counts in whole seconds */
  ms: number;
  /** for its script */
  directory: string;
}

/** @returns rows a second; null where the program is not installed, or does not run */
export async function runPgbench(
  databaseUrl: string,
  { clients, ms, directory }: PgbenchOptions,
): Promise<number | null> {
  const program = findProgram();
  if (program === null) return null;
  const script = join(directory, 'insert.pgbench');
  writeFileSync(script, writeInsert());
  const seconds = String(Math.max(1, Math.round(ms / 1000)));
  const options = ['-n', '-c', String(clients), '-j', '2', '-T', seconds, '-M', 'prepared'];
  const child = spawn(program, [...options, '-f', script, databaseUrl]);
  let printed = '';
  child.stdout.on('data', (chunk) => {
    printed += chunk;
  });
  await once(child, 'close');
  const rate = /^tps = ([\d.]+)/m.exec(printed)?.[1];
  return rate === undefined ? null : Number(rate);
}

function findProgram(): string | null {
  const beside = join(findPostgres() ?? '', 'pgbench');
  return [beside, 'pgbench'].find((name) => spawnSync(name, ['--version']).status === 0) ?? null;
}

/** One report's row again and again, under keys of its own. */
function writeInsert(): string {
  const row = createRowMaker(1)();
  const values = Object.entries(row).map(([column, value]) => {
    if (column === 'canonical' || column === 'segment') return 'gen_random_uuid()::text';
    if (column === 'changed') return ':n';
    if (typeof value === 'number') return String(value);
    // pgbench reads a colon before a letter as a variable.
    return value === null ? 'null' : `'${value.replaceAll("'", "''").replaceAll(':', '\uff1a')}'`;
  });
  const columns = Object.keys(row).join();
  return `\\set n random(1, 1000000000000)\ninsert into reports (${columns}) values (${values.join()});\n`;
}

/**
 * Reports a second: what the endpoint acknowledges over HTTP, what a bare route answers, and what a bare loop inserts,
 * in turns of a few seconds, so that whatever else the machine does falls on all alike.
 */
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { runStatement } from '../../endpoint/postgres-server.ts';
import { divide, findPercentile } from '../percentiles.ts';
import { createBareLoop } from './bare-loops.ts';
import type { LoadResult } from './load-generator.ts';
import { describeRefusals } from './measure-size.ts';
import { type Load, type ServerProcess, startBareFastify, startEndpoint } from './processes.ts';
import { runPgbench } from './run-pgbench.ts';

/** Turns of each; the first, in which programs warm up, is left out. */
const TURNS = 5;
/** More than any server here answers in a second. */
const MOST_PER_MS = 30;

export interface RateOptions {
  directory: string;
  /** `postgres://…/` of a server where databases can be made; null for SQLite */
  postgresUrl: string | null;
  /** how long each is measured, all turns together */
  seconds: number;
  connections: number;
  seed: number;
  load: Load;
  tell: (text: string) => void;
}

export interface Answered {
  per_s: number | null;
  p50_ms: number | null;
  p95_ms: number | null;
  p99_ms: number | null;
}

export interface RatesMeasured {
  endpoint: Answered;
  fastify: Answered;
  bare_per_s: number | null;
  /** of inserts of one row each, by as many clients; null on SQLite, or where pgbench is not installed */
  pgbench_per_s: number | null;
  /** the median of the turns */
  rate_of_bare: number | null;
  p99_over_median: number | null;
  refused: string[];
}

interface Turn {
  endpoint: LoadResult;
  fastify: LoadResult;
  bare_per_s: number;
  pgbench_per_s: number | null;
}

export async function measureRates(options: RateOptions): Promise<RatesMeasured> {
  const { directory, postgresUrl, connections, seed, load, seconds, tell } = options;
  const kind = postgresUrl === null ? 'sqlite' : 'postgres';
  const place = (name: string) =>
    postgresUrl === null
      ? { directory: makeDirectory(join(directory, name)) }
      : { databaseUrl: `${postgresUrl}${name}` };
  const stored = place('rates_endpoint');
  const bare = place('rates_bare');
  if (postgresUrl !== null) await makeDatabases(postgresUrl, ['rates_endpoint', 'rates_bare']);
  const endpoint = await startEndpoint(stored);
  const fastify = await startBareFastify();
  const loop = await createBareLoop(bare, { group: connections, seed: seed + 1 });
  const ms = (seconds * 1000) / TURNS;
  const post = (server: ServerProcess, turn: number) =>
    load.run(
      { connections, ms, reports: Math.ceil(ms * MOST_PER_MS), seed: seed + turn },
      server.url,
    );
  const turns: Turn[] = [];
  try {
    for (let turn = 0; turn < TURNS; turn += 1) {
      tell(`${kind}: turn ${turn + 1} of ${TURNS}`);
      const inserted = await loop.run(ms);
      turns.push({
        bare_per_s: (inserted.rows / inserted.ms) * 1000,
        endpoint: await post(endpoint, turn),
        fastify: await post(fastify, turn),
        pgbench_per_s:
          'databaseUrl' in bare
            ? await runPgbench(bare.databaseUrl, { clients: connections, ms, directory })
            : null,
      });
    }
  } finally {
    await loop.close();
    await Promise.all([endpoint.stop(), fastify.stop()]);
  }
  return summarize(turns.slice(1));
}

function makeDirectory(path: string): string {
  mkdirSync(path);
  return path;
}

async function makeDatabases(postgresUrl: string, names: readonly string[]): Promise<void> {
  for (const name of names) await runStatement(`${postgresUrl}postgres`, `create database ${name}`);
}

function summarize(turns: readonly Turn[]): RatesMeasured {
  const rates = turns.map(({ endpoint }) => countPerSecond(endpoint));
  const pgbench = turns.flatMap(({ pgbench_per_s }) => pgbench_per_s ?? []);
  return {
    endpoint: summarizeAnswers(turns.map(({ endpoint }) => endpoint)),
    fastify: summarizeAnswers(turns.map(({ fastify }) => fastify)),
    bare_per_s: findMedian(turns.map(({ bare_per_s }) => bare_per_s)),
    pgbench_per_s: findMedian(pgbench),
    rate_of_bare: findMedian(turns.map(({ bare_per_s }, turn) => (rates[turn] ?? 0) / bare_per_s)),
    p99_over_median: findMedian(
      turns.flatMap(
        ({ endpoint: { times } }) =>
          divide(findPercentile(times, 0.99) ?? 0, findPercentile(times, 0.5) ?? 0) ?? [],
      ),
    ),
    refused: turns.flatMap(({ endpoint }) => describeRefusals(endpoint.statuses)),
  };
}

function summarizeAnswers(results: readonly LoadResult[]): Answered {
  const times = results.flatMap((result) => result.times);
  return {
    per_s: findMedian(results.map(countPerSecond)),
    p50_ms: findPercentile(times, 0.5),
    p95_ms: findPercentile(times, 0.95),
    p99_ms: findPercentile(times, 0.99),
  };
}

function countPerSecond({ times, ms }: LoadResult): number {
  return (times.length / ms) * 1000;
}

function findMedian(numbers: readonly number[]): number | null {
  return findPercentile(numbers, 0.5);
}

/**
 * The benchmark `endpoint`: how many reports a second the endpoint acknowledges and how soon, beside a bare route and a
 * bare insert loop on the same store; what it keeps of memory, and how much longer the queue's first page takes, with as
 * many reports as a newsroom has after years.
 */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type PostgresServer, startPostgres } from '../endpoint/postgres-server.ts';
import type { Benchmark, BenchmarkOptions, Figures, Outcome } from './benchmark.ts';
import { setEndpointGoals } from './endpoint/endpoint-goals.ts';
import { measureRates, type RatesMeasured } from './endpoint/measure-rates.ts';
import { measureSize } from './endpoint/measure-size.ts';
import { buildEndpoint, type Load, startLoad } from './endpoint/processes.ts';

const CONNECTIONS = 32;
const ROWS = 1_000_000;
const SECONDS = 25;
const SAMPLES = 300;
/** How long reports are posted to the endpoint that has many, in s. */
const POSTED_SECONDS = 5;
/** How long it rests before its memory is read, in s. */
const REST_SECONDS = 20;
const POSTGRES_PREFIX = 'postgres_';

/** The tests' servers do not wait for the disk; this one does, and is as PostgreSQL is set up where nobody tunes it. */
const POSTGRES_SETTINGS = [
  'fsync=on',
  'full_page_writes=on',
  'synchronous_commit=on',
  'autovacuum=on',
];

export const endpoint: Benchmark = {
  name: 'endpoint',
  summary:
    'reports acknowledged a second, memory and the queue’s first page with a million of them',
  run: async (options) => {
    buildEndpoint();
    const directory = mkdtempSync(join(tmpdir(), 'sic-bench-'));
    const load = startLoad();
    try {
      return await runAll(options, { directory, load });
    } finally {
      await load.stop();
      rmSync(directory, { recursive: true, force: true });
    }
  },
};

interface Tools {
  directory: string;
  load: Load;
}

async function runAll(options: BenchmarkOptions, tools: Tools): Promise<Outcome> {
  const { store, limit, rows, seed, tell } = options;
  const seconds = Math.min(options.seconds ?? SECONDS, limit);
  const figures: Figures = {};
  const peers: Record<string, Figures> = {};
  const notes: string[] = [];
  const common = { ...tools, seed, tell, connections: CONNECTIONS };
  if (store !== 'postgres') {
    const rates = await measureRates({ ...common, seconds, postgresUrl: null });
    const { missing, ...size } = await measureSize({
      ...common,
      ms: Math.min(POSTED_SECONDS, seconds) * 1000,
      rest: Math.min(REST_SECONDS, seconds) * 1000,
      rows: rows ?? ROWS,
      samples: Math.min(SAMPLES, limit * 10),
    });
    Object.assign(figures, nameFigures(rates), size);
    Object.assign(peers, listPeers(rates, 'better-sqlite3'));
    notes.push(...[...rates.refused, ...missing].map((fault) => `not as expected: ${fault}`));
  }
  if (store !== 'sqlite') {
    const server = await findServer(notes);
    if (server !== null) {
      try {
        const rates = await measureRates({ ...common, seconds, postgresUrl: server.url });
        Object.assign(figures, nameFigures(rates, store === 'postgres' ? '' : POSTGRES_PREFIX));
        Object.assign(peers, listPeers(rates, 'pg'));
        notes.push(...rates.refused.map((fault) => `not as expected on PostgreSQL: ${fault}`));
      } finally {
        await server.remove();
      }
    }
  }
  return {
    figures,
    peers: options.alone ? {} : peers,
    goals: [...setEndpointGoals(figures), ...setEndpointGoals(figures, POSTGRES_PREFIX)],
    notes: [...notes, ...explain(rows ?? ROWS)],
    wrong: [],
  };
}

async function findServer(notes: string[]): Promise<PostgresServer | null> {
  try {
    return await startPostgres(POSTGRES_SETTINGS);
  } catch (error) {
    notes.push(
      `PostgreSQL is left out: ${error instanceof Error ? error.message : String(error)}.`,
    );
    return null;
  }
}

function nameFigures(rates: RatesMeasured, prefix = ''): Figures {
  const { endpoint: own, rate_of_bare, p99_over_median } = rates;
  const named = Object.entries({ rate_of_bare, p99_over_median, ...own });
  return Object.fromEntries(named.map(([name, value]) => [prefix + name, value]));
}

function listPeers(rates: RatesMeasured, driver: string): Record<string, Figures> {
  return {
    [`bare loop, ${driver}`]: { per_s: rates.bare_per_s },
    [`bare Fastify, beside ${driver}`]: { ...rates.fastify },
    ...(driver === 'pg' ? { pgbench: { per_s: rates.pgbench_per_s } } : {}),
  };
}

function explain(rows: number): string[] {
  return [
    `per_s, p50_ms …: reports of 1.7 kB over HTTP by ${CONNECTIONS} connections that are kept, each answered after its commit.`,
    `bare loop: the same rows into the same table with its indexes, ${CONNECTIONS} to a commit, each commit on the disk, without HTTP.`,
    'pgbench: rows of one report into that table, one to a commit, by as many clients.',
    `memory_mb: the process with ${rows.toLocaleString('en')} reports, at rest after pages, searches, exports and posts; peak: the most it had.`,
    'first_page_growth, clusters_growth: the median time of the queue’s first page over that with 1,000 reports, asked in turns.',
  ];
}

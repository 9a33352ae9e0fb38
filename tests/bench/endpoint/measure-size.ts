/**
 * What many reports cost the endpoint: the memory that its process keeps, and the time of the queue's first page, beside
 * those of one that has few. Both serve at the same time and are asked in turns, so that the machine is the same to both.
 */
import { mkdirSync } from 'node:fs';
import { Agent, request } from 'node:http';
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { findPercentile } from '../percentiles.ts';
import { fillStore } from './fill-store.ts';
import { type Load, type ServerProcess, startEndpoint } from './processes.ts';

const FEW = 1_000;
const FIRST_PAGE = 'api/reports?state=new';
const CLUSTERS = 'api/clusters?state=new';
/** What an editor asks for in a day, and a program that takes all there is. */
const ERRANDS = [
  ...[FIRST_PAGE, 'api/reports', 'api/reports?kind=fact&limit=100', CLUSTERS, 'annotations/'],
  ...['api/reports?search=%D0%BA%D0%B0%D0%BB%D0%BE', 'api/reports?search=sa&state=new'],
  ...['api/figures', 'annotations/?page=1', 'api/export?format=csv', 'api/export?format=jsonld'],
];
const WARM_UP = 10;

export interface SizeOptions {
  directory: string;
  rows: number;
  seed: number;
  /** first pages that are asked of each */
  samples: number;
  /** how long reports are posted, in ms */
  ms: number;
  /** how long nothing is asked before the memory is read, in ms */
  rest: number;
  connections: number;
  load: Load;
  tell: (text: string) => void;
}

export interface SizeMeasured {
  memory_mb: number | null;
  memory_peak_mb: number | null;
  memory_start_mb: number | null;
  first_page_growth: number | null;
  first_page_ms: number | null;
  clusters_growth: number | null;
  clusters_ms: number | null;
  /** what was asked for and is not there, or failed */
  missing: string[];
}

interface Filled extends ServerProcess {
  tokens: string[];
}

export async function measureSize(options: SizeOptions): Promise<SizeMeasured> {
  const few = await startFilled(options, Math.min(FEW, options.rows));
  const many = await startFilled(options, options.rows);
  try {
    const memory_start_mb = many.readMemory();
    const pages = await timeInTurns(many, few, FIRST_PAGE, options.samples);
    const clusters = await timeInTurns(many, few, CLUSTERS, options.samples);
    const missing = await runErrands(many, options);
    const memory_peak_mb = many.readPeakMemory();
    // What was needed for a moment is given back when nobody asks for anything.
    await setTimeout(options.rest);
    return {
      ...{ memory_mb: many.readMemory(), memory_peak_mb, memory_start_mb },
      ...{ first_page_growth: pages.growth, first_page_ms: pages.ms },
      ...{ clusters_growth: clusters.growth, clusters_ms: clusters.ms, missing },
    };
  } finally {
    await Promise.all([few.stop(), many.stop()]);
  }
}

async function startFilled({ directory, seed, tell }: SizeOptions, rows: number): Promise<Filled> {
  const home = join(directory, `rows-${rows}-${seed}`);
  mkdirSync(home);
  tell(`making ${rows.toLocaleString('en')} reports …`);
  const tokens = await fillStore(home, rows, seed);
  return { ...(await startEndpoint({ directory: home })), tokens };
}

async function timeInTurns(many: Filled, few: Filled, path: string, samples: number) {
  const times = { many: [] as number[], few: [] as number[] };
  for (let n = -WARM_UP; n < samples; n += 1) {
    const [slow, fast] = [await ask(many, path), await ask(few, path)];
    if (slow.status !== 200 || fast.status !== 200) return { growth: null, ms: null };
    // The first ones find cold caches, in the one as in the other.
    if (n >= 0) {
      times.many.push(slow.ms);
      times.few.push(fast.ms);
    }
  }
  const [ms, least] = [findPercentile(times.many, 0.5), findPercentile(times.few, 0.5)];
  return { growth: ms === null || least === null ? null : ms / least, ms };
}

async function runErrands(
  server: Filled,
  { load, connections, ms, seed, tell }: SizeOptions,
): Promise<string[]> {
  tell('posting, searching, listing, exporting …');
  const posted = load.run({ connections, ms, reports: ms * 6, seed: seed + 1 }, server.url);
  const missing: string[] = [];
  for (const path of ERRANDS) {
    const { status } = await ask(server, path);
    if (status !== 200) missing.push(`${path}: ${status}`);
  }
  const { statuses } = await posted;
  return [...missing, ...describeRefusals(statuses)];
}

export function describeRefusals(statuses: Record<string, number>): string[] {
  return Object.entries(statuses)
    .filter(([status]) => status !== '201')
    .map(([status, count]) => `posted: ${count} × ${status === '0' ? 'no answer' : status}`);
}

const agent = new Agent({ keepAlive: true });

let asked = 0;

function ask({ url, tokens }: Filled, path: string): Promise<{ status: number; ms: number }> {
  const start = performance.now();
  asked += 1;
  const headers = { authorization: `Bearer ${tokens[asked % tokens.length]}` };
  return new Promise((resolve, reject) => {
    request(`${url}${path}`, { agent, headers }, (response) => {
      response.resume();
      response.on('error', reject);
      response.on('end', () =>
        resolve({ status: response.statusCode ?? 0, ms: performance.now() - start }),
      );
    })
      .on('error', reject)
      .end();
  });
}

/**
 * The benchmark `review`: what an editor waits for, and what the page costs, with a hundred, ten thousand and a hundred
 * thousand mistakes in the queue. All three endpoints serve at the same time and are asked in turns, in one browser, so
 * that the machine is the same to each.
 */
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Benchmark, BenchmarkOptions, Figures, Outcome } from './benchmark.ts';
import { fillStore } from './endpoint/fill-store.ts';
import { buildEndpoint, type ServerProcess, startEndpoint } from './endpoint/processes.ts';
import { measureQueues, type QueueMeasured, type ServedQueue } from './review/measure-queues.ts';
import { setReviewGoals } from './review/review-goals.ts';

const SIZES = [100, 10_000, 100_000];
/** Of the reports that are made, as many are of a mistake of their own on the editors' sites. */
const MISTAKES_OF_REPORTS = 0.24;
const SAMPLES = 15;
/** How long the queue is scrolled, in s. */
const SECONDS = 5;

export const review: Benchmark = {
  name: 'review',
  summary: 'the editors’ queue in a browser with a hundred thousand mistakes, beside one with few',
  run: async (options) => {
    buildEndpoint();
    const directory = mkdtempSync(join(tmpdir(), 'sic-bench-'));
    const servers: ServerProcess[] = [];
    try {
      const queues: ServedQueue[] = [];
      for (const size of limitSizes(options.rows)) {
        queues.push(await serveQueue(directory, size, options, servers));
      }
      options.tell('opening, filtering and scrolling the queues …');
      const measured = await measureQueues(queues, {
        samples: Math.min(SAMPLES, options.limit),
        seconds: Math.min(options.seconds ?? SECONDS, options.limit),
      });
      return composeOutcome(measured);
    } finally {
      await Promise.all(servers.map((server) => server.stop()));
      rmSync(directory, { recursive: true, force: true });
    }
  },
};

/** @param most mistakes in the largest queue */
function limitSizes(most: number | undefined): number[] {
  return SIZES.map((size, i) =>
    Math.min(size, Math.max(10, Math.floor((most ?? Infinity) / 10 ** (SIZES.length - 1 - i)))),
  );
}

async function serveQueue(
  directory: string,
  size: number,
  { seed, tell }: BenchmarkOptions,
  servers: ServerProcess[],
): Promise<ServedQueue> {
  const home = join(directory, `queue-${servers.length}`);
  mkdirSync(home);
  tell(`making a queue of ${size.toLocaleString('en')} mistakes …`);
  const [token = ''] = await fillStore(home, Math.ceil(size / MISTAKES_OF_REPORTS), seed, ['new']);
  const server = await startEndpoint({ directory: home });
  servers.push(server);
  return { size, url: server.url, token };
}

function composeOutcome(measured: QueueMeasured[]): Outcome {
  const [least, most] = [measured[0], measured.at(-1)];
  const grow = (name: 'first_row_ms' | 'filter_ms') => {
    const [few, many] = [least?.[name] ?? null, most?.[name] ?? null];
    return few === null || many === null ? null : many / few;
  };
  const figures: Figures = {
    first_row_ms_growth: grow('first_row_ms'),
    filter_ms_growth: grow('filter_ms'),
    dropped_frames: most?.dropped_frames ?? null,
    memory_mb: most?.memory_mb ?? null,
  };
  for (const { size, ...figuresOfSize } of measured) {
    for (const [name, value] of Object.entries(figuresOfSize)) figures[`${name}_${size}`] = value;
  }
  return {
    figures,
    peers: {},
    goals: setReviewGoals(figures),
    notes: [
      'first_row_ms: from opening the page, signed in, to the first mistake on the screen; filter_ms: from choosing a kind to its first mistake. Medians.',
      'growth: with the most mistakes over with the fewest, asked in turns.',
      'dropped_frames: the share of frames that came late while the queue was scrolled by 12,000 pixels a second, further pages loading on the way.',
      'memory_mb: what the page’s scripts hold after that, and after a collection.',
    ],
    wrong: [],
  };
}

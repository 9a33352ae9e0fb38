/** What every benchmark is: it measures Sic and its peers in one run and gives both as plain figures. */

export interface BenchmarkOptions {
  /** folder of the data to measure on; undefined: what the benchmark brings along */
  corpus: string | undefined;
  /** for what is made at random; the same seed gives the same data */
  seed: number;
  /** at most that many pages or rows, from the first */
  limit: number;
  /** without the peers: quicker, while working on Sic itself */
  alone: boolean;
  /** with a list of what came out wrong */
  verbose: boolean;
  /** rows in a large store; undefined: as many as the benchmark says */
  rows: number | undefined;
  /** how long each contender is measured; undefined: as long as the benchmark says */
  seconds: number | undefined;
  /** the databases to measure on */
  store: 'sqlite' | 'postgres' | 'both';
  /** says how far it is, to a person who waits */
  tell: (text: string) => void;
}

/** Shares from 0 to 1, times in milliseconds, counts; null where the data has nothing to measure it by. */
export type Figures = Record<string, number | null>;

/** One goal against the field: what the best peer reaches, what Sic reaches, and whether that is enough. */
export interface Goal {
  what: string;
  wanted: string;
  ours: string;
  met: boolean;
}

export interface Outcome {
  figures: Figures;
  peers: Record<string, Figures>;
  goals: Goal[];
  /** sentences that belong below the table: faults, and what was measured how */
  notes: string[];
  /** with `verbose` each wrong answer as a line; else empty */
  wrong: string[];
}

export interface Benchmark {
  name: string;
  /** one line for the usage */
  summary: string;
  run(options: BenchmarkOptions): Promise<Outcome>;
}

/** A request that cannot be carried out as it was put; its message is for the person who put it. */
export class UsageError extends Error {
  override name = 'UsageError';
}

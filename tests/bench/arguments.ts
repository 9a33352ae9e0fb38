/** Reads the command line of `npm run bench`: whatever is mistyped is said, not passed over. */
import { parseArgs } from 'node:util';
import { type BenchmarkOptions, UsageError } from './benchmark.ts';

export const USAGE = `Usage: npm run bench -- NAME [--json] [--corpus DIR] [--seed N] [--limit N] [--alone] [--verbose]
                               [--rows N] [--seconds N] [--store sqlite|postgres|both]
  --json        the last line is {"bench", "figures", "peers"}
  --corpus DIR  the data to measure on; else a small one that is made or brought along
  --seed N      for what is made at random (1)
  --limit N     only the first N pages or rows
  --alone       without the peers
  --verbose     list what came out wrong
  --rows N      reports in the large store of \`endpoint\`, mistakes in the longest queue of \`review\`, copies in the
                largest ledger of \`reuse\`
  --seconds N   how long \`endpoint\` measures each contender, and \`review\` scrolls
  --store NAME  the databases of \`endpoint\`: sqlite, postgres or both (default)

Benchmarks:`;

export type BenchCommand =
  | { help: true }
  | { help: false; name: string; json: boolean; options: Omit<BenchmarkOptions, 'tell'> };

/**
 * Reads the arguments after `--`.
 * @param names the benchmarks that there are
 * @throws UsageError for what it does not know, with a sentence that can be shown
 */
export function readBenchCommand(args: string[], names: readonly string[]): BenchCommand {
  const { values, positionals } = readOptions(args);
  if (values.help) return { help: true };
  const [name, ...more] = positionals;
  const known = `There are: ${names.join(', ')}.`;
  if (name === undefined) throw new UsageError(`Which benchmark? ${known}`);
  if (more.length > 0)
    throw new UsageError(`One benchmark at a time, not ${positionals.join(' ')}.`);
  if (!names.includes(name)) throw new UsageError(`There is no benchmark "${name}". ${known}`);
  const { json, corpus, alone, verbose } = values;
  const seed = readCount('--seed', values.seed) ?? 1;
  const limit = readCount('--limit', values.limit) ?? Number.POSITIVE_INFINITY;
  if (limit === 0) throw new UsageError('--limit 0 leaves nothing to measure.');
  const rows = readCount('--rows', values.rows);
  const seconds = readCount('--seconds', values.seconds);
  if (rows === 0 || seconds === 0) throw new UsageError('--rows and --seconds begin with 1.');
  const store = readStore(values.store);
  const options = { corpus, seed, limit, alone, verbose, rows, seconds, store };
  return { help: false, name, json, options };
}

function readOptions(args: string[]) {
  try {
    return parseArgs({
      args,
      allowPositionals: true,
      options: {
        json: { type: 'boolean', default: false },
        corpus: { type: 'string' },
        seed: { type: 'string' },
        limit: { type: 'string' },
        alone: { type: 'boolean', default: false },
        verbose: { type: 'boolean', default: false },
        rows: { type: 'string' },
        seconds: { type: 'string' },
        store: { type: 'string', default: 'both' },
        help: { type: 'boolean', default: false },
      },
    });
  } catch (error) {
    throw new UsageError(error instanceof Error ? error.message : String(error));
  }
}

function readStore(text: string): BenchmarkOptions['store'] {
  if (text === 'sqlite' || text === 'postgres' || text === 'both') return text;
  throw new UsageError(`--store takes sqlite, postgres or both, not "${text}".`);
}

function readCount(option: string, text: string | undefined): number | undefined {
  if (text === undefined) return undefined;
  if (!/^\d{1,9}$/.test(text)) throw new UsageError(`${option} takes a number, not "${text}".`);
  return Number(text);
}

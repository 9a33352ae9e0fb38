/** Reads the command line of `npm run bench`: whatever is mistyped is said, not passed over. */
import { parseArgs } from 'node:util';
import { type BenchmarkOptions, UsageError } from './benchmark.ts';

export const USAGE = `Usage: npm run bench -- NAME [--json] [--corpus DIR] [--seed N] [--limit N] [--alone] [--verbose]
  --json        the last line is {"bench", "figures", "peers"}
  --corpus DIR  the data to measure on; else a small one that is made or brought along
  --seed N      for what is made at random (1)
  --limit N     only the first N pages or rows
  --alone       without the peers
  --verbose     list what came out wrong

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
  return { help: false, name, json, options: { corpus, seed, limit, alone, verbose } };
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
        help: { type: 'boolean', default: false },
      },
    });
  } catch (error) {
    throw new UsageError(error instanceof Error ? error.message : String(error));
  }
}

function readCount(option: string, text: string | undefined): number | undefined {
  if (text === undefined) return undefined;
  if (!/^\d{1,9}$/.test(text)) throw new UsageError(`${option} takes a number, not "${text}".`);
  return Number(text);
}

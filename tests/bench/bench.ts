/**
 * `npm run bench -- NAME`: runs one benchmark and prints Sic's figures beside the peers', as a table, and
 * with --json also as one last line for programs. Exits with 2 where the request cannot be carried out.
 */
import { readBenchCommand, USAGE } from './arguments.ts';
import { UsageError } from './benchmark.ts';
import { BENCHMARKS } from './registry.ts';
import { writeJson, writeOutcome } from './write-outcome.ts';

async function runBench(args: string[]): Promise<void> {
  const command = readBenchCommand(args, Object.keys(BENCHMARKS));
  if (command.help) {
    console.log(USAGE);
    for (const load of Object.values(BENCHMARKS)) {
      const { name, summary } = await load();
      console.log(`  ${name.padEnd(10)} ${summary}`);
    }
    return;
  }
  const load = BENCHMARKS[command.name];
  if (load === undefined) throw new UsageError(`there is no benchmark ${command.name}`);
  const benchmark = await load();
  const outcome = await benchmark.run({
    ...command.options,
    tell: (text) => console.error(text),
  });
  console.log(writeOutcome(outcome));
  if (command.json) console.log(writeJson(benchmark.name, outcome));
}

await runBench(process.argv.slice(2)).catch((fault: unknown) => {
  if (fault instanceof UsageError) {
    console.error(`${fault.message}\n\n${USAGE}`);
    process.exitCode = 2;
    return;
  }
  console.error(fault);
  process.exitCode = 1;
});

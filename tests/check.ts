/**
 * Types, lint and format: one TypeScript project for each environment under src, one for the tests, and
 * Biome over everything. A line for each, and what is wrong below it.
 */
import { spawn } from 'node:child_process';
import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { writeSummary } from './summary-reporter.ts';

const ROOT = join(import.meta.dirname, '..');
const AT_ONCE = 2;

interface Check {
  name: string;
  command: string[];
}

interface Outcome {
  ok: boolean;
  output: string;
}

function listChecks(): Check[] {
  const folders = readdirSync(join(ROOT, 'src')).map((name) => `src/${name}`);
  const projects = ['.', ...folders].filter((path) =>
    existsSync(join(ROOT, path, 'tsconfig.json')),
  );
  return [
    ...projects.map((path) => ({ name: `types of ${path}`, command: ['tsc', '-p', path] })),
    {
      name: 'lint and format',
      command: ['biome', 'ci', '--colors=off', '--diagnostic-level=warn', '.'],
    },
  ];
}

function runCheck({ command: [program = '', ...args] }: Check): Promise<Outcome> {
  return new Promise((resolve) => {
    const child = spawn(join(ROOT, 'node_modules', '.bin', program), args, { cwd: ROOT });
    let output = '';
    const keep = (chunk: Buffer) => {
      output += String(chunk);
    };
    child.stdout.on('data', keep);
    child.stderr.on('data', keep);
    child.once('error', (fault) => resolve({ ok: false, output: String(fault) }));
    child.once('close', (code) => resolve({ ok: code === 0, output }));
  });
}

async function runChecks(): Promise<void> {
  const waiting = listChecks();
  const count = waiting.length;
  let failed = 0;
  const work = async () => {
    for (let check = waiting.shift(); check; check = waiting.shift()) {
      const { ok, output } = await runCheck(check);
      console.log(`${ok ? 'ok    ' : 'FAILED'} ${check.name}`);
      if (ok) continue;
      failed += 1;
      console.log(output.trim());
    }
  };
  await Promise.all(Array.from({ length: AT_ONCE }, work));
  if (failed === 0) return;
  console.log(writeSummary({ passed: count - failed, failed, skipped: 0 }));
  process.exitCode = 1;
}

await runChecks();

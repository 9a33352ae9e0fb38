/**
 * The demonstration: an invented newsroom, its editors' endpoint, and a browser with the extension on the
 * first article. With --check it walks the same way by itself and tells by its exit code whether all of it
 * worked.
 */
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { type DemoCommand, readDemoCommand, USAGE } from './arguments.ts';

const ROOT = join(import.meta.dirname, '..');

const read = readDemoCommand(process.argv.slice(2));
if (!read.ok) {
  console.error(`${read.message}\n\n${USAGE}`);
  process.exitCode = 2;
} else {
  try {
    await run(read.command);
  } catch (error) {
    console.error(`The demonstration cannot run: ${describeFault(error)}`);
    process.exitCode = 1;
  }
}

/** What is needed may be missing, so it is loaded only now, when that can be said. */
async function run(command: DemoCommand): Promise<void> {
  if (command.name === 'help') {
    console.log(USAGE);
    return;
  }
  const built = ['chrome/manifest.json', 'firefox/manifest.json', 'review/index.html'];
  if (!built.every((path) => existsSync(join(ROOT, 'dist', path)))) {
    throw new Error('nothing has been built yet: run `npm run build` first');
  }
  if (command.name === 'check') {
    const { runCheck } = await import('./check.ts');
    process.exitCode = 1; // until it has come to its end: an interrupted check has shown nothing
    if (await runCheck(command.browser)) process.exitCode = 0;
  } else {
    const { serveDemo } = await import('./serve.ts');
    await serveDemo(command);
  }
}

function describeFault(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  const isMissing = 'code' in error && error.code === 'ERR_MODULE_NOT_FOUND';
  return isMissing ? `a package is missing (${error.message}): run \`npm ci\`` : error.message;
}

/** The endpoint as a program: reads the command line, opens the store, serves until it is told to stop. */
import { join } from 'node:path';
import { type Command, readCommand } from './arguments.ts';
import { composeTokenCommand } from './commands.ts';
import { runDataCommand } from './data-commands.ts';
import { createServer } from './server.ts';
import { runSiteCommand } from './site-commands.ts';
import { openStore } from './store/database.ts';
import { runTokenCommand } from './token-commands.ts';
import { USAGE } from './usage.ts';

const REVIEW_DIRECTORY = join(import.meta.dirname, '../../dist/review');
/** How long requests that have begun may take to end, in ms. */
const STOP_TIMEOUT = 10_000;

const read = readCommand(process.argv.slice(2), process.env);
if (!read.ok) {
  console.error(`${read.message}\n\n${USAGE}`);
  process.exitCode = 2;
} else {
  try {
    await run(read.command);
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    console.error(read.command.name === 'serve' ? `The endpoint cannot run: ${reason}` : reason);
    process.exitCode = 1;
  }
}

async function run(command: Command): Promise<void> {
  const output = { print: console.log, remark: console.error };
  switch (command.name) {
    case 'help':
      console.log(USAGE);
      break;
    case 'serve':
      await serve(command);
      break;
    case 'add-token':
    case 'list-tokens':
    case 'revoke-tokens':
      await runTokenCommand(command, output);
      break;
    case 'add-site':
    case 'list-sites':
    case 'remove-site':
      await runSiteCommand(command, output);
      break;
    default:
      await runDataCommand(command, output);
  }
}

async function serve({ address, settings }: Extract<Command, { name: 'serve' }>): Promise<void> {
  const store = await openStore(address, { migrates: !settings['no-migrate'] });
  const publicUrl = settings['public-url'];
  const postsPerMinute = settings['posts-per-minute'];
  const server = createServer({
    store,
    reviewDirectory: REVIEW_DIRECTORY,
    ...(publicUrl === null ? {} : { publicUrl }),
    ...(postsPerMinute === null ? {} : { postsPerMinute }),
    trustedProxies: settings['trust-proxy'],
    reportError: (error) => console.error(error),
    tellUncovered: (site) => {
      const make = composeTokenCommand(address, site);
      console.error(`Reports about ${site} arrive, but no editor's token covers it: ${make}`);
    },
  });
  let stopping = false;
  const stop = () => {
    if (stopping) return;
    stopping = true;
    setTimeout(() => process.exit(1), STOP_TIMEOUT).unref();
    server
      .close()
      .then(() => store.close())
      .catch((error: unknown) => {
        console.error(error);
        process.exitCode = 1;
      });
  };
  try {
    const url = await server.listen({ host: settings.host, port: settings.port });
    console.log(`Serving ${url}/`);
  } catch (error) {
    await store.close();
    if (!isPortTaken(error)) throw error;
    throw new Error(`port ${settings.port} is taken; choose another one with --port`);
  }
  process.on('SIGTERM', stop).on('SIGINT', stop);
  if ((await store.tokens.countTokens()) === 0) {
    const make = composeTokenCommand(address, 'HOST');
    console.error(`No editor has a token yet. This makes one: ${make}`);
  }
}

function isPortTaken(error: unknown): boolean {
  return error instanceof Error && 'code' in error && error.code === 'EADDRINUSE';
}

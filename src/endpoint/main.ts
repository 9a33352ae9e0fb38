/** The endpoint as a program: reads the command line, opens the store, serves until it is told to stop. */
import { join } from 'node:path';
import { type Command, readCommand, USAGE } from './arguments.ts';
import { createServer } from './server.ts';
import { openStore } from './store/database.ts';

const REVIEW_DIRECTORY = join(import.meta.dirname, '../../dist/review');
/** How long requests that have begun may take to end, in ms. */
const STOP_TIMEOUT = 10_000;

const read = readCommand(process.argv.slice(2));
if (!read.ok) {
  console.error(`${read.message}\n\n${USAGE}`);
  process.exitCode = 2;
} else {
  try {
    await run(read.command);
  } catch (error) {
    console.error(`The endpoint cannot run: ${error instanceof Error ? error.message : error}`);
    process.exitCode = 1;
  }
}

async function run(command: Command): Promise<void> {
  if (command.name === 'help') console.log(USAGE);
  else if (command.name === 'add-token') await addToken(command);
  else await serve(command);
}

/** The token alone goes to stdout, so that a script can take it. */
async function addToken(command: Extract<Command, { name: 'add-token' }>): Promise<void> {
  const store = await openStore({ directory: command.directory });
  try {
    const { editor: name, site } = command;
    const { token } = await store.tokens.addToken({ name, site, at: Date.now() });
    console.error(`Token of ${name} for ${site}. It is shown this once:`);
    console.log(token);
  } finally {
    await store.close();
  }
}

async function serve(command: Extract<Command, { name: 'serve' }>): Promise<void> {
  const store = await openStore({ directory: command.directory });
  const server = createServer({
    store,
    reviewDirectory: REVIEW_DIRECTORY,
    ...(command.publicUrl === null ? {} : { publicUrl: command.publicUrl }),
    ...(command.postsPerMinute === null ? {} : { postsPerMinute: command.postsPerMinute }),
    reportError: (error) => console.error(error),
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
    const url = await server.listen({ host: command.host, port: command.port });
    console.log(`Serving ${url}/`);
  } catch (error) {
    await store.close();
    throw error;
  }
  process.on('SIGTERM', stop).on('SIGINT', stop);
  if ((await store.tokens.countTokens()) === 0) {
    console.error('No editor has a token yet: `token add --name NAME --site HOST` makes one.');
  }
}

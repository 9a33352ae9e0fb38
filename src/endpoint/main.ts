/** The endpoint as a program: reads the command line and does what it says. */
import { type Command, readCommand } from './command-line/arguments.ts';
import { runChannelCommand } from './command-line/channel-commands.ts';
import { runDataCommand } from './command-line/data-commands.ts';
import { runSiteCommand } from './command-line/site-commands.ts';
import { runTokenCommand } from './command-line/token-commands.ts';
import { USAGE } from './command-line/usage.ts';
import { serve } from './operation/serve.ts';

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
      await serve(command.address, command.settings, output);
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
    case 'add-channel':
    case 'list-channels':
    case 'remove-channel':
    case 'test-channel':
      await runChannelCommand(command, output);
      break;
    default:
      await runDataCommand(command, output);
  }
}

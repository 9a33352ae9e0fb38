/** The endpoint as a program: reads the command line and does what it says. */
import { type Command, readCommand } from './command-line/arguments.ts';
import { runChannelCommand } from './command-line/channel-commands.ts';
import { runDataCommand } from './command-line/data-commands.ts';
import { describeFailure } from './command-line/failures.ts';
import { runSiteCommand } from './command-line/site-commands.ts';
import { runSourceCommand } from './command-line/source-commands.ts';
import { runTokenCommand } from './command-line/token-commands.ts';
import { describeUnknownVariables } from './command-line/unknown-variables.ts';
import { composeUsage, findTopic } from './command-line/usage.ts';
import { serve } from './operation/serve.ts';

const read = readCommand(process.argv.slice(2), process.env);
if (!read.ok) {
  // The whole usage would push what is wrong out of sight.
  const words = ['npm run endpoint --', ...findTopic(process.argv.slice(2)), '--help'];
  console.error(`${read.message}\nSee ${words.join(' ')}`);
  process.exitCode = 2;
} else {
  try {
    await run(read.command);
  } catch (error) {
    console.error(describeFailure(error, read.command));
    process.exitCode = 1;
  }
}

async function run(command: Command): Promise<void> {
  const output = { print: console.log, remark: console.error };
  const warnings = describeUnknownVariables(process.env);
  // What serves has a log for them.
  if (command.name !== 'serve') for (const warning of warnings) output.remark(warning);
  switch (command.name) {
    case 'help':
      console.log(composeUsage(command.about));
      break;
    case 'serve':
      await serve(command.address, command.settings, { ...output, warnings });
      break;
    case 'add-token':
    case 'list-tokens':
    case 'revoke-tokens':
      await runTokenCommand(command, output);
      break;
    case 'import-sources':
    case 'list-sources':
    case 'remove-sources':
      await runSourceCommand(command, output);
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

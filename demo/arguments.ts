/** Reads the demonstration's command line, so that a mistyped option is an answer and not a default. */
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import type { BrowserName } from '../tests/drivers/driver.ts';

export type DemoCommand =
  | { name: 'help' }
  | { name: 'check'; browser: BrowserName }
  | {
      name: 'serve';
      /** null: no browser is to be opened */
      browser: BrowserName | null;
      /** where the reports, the editor's token and the browsers' profiles are kept */
      directory: string;
      /** the endpoint's port where one was asked for; else null */
      port: number | null;
    };

export type ReadDemoCommand = { ok: true; command: DemoCommand } | { ok: false; message: string };

export const USAGE = `Usage:
  npm start -- [--browser chromium|firefox] [--no-browser] [--port P] [--data DIR]
  npm start -- --check [--browser chromium|firefox]

  --browser NAME   the browser to open or to check with (default: chromium)
  --no-browser     serve only
  --port P         the endpoint's port, the newsroom takes the next one (default: 8787 and 8788)
  --data DIR       where reports and browser profiles are kept (default: data/demo)
  --check          walk the main job without a window and say whether every step worked
`;

const DEFAULT_DIRECTORY = join(import.meta.dirname, '../data/demo');

/**
 * @param args the arguments after the script's name
 * @returns what to do, or one sentence on what is wrong
 */
export function readDemoCommand(args: string[]): ReadDemoCommand {
  try {
    return readOptions(args);
  } catch (error) {
    // parseArgs throws for what it does not know, with a sentence that can be shown.
    return refuse(error instanceof Error ? error.message : String(error));
  }
}

function readOptions(args: string[]): ReadDemoCommand {
  const { values } = parseArgs({
    args,
    options: {
      browser: { type: 'string' },
      'no-browser': { type: 'boolean', default: false },
      port: { type: 'string' },
      data: { type: 'string' },
      check: { type: 'boolean', default: false },
      help: { type: 'boolean', default: false },
    },
  });
  if (values.help) return { ok: true, command: { name: 'help' } };
  const browser = values.browser ?? 'chromium';
  if (browser !== 'chromium' && browser !== 'firefox') {
    return refuse('--browser must be chromium or firefox.');
  }
  if (values.check) {
    if (values['no-browser'] || values.port !== undefined || values.data !== undefined) {
      return refuse('--check brings a data folder, ports and a browser of its own.');
    }
    return { ok: true, command: { name: 'check', browser } };
  }
  if (values['no-browser'] && values.browser !== undefined) {
    return refuse('--browser and --no-browser exclude each other.');
  }
  if (values.data === '') return refuse('--data must name a directory.');
  const port = values.port === undefined ? null : readPort(values.port);
  if (port === undefined) return refuse('--port must be a number from 0 to 65534.');
  return {
    ok: true,
    command: {
      name: 'serve',
      browser: values['no-browser'] ? null : browser,
      directory: values.data ?? DEFAULT_DIRECTORY,
      port,
    },
  };
}

/** The newsroom takes the port after it, so the last one is left out. */
function readPort(text: string): number | undefined {
  return /^\d{1,5}$/.test(text) && Number(text) < 65_535 ? Number(text) : undefined;
}

function refuse(message: string): ReadDemoCommand {
  return { ok: false, message };
}

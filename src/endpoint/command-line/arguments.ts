/** Reads the command line into what is to be done, so that a mistyped option is an answer, not a default. */
import { parseArgs } from 'node:util';
import type { StoreAddress } from '../store/database.ts';
import { type ChannelCommand, readChannelCommand } from './channel-arguments.ts';
import {
  type DataCommand,
  isDataCommand,
  readDataCommand,
  readSiteCommand,
  type SiteCommand,
} from './data-arguments.ts';
import { type Environment, listOptions, readSettings } from './read-settings.ts';
import { readAddress, SERVE_SETTINGS, type ServeSettings } from './settings.ts';
import { readTokenCommand, type TokenCommand } from './token-arguments.ts';

export type Command =
  | TokenCommand
  | SiteCommand
  | ChannelCommand
  | DataCommand
  | { name: 'help' }
  | { name: 'serve'; address: StoreAddress; settings: ServeSettings };

export type ReadCommand = { ok: true; command: Command } | { ok: false; message: string };

/**
 * @param args the arguments after the script's name
 * @returns what to do, or one sentence on what is wrong
 */
export function readCommand(args: string[], environment: Environment): ReadCommand {
  const [first, ...rest] = args;
  try {
    if (first === 'token') return readTokenCommand(rest, environment);
    if (first === 'site') return readSiteCommand(rest, environment);
    if (first === 'channel') return readChannelCommand(rest, environment);
    if (isDataCommand(first)) return readDataCommand(first, rest, environment);
    return readServeCommand(first === 'serve' ? rest : args, environment);
  } catch (error) {
    // parseArgs throws for what it does not know, with a sentence that can be shown.
    return { ok: false, message: error instanceof Error ? error.message : String(error) };
  }
}

function readServeCommand(args: string[], environment: Environment): ReadCommand {
  const { help, ...flags } = parseArgs({
    args,
    options: { ...listOptions(SERVE_SETTINGS), help: { type: 'boolean' } },
  }).values;
  if (help === true) return { ok: true, command: { name: 'help' } };
  const read = readSettings(SERVE_SETTINGS, flags, environment);
  if (!read.ok) return read;
  if (read.values['smtp-url'] !== null && read.values['mail-from'] === null) {
    return {
      ok: false,
      message: '--smtp-url needs --mail-from: the address that mails come from.',
    };
  }
  const address = readAddress(read.values, read.flags);
  return { ok: true, command: { name: 'serve', address, settings: read.values } };
}

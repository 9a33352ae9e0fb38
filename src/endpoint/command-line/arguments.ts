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
import { findNearest } from './nearest-name.ts';
import { parseOptions } from './parse-options.ts';
import { type Environment, listOptions, readSettings } from './read-settings.ts';
import { readAddress, SERVE_SETTINGS, type ServeSettings } from './settings.ts';
import { readSourceCommand, type SourceCommand } from './source-arguments.ts';
import { readTokenCommand, type TokenCommand } from './token-arguments.ts';
import { COMMAND_WORDS, findTopic } from './usage.ts';

export type Command =
  | TokenCommand
  | SiteCommand
  | ChannelCommand
  | SourceCommand
  | DataCommand
  /** `about` is the command that help is asked for; empty for all */
  | { name: 'help'; about: readonly string[] }
  | { name: 'serve'; address: StoreAddress; settings: ServeSettings };

export type ReadCommand = { ok: true; command: Command } | { ok: false; message: string };

/**
 * @param args the arguments after the script's name
 * @returns what to do, or one sentence on what is wrong
 */
export function readCommand(args: string[], environment: Environment): ReadCommand {
  const [first, ...rest] = args;
  if (first === 'help') {
    const unknown = rest.slice(0, 1).find((word) => !/^-|^help$/.test(word) && !isCommand(word));
    return unknown === undefined ? readHelp(rest) : refuseWord(unknown);
  }
  if (args.includes('--help') || args.includes('-h')) return readHelp(args);
  if (first === 'token') return readTokenCommand(rest, environment);
  if (first === 'site') return readSiteCommand(rest, environment);
  if (first === 'source') return readSourceCommand(rest, environment);
  if (first === 'channel') return readChannelCommand(rest, environment);
  if (isDataCommand(first)) return readDataCommand(first, rest, environment);
  return readServeCommand(args, environment);
}

function readHelp(words: readonly string[]): ReadCommand {
  return { ok: true, command: { name: 'help', about: findTopic(words) } };
}

function isCommand(word: string): boolean {
  return COMMAND_WORDS.includes(word);
}

function refuseWord(word: string): ReadCommand {
  const nearest = findNearest(word, COMMAND_WORDS);
  const hint = nearest === null ? '' : `; ${nearest} is one`;
  return { ok: false, message: `${word} is no command${hint}.` };
}

function readServeCommand(typed: string[], environment: Environment): ReadCommand {
  const args = typed[0] === 'serve' ? typed.slice(1) : typed;
  const options = listOptions(SERVE_SETTINGS);
  // Options that are another command's are not to hide that it stands in the wrong place.
  const { positionals } = parseArgs({ args, options, strict: false });
  const late = positionals.find(isCommand);
  if (late !== undefined && args === typed) {
    return { ok: false, message: `The command comes first: ${late}, then its options.` };
  }
  const parsed = parseOptions(args, options);
  if (!parsed.ok) return parsed;
  const [word] = parsed.positionals;
  if (word !== undefined) {
    if (args !== typed) return { ok: false, message: `${word} is not expected here.` };
    return refuseWord(word);
  }
  const read = readSettings(SERVE_SETTINGS, parsed.values, environment);
  if (!read.ok) return read;
  if (read.values['smtp-url'] !== null && read.values['mail-from'] === null) {
    return {
      ok: false,
      message: '--smtp-url needs --mail-from: the address that mails come from.',
    };
  }
  const place = readAddress(read.values, read.flags);
  if (!place.ok) return place;
  const { address } = place;
  return { ok: true, command: { name: 'serve', address, settings: read.values } };
}

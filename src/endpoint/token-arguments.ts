/** Reads what comes after `token` on the command line. */
import { parseArgs } from 'node:util';
import { type Environment, listOptions, readSettings } from './read-settings.ts';
import { readAddress, STORE_SETTINGS } from './settings.ts';
import { readTypedSite } from './sites.ts';
import type { StoreAddress } from './store/database.ts';

export type TokenCommand =
  | { name: 'add-token'; address: StoreAddress; editor: string; site: string }
  | { name: 'list-tokens'; address: StoreAddress }
  /** `site` is null where the editor's tokens for every site are meant */
  | { name: 'revoke-tokens'; address: StoreAddress; editor: string; site: string | null };

export type ReadTokenCommand = { ok: true; command: TokenCommand } | { ok: false; message: string };

type Options = Record<string, { type: 'string' } | { type: 'boolean' }>;

const OPTIONS: Record<'list' | 'add' | 'revoke', Options> = {
  list: {},
  add: { name: { type: 'string' }, site: { type: 'string' } },
  revoke: { name: { type: 'string' }, site: { type: 'string' } },
};

/**
 * @param args the arguments after `token`
 * @returns what to do, or one sentence on what is wrong
 * @throws what `parseArgs` throws for an option it does not know
 */
export function readTokenCommand(
  [action, ...args]: string[],
  environment: Environment,
): ReadTokenCommand {
  if (action !== 'list' && action !== 'add' && action !== 'revoke') {
    return refuse('After `token` comes `add`, `list` or `revoke`.');
  }
  const { values } = parseArgs({
    args,
    options: { ...OPTIONS[action], ...listOptions(STORE_SETTINGS) },
  });
  const read = readSettings(STORE_SETTINGS, values, environment);
  if (!read.ok) return read;
  const address = readAddress(read.values, read.flags);
  if (action === 'list') return { ok: true, command: { name: 'list-tokens', address } };
  const editor = String(values['name'] ?? '').trim();
  if (editor === '') return refuse('--name must name the editor.');
  // biome-ignore lint/suspicious/noControlCharactersInRegex: what a terminal would obey
  if (/[\u0000-\u001f\u007f-\u009f]/.test(editor)) {
    return refuse('--name must be a name on one line.');
  }
  const site = values['site'];
  if (action === 'revoke' && site === undefined) {
    return { ok: true, command: { name: 'revoke-tokens', address, editor, site: null } };
  }
  const typed = readTypedSite(String(site ?? ''));
  if (!typed.ok) return typed;
  const name = action === 'add' ? 'add-token' : 'revoke-tokens';
  return { ok: true, command: { name, address, editor, site: typed.site } };
}

function refuse(message: string): ReadTokenCommand {
  return { ok: false, message };
}

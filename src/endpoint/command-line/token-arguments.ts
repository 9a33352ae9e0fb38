/** Reads what comes after `token` on the command line. */

import { readTypedSite } from '../sites.ts';
import type { StoreAddress } from '../store/database.ts';
import { EDITOR_SCOPES, SCOPES, type Scope } from '../store/tokens.ts';
import { readAction } from './read-action.ts';
import { type Environment, readSettings } from './read-settings.ts';
import { SERVE_SETTINGS } from './settings.ts';

export type TokenCommand =
  | {
      name: 'add-token';
      address: StoreAddress;
      editor: string;
      site: string;
      scopes: readonly Scope[];
      /** where clients reach the endpoint, if that was said */
      publicUrl: string | null;
    }
  | { name: 'list-tokens'; address: StoreAddress }
  /** `site` is null where the editor's tokens for every site are meant */
  | { name: 'revoke-tokens'; address: StoreAddress; editor: string; site: string | null };

const URL_SETTING = { 'public-url': SERVE_SETTINGS['public-url'] };

export type ReadTokenCommand = { ok: true; command: TokenCommand } | { ok: false; message: string };

/**
 * @param args the arguments after `token`
 * @returns what to do, or one sentence on what is wrong
 */
export function readTokenCommand(
  [action, ...args]: string[],
  environment: Environment,
): ReadTokenCommand {
  if (action !== 'list' && action !== 'add' && action !== 'revoke') {
    return refuse('After `token` comes `add`, `list` or `revoke`.');
  }
  const options = {
    list: [],
    add: ['name', 'site', 'scope', 'public-url'],
    revoke: ['name', 'site'],
  }[action];
  const read = readAction(args, { options }, environment);
  if (!read.ok) return read;
  const { address, values } = read;
  if (action === 'list') return { ok: true, command: { name: 'list-tokens', address } };
  const editor = (values['name'] ?? '').trim();
  if (editor === '') return refuse('--name must name the editor.');
  // biome-ignore lint/suspicious/noControlCharactersInRegex: what a terminal would obey
  if (/[\u0000-\u001f\u007f-\u009f]/.test(editor)) {
    return refuse('--name must be a name on one line.');
  }
  const site = values['site'];
  if (action === 'revoke' && site === undefined) {
    return { ok: true, command: { name: 'revoke-tokens', address, editor, site: null } };
  }
  const typed = readTypedSite(site ?? '');
  if (!typed.ok) return typed;
  const common = { address, editor, site: typed.site };
  if (action === 'revoke') return { ok: true, command: { name: 'revoke-tokens', ...common } };
  const scopes = readScopes(values['scope']);
  if (scopes === null) {
    return refuse(`--scope must be some of ${SCOPES.join(', ')}, with commas between.`);
  }
  if (scopes.includes('feed') && scopes.length > 1) {
    return refuse('--scope feed stands alone: a feed’s address is good for nothing else.');
  }
  const where = readSettings(URL_SETTING, { 'public-url': values['public-url'] }, environment);
  if (!where.ok) return where;
  const publicUrl = where.values['public-url'];
  return { ok: true, command: { name: 'add-token', ...common, scopes, publicUrl } };
}

/** @returns each scope once; null where one of the words is none */
function readScopes(text: string | undefined): readonly Scope[] | null {
  if (text === undefined) return EDITOR_SCOPES;
  const words: readonly string[] = text.split(',').map((word) => word.trim());
  const scopes = SCOPES.filter((scope) => words.includes(scope));
  return words.every((word) => scopes.some((scope) => scope === word)) ? scopes : null;
}

function refuse(message: string): ReadTokenCommand {
  return { ok: false, message };
}

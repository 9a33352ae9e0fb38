/** Reads the commands about the whole of the data, and about what is set for sites. */

import { readTypedSite } from '../sites.ts';
import type { StoreAddress } from '../store/database.ts';
import { readAction } from './read-action.ts';
import type { Environment } from './read-settings.ts';

export type DataCommand =
  /** `file` is `-` for the standard output or input */
  | { name: 'export' | 'import'; address: StoreAddress; file: string }
  | { name: 'backup'; address: StoreAddress; file: string }
  | { name: 'migrate'; address: StoreAddress };

export type SiteCommand =
  /** `postsPerMinute` is null for no limit of its own */
  | { name: 'add-site'; address: StoreAddress; site: string; postsPerMinute: number | null }
  | { name: 'list-sites'; address: StoreAddress }
  | { name: 'remove-site'; address: StoreAddress; site: string };

type Read<C> = { ok: true; command: C } | { ok: false; message: string };

const DATA_COMMANDS = ['export', 'import', 'backup', 'migrate'] as const;

export function isDataCommand(word: string | undefined): word is DataCommand['name'] {
  return DATA_COMMANDS.some((name) => name === word);
}

export function readDataCommand(
  name: DataCommand['name'],
  args: string[],
  environment: Environment,
): Read<DataCommand> {
  const options = name === 'export' ? ['out'] : [];
  const takesFile = name === 'import' || name === 'backup';
  const read = readAction(args, { options, takesFile }, environment);
  if (!read.ok) return read;
  const { address, values } = read;
  if (name === 'migrate') return { ok: true, command: { name, address } };
  const file = name === 'export' ? (values['out'] ?? '') : read.file;
  if (file === '') return { ok: false, message: '--out must name a file, or be - for the output.' };
  if (name === 'backup' && file === '-') {
    return { ok: false, message: 'A backup must name a file: SQLite writes it page by page.' };
  }
  return { ok: true, command: { name, address, file } };
}

/** @param args the arguments after `site` */
export function readSiteCommand(
  [action, ...args]: string[],
  environment: Environment,
): Read<SiteCommand> {
  if (action !== 'add' && action !== 'list' && action !== 'remove') {
    return { ok: false, message: 'After `site` comes `add`, `list` or `remove`.' };
  }
  const options = { list: [], add: ['site', 'posts-per-minute'], remove: ['site'] }[action];
  const read = readAction(args, { options }, environment);
  if (!read.ok) return read;
  const { address, values } = read;
  if (action === 'list') return { ok: true, command: { name: 'list-sites', address } };
  const typed = readTypedSite(values['site'] ?? '');
  if (!typed.ok) return typed;
  const { site } = typed;
  if (action === 'remove') return { ok: true, command: { name: 'remove-site', address, site } };
  const limit = values['posts-per-minute'];
  if (limit !== undefined && !/^[1-9]\d{0,8}$/.test(limit)) {
    return { ok: false, message: '--posts-per-minute must be a number from 1 to 999999999.' };
  }
  const postsPerMinute = limit === undefined ? null : Number(limit);
  return { ok: true, command: { name: 'add-site', address, site, postsPerMinute } };
}

/**
 * Writes commands that a person can copy into a shell as they stand: with the data that is really meant, wherever
 * they are typed.
 */
import { resolve } from 'node:path';
import type { StoreAddress } from '../store/database.ts';

/**
 * The command that makes an editor's token.
 * @param site a plain host name, or the word that stands for one
 */
export function composeTokenCommand(address: StoreAddress, site: string): string {
  return `npm run endpoint -- token add --name NAME --site ${site} ${writeAddress(address)}`;
}

/** A database's URL may hold a password, here or in a parameter: it is for its owner to fill in. */
function writeAddress(address: StoreAddress): string {
  if ('databaseUrl' in address) return '--database-url URL';
  return `--data ${quote(resolve(address.directory))}`;
}

function quote(text: string): string {
  if (process.platform === 'win32') return /^[\w:.\\-]+$/.test(text) ? text : `"${text}"`;
  return /^[\w:./@%+,-]+$/.test(text) ? text : `'${text.replaceAll("'", "'\\''")}'`;
}

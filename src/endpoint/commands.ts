/**
 * Writes commands that a person can copy into a shell as they stand: with the directory that is really
 * meant, wherever they are typed.
 */
import { resolve } from 'node:path';

/**
 * The command that makes an editor's token.
 * @param site a plain host name, or the word that stands for one
 */
export function composeTokenCommand(directory: string, site: string): string {
  return `npm run endpoint -- token add --name NAME --site ${site} --data ${quote(resolve(directory))}`;
}

function quote(text: string): string {
  if (process.platform === 'win32') return /^[\w:.\\-]+$/.test(text) ? text : `"${text}"`;
  return /^[\w:./@%+,-]+$/.test(text) ? text : `'${text.replaceAll("'", "'\\''")}'`;
}

/** What the named inputs stand for: a folder stands for the pages in it. */
import { readdir, stat } from 'node:fs/promises';
import { join } from 'node:path';

export type Input =
  | { kind: 'stdin' }
  | { kind: 'address'; url: string }
  | { kind: 'file'; path: string };

/** @throws Error where there is no such file or folder, or no page in the folder */
export async function findInputs(named: string): Promise<Input[]> {
  if (named === '-') return [{ kind: 'stdin' }];
  if (/^https?:\/\//i.test(named)) return [{ kind: 'address', url: named }];
  if (!(await stat(named)).isDirectory()) return [{ kind: 'file', path: named }];
  const entries = await readdir(named, { recursive: true, withFileTypes: true });
  const paths = entries
    .filter((entry) => entry.isFile() && /\.html?$/i.test(entry.name))
    .map((entry) => join(entry.parentPath, entry.name))
    .sort();
  if (paths.length === 0) throw new Error('there is no .html file in it');
  return paths.map((path) => ({ kind: 'file', path }));
}

export function nameInput(input: Input): string {
  return input.kind === 'stdin' ? '-' : input.kind === 'file' ? input.path : input.url;
}

/** Reads what stands behind a command that works on the data: its own options, and where the data lies. */
import { parseArgs } from 'node:util';
import type { StoreAddress } from '../store/database.ts';
import { type Environment, listOptions, readSettings } from './read-settings.ts';
import { readAddress, STORE_SETTINGS } from './settings.ts';

export interface ActionForm {
  /** names of the command's own options; each takes a value */
  options: readonly string[];
  /** whether the name of a file stands on its own */
  takesFile?: boolean;
}

export type ReadAction =
  | {
      ok: true;
      address: StoreAddress;
      values: Readonly<Record<string, string | undefined>>;
      /** '' where none was named */
      file: string;
    }
  | { ok: false; message: string };

/** @throws what `parseArgs` throws for an option it does not know */
export function readAction(
  args: string[],
  { options, takesFile = false }: ActionForm,
  environment: Environment,
): ReadAction {
  const { values, positionals } = parseArgs({
    args,
    options: {
      ...Object.fromEntries(options.map((name) => [name, { type: 'string' } as const])),
      ...listOptions(STORE_SETTINGS),
    },
    allowPositionals: takesFile,
  });
  const read = readSettings(STORE_SETTINGS, values, environment);
  if (!read.ok) return read;
  const [file = '', ...rest] = positionals;
  if (rest.length > 0) return { ok: false, message: `One file is enough: ${file}.` };
  if (takesFile && file === '') return { ok: false, message: 'A file must be named.' };
  const own = options.map((name): [string, string | undefined] => {
    const value = values[name];
    return [name, typeof value === 'string' ? value : undefined];
  });
  return {
    ok: true,
    address: readAddress(read.values, read.flags),
    values: Object.fromEntries(own),
    file,
  };
}

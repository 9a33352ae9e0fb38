/** Reads what stands behind a command that works on the data: its own options, and where the data lies. */
import type { StoreAddress } from '../store/database.ts';
import { parseOptions } from './parse-options.ts';
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

export function readAction(
  args: string[],
  { options, takesFile = false }: ActionForm,
  environment: Environment,
): ReadAction {
  const parsed = parseOptions(args, {
    ...Object.fromEntries(options.map((name) => [name, { type: 'string' } as const])),
    ...listOptions(STORE_SETTINGS),
  });
  if (!parsed.ok) return parsed;
  const { values, positionals } = parsed;
  const read = readSettings(STORE_SETTINGS, values, environment);
  if (!read.ok) return read;
  const [file = '', ...rest] = positionals;
  if (!takesFile && file !== '') return { ok: false, message: `${file} is not expected here.` };
  if (rest.length > 0) return { ok: false, message: `One file is enough: ${file}.` };
  if (takesFile && file === '') return { ok: false, message: 'A file must be named.' };
  const own = options.map((name): [string, string | undefined] => {
    const value = values[name];
    return [name, typeof value === 'string' ? value : undefined];
  });
  const place = readAddress(read.values, read.flags);
  if (!place.ok) return place;
  return {
    ok: true,
    address: place.address,
    values: Object.fromEntries(own),
    file,
  };
}

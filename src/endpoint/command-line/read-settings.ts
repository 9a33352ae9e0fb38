/**
 * Reads settings from where people put them: a flag, an environment variable, or for a secret a file that a variable
 * names, as containers hand them over. A flag beats the environment. What is wrong is said of the one that said it.
 */
import { readFileSync } from 'node:fs';
import * as v from 'valibot';

export interface Setting<T> {
  /** what stands for the value in the usage; '' for a switch, which is on where it is named */
  sign: string;
  /** what it is, for the usage */
  says: string;
  /** reads the text; its message says what the value must be: `must be …` */
  schema: v.GenericSchema<string, T>;
  /** where nothing was said */
  fallback: T;
  /** what is so then, in words for the usage; none where that is nothing */
  byDefault?: string;
  /** may come from a file, and is never shown */
  isSecret?: boolean;
}

type SettingTable = Record<string, Setting<unknown>>;

export type SettingValues<S extends SettingTable> = {
  [K in keyof S]: S[K] extends Setting<infer T> ? T : never;
};

/** What was found, and the settings that were named as flags. */
export type ReadSettings<S extends SettingTable> =
  | { ok: true; values: SettingValues<S>; flags: ReadonlySet<string> }
  | { ok: false; message: string };

export type Environment = Readonly<Record<string, string | undefined>>;

/** The variable that a setting can be given by: `SIC_DATABASE_URL` for `database-url`. */
export function nameVariable(flag: string): string {
  return `SIC_${flag.toUpperCase().replaceAll('-', '_')}`;
}

/** The options of a table, for `parseArgs`. */
export function listOptions(
  table: SettingTable,
): Record<string, { type: 'string' } | { type: 'boolean' }> {
  return Object.fromEntries(
    Object.entries(table).map(([flag, { sign }]) => [
      flag,
      { type: sign === '' ? 'boolean' : 'string' } as const,
    ]),
  );
}

/**
 * @param flags what stood on the command line, as `parseArgs` gives it
 * @param environment an empty variable is as good as none
 * @returns every setting's value, or one sentence on what is wrong
 */
export function readSettings<S extends SettingTable>(
  table: S,
  flags: Readonly<Record<string, unknown>>,
  environment: Environment,
): ReadSettings<S> {
  const values: Record<string, unknown> = {};
  const named = new Set<string>();
  for (const [flag, setting] of Object.entries(table)) {
    const given = flags[flag];
    if (given !== undefined) named.add(flag);
    const found =
      given === undefined
        ? findInEnvironment(flag, setting, environment)
        : { name: `--${flag}`, text: String(given) };
    if (found === null) {
      values[flag] = setting.fallback;
      continue;
    }
    if ('message' in found) return { ok: false, message: found.message };
    const parsed = v.safeParse(setting.schema, found.text);
    if (!parsed.success) {
      return { ok: false, message: `${found.name} ${parsed.issues[0].message}.` };
    }
    values[flag] = parsed.output;
  }
  // Each of the table's keys has been given what its own schema, or its fallback, gave.
  return { ok: true, values: values as SettingValues<S>, flags: named };
}

function findInEnvironment(
  flag: string,
  { isSecret = false }: Setting<unknown>,
  environment: Environment,
): { name: string; text: string } | { message: string } | null {
  const name = nameVariable(flag);
  const text = environment[name] ?? '';
  const file = isSecret ? (environment[`${name}_FILE`] ?? '') : '';
  if (text !== '' && file !== '') {
    return { message: `${name} and ${name}_FILE are both set: one of them is enough.` };
  }
  if (text !== '') return { name, text };
  if (file === '') return null;
  try {
    return { name: `${name}_FILE`, text: readFileSync(file, 'utf8').trimEnd() };
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    return { message: `${name}_FILE cannot be read: ${reason}.` };
  }
}

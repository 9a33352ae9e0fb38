/** Takes a command's options apart, and says in a sentence what is wrong with them; Node's own say how to go round it. */
import { parseArgs } from 'node:util';
import { findNearest } from './nearest-name.ts';

export type Options = Readonly<Record<string, { type: 'string' } | { type: 'boolean' }>>;

export interface ParsedOptions {
  values: Readonly<Record<string, string | boolean | undefined>>;
  positionals: readonly string[];
}

export type ParseResult = ({ ok: true } & ParsedOptions) | { ok: false; message: string };

/** @param args options, and words between them that the caller judges */
export function parseOptions(args: string[], options: Options): ParseResult {
  try {
    const { values, positionals } = parseArgs({ args, options, allowPositionals: true });
    return { ok: true, values, positionals };
  } catch (error) {
    return { ok: false, message: explainError(error, Object.keys(options)) };
  }
}

function explainError(error: unknown, flags: readonly string[]): string {
  if (!(error instanceof Error)) return String(error);
  const [first = ''] = error.message.split('\n');
  if (!('code' in error) || error.code !== 'ERR_PARSE_ARGS_UNKNOWN_OPTION') return first;
  const typed = /^Unknown option '(.*?)'(\. To specify|$)/s.exec(error.message)?.[1] ?? '';
  const nearest = findNearest(typed.replace(/^-+/, ''), flags);
  return `${typed} is no option here${nearest === null ? '' : `; --${nearest} is one`}.`;
}

/** Reads what comes after `token` on the command line. */
import { parseArgs } from 'node:util';
import { readTypedSite } from './sites.ts';

export type TokenCommand =
  | { name: 'add-token'; directory: string; editor: string; site: string }
  | { name: 'list-tokens'; directory: string }
  /** `site` is null where the editor's tokens for every site are meant */
  | { name: 'revoke-tokens'; directory: string; editor: string; site: string | null };

export type ReadTokenCommand = { ok: true; command: TokenCommand } | { ok: false; message: string };

/**
 * @param args the arguments after `token`
 * @returns what to do, or one sentence on what is wrong
 * @throws what `parseArgs` throws for an option it does not know
 */
export function readTokenCommand(
  [action, ...args]: string[],
  defaultDirectory: string,
): ReadTokenCommand {
  const data = { type: 'string', default: defaultDirectory } as const;
  if (action === 'list') {
    const { values } = parseArgs({ args, options: { data } });
    if (values.data === '') return refuse('--data must name a directory.');
    return { ok: true, command: { name: 'list-tokens', directory: values.data } };
  }
  if (action !== 'add' && action !== 'revoke') {
    return refuse('After `token` comes `add`, `list` or `revoke`.');
  }
  const { values } = parseArgs({
    args,
    options: { name: { type: 'string', default: '' }, site: { type: 'string' }, data },
  });
  const editor = values.name.trim();
  if (editor === '') return refuse('--name must name the editor.');
  // biome-ignore lint/suspicious/noControlCharactersInRegex: what a terminal would obey
  if (/[\u0000-\u001f\u007f-\u009f]/.test(editor)) {
    return refuse('--name must be a name on one line.');
  }
  if (values.data === '') return refuse('--data must name a directory.');
  const common = { directory: values.data, editor };
  if (action === 'revoke' && values.site === undefined) {
    return { ok: true, command: { name: 'revoke-tokens', ...common, site: null } };
  }
  const read = readTypedSite(values.site ?? '');
  if (!read.ok) return read;
  const name = action === 'add' ? 'add-token' : 'revoke-tokens';
  return { ok: true, command: { name, ...common, site: read.site } };
}

function refuse(message: string): ReadTokenCommand {
  return { ok: false, message };
}

/** Reads the commands about the list of sources that a site reuses. */
import { readTypedSite } from '../sites.ts';
import type { StoreAddress } from '../store/database.ts';
import { readAction } from './read-action.ts';
import type { Environment } from './read-settings.ts';

export type SourceCommand =
  | { name: 'import-sources'; address: StoreAddress; site: string; file: string }
  | { name: 'list-sources'; address: StoreAddress; site: string }
  /** `url` is null for all of the site's list */
  | { name: 'remove-sources'; address: StoreAddress; site: string; url: string | null };

/** @param args the arguments after `source` */
export function readSourceCommand(
  [action, ...args]: string[],
  environment: Environment,
): { ok: true; command: SourceCommand } | { ok: false; message: string } {
  if (action !== 'import' && action !== 'list' && action !== 'remove') {
    return { ok: false, message: 'After `source` comes `import`, `list` or `remove`.' };
  }
  const options = action === 'remove' ? ['site', 'url'] : ['site'];
  const read = readAction(args, { options, takesFile: action === 'import' }, environment);
  if (!read.ok) return read;
  const { address, values, file } = read;
  const typed = readTypedSite(values['site'] ?? '');
  if (!typed.ok) return typed;
  const { site } = typed;
  if (action === 'import') {
    return { ok: true, command: { name: 'import-sources', address, site, file } };
  }
  if (action === 'list') return { ok: true, command: { name: 'list-sources', address, site } };
  return {
    ok: true,
    command: { name: 'remove-sources', address, site, url: values['url'] ?? null },
  };
}

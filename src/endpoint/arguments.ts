/** Reads the command line into what is to be done, so that a mistyped option is an answer, not a default. */
import { parseArgs } from 'node:util';

export type Command =
  | { name: 'help' }
  | {
      name: 'serve';
      host: string;
      port: number;
      directory: string;
      publicUrl: string | null;
      postsPerMinute: number | null;
    }
  | { name: 'add-token'; directory: string; editor: string; site: string };

export type ReadCommand = { ok: true; command: Command } | { ok: false; message: string };

export const USAGE = `Usage:
  npm run endpoint -- [--port 8787] [--host 127.0.0.1] [--data DIR]
                      [--public-url URL] [--posts-per-minute N]
  npm run endpoint -- token add --name NAME --site HOST [--data DIR]

  --data DIR             where the database lives (default: data)
  --port P               0 takes any free port
  --public-url URL       where clients reach the endpoint, behind a proxy
  --posts-per-minute N   reports a minute from one address (default: 60)

  token add prints an editor's token for one site, once.
`;

const DEFAULT_DIRECTORY = 'data';

/**
 * @param args the arguments after the script's name
 * @returns what to do, or one sentence on what is wrong
 */
export function readCommand(args: string[]): ReadCommand {
  try {
    return args[0] === 'token' ? readTokenCommand(args.slice(1)) : readServeCommand(args);
  } catch (error) {
    // parseArgs throws for what it does not know, with a sentence that can be shown.
    return refuse(error instanceof Error ? error.message : String(error));
  }
}

function readServeCommand(args: string[]): ReadCommand {
  const { values } = parseArgs({
    args,
    options: {
      port: { type: 'string', default: '8787' },
      host: { type: 'string', default: '127.0.0.1' },
      data: { type: 'string', default: DEFAULT_DIRECTORY },
      'public-url': { type: 'string' },
      'posts-per-minute': { type: 'string' },
      'database-url': { type: 'string' },
      help: { type: 'boolean', default: false },
    },
  });
  if (values.help) return { ok: true, command: { name: 'help' } };
  if (values['database-url'] !== undefined) {
    return refuse('--database-url: PostgreSQL is not supported yet; leave it out to use SQLite.');
  }
  const port = readNumber(values.port);
  if (port === null || port > 65_535) return refuse('--port must be a number from 0 to 65535.');
  if (values.host === '') return refuse('--host must not be empty.');
  if (values.data === '') return refuse('--data must name a directory.');
  const publicUrl = values['public-url'] ?? null;
  if (publicUrl !== null && !isPlainUrl(publicUrl)) {
    return refuse('--public-url must be an http(s) URL without query or fragment.');
  }
  const rate = values['posts-per-minute'];
  const postsPerMinute = rate === undefined ? null : readNumber(rate);
  if (rate !== undefined && (postsPerMinute === null || postsPerMinute === 0)) {
    return refuse('--posts-per-minute must be a number from 1.');
  }
  const { host, data: directory } = values;
  return { ok: true, command: { name: 'serve', host, port, directory, publicUrl, postsPerMinute } };
}

function readTokenCommand(args: string[]): ReadCommand {
  if (args[0] !== 'add') return refuse('After `token` comes `add`.');
  const { values } = parseArgs({
    args: args.slice(1),
    options: {
      name: { type: 'string', default: '' },
      site: { type: 'string', default: '' },
      data: { type: 'string', default: DEFAULT_DIRECTORY },
    },
  });
  const editor = values.name.trim();
  if (editor === '') return refuse('--name must name the editor.');
  const site = readHost(values.site);
  if (site === null) return refuse('--site must be a host name, such as news.example.org.');
  if (values.data === '') return refuse('--data must name a directory.');
  return { ok: true, command: { name: 'add-token', directory: values.data, editor, site } };
}

/** A host name as URLs write it (lower case, punycode); null when it is more or less than one. */
function readHost(text: string): string | null {
  if (!/^[^\s/?#@:\\]+$|^\[[\da-f:.]+\]$/i.test(text) || !URL.canParse(`http://${text}`))
    return null;
  return new URL(`http://${text}`).hostname.replace(/\.$/, '');
}

function isPlainUrl(text: string): boolean {
  return /^https?:\/\/[^?#]+$/i.test(text) && URL.canParse(text);
}

function readNumber(text: string): number | null {
  return /^\d{1,9}$/.test(text) ? Number(text) : null;
}

function refuse(message: string): ReadCommand {
  return { ok: false, message };
}

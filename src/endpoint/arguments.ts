/** Reads the command line into what is to be done, so that a mistyped option is an answer, not a default. */
import { isIP } from 'node:net';
import { parseArgs } from 'node:util';
import { readTokenCommand, type TokenCommand } from './token-arguments.ts';

export type Command =
  | TokenCommand
  | { name: 'help' }
  | {
      name: 'serve';
      host: string;
      port: number;
      directory: string;
      publicUrl: string | null;
      postsPerMinute: number | null;
      /** addresses whose X-Forwarded headers are believed */
      trustedProxies: string[];
    };

export type ReadCommand = { ok: true; command: Command } | { ok: false; message: string };

export const USAGE = `Usage:
  npm run endpoint -- [--port P] [--host ADDRESS] [--data DIR] [--public-url URL]
                      [--trust-proxy ADDRESS[,ADDRESS]] [--posts-per-minute N]
  npm run endpoint -- token add --name NAME --site HOST [--data DIR]
  npm run endpoint -- token list [--data DIR]
  npm run endpoint -- token revoke --name NAME [--site HOST] [--data DIR]

  --port P               where it listens (default: 8787); 0 takes any free port
  --host ADDRESS         the address it listens on (default: 127.0.0.1)
  --data DIR             where the database lives (default: data)
  --public-url URL       where clients reach the endpoint, behind a proxy
  --trust-proxy ADDRESS  the proxy, or network of proxies (10.0.0.0/8), that is believed when it says
                         whom it speaks for, so that --posts-per-minute counts readers; nobody else is
  --posts-per-minute N   reports a minute from one address (default: 60); it may ask twice as often what
                         became of them

  token add     prints an editor's token, once. It covers the site HOST and its subdomains.
  token list    shows whose tokens there are, for which site, made and revoked when.
  token revoke  ends an editor's tokens: those for HOST, or all.
`;

const DEFAULT_DIRECTORY = 'data';

/**
 * @param args the arguments after the script's name
 * @returns what to do, or one sentence on what is wrong
 */
export function readCommand(args: string[]): ReadCommand {
  try {
    return args[0] === 'token'
      ? readTokenCommand(args.slice(1), DEFAULT_DIRECTORY)
      : readServeCommand(args);
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
      'trust-proxy': { type: 'string' },
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
  const trustedProxies = values['trust-proxy']?.split(',').map((text) => text.trim()) ?? [];
  if (!trustedProxies.every(isNetwork)) {
    return refuse(
      '--trust-proxy must be IP addresses or networks (10.0.0.0/8), with commas between.',
    );
  }
  const { host, data: directory } = values;
  return {
    ok: true,
    command: { name: 'serve', host, port, directory, publicUrl, postsPerMinute, trustedProxies },
  };
}

function isPlainUrl(text: string): boolean {
  return /^https?:\/\/[^?#]+$/i.test(text) && URL.canParse(text);
}

/** An IP address, or a network in CIDR notation: never the whole internet. */
function isNetwork(text: string): boolean {
  const [address = '', bits, ...rest] = text.split('/');
  const version = isIP(address);
  if (version === 0 || address.includes('%') || rest.length > 0) return false;
  const prefix = bits === undefined ? 1 : readNumber(bits);
  return prefix !== null && prefix >= 1 && prefix <= (version === 4 ? 32 : 128);
}

function readNumber(text: string): number | null {
  return /^\d{1,9}$/.test(text) ? Number(text) : null;
}

function refuse(message: string): ReadCommand {
  return { ok: false, message };
}

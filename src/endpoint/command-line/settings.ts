/** What can be set, in one table: the command line, the environment and the usage are all read from it. */
import { statSync } from 'node:fs';
import { isIP } from 'node:net';
import * as v from 'valibot';
import { readMailAddress } from '../notices/mail-address.ts';
import { LOG_FORMATS, LOG_LEVELS, type LogFormat, type LogLevel } from '../operation/log.ts';
import type { MetricsAddress } from '../operation/metrics-server.ts';
import type { StoreAddress } from '../store/database.ts';
import type { Setting, SettingValues } from './read-settings.ts';

/** Where the data lies: for every command. */
export const STORE_SETTINGS = {
  data: { ...set('DIR', 'where the database lives', directory(), 'data'), byDefault: 'data' },
  'database-url': {
    ...set<string | null>('URL', 'a PostgreSQL database to use instead', databaseUrl(), null),
    isSecret: true,
  },
};

export const SERVE_SETTINGS = {
  port: {
    ...set('P', 'where it listens; 0 takes any free port', wholeNumber(0, 65_535), 8787),
    byDefault: '8787',
  },
  host: {
    ...set('ADDRESS', 'the address it listens on', filled('an address'), '127.0.0.1'),
    byDefault: '127.0.0.1',
  },
  ...STORE_SETTINGS,
  'no-migrate': set<boolean>(
    '',
    'tables that are not up to date are refused: the command `migrate` is a job of its own',
    switchWord(),
    false,
  ),
  'public-url': set<string | null>(
    'URL',
    'where clients reach the endpoint, behind a proxy',
    plainUrl(),
    null,
  ),
  'trust-proxy': set<string[]>(
    'ADDRESS[,ADDRESS]',
    'the proxy, or network of proxies (10.0.0.0/8), that is believed when it says whom it speaks for, so that ' +
      '--posts-per-minute counts readers; nobody else is',
    networks(),
    [],
  ),
  'posts-per-minute': {
    ...set<number | null>(
      'N',
      'reports a minute from one address; it may ask twice as often what became of them',
      wholeNumber(1, 999_999_999),
      null,
    ),
    byDefault: '60',
  },
  'posts-per-site': {
    ...set<number | null>(
      'N',
      'reports a minute for one site that `site add` gives no limit of its own',
      wholeNumber(1, 999_999_999),
      null,
    ),
    byDefault: 'ten times --posts-per-minute',
  },
  metrics: set<MetricsAddress | null>(
    '[ADDRESS:]PORT',
    'serves figures for Prometheus there, at /metrics (address: 127.0.0.1); they are not for everybody',
    listenAddress(),
    null,
  ),
  'log-level': {
    ...set<LogLevel>(
      'LEVEL',
      `how much is said of what happens: ${LOG_LEVELS.join(', ')}; info says each request`,
      v.picklist(LOG_LEVELS, `must be one of ${LOG_LEVELS.join(', ')}`),
      'warn',
    ),
    byDefault: 'warn',
  },
  'log-format': {
    ...set<LogFormat>(
      'FORMAT',
      'text for people, or json: one object a line',
      v.picklist(LOG_FORMATS, 'must be text or json'),
      'text',
    ),
    byDefault: 'text',
  },
  'smtp-url': {
    ...set<string | null>(
      'URL',
      'the server that takes mails to editors: smtp://NAME:PASSWORD@mail.example.org:587, or smtps://; without ' +
        'one, mails wait for an endpoint that has one',
      smtpUrl(),
      null,
    ),
    isSecret: true,
  },
  'mail-from': set<string | null>('ADDRESS', 'whom mails come from', mailAddress(), null),
  'mail-reply-to': set<string | null>(
    'ADDRESS',
    'who gets the answers to mails, where that is not --mail-from',
    mailAddress(),
    null,
  ),
  'allow-private-webhooks': set<boolean>(
    '',
    'messages may go to private addresses and without TLS: whoever may make channels can reach what this machine reaches',
    switchWord(),
    false,
  ),
};

export type StoreSettings = SettingValues<typeof STORE_SETTINGS>;
export type ServeSettings = SettingValues<typeof SERVE_SETTINGS>;

/**
 * Where the data lies, as it was set: a directory that was named on the command line beats a database that only the
 * environment names.
 * @param flags the settings that were named on the command line
 * @returns the place, or one sentence where two were named
 */
export function readAddress(
  settings: StoreSettings,
  flags: ReadonlySet<string>,
): { ok: true; address: StoreAddress } | { ok: false; message: string } {
  const isDirectoryMeant = flags.has('data');
  if (isDirectoryMeant && flags.has('database-url')) {
    const message = '--data and --database-url are two places for the data: one of them is meant.';
    return { ok: false, message };
  }
  const { data: directory, 'database-url': databaseUrl } = settings;
  const isDirectory = databaseUrl === null || isDirectoryMeant;
  return { ok: true, address: isDirectory ? { directory } : { databaseUrl } };
}

function set<T>(
  sign: string,
  says: string,
  schema: v.GenericSchema<string, T>,
  fallback: T,
): Setting<T> {
  return { sign, says, schema, fallback };
}

function filled(what: string) {
  return v.pipe(v.string(), v.nonEmpty(`must name ${what}`));
}

/** One that is there, or that can be made: SQLite's own words for a file in its place would name neither. */
function directory() {
  return v.pipe(
    filled('a directory'),
    v.check((path) => !isFile(path), 'must name a directory, and a file is there'),
  );
}

function isFile(path: string): boolean {
  try {
    return statSync(path, { throwIfNoEntry: false })?.isDirectory() === false;
  } catch {
    // What cannot even be asked about is told when it is opened.
    return false;
  }
}

function wholeNumber(least: number, most: number) {
  const message = `must be a number from ${least} to ${most}`;
  return v.pipe(
    v.string(),
    v.regex(/^\d{1,9}$/, message),
    v.transform(Number),
    v.minValue(least, message),
    v.maxValue(most, message),
  );
}

/** What a switch is given as in the environment; on the command line it is on where it is named. */
function switchWord() {
  return v.pipe(
    v.picklist(['true', 'false', '1', '0'], 'must be true or false'),
    v.transform((word) => word === 'true' || word === '1'),
  );
}

function listenAddress() {
  const message = 'must be a port, with an address and a colon before it or not';
  return v.pipe(
    v.string(),
    v.transform((text) => {
      const [, ipv6, other, port = ''] =
        /^(?:(?:\[([\da-f:.]+)\]|([^\s:[\]]+)):)?(\d{1,5})$/i.exec(text) ?? [];
      return { host: ipv6 ?? other ?? '127.0.0.1', port: port === '' ? Number.NaN : Number(port) };
    }),
    v.check(({ port }) => port <= 65_535, message),
  );
}

function plainUrl() {
  return v.pipe(
    v.string(),
    v.check(
      (text) => /^https?:\/\/[^?#]+$/i.test(text) && URL.canParse(text),
      'must be an http(s) URL without query or fragment',
    ),
  );
}

function smtpUrl() {
  return v.pipe(
    v.string(),
    v.check(
      (text) => /^smtps?:\/\/[^/?#]/i.test(text) && URL.canParse(text),
      'must be a URL such as smtp://mail.example.org:587',
    ),
  );
}

function mailAddress() {
  const message = 'must be one mail address, such as sic@news.example';
  return v.pipe(
    v.string(),
    v.check((text) => readMailAddress(text) !== null, message),
    v.transform((text) => readMailAddress(text) ?? text),
  );
}

function databaseUrl() {
  return v.pipe(
    v.string(),
    v.check(
      (text) => /^postgres(ql)?:\/\//i.test(text) && URL.canParse(text),
      'must be a URL such as postgres://sic@db.example.org/sic',
    ),
  );
}

function networks() {
  const message = 'must be IP addresses or networks (10.0.0.0/8), with commas between';
  return v.pipe(
    v.string(),
    v.transform((text) => text.split(',').map((part) => part.trim())),
    v.check((parts) => parts.every(isNetwork), message),
  );
}

/** An IP address, or a network in CIDR notation: never the whole internet. */
function isNetwork(text: string): boolean {
  const [address = '', bits = '1', ...rest] = text.split('/');
  const version = isIP(address);
  if (version === 0 || address.includes('%') || rest.length > 0) return false;
  return /^\d{1,3}$/.test(bits) && Number(bits) >= 1 && Number(bits) <= (version === 4 ? 32 : 128);
}

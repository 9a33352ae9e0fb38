/**
 * What the endpoint says of itself while it runs: lines for a person, or JSON for a machine. Nobody's address, words or
 * keys are among it: a request is named by its route's pattern, and an error's message loses what it quotes.
 */
import { writeTime } from '../command-line/output.ts';

export const LOG_LEVELS = ['silent', 'error', 'warn', 'info'] as const;
export type LogLevel = (typeof LOG_LEVELS)[number];
export const LOG_FORMATS = ['text', 'json'] as const;
export type LogFormat = (typeof LOG_FORMATS)[number];

type Fields = Readonly<Record<string, string | number | readonly string[]>>;

export interface Log {
  info(message: string, fields?: Fields): void;
  /** what whoever runs the endpoint should do something about */
  warn(message: string, fields?: Fields): void;
  /** @param error goes along without what may be private in it */
  error(message: string, error: unknown): void;
}

export function createLog(deps: {
  level: LogLevel;
  format: LogFormat;
  /** takes a line with its line feed */
  write: (line: string) => void;
  /** epoch ms */
  now?: () => number;
}): Log {
  const { level: least, format, write, now = Date.now } = deps;

  function say(level: LogLevel, message: string, fields: Fields): void {
    if (LOG_LEVELS.indexOf(level) > LOG_LEVELS.indexOf(least)) return;
    if (format === 'json') {
      write(`${composeJson(now(), level, message, fields)}\n`);
      return;
    }
    const parts = Object.entries(fields).map(([key, value]) =>
      typeof value === 'object'
        ? value.map((line) => `\n    ${line}`).join('')
        : ` ${key}=${value}`,
    );
    write(`${writeTime(now())} ${message}${parts.join('')}\n`);
  }

  return {
    info: (message, fields = {}) => say('info', message, fields),
    warn: (message, fields = {}) => say('warn', message, fields),
    error: (message, error) => say('error', message, describeError(error)),
  };
}

/**
 * Makes what says where the endpoint serves, and that it has ended: answers of the program, whatever the log's level.
 * @returns a function that takes what is said, and what about: for people one behind the other,
 * the time where there is nothing else; for machines as a field
 */
export function createAnnouncer(deps: {
  format: LogFormat;
  /** takes a line without its line feed */
  print: (line: string) => void;
  /** epoch ms */
  now?: () => number;
}): (message: string, field?: { name: string; value: string }) => void {
  const { format, print, now = Date.now } = deps;
  return (message, field) => {
    if (format === 'json') {
      const fields = field === undefined ? {} : { [field.name]: field.value };
      print(composeJson(now(), 'info', message, fields));
    } else print(`${message} ${field === undefined ? writeTime(now()) : field.value}`);
  };
}

/** One line, whatever stands in it. */
function composeJson(at: number, level: LogLevel, message: string, fields: Fields): string {
  return JSON.stringify({ time: new Date(at).toISOString(), level, message, ...fields });
}

/** An error in fields: its kind, code, message and where it arose. */
function describeError(error: unknown): Fields {
  if (!(error instanceof Error)) return { error: typeof error };
  const code = 'code' in error && typeof error.code === 'string' ? error.code : '';
  const frames = (error.stack ?? '').split('\n').filter((line) => /^\s+at /.test(line));
  return {
    error: error.name,
    ...(code === '' ? {} : { code }),
    reason: withoutPrivate(error.message, code),
    stack: frames.map((line) => line.trim()),
  };
}

/** SQLSTATE classes whose messages quote names of tables and columns, and no values. */
const SCHEMA_ERRORS = /^(42|SQLITE_ERROR)/;

/** A message without quoted text, mail addresses, tokens, and what URLs have behind or before their host. */
function withoutPrivate(message: string, code: string): string {
  const text = SCHEMA_ERRORS.test(code) ? message : message.replace(/"[^"]*("|$)/gs, '"…"');
  return text
    .replace(/\b([a-z][a-z\d+.-]*:\/\/)(?:[^\s/@]*@)?([^\s/?#]*)[^\s)]*/gi, '$1$2')
    .replace(/[^\s<>"'@]+@[^\s<>"'@]+/g, '…@…')
    .replace(/\bsic_[\w-]+/g, 'sic_…')
    .replace(/urn:uuid:[\da-f-]+/gi, 'urn:uuid:…');
}

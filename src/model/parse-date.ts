/**
 * Dates as pages write them, for machines and for people, in the calendars' usual order of each language.
 * What comes out is ISO 8601 with no more than the page said: a day stays a day, a zone is never added.
 */
import { LETTER } from './letters.ts';
import { findMonth } from './month-words.ts';

export interface DateHints {
  /** the order of a numeric date such as 03/04/2026, where it is known */
  order?: 'dmy' | 'mdy' | null | undefined;
  /** the last year that is believed, as a page cannot know the future; next year unless told */
  latest?: number | undefined;
}

interface Day {
  year: number;
  month: number;
  day: number;
  /** where the date ends in the text */
  end: number;
}

const EARLIEST = 1700;
const LONGEST = 200;
const DIGITS = /[٠-٩۰-۹०-९০-৯０-９]/g;
/** What most pages say, and what needs no reading. */
const EXACT =
  /^(\d{4})-(\d\d)-(\d\d)(?:T(?:[01]\d|2[0-3]):[0-5]\d(?::[0-5]\d(?:\.\d{1,9})?)?(?:Z|[+-](?:0\d|1[0-4]):[0-5]\d)?)?$/;
const ISO = /^([+-]?)(\d{4})-(\d\d?)-(\d\d?)(?!\d)/;
const COMPACT = /^(\d{4})(\d\d)(\d\d)(?=T?\d{4}|$|[T\s-])/;
const EPOCH = /^\d{10}(\d{3})?(\.\d+)?$/;
const TOKEN = new RegExp(`(\\d+)|([${LETTER}]+)`, 'g');
const TIME = new RegExp(
  String.raw`^[\s,|·•(/–—-]*(?:T|[${LETTER}]{1,6}\.?\s)?\s*(\d\d?)[:h時](\d\d)(?::(\d\d?)(?:[.,](\d{1,9}))?)?(?!\d)\s*([ap]\.?m\b\.?)?\s*(Z\b|GMT|UTC|[A-Z]{2,4}T\b)?\s*([+-]\d\d:?(?:\d\d)?(?!\d))?`,
  'i',
);
/** As the C library prints it: the year last. */
const YEAR_LAST = /([A-Z][a-z]{2}) +(\d\d?) (\d\d:\d\d:\d\d) ([A-Z]{2,5} )?(\d{4})/;
const COMPACT_TIME = /^T?(\d\d)(\d\d)(\d\d)?()()(Z|)([+-]\d\d:?(?:\d\d)?)?$/;

/** Zones that mean one thing wherever they stand, in hours. */
const ZONES: Record<string, string> = {
  EST: '-05:00',
  EDT: '-04:00',
  CDT: '-05:00',
  MDT: '-06:00',
  PST: '-08:00',
  PDT: '-07:00',
  CET: '+01:00',
  CEST: '+02:00',
  EET: '+02:00',
  EEST: '+03:00',
  JST: '+09:00',
};

/**
 * @param text a date, with or without a time, anywhere in a short text; of a longer one the beginning is read
 * @returns ISO 8601: a day ("2026-03-01") or a moment, with its zone where the text gives one
 *   ("2026-03-01T08:00:00+01:00"); null where there is no date, where it is impossible, and where the order of its
 *   numbers is anybody's guess
 */
export function parseDate(text: string, hints: DateHints = {}): string | null {
  const exact = EXACT.exec(text);
  if (exact !== null)
    return isPossible(toDay(exact[1], exact[2], exact[3], 0), hints) ? text : null;
  const line = text
    .slice(0, LONGEST)
    .replace(DIGITS, toDigit)
    .replace(/[\u200e\u200f]/g, '')
    .replace(YEAR_LAST, '$2 $1 $5 $3 $4')
    .trim();
  if (!/\d/.test(line)) return null;
  if (EPOCH.test(line)) return readEpoch(line, hints);
  const found = readStart(line) ?? readWords(line, hints);
  if (found === null || !isPossible(found, hints)) return null;
  const { year, month, day, end } = found;
  const date = `${year}-${pad(month)}-${pad(day)}`;
  return date + readTime(line.slice(end));
}

function toDigit(digit: string): string {
  const code = digit.codePointAt(0) ?? 0;
  return String((code & 15) - (code >= 0x966 && code <= 0x9ef ? 6 : 0));
}

function readEpoch(line: string, hints: DateHints): string | null {
  const number = Number.parseInt(line, 10);
  const moment = new Date(number < 1e11 ? number * 1000 : number);
  return moment.getUTCFullYear() < 1990 || moment.getUTCFullYear() > latestYear(hints)
    ? null
    : moment.toISOString().replace('.000', '');
}

/** 2026-03-01 and 20260301, as machines write them. */
function readStart(line: string): Day | null {
  const iso = ISO.exec(line);
  if (iso !== null) return toDay(iso[2], iso[3], iso[4], iso[0].length);
  const compact = COMPACT.exec(line);
  return compact === null ? null : toDay(compact[1], compact[2], compact[3], 8);
}

interface Token {
  text: string;
  number: number;
  month: number;
  start: number;
  end: number;
}

/** The first date in words or numbers. */
function readWords(line: string, hints: DateHints): Day | null {
  const tokens: Token[] = [];
  for (const match of line.matchAll(TOKEN)) {
    const [text, digits, word] = match;
    const number = digits === undefined ? -1 : digits.length > 4 ? 99_999 : Number(digits);
    const month = word === undefined ? 0 : findMonth(word);
    // Ordinals and the words between the parts of a date.
    if (number < 0 && month === 0 && isFiller(text)) continue;
    tokens.push({ text, number, month, start: match.index, end: match.index + text.length });
  }
  for (let i = 0; i + 2 < tokens.length; i += 1) {
    const [a, b, c] = [tokens[i], tokens[i + 1], tokens[i + 2]];
    if (a === undefined || b === undefined || c === undefined) break;
    const day = readTriple(a, b, c, line, hints);
    if (day !== null && isPossible(day, hints)) return day;
  }
  return null;
}

function isFiller(word: string): boolean {
  return /^(?:st|nd|rd|th|er|de|del|d|of|the|го|е|г|m|tháng|thg|năm|年|月|日|년|월|일|gada|le|ж|թ|º|ª)$/i.test(
    word,
  );
}

function readTriple(a: Token, b: Token, c: Token, line: string, hints: DateHints): Day | null {
  const year = (token: Token) => (token.text.length === 4 ? token.number : -1);
  const day = (token: Token) => token.text.length <= 2 && token.number > 0 && token.number < 32;
  if (c.start - a.end > 24) return null;
  if (b.month > 0 && day(a) && year(c) > 0) return toDay(c.number, b.month, a.number, c.end);
  if (a.month > 0 && day(b) && year(c) > 0) return toDay(c.number, a.month, b.number, c.end);
  if (c.month > 0 && year(a) > 0 && day(b)) return toDay(a.number, c.month, b.number, c.end);
  if (b.month > 0 && year(a) > 0 && day(c)) return toDay(a.number, b.month, c.number, c.end);
  if (a.number < 0 || b.number < 0 || c.number < 0) return null;
  const [first, second] = [line.slice(a.end, b.start), line.slice(b.end, c.start)].map((gap) =>
    gap.replace(/\s/g, ''),
  );
  if (first === undefined || second === undefined) return null;
  const kin = first === second && /^[./-]$/.test(first);
  const written = /^[年년]$/.test(first) || /tháng|thg/i.test(first);
  if (year(a) > 0 && (kin || written) && day(b) && day(c))
    return toDay(a.number, b.number, c.number, c.end);
  if (!kin && !written) return null;
  if (!day(a) || !day(b)) return null;
  const long = year(c);
  const full = long > 0 ? long : c.text.length === 2 && kin && first !== '-' ? 2000 + c.number : -1;
  if (full < 0) return null;
  const order = written || first === '.' ? 'dmy' : findOrder(a.number, b.number, hints);
  if (order === null) return null;
  return order === 'dmy'
    ? toDay(full, b.number, a.number, c.end)
    : toDay(full, a.number, b.number, c.end);
}

function findOrder(a: number, b: number, hints: DateHints): 'dmy' | 'mdy' | null {
  if (a > 12 || a === b) return 'dmy';
  return b > 12 ? 'mdy' : (hints.order ?? null);
}

/** "T08:00:00+01:00", or '' where no time follows. */
function readTime(rest: string): string {
  const match = COMPACT_TIME.exec(rest) ?? TIME.exec(rest);
  if (match === null) return '';
  const [, hours = '', minutes = '', seconds, fraction, half, name, offset] = match;
  const hour = toHour(Number(hours), half);
  if (hour > 23 || Number(minutes) > 59 || Number(seconds ?? 0) > 60) return '';
  const tail =
    seconds === undefined
      ? ''
      : `:${seconds.padStart(2, '0')}${fraction === undefined || fraction === '' ? '' : `.${fraction}`}`;
  return `T${pad(hour)}:${minutes}${tail}${readZone(name, offset)}`;
}

function toHour(hour: number, half: string | undefined): number {
  if (half === undefined || half === '' || hour > 12) return hour;
  return (hour % 12) + (/^p/i.test(half) ? 12 : 0);
}

function readZone(name: string | undefined, offset: string | undefined): string {
  if (offset !== undefined) {
    const [sign, digits] = [offset.slice(0, 1), offset.slice(1).replace(':', '')];
    const minutes = digits.slice(2) || '00';
    return Number(digits.slice(0, 2)) > 14 ? '' : `${sign}${digits.slice(0, 2)}:${minutes}`;
  }
  const zone = (name ?? '').toUpperCase();
  if (zone === 'Z' || zone === 'GMT' || zone === 'UTC') return 'Z';
  return Object.hasOwn(ZONES, zone) ? (ZONES[zone] ?? '') : '';
}

function toDay(year: unknown, month: unknown, day: unknown, end: number): Day {
  return { year: Number(year), month: Number(month), day: Number(day), end };
}

function isPossible({ year, month, day }: Day, hints: DateHints): boolean {
  if (year < EARLIEST || year > latestYear(hints) || month < 1 || month > 12 || day < 1)
    return false;
  return day <= new Date(Date.UTC(year, month, 0)).getUTCDate();
}

function latestYear({ latest }: DateHints): number {
  return latest ?? new Date().getUTCFullYear() + 1;
}

function pad(number: number): string {
  return String(number).padStart(2, '0');
}

/**
 * Reports as words that a person can paste anywhere or mail to a site's editors, where no endpoint takes them: what
 * the page is, the sentence with the marked words in brackets, what should stand there, and what the reader
 * says about it. All but the reader's words are from a page: they begin no line and no header of their own.
 */
import { nameKind } from './kind-names.ts';
import type { Report } from './report.ts';
import { linkToDirective } from './text-fragment.ts';
import type { Translate } from './translate.ts';

export interface LetterReport extends Report {
  /** the text directive that opens its source at the very words, percent-encoded */
  directive?: string | null;
}

/** Reports of one page. */
export interface ReportedPage {
  title: string;
  reports: LetterReport[];
}

/** More is not carried to every mail program; a sign of another alphabet takes six or more. */
const LONGEST_LETTER = 1_900;
const LONGEST_URL = 600;
const LONGEST_TITLE = 150;
const LINE = '%0D%0A';

/** How much of each part is written, in UTF-16 units. */
interface Limits {
  context: number;
  comment: number;
  /** of the marked words, and of the correction */
  words: number;
  title: number;
  /** whether addresses lead to the words, not to their page alone */
  links: boolean;
  /** how many reports */
  reports: number;
}

const WHOLE: Limits = {
  context: 10_000,
  comment: 10_000,
  words: 10_000,
  title: 1_000,
  links: true,
  reports: Number.POSITIVE_INFINITY,
};

/** @returns the reports of a page as plain text, whole, its lines ended by \n */
export function composeReportText({ title, reports }: ReportedPage, t: Translate): string {
  return writeLines(title, reports, WHOLE, t).join('\n');
}

/**
 * @param contact a checked address, or null for a letter without a recipient
 * @returns a mailto address (https://www.rfc-editor.org/rfc/rfc6068) of at most 1,900 characters; of what does not fit,
 *   the context is shortened first, as far as a few words or else without links to the words, then the comments,
 *   the words and the title; then the last reports go
 */
export function composeReportLetter(
  { title, reports }: ReportedPage,
  contact: string | null,
  t: Translate,
): string {
  for (const limits of listLimits(reports.length)) {
    const letter = writeLetter(title, reports, contact, limits, t);
    if (letter.length <= LONGEST_LETTER) return letter;
  }
  return `mailto:${writeRecipient(contact)}`;
}

/** From all of it to next to nothing, what matters least going first. */
function* listLimits(count: number): Generator<Limits> {
  const whole = { context: 240, comment: 1_000, words: 1_000, title: 150, links: true };
  const limits: Limits = { ...whole, reports: count };
  for (const context of [240, 160, 120, 80]) yield Object.assign(limits, { context });
  yield Object.assign(limits, { context: 240, links: false });
  for (const context of [160, 120, 80, 60, 40, 20, 0]) yield Object.assign(limits, { context });
  for (const comment of [500, 300, 200, 120, 60, 0]) yield Object.assign(limits, { comment });
  for (const words of [300, 150, 80, 40]) yield Object.assign(limits, { words });
  for (const length of [80, 40]) yield Object.assign(limits, { title: length });
  for (let reports = count - 1; reports >= 0; reports -= 1)
    yield Object.assign(limits, { reports });
}

function writeLetter(
  title: string,
  reports: LetterReport[],
  contact: string | null,
  limits: Limits,
  t: Translate,
): string {
  const name = shorten(tidy(title), Math.min(limits.title, LONGEST_TITLE));
  const subject = name === '' ? t('dialogTitle') : `${t('dialogTitle')}: ${name}`;
  const body = writeLines(title, reports, limits, t);
  return `mailto:${writeRecipient(contact)}?subject=${encode(subject)}&body=${body.map(encode).join(LINE)}`;
}

function writeLines(
  title: string,
  reports: LetterReport[],
  limits: Limits,
  t: Translate,
): string[] {
  const url = readAddress(reports[0]);
  const link = reports.length === 1 ? linkToWords(reports[0], limits) : null;
  const lines = [shorten(tidy(title), limits.title), link ?? shortenUrl(url)];
  reports.slice(0, limits.reports).forEach((report, index) => {
    const number = reports.length > 1 ? `${index + 1}. ` : '';
    lines.push('', ...writeReport(report, number, url, limits, t));
  });
  const left = reports.length - limits.reports;
  if (left > 0) lines.push('', `… +${left}`);
  return lines.filter((line, index) => line !== '' || (index > 0 && lines[index - 1] !== ''));
}

function writeReport(
  report: LetterReport,
  number: string,
  url: string,
  limits: Limits,
  t: Translate,
): string[] {
  const { exact, correction, comment, kind } = report;
  const address = readAddress(report);
  const [before, after] = [shorten(tidy(exact), limits.words), tidy(correction)];
  const name = nameKind(kind, t);
  const lines = [
    `${number}${writeSentence(report, before, limits.context)}`,
    ...(name === '' ? [] : [name]),
    ...(after === '' || after === tidy(exact)
      ? []
      : [`${t('dialogCorrection')}: ${before} → ${shorten(after, limits.words)}`]),
    // The reader's own lines stay lines.
    ...(limits.comment === 0 || tidy(comment) === ''
      ? []
      : `${t('dialogComment')}: ${shortenLines(comment, limits.comment)}`.split('\n')),
  ];
  const link = number === '' ? null : linkToWords(report, limits);
  if (link !== null) return [...lines, link];
  return address === url ? lines : [...lines, shortenUrl(address)];
}

/** @returns null where nothing leads there: the words of a frame are not found by the page's address */
function linkToWords(report: LetterReport | undefined, { links }: Limits): string | null {
  if (!links || report === undefined || report.scope !== '' || !report.directive) return null;
  if (!isWebAddress(report.source)) return null;
  const link = linkToDirective(report.source, report.directive);
  if (link === null) return null;
  const { href } = new URL(link);
  return href.length > LONGEST_URL ? null : href;
}

/** The sentence around the marked words, which stand in brackets. */
function writeSentence({ prefix, suffix }: Report, words: string, longest: number): string {
  const lead = tidy(`${prefix}|`).slice(0, -1).trimStart();
  const tail = tidy(`|${suffix}`).slice(1);
  const room = Math.floor(longest / 2);
  const toLead = Math.min(lead.length, Math.max(room, longest - tail.length));
  const start = shortenStart(lead, toLead);
  return `${start}[${words}]${shorten(tail, longest - Math.min(toLead, lead.length))}`;
}

/** The page's, where the words stand in a frame of it. */
function readAddress(report: Report | undefined): string {
  return report === undefined ? '' : report.scope || report.source;
}

/** One that is too long is left out: cut, it would lead elsewhere. */
function shortenUrl(url: string): string {
  if (!isWebAddress(url)) return '';
  const { href, origin, pathname } = new URL(url);
  return [href, origin + pathname, `${origin}/`].find((one) => one.length <= LONGEST_URL) ?? '';
}

function isWebAddress(url: string): boolean {
  return /^https?:\/\//i.test(url) && URL.canParse(url);
}

function writeRecipient(contact: string | null): string {
  if (contact === null || !/^[\w.+-]{1,80}@[\w.-]{1,200}$/.test(contact)) return '';
  return contact.split('@').map(encodeURIComponent).join('@');
}

/** Percent-encoded whole: what a mailto would read as its own is text here. */
function encode(text: string): string {
  return encodeURIComponent(text).replace(
    /['()*!~]/g,
    (sign) => `%${sign.charCodeAt(0).toString(16).toUpperCase()}`,
  );
}

/** What ends lines, turns the reading direction round or is no character at all. */
const UNFIT = /[\p{Cc}\u2028\u2029\u202a-\u202e\u2066-\u2069\ufeff\ufffd]/gu;

/** One line. */
function tidy(text: string): string {
  return text.toWellFormed().replace(UNFIT, ' ').replace(/\s+/g, ' ').trim();
}

function shortenLines(text: string, longest: number): string {
  const lines = text
    .split(/\r\n?|\n/)
    .map(tidy)
    .join('\n')
    .replace(/\n{3,}/g, '\n\n')
    .trim();
  return shorten(lines, longest);
}

/** At a word's end where there is one near, never within a pair of surrogates. */
function shorten(text: string, longest: number): string {
  if (text.length <= longest) return text;
  if (longest < 2) return '';
  const start = text.slice(0, longest - 1).replace(/[\ud800-\udbff]$/, '');
  const atWord = start.replace(/\s\S*$/, '');
  return `${atWord.length > longest / 2 ? atWord : start}…`;
}

/** Likewise, the end of a text. */
function shortenStart(text: string, longest: number): string {
  if (text.length <= longest) return text;
  if (longest < 2) return '';
  const end = text.slice(1 - longest).replace(/^[\udc00-\udfff]/, '');
  const atWord = end.replace(/^\S*\s/, '');
  return `…${atWord.length > longest / 2 ? atWord : end}`;
}

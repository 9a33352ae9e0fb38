/**
 * Writes a message as a mail, as text and as simple HTML. Readers' words are one line or escaped, and stand apart from
 * the words around them, so that a language of the other direction does not turn those round.
 */
import { domainToASCII } from 'node:url';
import { escapeHtml } from '../../model/escape-html.ts';
import { chooseArrow, writeChange } from '../write-change.ts';
import type { Notice, NoticeReport } from './notice.ts';
import { loadNoticeWords, type NoticeWords } from './notice-words.ts';
import { composeHeadline, layOutReport } from './report-lines.ts';

export interface Mail {
  from: string;
  replyTo?: string;
  to: string;
  subject: string;
  text: string;
  html: string;
  messageId: string;
  /** of the message: a repeat is the same mail */
  date: Date;
  headers: Record<string, string>;
}

export interface MailEnvelope {
  /** the message's id: the same whenever it is sent */
  id: string;
  from: string;
  replyTo: string | null;
  to: string;
  /** of the channel */
  language: string;
}

export function composeMail(notice: Notice, envelope: MailEnvelope): Mail {
  const words = loadNoticeWords(envelope.language);
  const { site } = notice;
  const domain = domainToASCII(envelope.from.slice(envelope.from.lastIndexOf('@') + 1));
  const footer = words.say('why', site);
  return {
    from: envelope.from,
    ...(envelope.replyTo === null ? {} : { replyTo: envelope.replyTo }),
    to: envelope.to,
    subject: composeSubject(notice, words),
    text: [...listTextParts(notice, words), `-- \n${footer}`].join('\n\n').concat('\n'),
    html: composeHtml(notice, words, footer),
    messageId: `<sic.${envelope.id}@${domain}>`,
    date: new Date(notice.at),
    headers: {
      // RFC 2919
      'List-Id': `<reports.${site.replace(/[^a-z\d.-]+/gi, '-')}>`,
      // RFC 3834, section 5
      'Auto-Submitted': 'auto-generated',
      // What Exchange goes by instead.
      'X-Auto-Response-Suppress': 'All',
    },
  };
}

function composeSubject(notice: Notice, words: NoticeWords): string {
  switch (notice.type) {
    case 'report':
      return composeHeadline(notice.report, words);
    case 'digest':
      return `${notice.site}: ${words.count('newReports', notice.reports)}`;
    case 'test':
      return `${notice.site}: Sic`;
  }
}

function listTextParts(notice: Notice, words: NoticeWords): string[] {
  switch (notice.type) {
    case 'report':
      return [writeReport(notice.report, words)];
    case 'digest': {
      const more = notice.places - notice.newest.length;
      return [
        `${words.count('newReports', notice.reports)}. ${words.count('places', notice.places)}.`,
        ...notice.newest.map((report) => writeReport(report, words)),
        ...(more > 0 ? [words.count('more', more)] : []),
        ...(notice.queueUrl === null ? [] : [`${words.say('openQueue')}:\n${notice.queueUrl}`]),
      ];
    }
    case 'test':
      return [words.say('test', notice.site)];
  }
}

/** Each quote has its line to itself. */
function writeReport(report: NoticeReport, words: NoticeWords): string {
  const lines = layOutReport(report, words);
  const { exact, correction } = lines;
  return [
    ...(lines.kind === '' ? [] : [lines.kind]),
    ...(exact === '' ? [] : [`${lines.before}[${exact}]${lines.after}`.trim()]),
    ...(correction === '' ? [] : [`${words.correction}:`, writeChange(exact, correction)]),
    ...(lines.comment === '' ? [] : [`${words.comment}:`, lines.comment.replace(/^/gm, '> ')]),
    lines.readers,
    `${words.say('article')}:`,
    lines.sourceUrl ?? lines.source,
    ...(lines.reviewUrl === null ? [] : [`${words.say('openReport')}:`, lines.reviewUrl]),
  ].join('\n');
}

function composeHtml(notice: Notice, words: NoticeWords, footer: string): string {
  return [
    '<!doctype html>',
    `<html lang="${words.language}" dir="${words.direction}">`,
    '<head><meta charset="utf-8"></head>',
    '<body style="font-family: sans-serif; line-height: 1.5; max-width: 42em">',
    ...listHtmlParts(notice, words),
    `<p style="color: #666; font-size: 85%">${escapeHtml(footer)}</p>`,
    '</body></html>',
    '',
  ].join('\n');
}

function listHtmlParts(notice: Notice, words: NoticeWords): string[] {
  switch (notice.type) {
    case 'report':
      return [writeHtmlReport(notice.report, words)];
    case 'digest': {
      const more = notice.places - notice.newest.length;
      const counts = `${words.count('newReports', notice.reports)}. ${words.count('places', notice.places)}.`;
      return [
        `<p>${escapeHtml(counts)}</p>`,
        ...notice.newest.map((report) => writeHtmlReport(report, words)),
        ...(more > 0 ? [`<p>${escapeHtml(words.count('more', more))}</p>`] : []),
        ...(notice.queueUrl === null
          ? []
          : [`<p>${writeLink(notice.queueUrl, words.say('openQueue'))}</p>`]),
      ];
    }
    case 'test':
      return [`<p>${escapeHtml(words.say('test', notice.site))}</p>`];
  }
}

function writeHtmlReport(report: NoticeReport, words: NoticeWords): string {
  const lines = layOutReport(report, words);
  const { exact, correction } = lines;
  const quote = `${escapeHtml(lines.before)}<mark>${escapeHtml(exact)}</mark>${escapeHtml(lines.after)}`;
  const changed = `<del>${escapeHtml(exact)}</del> ${chooseArrow(exact)} <ins>${escapeHtml(correction)}</ins>`;
  const comment = escapeHtml(lines.comment).replaceAll('\n', '<br>\n');
  const source =
    lines.sourceUrl === null
      ? writeForeign(escapeHtml(lines.source))
      : writeLink(lines.sourceUrl, lines.source);
  return [
    '<hr>',
    ...(lines.kind === '' ? [] : [`<p><b>${escapeHtml(lines.kind)}</b></p>`]),
    ...(exact === '' ? [] : [`<blockquote dir="auto">${quote}</blockquote>`]),
    ...(correction === ''
      ? []
      : [`<p>${escapeHtml(words.correction)}: ${writeForeign(changed)}</p>`]),
    ...(lines.comment === ''
      ? []
      : [`<p>${escapeHtml(words.comment)}:</p>`, `<blockquote dir="auto">${comment}</blockquote>`]),
    `<p>${escapeHtml(lines.readers)}</p>`,
    `<p>${escapeHtml(words.say('article'))}: ${source}</p>`,
    ...(lines.reviewUrl === null
      ? []
      : [`<p><b>${writeLink(lines.reviewUrl, words.say('openReport'))}</b></p>`]),
  ].join('\n');
}

/** Markup whose direction is its own. */
function writeForeign(html: string): string {
  return `<bdi>${html}</bdi>`;
}

function writeLink(url: string, text: string): string {
  return `<a href="${escapeHtml(url)}">${writeForeign(escapeHtml(text))}</a>`;
}

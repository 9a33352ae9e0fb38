/**
 * The newest mistakes of a site as an Atom feed (RFC 4287) and as a JSON Feed (https://www.jsonfeed.org/version/1.1/). It
 * says what readers said, and nothing in any language of its own. The feed's address is a secret, and so it is not in it.
 */

import { v5 } from 'uuid';
import { readStoredReport } from '../annotations/representations.ts';
import { composeReviewUrl } from '../notices/notice.ts';
import { clip, clipStart, tidyContext, tidyLine, tidyLines } from '../notices/tidy-words.ts';
import type { Mistake } from '../store/newest-mistakes.ts';
import { chooseArrow, writeChange } from '../write-change.ts';

/** For the ids of feeds and their entries: they are made of what they are about, and so stay the same. */
const NAMESPACE = '6f1c0b5e-6a0e-5d0b-9f0f-0c5e1c5d7a11';
/** Signs, as people count them. */
const TITLE = 110;
const WORDS = 600;
const CONTEXT = 160;
const COMMENT = 3_000;
const KIND = 40;
const LANGUAGE = /^[a-z]{2,8}(-[a-z\d]{1,8})*$/i;

export interface Feed {
  id: string;
  title: string;
  /** where the queue is, or what else the feed is of */
  home: string;
  /** others that an Atom feed has (RFC 4287, section 4.2.7.2; RFC 5005) */
  links: { rel: 'self' | 'next'; href: string }[];
  /** epoch ms; 0 where nothing has come */
  updated: number;
  entries: FeedEntry[];
}

export interface FeedEntry {
  id: string;
  /** the report in the review, or what else the entry is about */
  url: string;
  /** '' where it is no web address */
  article: string;
  title: string;
  text: string;
  /** its state, and its kind */
  tags: string[];
  /** BCP 47 tag, or '' */
  language: string;
  /** epoch ms */
  published: number;
  updated: number;
}

/** @param base where the endpoint is, without a slash at the end */
export function composeFeed(site: string, base: string, mistakes: readonly Mistake[]): Feed {
  return {
    id: writeId(['feed', site]),
    title: `Sic: ${site}`,
    home: `${base}/`,
    links: [],
    updated: mistakes[0]?.lastAt ?? 0,
    entries: mistakes.map((mistake) => composeEntry(mistake, base)),
  };
}

function composeEntry(mistake: Mistake, base: string): FeedEntry {
  const { site, place, sample, state, edited, readers, firstAt, lastAt } = mistake;
  const report = readStoredReport(sample);
  const [exact, correction] = [tidyLine(report.exact), tidyLine(edited || report.correction)];
  const comment = tidyLines(report.comment);
  const kind = clip(tidyLine(report.kind), KIND);
  const half = TITLE / 2 - 2;
  const said = correction === '' ? exact : writeChange(clip(exact, half), clip(correction, half));
  const article = readWebAddress(report.scope === '' ? report.source : report.scope);
  const before = clipStart(tidyContext(report.prefix).trimStart(), CONTEXT);
  const after = clip(tidyContext(report.suffix).trimEnd(), CONTEXT);
  const lines = [
    exact === '' ? '' : `${before}[${clip(exact, WORDS)}]${after}`,
    correction === '' ? '' : `${chooseArrow(exact)} ${clip(correction, WORDS)}`,
    clip(comment, COMMENT),
    article,
    readers > 1 ? `× ${readers}` : '',
  ];
  return {
    id: writeId([site, place]),
    url: composeReviewUrl(`${base}/`, site, sample.canonical),
    article,
    title: clip(said || tidyLine(comment) || kind || site, TITLE),
    text: lines.filter((line) => line !== '').join('\n\n'),
    tags: [state, kind].filter((tag) => tag !== ''),
    language: readTag(report.language),
    published: firstAt,
    updated: lastAt,
  };
}

export function writeAtom({ id, title, home, links, updated, entries }: Feed): string {
  return [
    '<?xml version="1.0" encoding="utf-8"?>',
    '<feed xmlns="http://www.w3.org/2005/Atom">',
    `<id>${id}</id>`,
    `<title>${escapeXml(title)}</title>`,
    `<updated>${writeTime(updated)}</updated>`,
    `<author><name>${escapeXml(title)}</name></author>`,
    '<generator>Sic</generator>',
    `<link rel="alternate" type="text/html" href="${escapeXml(home)}"/>`,
    ...links.map(({ rel, href }) => `<link rel="${rel}" href="${escapeXml(href)}"/>`),
    ...entries.map(writeEntry),
    '</feed>',
    '',
  ].join('\n');
}

function writeEntry(entry: FeedEntry): string {
  const language = entry.language === '' ? '' : ` xml:lang="${escapeXml(entry.language)}"`;
  const { article } = entry;
  return [
    '<entry>',
    `<id>${entry.id}</id>`,
    `<title${language}>${escapeXml(entry.title)}</title>`,
    `<published>${writeTime(entry.published)}</published>`,
    `<updated>${writeTime(entry.updated)}</updated>`,
    `<link rel="alternate" type="text/html" href="${escapeXml(entry.url)}"/>`,
    article === '' ? '' : `<link rel="related" type="text/html" href="${escapeXml(article)}"/>`,
    ...entry.tags.map((tag) => `<category term="${escapeXml(tag)}"/>`),
    `<content type="text"${language}>${escapeXml(entry.text)}</content>`,
    '</entry>',
  ].join('');
}

export function writeJsonFeed({ title, home, entries }: Feed): string {
  const items = entries.map((entry) => ({
    ...{ id: entry.id, url: entry.url },
    ...(entry.article === '' ? {} : { external_url: entry.article }),
    ...{ title: entry.title, content_text: entry.text, tags: entry.tags },
    ...{ date_published: writeTime(entry.published), date_modified: writeTime(entry.updated) },
    ...(entry.language === '' ? {} : { language: entry.language }),
  }));
  const version = 'https://jsonfeed.org/version/1.1';
  return JSON.stringify({ version, title, home_page_url: home, authors: [{ name: title }], items });
}

/** Text as XML has it, in an element or an attribute: what is no character of XML 1.0 (section 2.2) is left out. */
export function escapeXml(text: string): string {
  return text
    .toWellFormed()
    .replace(/[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]/gu, '')
    .replace(/[<>&"'\t\n\r]/g, (sign) =>
      // A line end is kept as it is between tags; in an attribute it would be a space.
      sign === '\n' ? sign : `&#${sign.charCodeAt(0)};`,
    );
}

/** The same for the same parts, whoever asks. */
export function writeId(parts: readonly string[]): string {
  return `urn:uuid:${v5(JSON.stringify(parts), NAMESPACE)}`;
}

/** RFC 3339, which both kinds of feed ask for. */
function writeTime(time: number): string {
  return new Date(time).toISOString();
}

/** @returns the address as URLs are written; '' for what is none of the web's */
export function readWebAddress(text: string): string {
  return /^https?:\/\//i.test(text) && URL.canParse(text) ? new URL(text).href : '';
}

/** @returns a BCP 47 tag as it is, as far as its shape goes; '' for what is none */
export function readTag(language: string): string {
  return LANGUAGE.test(language) ? language : '';
}

/**
 * The log of corrections as a newspaper's readers see it: plain HTML, without scripts. Whatever readers or editors wrote is
 * text here, escaped in one place.
 */
import { formatNoteDay } from '../../model/attribution/note-day.ts';
import { escapeHtml } from '../../model/escape-html.ts';
import { LANGUAGES } from '../../model/languages.ts';
import { clip, tidyLine } from '../notices/tidy-words.ts';
import {
  type Correction,
  type CorrectionLog,
  composeLinkedData,
  composeLogUrl,
} from './compose-corrections.ts';
import { CORRECTIONS_STYLE } from './corrections-style.ts';

/** Signs of an article's address that are shown. */
const ADDRESS = 120;

export function writeCorrectionsPage(log: CorrectionLog): string {
  const { site, words, after, next, corrections } = log;
  const title = escapeHtml(`${words.title}: ${site}`);
  const lead = escapeHtml(words.lead).replace(
    '{site}',
    () => `<a href="https://${escapeHtml(site)}/"><bdi>${escapeHtml(site)}</bdi></a>`,
  );
  const items = corrections.map((one) => writeItem(one, log));
  return [
    '<!doctype html>',
    `<html lang="${words.language}" dir="${words.direction}">`,
    '<head>',
    '<meta charset="utf-8">',
    '<meta name="viewport" content="width=device-width, initial-scale=1">',
    `<title>${title}</title>`,
    `<meta name="description" content="${escapeHtml(words.lead.replace('{site}', () => site))}">`,
    ...writeHeadLinks(log),
    `<style>${CORRECTIONS_STYLE}</style>`,
    `<script type="application/ld+json">${writeData(log)}</script>`,
    '</head>',
    '<body>',
    `<header><h1>${escapeHtml(words.title)}</h1><p>${lead}</p></header>`,
    '<main>',
    items.length === 0
      ? `<p class="none">${escapeHtml(words.none)}</p>`
      : `<ol>\n${items.join('\n')}\n</ol>`,
    after === '' && next === null ? '' : writePageLinks(log),
    '</main>',
    writeFooter(log),
    '</body>',
    '</html>',
    '',
  ].join('\n');
}

function writeHeadLinks(log: CorrectionLog): string[] {
  const { words, after } = log;
  const link = (rel: string, href: string, more = '') =>
    `<link rel="${rel}" href="${escapeHtml(href)}"${more}>`;
  const plain = { ...log, lang: '' };
  return [
    link('canonical', composeLogUrl(log, '', after)),
    link(
      'alternate',
      composeLogUrl(log, '.atom'),
      ` type="application/atom+xml" title="${escapeHtml(words.title)}"`,
    ),
    link('alternate', composeLogUrl(log, '.json', after), ' type="application/ld+json"'),
    ...LANGUAGES.map(({ tag }) =>
      link('alternate', composeLogUrl({ ...log, lang: tag }, '', after), ` hreflang="${tag}"`),
    ),
    link('alternate', composeLogUrl(plain, '', after), ' hreflang="x-default"'),
  ];
}

/** A data block, which is no script and never run; nothing in it can end it. */
function writeData(log: CorrectionLog): string {
  return JSON.stringify(composeLinkedData(log)).replaceAll('<', '\\u003c');
}

function writeItem(one: Correction, { words }: CorrectionLog): string {
  const date = new Date(one.at).toISOString();
  const day = escapeHtml(formatNoteDay(date, words.language));
  const lang = `lang="${escapeHtml(one.language)}"`;
  const line = (name: string, label: string, tag: string, text: string) =>
    text === ''
      ? ''
      : `<div class="${name}"><dt>${escapeHtml(label)}</dt>` +
        `<dd ${lang}><${tag} dir="auto">${escapeHtml(text)}</${tag}></dd></div>`;
  const change =
    line('was', words.was, 'del', one.exact) + line('now', words.now, 'ins', one.correction);
  return [
    '<li><article>',
    `<h2><time datetime="${date}">${day}</time></h2>`,
    one.article === ''
      ? ''
      : `<p class="source"><a href="${escapeHtml(one.article)}"><bdi dir="ltr">${escapeHtml(nameAddress(one.article))}</bdi></a></p>`,
    change === '' ? '' : `<dl class="change">${change}</dl>`,
    `<p class="note" ${lang} dir="auto">${escapeHtml(one.text)}</p>`,
    '</article></li>',
  ].join('');
}

function writePageLinks(log: CorrectionLog): string {
  const { words, after, next } = log;
  const link = (href: string, label: string, more = '') =>
    `<a href="${escapeHtml(href)}"${more}>${escapeHtml(label)}</a>`;
  return [
    `<nav class="pages" aria-label="${escapeHtml(words.title)}">`,
    after === '' ? '' : link(composeLogUrl(log, ''), words.newest),
    next === null ? '' : link(composeLogUrl(log, '', next), words.older, ' rel="next"'),
    '</nav>',
  ].join('');
}

function writeFooter(log: CorrectionLog): string {
  const { words, after } = log;
  const forms = [
    ['.atom', 'Atom'],
    ['.json', 'JSON-LD'],
  ] as const;
  const links = forms.map(
    ([ending, name]) => `<li><a href="${escapeHtml(composeLogUrl(log, ending))}">${name}</a></li>`,
  );
  const languages = LANGUAGES.map(({ tag, name }) => {
    const named = `lang="${tag}" dir="${tag === 'ar' ? 'rtl' : 'ltr'}"`;
    if (tag === words.language) return `<li><span ${named} aria-current="true">${name}</span></li>`;
    const href = escapeHtml(composeLogUrl({ ...log, lang: tag }, '', after));
    return `<li><a href="${href}" hreflang="${tag}" ${named}>${name}</a></li>`;
  });
  return [
    '<footer>',
    `<section><h2>${escapeHtml(words.follow)}</h2><ul>${links.join('')}</ul></section>`,
    `<section><h2>${escapeHtml(words.languages)}</h2><ul>${languages.join('')}</ul></section>`,
    '</footer>',
  ].join('\n');
}

/** An address as people read it: without the scheme, unescaped where that can be shown. */
function nameAddress(url: string): string {
  const { host, pathname, search } = new URL(url);
  const rest = pathname === '/' && search === '' ? '' : pathname + search;
  let read = rest;
  try {
    read = decodeURI(rest);
  } catch {
    // It stays as it is written.
  }
  return clip(tidyLine(host + read), ADDRESS);
}

/**
 * Sites of other hosts for checks of reuse: articles that ask for links, and a page that has taken something from each. All
 * hosts are answered by one server, which the browser has as its proxy.
 */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, beforeEach } from 'vitest';
import type { CopyRow } from '../../src/platform/database.ts';
import { startEditorEndpoint } from '../drivers/editor-endpoint.ts';
import { startSite } from '../drivers/site.ts';
import { startDriver } from '../drivers/start-driver.ts';
import { waitUntil } from '../drivers/wait.ts';
import { readRows } from './outbox-rows.ts';
import {
  browserName,
  copy,
  extensionFolder,
  FIXTURES,
  openArticle,
  type Session,
} from './session.ts';

const TEMPLATE = readFileSync(join(FIXTURES, 'article.html'), 'utf8');
const VOWELS = 'aeiou';

/** How the reusing page has each source: the link that stands with its passage. */
export const SOURCES = {
  linked: 'river.example',
  missing: 'valley.example',
  home: 'harbour.example',
  nofollow: 'meadow.example',
} as const;
export type SourceName = keyof typeof SOURCES;
export const SOURCE_NAMES = Object.keys(SOURCES) as SourceName[];

export const nameArticle = (source: SourceName) => `http://${SOURCES[source]}/story.html`;

/** A text of its own for each source, as long as the template's. */
function turnVowels(text: string, by: number): string {
  return text.replace(/[aeiou]/g, (vowel) => VOWELS[(VOWELS.indexOf(vowel) + by) % 5] ?? vowel);
}

export function readPassage(source: SourceName): string {
  const [, text = ''] = /<p id="p2">([^<]+)</.exec(TEMPLATE) ?? [];
  return turnVowels(text, SOURCE_NAMES.indexOf(source) + 1);
}

/** @param isSilent names no endpoint for reports */
export function writeArticle(source: SourceName, isSilent = false): string {
  const template = isSilent ? TEMPLATE.replace(/<link rel="http:[^>]+>/, '') : TEMPLATE;
  return template
    .replace(/(<p id="p[1-4]">)([^<]+)/g, (_, tag: string, text: string) => {
      return tag + turnVowels(text, SOURCE_NAMES.indexOf(source) + 1);
    })
    .replaceAll('{{origin}}/article.html', nameArticle(source))
    .replaceAll('Marrow Bridge Observer', `${SOURCES[source]} daily`)
    .replace(
      'When you use our materials, please set an active link to the source.',
      'Reprinting is allowed only with an active link to the article, open for indexing by search engines.',
    );
}

const LINKS: Record<SourceName, string> = {
  linked: `<a href="${nameArticle('linked')}">the river daily</a>`,
  missing: 'somebody',
  home: `<a href="http://${SOURCES.home}/">the harbour daily</a>`,
  nofollow: `<a href="${nameArticle('nofollow')}" rel="nofollow">the meadow daily</a>`,
};

/** The page that has taken a passage from each of these, and words of its own between them. */
export function writeReuse(sources: readonly SourceName[]): string {
  const passages = sources.map(
    (source) => `<p id="${source}">${readPassage(source)} As told by ${LINKS[source]}.</p>
      <p>What our own reporters saw in the ${source} streets that morning was another thing again,
      and it will take them all of next week to write it down as carefully as it deserves.</p>`,
  );
  return `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>What others say</title>
    <meta property="og:type" content="article"><meta name="author" content="Pia Lind">
    <meta property="article:published_time" content="2026-10-07T07:45:00+01:00"></head>
    <body><main><article><h1>What Others Say of Their Towers</h1>
    <p class="byline">By Pia Lind, 7 October 2026</p>
    <p id="innocent">Towers are spoken of in many towns this autumn, and hardly two of them are
    spoken of alike. We have looked at what the papers along the coast made of it, and at what they left out.</p>
    ${passages.join('\n')}
    </article></main></body></html>`;
}

export const REUSE = 'http://reuse.example/others.html';

/** A session whose browser finds these sites; emptied before each test. */
export function useReuseSession(): Session {
  const session = {} as Session;
  beforeAll(async () => {
    session.endpoint = await startEditorEndpoint();
    session.site = await startSite({ pages: {}, endpoint: session.endpoint.url });
    for (const source of SOURCE_NAMES)
      session.site.setPage(nameArticle(source), writeArticle(source));
    session.site.setPage(REUSE, writeReuse(SOURCE_NAMES));
    session.driver = await startDriver(browserName, {
      extension: extensionFolder,
      network: session.site.host,
      // A popup in a tab of its own may close itself, as one from the toolbar may.
      prefs: { 'dom.allow_scripts_to_close_windows': true },
    });
  });
  beforeEach(async () => {
    await session.driver.reset();
    session.endpoint.reset();
  });
  afterAll(async () => {
    await session.driver?.close();
    await session.site?.close();
    await session.endpoint?.close();
  });
  return session;
}

/** Copies the passage from each source, as a person does, until the ledger has them all. */
export async function copyFrom(
  session: Session,
  sources: readonly SourceName[],
): Promise<CopyRow[]> {
  let rows: CopyRow[] = [];
  for (const [index, source] of sources.entries()) {
    const page = await openArticle(session, nameArticle(source));
    await copy(session, page, '#p2');
    rows = await waitUntil(
      async () => {
        const known = await readRows<CopyRow>(session, 'copies');
        return known.length > index ? known : null;
      },
      { what: `the copy from ${source}` },
    );
    await page.close();
  }
  return rows;
}

/**
 * What the tests of reported mistakes in articles share: a newsroom with the real endpoint, an article whose
 * reports go there, and what a person sees and does of the places in it.
 */
import { randomBytes } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { FastifyInstance } from 'fastify';
import type { Page } from 'puppeteer-core';
import { afterAll, beforeAll, expect } from 'vitest';
import { createServer } from '../../src/endpoint/server.ts';
import { openStore, type Store } from '../../src/endpoint/store/database.ts';
import { composeAnnotation } from '../../src/model/report.ts';
import { waitInPage } from '../drivers/wait-in-page.ts';
import { openArticle, type Session } from './session.ts';

export const CARD = 'sic-placed';
export const BAR = 'sic-placed-bar';

export interface Newsroom {
  /** the endpoint's base, with a slash at its end */
  base: string;
  /** an editor's */
  token: string;
  /** what was asked of the endpoint, as `METHOD /path` */
  asked: string[];
  /** what decisions wait for before they are answered */
  held: Promise<void>;
}

/** Starts a newsroom for the tests of a file. */
export function useNewsroom(): Newsroom {
  const newsroom: Newsroom = { base: '', token: '', asked: [], held: Promise.resolve() };
  let directory: string;
  let store: Store;
  let server: FastifyInstance;
  beforeAll(async () => {
    directory = await mkdtemp(join(tmpdir(), 'sic-placed-'));
    store = await openStore({ directory });
    server = createServer({ store, postsPerMinute: 10_000 });
    server.addHook('onRequest', async ({ method, url }) => {
      newsroom.asked.push(`${method} ${url}`);
      if (url.endsWith('/decisions')) await newsroom.held;
    });
    newsroom.base = `${await server.listen({ port: 0, host: '127.0.0.1' })}/`;
    const editor = { name: 'Ada', site: '127.0.0.1', at: Date.now() };
    ({ token: newsroom.token } = await store.tokens.addToken(editor));
  });
  afterAll(async () => {
    await server?.close();
    await store?.close();
    await rm(directory, { recursive: true, force: true });
  });
  return newsroom;
}

/** Serves the article, changed, at a path; its reports go to the newsroom. Gives the path. */
export async function setArticle(
  { site, endpoint }: Session,
  { base }: Newsroom,
  path: string,
  change: (html: string) => string = (html) => html,
): Promise<string> {
  const html = await (await fetch(`${site.origin}/article.html`)).text();
  const own = html
    .replaceAll(endpoint.url, `${base}annotations/`)
    .replaceAll('/article.html', path);
  site.setPage(path, change(own));
  return path;
}

/** What a reader reports from elsewhere. */
export interface Told {
  exact: string;
  prefix: string;
  suffix: string;
  correction?: string;
  comment?: string;
}

/** Another reader reports words of the article at a path; gives the report's canonical. */
export async function sendReport(
  { site }: Session,
  { base }: Newsroom,
  path: string,
  { exact, prefix, suffix, correction = '', comment = '' }: Told,
): Promise<string> {
  const hex = randomBytes(6).toString('hex');
  const canonical = `urn:uuid:01890000-0000-7000-8000-${hex}`;
  const annotation = composeAnnotation({
    ...{ canonical, correction, comment, kind: 'spelling' },
    ...{ source: `${site.origin}${path}`, scope: '', language: 'en', createdAt: Date.now() },
    selectors: [{ type: 'TextQuoteSelector', exact, prefix, suffix }],
  });
  const response = await fetch(`${base}annotations/`, {
    method: 'POST',
    headers: {
      'content-type': 'application/ld+json; profile="http://www.w3.org/ns/anno.jsonld"',
    },
    body: JSON.stringify(annotation),
  });
  expect(response.status).toBe(201);
  return canonical;
}

/** What the endpoint has of a report. */
export async function readReported(
  { base, token }: Newsroom,
  canonical: string,
): Promise<{ state: string; reason: string; sightings: { byEditor: boolean; readers: number } }> {
  const response = await fetch(`${base}api/reports/${encodeURIComponent(canonical)}`, {
    headers: { authorization: `Bearer ${token}` },
  });
  return (await response.json()) as Awaited<ReturnType<typeof readReported>>;
}

/** Signs the browser in as an editor. */
export async function signIn({ driver }: Session, { base, token }: Newsroom): Promise<void> {
  await driver.inExtension(
    async (editor) => {
      type Api = { storage: { local: { set(items: object): Promise<void> } } };
      const scope = globalThis as unknown as { browser?: Api; chrome: Api };
      await (scope.browser ?? scope.chrome).storage.local.set({ editor });
    },
    { endpoint: base.slice(0, -1), token, site: '127.0.0.1' },
  );
}

/** The words that a page shows as reported. */
export const readPlaced = (page: Page) =>
  page.evaluate(() => [...(CSS.highlights.get('sic-report') ?? [])].map(String));

/** Waits until these words, and no others, are shown as reported, in the order of the page. */
export const waitForPlaced = (page: Page, ...words: string[]) =>
  waitInPage(
    page,
    (wanted) =>
      JSON.stringify([...(CSS.highlights.get('sic-report') ?? [])].map(String)) === wanted,
    JSON.stringify(words),
  );

/** A press of a person on the first of these words in an element. */
export async function pressWords(page: Page, css: string, text: string): Promise<void> {
  await page.bringToFront();
  const at = await page.evaluate(
    (place, words) => {
      const element = document.querySelector(place) ?? document.body;
      const walker = document.createTreeWalker(element, NodeFilter.SHOW_TEXT);
      while (walker.nextNode()) {
        const node = walker.currentNode;
        const start = node.nodeValue?.indexOf(words) ?? -1;
        if (start < 0) continue;
        const range = document.createRange();
        range.setStart(node, start);
        range.setEnd(node, start + words.length);
        if (
          range.getBoundingClientRect().bottom > innerHeight ||
          range.getBoundingClientRect().top < 0
        ) {
          element.scrollIntoView({ block: 'center', behavior: 'instant' });
        }
        const [box] = range.getClientRects();
        return box === undefined ? null : { x: box.x + box.width / 2, y: box.y + box.height / 2 };
      }
      return null;
    },
    css,
    text,
  );
  if (at === null) throw new Error(`no “${text}” in ${css}`);
  await page.mouse.click(at.x, at.y);
}

export async function waitForNone(page: Page, host: string): Promise<void> {
  await waitInPage(page, (name) => document.querySelector(name) === null, host);
}

/** A mistake in the first paragraph of the article. */
export const WHEEL = {
  exact: 'great wheel',
  prefix: 'since a storm broke its ',
  suffix: ' nine years ago',
  correction: 'large wheel',
};

/** Opens the article, changed perhaps, with that mistake reported and shown. */
export async function openReported(
  session: Session,
  newsroom: Newsroom,
  path: string,
  change?: (html: string) => string,
): Promise<{ page: Page; canonical: string }> {
  await setArticle(session, newsroom, path, change);
  const canonical = await sendReport(session, newsroom, path, WHEEL);
  const page = await openArticle(session, path);
  await waitForPlaced(page, 'great wheel');
  return { page, canonical };
}

/** Opens the card of that mistake, as a person does. */
export async function openCard({ driver }: Session, page: Page): Promise<void> {
  await pressWords(page, '#p1', 'great');
  await driver.waitForShadow(page, CARD, '[role="dialog"]');
}

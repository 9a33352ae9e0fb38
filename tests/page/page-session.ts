/**
 * What every test of the page module starts from: one browser, one page of a loopback site, and the built
 * module in it as `sic`. Documents are set as the body of that page, or parsed apart from it.
 */
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Page } from 'puppeteer-core';
import { afterAll, beforeAll, inject } from 'vitest';
import type { Source } from '../../src/model/source.ts';
import type * as sicPage from '../../src/page/sic-page.ts';
import type { Driver } from '../drivers/driver.ts';
import { type Site, type SiteOptions, startSite } from '../drivers/site.ts';
import { startDriver } from '../drivers/start-driver.ts';

declare global {
  /** the built page module, in the page */
  var sic: typeof sicPage;
}

const root = join(dirname(fileURLToPath(import.meta.url)), '../..');
export const browserName = inject('browserName');

export interface PageSession {
  driver: Driver;
  site: Site;
  /** an empty page with the module in it */
  page: Page;
}

/** A host that the site answers for in every browser of these tests. */
export const NEWS = 'http://news.example';

/** Where `readSourceOf` puts its documents unless told. */
export const URL_OF_STORY = `${NEWS}/2026/03/storm-over-the-bay`;

/** Starts a session for the tests of a file. */
export function usePageModule(options: SiteOptions = {}): PageSession {
  const module = { file: join(root, 'dist/page/sic-page.mjs'), type: 'text/javascript' };
  const session = {} as PageSession;
  beforeAll(async () => {
    session.site = await startSite({
      ...options,
      pages: {
        '/': '<!doctype html><title>blank</title><body></body>',
        '/sic-page.mjs': module,
        [`${NEWS}/sic-page.mjs`]: module,
        ...options.pages,
      },
    });
    session.driver = await startDriver(browserName, {
      extension: join(root, 'dist', browserName === 'chromium' ? 'chrome' : 'firefox'),
      network: session.site.host,
    });
    session.page = await openWithModule(session, '/');
  });
  afterAll(async () => {
    await session.driver?.close();
    await session.site?.close();
  });
  return session;
}

/** Opens a page of the site, or one of `NEWS`, with the module in it. */
export async function openWithModule({ driver, site }: PageSession, path: string): Promise<Page> {
  const page = await driver.newPage(new URL(path, site.origin).href);
  await loadModule(page);
  return page;
}

/** Puts a document at an address of `NEWS` and goes there, with the module in it. */
export async function visit({ page, site }: PageSession, url: string, html: string): Promise<void> {
  const { origin, pathname } = new URL(url);
  site.setPage(`${origin}${pathname}`, { body: html, type: 'text/html' });
  // From elsewhere: an address that differs in its fragment alone would not be loaded again.
  await page.goto('about:blank');
  await page.goto(url, { waitUntil: 'domcontentloaded' });
  await loadModule(page);
}

/** The source that the module reads of a document that stands at an address. */
export async function readSourceOf(
  session: PageSession,
  head: string,
  body = '',
  url = URL_OF_STORY,
): Promise<Source> {
  await visit(
    session,
    url,
    `<!doctype html><html lang="en"><head>${head}</head><body>${body}</body></html>`,
  );
  return session.page.evaluate(() => sic.readSource(document));
}

async function loadModule(page: Page): Promise<void> {
  // As text: the test runner would rewrite an import in a function.
  await page.evaluate(
    `import('${new URL(page.url()).origin}/sic-page.mjs').then((module) => { globalThis.sic = module; })`,
  );
}

/** Sets the page's body, and what of the document a case needs. */
export async function setBody(page: Page, html: string, lang = 'en'): Promise<void> {
  await page.evaluate(
    (body, language) => {
      document.documentElement.lang = language;
      document.body.innerHTML = body;
    },
    html,
    lang,
  );
}

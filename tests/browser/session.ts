/**
 * What every end-to-end test file starts from: one browser with the built extension, the fixture site, and
 * an editors' endpoint that can be made to fail; and the main job's steps as a reader does them.
 */
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Page } from 'puppeteer-core';
import { afterAll, beforeAll, beforeEach, inject } from 'vitest';
import { createSend } from '../../src/messages/send.ts';
import { type TabCommand, tabReplySchemas } from '../../src/messages/to-content.ts';
import type { Annotation, TextQuoteSelector } from '../../src/model/annotation.ts';
import { findQuoteSelector } from '../../src/model/report.ts';
import type { Clipboard, Driver, DriverOptions, Json, Place } from '../drivers/driver.ts';
import { type EditorEndpoint, startEditorEndpoint } from '../drivers/editor-endpoint.ts';
import { type Site, type SiteOptions, startSite } from '../drivers/site.ts';
import { startDriver } from '../drivers/start-driver.ts';
import { waitUntil } from '../drivers/wait.ts';
import { waitInPage } from '../drivers/wait-in-page.ts';

const root = join(dirname(fileURLToPath(import.meta.url)), '../..');
export const FIXTURES = join(root, 'tests/fixtures/pages');
export const browserName = inject('browserName');
export const extensionFolder = join(
  root,
  'dist',
  browserName === 'chromium' ? 'chrome' : 'firefox',
);

/** The review as the endpoint serves it. */
export const reviewFolder = join(root, 'dist/review');

/** A page's policy that forbids all that a policy can, for the header `content-security-policy`. */
export const STRICT_POLICY =
  "default-src 'none'; script-src 'none'; style-src 'none'; require-trusted-types-for 'script'; trusted-types 'none'";

export interface Session {
  driver: Driver;
  site: Site;
  endpoint: EditorEndpoint;
}

/** Starts a session for the tests of a file, and empties the extension and the endpoint before each. */
export function useSession(
  options: { site?: SiteOptions; driver?: Partial<DriverOptions> } = {},
): Session {
  const session = {} as Session;
  beforeAll(async () => {
    session.endpoint = await startEditorEndpoint();
    session.site = await startSite({
      root: FIXTURES,
      endpoint: session.endpoint.url,
      ...options.site,
    });
    session.driver = await startDriver(browserName, {
      extension: extensionFolder,
      ...options.driver,
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

/** Opens a page and waits until it is shown, with all that it loads. */
export async function openPage({ driver, site }: Session, path: string): Promise<Page> {
  const page = await driver.newPage(path.startsWith('http') ? path : `${site.origin}${path}`);
  // Images that come late would move what a test is about to click.
  await waitInPage(page, () => document.readyState === 'complete');
  // Firefox gives no keys to a page before its first frame.
  await page.evaluate(() => new Promise((resolve) => requestAnimationFrame(() => resolve(null))));
  return page;
}

/** Opens a page and waits until its source line stands, which is when copies carry the source. */
export async function openArticle(session: Session, path: string): Promise<Page> {
  const page = await openPage(session, path);
  await session.driver.waitForShadow(page, 'sic-source', 'a');
  return page;
}

/** Selects a place and presses the reader's chord; resolves when the dialog stands. */
export async function openDialog(session: Session, page: Page, place: Place): Promise<void> {
  await session.driver.selectText(page, place);
  await openDialogOnSelection(session, page);
}

/** Presses the reader's chord; resolves when the dialog stands and knows where it sends to. */
export async function openDialogOnSelection({ driver }: Session, page: Page): Promise<void> {
  await driver.chord(page, 'Control', 'Enter');
  await driver.waitForShadow(page, 'sic-dialog', '#correction');
  await driver.waitForShadow(page, 'sic-dialog', 'button[value="send"][aria-disabled="false"]');
}

/** Sends what the dialog holds; resolves when it says that it is saved. */
export async function sendDialog({ driver }: Session, page: Page): Promise<void> {
  await driver.clickInShadow(page, 'sic-dialog', 'button[value="send"]');
  await driver.waitForShadow(page, 'sic-dialog', '.status.saved');
}

/** Reports a place and resolves when the dialog says that it is saved. */
export async function report(
  session: Session,
  page: Page,
  place: Place,
  fields: { correction?: string; comment?: string } = {},
): Promise<void> {
  const { driver } = session;
  await openDialog(session, page, place);
  for (const [name, text] of Object.entries(fields)) {
    await driver.typeInShadow(page, 'sic-dialog', `#${name}`, text);
  }
  await sendDialog(session, page);
}

export async function closeDialog({ driver }: Session, page: Page): Promise<void> {
  await driver.clickInShadow(page, 'sic-dialog', 'button[value="close"]');
  // The dialog's close event, on which the rest follows, is a task of its own.
  await waitInPage(page, () => document.querySelector('sic-dialog') === null);
}

/** Copies a place as a reader does; gives both flavours. */
export async function copy({ driver }: Session, page: Page, place: Place): Promise<Clipboard> {
  await page.bringToFront();
  await driver.selectText(page, place);
  await driver.chord(page, 'Control', 'c');
  return driver.readClipboard();
}

/** Whether the extension takes a page for an article, asked as the popup asks: of the tab in front. */
export async function isTakenForArticle({ driver }: Session, page: Page): Promise<boolean> {
  const ask = () =>
    driver.inExtension(async () => {
      type Api = {
        tabs: {
          query(which: object): Promise<{ id?: number }[]>;
          sendMessage(tab: number, command: object, where: object): Promise<unknown>;
        };
      };
      const scope = globalThis as unknown as { browser?: Api; chrome: Api };
      const { tabs } = scope.browser ?? scope.chrome;
      const [tab] = await tabs.query({ active: true, currentWindow: true });
      return tabs.sendMessage(tab?.id ?? -1, { type: 'page/read' }, { frameId: 0 });
    });
  const send = createSend<TabCommand, typeof tabReplySchemas>(ask, tabReplySchemas);
  const what = `a verdict on ${page.url()}`;
  await page.bringToFront();
  const answer = await waitUntil(
    async () => {
      const given = await send({ type: 'page/read' });
      return given.ok ? given : null;
    },
    { what },
  );
  return answer.value.isArticle;
}

/**
 * Serves the article under `/elsewhere.html` with an endpoint of another site, which the reader is asked
 * about; gives the endpoint's address.
 */
export async function setArticleOfElsewhere({ endpoint, site }: Session): Promise<string> {
  const elsewhere = endpoint.url.replace('127.0.0.1', 'localhost');
  const html = await (await fetch(`${site.origin}/article.html`)).text();
  site.setPage('/elsewhere.html', html.replaceAll(endpoint.url, elsewhere));
  return elsewhere;
}

/** The text of the first element for a selector inside a host's closed shadow root. */
export function readShadowText(
  { driver }: Session,
  page: Page,
  host: string,
  css: string,
): Promise<string> {
  return driver.inShadow(
    page,
    host,
    (shadow, selector) => shadow.querySelector(selector)?.textContent ?? '',
    css,
  );
}

/** The parts of an annotation that say where it is meant. */
export function readQuote(annotation: Annotation | undefined): TextQuoteSelector {
  const quote = findQuoteSelector(annotation?.target.selector ?? []);
  if (quote === undefined) throw new Error('no quote in the annotation');
  return quote;
}

/** What the extension keeps in storage.local under a key, or null. */
export function readStored({ driver }: Session, key: string): Promise<Json> {
  return driver.inExtension(async (name) => {
    type Api = { storage: { local: { get(key: string): Promise<{ [key: string]: Json }> } } };
    const scope = globalThis as unknown as { browser?: Api; chrome: Api };
    return (await (scope.browser ?? scope.chrome).storage.local.get(name))[name] ?? null;
  }, key);
}

/** Writes settings as the options page does, and tells the open pages. */
export async function changeSettings(
  { driver }: Session,
  settings: { [key: string]: Json },
): Promise<void> {
  await driver.inExtension(async (value) => {
    type Api = { storage: { local: { set(items: object): Promise<void> } } };
    const scope = globalThis as unknown as { browser?: Api; chrome: Api };
    await (scope.browser ?? scope.chrome).storage.local.set({ settings: value });
  }, settings);
  await driver.sendMessage({ type: 'settings/changed' });
}

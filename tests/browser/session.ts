/**
 * What every end-to-end test file starts from: one browser with the built extension, the fixture site, and
 * an editors' endpoint that can be made to fail; and the main job's steps as a reader does them.
 */
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Page } from 'puppeteer-core';
import { afterAll, beforeAll, beforeEach, inject } from 'vitest';
import type { Annotation } from '../../src/model/annotation.ts';
import type { Driver, DriverOptions, Json, Place } from '../drivers/driver.ts';
import { type EditorEndpoint, startEditorEndpoint } from '../drivers/editor-endpoint.ts';
import { type Site, type SiteOptions, startSite } from '../drivers/site.ts';
import { startDriver } from '../drivers/start-driver.ts';
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

/** Opens a page and waits until its source line stands, which is when copies carry the source. */
export async function openArticle({ driver, site }: Session, path: string): Promise<Page> {
  const page = await driver.newPage(path.startsWith('http') ? path : `${site.origin}${path}`);
  // Images that come late would move what a test is about to click.
  await waitInPage(page, () => document.readyState === 'complete');
  await driver.waitForShadow(page, 'sic-source', 'a');
  return page;
}

/** Selects a place and presses the reader's chord; resolves when the dialog stands. */
export async function openDialog({ driver }: Session, page: Page, place: Place): Promise<void> {
  await driver.selectText(page, place);
  await driver.chord(page, 'Control', 'Enter');
  await driver.waitForShadow(page, 'sic-dialog', '#correction');
  await waitForReceiver(driver, page);
}

/** The dialog sends once it knows where to. */
export async function waitForReceiver(driver: Driver, page: Page): Promise<void> {
  await driver.waitForShadow(page, 'sic-dialog', 'button[value="send"][aria-disabled="false"]');
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
  await driver.clickInShadow(page, 'sic-dialog', 'button[value="send"]');
  await driver.waitForShadow(page, 'sic-dialog', '.status.saved');
}

export async function closeDialog({ driver }: Session, page: Page): Promise<void> {
  await driver.clickInShadow(page, 'sic-dialog', 'button[value="close"]');
  // The dialog's close event, on which the rest follows, is a task of its own.
  await waitInPage(page, () => document.querySelector('sic-dialog') === null);
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
export function readQuote(annotation: Annotation | undefined) {
  const quote = annotation?.target.selector.find(({ type }) => type === 'TextQuoteSelector');
  if (quote === undefined || !('exact' in quote)) throw new Error('no quote in the annotation');
  return quote as { exact: string; prefix: string; suffix: string };
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

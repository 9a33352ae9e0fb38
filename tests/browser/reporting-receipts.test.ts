/** What the editors decide, at a real endpoint, and how its reader learns of it. */
import { cp, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import type { IncomingHttpHeaders } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { FastifyInstance } from 'fastify';
import type { Page } from 'puppeteer-core';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { createServer } from '../../src/endpoint/server.ts';
import { openStore, type Store } from '../../src/endpoint/store/database.ts';
import english from '../../src/locales/en.json' with { type: 'json' };
import type { OutboxEntry } from '../../src/model/outbox-entry.ts';
import { createTranslate } from '../../src/model/translate.ts';
import type { Json } from '../drivers/driver.ts';
import { pause, waitUntil } from '../drivers/wait.ts';
import { waitForText } from './extension-pages.ts';
import { ageReceipts, readOutbox } from './outbox-rows.ts';
import {
  browserName,
  changeSettings,
  closeDialog,
  extensionFolder,
  openArticle,
  readShadowText,
  report,
  useSession,
} from './session.ts';

/** The extension with its optional permission given, which no test can do as a person would. */
async function copyWithNotifications(): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'sic-notifying-'));
  await cp(extensionFolder, folder, { recursive: true });
  const path = join(folder, 'manifest.json');
  const manifest = JSON.parse(await readFile(path, 'utf8'));
  const { optional_permissions: optional, ...rest } = manifest;
  await writeFile(
    path,
    JSON.stringify({ ...rest, permissions: [...rest.permissions, ...optional] }),
  );
  return folder;
}

const words = new Map(Object.entries(english));
const t = createTranslate((key) => words.get(key) ?? '', 'en');
const REPORTS = 'section[aria-labelledby="reports-heading"]';

const extension = await copyWithNotifications();
// A machine without a desktop has nothing that would show Firefox's notifications, but Firefox itself.
const session = useSession({ driver: { extension, prefs: { 'alerts.useSystemBackend': false } } });
const asked: { method: string; url: string; headers: IncomingHttpHeaders }[] = [];
let directory: string;
let store: Store;
let server: FastifyInstance;
/** the endpoint's base, with a slash at its end */
let base: string;
let host: string;
let token: string;
let page: Page;

beforeAll(async () => {
  directory = await mkdtemp(join(tmpdir(), 'sic-receipts-'));
  store = await openStore({ directory });
  server = createServer({ store, postsPerMinute: 10_000 });
  server.addHook('onRequest', async ({ method, url, headers }) => {
    asked.push({ method, url, headers });
  });
  base = `${await server.listen({ port: 0, host: '127.0.0.1' })}/`;
  host = new URL(base).host;
  ({ token } = await store.tokens.addToken({ name: 'Ada', site: '127.0.0.1', at: Date.now() }));
  const html = await (await fetch(`${session.site.origin}/article.html`)).text();
  session.site.setPage(
    '/received.html',
    html.replaceAll(session.endpoint.url, `${base}annotations/`),
  );
  page = await openArticle(session, '/received.html');
});
afterAll(async () => {
  await server?.close();
  await store?.close();
  for (const folder of [directory, extension]) await rm(folder, { recursive: true, force: true });
});
beforeEach(async () => {
  await page.bringToFront();
  asked.length = 0;
});

const listReceiptReads = () => asked.filter(({ url }) => url.startsWith('/receipts/'));

/** Reports words of the article; gives the outbox's entry once its receipt has been read. */
async function sendReport(css: string, text: string): Promise<OutboxEntry> {
  await report(session, page, { css, text }, { correction: `${text}, rather` });
  const entry = await waitUntil(
    async () => (await readOutbox(session)).find(({ receipt }) => receipt !== null),
    { what: 'a receipt' },
  );
  return entry;
}

/** Decides about a report as an editor's program does. */
async function decide(canonical: string, state: string, reason = ''): Promise<void> {
  const url = `${base}api/reports/${encodeURIComponent(canonical)}`;
  const headers = { authorization: `Bearer ${token}` };
  const version = (await fetch(url, { headers })).headers.get('etag') ?? '';
  const decided = await fetch(`${url}/decisions`, {
    method: 'POST',
    headers: { ...headers, 'content-type': 'application/json', 'if-match': version },
    body: JSON.stringify({ state, reason }),
  });
  expect(decided.status).toBe(200);
}

/** Has the extension ask again, as it does when the popup is opened after a while. */
async function refreshLater(): Promise<void> {
  await ageReceipts(session, 10 * 60_000);
  await session.driver.sendMessage({ type: 'receipts/refresh' });
}

async function waitForReceipt(canonical: string, wanted: Partial<OutboxEntry['receipt']>) {
  const look = async () => {
    const { receipt } =
      (await readOutbox(session)).find((one) => one.canonical === canonical) ?? {};
    return Object.entries(wanted ?? {}).every(
      ([name, value]) => receipt != null && Reflect.get(receipt, name) === value,
    );
  };
  await waitUntil(look, { what: `a receipt with ${JSON.stringify(wanted)}` });
}

const openPopup = async () => {
  const popup = await session.driver.openExtensionPage('/pages/popup/index.html');
  await popup.waitForSelector(`${REPORTS} li`);
  return popup;
};

/** The notifications of the extension that the browser shows now. */
function listNotifications(): Promise<Json> {
  return session.driver.inExtension(async () => {
    type Api = { notifications?: { getAll(): Promise<{ [id: string]: Json }> } };
    const scope = globalThis as unknown as { browser?: Api; chrome: Api };
    const { notifications } = scope.browser ?? scope.chrome;
    return notifications === undefined ? null : Object.keys(await notifications.getAll());
  });
}

/** Clicks the notification about a report; resolves when that has led to the article. */
async function clickNotification(id: string): Promise<void> {
  const { browser } = session.driver;
  const target = await browser.waitForTarget((one) => one.type() === 'service_worker');
  await (await target.worker())?.evaluate((name) => {
    type Api = { notifications: { onClicked: { dispatch(id: string): void } } };
    (globalThis as unknown as { chrome: Api }).chrome.notifications.onClicked.dispatch(name);
  }, id);
  const opened = await browser.waitForTarget(
    (one) => one.url().endsWith('/received.html') && one !== page.target(),
  );
  await (await opened.page())?.close();
  expect(await listNotifications()).toEqual([]);
}

describe('a reader whose report is accepted', () => {
  it('sees so in the popup while it is open, and that it was fixed; and is notified of that', async () => {
    await changeSettings(session, { reporting: { notifyFixed: true } });
    const { canonical } = await sendReport('#p3', 'learned the trade');
    await closeDialog(session, page);
    const popup = await openPopup();
    await waitForText(popup, REPORTS, t('deliverySent', { host }));
    await decide(canonical, 'accepted', 'Well seen.');
    await refreshLater();
    await waitForText(popup, REPORTS, t('receiptAccepted', { host }));
    await waitForText(popup, REPORTS, t('deliveryReason', { reason: 'Well seen.' }));
    expect(await listNotifications()).toEqual([]);
    await decide(canonical, 'fixed');
    await refreshLater();
    await waitForText(popup, REPORTS, t('receiptFixed', { host }));
    await waitUntil(async () => JSON.stringify(await listNotifications()).includes(canonical), {
      what: 'a notification',
    });
    expect(await session.driver.axe(popup)).toEqual([]);
    await popup.close();
    // Only Chromium lets it be clicked without a desktop.
    if (browserName === 'chromium') await clickNotification(canonical);
  });

  it('is not asked about more than once a minute', async () => {
    await sendReport('#p4', 'fears for the sleep');
    await closeDialog(session, page);
    const before = listReceiptReads().length;
    for (let turn = 0; turn < 3; turn += 1) {
      await session.driver.sendMessage({ type: 'receipts/refresh' });
    }
    await pause(500);
    expect(listReceiptReads()).toHaveLength(before);
    await refreshLater();
    await waitUntil(() => listReceiptReads().length > before, { what: 'another question' });
  });
});

describe('a reader whose report is not accepted', () => {
  it('is told why, and asks no more', async () => {
    const { canonical } = await sendReport('#p3', 'wrote down the state');
    await closeDialog(session, page);
    await decide(canonical, 'rejected', 'It is meant so.');
    await refreshLater();
    await waitForReceipt(canonical, { state: 'rejected', reason: 'It is meant so.' });
    const popup = await openPopup();
    await waitForText(popup, REPORTS, t('receiptRejected', { host }));
    await waitForText(popup, REPORTS, t('deliveryReason', { reason: 'It is meant so.' }));
    const before = listReceiptReads().length;
    await refreshLater();
    await pause(500);
    expect(listReceiptReads()).toHaveLength(before);
    await popup.close();
  });

  it('learns no more than that where it was taken for spam', async () => {
    const { canonical } = await sendReport('#p3', 'bought the ink');
    await closeDialog(session, page);
    await decide(canonical, 'spam', 'the same nonsense again');
    await refreshLater();
    await waitForReceipt(canonical, { state: 'rejected', reason: '' });
    const popup = await openPopup();
    await waitForText(popup, REPORTS, t('receiptRejected', { host }));
    expect(await popup.$eval(REPORTS, (one) => one.textContent)).not.toMatch(/spam|nonsense/);
    await popup.close();
  });
});

describe('readers of the same words', () => {
  it('are told how many others saw it', async () => {
    await sendReport('#p5', 'ropes, oil and lamps');
    await closeDialog(session, page);
    // Nothing is left that tells the next reader from another one.
    await session.driver.reset();
    const { annotation, canonical } = await sendReport('#p5', 'ropes, oil and lamps');
    const said = () => readShadowText(session, page, 'sic-dialog', '#status');
    await waitUntil(async () => (await said()).includes(t('receiptKnown', { count: 1 })), {
      what: 'the other reader',
    });
    await closeDialog(session, page);
    await waitForReceipt(canonical, { state: 'new', readers: 2 });
    const third = { ...annotation, canonical: canonical.replace(/.{12}$/, '0123456789ab') };
    const posted = await fetch(`${base}annotations/`, {
      method: 'POST',
      headers: { 'content-type': 'application/ld+json' },
      body: JSON.stringify(third),
    });
    expect(posted.status).toBe(201);
    const popup = await openPopup();
    await refreshLater();
    await waitForText(popup, REPORTS, t('receiptKnown', { count: 2 }));
    await popup.close();
  });
});

describe('a question about a receipt', () => {
  it('says nothing of who asks', async () => {
    await page.evaluate(() => {
      // biome-ignore lint/suspicious/noDocumentCookie: Firefox on plain http has no cookieStore
      document.cookie = 'reader=known; path=/';
    });
    // Cookies know no ports: a request with credentials brings this one to the endpoint.
    const askWithCredentials = async (url: string) => {
      // The endpoint keeps its answers from other sites' eyes; the question has come in by then.
      await fetch(url, { mode: 'no-cors', credentials: 'include' }).catch(() => undefined);
    };
    await page.evaluate(askWithCredentials, `${base}receipts/control`);
    await session.driver.inExtension(askWithCredentials, `${base}receipts/control`);
    for (const { headers } of listReceiptReads()) expect(headers.cookie).toBe('reader=known');
    expect(listReceiptReads()).toHaveLength(2);
    asked.length = 0;
    await sendReport('#p8', 'in the middle of the night');
    await closeDialog(session, page);
    await refreshLater();
    await waitUntil(() => listReceiptReads().length > 1, { what: 'two questions' });
    for (const { method, headers } of listReceiptReads()) {
      expect(method).toBe('GET');
      expect(headers).not.toHaveProperty('cookie');
      expect(headers).not.toHaveProperty('referer');
      expect(headers).not.toHaveProperty('authorization');
      expect(headers).not.toHaveProperty('if-none-match');
      // Chromium's is the same in every installation, Firefox's is not.
      expect(String(headers.origin ?? '')).not.toMatch(/^moz-extension:/);
    }
    await page.evaluate(() => {
      // biome-ignore lint/suspicious/noDocumentCookie: as above
      document.cookie = 'reader=; path=/; max-age=0';
    });
  });
});

/**
 * Every way in which a delivery can end: what the dialog says of it while it stands, and what the outbox has.
 */
import type { Page } from 'puppeteer-core';
import { afterAll, beforeEach, describe, expect, it } from 'vitest';
import english from '../../src/locales/en.json' with { type: 'json' };
import type { StoredDraft } from '../../src/model/draft.ts';
import { createTranslate } from '../../src/model/translate.ts';
import type { Place } from '../drivers/driver.ts';
import { pause, waitUntil } from '../drivers/wait.ts';
import { failStorage } from './fail-storage.ts';
import { readOutbox, readRows, ringAlarm, waitForDelivery } from './outbox-rows.ts';
import {
  closeDialog,
  openArticle,
  openDialog,
  readQuote,
  readShadowText,
  report,
  sendDialog,
  useSession,
} from './session.ts';

const session = useSession();
const words = new Map(Object.entries(english));
const t = createTranslate((key) => words.get(key) ?? '', 'en');
const BROKEN: Place = { css: '#p2', text: 'measured every tooth' };
/** The one article that all of this happens on. */
let page: Page;
let host: string;

beforeEach(async () => {
  host = new URL(session.endpoint.origin).host;
  page ??= await openArticle(session, '/article.html');
  // What an earlier test left goes.
  const isLeft = () => document.querySelector('sic-dialog, sic-marks') !== null;
  if (!page.url().endsWith('/article.html') || (await page.evaluate(isLeft))) {
    await page.close();
    page = await openArticle(session, '/article.html');
  }
});
afterAll(() => page?.close());

const readStatus = () => readShadowText(session, page, 'sic-dialog', '#status');
const readNext = () => readShadowText(session, page, 'sic-dialog', '.next');

async function waitForStatus(...parts: string[]): Promise<string> {
  let last = '';
  const look = async () => {
    last = await readStatus();
    return parts.every((part) => last.includes(part)) ? last : null;
  };
  return waitUntil(look, { every: 50 }).catch(() => {
    throw new Error(`the dialog says "${last}", not "${parts.join('" and "')}"`);
  });
}

const reportHere = (place: Place = BROKEN) =>
  report(session, page, place, { correction: 'counted every tooth', comment: 'who measured it?' });

/** Has the one report sent again, as the popup's button does. */
async function retry(): Promise<void> {
  const [entry] = await readOutbox(session);
  await session.driver.sendMessage({ type: 'report/retry', canonical: entry?.canonical });
}

async function copyFromDialog(): Promise<string> {
  await session.driver.clickInShadow(page, 'sic-dialog', 'button[value="copy"]');
  await waitForStatus(t('dialogCopied'));
  const { plain } = await session.driver.readClipboard();
  await page.bringToFront();
  return plain;
}

// First of all: Chromium looks at the room there is once in a while only.
describe('a device without room', () => {
  it('says so, and neither the words nor the way to copy them are lost', async () => {
    const letGo = await failStorage(session.driver);
    try {
      await openDialog(session, page, BROKEN);
      await session.driver.typeInShadow(page, 'sic-dialog', '#comment', 'who measured it?');
      await session.driver.clickInShadow(page, 'sic-dialog', 'button[value="send"]');
      await waitForStatus(t('dialogStorageFull'));
      expect(session.endpoint.posts).toEqual([]);
      expect(await copyFromDialog()).toContain('who measured it?');
    } finally {
      await letGo();
    }
    expect(await readOutbox(session)).toEqual([]);
    await sendDialog(session, page);
    await waitForStatus(t('deliverySent', { host }));
    const [post] = await session.endpoint.waitForPosts(1);
    expect(post?.body).toContain('who measured it?');
    await closeDialog(session, page);
  });
});

describe('a report that is taken', () => {
  it('is said to be delivered, and who else reported the same', async () => {
    const { driver, endpoint } = session;
    await openDialog(session, page, BROKEN);
    await driver.typeInShadow(page, 'sic-dialog', '#correction', 'counted every tooth');
    const [draft] = await waitUntil(async () => {
      const drafts = await readRows<StoredDraft>(session, 'drafts');
      return drafts.length > 0 ? drafts : null;
    });
    endpoint.setReceipt(draft?.canonical ?? '', { readers: 4 });
    await sendDialog(session, page);
    await waitForStatus(t('deliverySent', { host }), t('receiptKnown', { count: 3 }));
    expect(await driver.axe(page, 'sic-dialog')).toEqual([]);
    expect(await readOutbox(session)).toMatchObject([
      { canonical: draft?.canonical, delivery: 'sent', receipt: { readers: 4 } },
    ]);
    expect(await readRows(session, 'drafts')).toEqual([]);
    await closeDialog(session, page);
  });

  it('is said to be delivered although its receipt cannot be read', async () => {
    session.endpoint.behaveReceipts({ status: 503 });
    await reportHere();
    await waitForStatus(t('deliverySent', { host }));
    await closeDialog(session, page);
  });

  it('is stored once, however often it is sent', async () => {
    const { driver, endpoint } = session;
    endpoint.behave('hang');
    await openDialog(session, page, BROKEN);
    await driver.chord(page, 'Control', 'Enter');
    await driver.chord(page, 'Control', 'Enter');
    await driver.waitForShadow(page, 'sic-dialog', '.status.saved');
    await driver.chord(page, 'Control', 'Enter');
    await endpoint.waitForPosts(1);
    await retry();
    await retry();
    endpoint.behave('accept');
    await driver.killBackground();
    await ringAlarm(session);
    await waitForStatus(t('deliverySent', { host }));
    expect(await readOutbox(session)).toHaveLength(1);
    expect(endpoint.stored.size).toBe(1);
    await closeDialog(session, page);
  });

  it('is delivered though the background dies as it says "saved"', async () => {
    await session.endpoint.goDown();
    await reportHere();
    await session.driver.killBackground();
    await session.endpoint.comeUp();
    await ringAlarm(session);
    // Where the first attempt was over before, the next is due in half a minute.
    if ((await readOutbox(session))[0]?.delivery === 'queued') await retry();
    await waitForStatus(t('deliverySent', { host }));
    expect(session.endpoint.stored.size).toBe(1);
    await closeDialog(session, page);
  });
});

describe('a report that waits', () => {
  it('is queued while the endpoint is down, and the dialog tells when it got there', async () => {
    const { driver, endpoint } = session;
    await endpoint.goDown();
    await reportHere();
    const [entry] = await waitForDelivery(session, 'queued');
    await waitForStatus(t('deliveryQueued', { host }));
    expect(await readNext()).toMatch(/^Next try/);
    expect(entry?.dueAt).toBeGreaterThan(entry?.updatedAt ?? 0);
    await driver.killBackground();
    await endpoint.comeUp();
    await retry();
    await waitForStatus(t('deliverySent', { host }));
    expect(await readNext()).toBe('');
    expect(endpoint.stored.size).toBe(1);
    await closeDialog(session, page);
  });

  it('is kept while there is no network, and goes out by itself when there is', async () => {
    const { driver, endpoint } = session;
    await driver.setOffline(true);
    try {
      await reportHere();
      await waitForDelivery(session, 'queued');
      await waitForStatus(t('deliveryQueued', { host }));
      expect(endpoint.posts).toEqual([]);
    } finally {
      await driver.setOffline(false);
    }
    await endpoint.waitForStored(1, { timeout: 50_000 });
    await waitForDelivery(session, 'sent');
    await closeDialog(session, page);
  });

  it('says that the endpoint asks to wait, and when it is tried again', async () => {
    session.endpoint.behaveOnce({ status: 429, retryAfter: 7_900 });
    await reportHere();
    await waitForStatus(t('deliveryLimited', { host }));
    expect(await readNext()).toBe('Next try in 2 hours.');
    await ringAlarm(session);
    await pause(500);
    expect(session.endpoint.posts).toHaveLength(1);
    await closeDialog(session, page);
  });

  it.each([
    ['is broken', { status: 500 }, '500'],
    ['is overloaded', { status: 503, retryAfter: 7_900 }, '503'],
    ['is a portal that says yes to all', { status: 200, body: '<html>Sign in</html>' }, '200'],
  ])('is queued where the endpoint %s', async (_, behaviour, reason) => {
    session.endpoint.behaveOnce(behaviour);
    await reportHere();
    const [entry] = await waitForDelivery(session, 'queued');
    expect(entry?.dueAt).toBeGreaterThan(entry?.updatedAt ?? 0);
    await waitForStatus(t('deliveryQueued', { host }), reason);
    expect(await readNext()).toMatch('retryAfter' in behaviour ? /in 2 hours/ : /^Next try/);
    await retry();
    await waitForStatus(t('deliverySent', { host }));
    await closeDialog(session, page);
  });

  it('is not carried on to where the endpoint redirects', async () => {
    const { endpoint, site } = session;
    const html = await (await fetch(`${site.origin}/article.html`)).text();
    site.setPage('/moved', { status: 307, headers: { location: endpoint.url } });
    site.setPage('/moved.html', html.replaceAll(endpoint.url, `${site.origin}/moved`));
    await page.goto(`${site.origin}/moved.html`);
    await session.driver.waitForShadow(page, 'sic-source', 'a');
    await reportHere();
    await waitForDelivery(session, 'queued');
    await waitForStatus(t('deliveryQueued', { host: site.host }), 'redirect');
    expect(endpoint.posts).toEqual([]);
  });

  it('is said to be on its way while nobody answers, also when the background has died of it', async () => {
    const { driver, endpoint } = session;
    endpoint.behave('hang');
    await reportHere();
    await endpoint.waitForPosts(1);
    await waitForStatus(t('deliverySending', { host }));
    await driver.killBackground();
    expect(await readOutbox(session)).toMatchObject([{ delivery: 'sending' }]);
    endpoint.behave('accept');
    await ringAlarm(session);
    await waitForStatus(t('deliverySent', { host }));
    expect(endpoint.stored.size).toBe(1);
    await closeDialog(session, page);
  });
});

describe('a report that is refused', () => {
  it.each([400, 403, 404, 413, 422])('says so and why: %i', async (status) => {
    const detail = `No report of this kind, says ${status}.`;
    session.endpoint.behaveOnce({ status, body: JSON.stringify({ type: 'about:blank', detail }) });
    await reportHere();
    await waitForStatus(t('deliveryRefused', { host }), detail);
    const [entry] = await waitForDelivery(session, 'refused');
    expect(entry).toMatchObject({ reason: `${status}: ${detail}` });
    expect(entry?.dueAt).toBeUndefined();
    await closeDialog(session, page);
  });

  it('can be copied, and sent again, while the dialog stands', async () => {
    session.endpoint.behaveOnce({ status: 403 });
    await reportHere();
    await waitForStatus(t('deliveryRefused', { host }), '403');
    expect(await session.driver.axe(page, 'sic-dialog')).toEqual([]);
    const copied = await copyFromDialog();
    for (const part of ['measured every tooth', 'counted every tooth', 'who measured it?']) {
      expect(copied).toContain(part);
    }
    await session.driver.clickInShadow(page, 'sic-dialog', 'button[value="retry"]');
    await waitForStatus(t('deliverySent', { host }));
    await closeDialog(session, page);
  });

  it('does not hold up those that are sent with it, and alone is copied', async () => {
    const { driver, endpoint } = session;
    for (const text of ['Two smiths', 'pear wood']) {
      await openDialog(session, page, { css: '#p2', text });
      await driver.clickInShadow(page, 'sic-dialog', 'button[value="mark"]');
      await driver.waitForShadow(page, 'sic-marks', 'button');
    }
    const detail = 'Too many smiths.';
    endpoint.behaveOnce({ status: 422, body: JSON.stringify({ detail }) });
    await openDialog(session, page, BROKEN);
    await sendDialog(session, page);
    await waitForStatus(detail, '2 × ');
    expect(endpoint.stored.size).toBe(2);
    const entries = await readOutbox(session);
    expect(entries.map(({ delivery }) => delivery).sort()).toEqual(['refused', 'sent', 'sent']);
    const refused = endpoint.posts.find(({ status }) => status === 422)?.annotation;
    const quotes = ['Two smiths', 'pear wood', 'measured every tooth'];
    const { exact } = readQuote(refused);
    expect(await readStatus()).toContain(exact);
    const copied = await copyFromDialog();
    expect(quotes.filter((one) => copied.includes(`[${one}]`))).toEqual([exact]);
    await closeDialog(session, page);
  });
});

import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { type EditorEndpoint, startEditorEndpoint } from '../drivers/editor-endpoint.ts';
import { startSite } from '../drivers/site.ts';
import { startDriver } from '../drivers/start-driver.ts';
import { waitUntil } from '../drivers/wait.ts';
import {
  browserName,
  extensionFolder,
  FIXTURES,
  openArticle,
  report,
  type Session,
  useSession,
} from './session.ts';

const session = useSession();

interface Entry {
  canonical: string;
  delivery: string;
  attempts: number;
  reason: string | null;
}

/** The outbox as it lies on the disk, read past the extension's own code. */
function readOutbox({ driver }: Pick<Session, 'driver'>): Promise<Entry[]> {
  return driver.inExtension(
    () =>
      new Promise<Entry[]>((resolve, reject) => {
        const opening = indexedDB.open('sic');
        opening.onerror = () => reject(opening.error);
        opening.onsuccess = () => {
          const database = opening.result;
          const all = database.transaction('reports').objectStore('reports').getAll();
          all.onsuccess = () => {
            database.close();
            resolve(all.result as Entry[]);
          };
          all.onerror = () => reject(all.error);
        };
      }),
  ) as Promise<Entry[]>;
}

/** Has the alarm ring now rather than when it is due. */
function ringAlarm({ driver }: Session): Promise<void> {
  return driver.inExtension(() => {
    type Api = { alarms: { create(name: string, info: { when: number }): unknown } };
    const scope = globalThis as unknown as { browser?: Api; chrome: Api };
    (scope.browser ?? scope.chrome).alarms.create('deliver', { when: Date.now() + 50 });
  });
}

async function retryFirst(current: Session): Promise<void> {
  const [entry] = await readOutbox(current);
  if (entry === undefined) throw new Error('the outbox is empty');
  await current.driver.sendMessage({ type: 'report/retry', canonical: entry.canonical });
}

async function waitForDelivery(current: Session, delivery: string): Promise<Entry> {
  return waitUntil(
    async () => (await readOutbox(current)).find((entry) => entry.delivery === delivery),
    { what: `an entry that is ${delivery}` },
  );
}

describe('delivery', () => {
  it('says nothing of who sends: no cookies, no referrer, no origin of the installation', async () => {
    const { driver, endpoint } = session;
    const page = await openArticle(session, '/article.html');
    // Cookies know no ports: the endpoint has one of this reader, which a request with credentials brings.
    await page.evaluate(() => {
      // biome-ignore lint/suspicious/noDocumentCookie: Firefox on plain http has no cookieStore
      document.cookie = 'reader=known; path=/';
    });
    const postWithCredentials = async (url: string) => {
      await fetch(url, { method: 'POST', mode: 'no-cors', credentials: 'include', body: '-' });
    };
    await page.evaluate(postWithCredentials, endpoint.url);
    await driver.inExtension(postWithCredentials, endpoint.url);
    for (const { headers } of await endpoint.waitForPosts(2)) {
      expect(headers.cookie).toBe('reader=known');
    }
    endpoint.reset();
    await report(session, page, '#p2');
    const [post] = await endpoint.waitForPosts(1);
    expect(post?.annotation).toBeDefined();
    expect(post?.headers).not.toHaveProperty('cookie');
    expect(post?.headers).not.toHaveProperty('referer');
    // Chromium's is the same in every installation, Firefox's is not.
    expect(String(post?.headers.origin ?? '')).not.toMatch(/^moz-extension:/);
    await page.evaluate(() => {
      // biome-ignore lint/suspicious/noDocumentCookie: as above
      document.cookie = 'reader=; path=/; max-age=0';
    });
    await page.close();
  });

  it('is later, and once, when the endpoint was down', async () => {
    const { driver, endpoint } = session;
    await endpoint.goDown();
    const page = await openArticle(session, '/article.html');
    await report(session, page, '#p2');
    const entry = await waitUntil(
      async () =>
        (await readOutbox(session)).find((one) => one.delivery === 'queued' && one.attempts > 0),
      { what: 'a first attempt' },
    );
    expect(entry.reason).not.toBeNull();
    await endpoint.comeUp();
    await driver.sendMessage({ type: 'report/retry', canonical: entry.canonical });
    await endpoint.waitForStored(1);
    await waitForDelivery(session, 'sent');
    expect(endpoint.posts).toHaveLength(1);
    await page.close();
  });

  it('is by itself, at the alarm, after an endpoint came back', async () => {
    const { endpoint } = session;
    endpoint.behaveOnce({ status: 503 });
    const page = await openArticle(session, '/article.html');
    await report(session, page, '#p2');
    await waitForDelivery(session, 'queued');
    await session.driver.killBackground();
    // No hand is laid on it: the alarm that delivery set wakes the background about half a minute later.
    await endpoint.waitForStored(1, { timeout: 55_000 });
    await waitForDelivery(session, 'sent');
    await page.close();
  });

  it('is once, when the background is killed between "saved" and the acknowledgement', async () => {
    const { driver, endpoint } = session;
    endpoint.behave('hang');
    const page = await openArticle(session, '/article.html');
    await report(session, page, '#p3');
    await endpoint.waitForPosts(1);
    await driver.killBackground();
    expect(await readOutbox(session)).toMatchObject([{ delivery: 'sending' }]);
    endpoint.behave('accept');
    await ringAlarm(session);
    await endpoint.waitForStored(1);
    await waitForDelivery(session, 'sent');
    const canonicals = new Set(endpoint.posts.map((post) => post.annotation?.canonical));
    expect(canonicals.size).toBe(1);
    await page.close();
  });

  it('is once, when the endpoint stored it and the connection broke', async () => {
    const { endpoint } = session;
    endpoint.behaveOnce('store-then-drop');
    const page = await openArticle(session, '/article.html');
    await report(session, page, '#p3');
    await endpoint.waitForPosts(1);
    // Browsers repeat a request by themselves when a kept-alive connection breaks, so the report may be there already.
    await waitUntil(async () => (await readOutbox(session))[0]?.delivery !== 'sending', {
      what: 'the attempt to end',
    });
    await retryFirst(session);
    await waitForDelivery(session, 'sent');
    expect(endpoint.stored.size).toBe(1);
    await page.close();
  });

  it('waits while the browser is offline', async () => {
    const { driver, endpoint } = session;
    const page = await openArticle(session, '/article.html');
    await driver.setOffline(true);
    await report(session, page, '#p4');
    await waitUntil(async () => (await readOutbox(session))[0]?.attempts, {
      what: 'a first attempt',
    });
    expect(endpoint.posts).toEqual([]);
    await driver.setOffline(false);
    await retryFirst(session);
    await endpoint.waitForStored(1);
    await page.close();
  });

  it('takes a refusal as final and keeps its reason, and can be tried again', async () => {
    const { endpoint } = session;
    endpoint.behaveOnce({
      status: 403,
      body: JSON.stringify({ detail: 'readers of this site only' }),
    });
    const page = await openArticle(session, '/article.html');
    await report(session, page, '#p5');
    expect(await waitForDelivery(session, 'refused')).toMatchObject({
      reason: '403: readers of this site only',
    });
    await ringAlarm(session);
    await new Promise((resolve) => setTimeout(resolve, 500));
    expect(endpoint.posts).toHaveLength(1);
    await retryFirst(session);
    await waitForDelivery(session, 'sent');
    await page.close();
  });

  it('waits as long as the endpoint asks', async () => {
    const { endpoint } = session;
    endpoint.behaveOnce({ status: 429, retryAfter: 3600 });
    const page = await openArticle(session, '/article.html');
    await report(session, page, '#p5');
    await waitForDelivery(session, 'limited');
    await ringAlarm(session);
    await new Promise((resolve) => setTimeout(resolve, 500));
    expect(endpoint.posts).toHaveLength(1);
    await page.close();
  });

  it('does not take a portal that answers everything with 200 for an acknowledgement', async () => {
    const { endpoint } = session;
    endpoint.behaveOnce({
      status: 200,
      body: '<html>Please sign in to the train’s network</html>',
    });
    const page = await openArticle(session, '/article.html');
    await report(session, page, '#p5');
    await waitForDelivery(session, 'queued');
    await retryFirst(session);
    await waitForDelivery(session, 'sent');
    await page.close();
  });
});

describe('a clock that ran ahead', () => {
  it('does not put a report off for longer than any wait', async () => {
    const { driver, endpoint } = session;
    endpoint.behaveOnce({ status: 503 });
    const page = await openArticle(session, '/article.html');
    await report(session, page, '#p2');
    await waitUntil(async () => (await readOutbox(session))[0]?.reason, {
      what: 'a first attempt',
    });
    await driver.killBackground();
    await putOff(session, 400 * 24 * 3_600_000);
    await ringAlarm(session);
    await endpoint.waitForStored(1);
    await page.close();
  });
});

/** Has every report of the outbox wait for so long, in ms, as a wrong clock would. */
function putOff({ driver }: Session, wait: number): Promise<void> {
  return driver.inExtension(
    (time) =>
      new Promise<void>((resolve, reject) => {
        const opening = indexedDB.open('sic');
        opening.onerror = () => reject(opening.error);
        opening.onsuccess = () => {
          const database = opening.result;
          const transaction = database.transaction('reports', 'readwrite');
          const reports = transaction.objectStore('reports');
          const all = reports.getAll();
          all.onsuccess = () => {
            for (const entry of all.result) reports.put({ ...entry, dueAt: Date.now() + time });
          };
          transaction.oncomplete = () => {
            database.close();
            resolve();
          };
          transaction.onerror = () => reject(transaction.error);
        };
      }),
    wait,
  );
}

describe('a browser that is started again', () => {
  it('delivers what it had saved, once', async () => {
    const profile = await mkdtemp(join(tmpdir(), 'sic-profile-'));
    const endpoint: EditorEndpoint = await startEditorEndpoint();
    const site = await startSite({ root: FIXTURES, endpoint: endpoint.url });
    const options = { extension: extensionFolder, profile };
    try {
      endpoint.behave('hang');
      const first = await startDriver(browserName, options);
      const before = { driver: first, site, endpoint };
      const page = await openArticle(before, '/article.html');
      await report(before, page, '#p2');
      await endpoint.waitForPosts(1);
      await first.close();
      endpoint.behave('accept');
      const second = await startDriver(browserName, options);
      try {
        await endpoint.waitForStored(1, { timeout: 30_000 });
        await waitForDelivery({ driver: second, site, endpoint }, 'sent');
      } finally {
        await second.close();
      }
      expect(new Set(endpoint.posts.map((post) => post.annotation?.canonical)).size).toBe(1);
    } finally {
      await site.close();
      await endpoint.close();
      await rm(profile, { recursive: true, force: true });
    }
  });
});

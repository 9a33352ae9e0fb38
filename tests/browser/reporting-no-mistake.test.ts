/** What the editors have said is no mistake, said by the dialog before it is sent; and who learns what by that. */
import { mkdtemp } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'puppeteer-core';
import { beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { Place } from '../drivers/driver.ts';
import { waitUntil } from '../drivers/wait.ts';
import { waitInPage } from '../drivers/wait-in-page.ts';
import { clickButton, clickWhenThere, openOptions } from './extension-pages.ts';
import { readRows, waitForDelivery } from './outbox-rows.ts';
import { setArticle, useNewsroom } from './placed-newsroom.ts';
import {
  browserName,
  changeSettings,
  closeDialog,
  openArticle,
  openDialog,
  report,
  type Session,
  sendDialog,
  useSession,
} from './session.ts';

const session = useSession();
const newsroom = useNewsroom();
const DIALOG = 'sic-dialog';
const PATH = '/dismissed.html';
const LIST = 'GET /no-mistakes/127.0.0.1';

const PELL: Place = { css: '#p3', text: 'Osric Pell' };
const OTHER_PELL: Place = { css: '#caption', text: 'Osric Pell' };
const WINDING: Place = { css: '#p3', text: 'winding' };
const INK: Place = { css: '#p3', text: 'ink' };
const REASON = 'It is a name, and <b>not</b> a mistake.';

const PELL_SAID = `The editors say that “Osric Pell” is not a mistake: ${REASON}`;
const WINDING_SAID = 'The editors say that “winding” is not a mistake.';

async function dismiss(words: string, reason: string): Promise<void> {
  const response = await fetch(`${newsroom.base}api/dismissals`, {
    method: 'POST',
    headers: { authorization: `Bearer ${newsroom.token}`, 'content-type': 'application/json' },
    body: JSON.stringify({ words, reason }),
  });
  expect([200, 201]).toContain(response.status);
}

beforeAll(async () => {
  await setArticle(session, newsroom, PATH);
  await dismiss('Osric\u00a0Pell', REASON);
  await dismiss('winding', '');
});
beforeEach(() => {
  newsroom.asked.length = 0;
});

interface StoredList {
  service: string;
  site: string;
  checkedAt: number;
  items: unknown[];
}
const readLists = () => readRows<StoredList>(session, 'noMistakes');

/** What the dialog that stands says of no mistakes. */
const readSaid = (one: Session, page: Page) =>
  one.driver.inShadow(page, DIALOG, (root) =>
    [...root.querySelectorAll('.no-mistakes[role="status"] p')].map((p) =>
      (p.textContent ?? '').replace(/\s/g, ' '),
    ),
  );

async function waitForSaid(page: Page, ...said: string[]): Promise<void> {
  await waitUntil(async () => (await readSaid(session, page)).length === said.length, {
    what: `${said.length} sentences of the dialog`,
  });
  expect(await readSaid(session, page)).toEqual(said);
}

/** Opens an article from which a report has been delivered, after which the list is known. */
async function openKnown(): Promise<Page> {
  const page = await openArticle(session, PATH);
  await report(session, page, INK);
  await waitForDelivery(session, 'sent');
  await waitUntil(async () => (await readLists()).length === 1, { what: 'the list' });
  await closeDialog(session, page);
  return page;
}

describe('a dialog of words that the editors have said are no mistake', () => {
  it('says so with the reason, can be heard, and sends all the same', async () => {
    const { driver } = session;
    const page = await openKnown();
    await openDialog(session, page, PELL);
    await waitForSaid(page, PELL_SAID);
    expect(
      await driver.inShadow(page, DIALOG, (root) => ({
        markup: root.querySelectorAll('.no-mistakes b').length,
        focus: root.activeElement?.id ?? '',
      })),
    ).toEqual({ markup: 0, focus: 'correction' });
    expect(await driver.axe(page, DIALOG)).toEqual([]);
    await sendDialog(session, page);
    await waitForDelivery(session, 'sent', 2);
    await closeDialog(session, page);
    await openDialog(session, page, { css: '#p3', text: 'Osric' });
    expect(await readSaid(session, page)).toEqual([]);
    await page.close();
  });

  it('says it of each marked place, as long as it is to be sent', async () => {
    const { driver } = session;
    const page = await openKnown();
    for (const place of [PELL, WINDING]) {
      await openDialog(session, page, place);
      // What is marked already goes along.
      await waitForSaid(page, ...(place === PELL ? [] : [WINDING_SAID]), PELL_SAID);
      await driver.clickInShadow(page, DIALOG, 'button[value="mark"]');
      await waitInPage(page, () => document.querySelector('sic-dialog') === null);
    }
    await openDialog(session, page, OTHER_PELL);
    // The same words twice are said once.
    await waitForSaid(page, PELL_SAID, WINDING_SAID);
    await closeDialog(session, page);
    await driver.clickInShadow(page, 'sic-marks', 'button[value="send"]');
    await driver.waitForShadow(page, DIALOG, 'button[value="send"][aria-disabled="false"]');
    await waitForSaid(page, PELL_SAID, WINDING_SAID);
    expect(await driver.axe(page, DIALOG)).toEqual([]);
    await driver.clickInShadow(page, DIALOG, 'button[value^="remove:"]');
    await waitForSaid(page, WINDING_SAID);
    await page.close();
  });

  it.each([
    ['light', 1280, 800],
    ['dark', 1280, 800],
    ['narrow', 320, 640],
    ['from right to left', 400, 800],
  ] as const)('can be read and operated: %s', async (look, width, height) => {
    const { driver } = session;
    const isRtl = look === 'from right to left';
    if (isRtl) await changeSettings(session, { language: 'ar' });
    const page = await openKnown();
    await driver.setViewport(page, width, height);
    await driver.setDark(page, look === 'dark');
    await openDialog(session, page, PELL);
    await driver.waitForShadow(page, DIALOG, '.no-mistakes p');
    expect(
      await driver.inShadow(page, DIALOG, (root) => root.querySelector('dialog')?.dir ?? ''),
    ).toBe(isRtl ? 'rtl' : 'ltr');
    expect(await driver.axe(page, DIALOG)).toEqual([]);
    const overflow = await driver.inShadow(page, DIALOG, (root) => {
      const dialog = root.querySelector('dialog');
      return dialog === null ? -1 : dialog.scrollWidth - dialog.clientWidth;
    });
    expect(overflow).toBe(0);
    const folder = process.env['SIC_SCREENSHOTS'] ?? (await mkdtemp(join(tmpdir(), 'sic-look-')));
    await driver.screenshot(
      page,
      join(folder, `no-mistake-${browserName}-${look.replaceAll(' ', '-')}.png`),
    );
    await driver.setDark(page, false);
    await page.close();
  });
});

describe('the endpoint', () => {
  it('is asked for its list when it has a report, once, and never for words', async () => {
    const page = await openArticle(session, PATH);
    await openDialog(session, page, PELL);
    expect(await readSaid(session, page)).toEqual([]);
    expect(newsroom.asked).toEqual([]);
    await sendDialog(session, page);
    await waitUntil(() => newsroom.asked.includes(LIST), { what: 'the question for the list' });
    await closeDialog(session, page);
    await waitUntil(async () => (await readLists()).length === 1, { what: 'the list' });
    const posted = newsroom.asked.indexOf('POST /annotations/');
    expect(posted).toBeGreaterThanOrEqual(0);
    expect(newsroom.asked.indexOf(LIST)).toBeGreaterThan(posted);
    const before = newsroom.asked.length;
    await openDialog(session, page, WINDING);
    await waitForSaid(page, WINDING_SAID);
    expect(newsroom.asked.slice(before).filter((one) => !one.includes('/receipts/'))).toEqual([]);
    await sendDialog(session, page);
    await waitForDelivery(session, 'sent', 2);
    expect(newsroom.asked.filter((one) => one === LIST)).toHaveLength(1);
    expect(newsroom.asked.filter((one) => /Pell|winding/i.test(one))).toEqual([]);
    await page.close();
  });

  it('is asked anew after a day, when there is another report', async () => {
    const page = await openKnown();
    const [known] = await readLists();
    await session.driver.inExtension(
      (age) =>
        new Promise<void>((resolve, reject) => {
          const opening = indexedDB.open('sic');
          opening.onerror = () => reject(opening.error);
          opening.onsuccess = () => {
            const transaction = opening.result.transaction('noMistakes', 'readwrite');
            const lists = transaction.objectStore('noMistakes');
            const all = lists.getAll();
            all.onsuccess = () => {
              for (const list of all.result) {
                lists.put({ ...list, checkedAt: list.checkedAt - age });
                // As many as may be remembered, and each of them younger.
                for (let i = 0; i < 100; i += 1) {
                  lists.put({ ...list, site: `${i}.example`, checkedAt: list.checkedAt - i });
                }
              }
            };
            transaction.oncomplete = () => {
              opening.result.close();
              resolve();
            };
          };
        }),
      86_400_000,
    );
    expect(newsroom.asked.filter((one) => one === LIST)).toHaveLength(1);
    await report(session, page, WINDING);
    await waitUntil(() => newsroom.asked.filter((one) => one === LIST).length === 2, {
      what: 'another question for the list',
    });
    await waitUntil(async () => (await readLists()).length === 100, {
      what: 'no more than may be',
    });
    const lists = await readLists();
    const own = lists.find(({ site }) => site === '127.0.0.1');
    expect(own?.items).toEqual(known?.items);
    expect(own?.checkedAt).toBeGreaterThanOrEqual(known?.checkedAt ?? Number.NaN);
    // The one that was asked for longest ago is gone.
    expect(lists.map(({ site }) => site)).not.toContain('99.example');
    expect(lists.map(({ site }) => site)).toContain('98.example');
    await page.close();
  });

  it('is forgotten with the reports', async () => {
    const page = await openKnown();
    const options = await openOptions(session);
    await clickButton(options, 'Delete all reports');
    await clickWhenThere(options, 'dialog[open] button.danger');
    await waitUntil(async () => (await readLists()).length === 0, { what: 'no list' });
    await options.close();
    await openDialog(session, page, PELL);
    expect(await readSaid(session, page)).toEqual([]);
    await page.close();
  });
});

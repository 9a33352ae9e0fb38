/** What the popup has for those who report: the way in, and what became of what was reported. */
import { describe, expect, it } from 'vitest';
import { readSettings } from '../../src/model/settings.ts';
import type { Json } from '../drivers/driver.ts';
import { waitUntil } from '../drivers/wait.ts';
import {
  clickWhenThere,
  openPopup,
  putRows,
  reopenPopup,
  waitForPopupClosed,
  waitForText,
} from './extension-pages.ts';
import { changeSettings, openArticle, openPage, readStored, useSession } from './session.ts';

// A popup in a tab of its own may close itself, as one from the toolbar may.
const session = useSession({
  driver: { prefs: { 'dom.allow_scripts_to_close_windows': true } },
});
const NOW = Date.now();
const REPORTS = 'section[aria-labelledby="reports-heading"]';
const NATIVE = '.report-now [role="switch"]';

const nameCanonical = (nth: number) =>
  `urn:uuid:01890000-0000-7000-8000-${String(nth).padStart(12, '0')}`;

function makeReport(nth: number, facts: { [key: string]: Json }): Json {
  const canonical = nameCanonical(nth);
  const source = 'https://news.example/a';
  const created = new Date(NOW).toISOString();
  return {
    canonical,
    annotation: {
      '@context': 'http://www.w3.org/ns/anno.jsonld',
      type: 'Annotation',
      canonical,
      motivation: 'editing',
      created,
      body: [
        { type: 'TextualBody', purpose: 'editing', value: 'received', format: 'text/plain' },
        { type: 'TextualBody', purpose: 'commenting', value: 'i before e', format: 'text/plain' },
      ],
      target: {
        source,
        selector: [{ type: 'TextQuoteSelector', exact: 'recieved', prefix: '', suffix: '' }],
        state: { type: 'TimeState', sourceDate: created },
      },
    },
    page: { url: source, title: 'Rain in the valley' },
    ...{ service: 'https://editors.example/annotations/', native: null, delivery: 'sent' },
    ...{ attempts: 1, createdAt: NOW - nth, updatedAt: NOW, location: null, reason: null },
    ...{ receiptUrl: 'https://editors.example/receipts/x', receipt: null },
    ...facts,
  };
}

/** Waits until the settings hold these sites' own choices, and no other. */
async function waitForSites(sites: Record<string, string>): Promise<void> {
  const isSo = async () => {
    const { reporting } = readSettings(await readStored(session, 'settings'));
    return JSON.stringify(reporting.nativeSites) === JSON.stringify(sites);
  };
  await waitUntil(isSo, { what: `the choices ${JSON.stringify(sites)}` });
}

describe('reporting from the popup', () => {
  it('says in its place that nothing is selected, and stays', async () => {
    const article = await openArticle(session, '/article.html');
    const popup = await openPopup(session, article);
    await popup.bringToFront();
    await popup.focus('.report-now .primary');
    await popup.keyboard.press('Enter');
    await waitForText(popup, '.report-now [role="status"]', 'Select the words with the mistake');
    expect(popup.isClosed()).toBe(false);
    expect(await session.driver.axe(popup)).toEqual([]);
    await popup.close();
    await article.close();
  });

  it('opens the dialog on the page for what is selected there, and closes', async () => {
    const article = await openArticle(session, '/article.html');
    const popup = await openPopup(session, article);
    await article.bringToFront();
    await session.driver.selectText(article, '#p2');
    await popup.evaluate(() =>
      document.querySelector<HTMLButtonElement>('.report-now .primary')?.click(),
    );
    await session.driver.waitForShadow(article, 'sic-dialog', '#correction');
    await waitForPopupClosed(session);
    await article.close();
  });

  it('has the choice of the dialog where a site has one of its own, and keeps no choice that says nothing', async () => {
    const article = await openPage(session, '/mistape.html');
    const popup = await openPopup(session, article);
    await waitForText(popup, '.report-now', 'a dialog of its own (Mistape)');
    await popup.bringToFront();
    await clickWhenThere(popup, NATIVE);
    await waitForSites({ '127.0.0.1': 'sic' });
    await popup.waitForSelector(`${NATIVE}:checked`);
    expect(await session.driver.axe(popup)).toEqual([]);
    await clickWhenThere(popup, NATIVE);
    await waitForSites({});
    await changeSettings(session, { reporting: { native: 'sic' } });
    await reopenPopup(popup, article);
    await popup.waitForSelector(`${NATIVE}:checked`);
    await popup.bringToFront();
    await clickWhenThere(popup, NATIVE);
    await waitForSites({ '127.0.0.1': 'site' });
    await popup.close();
    await article.close();
  });

  it('has no such choice elsewhere', async () => {
    const article = await openArticle(session, '/article.html');
    const popup = await openPopup(session, article);
    await popup.waitForSelector('[aria-labelledby="page-heading"] [role="switch"]');
    expect(await popup.$(NATIVE)).toBeNull();
    await popup.close();
    await article.close();
  });
});

describe('what became of reports', () => {
  it('stands with each: accepted, rejected and why, fixed, how many saw it', async () => {
    const article = await openArticle(session, '/article.html');
    const popup = await openPopup(session, article);
    const checkedAt = NOW;
    await putRows(session, 'reports', [
      makeReport(1, { receipt: { state: 'fixed', reason: 'Thank you', readers: 12, checkedAt } }),
      makeReport(2, { receipt: { state: 'rejected', reason: 'It is so', readers: 1, checkedAt } }),
      makeReport(3, { delivery: 'refused', reason: '403: no' }),
    ]);
    await reopenPopup(popup, article);
    await popup.waitForSelector(`${REPORTS} li:nth-child(3)`);
    const said = await popup.$$eval(`${REPORTS} li`, (all) =>
      all.map((one) => [
        one.querySelector('.state')?.className,
        (one.textContent ?? '').replace(/\s+/g, ' '),
      ]),
    );
    expect(said.map(([tone]) => tone)).toEqual(['state good', 'state bad', 'state bad']);
    expect(said[0]?.[1]).toMatch(/Fixed by editors\.example.*Thank you.*11 other readers/);
    expect(said[1]?.[1]).toMatch(/Not accepted by editors\.example.*It is so/);
    expect(said[1]?.[1]).not.toContain('other reader');
    expect(said[2]?.[1]).toMatch(/Refused.*403: no.*Try again/);
    expect(await session.driver.axe(popup)).toEqual([]);
    await popup.bringToFront();
    await clickWhenThere(popup, `${REPORTS} [aria-label="Copy: recieved"]`);
    await waitForText(popup, '.announcer', 'Copied.');
    const { plain } = await session.driver.readClipboard();
    for (const part of ['recieved', 'received', 'i before e', 'Rain in the valley']) {
      expect(plain).toContain(part);
    }
    await popup.close();
    await article.close();
  });
});

/** From the popup to the reported mistakes: in the text of the page in front, and of any article that was reported on. */
import { describe, expect, it } from 'vitest';
import type { Json } from '../drivers/driver.ts';
import { waitInPage } from '../drivers/wait-in-page.ts';
import { openPopup, putRows, waitForPopupClosed } from './extension-pages.ts';
import { closeDialog, openArticle, report, useSession } from './session.ts';

// A popup in a tab of its own may close itself, as one from the toolbar may.
const session = useSession({
  driver: { prefs: { 'dom.allow_scripts_to_close_windows': true } },
});
const BUTTON = '[aria-labelledby="page-heading"] > button.placed';

describe('the way to reported mistakes', () => {
  it('is there where the page shows some, leads to the first, and closes the popup', async () => {
    const article = await openArticle(session, '/article.html');
    await report(session, article, { css: '#p2', text: 'pear wood' }, { correction: 'oak' });
    await closeDialog(session, article);
    await waitInPage(article, () => CSS.highlights.get('sic-report')?.size === 1);
    const popup = await openPopup(session, article);
    const button = await popup.waitForSelector(BUTTON);
    expect(await button?.evaluate((one) => one.textContent)).toBe(
      'Show 1 reported mistake in the text',
    );
    expect(await session.driver.axe(popup)).toEqual([]);
    await article.bringToFront();
    await popup.evaluate((css) => document.querySelector<HTMLElement>(css)?.click(), BUTTON);
    await waitForPopupClosed(session);
    await session.driver.waitForShadow(article, 'sic-placed', '[role="dialog"]');
    await article.close();
  });

  it('is not there where the page shows none', async () => {
    const article = await openArticle(session, '/rtl.html');
    const popup = await openPopup(session, article);
    await popup.waitForSelector('[aria-labelledby="page-heading"] .headline');
    expect(await popup.$(BUTTON)).toBeNull();
    await popup.close();
    await article.close();
  });
});

describe('a report’s link', () => {
  it('opens its article by the words that the report names, where those can stand in a link', async () => {
    const source = 'https://news.example/a';
    const start = ':~:text=';
    await putRows(session, 'reports', [
      makeReport(1, source, `${start}was-,recieved,-by%20us`),
      makeReport(2, source, `${start}a&text=b`),
    ]);
    const article = await openArticle(session, '/rtl.html');
    const popup = await openPopup(session, article);
    const link = (nth: number) =>
      popup.$eval(`.report:nth-child(${nth}) a`, (one) => one.getAttribute('href'));
    await popup.waitForSelector('.report:nth-child(2) a');
    expect(await link(1)).toBe(`${source}#${start}was-,recieved,-by%20us`);
    expect(await link(2)).toBe(`${source}#${start}recieved`);
    await popup.close();
    await article.close();
  });
});

function makeReport(nth: number, source: string, value: string): Json {
  const canonical = `urn:uuid:01890000-0000-7000-8000-00000000000${nth}`;
  // The newest, and so above those that were sent from the page.
  const now = Date.now() + 60_000;
  const created = new Date(now).toISOString();
  const conformsTo = 'https://wicg.github.io/scroll-to-text-fragment/';
  return {
    canonical,
    annotation: {
      '@context': 'http://www.w3.org/ns/anno.jsonld',
      type: 'Annotation',
      ...{ canonical, motivation: 'editing', created, body: [] },
      target: {
        source,
        selector: [
          { type: 'TextQuoteSelector', exact: 'recieved', prefix: '', suffix: '' },
          { type: 'FragmentSelector', conformsTo, value },
        ],
      },
    },
    page: { url: source, title: 'Rain in the valley' },
    ...{ service: null, native: null, delivery: 'kept', attempts: 0 },
    ...{ createdAt: now - nth * 10_000, updatedAt: now, location: null, reason: null },
  };
}

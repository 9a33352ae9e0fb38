/** The popup's check of a published page: what it took from elsewhere, and whether the sources are there. */
import { mkdtemp } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'puppeteer-core';
import { describe, expect, it } from 'vitest';
import arabic from '../../src/locales/ar.json' with { type: 'json' };
import english from '../../src/locales/en.json' with { type: 'json' };
import { parse } from '../../src/model/annotation.ts';
import { readReport } from '../../src/model/report.ts';
import { auditReportSchema } from '../../src/model/reuse/audit-report.ts';
import { waitUntil } from '../drivers/wait.ts';
import { waitInPage } from '../drivers/wait-in-page.ts';
import { readCsv } from '../endpoint/read-csv.ts';
import { openPopup, textOf, waitForPopupClosed, waitForText } from './extension-pages.ts';
import { waitForDelivery } from './outbox-rows.ts';
import {
  copyFrom,
  nameArticle,
  REUSE,
  readPassage,
  SOURCE_NAMES,
  useReuseSession,
  writeArticle,
  writeReuse,
} from './reuse-sites.ts';
import { browserName, changeSettings, openArticle, readQuote } from './session.ts';

const session = useReuseSession();
const SECTION = 'section.check';
const ITEM = `${SECTION} .passage`;

/** Presses something in the popup while the page is in front, as it is where the popup stands over it. */
async function press(popup: Page, article: Page, css: string): Promise<void> {
  await article.bringToFront();
  await popup.evaluate((one) => document.querySelector<HTMLElement>(one)?.click(), css);
}

async function check(popup: Page, article: Page): Promise<void> {
  await press(popup, article, '.check-now');
  await waitInPage(popup, () => {
    const said = document.querySelector('.check .summary')?.textContent ?? '';
    return said !== '' && document.querySelector('.check[aria-busy]') === null;
  });
  await popup.bringToFront();
}

const listVerdicts = (popup: Page) =>
  popup.$$eval(ITEM, (all) =>
    all.map((one) => ({
      verdict: one.querySelector('.verdict')?.classList[1],
      word: one.querySelector('.verdict')?.lastChild?.textContent?.trim(),
      source: one.querySelector('a')?.getAttribute('href'),
      faults: [...one.querySelectorAll('.faults li')].map((fault) => fault.textContent),
    })),
  );

const selectButton = (nth: number, label: string) =>
  `${ITEM}:nth-child(${nth}) button[aria-label^="${label}"]`;

/** Presses an export's button; gives the file in the person's stead. */
async function takeFile(popup: Page, label: string): Promise<{ name: string; text: string }> {
  return popup.evaluate(async (words) => {
    let blob = new Blob();
    let name = '';
    const create = URL.createObjectURL;
    URL.createObjectURL = (given: Blob) => {
      blob = given;
      return create.call(URL, given);
    };
    const { click } = HTMLAnchorElement.prototype;
    HTMLAnchorElement.prototype.click = function () {
      name = this.download;
    };
    const buttons = [...document.querySelectorAll<HTMLElement>('.check fieldset button')];
    buttons.find(({ textContent }) => textContent === words)?.click();
    URL.createObjectURL = create;
    HTMLAnchorElement.prototype.click = click;
    return { name, text: await blob.text() };
  }, label);
}

/** What the toolbar's button is marked with over any tab. */
function readBadge(): Promise<string> {
  return session.driver.inExtension(async () => {
    type Api = {
      tabs: { query(which: object): Promise<{ id?: number }[]> };
      action: { getBadgeText(which: object): Promise<string> };
    };
    const scope = globalThis as unknown as { browser?: Api; chrome: Api };
    const { tabs, action } = scope.browser ?? scope.chrome;
    const texts: string[] = [];
    for (const { id } of await tabs.query({})) {
      if (id !== undefined) texts.push(await action.getBadgeText({ tabId: id }));
    }
    return texts.join('');
  });
}

/** Pictures for a person to look at: light, dark, and narrow. */
async function look(popup: Page, name: string): Promise<void> {
  const { driver } = session;
  const folder = process.env['SIC_SCREENSHOTS'] ?? (await mkdtemp(join(tmpdir(), 'sic-check-')));
  for (const isDark of [false, true]) {
    await driver.setDark(popup, isDark);
    for (const width of [360, 320]) {
      await driver.setViewport(popup, width, 1400);
      expect(
        await popup.evaluate(() => document.documentElement.scrollWidth <= innerWidth),
        `${name} at ${width} px`,
      ).toBe(true);
      // Buttons take their time to change their colours.
      await popup.evaluate(() => {
        for (const one of document.getAnimations()) one.finish();
      });
      expect(await driver.axe(popup)).toEqual([]);
      await driver.screenshot(
        popup,
        join(folder, `${browserName}-${name}-${width}${isDark ? '-dark' : ''}.png`),
      );
    }
  }
  await driver.setDark(popup, false);
}

describe('a check of a published page', () => {
  it('says of each passage what its source misses, and sends nothing anywhere', async () => {
    const rows = await copyFrom(session, SOURCE_NAMES);
    const { site, endpoint } = session;
    const article = await openArticle(session, REUSE);
    const popup = await openPopup(session, article);
    expect(await popup.$(ITEM)).toBeNull();
    const asked = site.asked.length;
    await check(popup, article);
    expect(await listVerdicts(popup)).toEqual([
      { verdict: 'linked', word: 'Linked', source: nameArticle('linked'), faults: [] },
      {
        ...{ verdict: 'missing', word: 'Missing', source: nameArticle('missing') },
        faults: [english.reuseFaultLink],
      },
      {
        ...{ verdict: 'wrong', word: 'Wrong', source: nameArticle('home') },
        faults: [english.reuseFaultHome],
      },
      {
        ...{ verdict: 'wrong', word: 'Wrong', source: nameArticle('nofollow') },
        faults: [english.reuseFaultNofollow],
      },
    ]);
    expect(await textOf(popup, `${SECTION} .summary p`)).toBe(
      'Passages from elsewhere: 4Wrong: 2 · Missing: 1 · Linked: 1',
    );
    expect(await textOf(popup, `${ITEM} .rule q`)).toContain('only with an active link');
    expect(await textOf(popup, `${ITEM} .sentence`)).toMatch(
      new RegExp(`^${readPassage('linked').split(' ').slice(0, 8).join(' ')}.+ … .+`),
    );
    await look(popup, 'check');
    expect(site.asked.slice(asked)).toEqual([]);
    expect([endpoint.posts, endpoint.receiptReads]).toEqual([[], []]);
    const told = JSON.stringify(site.asked);
    const prints = rows
      .flatMap(({ fingerprints }) => fingerprints)
      .filter((one) => one > 9_999_999);
    expect(prints.length).toBeGreaterThan(10);
    expect(prints.filter((one) => told.includes(String(one)))).toEqual([]);
    await popup.close();
    await article.close();
  });

  it('says honestly that nothing was found, and what was asked', async () => {
    const article = await openArticle(session, REUSE);
    const popup = await openPopup(session, article);
    await check(popup, article);
    const said = await textOf(popup, `${SECTION} .summary`);
    expect(said).toContain(english.popupCheckNone);
    expect(said).toContain(english.popupCheckListNot);
    expect(await popup.$(ITEM)).toBeNull();
    await changeSettings(session, { reuse: { ledger: false } });
    await check(popup, article);
    await waitForText(popup, `${SECTION} .summary`, english.popupCheckLedgerOff);
    expect(await textOf(popup, `${SECTION} .summary`)).not.toContain(english.popupCheckNone);
    await popup.close();
    await article.close();
  });

  it('takes the source itself for no reuse', async () => {
    await copyFrom(session, ['missing']);
    const article = await openArticle(session, nameArticle('missing'));
    const popup = await openPopup(session, article);
    await check(popup, article);
    expect(await textOf(popup, `${SECTION} .summary`)).toContain(english.popupCheckNone);
    await popup.close();
    await article.close();
  });

  it('shows a passage in the page, and still has the result when the popup opens again', async () => {
    await copyFrom(session, ['missing', 'home']);
    const article = await openArticle(session, REUSE);
    const popup = await openPopup(session, article);
    await check(popup, article);
    await press(popup, article, selectButton(2, english.popupCheckShow));
    await waitForPopupClosed(session);
    const readShown = () =>
      article.evaluate(() => {
        const [range] = CSS.highlights.get('sic-passage') ?? [];
        return range === undefined ? '' : (range as Range).toString().replace(/\s+/g, ' ');
      });
    expect(await waitUntil(readShown, { what: 'the highlight' })).toContain(
      readPassage('home').slice(60, 110),
    );
    const isInView = await article.$eval('#home', (one) => {
      const { top, bottom } = one.getBoundingClientRect();
      return bottom > 0 && top < innerHeight;
    });
    expect(isInView).toBe(true);
    // Nothing was added to the text, and a press ends it.
    expect(await article.$('#home mark, #home span')).toBeNull();
    await article.click('h1');
    await waitInPage(article, () => !CSS.highlights.has('sic-passage'));
    const again = await openPopup(session, article);
    await again.waitForSelector(ITEM);
    expect((await listVerdicts(again)).map(({ verdict }) => verdict)).toEqual(['missing', 'wrong']);
    // What the page has drawn anew is found where it stands now; what has gone is said.
    await article.evaluate(() => {
      const old = document.querySelector('#missing');
      old?.replaceWith(old.cloneNode(true));
      document.querySelector('#home')?.remove();
    });
    await press(again, article, selectButton(2, english.popupCheckShow));
    await again.bringToFront();
    await waitForText(again, '.announcer', english.popupCheckGone);
    await press(again, article, selectButton(1, english.popupCheckShow));
    await waitForPopupClosed(session);
    expect(await waitUntil(readShown, { what: 'the highlight' })).toContain(
      readPassage('missing').slice(60, 110),
    );
    await article.close();
  });

  it('gives the fix in both flavours, and the report as files', async () => {
    await copyFrom(session, ['missing', 'nofollow']);
    const article = await openArticle(session, REUSE);
    const popup = await openPopup(session, article);
    await check(popup, article);
    await popup.click(selectButton(1, english.popupCheckCopyFix));
    await waitForText(popup, '.announcer', english.popupCheckFixCopied);
    const { plain, html } = await session.driver.readClipboard();
    expect(plain).toContain(nameArticle('missing'));
    expect(html).toContain(`<a href="${nameArticle('missing')}"`);
    const [json, csv] = [await takeFile(popup, 'JSON'), await takeFile(popup, 'CSV')];
    expect(json.name).toMatch(/^attribution-reuse\.example-\d{4}-\d\d-\d\d\.json$/);
    const report = parse(auditReportSchema, JSON.parse(json.text));
    expect(report).toMatchObject({
      ok: true,
      value: {
        version: 1,
        pages: [
          { page: REUSE, failure: null, findings: [{ verdict: 'missing' }, { verdict: 'wrong' }] },
        ],
      },
    });
    expect(csv.name).toMatch(/\.csv$/);
    const [head, ...lines] = readCsv(csv.text.replace(/^\ufeff/, ''));
    expect(lines).toHaveLength(2);
    expect(lines[1]?.[head?.indexOf('faults') ?? -1]).toBe('nofollow');
    await popup.close();
    await article.close();
  });
});

describe('a missing credit', () => {
  it('goes to the source’s editors at a press, as it was shown, into the queue of their article', async () => {
    await copyFrom(session, ['missing']);
    const { endpoint } = session;
    const article = await openArticle(session, `${REUSE}?utm_source=mail`);
    const popup = await openPopup(session, article);
    await check(popup, article);
    await popup.click(selectButton(1, english.popupCheckReport));
    const host = new URL(endpoint.url).host;
    await waitForText(popup, '.credit-report', host);
    const shown = await textOf(popup, '.credit-report');
    expect(shown).toContain(REUSE);
    expect(shown).toContain(readPassage('missing').split(' ').slice(0, 12).join(' '));
    await look(popup, 'form');
    // Another site than the source's: not without being agreed to.
    await popup.click('.credit-report button[type="submit"]');
    await waitForText(popup, '.credit-report [role="status"]', english.dialogAgreeMissing);
    expect(endpoint.posts).toEqual([]);
    await popup.type('.credit-report textarea', 'Seen this morning.');
    await popup.click('.credit-report input[type="checkbox"]');
    await popup.click('.credit-report button[type="submit"]');
    const [annotation] = await endpoint.waitForStored(1);
    if (annotation === undefined) throw new Error('nothing arrived');
    const report = readReport(annotation);
    expect(report).toMatchObject({
      source: nameArticle('missing'),
      ...{ scope: '', kind: 'missing-credit', correction: '' },
    });
    expect(report.comment).toContain(REUSE);
    expect(report.comment).toContain('Seen this morning.');
    expect(readPassage('missing').startsWith(readQuote(annotation).exact)).toBe(true);
    expect(endpoint.posts.map(({ path }) => path)).toEqual([new URL(endpoint.url).pathname]);
    const [entry] = await waitForDelivery(session, 'sent');
    expect(entry?.standsAt).toBe(REUSE);
    await waitForText(popup, '[aria-labelledby="reports-heading"]', 'reuse.example/others.html');
    expect(await popup.$('.credit-report')).toBeNull();
    expect(await popup.evaluate(() => document.activeElement?.closest('.passage') !== null)).toBe(
      true,
    );
    // On the article itself it is no mistake of the text.
    const source = await openArticle(session, nameArticle('missing'));
    const asked = await openPopup(session, source);
    await asked.waitForSelector('[aria-labelledby="page-heading"] .headline');
    expect(await source.evaluate(() => CSS.highlights.has('sic-report'))).toBe(false);
    for (const page of [asked, source, popup, article]) await page.close();
  });

  it('is kept where nobody is known who takes it', async () => {
    const { site, endpoint } = session;
    site.setPage(nameArticle('home'), writeArticle('home', true));
    await copyFrom(session, ['home']);
    const article = await openArticle(session, REUSE);
    const popup = await openPopup(session, article);
    await check(popup, article);
    await popup.click(selectButton(1, english.popupCheckReport));
    await waitForText(popup, '.credit-report', english.popupCheckKept);
    const letter = await popup.$eval('.credit-report a[href^="mailto:"]', (one) =>
      one.getAttribute('href'),
    );
    expect(decodeURIComponent(letter ?? '')).toContain(REUSE);
    await popup.click('.credit-report button[type="submit"]');
    const [entry] = await waitForDelivery(session, 'kept');
    expect(entry).toMatchObject({ page: { url: nameArticle('home') }, standsAt: REUSE });
    expect(endpoint.posts).toEqual([]);
    site.setPage(nameArticle('home'), writeArticle('home'));
    for (const page of [popup, article]) await page.close();
  });
});

describe('a page of the person’s own sites', () => {
  it('is checked by itself: the button is marked, and the popup opens with the result', async () => {
    await changeSettings(session, { reuse: { sites: ['reuse.example'] } });
    await copyFrom(session, ['linked', 'missing']);
    const article = await openArticle(session, REUSE);
    await waitUntil(() => readBadge(), { what: 'the mark' });
    expect(
      await article.$$eval('body *', (all) =>
        all.filter((one) => one.localName.startsWith('sic-')).map((one) => one.localName),
      ),
    ).toEqual(['sic-source']);
    const popup = await openPopup(session, article);
    await popup.waitForSelector(ITEM);
    expect((await listVerdicts(popup)).map(({ verdict }) => verdict)).toEqual([
      'linked',
      'missing',
    ]);
    await popup.close();
    await article.close();
  });

  it('is checked anew as an app shows another article, and the mark goes with what was lacking', async () => {
    session.site.setPage('http://reuse.example/good.html', writeReuse(['linked']));
    await changeSettings(session, { reuse: { sites: ['reuse.example'] } });
    await copyFrom(session, ['linked', 'missing']);
    const article = await openArticle(session, 'http://reuse.example/good.html');
    const goTo = (path: string, html: string) =>
      article.evaluate(
        (address, markup) => {
          history.pushState({}, '', address);
          const { body, title } = new DOMParser().parseFromString(markup, 'text/html');
          document.title = `${title} ${address}`;
          document.body.replaceChildren(...body.childNodes);
        },
        path,
        html,
      );
    await goTo('/bad.html', writeReuse(['missing']));
    await waitUntil(() => readBadge(), { what: 'the mark' });
    await goTo('/better.html', writeReuse(['linked']));
    await waitUntil(async () => (await readBadge()) === '', { what: 'the mark to go' });
    await article.close();
  });

  it('is spoken of in another language, from right to left', async () => {
    await changeSettings(session, { reuse: { sites: ['reuse.example'] }, language: 'ar' });
    await copyFrom(session, ['home', 'missing']);
    const article = await openArticle(session, REUSE);
    await waitUntil(() => readBadge(), { what: 'the mark' });
    const popup = await openPopup(session, article);
    await popup.waitForSelector(ITEM);
    expect(await popup.evaluate(() => document.documentElement.dir)).toBe('rtl');
    await press(popup, article, selectButton(1, arabic.popupCheckReport));
    await popup.bringToFront();
    await waitForText(popup, '.credit-report', new URL(session.endpoint.url).host);
    await look(popup, 'rtl');
    await popup.close();
    await article.close();
  });

  it('is not marked where all is there, nor is a page of others', async () => {
    session.site.setPage('http://reuse.example/good.html', writeReuse(['linked']));
    await changeSettings(session, { reuse: { sites: ['reuse.example'] } });
    await copyFrom(session, ['linked', 'missing']);
    const good = await openArticle(session, 'http://reuse.example/good.html');
    const popup = await openPopup(session, good);
    // The result is there by itself, so the check was made.
    await waitUntil(
      async () => {
        if ((await popup.$(ITEM)) !== null) return true;
        await good.bringToFront();
        await popup.reload();
        return false;
      },
      { what: 'the result', every: 200 },
    );
    expect(await readBadge()).toBe('');
    await popup.close();
    await good.close();
    session.site.setPage('http://other.example/others.html', writeReuse(['missing']));
    const other = await openArticle(session, 'http://other.example/others.html');
    const over = await openPopup(session, other);
    await check(over, other);
    expect((await listVerdicts(over)).map(({ verdict }) => verdict)).toEqual(['missing']);
    expect(await readBadge()).toBe('');
    await over.close();
    await other.close();
  });
});

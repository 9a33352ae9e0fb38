/** The language that Sic's own pages speak: the one chosen, else the first of the reader's that it has. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from 'puppeteer-core';
import * as v from 'valibot';
import { describe, expect, it } from 'vitest';
import { LANGUAGES } from '../../src/model/languages.ts';
import { waitInPage } from '../drivers/wait-in-page.ts';
import { openOptions, openPopup, readFocus, textOf, waitForText } from './extension-pages.ts';
import { browserName, changeSettings, openArticle, readStored, useSession } from './session.ts';

// No browser has windows in this language here, so that the browser's own pick is English.
const session = useSession({
  driver: {
    args: browserName === 'chromium' ? ['--accept-lang=fo,uk,en'] : [],
    prefs: { 'intl.accept_languages': 'fo, uk, en' },
  },
});

const readWords = (language: string) =>
  v.parse(
    v.record(v.string(), v.string()),
    JSON.parse(
      readFileSync(join(import.meta.dirname, `../../src/locales/${language}.json`), 'utf8'),
    ),
  );

/** Whether a page has to be scrolled sideways where it is narrow. */
async function overflows(page: Page): Promise<boolean> {
  await session.driver.setViewport(page, 320, 800);
  return page.evaluate(() => {
    const { scrollWidth, clientWidth } = document.documentElement;
    return scrollWidth > clientWidth;
  });
}

const SELECT = 'select[aria-labelledby="language"]';

describe('the language', () => {
  it('is the first of the reader’s that Sic has, where none is chosen', async () => {
    const options = await openOptions(session);
    expect(await options.$eval('html', (one) => one.lang)).toBe('uk');
    expect(await textOf(options, 'h1')).toBe(readWords('uk')['optionsTitle']);
    expect(await options.$eval(SELECT, (one) => (one as HTMLSelectElement).value)).toBe('');
    await options.close();
  });

  it('is chosen among names that their speakers know, and the page speaks it at once', async () => {
    const options = await openOptions(session);
    const names = await options.$$eval(`${SELECT} option`, (all) =>
      all.map((one) => [one.getAttribute('value'), one.textContent]),
    );
    expect(names.slice(1)).toEqual(LANGUAGES.map(({ tag, name }) => [tag, name]));
    await options.bringToFront();
    await options.focus(SELECT);
    const words = readWords('ru');
    await options.select(SELECT, 'ru');
    await waitInPage(options, () => document.documentElement.lang === 'ru');
    expect(await options.title()).toBe(words['optionsTitle']);
    expect(await textOf(options, '#language')).toBe(words['optionsLanguage']);
    await waitForText(options, '.announcer', words['optionsSaved'] ?? '');
    expect(await options.evaluate(() => document.activeElement?.localName)).toBe('select');
    expect(await readFocus(options)).not.toBe('');
    expect(await readStored(session, 'settings')).toMatchObject({ language: 'ru' });
    // Its words stand in every section, also in what had been drawn before.
    const leftOver = await options.$$eval('h2, h3, legend, label, .quiet, button', (all) =>
      all.map((one) => one.textContent ?? '').filter((text) => /[іїєґ]/i.test(text)),
    );
    expect(leftOver).toEqual([]);
    expect(await session.driver.axe(options)).toEqual([]);
    await options.select(SELECT, '');
    await waitInPage(options, () => document.documentElement.lang === 'uk');
    await options.close();
  });

  it('is that of the popup and of the review', async () => {
    await changeSettings(session, { language: 'ru' });
    const article = await openArticle(session, '/article.html');
    const popup = await openPopup(session, article);
    const words = readWords('ru');
    expect(await popup.$eval('html', (one) => one.lang)).toBe('ru');
    expect(await textOf(popup, '#reports-heading')).toBe(words['popupReports']);
    const review = await session.driver.openExtensionPage('/pages/review/index.html');
    await waitInPage(review, () => document.documentElement.lang === 'ru');
    expect(await review.title()).toBe(words['reviewTitle']);
    await review.close();
    await popup.close();
    await article.close();
  });

  it('is the browser’s again where what is stored is none of Sic’s', async () => {
    await changeSettings(session, { language: '../../ru' });
    const options = await openOptions(session);
    expect(await options.$eval('html', (one) => one.lang)).toBe('uk');
    await options.close();
  });

  it('runs from right to left where it does', async () => {
    await changeSettings(session, { language: 'ar' });
    const article = await openArticle(session, '/article.html');
    const popup = await openPopup(session, article);
    expect(await popup.$eval('html', (one) => [one.lang, one.dir])).toEqual(['ar', 'rtl']);
    expect(await session.driver.axe(popup)).toEqual([]);
    expect(await overflows(popup)).toBe(false);
    await popup.close();
    const options = await openOptions(session);
    expect(await options.$eval('html', (one) => [one.lang, one.dir])).toEqual(['ar', 'rtl']);
    await options.waitForSelector('#shortcuts ~ dl > :nth-child(3)');
    expect(await session.driver.axe(options)).toEqual([]);
    expect(await overflows(options)).toBe(false);
    await options.close();
    await article.close();
  });
});

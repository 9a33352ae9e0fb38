/** What a reader does in the main job, with keys and clicks, and what has to be seen at each step. */
import type { Page } from 'puppeteer-core';
import type { Driver } from '../tests/drivers/driver.ts';
import { PRIMARY_MODIFIER } from '../tests/drivers/page-actions.ts';
import { requireThat } from './expectation.ts';
import type { Mistake } from './newsroom.ts';

const ARTICLE = 'article';
/** A paragraph that is long enough to be worth a source. */
const QUOTED = 'article p.lead';
const READY_SEND = 'button[value="send"][aria-disabled="false"]';

export async function openArticle(driver: Driver, url: string): Promise<Page> {
  const page = await driver.newPage(url);
  await driver.waitForShadow(page, 'sic-source', '.terms');
  const line = await driver.inShadow(page, 'sic-source', (root) => ({
    href: root.querySelector('a')?.href,
    terms: root.querySelector('.terms q')?.textContent ?? '',
  }));
  requireThat(line.href === url, `the source line links to ${line.href}`);
  const isStated = await page.evaluate(
    (terms) => (document.body.textContent ?? '').includes(terms),
    line.terms,
  );
  requireThat(line.terms !== '' && isStated, `these are not the site’s terms: “${line.terms}”`);
  return page;
}

export async function expectCopy(driver: Driver, page: Page): Promise<void> {
  await driver.selectText(page, QUOTED);
  const selected = await page.evaluate(() => String(getSelection()));
  await driver.chord(page, PRIMARY_MODIFIER, 'c');
  const { plain, html } = await driver.readClipboard();
  await page.bringToFront();
  requireThat(
    plain.startsWith(selected),
    `the text does not begin with what was selected: ${plain}`,
  );
  requireThat(
    plain.slice(selected.length).includes(page.url()),
    `the text has no source: ${plain}`,
  );
  requireThat(html.includes(`href="${page.url()}"`), `the markup has no link: ${html}`);
}

export async function openDialog(driver: Driver, page: Page, { exact }: Mistake): Promise<void> {
  await driver.selectText(page, { css: ARTICLE, text: exact });
  await driver.chord(page, 'Control', 'Enter');
  await driver.waitForShadow(page, 'sic-dialog', '#correction');
  const shown = await driver.inShadow(page, 'sic-dialog', (root) => ({
    marked: root.querySelector('mark')?.textContent ?? '',
    sentence: root.querySelector('blockquote')?.textContent ?? '',
  }));
  const { marked, sentence } = shown;
  requireThat(marked === exact, `the dialog marks “${marked}”`);
  requireThat(sentence.length > exact.length, `the dialog shows no sentence: “${sentence}”`);
  const isInArticle = await page.$eval(
    ARTICLE,
    (article, sentence) => (article.textContent ?? '').includes(sentence.trim()),
    sentence,
  );
  requireThat(isInArticle, `the article has no such words: “${sentence}”`);
}

export async function sendCorrection(
  driver: Driver,
  page: Page,
  { correction }: Mistake,
): Promise<void> {
  await driver.waitForShadow(page, 'sic-dialog', READY_SEND);
  await driver.typeInShadow(page, 'sic-dialog', '#correction', correction);
  await driver.clickInShadow(page, 'sic-dialog', READY_SEND);
  await driver.waitForShadow(page, 'sic-dialog', '.status.saved');
}

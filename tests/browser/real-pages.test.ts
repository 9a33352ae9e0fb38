/**
 * The main job on saved pages of real sites: the source line stands, a copied paragraph carries the source,
 * a selected word is reported, and the report leads back to the very place. Their scripts run as they are,
 * but nothing that they ask for is answered.
 */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from 'puppeteer-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Selector } from '../../src/model/annotation.ts';
import { readSite } from '../../src/model/resolve-receiver.ts';
import { startEditorEndpoint } from '../drivers/editor-endpoint.ts';
import { startSite } from '../drivers/site.ts';
import { startDriver } from '../drivers/start-driver.ts';
import { listSavedPages, nameService, SAVED_PAGES, type SavedPage } from './saved-pages.ts';
import {
  browserName,
  changeSettings,
  copy,
  extensionFolder,
  openDialogOnSelection,
  readQuote,
  type Session,
  sendDialog,
} from './session.ts';

const pages = listSavedPages();
/** The page module as one expression: a page's own policy may forbid to import it. */
const reader = readFileSync(join(extensionFolder, '../page/sic-page.mjs'), 'utf8').replace(
  /export \{([^}]*)\};?\s*$/,
  'return {$1};',
);

const STEPS = ['detected', 'copied', 'reported', 'anchored'] as const;
interface Row extends Record<(typeof STEPS)[number], boolean> {
  name: string;
  lang: string;
  ms: number;
}

if (pages.length === 0) {
  it('the main job on saved pages of real sites', ({ skip }) =>
    skip(`no saved pages in ${SAVED_PAGES}`));
}

describe.skipIf(pages.length === 0)('the main job on saved pages of real sites', () => {
  const session = {} as Session;
  const rows: Row[] = [];

  beforeAll(async () => {
    session.endpoint = await startEditorEndpoint();
    session.site = await startSite({ pages: {} });
    for (const page of pages) {
      session.site.setPage(page.url, nameService(page.read(), session.endpoint.url));
    }
    session.driver = await startDriver(browserName, {
      extension: extensionFolder,
      network: session.site.host,
    });
    // The pages name an endpoint of another site: agreed to beforehand, as after the first report.
    await changeSettings(session, {
      // Most of these sites ask for nothing.
      attribution: { when: 'always' },
      consents: Object.fromEntries(pages.map(({ url }) => [readSite(url), [session.endpoint.url]])),
    });
  });
  afterAll(async () => {
    await session.driver?.close();
    await session.site?.close();
    await session.endpoint?.close();
    console.log(drawTable(rows));
  });

  it.each(pages)('$name ($reason)', async (saved) => {
    const row: Row = {
      name: saved.name,
      lang: saved.lang,
      detected: false,
      copied: false,
      reported: false,
      anchored: false,
      ms: 0,
    };
    rows.push(row);
    const start = performance.now();
    session.endpoint.reset();
    const page = await session.driver.browser.newPage();
    page.on('dialog', (dialog) => void dialog.dismiss().catch(() => undefined));
    try {
      await visit(page, saved.url);
      await runMainJob(page, saved, row);
    } finally {
      row.ms = Math.round(performance.now() - start);
      await page.close();
    }
    expect(row).toMatchObject(Object.fromEntries(STEPS.map((step) => [step, true])));
  });

  async function runMainJob(page: Page, saved: SavedPage, row: Row): Promise<void> {
    const { driver, endpoint } = session;
    await driver.waitForShadow(page, 'sic-source', 'a', 20_000);
    row.detected = true;

    const chosen = await choosePlace(page);
    const copied = await copy(session, page, '[data-chosen]');
    await page.bringToFront();
    const canonical = saved.canonical ?? (await readLineUrl(page));
    expect(readSite(canonical)).toBe(readSite(saved.url));
    expect(squeeze(copied.plain)).toContain(chosen.paragraph);
    expect(copied.plain.split(/\s/).at(-1)).toBe(canonical);
    expect(copied.html).toContain(`href="${canonical.replaceAll('&', '&amp;')}"`);
    row.copied = true;

    const { start, end } = chosen;
    await driver.selectRange(page, {
      startCss: '[data-chosen]',
      startOffset: start,
      endOffset: end,
    });
    await openDialogOnSelection(session, page);
    await sendDialog(session, page);
    const [annotation] = await endpoint.waitForStored(1);
    expect(endpoint.posts).toHaveLength(1);
    expect(readQuote(annotation).exact).toBe(chosen.word);
    expect(annotation?.target.source).toBe(canonical);
    row.reported = true;

    const found = await findAgain(page, annotation?.target.selector ?? [], start, end);
    expect(found).toEqual({ verdict: 'open', text: chosen.word, samePlace: true });
    row.anchored = true;
  }

  function readLineUrl(page: Page): Promise<string> {
    return session.driver.inShadow(
      page,
      'sic-source',
      (root) => root.querySelector('a')?.getAttribute('href') ?? '',
    );
  }
});

/**
 * Firefox reports the failure of a page's frame as the page's own, though the page stands:
 * `browsingContext.navigate` then rejects with "Address rejected".
 */
async function visit(page: Page, url: string): Promise<void> {
  await page.goto(url, { waitUntil: 'domcontentloaded' }).catch((fault: unknown) => {
    if (!String(fault).includes('Address rejected')) throw fault;
  });
  await page.bringToFront();
}

function squeeze(text: string): string {
  return text.replace(/\s+/g, ' ').trim();
}

/** Marks the longest visible paragraph, and picks a longer word from the middle of it. */
function choosePlace(page: Page) {
  return page.evaluate(() => {
    const length = (one: Element) => (one.textContent ?? '').trim().length;
    const seen = [...document.querySelectorAll('p')].filter(
      (one) => one.checkVisibility() && one.closest('dialog, [role="dialog"], footer') === null,
    );
    const longest = seen.reduce((best, one) => (length(one) > length(best) ? one : best));
    longest.setAttribute('data-chosen', '');
    const text = longest.textContent ?? '';
    const words = [
      ...new Intl.Segmenter(document.documentElement.lang || 'und', {
        granularity: 'word',
      }).segment(text),
    ].filter(({ isWordLike, segment }) => isWordLike && segment.length > 1);
    const long = words.filter(({ segment }) => segment.length > 4);
    const from = long.length > 2 ? long : words;
    const word = from[Math.floor(from.length / 2)];
    if (word === undefined) throw new Error('no word to report');
    return {
      paragraph: longest.innerText.replace(/\s+/g, ' ').trim(),
      word: word.segment,
      start: word.index,
      end: word.index + word.segment.length,
    };
  });
}

/** Finds a report's selectors in the page, and says whether that is where the words were selected. */
async function findAgain(page: Page, selectors: Selector[], start: number, end: number) {
  const found = await page.evaluate(`(() => {
    const { findQuote } = (() => { ${reader} })();
    const found = findQuote(document.body, ${JSON.stringify(selectors)});
    const before = document.createRange();
    const paragraph = document.querySelector('[data-chosen]');
    before.selectNodeContents(paragraph);
    if (found.range && paragraph.contains(found.range.startContainer))
      before.setEnd(found.range.startContainer, found.range.startOffset);
    const from = before.toString().length;
    const text = String(found.range ?? '');
    return { verdict: found.verdict, text, samePlace: from === ${start} && from + text.length === ${end} };
  })()`);
  return found;
}

function drawTable(rows: readonly Row[]): string {
  const tick = (row: Row, step: (typeof STEPS)[number]) => (row[step] ? 'yes' : 'NO').padEnd(9);
  return [
    `\n${browserName}, saved pages`,
    `${'page'.padEnd(34)}lang  ${STEPS.map((step) => step.padEnd(9)).join('')}ms`,
    ...rows.map(
      (row) =>
        `${row.name.padEnd(34)}${row.lang.padEnd(6)}${STEPS.map((step) => tick(row, step)).join('')}${row.ms}`,
    ),
  ].join('\n');
}

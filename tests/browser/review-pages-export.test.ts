/** Reports as a file and on paper: all that the filter lets through, harmless, and never a part of it. */
import type { Page } from 'puppeteer-core';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import english from '../../src/locales/en.json' with { type: 'json' };
import { waitUntil } from '../drivers/wait.ts';
import { bareCell, readCsv } from '../endpoint/read-csv.ts';
import {
  openReview,
  REVIEW_HOMES,
  type ReviewEndpoint,
  type ReviewHome,
  startReviewEndpoint,
} from './review-endpoint.ts';
import { clickButton, decideAll, readShown, waitForShown } from './review-page-steps.ts';
import { type ReviewProxy, startReviewProxy } from './review-proxy.ts';
import { browserName, useSession } from './session.ts';

const session = useSession();
let endpoint: ReviewEndpoint;
let proxy: ReviewProxy;
let token: string;

const FORMULA = '=HYPERLINK("https://evil.example"; "x")\n@SUM(1)';
const TAG = '<script>alert(1)</script>';
const HOSTILE = `${TAG} \u202edesrever`;
const FACTS = ['1911', 'Berne, "the\r\ncapital"', 'الفا و', '+41 44 000 00 00'];

beforeAll(async () => {
  endpoint = await startReviewEndpoint();
  proxy = await startReviewProxy(endpoint.base);
  token = await endpoint.addEditor('Ada');
  for (const exact of FACTS) {
    await endpoint.post({ exact, kind: 'fact', correction: FORMULA, comment: HOSTILE });
  }
  await endpoint.post({ exact: 'recieved' });
  await endpoint.post({ exact: 'rejected fact', kind: 'fact' });
  await decideAll(endpoint, token, { words: 'rejected fact', state: 'rejected' });
});
afterAll(async () => {
  await proxy?.close();
  await endpoint?.close();
});
beforeEach(() => proxy.cutExports(null));

/** Opens the export of the new facts, through what can break off; its files are kept and not saved. */
async function openExport(home: ReviewHome, hash = '#page=export&state=new&kind=fact') {
  const through = { ...endpoint, base: proxy.base };
  const page = await openReview(session, through, { home, token, hash });
  await page.waitForSelector('form.export');
  await page.evaluate(() => {
    const scope = globalThis as unknown as { kept: { name: string; blob: Blob }[] };
    scope.kept = [];
    let last = new Blob();
    const create = URL.createObjectURL;
    URL.createObjectURL = (blob: Blob) => {
      last = blob;
      return create.call(URL, blob);
    };
    HTMLAnchorElement.prototype.click = function () {
      scope.kept.push({ name: this.download, blob: last });
    };
  });
  return page;
}

/** The files that the page has given the editor. */
function readKept(page: Page): Promise<{ name: string; type: string; text: string }[]> {
  return page.evaluate(() => {
    const { kept } = globalThis as unknown as { kept: { name: string; blob: Blob }[] };
    return Promise.all(
      kept.map(async ({ name, blob }) => ({
        ...{ name, type: blob.type },
        // As it is, with the mark at its beginning.
        text: new TextDecoder('utf-8', { ignoreBOM: true }).decode(await blob.arrayBuffer()),
      })),
    );
  });
}

async function choose(page: Page, format: string): Promise<void> {
  const label = `::-p-xpath(//fieldset[@class="formats"]//label[normalize-space() = "${format}"])`;
  await page.click(label);
}

async function download(page: Page, format: string) {
  await choose(page, format);
  return takeFile(page, english.reviewExportDownload);
}

/** Presses a button, for a file that is not there yet. */
async function takeFile(page: Page, button: string) {
  await page.evaluate(() => {
    (globalThis as unknown as { kept: object[] }).kept.length = 0;
  });
  await clickButton(page, button);
  const [file] = await waitUntil(
    async () => {
      const kept = await readKept(page);
      return kept.length > 0 ? kept : null;
    },
    { what: `a file after “${button}”` },
  );
  if (file === undefined) throw new Error('no file');
  await waitForShown(page, file.name);
  return file;
}

describe.each(REVIEW_HOMES)('an export %s', (home) => {
  it('is a table of all that the filter lets through, without formulas', async () => {
    const page = await openExport(home);
    const { name, type, text } = await download(page, english.reviewExportCsv);
    expect(name).toMatch(/\.csv$/);
    expect(type).toBe('text/csv');
    expect(text[0]).toBe('\ufeff');
    const [names = [], ...records] = readCsv(text.slice(1));
    const cells = (column: string) => records.map((record) => record[names.indexOf(column)] ?? '');
    expect(cells('exact').map(bareCell).toSorted()).toEqual(FACTS.toSorted());
    expect(cells('correction').map(bareCell)).toEqual(FACTS.map(() => FORMULA));
    expect(cells('comment').map(bareCell)).toEqual(FACTS.map(() => HOSTILE));
    for (const cell of records.flat()) expect(cell).not.toMatch(/(^|[;\t\r\n])[ "]*[=+\-@]/u);
    const saved = english.reviewExportSaved_other.split('(')[0]?.replace('{count}', '4');
    await waitForShown(page, saved ?? '');
    await page.close();
  });

  it('is data of the same, in both forms for programs', async () => {
    const page = await openExport(home);
    const json = await download(page, english.reviewExportJson);
    const items = JSON.parse(json.text) as { exact: string; state: string; kind: string }[];
    expect(items.map(({ exact }) => exact).toSorted()).toEqual(FACTS.toSorted());
    for (const item of items) expect(item).toMatchObject({ state: 'new', kind: 'fact' });
    const annotations = await download(page, english.reviewExportJsonld);
    expect(annotations.name).toMatch(/\.jsonld$/);
    const collection = JSON.parse(annotations.text);
    expect(collection.total).toBe(FACTS.length);
    const targets = JSON.stringify(
      collection.first.items.map(({ target }: { target: object }) => target),
    );
    for (const exact of FACTS) expect(targets).toContain(JSON.stringify(exact));
    expect(targets).not.toContain('rejected fact');
    await page.close();
  });

  it('that breaks off is a failure and no file, wherever it does, and can be tried again', async () => {
    const cuts: [string, RegExp, (text: string) => number][] = [
      [english.reviewExportCsv, /\.csv$/, (text) => text.length / 2],
      // Between two records, and between two reports, what has come looks whole.
      [english.reviewExportCsv, /\.csv$/, (text) => text.indexOf('"\r\n"') + 3],
      [english.reviewExportJson, /\.json$/, (text) => text.lastIndexOf('},') + 1],
      [english.reviewExportJson, /\.json$/, (text) => text.length - 1],
      [english.reviewExportJsonld, /\.jsonld$/, (text) => text.length / 3],
    ];
    const page = await openExport(home);
    for (const [format, name, place] of cuts) {
      const before = (await readKept(page)).length;
      proxy.cutExports(place);
      await choose(page, format);
      await clickButton(page, english.reviewExportDownload);
      await waitForShown(page, english.reviewExportNothingSaved);
      expect(await readKept(page), `${format} ${place}`).toHaveLength(before);
      proxy.cutExports(null);
      expect((await takeFile(page, english.reviewAgain)).name).toMatch(name);
    }
    await page.close();
  });

  it('is a list for paper, which has the words and nothing of the desk', async () => {
    const page = await openExport(home);
    await choose(page, english.reviewExportPrint);
    await clickButton(page, english.reviewExportShowList);
    await page.waitForSelector('.printable .printed-place');
    await waitUntil(async () => (await page.$$('.printed-place')).length === FACTS.length, {
      what: 'all places on the list',
    });
    const shown = await readShown(page);
    for (const part of ['1911', TAG, english.reviewExportListCount_other.replace('{count}', '4')])
      expect(shown).toContain(part);
    expect(await page.$$('.printable script')).toHaveLength(0);
    expect(await session.driver.axe(page)).toEqual([]);
    if (browserName === 'chromium') {
      await page.emulateMediaType('print');
      const paper = await page.evaluate(() => document.body.innerText);
      expect(paper).toContain('1911');
      expect(paper).toContain(TAG);
      for (const part of [english.reviewSignOut, english.reviewDeskQueue, english.reviewExportBack])
        expect(paper).not.toContain(part);
      expect((await page.pdf()).byteLength).toBeGreaterThan(5_000);
      await page.emulateMediaType();
    }
    await clickButton(page, english.reviewExportBack);
    await page.waitForSelector('form.export');
    await page.close();
  });
});

/** The desk's pages for everybody who reads them: light, dark and narrow, by axe's rules, and never wider than the window. */
import type { Page } from 'puppeteer-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import english from '../../src/locales/en.json' with { type: 'json' };
import {
  NEWSROOM,
  openReview,
  REVIEW_HOMES,
  type ReviewEndpoint,
  startReviewEndpoint,
} from './review-endpoint.ts';
import {
  DESK,
  type DeskName,
  decideAll,
  findClusters,
  goTo,
  tell,
  waitForShown,
} from './review-page-steps.ts';
import { useSession } from './session.ts';

const session = useSession();
let endpoint: ReviewEndpoint;
let token: string;

const LONG = 'Donaudampfschifffahrtsgesellschaftskapitänsmützenabzeichen';

beforeAll(async () => {
  endpoint = await startReviewEndpoint();
  token = await endpoint.addEditor('Ada with a name that takes a while to say');
  const regional = `a-very-long-name-of-a-regional-edition.${NEWSROOM}`;
  await endpoint.post({ exact: LONG, correction: `${LONG}s`, comment: LONG });
  await endpoint.post({ exact: 'كاس العالم', correction: 'كأس', language: 'ar', kind: 'fact' });
  await endpoint.post({ exact: 'teh', source: `https://${regional}/${'a-long-slug-'.repeat(9)}` });
  await endpoint.post({ exact: 'seperate' });
  await decideAll(endpoint, token, { words: 'seperate', state: 'rejected' });
  await decideAll(endpoint, token, { words: LONG, state: 'accepted' });
  const settings = { editLink: 'https://{host}/edit?{slug}', publishes: true };
  await tell(endpoint, token, `sites/${NEWSROOM}`, settings, 'PUT');
  const [cluster] = await findClusters(endpoint, token, LONG);
  const note = { text: LONG.repeat(3) };
  await tell(endpoint, token, `clusters/${cluster?.place}/note?site=${NEWSROOM}`, note, 'PUT');
  const words = { words: LONG, site: NEWSROOM, reason: LONG, apply: false };
  await tell(endpoint, token, 'dismissals', words);
});
afterAll(() => endpoint?.close());

/** What has to be seen before a page is looked at. */
const CONTENT: Record<DeskName, string> = {
  ...{ queue: 'teh', figures: english.reviewFiguresRepeated, dismissals: LONG },
  ...{ corrections: LONG, export: english.reviewExportJsonldHint },
  sites: english.reviewSitesPublish,
};

const LOOKS = [
  { name: 'light', width: 1280, isDark: false },
  { name: 'dark', width: 1280, isDark: true },
  { name: 'narrow', width: 320, isDark: false },
];

/** Opens all that can be folded out, as somebody does who wants to see everything. */
async function unfold(page: Page): Promise<void> {
  await page.evaluate(() => {
    for (const one of document.querySelectorAll<HTMLDetailsElement>(
      'main > .page:not([hidden]) details',
    )) {
      one.open = true;
    }
  });
}

/** What reaches out of the window, by its class; tables and such are moved under the edges of their frames. */
const readOver = (page: Page) =>
  page.evaluate(() => {
    const edge = document.documentElement.clientWidth;
    if (document.documentElement.scrollWidth <= edge) return [];
    const all = [...document.querySelectorAll('body *')];
    const over = all.filter((one) => one.getBoundingClientRect().right > edge + 1);
    return over.map((one) => `${one.localName}.${one.getAttribute('class')}`);
  });

describe.each(REVIEW_HOMES)('the pages of the desk %s', (home) => {
  it.each(LOOKS)('keep to the rules, $name', async ({ width, isDark }) => {
    const page = await openReview(session, endpoint, { home, token, hash: '#state=any' });
    await session.driver.setViewport(page, width, 800);
    await session.driver.setDark(page, isDark);
    try {
      for (const name of Object.keys(DESK) as DeskName[]) {
        await goTo(page, name);
        await page.waitForSelector(
          'main > .page:not([hidden]) :is(.entry, .cluster, form, .chart, .site)',
        );
        await unfold(page);
        await waitForShown(page, CONTENT[name]);
        expect(await session.driver.axe(page), name).toEqual([]);
        expect(await readOver(page), name).toEqual([]);
      }
    } finally {
      await session.driver.setDark(page, false);
      await page.close();
    }
  });
});

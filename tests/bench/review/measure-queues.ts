/** Opens, filters and scrolls the queue of the editors' review in a browser, as it is served by endpoints. */
import type { Page } from 'puppeteer-core';
import { launchBrowser } from '../../drivers/launch.ts';
import { findPercentile } from '../percentiles.ts';

export interface ServedQueue {
  /** about how many mistakes it has */
  size: number;
  /** the endpoint's, with a slash at the end */
  url: string;
  token: string;
}

export interface QueueMeasured {
  size: number;
  first_row_ms: number | null;
  filter_ms: number | null;
  /** share of the frames that were due while it was scrolled */
  dropped_frames: number | null;
  memory_mb: number | null;
}

interface Options {
  /** how often each is opened, and filtered */
  samples: number;
  /** how long each is scrolled */
  seconds: number;
}

const ARGS = [
  '--no-first-run',
  '--lang=en',
  '--disable-background-networking',
  '--proxy-server=http://127.0.0.1:9',
];
const VIEWPORT = { width: 1280, height: 900 };
const LIMIT_MS = 60_000;
/** What a person with a wheel that spins freely comes to. */
const PIXELS_PER_SECOND = 12_000;
const WARM_UP = 2;
/** Kinds that reports are made of, and what their rows say. */
const KINDS = { fact: 'Fact', grammar: 'Grammar' } as const;
type Kind = keyof typeof KINDS;
const TOKEN = 'sic-editor-token';
const ROW = '.clusters > li.cluster';

/** Measures queues in turns, so that each meets the same machine. */
export async function measureQueues(
  queues: readonly ServedQueue[],
  { samples, seconds }: Options,
): Promise<QueueMeasured[]> {
  const { browser, guard, close } = await launchBrowser('chromium', undefined, {
    headless: true,
    pipe: true,
    args: [...ARGS, ...(process.getuid?.() === 0 ? ['--no-sandbox'] : [])],
    defaultViewport: VIEWPORT,
  });
  try {
    const tabs = await Promise.all(queues.map(async () => guard(browser.newPage())));
    const times = queues.map(() => ({ first: [] as number[], filter: [] as number[] }));
    for (let n = -WARM_UP; n < samples; n += 1) {
      for (const [i, queue] of queues.entries()) {
        const [page, kept] = [tabs[i], times[i]];
        if (page === undefined || kept === undefined) continue;
        await guard(page.bringToFront());
        const first = await guard(timeFirstRow(page, queue));
        const filter = await guard(timeFilter(page, n % 2 === 0 ? 'fact' : 'grammar'));
        if (n < 0) continue;
        kept.first.push(first);
        kept.filter.push(filter);
      }
    }
    const measured: QueueMeasured[] = [];
    for (const [i, queue] of queues.entries()) {
      const [page, kept] = [tabs[i], times[i]];
      if (page === undefined || kept === undefined) continue;
      await guard(page.bringToFront());
      await guard(timeFirstRow(page, queue));
      measured.push({
        size: queue.size,
        first_row_ms: findPercentile(kept.first, 0.5),
        filter_ms: findPercentile(kept.filter, 0.5),
        dropped_frames: await guard(scroll(page, seconds)),
        memory_mb: await guard(readMemory(page)),
      });
    }
    return measured;
  } finally {
    await close();
  }
}

/** Opens the queue anew, signed in. @returns ms from the navigation to a row that is on the screen */
async function timeFirstRow(page: Page, { url, token }: ServedQueue): Promise<number> {
  // From elsewhere: an address that differs in its fragment alone would not be loaded anew.
  await page.goto(`${url}api/openapi.json`, { timeout: LIMIT_MS });
  await page.evaluate((name, value) => sessionStorage.setItem(name, value), TOKEN, token);
  await page.goto(url, { waitUntil: 'domcontentloaded', timeout: LIMIT_MS });
  await page.waitForSelector(ROW, { timeout: LIMIT_MS });
  return waitForRows(page, '');
}

/** Chooses a kind by the queue's address. @returns ms until the rows on the screen are of that kind alone */
async function timeFilter(page: Page, kind: Kind): Promise<number> {
  const start = await page.evaluate((hash) => {
    const now = performance.now();
    location.hash = hash;
    return now;
  }, `#page=queue&kind=${kind}`);
  return (await waitForRows(page, KINDS[kind])) - start;
}

/** @returns when the frame with the rows was drawn, by the page's own clock (ms since its navigation) */
function waitForRows(page: Page, words: string): Promise<number> {
  return page.evaluate(
    (row, wanted) =>
      new Promise<number>((resolve) => {
        const look = () => {
          const rows = [...document.querySelectorAll(`${row} .facts`)];
          if (rows.length > 0 && rows.every((one) => one.textContent?.includes(wanted))) {
            // The frame after the one that has them.
            requestAnimationFrame(() => resolve(performance.now()));
          } else requestAnimationFrame(look);
        };
        look();
      }),
    ROW,
    words,
  );
}

/** Scrolls steadily through the queue. @returns the share of the frames that came late */
function scroll(page: Page, seconds: number): Promise<number | null> {
  return page.evaluate(
    (pixels, ms) =>
      new Promise<number | null>((resolve) => {
        const times: number[] = [];
        const step = (now: number) => {
          const last = times.at(-1);
          if (last !== undefined) scrollBy(0, ((now - last) * pixels) / 1000);
          times.push(now);
          if (now - (times[0] ?? now) < ms) {
            requestAnimationFrame(step);
            return;
          }
          const gaps = times.slice(1).map((time, i) => time - (times[i] ?? time));
          const usual = gaps.toSorted((one, other) => one - other)[gaps.length >> 1] ?? 0;
          const due = gaps.reduce((sum, gap) => sum + Math.max(1, Math.round(gap / usual)), 0);
          resolve(usual === 0 ? null : (due - gaps.length) / due);
        };
        requestAnimationFrame(step);
      }),
    PIXELS_PER_SECOND,
    seconds * 1000,
  );
}

async function readMemory(page: Page): Promise<number | null> {
  const session = await page.createCDPSession();
  await session.send('HeapProfiler.collectGarbage');
  const { usedSize } = await session.send('Runtime.getHeapUsage');
  await session.detach();
  return usedSize / 1024 / 1024;
}

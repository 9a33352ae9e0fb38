/**
 * How long a copy takes with the built extension in real Chromium, from the key to the filled clipboard, as the page
 * itself sees it; and the browser's own copy of the same selection in the same page, with attribution
 * turned off. The turns are mixed, so that a busy machine is as busy for one as for the other.
 */
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from 'puppeteer-core';
import * as v from 'valibot';
import type { Driver } from '../../drivers/driver.ts';
import { PRIMARY_MODIFIER } from '../../drivers/page-actions.ts';
import { startSite } from '../../drivers/site.ts';
import { startDriver } from '../../drivers/start-driver.ts';
import { pause, waitUntil } from '../../drivers/wait.ts';
import { writeArticle } from '../../page/long-article.ts';

const EXTENSION = join(import.meta.dirname, '../../../dist/chrome');
const WORDS = 20_000;
const PATH = '/2026/03/the-long-story-of-the-bay';
const WARM_UPS = 2;
const SETTLE_MS = 250;

/** own: the browser's · source: with the source behind it · deep: with a link to the passage as well */
export const MODES = ['own', 'source', 'deep'] as const;
export type Mode = (typeof MODES)[number];
export type Size = 'small' | 'large';

export interface CopyTime {
  mode: Mode;
  size: Size;
  /** ms in the page, from the key event's own time until the task that fills the clipboard is over */
  ms: number;
  /** ms that this machine's clock saw pass outside the browser, protocol included */
  wall: number;
}

const timeSchema = v.object({ ms: v.number(), isOurs: v.boolean() });

export interface TimeOptions {
  seed: number;
  /** copies in each mode of each size */
  rounds: number;
  tell: (text: string) => void;
}

export function isExtensionBuilt(): boolean {
  return existsSync(join(EXTENSION, 'manifest.json'));
}

export async function timeCopies({ seed, rounds, tell }: TimeOptions): Promise<CopyTime[]> {
  const site = await startSite({
    pages: { [PATH]: { body: writePage(seed), type: 'text/html' } },
    headers: HEADERS,
  });
  let driver: Driver | undefined;
  try {
    driver = await startDriver('chromium', { extension: EXTENSION });
    const page = await driver.newPage(`${site.origin}${PATH}`);
    await driver.waitForShadow(page, 'sic-source', 'a', 30_000);
    await page.evaluate(watchCopies);
    const times: CopyTime[] = [];
    for (let round = -WARM_UPS; round < rounds; round += 1) {
      tell(`copies: round ${Math.max(0, round)} of ${rounds}`);
      for (const mode of MODES) {
        await setMode(driver, mode);
        for (const size of ['small', 'large'] as const) {
          const time = await timeCopy(driver, page, mode, size);
          if (round >= 0) times.push(time);
        }
      }
    }
    return times;
  } finally {
    await driver?.close();
    await site.close();
  }
}

/** With the page alone in its process the browser gives it a finer clock. */
const HEADERS = {
  '*': {
    'cross-origin-opener-policy': 'same-origin',
    'cross-origin-embedder-policy': 'require-corp',
  },
};

function writePage(seed: number): string {
  const { html } = writeArticle(seed, WORDS);
  return `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>The long story of the bay</title>
<meta property="og:type" content="article"><meta name="author" content="Ada Moss">
<meta property="article:published_time" content="2026-03-01T08:00:00Z"></head>
<body><main><h1>The long story of the bay</h1><p class="byline">By Ada Moss</p>${html}</main></body></html>`;
}

/** What the page keeps of its last copy; runs in the page. */
function watchCopies(): void {
  const state = { pressed: 0, done: null as { ms: number; isOurs: boolean } | null };
  const channel = new MessageChannel();
  let last: ClipboardEvent | undefined;
  // The message comes when the task that the copy is a part of has ended, and the clipboard is filled.
  channel.port1.onmessage = () => {
    state.done = { ms: performance.now() - state.pressed, isOurs: last?.defaultPrevented === true };
  };
  addEventListener(
    'keydown',
    (event) => {
      if (event.key === 'c') state.pressed = event.timeStamp;
    },
    true,
  );
  addEventListener(
    'copy',
    (event) => {
      last = event;
      channel.port2.postMessage(null);
    },
    true,
  );
  Object.assign(globalThis, { copies: state });
}

async function setMode(driver: Driver, mode: Mode): Promise<void> {
  const attribution = {
    when: mode === 'own' ? 'never' : 'always',
    minWords: 1,
    deepLinks: mode === 'deep',
  };
  await driver.inExtension(async (value) => {
    const { storage } = Reflect.get(globalThis, 'chrome');
    await storage.local.set({ settings: { attribution: value } });
  }, attribution);
  await driver.sendMessage({ type: 'settings/changed' });
}

async function timeCopy(driver: Driver, page: Page, mode: Mode, size: Size): Promise<CopyTime> {
  // A page that is told of new settings asks for them: the first copies may still be of the old.
  const what = `a copy in the mode ${mode}`;
  return waitUntil(
    async () => {
      await page.bringToFront();
      await driver.selectText(page, size === 'small' ? '#p12' : 'article');
      // As long as a reader takes from the selection to the key.
      await pause(SETTLE_MS);
      await page.evaluate(() => Object.assign(Reflect.get(globalThis, 'copies'), { done: null }));
      const start = performance.now();
      await driver.chord(page, PRIMARY_MODIFIER, 'c');
      await page.waitForFunction(() => Reflect.get(globalThis, 'copies').done !== null, {
        polling: 5,
      });
      const wall = performance.now() - start;
      const { ms, isOurs } = v.parse(
        timeSchema,
        await page.evaluate(() => Reflect.get(globalThis, 'copies').done),
      );
      return isOurs === (mode !== 'own') ? { mode, size, ms, wall } : null;
    },
    { what, timeout: 20_000 },
  );
}

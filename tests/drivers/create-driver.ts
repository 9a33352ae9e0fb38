/**
 * The shared half of a driver: everything that is the same in both browsers, made of what one browser
 * does in its own way. Each call is guarded, so that a browser's death ends it with a clear error.
 */
import { mkdir, readFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import type { Page } from 'puppeteer-core';
import { judgeDocument, judgeShadow, readAxeSource } from './axe.ts';
import type { Driver, Engine, Json } from './driver.ts';
import { emptyExtension, findControlPath, readManifest } from './extension-state.ts';
import type { Launched } from './launch.ts';
import { pasteInto, pressChord, selectRange, selectText } from './page-actions.ts';
import { findMiddle, isPassing, isVisible, MissingShadow, selectField } from './shadow.ts';
import { waitUntil } from './wait.ts';

declare const browser: { runtime: { sendMessage(message: unknown): Promise<unknown> } } | undefined;
declare const chrome: { runtime: { sendMessage(message: unknown): Promise<unknown> } };

const NAVIGATION_LIMIT_MS = 45_000;

/**
 * Makes a driver of an engine.
 * @param extension the unpacked extension's folder
 */
export async function createDriver(
  engine: Engine,
  { guard, close }: Launched,
  extension: string,
): Promise<Driver> {
  const { browser: running, name } = engine;
  const manifest = readManifest(await readFile(join(extension, 'manifest.json'), 'utf8'));
  let control: Page | undefined;

  const openControl = async () => {
    if (control === undefined || control.isClosed()) {
      control = await engine.openExtensionPage(findControlPath(manifest));
    }
    return control;
  };
  const inExtension: Driver['inExtension'] = async (fn, ...args) =>
    // The function runs in the browser: puppeteer's types cannot follow the rest parameter into it.
    (await (await openControl()).evaluate(fn as never, ...(args as Json[]))) as never;

  /** A host that is not there yet is not seen; any other fault is one. */
  const looksVisible = (page: Page, host: string, css: string) =>
    guard(engine.inShadow(page, host, isVisible, css)).catch((fault: unknown) => {
      if (fault instanceof MissingShadow || isPassing(fault)) return false;
      throw fault;
    });

  const clickInShadow: Driver['clickInShadow'] = async (page, host, css) => {
    const point = await guard(engine.inShadow(page, host, findMiddle, css));
    if (point === null) throw new Error(`nothing to click: no ${css} in <${host}>`);
    await guard(page.mouse.click(point.x, point.y));
  };

  return {
    name,
    browser: running,
    extensionOrigin: engine.extensionOrigin,
    close,

    newPage: (url) => guard(openTab(running.newPage(), url)),
    openExtensionPage: (path) => guard(engine.openExtensionPage(path)),
    selectText: (page, place) => guard(selectText(page, place)),
    selectRange: (page, stretch) => guard(selectRange(page, stretch)),
    chord: (page, modifier, key) => guard(pressChord(page, modifier, key)),

    readClipboard: () =>
      guard(
        (async () => {
          const page = await running.newPage();
          await page.bringToFront();
          try {
            return await pasteInto(page);
          } finally {
            await page.close();
          }
        })(),
      ),

    inShadow: (page, host, fn, ...args) => guard(engine.inShadow(page, host, fn, ...args)),
    clickInShadow,
    waitForShadow: async (page, host, css, timeout = 10_000) => {
      const what = `${css} in <${host}> on ${page.url()}`;
      await waitUntil(() => looksVisible(page, host, css), { timeout, what });
    },
    waitForShadowGone: async (page, host, css, timeout = 10_000) => {
      const what = `${css} in <${host}> to go from ${page.url()}`;
      await waitUntil(async () => !(await looksVisible(page, host, css)), { timeout, what });
    },
    typeInShadow: async (page, host, css, text) => {
      await clickInShadow(page, host, css);
      await guard(engine.inShadow(page, host, selectField, css));
      if (text === '') await guard(page.keyboard.press('Delete'));
      else await guard(page.keyboard.type(text));
    },

    axe: async (page, host) => {
      const source = await readAxeSource();
      if (host === undefined) {
        await guard(page.evaluate(source));
        return guard(page.evaluate(judgeDocument));
      }
      await guard(engine.loadAxeForShadow(page, source));
      return guard(engine.inShadow(page, host, judgeShadow));
    },

    inExtension: (fn, ...args) => guard(inExtension(fn, ...args)),
    sendMessage: (message) => guard(inExtension(sendFromPage, message)),
    reset: () => guard(inExtension(emptyExtension)),

    pressShortcut: (keys) => guard(engine.pressShortcut(keys)),
    chooseFromMenu: (id, over) => guard(engine.chooseFromMenu(id, over)),

    backgroundRunning: () => guard(engine.backgroundRunning()),
    killBackground: () =>
      guard(
        (async () => {
          await engine.killBackground(await openControl());
          const what = 'the background to end';
          await waitUntil(async () => !(await engine.backgroundRunning()), { what });
        })(),
      ),
    setOffline: (on) => guard(engine.setOffline(on)),
    setDark: (page, on) =>
      guard(
        (async () => {
          await engine.setDark(page, on);
          const look = () =>
            page.evaluate(() => matchMedia('(prefers-color-scheme: dark)').matches);
          const what = on ? 'the dark scheme' : 'the light scheme';
          await waitUntil(async () => (await look()) === on, { what });
        })(),
      ),
    setViewport: (page, width, height) => guard(page.setViewport({ width, height })),
    screenshot: async (page, path) => {
      await mkdir(dirname(path), { recursive: true });
      await guard(page.screenshot({ path: asPng(path) }));
    },
  };
}

async function openTab(opening: Promise<Page>, url: string): Promise<Page> {
  const page = await opening;
  await page.goto(url, { waitUntil: 'domcontentloaded', timeout: NAVIGATION_LIMIT_MS });
  await page.bringToFront();
  return page;
}

function sendFromPage(message: Json): Promise<unknown> {
  return (typeof browser === 'undefined' ? chrome : browser).runtime.sendMessage(message);
}

function asPng(path: string): `${string}.png` {
  return path.endsWith('.png') ? (path as `${string}.png`) : `${path}.png`;
}

/**
 * One driver API for the installed extension in stock Chromium and Firefox: tests say what a reader
 * does and never which browser they are in. Everything here acts as a reader would, with trusted keys
 * and clicks, except where it says that it looks from inside.
 */
import type { Browser, Page } from 'puppeteer-core';

export type BrowserName = 'chromium' | 'firefox';

/** What can cross between the test and the browser. */
export type Json = string | number | boolean | null | undefined | Json[] | { [key: string]: Json };

/** Both flavours of the clipboard, '' where there is none. */
export interface Clipboard {
  plain: string;
  html: string;
}

/** A place by an element's selector, and optionally the first occurrence of a text in it. */
export type Place = string | { css: string; text: string };

/** A stretch of text: offsets count characters of the elements' text content. */
export interface Stretch {
  startCss: string;
  startOffset: number;
  /** the start's element unless told */
  endCss?: string;
  endOffset: number;
}

export interface Violation {
  /** the rule of axe-core, such as `color-contrast` */
  id: string;
  impact: string;
  help: string;
  /** one line for each element: where it is, and what is wrong */
  nodes: string[];
}

export interface Driver {
  readonly name: BrowserName;
  /** the browser itself, for what this interface does not cover */
  readonly browser: Browser;
  /** `chrome-extension://…` or `moz-extension://…`, without a slash at the end */
  readonly extensionOrigin: string;

  /** Opens a tab in front, and waits until its document is parsed. */
  newPage(url: string): Promise<Page>;
  /** Opens a page of the extension in a tab of its own, loaded. */
  openExtensionPage(path: string): Promise<Page>;

  /** Selects an element's contents, or a text in it. Rejects where there is no such place. */
  selectText(page: Page, place: Place): Promise<void>;
  selectRange(page: Page, stretch: Stretch): Promise<void>;
  /** Presses a key while one or more modifiers are held: `chord(page, ['Control', 'Shift'], 'c')`. */
  chord(page: Page, modifier: Modifier | Modifier[], key: string): Promise<void>;
  /** What a paste target gets, read by a real paste into an empty page of its own. */
  readClipboard(): Promise<Clipboard>;

  /** Runs `fn(root, ...args)` in the closed shadow root of the first `host` element of the page. */
  inShadow<A extends Json[], R>(
    page: Page,
    host: string,
    fn: (root: ShadowRoot, ...args: A) => R | Promise<R>,
    ...args: A
  ): Promise<R>;
  /** Waits until the host has a shadow root with a visible element for `css` in it. */
  waitForShadow(page: Page, host: string, css: string, timeout?: number): Promise<void>;
  /** Waits until there is no such host, or nothing visible for `css` in it. */
  waitForShadowGone(page: Page, host: string, css: string, timeout?: number): Promise<void>;
  /** A trusted click on the middle of an element in the shadow root. */
  clickInShadow(page: Page, host: string, css: string): Promise<void>;
  /** A trusted click into a field, then trusted keys; what stood in it is replaced. */
  typeInShadow(page: Page, host: string, css: string, text: string): Promise<void>;

  /** axe-core on the host's closed shadow root, or on the whole document where no host is named. */
  axe(page: Page, host?: string): Promise<Violation[]>;

  /** Sends a message from a page of the extension, as its own pages do; gives the answer. */
  sendMessage(message: Json): Promise<unknown>;
  /** Runs a function in a page of the extension, with its storage and its browser API. */
  inExtension<A extends Json[], R>(fn: (...args: A) => R | Promise<R>, ...args: A): Promise<R>;
  /** Empties storage.local, storage.session and every IndexedDB store, and clears all alarms. */
  reset(): Promise<void>;

  /**
   * Presses one of the extension's own shortcuts (`Alt+Shift+L`) over the tab in front. Keys that a test sends
   * go to the page, not to the browser, so the browser's part is done from inside. Rejects where none has it.
   */
  pressShortcut(keys: string): Promise<void>;
  /** Chooses an entry of the context menu by its id over the tab in front, from inside as well. */
  chooseFromMenu(id: string, over: { image?: string }): Promise<void>;

  backgroundRunning(): Promise<boolean>;
  /** Ends the background as the browser would, whatever it is doing; resolves when it has gone. */
  killBackground(): Promise<void>;
  /**
   * No network at all, loopback included, for pages and the background, until switched back. In Chromium
   * a background that starts meanwhile is cut off a moment after its start: where that moment matters,
   * take the endpoint down instead.
   */
  setOffline(on: boolean): Promise<void>;

  /** Prefers-color-scheme: dark or light. In Firefox it holds for every page of the browser. */
  setDark(page: Page, on: boolean): Promise<void>;
  setViewport(page: Page, width: number, height: number): Promise<void>;
  /** Writes a PNG of what is in view to `path`, whose folder is made. */
  screenshot(page: Page, path: string): Promise<void>;

  /** Ends the browser and removes its profile; never hangs, and may be called twice. */
  close(): Promise<void>;
}

export type Modifier = 'Control' | 'Meta' | 'Shift' | 'Alt';

export interface DriverOptions {
  /** the unpacked extension's folder */
  extension: string;
  /** true unless told */
  headless?: boolean;
  args?: string[];
  /** Firefox's preferences */
  prefs?: Record<string, string | number | boolean>;
  /** BCP 47; the browser's language pack has to be installed */
  locale?: string;
  env?: Record<string, string>;
  /** a profile that outlives the browser, to start again on; a fresh one is made and removed unless told */
  profile?: string;
  /**
   * `loopback` (unless told): nothing but this machine is reachable. `all`: as any browser.
   * An HTTP proxy as `host:port` answers for every other host: a `Site` is one.
   */
  network?: 'loopback' | 'all' | (string & {});
}

/** What one browser does in its own way; `createDriver` makes the rest of a `Driver` of it. */
export interface Engine
  extends Pick<
    Driver,
    | 'name'
    | 'browser'
    | 'extensionOrigin'
    | 'openExtensionPage'
    | 'inShadow'
    | 'backgroundRunning'
    | 'setOffline'
    | 'setDark'
    | 'pressShortcut'
    | 'chooseFromMenu'
  > {
  /** Makes axe-core known to the world that `inShadow` runs in, for this page. */
  loadAxeForShadow(page: Page, source: string): Promise<void>;
  /** Ends the background; `control` is a page of the extension. */
  killBackground(control: Page): Promise<void>;
}

/**
 * A tab in which each page stands at its own address and is opened with fragments, as by a reader who follows a
 * link. The one request that is answered is the page's own; its scripts do not run.
 */
import type { HTTPRequest, Page } from 'puppeteer-core';
import { launchBrowser } from '../../drivers/launch.ts';
import { giveUpAfter } from '../../drivers/wait.ts';
import type { BenchPage } from '../corpus/read-pages.ts';

const LIMIT_MS = 60_000;
const HEADERS = {
  'content-security-policy': "default-src 'none'; style-src 'unsafe-inline'",
  // With the page alone in its process the browser gives it a finer clock.
  'cross-origin-opener-policy': 'same-origin',
  'cross-origin-embedder-policy': 'require-corp',
};
const ARGS = [
  '--disable-background-networking',
  '--disable-component-update',
  // What the browser found for a fragment, as a range.
  '--enable-blink-features=TextFragmentAPI',
  '--disable-features=HttpsUpgrades,HttpsFirstBalancedModeAutoEnable',
  '--disable-quic',
  '--disable-sync',
  '--no-first-run',
  // A second lock on the same door: a port that nothing serves.
  '--proxy-server=http://127.0.0.1:9',
];

export interface FragmentPages {
  /** Loads a page afresh, with a directive behind its address or without, and evaluates scripts in it. */
  open(page: BenchPage, directive: string | null, ...scripts: string[]): Promise<void>;
  /** Evaluates an expression in the page that is open. */
  ask(expression: string): Promise<unknown>;
  close(): Promise<void>;
}

export async function serveFragmentPages(): Promise<FragmentPages> {
  const { browser, guard, close } = await launchBrowser('chromium', undefined, {
    headless: true,
    pipe: true,
    protocolTimeout: LIMIT_MS,
    defaultViewport: { width: 1280, height: 800 },
    args: [...ARGS, ...(process.getuid?.() === 0 ? ['--no-sandbox'] : [])],
  });
  let tab: Page | undefined;
  let served: BenchPage | undefined;

  const answer = async (request: HTTPRequest) => {
    const isPage = request.isNavigationRequest() && request.frame() === tab?.mainFrame();
    if (!isPage || served === undefined || !isSameAddress(request.url(), served.url)) {
      return request.abort('aborted');
    }
    return request.respond({
      status: 200,
      contentType: 'text/html; charset=utf-8',
      headers: HEADERS,
      body: served.readHtml(),
    });
  };
  const openTab = async () => {
    const page = await browser.newPage();
    await page.setRequestInterception(true);
    page.on('request', (request) => void answer(request).catch(() => {})); // the page has gone
    page.on('dialog', (dialog) => void dialog.dismiss().catch(() => {}));
    return page;
  };
  /** A tab in which something hangs is of no more use. */
  const attempt = async <T>(what: string, work: () => Promise<T>): Promise<T> => {
    try {
      return await giveUpAfter(LIMIT_MS, what, guard(work()));
    } catch (fault) {
      const hung = tab;
      tab = undefined;
      await giveUpAfter(5000, 'closing a tab', hung?.close() ?? Promise.resolve()).catch(() => {});
      throw fault;
    }
  };

  return {
    open: (page, directive, ...scripts) =>
      attempt(`opening ${page.name}`, async () => {
        tab ??= await openTab();
        // From elsewhere: an address that differs in its fragment alone would not be loaded again.
        await tab.goto('about:blank');
        served = page;
        const url =
          new URL(page.url).href.replace(/#.*/s, '') +
          (directive === null ? '' : `#:~:text=${directive}`);
        await tab.goto(url, { waitUntil: 'load', timeout: LIMIT_MS });
        for (const script of scripts) await tab.evaluate(script);
      }),
    ask: (expression) =>
      attempt(`${expression} on ${served?.name}`, async () => tab?.evaluate(expression)),
    close,
  };
}

function isSameAddress(one: string, other: string): boolean {
  const [a, b] = [new URL(one), new URL(other)];
  a.hash = '';
  b.hash = '';
  return a.href === b.href;
}

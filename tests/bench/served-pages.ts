/**
 * A tab in which each page stands at its own address, as if it were there: the one request that is
 * answered is the page's own, everything else is aborted, and the page's scripts do not run.
 */
import type { HTTPRequest, Page } from 'puppeteer-core';
import { launchBrowser } from '../drivers/launch.ts';
import { giveUpAfter } from '../drivers/wait.ts';
import type { BenchPage } from './corpus/read-pages.ts';

const LIMIT_MS = 60_000;
/** Nothing runs and nothing loads; styles in the page itself stay, since some peers ask what is hidden. */
const POLICY = "default-src 'none'; style-src 'unsafe-inline'";
const HEADERS = {
  'content-security-policy': POLICY,
  // With the page alone in its process the browser gives it a finer clock.
  'cross-origin-opener-policy': 'same-origin',
  'cross-origin-embedder-policy': 'require-corp',
};
const ARGS = [
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-features=HttpsUpgrades,HttpsFirstBalancedModeAutoEnable',
  '--disable-quic',
  '--disable-sync',
  '--no-first-run',
  // A second lock on the same door: a port that nothing serves.
  '--proxy-server=http://127.0.0.1:9',
];

export interface ServedPages {
  /**
   * Loads a page afresh, evaluates the script in it, and calls a function of `globalThis.bench` there with
   * the document.
   * @returns what that function returned; rejects where the page did not load or the function threw
   */
  ask(page: BenchPage, script: string, name: string): Promise<unknown>;
  close(): Promise<void>;
}

/** Starts a browser of its own for pages. */
export async function servePages(): Promise<ServedPages> {
  const launched = await launchBrowser('chromium', undefined, {
    headless: true,
    pipe: true,
    args: [...ARGS, ...(process.getuid?.() === 0 ? ['--no-sandbox'] : [])],
  });
  let tab: Page | undefined;
  let served = { url: '', html: '' };

  const answer = async (request: HTTPRequest) => {
    const isPage = request.isNavigationRequest() && request.frame() === tab?.mainFrame();
    if (!isPage || !isSameAddress(request.url(), served.url)) return request.abort('aborted');
    return request.respond({
      status: 200,
      contentType: 'text/html; charset=utf-8',
      headers: HEADERS,
      body: served.html,
    });
  };

  const openTab = async () => {
    const page = await launched.browser.newPage();
    await page.setRequestInterception(true);
    page.on('request', (request) => void answer(request).catch(() => {})); // the page has gone
    page.on('dialog', (dialog) => void dialog.dismiss().catch(() => {}));
    return page;
  };

  const visit = async (page: BenchPage, script: string, name: string): Promise<unknown> => {
    tab ??= await openTab();
    // From elsewhere: an address that differs in its fragment alone would not be loaded again.
    await tab.goto('about:blank');
    served = { url: page.url, html: page.readHtml() };
    await tab.goto(page.url, { waitUntil: 'domcontentloaded', timeout: LIMIT_MS });
    await tab.evaluate(script);
    return tab.evaluate(`globalThis.bench[${JSON.stringify(name)}](document)`);
  };

  return {
    ask: async (page, script, name) => {
      try {
        const work = launched.guard(visit(page, script, name));
        return await giveUpAfter(LIMIT_MS, `${name} on ${page.name}`, work);
      } catch (fault) {
        // A tab in which something hangs is of no more use.
        const hung = tab;
        tab = undefined;
        await giveUpAfter(5000, 'closing a tab', hung?.close() ?? Promise.resolve()).catch(
          () => {},
        );
        throw fault;
      }
    },
    close: launched.close,
  };
}

function isSameAddress(one: string, other: string): boolean {
  const [a, b] = [new URL(one), new URL(other)];
  a.hash = '';
  b.hash = '';
  return a.href === b.href;
}

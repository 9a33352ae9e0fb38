/**
 * A tab of either browser for one page after another, each served on loopback: its scripts do not run and nothing
 * that it names is loaded. Alone in its process, it has a finer clock.
 */
import { createServer } from 'node:http';
import type { LaunchOptions, Page } from 'puppeteer-core';
import type { BrowserName } from '../../drivers/driver.ts';
import { launchBrowser } from '../../drivers/launch.ts';
import { giveUpAfter } from '../../drivers/wait.ts';

const LIMIT_MS = 240_000;
const HEADERS = {
  'content-type': 'text/html; charset=utf-8',
  'content-security-policy': "default-src 'none'; style-src 'unsafe-inline'",
  'cross-origin-opener-policy': 'same-origin',
  'cross-origin-embedder-policy': 'require-corp',
  'cache-control': 'no-store',
};
/** A port that nothing serves: whatever is not on loopback goes nowhere. */
const NOWHERE = { host: '127.0.0.1', port: 9 };

export interface Tab {
  /** Loads a page afresh and evaluates scripts in it. */
  open(html: string, ...scripts: string[]): Promise<void>;
  /** Calls a function of `globalThis.bench` in the page; what goes in and out is JSON. */
  ask(name: string, task: unknown): Promise<unknown>;
  close(): Promise<void>;
}

export async function openTab(name: BrowserName): Promise<Tab> {
  let html = '';
  const server = createServer((request, response) => {
    const isPage = request.url?.startsWith('/page') ?? false;
    response.writeHead(isPage ? 200 : 404, HEADERS).end(isPage ? html : '');
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('there is no port');
  const launched = await launchBrowser(name, undefined, OPTIONS[name]());
  let tab: Page | undefined;
  let visits = 0;

  const attempt = async <T>(what: string, work: Promise<T>): Promise<T> => {
    try {
      return await giveUpAfter(LIMIT_MS, what, launched.guard(work));
    } catch (fault) {
      // A tab in which something hangs is of no more use.
      const hung = tab;
      tab = undefined;
      await giveUpAfter(5000, 'closing a tab', hung?.close() ?? Promise.resolve()).catch(() => {});
      throw fault;
    }
  };
  const visit = async (scripts: string[]) => {
    tab ??= await launched.browser.newPage();
    visits += 1;
    await tab.goto(`http://127.0.0.1:${address.port}/page?${visits}`, {
      waitUntil: 'domcontentloaded',
      timeout: LIMIT_MS,
    });
    for (const script of scripts) await tab.evaluate(script);
  };
  return {
    open: (page, ...scripts) => {
      html = page;
      return attempt('opening a page', visit(scripts));
    },
    ask: (what, task) => {
      if (tab === undefined) throw new Error('no page is open');
      const call = `globalThis.bench[${JSON.stringify(what)}](${JSON.stringify(task)})`;
      return attempt(what, tab.evaluate(call));
    },
    close: async () => {
      await launched.close();
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}

const OPTIONS: Record<BrowserName, () => LaunchOptions> = {
  chromium: () => ({
    headless: true,
    pipe: true,
    protocolTimeout: LIMIT_MS,
    args: [
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-features=HttpsUpgrades,HttpsFirstBalancedModeAutoEnable',
      '--disable-quic',
      '--disable-sync',
      '--no-first-run',
      `--proxy-server=http://${NOWHERE.host}:${NOWHERE.port}`,
      ...(process.getuid?.() === 0 ? ['--no-sandbox'] : []),
    ],
  }),
  firefox: () => ({
    browser: 'firefox',
    headless: true,
    protocolTimeout: LIMIT_MS,
    extraPrefsFirefox: {
      'network.proxy.type': 1,
      'network.proxy.http': NOWHERE.host,
      'network.proxy.http_port': NOWHERE.port,
      'network.proxy.ssl': NOWHERE.host,
      'network.proxy.ssl_port': NOWHERE.port,
      'network.proxy.no_proxies_on': '127.0.0.1',
      'privacy.reduceTimerPrecision': false,
    },
  }),
};

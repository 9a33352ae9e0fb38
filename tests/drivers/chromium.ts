/**
 * Chromium, over its own protocol: the extension is installed after the start, closed shadow roots are
 * opened from within the content script's own world, as the extension itself could.
 */
import type { Browser, CDPSession, Page, Realm, Target } from 'puppeteer-core';
import { createDriver } from './create-driver.ts';
import type { Driver, DriverOptions, Engine, Json } from './driver.ts';
import { launchBrowser } from './launch.ts';
import { MissingShadow } from './shadow.ts';

/** Events have a `dispatch` of their own, which the browser's own bindings use. */
declare const chrome: {
  dom: { openOrClosedShadowRoot(element: Element): ShadowRoot | null };
  commands: {
    getAll(): Promise<{ name: string; shortcut: string }[]>;
    onCommand: { dispatch(name: string, tab: object): void };
  };
  contextMenus: { onClicked: { dispatch(info: object, tab: object): void } };
  tabs: { query(which: object): Promise<object[]> };
};

const ARGS = [
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--disable-features=HttpsUpgrades,HttpsFirstBalancedModeAutoEnable',
];
/** A port that nothing serves: whatever is not loopback is refused at once. */
const NOWHERE = '127.0.0.1:9';

/** Starts Chromium with the extension installed. */
export async function startChromium(options: DriverOptions): Promise<Driver> {
  const { extension, headless = true, args = [], locale, env, network = 'loopback' } = options;
  const proxy = network === 'loopback' ? NOWHERE : network;
  const launched = await launchBrowser('chromium', options.profile, {
    headless,
    pipe: true,
    enableExtensions: true,
    defaultViewport: headless ? { width: 1280, height: 800 } : null,
    args: [
      ...ARGS,
      ...(process.getuid?.() === 0 ? ['--no-sandbox'] : []),
      ...(proxy === 'all' ? [] : [`--proxy-server=http://${proxy}`]),
      ...(locale === undefined ? [] : [`--lang=${locale}`, `--accept-lang=${locale}`]),
      ...args,
    ],
    env: { ...process.env, ...(locale === undefined ? {} : { LANGUAGE: locale }), ...env },
  });
  const { browser, close } = launched;
  try {
    const id = await launched.guard(browser.installExtension(extension));
    return await createDriver(
      createEngine(browser, `chrome-extension://${id}`),
      launched,
      extension,
    );
  } catch (fault) {
    await close();
    throw fault;
  }
}

function createEngine(browser: Browser, origin: string): Engine {
  const isWorker = (target: Target) =>
    target.type() === 'service_worker' && target.url().startsWith(`${origin}/`);

  const network = createOfflineSwitch(browser, isWorker);
  let session: CDPSession | undefined;

  const findRealm = (page: Page): Pick<Realm, 'evaluate' | 'evaluateHandle'> => {
    if (page.url().startsWith(`${origin}/`)) return page.mainFrame();
    const realm = page.extensionRealms().findLast((one) => one.origin === origin);
    if (!realm) throw new MissingShadow(`the extension is not in ${page.url()}`);
    return realm;
  };

  const inShadow: Engine['inShadow'] = async (page, host, fn, ...args) => {
    const realm = findRealm(page);
    const root = await realm.evaluateHandle((host: string) => {
      const element = document.querySelector(host);
      return element && chrome.dom.openOrClosedShadowRoot(element);
    }, host);
    try {
      if (await realm.evaluate((root) => root === null, root)) {
        throw new MissingShadow(`no <${host}> with a shadow root on ${page.url()}`);
      }
      // The function runs in the browser: puppeteer's types cannot follow the rest parameter into it.
      return (await realm.evaluate(fn as never, root, ...(args as Json[]))) as never;
    } finally {
      await root.dispose().catch(() => {}); // the document may have gone meanwhile
    }
  };

  const findWorker = async () => {
    const target = await browser.waitForTarget(isWorker, { timeout: 10_000 });
    const worker = await target.worker();
    if (worker === null) throw new Error('the background has no worker');
    return worker;
  };

  return {
    name: 'chromium',
    pressShortcut: async (keys) => {
      const isFound = await (await findWorker()).evaluate(async (wanted: string) => {
        const [tab] = await chrome.tabs.query({ active: true, currentWindow: true });
        const command = (await chrome.commands.getAll()).find(
          ({ shortcut }) => shortcut === wanted,
        );
        if (command === undefined || tab === undefined) return false;
        chrome.commands.onCommand.dispatch(command.name, tab);
        return true;
      }, keys);
      if (!isFound) throw new Error(`no shortcut ${keys}, or no tab`);
    },
    chooseFromMenu: async (id, { image }) => {
      await (await findWorker()).evaluate(
        async (menuItemId: string, srcUrl: string | null) => {
          const [tab] = await chrome.tabs.query({ active: true, currentWindow: true });
          const info = { menuItemId, ...(srcUrl === null ? {} : { srcUrl }) };
          if (tab !== undefined) chrome.contextMenus.onClicked.dispatch(info, tab);
        },
        id,
        image ?? null,
      );
    },
    browser,
    extensionOrigin: origin,
    inShadow,
    openExtensionPage: async (path) => {
      const page = await browser.newPage();
      await page.goto(`${origin}/${path.replace(/^\//, '')}`, { waitUntil: 'load' });
      return page;
    },
    loadAxeForShadow: async (page, source) => {
      await findRealm(page).evaluate(source);
    },
    // Asked of the browser itself: puppeteer's own list comes a moment late.
    backgroundRunning: async () => {
      session ??= await browser.target().createCDPSession();
      const { targetInfos } = await session.send('Target.getTargets');
      return targetInfos.some(
        ({ type, url }) => type === 'service_worker' && url.startsWith(`${origin}/`),
      );
    },
    killBackground: async (control) => {
      const session = await control.createCDPSession();
      await session.send('ServiceWorker.enable');
      await session.send('ServiceWorker.stopAllWorkers');
      await session.detach();
      await network.letGo();
    },
    setOffline: network.setOffline,
    setDark: (page, on) =>
      page.emulateMediaFeatures([{ name: 'prefers-color-scheme', value: on ? 'dark' : 'light' }]),
  };
}

/**
 * The protocol cuts one target off at a time: pages, the worker, and those that come while it is on. A
 * worker that starts meanwhile may still send in its first milliseconds.
 */
function createOfflineSwitch(browser: Browser, isWorker: (target: Target) => boolean) {
  const sessions = new Set<CDPSession>();
  /** A worker's target lives as long as a session does: to see it end, let go of it. */
  const letGo = async () => {
    const held = [...sessions];
    sessions.clear();
    await Promise.all(held.map((session) => session.detach().catch(() => {}))); // gone already
  };
  const cut = async (target: Target, offline: boolean) => {
    if (target.type() === 'page') await (await target.page())?.setOfflineMode(offline);
    if (!isWorker(target) || !offline) return;
    const session = await target.createCDPSession();
    sessions.add(session);
    await session.send('Network.enable');
    await session.send('Network.emulateNetworkConditions', {
      offline,
      latency: 0,
      downloadThroughput: -1,
      uploadThroughput: -1,
    });
  };
  const cutNew = (target: Target) => void cut(target, true).catch(() => {}); // gone already
  const setOffline: Engine['setOffline'] = async (on) => {
    browser.off('targetcreated', cutNew);
    await letGo();
    if (on) browser.on('targetcreated', cutNew);
    await Promise.all(browser.targets().map((target) => cut(target, on)));
  };
  return { setOffline, letGo };
}

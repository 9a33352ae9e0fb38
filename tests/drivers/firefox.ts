/**
 * Firefox, over WebDriver BiDi and its privileged scope, which the start's arguments allow: what the
 * browser does to an extension by itself (ending its background, going offline) is asked of it there.
 */
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { type Bidi, createBidi, readContext } from './bidi.ts';
import { createDriver } from './create-driver.ts';
import type { Driver, DriverOptions, Engine, Json } from './driver.ts';
import { readManifest } from './extension-state.ts';
import { launchBrowser } from './launch.ts';
import { retryRefusedInput } from './retry-input.ts';
import { MissingShadow } from './shadow.ts';

declare const WebExtensionPolicy: {
  getByID(id: string): {
    extension: {
      backgroundState: string;
      terminateBackground(options: Record<string, boolean>): Promise<void>;
      emit(event: string, info: object, tab: unknown): Promise<void>;
    };
  };
};
/** The tabs of the window that the privileged scope is in. */
declare const gBrowser: { selectedTab: unknown };
declare const Services: {
  io: { offline: boolean };
  obs: { notifyObservers(subject: null, topic: string): void };
  prefs: { setIntPref(name: string, value: number): void };
};

/** Firefox would draw the extension's own id by chance; a fixed one lets tests open its pages. */
const UUID = '5105105e-51c5-4c51-8c51-51c51c51c51c';
const SANDBOX = 'sic-tests';

const QUIET_PREFS = {
  'app.normandy.enabled': false,
  'app.update.auto': false,
  'browser.aboutwelcome.enabled': false,
  'browser.discovery.enabled': false,
  'browser.newtabpage.activity-stream.feeds.section.topstories': false,
  'browser.safebrowsing.malware.enabled': false,
  'browser.safebrowsing.phishing.enabled': false,
  'browser.search.update': false,
  'browser.topsites.contile.enabled': false,
  'captivedetect.canonicalURL': '',
  'datareporting.healthreport.uploadEnabled': false,
  'datareporting.policy.dataSubmissionEnabled': false,
  'dom.push.connection.enabled': false,
  'dom.security.https_first': false,
  'extensions.getAddons.cache.enabled': false,
  'extensions.systemAddon.update.enabled': false,
  'extensions.update.enabled': false,
  'geo.enabled': false,
  'media.gmp-manager.updateEnabled': false,
  'network.captive-portal-service.enabled': false,
  'network.connectivity-service.enabled': false,
  'network.dns.disablePrefetch': true,
  'network.prefetch-next': false,
  'network.trr.mode': 5,
  'services.settings.server': 'data:,#off',
  'toolkit.telemetry.enabled': false,
};

/** What the tests themselves need of Firefox. */
const TEST_PREFS = {
  'extensions.webextensions.keepStorageOnUninstall': true,
  'extensions.webextensions.keepUuidOnUninstall': true,
  'network.disable-localhost-when-offline': true,
};

function refuseOutside(network: string): Record<string, string | number> {
  if (network === 'all') return {};
  const [host = '', port = ''] = (network === 'loopback' ? '127.0.0.1:9' : network).split(':');
  const proxy = (kind: string) => ({
    [`network.proxy.${kind}`]: host,
    [`network.proxy.${kind}_port`]: Number(port),
  });
  return { 'network.proxy.type': 1, ...proxy('http'), ...proxy('ssl') };
}

/** Starts Firefox with the extension installed for as long as it runs. */
export async function startFirefox(options: DriverOptions): Promise<Driver> {
  const { extension, headless = true, args = [], locale, env, network = 'loopback' } = options;
  const manifest = readManifest(await readFile(join(extension, 'manifest.json'), 'utf8'));
  const geckoId = manifest.browser_specific_settings?.gecko.id;
  if (geckoId === undefined) throw new Error(`${extension}/manifest.json names no gecko id`);
  const launched = await launchBrowser('firefox', options.profile, {
    browser: 'firefox',
    headless,
    defaultViewport: headless ? { width: 1280, height: 800 } : null,
    args: ['--remote-allow-system-access', ...args],
    extraPrefsFirefox: {
      ...QUIET_PREFS,
      ...TEST_PREFS,
      ...refuseOutside(network),
      'extensions.webextensions.uuids': JSON.stringify({ [geckoId]: UUID }),
      ...(locale === undefined
        ? {}
        : { 'intl.locale.requested': locale, 'intl.accept_languages': locale }),
      ...options.prefs,
    },
    env: { ...process.env, MOZ_CRASHREPORTER_DISABLE: '1', ...env },
  });
  const { browser, guard, close } = launched;
  try {
    retryRefusedInput(browser);
    await guard(browser.installExtension(extension));
    const bidi = createBidi(browser);
    const window = await guard(bidi.findChromeContext());
    return await createDriver(createEngine(browser, bidi, window, geckoId), launched, extension);
  } catch (fault) {
    await close();
    throw fault;
  }
}

function createEngine(
  browser: Engine['browser'],
  bidi: Bidi,
  window: string,
  geckoId: string,
): Engine {
  const origin = `moz-extension://${UUID}`;
  const inWindow = <A extends Json[]>(fn: (...args: A) => unknown, ...args: A) =>
    bidi.call({ context: window }, fn, args);

  return {
    name: 'firefox',
    browser,
    extensionOrigin: origin,
    // page.goto() never resolves here: puppeteer waits for events that such pages do not send.
    openExtensionPage: async (path) => {
      const page = await browser.newPage();
      await bidi.navigate(page, `${origin}/${path.replace(/^\//, '')}`);
      return page;
    },
    inShadow: async (page, host, fn, ...args) => {
      const node = await bidi.findShadowRoot(page, host);
      if (node === null) {
        throw new MissingShadow(`no <${host}> with a shadow root on ${page.url()}`);
      }
      const place = { context: readContext(page), sandbox: SANDBOX, node };
      // What the function gives crosses as JSON, as it does in puppeteer's own calls.
      return (await bidi.call(place, fn, args)) as never;
    },
    loadAxeForShadow: async (page, source) => {
      const load = new Function(source) as () => void;
      await bidi.call({ context: readContext(page), sandbox: SANDBOX }, load, []);
    },
    pressShortcut: async (keys) => {
      const isFound = await inWindow((wanted) => {
        const parts = wanted.split('+');
        const letter = parts.pop();
        const modifiers = parts.map((one) => one.toLowerCase()).join(' ');
        for (const key of document.querySelectorAll('keyset[id^="ext-keyset-id"] key')) {
          const held = key.getAttribute('modifiers')?.replace(/,/g, ' ');
          if (key.getAttribute('key') !== letter || held !== modifiers) continue;
          (key as unknown as { doCommand(): void }).doCommand();
          return true;
        }
        return false;
      }, keys);
      if (isFound !== true) throw new Error(`no shortcut ${keys}`);
    },
    chooseFromMenu: async (menuItemId, { image }) => {
      await inWindow(
        async (id, menuItemId, srcUrl) => {
          const info = { menuItemId, modifiers: [], editable: false, ...(srcUrl && { srcUrl }) };
          const { extension } = WebExtensionPolicy.getByID(id);
          await extension.emit('webext-menu-menuitem-click', info, gBrowser.selectedTab);
        },
        geckoId,
        menuItemId,
        image ?? null,
      );
    },
    backgroundRunning: async () =>
      (await inWindow(
        (id) => WebExtensionPolicy.getByID(id).extension.backgroundState,
        geckoId,
      )) === 'running',
    killBackground: async () => {
      await inWindow(async (id) => {
        await WebExtensionPolicy.getByID(id).extension.terminateBackground({
          ignoreDevToolsAttached: true,
          disableResetIdleForTest: true,
        });
      }, geckoId);
    },
    setOffline: async (on) => {
      await inWindow((on) => {
        Services.io.offline = on;
        // Connections that were kept alive outlive the switch.
        if (on) Services.obs.notifyObservers(null, 'net:cancel-all-connections');
      }, on);
    },
    setDark: async (_page, on) => {
      await inWindow(
        (value) => {
          Services.prefs.setIntPref('layout.css.prefers-color-scheme.content-override', value);
        },
        on ? 0 : 1,
      );
    },
  };
}

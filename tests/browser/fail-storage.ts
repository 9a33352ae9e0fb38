/** Has the extension's database fail as it does on a device without room. */
import { createBidi } from '../drivers/bidi.ts';
import type { Driver } from '../drivers/driver.ts';

type Listen = (message: { data: string }) => void;
interface FrameMessages {
  addMessageListener(name: string, listen: Listen): void;
  removeMessageListener(name: string, listen: Listen): void;
  loadFrameScript(url: string, alsoLater: boolean): void;
}
declare const WebExtensionPolicy: {
  getByHostname(host: string): {
    extension: {
      backgroundContext: {
        xulBrowser: { messageManager: FrameMessages };
      };
    };
  };
};

/** @returns the way to make room again */
export function failStorage(driver: Driver): Promise<() => Promise<void>> {
  return driver.name === 'chromium' ? takeQuota(driver) : failWrites(driver);
}

/** The browser's own switch: the quota of one origin, for as long as a session of its protocol stands. */
async function takeQuota(driver: Driver): Promise<() => Promise<void>> {
  const page = await driver.openExtensionPage('/pages/options/index.html');
  const cdp = await page.createCDPSession();
  const origin = driver.extensionOrigin;
  await cdp.send('Storage.overrideQuotaForOrigin', { origin, quotaSize: 1 });
  return async () => {
    await cdp.send('Storage.overrideQuotaForOrigin', { origin });
    await page.close();
  };
}

/** Firefox has no such switch while it runs: the background's own writes are made to fail, from inside. */
async function failWrites({ browser, extensionOrigin }: Driver): Promise<() => Promise<void>> {
  const bidi = createBidi(browser);
  const context = await bidi.findChromeContext();
  const run = async (script: string) => {
    const fault = await bidi.call(
      { context },
      (host, script) =>
        new Promise((resolve) => {
          const { extension } = WebExtensionPolicy.getByHostname(host);
          const { messageManager } = extension.backgroundContext.xulBrowser;
          const listen = ({ data }: { data: string }) => {
            messageManager.removeMessageListener('sic:ran', listen);
            resolve(data);
          };
          messageManager.addMessageListener('sic:ran', listen);
          const url = `data:application/javascript,${encodeURIComponent(script)}`;
          messageManager.loadFrameScript(url, false);
        }),
      [
        new URL(extensionOrigin).host,
        `let fault = '';
        try { ${script} } catch (error) { fault = String(error); }
        sendAsyncMessage('sic:ran', fault);`,
      ],
    );
    if (fault !== '') throw new Error(String(fault));
  };
  await run(`
    const { prototype } = content.wrappedJSObject.IDBObjectStore;
    const { DOMException } = content.wrappedJSObject;
    content.wrappedJSObject.sicWrites = Cu.cloneInto({}, content.wrappedJSObject);
    content.wrappedJSObject.sicWrites.add = prototype.add;
    content.wrappedJSObject.sicWrites.put = prototype.put;
    prototype.add = prototype.put = Cu.exportFunction(() => {
      throw new DOMException('no room', 'QuotaExceededError');
    }, content);
  `);
  return () =>
    run(`
      const { IDBObjectStore, sicWrites } = content.wrappedJSObject;
      IDBObjectStore.prototype.add = sicWrites.add;
      IDBObjectStore.prototype.put = sicWrites.put;
    `);
}

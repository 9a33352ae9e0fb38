/**
 * Notifications, whose permission a reader gives when they ask for them: until then the browser's calls for them
 * are not there at all.
 */
import browser from 'webextension-polyfill';

const PERMISSION = { permissions: ['notifications' as const] };
const ICON = 'icons/icon-128.png';

/** There or not, whatever its type says. */
function readApi(): typeof browser.notifications | undefined {
  return browser.notifications;
}

/** Whether the reader has allowed them. */
export async function mayNotify(): Promise<boolean> {
  return readApi() !== undefined && (await browser.permissions.contains(PERMISSION));
}

/** Shows one without a sound; one of the same id that is still there is replaced. */
export async function showNotification(notification: {
  id: string;
  title: string;
  message: string;
}): Promise<void> {
  const { id, ...words } = notification;
  const iconUrl = browser.runtime.getURL(ICON);
  // Firefox has no such property, and refuses what it does not know:
  // https://developer.mozilla.org/docs/Mozilla/Add-ons/WebExtensions/API/notifications/NotificationOptions
  const quiet = browser.runtime.getURL('').startsWith('moz-extension:') ? {} : { silent: true };
  await readApi()?.create(id, { type: 'basic', iconUrl, ...words, ...quiet });
}

/**
 * A click on a notification opens the page that it is about. To be called while the worker starts: once the
 * permission is given, a click may be what woke it.
 * @param findPage the address of what the notification of an id is about, or null
 */
export function listenForNotificationClicks(
  findPage: (id: string) => Promise<string | null>,
): void {
  const open = async (id: string) => {
    const url = await findPage(id);
    await readApi()?.clear(id);
    if (url !== null && /^https?:/.test(url)) await browser.tabs.create({ url });
  };
  const onClicked = (id: string) => void open(id).catch(() => undefined);
  // The same listener again is no second one.
  const listen = () => readApi()?.onClicked.addListener(onClicked);
  listen();
  browser.permissions.onAdded.addListener(listen);
}

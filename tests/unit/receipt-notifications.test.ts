/** Notifications where the browser has them, has them not yet, and takes some properties only. */
import { beforeEach, expect, it, vi } from 'vitest';

type Listener = (...args: unknown[]) => void;
const createEvent = () => {
  const listeners = new Set<Listener>();
  return {
    listeners,
    addListener: (listener: Listener) => void listeners.add(listener),
    emit: (...args: unknown[]) => {
      for (const listener of listeners) listener(...args);
    },
  };
};
const createNotifications = () => ({
  onClicked: createEvent(),
  create: vi.fn(async (id: string, _options: object) => id),
  clear: vi.fn(async () => true),
});

const browser = vi.hoisted(() => ({ default: {} as Record<string, unknown> }));
vi.mock('webextension-polyfill', () => browser);
const { listenForNotificationClicks, mayNotify, showNotification } = await import(
  '../../src/platform/notifications.ts'
);

let origin = '';
let isGranted = false;
let onAdded = createEvent();
const openTab = vi.fn(async () => undefined);

beforeEach(() => {
  origin = 'chrome-extension://abc/';
  isGranted = false;
  onAdded = createEvent();
  openTab.mockClear();
  Object.assign(browser.default, {
    notifications: undefined,
    permissions: { contains: async () => isGranted, onAdded },
    runtime: { getURL: (path: string) => origin + path },
    tabs: { create: openTab },
  });
});

function grant() {
  const notifications = createNotifications();
  isGranted = true;
  Object.assign(browser.default, { notifications });
  onAdded.emit({ permissions: ['notifications'] });
  return notifications;
}

const NOTE = { id: 'urn:uuid:1', title: 'Fixed', message: '<b>A story</b>' };

it('may be shown once the reader has allowed them', async () => {
  expect(await mayNotify()).toBe(false);
  await showNotification(NOTE);
  grant();
  expect(await mayNotify()).toBe(true);
  isGranted = false;
  expect(await mayNotify()).toBe(false);
});

it('are silent, which only one browser can be told', async () => {
  const { create } = grant();
  const words = { type: 'basic', title: 'Fixed', message: '<b>A story</b>' };
  await showNotification(NOTE);
  const icon = 'icons/icon-128.png';
  const quiet = { ...words, iconUrl: `chrome-extension://abc/${icon}`, silent: true };
  expect(create.mock.lastCall).toEqual([NOTE.id, quiet]);
  origin = 'moz-extension://def/';
  await showNotification(NOTE);
  const plain = { ...words, iconUrl: `moz-extension://def/${icon}` };
  expect(create.mock.lastCall).toEqual([NOTE.id, plain]);
});

it('open their page when they are clicked, also those that were allowed later', async () => {
  listenForNotificationClicks(async (id) => (id === NOTE.id ? 'https://news.example/story' : null));
  const { onClicked, clear } = grant();
  onAdded.emit({ permissions: ['another'] });
  expect(onClicked.listeners.size).toBe(1);
  onClicked.emit('another');
  onClicked.emit(NOTE.id);
  await vi.waitFor(
    () => expect(openTab.mock.calls).toEqual([[{ url: 'https://news.example/story' }]]),
    { timeout: 20_000 },
  );
  expect(clear.mock.calls).toEqual([['another'], [NOTE.id]]);
});

it.each(['javascript:alert(1)', 'file:///etc/passwd', 'about:config'])(
  'do not open %s',
  async (url) => {
    const { onClicked, clear } = grant();
    listenForNotificationClicks(async () => url);
    onClicked.emit(NOTE.id);
    await vi.waitFor(() => expect(clear).toHaveBeenCalled(), { timeout: 20_000 });
    await null;
    expect(openTab).not.toHaveBeenCalled();
  },
);

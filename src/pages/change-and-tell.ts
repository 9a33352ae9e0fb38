/** Changes settings from one of the extension's pages, and lets the background and the open tabs know. */
import type { Settings } from '../model/settings.ts';
import { sendToBackground } from '../platform/page-runtime.ts';
import { changeSettings } from '../platform/settings-store.ts';

/** @returns the settings as they were saved; nobody waits until every tab has heard of it */
export async function changeAndTell(change: (settings: Settings) => Settings): Promise<Settings> {
  const settings = await changeSettings(change);
  void sendToBackground({ type: 'settings/changed' });
  return settings;
}

/**
 * Settings and editors' accesses in storage.local, the administrator's policy in storage.managed.
 * The policy is never waited for longer than a moment: Chromium can take seconds to answer at its start,
 * and Firefox rejects where there is none.
 */
import browser from 'webextension-polyfill';
import { parse } from '../model/annotation.ts';
import {
  type EditorAccess,
  editorAccessSchema,
  NO_POLICY,
  type Policy,
  policySchema,
  readSettings,
  type Settings,
} from '../model/settings.ts';

const POLICY_WAIT = 500;

export async function loadSettings(): Promise<Settings> {
  const { settings } = await browser.storage.local.get('settings');
  return readSettings(settings);
}

/** Reads, changes and writes the settings; concurrent changes are taken one after the other. */
export async function changeSettings(change: (settings: Settings) => Settings): Promise<Settings> {
  return navigator.locks.request('sic-settings', async () => {
    const settings = change(await loadSettings());
    await browser.storage.local.set({ settings });
    return settings;
  });
}

/** @param patience how long it is waited for, in ms, before there is taken to be none */
export async function loadPolicy(patience = POLICY_WAIT): Promise<Policy> {
  const managed = browser.storage.managed.get().catch(() => ({}));
  const late = new Promise((resolve) => setTimeout(resolve, patience, NO_POLICY));
  const parsed = parse(policySchema, await Promise.race([managed, late]));
  return parsed.ok ? parsed.value : NO_POLICY;
}

/** The endpoint whose queue the review page shows, or null before an editor has signed in. */
export async function loadEditorAccess(): Promise<EditorAccess | null> {
  const { editor } = await browser.storage.local.get('editor');
  const parsed = parse(editorAccessSchema, editor);
  return parsed.ok ? parsed.value : null;
}

/** Keeps the site that an access is for, unless the editor has signed in elsewhere, or out, meanwhile. */
export async function keepEditorSite(
  { endpoint, token }: EditorAccess,
  site: string,
): Promise<void> {
  const current = await loadEditorAccess();
  if (current?.endpoint !== endpoint || current.token !== token) return;
  await saveEditorAccess({ ...current, site });
}

export async function saveEditorAccess(access: EditorAccess | null): Promise<void> {
  if (access === null) await browser.storage.local.remove('editor');
  else await browser.storage.local.set({ editor: access });
}

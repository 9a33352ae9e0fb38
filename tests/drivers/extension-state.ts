/**
 * The extension's stored state, emptied from a page of its own: between two tests everything that the
 * extension remembers has to go, while its background may stay as it is.
 */
import * as v from 'valibot';

const manifestSchema = v.object({
  options_ui: v.optional(v.object({ page: v.string() })),
  action: v.optional(v.object({ default_popup: v.optional(v.string()) })),
  browser_specific_settings: v.optional(v.object({ gecko: v.object({ id: v.string() }) })),
});
export type ManifestFacts = v.InferOutput<typeof manifestSchema>;

/** Reads of a manifest what a driver needs; throws with every fault where it is none. */
export function readManifest(json: string): ManifestFacts {
  return v.parse(manifestSchema, JSON.parse(json));
}

/** The path of a page that has the extension's whole API: where tests look from inside. */
export function findControlPath(manifest: ManifestFacts): string {
  const path = manifest.options_ui?.page ?? manifest.action?.default_popup;
  if (path === undefined) throw new Error('the extension has neither an options page nor a popup');
  return path;
}

interface Area {
  clear(): Promise<void>;
}
interface ExtensionApi {
  storage: { local: Area; session?: Area };
  alarms?: { clearAll(): Promise<unknown> };
}
declare const browser: ExtensionApi | undefined;
declare const chrome: ExtensionApi;

/** Runs in a page of the extension. Stores are emptied, not deleted: the background may hold them open. */
export async function emptyExtension(): Promise<void> {
  const api = typeof browser === 'undefined' ? chrome : browser;
  await api.storage.local.clear();
  await api.storage.session?.clear();
  await api.alarms?.clearAll();
  const settle = <T>(request: IDBRequest<T>) =>
    new Promise<T>((resolve, reject) => {
      request.onsuccess = () => resolve(request.result);
      request.onerror = () => reject(request.error);
    });
  for (const { name } of await indexedDB.databases()) {
    if (name === undefined) continue;
    const database = await settle(indexedDB.open(name));
    const stores = [...database.objectStoreNames];
    if (stores.length > 0) {
      const transaction = database.transaction(stores, 'readwrite');
      await Promise.all(stores.map((store) => settle(transaction.objectStore(store).clear())));
    }
    database.close();
  }
}

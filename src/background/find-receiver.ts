/** Who receives the reports of a page, by the settings and the administrator's policy as they stand now. */
import type { NativeForm } from '../model/native-form.ts';
import type { Receiver } from '../model/receiver.ts';
import { resolveReceiver } from '../model/resolve-receiver.ts';
import type { Policy, Settings } from '../model/settings.ts';

/** What a page says of who is to have its reports. */
export interface Addressed {
  declared: string | null;
  native: NativeForm | null;
}

/** @param page the page's address, as the browser names it */
export type FindReceiver = (page: string, addressed: Addressed) => Promise<Receiver>;

export function createFindReceiver(deps: {
  loadSettings(): Promise<Settings>;
  loadPolicy(): Promise<Policy>;
}): FindReceiver {
  return async (page, { declared, native }) => {
    const [settings, policy] = await Promise.all([deps.loadSettings(), deps.loadPolicy()]);
    const { services: table, consents } = settings;
    return resolveReceiver({ page, declared, native, table, policy: policy.services, consents });
  };
}

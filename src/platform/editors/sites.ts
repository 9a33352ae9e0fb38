/** What is set for the sites that a token covers. */
import * as v from 'valibot';
import type { Endpoint, Outcome } from './ask-endpoint.ts';

const siteSettingsSchema = v.object({
  /** host name */
  site: v.string(),
  /** template of the address at which an article is edited, or '' */
  editLink: v.string(),
  /** whether its log of corrections is public */
  publishes: v.boolean(),
});
export type SiteSettings = v.InferOutput<typeof siteSettingsSchema>;

export interface SitesApi {
  /** every site with reports or settings, and the token's own, by name */
  list(): Promise<Outcome<SiteSettings[]>>;
  save(item: SiteSettings): Promise<Outcome<SiteSettings>>;
}

export function createSitesApi({ ask }: Endpoint): SitesApi {
  return {
    async list() {
      const told = await ask(v.object({ items: v.array(siteSettingsSchema) }), 'sites');
      return told.ok ? { ok: true, value: told.value.items } : told;
    },
    save: ({ site, editLink, publishes }) =>
      ask(siteSettingsSchema, `sites/${encodeURIComponent(site)}`, {
        method: 'PUT',
        body: { editLink, publishes },
      }),
  };
}

/** What is set for the sites that a token covers. */
import * as v from 'valibot';
import type { Endpoint, Outcome } from './ask-endpoint.ts';

const heldEntries = {
  /** host name */
  site: v.string(),
  /** template of the address at which an article is edited, or '' */
  editLink: v.string(),
  /** whether its log of corrections is public */
  publishes: v.boolean(),
};

/** What is set for a site itself; of what is null it has what holds for the site above. */
const ownSettingsSchema = v.object({
  editLink: v.nullable(v.string()),
  publishes: v.nullable(v.boolean()),
});
export type OwnSettings = v.InferOutput<typeof ownSettingsSchema>;

/** What holds for a site. */
const siteSettingsSchema = v.object({
  ...heldEntries,
  own: ownSettingsSchema,
  /** what it has where it has nothing of its own; null where no site above has anything */
  above: v.nullable(v.object(heldEntries)),
});
export type SiteSettings = v.InferOutput<typeof siteSettingsSchema>;

export interface SitesApi {
  /** every site with reports or settings, and the token's own, by name */
  list(): Promise<Outcome<SiteSettings[]>>;
  save(site: string, own: OwnSettings): Promise<Outcome<SiteSettings>>;
}

export function createSitesApi({ ask }: Endpoint): SitesApi {
  return {
    async list() {
      const told = await ask(v.object({ items: v.array(siteSettingsSchema) }), 'sites');
      return told.ok ? { ok: true, value: told.value.items } : told;
    },
    save: (site, { editLink, publishes }) =>
      ask(siteSettingsSchema, `sites/${encodeURIComponent(site)}`, {
        method: 'PUT',
        body: { editLink, publishes },
      }),
  };
}

/** What is set for sites: limits by whoever runs the endpoint, the rest by their editors. A setting holds for the site's subdomains, too. */
import { coversHost, listParents, readGroup } from '../sites.ts';
import { isCovered } from './covered.ts';
import type { Connections } from './database.ts';

/** A site, as it has been set up. */
export interface SiteRecord {
  /** host name */
  site: string;
  /** reports a minute that are taken for it and its subdomains together; null for no limit of its own */
  postsPerMinute: number | null;
  /** see `SiteTable.edit_link`; '' for none */
  editLink: string;
  /** whether the notes of its editors are public */
  publishes: boolean;
  /** epoch ms */
  createdAt: number;
}

/** What the editors of a site have set, or those of the nearest site above that have set anything. */
export interface EditorSettings {
  site: string;
  /** '' for none */
  editLink: string;
  publishes: boolean;
}

/** A limit, and the site that it was set for: one of its own, or one that it is a subdomain of. */
export interface SiteLimit {
  site: string;
  postsPerMinute: number;
}

export interface SiteStore {
  /** Sets a site up; one that is there already gets the new limit, and keeps the rest and its time. `at` in epoch ms. */
  addSite(settings: { site: string; postsPerMinute: number | null; at: number }): Promise<void>;
  /** Every site that has been set up, by name. */
  listSites(): Promise<SiteRecord[]>;
  /** Takes a site's settings away, those of its editors as well; its reports stay. @returns false where there were none */
  removeSite(site: string): Promise<boolean>;
  /** The nearest limit that was set for a site; null where none was. */
  findLimit(site: string): Promise<SiteLimit | null>;
  /** Sets what editors set; limits stay. `at` in epoch ms. */
  putSettings(settings: EditorSettings & { at: number }): Promise<void>;
  /** What holds for a site, and for those of its subdomains that have reports or settings, by name. */
  listSettings(site: string, limit: number): Promise<EditorSettings[]>;
}

export function createSiteStore({ read, write }: Connections): SiteStore {
  return {
    async addSite({ site, postsPerMinute, at }) {
      const limit = { posts_per_minute: postsPerMinute };
      const unset = { edit_link: null, publishes: null };
      await write
        .insertInto('sites')
        .values({ site, site_group: readGroup(site), ...limit, ...unset, created_at: at })
        .onConflict((conflict) => conflict.column('site').doUpdateSet(limit))
        .execute();
    },

    async listSites() {
      const rows = await read
        .selectFrom('sites')
        .select(['site', 'posts_per_minute as postsPerMinute', 'created_at as createdAt'])
        .select(['edit_link as editLink', 'publishes'])
        .orderBy('site')
        .execute();
      return rows.map(({ editLink, publishes, ...row }) => ({
        ...{ ...row, editLink: editLink ?? '', publishes: publishes === 1 },
      }));
    },

    async removeSite(site) {
      const { numDeletedRows } = await write
        .deleteFrom('sites')
        .where('site', '=', site)
        .executeTakeFirstOrThrow();
      return numDeletedRows > 0n;
    },

    async findLimit(site) {
      const rows = await read
        .selectFrom('sites')
        .select(['site', 'posts_per_minute'])
        .where('site', 'in', listParents(site))
        .execute();
      // Of a site and those above it, the longest name is the nearest.
      const nearest = rows
        .filter(({ posts_per_minute }) => posts_per_minute !== null)
        .toSorted((one, other) => other.site.length - one.site.length)[0];
      if (nearest === undefined || nearest.posts_per_minute === null) return null;
      return { site: nearest.site, postsPerMinute: nearest.posts_per_minute };
    },

    async putSettings({ site, editLink, publishes, at }) {
      const settings = { edit_link: editLink, publishes: publishes ? 1 : 0 };
      const row = { site, site_group: readGroup(site), posts_per_minute: null, created_at: at };
      await write
        .insertInto('sites')
        .values({ ...row, ...settings })
        .onConflict((conflict) => conflict.column('site').doUpdateSet(settings))
        .execute();
    },

    async listSettings(site, limit) {
      const group = readGroup(site);
      const reported = await read
        .selectFrom('totals')
        .select('site')
        .where('site_group', '=', group)
        .where(({ ref }) => isCovered(ref('site'), site))
        .where('total', '>', 0)
        .orderBy('site')
        .limit(limit)
        .execute();
      const rows = await read
        .selectFrom('sites')
        .select(['site', 'edit_link', 'publishes'])
        .where('site_group', '=', group)
        .where(({ eb, or, ref }) =>
          or([isCovered(ref('site'), site), eb('site', 'in', listParents(site))]),
        )
        .execute();
      // Anybody can report about hosts that are none: its own, and those that editors have set, come before them.
      const set = rows.map((row) => row.site).filter((host) => coversHost(site, host));
      const known = new Set([site, ...set.sort(), ...reported.map((row) => row.site)]);
      const names = [...known].slice(0, limit).sort();
      const bySite = new Map(rows.map((row) => [row.site, row]));
      return names.map((name) => {
        const parents = listParents(name).flatMap((parent) => bySite.get(parent) ?? []);
        const [editLink] = parents.flatMap(({ edit_link }) => edit_link ?? []);
        const [publishes] = parents.flatMap((row) => row.publishes ?? []);
        return { site: name, editLink: editLink ?? '', publishes: publishes === 1 };
      });
    },
  };
}

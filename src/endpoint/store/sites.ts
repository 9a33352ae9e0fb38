/** What is set for sites: limits by whoever runs the endpoint, the rest by their editors. A setting holds for the site's subdomains, too. */
import { coversHost, listParents, readGroup } from '../sites.ts';
import { isCovered } from './covered.ts';
import type { Connections } from './database.ts';
import type { SiteTable } from './schema.ts';

/** A site, as it has been set up. */
export interface SiteRecord {
  /** host name */
  site: string;
  /** reports a minute that are taken for it and its subdomains together; null for no limit of its own */
  postsPerMinute: number | null;
  /** what its editors have set for itself */
  own: OwnSettings;
  /** epoch ms */
  createdAt: number;
}

/** What the editors of a site have set for it itself: null for nothing, so that what holds for the site above holds. */
export interface OwnSettings {
  /** see `SiteTable.edit_link`; '' for none */
  editLink: string | null;
  /** whether the notes of its editors are public */
  publishes: boolean | null;
}

/** What holds for a site, by its own settings and those of the sites above. */
export interface HeldSettings {
  site: string;
  /** '' for none */
  editLink: string;
  publishes: boolean;
}

/** What holds for a site, and where it comes from. */
export interface EditorSettings extends HeldSettings {
  own: OwnSettings;
  /** of the nearest site above that has settings, or else of the one that is asked about; null where there is none */
  above: HeldSettings | null;
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
  putSettings(settings: OwnSettings & { site: string; at: number }): Promise<void>;
  /** What holds for a site. @param covering the site that is asked about: itself or one above */
  findSettings(site: string, covering: string): Promise<EditorSettings>;
  /** What holds for a site, and for those of its subdomains that have reports or settings, by name. */
  listSettings(site: string, limit: number): Promise<EditorSettings[]>;
}

type SettingsRow = Pick<SiteTable, 'site' | 'edit_link' | 'publishes'>;
const SETTINGS_COLUMNS = ['site', 'edit_link', 'publishes'] as const;

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
        .select([...SETTINGS_COLUMNS, 'posts_per_minute', 'created_at'])
        .orderBy('site')
        .execute();
      return rows.map((row) => ({
        ...{ site: row.site, postsPerMinute: row.posts_per_minute, own: readOwn(row) },
        createdAt: row.created_at,
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
      const settings = {
        edit_link: editLink,
        publishes: publishes === null ? null : Number(publishes),
      };
      const row = { site, site_group: readGroup(site), posts_per_minute: null, created_at: at };
      await write
        .insertInto('sites')
        .values({ ...row, ...settings })
        .onConflict((conflict) => conflict.column('site').doUpdateSet(settings))
        .execute();
      // A site for which nothing is set any more is not one that is set up.
      await write
        .deleteFrom('sites')
        .where('site', '=', site)
        .where('edit_link', 'is', null)
        .where('publishes', 'is', null)
        .where('posts_per_minute', 'is', null)
        .execute();
    },

    async findSettings(site, covering) {
      const rows = await read
        .selectFrom('sites')
        .select(SETTINGS_COLUMNS)
        .where('site', 'in', listParents(site))
        .execute();
      return readSettings(site, covering, readOwnSettings(rows));
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
        .select(SETTINGS_COLUMNS)
        .where('site_group', '=', group)
        .where(({ eb, or, ref }) =>
          or([isCovered(ref('site'), site), eb('site', 'in', listParents(site))]),
        )
        .execute();
      // Anybody can report about hosts that are none: its own, and those that editors have set, come before them.
      const set = rows.map((row) => row.site).filter((host) => coversHost(site, host));
      const known = new Set([site, ...set.sort(), ...reported.map((row) => row.site)]);
      const names = [...known].slice(0, limit).sort();
      const own = readOwnSettings(rows);
      return names.map((name) => readSettings(name, site, own));
    },
  };
}

const NOTHING: OwnSettings = { editLink: null, publishes: null };

function readOwn({ edit_link, publishes }: SettingsRow): OwnSettings {
  return { editLink: edit_link, publishes: publishes === null ? null : publishes === 1 };
}

function readOwnSettings(rows: readonly SettingsRow[]): ReadonlyMap<string, OwnSettings> {
  return new Map(rows.map((row) => [row.site, readOwn(row)]));
}

/** @param own what is set for the site and those above it */
function readSettings(
  site: string,
  covering: string,
  own: ReadonlyMap<string, OwnSettings>,
): EditorSettings {
  const readHeld = (name: string): HeldSettings => {
    const nearest = listParents(name).flatMap((parent) => own.get(parent) ?? []);
    return {
      site: name,
      editLink: nearest.find(({ editLink }) => editLink !== null)?.editLink ?? '',
      publishes: nearest.find(({ publishes }) => publishes !== null)?.publishes ?? false,
    };
  };
  const above = listParents(site)
    .slice(1)
    .find((parent) => {
      const { editLink, publishes } = own.get(parent) ?? NOTHING;
      return parent === covering || editLink !== null || publishes !== null;
    });
  return {
    ...readHeld(site),
    own: own.get(site) ?? NOTHING,
    above: above === undefined ? null : readHeld(above),
  };
}

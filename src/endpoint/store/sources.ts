/** The lists of sources that sites reuse, with the fingerprints by which a page's passages are known to be from them. */
import type { Transaction } from 'kysely';
import { parse } from '../../model/annotation.ts';
import { type Copy, copySchema } from '../../model/reuse/copy.ts';
import { listParents, readGroup } from '../sites.ts';
import { isCovered } from './covered.ts';
import type { Connections } from './database.ts';
import type { Tables } from './schema.ts';

export interface ListedSource {
  /** its subdomains are meant as well */
  site: string;
  url: string;
  title: string;
  editor: string;
  /** epoch ms */
  at: number;
}

export interface NewSources {
  site: string;
  copies: readonly Copy[];
  editor: { tokenId: string; name: string };
  /** epoch ms */
  at: number;
}

/** Where a page of the list ended. */
export type SourcePlace = Pick<ListedSource, 'at' | 'site' | 'url'>;

export interface SourceStore {
  /** One page of the lists of a site and its subdomains, newest first. */
  listSources(site: string, after: SourcePlace | null, limit: number): Promise<ListedSource[]>;
  /** Puts sources on a site's list, all or none; those that are there are written anew. */
  addSources(sources: NewSources): Promise<void>;
  /** @returns whether it was on the list of exactly this site */
  removeSource(site: string, url: string): Promise<boolean>;
  /** Takes all from the list of exactly this site. @returns how many there were */
  clearSources(site: string): Promise<number>;
  /**
   * The sources that a page of a site may have passages of, by its list and those of the sites above.
   * @param covering the lists of sites above this one are not looked at
   * @returns those that share most fingerprints first
   */
  findSources(
    site: string,
    covering: string,
    fingerprints: readonly number[],
    limit: number,
  ): Promise<Copy[]>;
}

/** Values in one statement: SQLite takes 32,766. */
const AT_ONCE = 2_000;
/** Of fewer shared fingerprints no passage is made. */
const LEAST_SHARED = 2;

export function createSourceStore({ read, write }: Connections): SourceStore {
  return {
    async listSources(site, after, limit) {
      let query = read
        .selectFrom('sources')
        .select(['site', 'url', 'title', 'editor', 'at'])
        .where('site_group', '=', readGroup(site))
        .where(({ ref }) => isCovered(ref('site'), site));
      if (after !== null) {
        query = query.where(({ eb, refTuple, tuple }) =>
          eb(refTuple('at', 'site', 'url'), '<', tuple(after.at, after.site, after.url)),
        );
      }
      return query
        .orderBy('at', 'desc')
        .orderBy('site', 'desc')
        .orderBy('url', 'desc')
        .limit(limit)
        .execute();
    },

    async addSources(sources) {
      await write.transaction().execute(async (transaction) => {
        for (const copy of sources.copies) await putSource(transaction, sources, copy);
      });
    },

    async removeSource(site, url) {
      return write.transaction().execute(async (transaction) => {
        await dropPrints(transaction, site).where('url', '=', url).execute();
        const removed = await dropSources(transaction, site).where('url', '=', url).execute();
        return removed.length > 0;
      });
    },

    async clearSources(site) {
      return write.transaction().execute(async (transaction) => {
        await dropPrints(transaction, site).execute();
        return (await dropSources(transaction, site).execute()).length;
      });
    },

    async findSources(site, covering, fingerprints, limit) {
      const sites = listParents(site).filter((one) => one.length >= covering.length);
      const shared = new Map<string, { site: string; url: string; count: number }>();
      for (let from = 0; from < fingerprints.length; from += AT_ONCE) {
        const rows = await read
          .selectFrom('source_prints')
          .select(['site', 'url', ({ fn }) => fn.countAll<number>().as('count')])
          .where('site_group', '=', readGroup(site))
          .where('fingerprint', 'in', fingerprints.slice(from, from + AT_ONCE))
          .where('site', 'in', sites)
          .groupBy(['site', 'url'])
          .execute();
        for (const row of rows) {
          const key = `${row.site}\n${row.url}`;
          const count = Number(row.count) + (shared.get(key)?.count ?? 0);
          shared.set(key, { ...row, count });
        }
      }
      const best = [...shared.values()]
        .filter(({ count }) => count >= LEAST_SHARED)
        .sort((one, other) => other.count - one.count)
        .slice(0, limit);
      const copies = await Promise.all(
        best.map((one) =>
          read
            .selectFrom('sources')
            .select('copy')
            .where('site_group', '=', readGroup(site))
            .where('site', '=', one.site)
            .where('url', '=', one.url)
            .executeTakeFirst(),
        ),
      );
      return copies.flatMap((row) => {
        const parsed = row === undefined ? null : parse(copySchema, JSON.parse(row.copy));
        return parsed?.ok === true ? [parsed.value] : [];
      });
    },
  };
}

async function putSource(
  transaction: Transaction<Tables>,
  { site, editor, at }: NewSources,
  copy: Copy,
): Promise<void> {
  const { url, title } = copy.source;
  const key = { site_group: readGroup(site), site, url };
  const said = {
    title,
    copy: JSON.stringify(copy),
    editor: editor.name,
    token_id: editor.tokenId,
    at,
  };
  await transaction
    .insertInto('sources')
    .values({ ...key, ...said })
    .onConflict((conflict) => conflict.columns(['site_group', 'site', 'url']).doUpdateSet(said))
    .execute();
  await dropPrints(transaction, site).where('url', '=', url).execute();
  const prints = [...new Set(copy.fingerprints)].map((fingerprint) => ({ ...key, fingerprint }));
  for (let from = 0; from < prints.length; from += AT_ONCE) {
    await transaction
      .insertInto('source_prints')
      .values(prints.slice(from, from + AT_ONCE))
      .execute();
  }
}

function dropPrints(transaction: Transaction<Tables>, site: string) {
  return transaction
    .deleteFrom('source_prints')
    .where('site_group', '=', readGroup(site))
    .where('site', '=', site);
}

function dropSources(transaction: Transaction<Tables>, site: string) {
  return transaction
    .deleteFrom('sources')
    .where('site_group', '=', readGroup(site))
    .where('site', '=', site)
    .returning('url');
}

/**
 * The reports that a channel has still to tell: those that came after what it was told last and that nobody has touched
 * since. What has been decided, or edited, was seen by an editor.
 */
import { sql } from 'kysely';
import { readGroup } from '../sites.ts';
import { readLast } from './changes.ts';
import type { Channel } from './channels.ts';
import { isCovered } from './covered.ts';
import type { Connections } from './database.ts';

export interface ReportKey {
  site: string;
  canonical: string;
}

/** What came since the last digest. */
export interface Digest {
  reports: number;
  /** how many mistakes they are about */
  places: number;
  /** the newest report of each of the places told of last, newest first */
  newest: ReportKey[];
}

/** The group's changes after one number, up to another. */
export interface ChangeSpan {
  after: number;
  upTo: number;
}

/** A channel's site may be a small part of a large group, whose changes are not all looked at in one go. */
const MOST_NUMBERS = 5_000;

type Told = Pick<Channel, 'site' | 'told'>;

export interface UntoldStore {
  /**
   * Reports to be told one by one, oldest first. One about a place of which another report is open is none of them:
   * the editors know of that place.
   * @returns with the number of the change up to which nothing is left out
   */
  listUntold(channel: Told, limit: number): Promise<{ reports: ReportKey[]; upTo: number }>;
  /** The same in one piece, every report counted. */
  summarizeUntold(channel: Told, limit: number): Promise<{ digest: Digest; upTo: number }>;
  /**
   * What was not told because a report of the same place was to be, which has been taken out since, or is spam.
   * @param span of what a message is about: what came before has been told, what comes later is told by itself
   * @returns the oldest that nobody has touched; null where there is none, or the report is neither
   */
  findSuccessor(report: ReportKey, span: ChangeSpan): Promise<ReportKey | null>;
}

export function createUntoldStore({ read }: Connections): UntoldStore {
  const select = ({ site, told }: Told, last: number) =>
    read
      .selectFrom('reports')
      .where('site_group', '=', readGroup(site))
      .where('changed', '>', told)
      .where('changed', '<=', last)
      .where(({ ref }) => isCovered(ref('site'), site))
      .where('state', '=', 'new')
      .where('version', '=', 1)
      .where('edition', '=', 1);

  return {
    async listUntold(channel, limit) {
      // Numbers become visible in their order: up to this one all is there.
      const last = Math.min(await readLast(read, channel.site), channel.told + MOST_NUMBERS);
      const rows = await select(channel, last)
        .select(['site', 'canonical', 'place', 'changed'])
        .orderBy('changed')
        .limit(limit)
        .execute();
      const isKnown = await Promise.all(rows.map(isOfOpenPlace));
      const reports = rows
        .filter((_, i) => isKnown[i] === false)
        .map(({ site, canonical }) => ({ site, canonical }));
      const isAll = rows.length < limit;
      const upTo = isAll ? last : (rows.at(-1)?.changed ?? last);
      return { reports, upTo: Math.max(channel.told, upTo) };
    },

    async summarizeUntold(channel, limit) {
      const last = await readLast(read, channel.site);
      const { reports, places } = await select(channel, last)
        .select(({ fn }) => [
          fn.countAll<number>().as('reports'),
          sql<number>`count(distinct site || ' ' || place)`.as('places'),
        ])
        .executeTakeFirstOrThrow();
      // Some are of one place; a few more than needed are looked at.
      const rows = await select(channel, last)
        .select(['site', 'canonical', 'place'])
        .orderBy('changed', 'desc')
        .limit(limit * 4)
        .execute();
      const newest = new Map<string, ReportKey>();
      for (const { site, canonical, place } of rows) {
        const key = `${site} ${place}`;
        if (!newest.has(key)) newest.set(key, { site, canonical });
      }
      const digest = { reports, places, newest: [...newest.values()].slice(0, limit) };
      return { digest, upTo: Math.max(channel.told, last) };
    },

    async findSuccessor(report, { after, upTo }) {
      const end = await findEnd(report);
      if (end === undefined) return null;
      const found = await read
        .selectFrom('reports')
        .select(['site', 'canonical'])
        .where('site_group', '=', readGroup(report.site))
        .where('site', '=', report.site)
        .where('place', '=', end.place)
        .where('state', '=', 'new')
        .where('version', '=', 1)
        .where('edition', '=', 1)
        // What came when the place had no open report any more was told of its own.
        .where('changed', '<', end.changed)
        .where('changed', '>', after)
        .where('changed', '<=', upTo)
        .orderBy('changed')
        .limit(1)
        .executeTakeFirst();
      return found ?? null;
    },
  };

  /** Where a report was that is not to be told any more, and at which change it ceased to be. */
  async function findEnd({ site, canonical }: ReportKey) {
    const select = (table: 'reports' | 'deletions') =>
      read
        .selectFrom(table)
        .select(['place', 'changed'])
        .where('site_group', '=', readGroup(site))
        .where('canonical', '=', canonical)
        .where('site', '=', site);
    const spam = await select('reports').where('state', '=', 'spam').executeTakeFirst();
    return spam ?? (await select('deletions').executeTakeFirst());
  }

  /** Whether another report of the place is open that came before, or that an editor has had in hand. */
  async function isOfOpenPlace(report: ReportKey & { place: string; changed: number }) {
    const other = await read
      .selectFrom('reports')
      .select('canonical')
      .where('site_group', '=', readGroup(report.site))
      .where('site', '=', report.site)
      .where('place', '=', report.place)
      .where('state', 'in', ['new', 'accepted'])
      .where('canonical', '<>', report.canonical)
      .where(({ or, eb }) =>
        or([eb('changed', '<', report.changed), eb('version', '>', 1), eb('edition', '>', 1)]),
      )
      .limit(1)
      .executeTakeFirst();
    return other !== undefined;
  }
}

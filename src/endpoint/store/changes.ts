/**
 * The order in which the reports of a group of sites change, by which everybody who follows them knows what is new.
 * Whoever writes takes numbers first, from a row that is locked until the commit: so numbers become visible in their
 * order, in any number of processes, and writers of one group wait for each other.
 */
import { type Kysely, sql, type Transaction } from 'kysely';
import type { ReportState } from '../../model/report.ts';
import { readGroup } from '../sites.ts';
import { isCovered } from './covered.ts';
import type { Connections } from './database.ts';
import type { Tables } from './schema.ts';

/**
 * What has changed: a report that came or moved, one that was taken out, what is seen of a place, what an editor puts in
 * the place of it, or what the editors publish about it.
 */
export interface Change {
  /** position in the order of the group */
  changed: number;
  what: 'report' | 'deletion' | keyof typeof PLACE_CHANGES;
  site: string;
  place: string;
  /** '' where a place has changed, not a report */
  canonical: string;
  /** of the report; null where it is gone, or a place has changed */
  state: ReportState | null;
  version: number;
}

export interface ChangeStore {
  /** The number of the last change of a site's group; 0 where nothing has ever come. */
  readLast(site: string): Promise<number>;
  /**
   * What has changed of a site and its subdomains after a number, oldest first; each thing once, as it is now. One call
   * looks at `MOST_NUMBERS` of the group's changes at most, so there may be more although it found few, or none.
   * @returns with the number up to which nothing is left out, and that of the group's last change
   */
  listChanges(
    site: string,
    after: number,
    limit: number,
  ): Promise<{ changes: Change[]; upTo: number; last: number }>;
}

/** How a place can change, each with the column that has the number of its last change. */
const PLACE_CHANGES = {
  observation: 'changed',
  correction: 'edit_changed',
  note: 'note_changed',
} as const;
const PLACE_KINDS = ['observation', 'correction', 'note'] as const;

/** A token may cover little of a large group: nobody else should wait while its changes are sought. */
const MOST_NUMBERS = 5_000;

/**
 * Takes the next numbers of groups of sites, and with them the right to write there until the commit.
 * @param counts how many each group needs
 * @returns the first number of each
 */
export async function takeNumbers(
  transaction: Transaction<Tables>,
  counts: ReadonlyMap<string, number>,
): Promise<Map<string, number>> {
  // In one order everywhere: two who want the same rows must not wait for each other.
  const wanted = [...counts].sort(([one], [other]) => (one < other ? -1 : 1));
  if (wanted.length === 0) return new Map();
  const rows = await transaction
    .insertInto('counters')
    .values(wanted.map(([site_group, changed]) => ({ site_group, changed })))
    .onConflict((conflict) =>
      conflict.column('site_group').doUpdateSet(({ ref }) => ({
        changed: sql<number>`${ref('counters.changed')} + ${ref('excluded.changed')}`,
      })),
    )
    .returningAll()
    .execute();
  return new Map(
    rows.map(({ site_group, changed }) => [
      site_group,
      changed - (counts.get(site_group) ?? 0) + 1,
    ]),
  );
}

/** Takes one number of a site's group, see `takeNumbers`. */
export async function takeNumber(transaction: Transaction<Tables>, site: string): Promise<number> {
  const group = readGroup(site);
  const numbers = await takeNumbers(transaction, new Map([[group, 1]]));
  const number = numbers.get(group);
  if (number === undefined) throw new Error(`${group} has been given no number`);
  return number;
}

/** The number of the last change of a site's group; 0 where nothing has ever come. */
export async function readLast(db: Kysely<Tables>, site: string): Promise<number> {
  const row = await db
    .selectFrom('counters')
    .select('changed')
    .where('site_group', '=', readGroup(site))
    .executeTakeFirst();
  return row?.changed ?? 0;
}

export function createChangeStore({ read }: Connections): ChangeStore {
  return {
    readLast: (site) => readLast(read, site),

    async listChanges(site, after, limit) {
      // All up to here is there; of what comes meanwhile one table might show more than another.
      const last = await readLast(read, site);
      const end = Math.max(after, Math.min(last, after + MOST_NUMBERS));
      const select = (table: 'reports' | 'deletions') =>
        read
          .selectFrom(table)
          .select(['changed', 'site', 'place'])
          .where('site_group', '=', readGroup(site))
          .where('changed', '>', after)
          .where('changed', '<=', end)
          .where(({ ref }) => isCovered(ref('site'), site))
          .orderBy('changed')
          .limit(limit);
      const reports = await select('reports').select(['canonical', 'state', 'version']).execute();
      const deletions = await select('deletions').select('canonical').execute();
      const gone = { canonical: '', state: null, version: 0 };
      const changes = [
        ...reports.map((row): Change => ({ ...row, what: 'report' })),
        ...deletions.map((row): Change => ({ ...gone, ...row, what: 'deletion' })),
      ];
      for (const what of PLACE_KINDS) {
        const column = PLACE_CHANGES[what];
        const places = await read
          .selectFrom('clusters')
          .select([`${column} as changed`, 'site', 'place'])
          .where('site_group', '=', readGroup(site))
          .where(column, '>', after)
          .where(column, '<=', end)
          // As the index is made: of those that have changed so.
          .where(column, '>', ({ lit }) => lit(0))
          .where(({ ref }) => isCovered(ref('site'), site))
          .orderBy(column)
          .limit(limit)
          .execute();
        changes.push(...places.map((row): Change => ({ ...gone, ...row, what })));
      }
      const found = changes.sort((one, other) => one.changed - other.changed).slice(0, limit);
      const isAll = found.length < limit;
      return { changes: found, upTo: isAll ? end : (found.at(-1)?.changed ?? after), last };
    },
  };
}

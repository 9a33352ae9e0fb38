/** Moves many reports of one place at once, each with its own trace. Who calls has the right to write, see `changes.ts`. */
import { sql, type Transaction } from 'kysely';
import type { ReportState } from '../../model/report.ts';
import { readGroup } from '../sites.ts';
import { takeNumbers } from './changes.ts';
import { countMove } from './clusters.ts';
import type { Move } from './move-row.ts';
import type { Tables } from './schema.ts';

export interface PlaceMove extends Omit<Move, 'report'> {
  site: string;
  place: string;
  from: ReportState;
  /** only what has not changed after this number of the group */
  upTo: number;
  limit: number;
}

/** @returns how many have been moved; fewer than `limit` when there are no more */
export async function moveRows(
  transaction: Transaction<Tables>,
  { site, place, from, to, reason, editor, at, upTo, limit }: PlaceMove,
): Promise<number> {
  const site_group = readGroup(site);
  const rows = await transaction
    .selectFrom('reports')
    .select(['canonical', 'version'])
    .where('site_group', '=', site_group)
    .where('site', '=', site)
    .where('place', '=', place)
    .where('state', '=', from)
    .where('changed', '<=', upTo)
    .orderBy('received_at')
    .orderBy('canonical')
    .limit(limit)
    .execute();
  if (rows.length === 0) return 0;
  const numbers = await takeNumbers(transaction, new Map([[site_group, rows.length]]));
  const first = numbers.get(site_group) ?? 0;
  const cases = rows.map(
    ({ canonical }, i) => sql`when ${canonical} then cast(${first + i} as bigint)`,
  );
  await transaction
    .updateTable('reports')
    .set(({ ref }) => ({
      ...{ state: to, reason },
      version: sql<number>`${ref('version')} + 1`,
      changed: sql<number>`case canonical ${sql.join(cases, sql` `)} end`,
      // As for one report: an acceptance says nothing of whether the mistake stands there still.
      ...(to === 'accepted' ? {} : { moved_at: at }),
    }))
    .where('site_group', '=', site_group)
    .where('site', '=', site)
    .where(
      'canonical',
      'in',
      rows.map(({ canonical }) => canonical),
    )
    .execute();
  await countMove(transaction, { site, place }, from, to, rows.length);
  await transaction
    .insertInto('decisions')
    .values(
      rows.map(({ canonical, version }) => ({
        ...{ site_group, site, canonical, version: version + 1, at, reason },
        ...{ editor: editor?.name ?? '', token_id: editor?.tokenId ?? '' },
        ...{ from_state: from, to_state: to },
      })),
    )
    .execute();
  return rows.length;
}

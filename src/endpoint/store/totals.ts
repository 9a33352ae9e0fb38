/**
 * How many reports each site has and when one of them was last written, kept count of as they come and go: counting a
 * million rows would take longer than reading a page of them.
 */
import { type Kysely, sql, type Transaction } from 'kysely';
import { readGroup } from '../sites.ts';
import { isCovered } from './covered.ts';
import type { Tables } from './schema.ts';

export interface SiteTotal {
  total: number;
  /** epoch ms of the last report that came, was replaced or was taken out; null where none ever came */
  modifiedAt: number | null;
}

/**
 * Counts what has been written, in the transaction that wrote it.
 * @param changes by how much the number of a site's reports has changed, and when (epoch ms)
 */
export async function countTotals(
  transaction: Transaction<Tables>,
  changes: readonly { site: string; by: number; at: number }[],
): Promise<void> {
  if (changes.length === 0) return;
  const rows = [...Map.groupBy(changes, ({ site }) => site)].map(([site, some]) => ({
    site_group: readGroup(site),
    site,
    total: some.reduce((sum, { by }) => sum + by, 0),
    modified_at: Math.max(...some.map(({ at }) => at)),
  }));
  await transaction
    .insertInto('totals')
    .values(rows)
    .onConflict((conflict) =>
      conflict.columns(['site_group', 'site']).doUpdateSet(({ ref }) => ({
        total: sql<number>`${ref('totals.total')} + ${ref('excluded.total')}`,
        // Clocks may be set back, and those of several processes differ.
        modified_at: sql<number>`case when ${ref('excluded.modified_at')} > ${ref('totals.modified_at')}
          then ${ref('excluded.modified_at')} else ${ref('totals.modified_at')} end`,
      })),
    )
    .execute();
}

/** The reports of a site and its subdomains. */
export async function readTotal(db: Kysely<Tables>, site: string): Promise<SiteTotal> {
  const { total, last } = await db
    .selectFrom('totals')
    .where('site_group', '=', readGroup(site))
    .where(({ ref }) => isCovered(ref('site'), site))
    .select(({ ref, fn }) => [
      sql<number>`cast(coalesce(sum(${ref('total')}), 0) as bigint)`.as('total'),
      fn.max<number | null>('modified_at').as('last'),
    ])
    .executeTakeFirstOrThrow();
  return { total, modifiedAt: last };
}

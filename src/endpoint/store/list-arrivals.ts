/**
 * Reports of a site and its subdomains in the order they came, which new ones do not shift. A page begins behind a place
 * in that order, so that the last is read as fast as the first; where a page is only known by its number, its place is
 * found in the index alone.
 */
import type { ExpressionBuilder, Kysely } from 'kysely';
import { readGroup } from '../sites.ts';
import { isCovered } from './covered.ts';
import type { Place } from './reports.ts';
import type { Tables } from './schema.ts';
import { fromRow, REPORT_COLUMNS, type StoredReport } from './stored-report.ts';

/** @param after null for the beginning */
export async function listArrivals(
  db: Kysely<Tables>,
  site: string,
  after: Place | null,
  limit: number,
): Promise<StoredReport[]> {
  let query = selectCovered(db, site, 'asc').select(REPORT_COLUMNS).limit(limit);
  if (after !== null) query = query.where(isBeyond(after, '>'));
  return (await query.execute()).map(fromRow);
}

/**
 * The place so many reports before another one; null where there are not so many.
 * @param steps at least 1
 */
export async function findPlaceBefore(
  db: Kysely<Tables>,
  site: string,
  place: Place,
  steps: number,
): Promise<Place | null> {
  const row = await selectCovered(db, site, 'desc')
    .select(['received_at', 'canonical', 'site'])
    .where(isBeyond(place, '<'))
    .offset(steps - 1)
    .limit(1)
    .executeTakeFirst();
  return row === undefined ? null : toPlace(row);
}

/**
 * The place of a report by its number from 0, read from the nearer end; null where there is none.
 * @param total how many reports there are
 */
export async function findPlaceAt(
  db: Kysely<Tables>,
  site: string,
  number: number,
  total: number,
): Promise<Place | null> {
  if (number < 0 || number >= total) return null;
  const isNearEnd = number > total / 2;
  const row = await selectCovered(db, site, isNearEnd ? 'desc' : 'asc')
    .select(['received_at', 'canonical', 'site'])
    .offset(isNearEnd ? total - 1 - number : number)
    .limit(1)
    .executeTakeFirst();
  return row === undefined ? null : toPlace(row);
}

function selectCovered(db: Kysely<Tables>, site: string, direction: 'asc' | 'desc') {
  return db
    .selectFrom('reports')
    .where('site_group', '=', readGroup(site))
    .where(({ ref }) => isCovered(ref('site'), site))
    .orderBy('received_at', direction)
    .orderBy('canonical', direction)
    .orderBy('site', direction);
}

function isBeyond({ receivedAt, canonical, site }: Place, sign: '<' | '>') {
  return ({ eb, refTuple, tuple }: ExpressionBuilder<Tables, 'reports'>) =>
    eb(refTuple('received_at', 'canonical', 'site'), sign, tuple(receivedAt, canonical, site));
}

function toPlace(row: { received_at: number; canonical: string; site: string }): Place {
  return { receivedAt: row.received_at, canonical: row.canonical, site: row.site };
}

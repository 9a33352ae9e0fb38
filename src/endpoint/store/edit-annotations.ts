/**
 * Replaces an annotation, and takes one out. Both hold only for the edition that somebody has seen, and count it anew
 * where it is counted. What has been taken out leaves no words behind: only that it was there, so that nobody puts it
 * back by sending it again.
 */
import { type Kysely, sql, type Transaction } from 'kysely';
import { keyArticle } from '../place.ts';
import { readGroup } from '../sites.ts';
import { takeNumber } from './changes.ts';
import { countArrivals, countDeletion, countReplacement } from './clusters.ts';
import type { Tables } from './schema.ts';
import { fromRow, type NewReport, REPORT_COLUMNS, type StoredReport } from './stored-report.ts';
import { countTotals } from './totals.ts';

export interface Replacement {
  /** as it was read: it is replaced only if it still has this edition */
  report: Pick<StoredReport, 'site' | 'canonical' | 'edition'>;
  content: Omit<NewReport, 'site' | 'canonical' | 'receivedAt'>;
  /** epoch ms */
  at: number;
}

export interface Deletion {
  /** as it was read: it is taken out only if it still has this edition */
  report: Pick<StoredReport, 'site' | 'canonical' | 'edition'>;
  /** epoch ms */
  at: number;
}

type ReportKey = Pick<StoredReport, 'site' | 'canonical'>;

/** @returns the report as it is now; null when somebody else has written it, or taken it out, first */
export async function replaceAnnotation(
  db: Kysely<Tables>,
  { report, content, at }: Replacement,
): Promise<StoredReport | null> {
  return db.transaction().execute(async (transaction) => {
    const changed = await takeNumber(transaction, report.site);
    const before = await selectReport(transaction, report);
    if (before?.edition !== report.edition) return null;
    const { source, place, kind, words, createdAt, annotation, wordsKey, language } = content;
    const after = await transaction
      .updateTable('reports')
      .set({ source, article: keyArticle(source), place, kind, words, annotation, changed })
      .set({ created_at: createdAt, edition: before.edition + 1 })
      // Who decides has to have seen these words.
      .set(({ ref }) => ({ version: sql<number>`${ref('version')} + 1` }))
      .where('site_group', '=', readGroup(report.site))
      .where('site', '=', report.site)
      .where('canonical', '=', report.canonical)
      .returning(REPORT_COLUMNS)
      .returning(['site_group', 'article', 'changed'])
      .executeTakeFirstOrThrow();
    if (after.place === before.place) {
      await countReplacement(transaction, { ...after, language });
    } else {
      await forgetLook(transaction, before);
      await countDeletion(transaction, before);
      await countArrivals(transaction, [{ ...after, wordsKey, language }]);
    }
    await countTotals(transaction, [{ site: report.site, by: 0, at }]);
    return fromRow(after);
  });
}

/** @returns whether it was taken out; false when somebody else has written it, or taken it out, first */
export async function deleteAnnotation(
  db: Kysely<Tables>,
  { report, at }: Deletion,
): Promise<boolean> {
  const { site, canonical } = report;
  return db.transaction().execute(async (transaction) => {
    const changed = await takeNumber(transaction, site);
    const before = await selectReport(transaction, report);
    if (before?.edition !== report.edition) return false;
    for (const table of ['reports', 'decisions'] as const) {
      await transaction
        .deleteFrom(table)
        .where('site_group', '=', readGroup(site))
        .where('site', '=', site)
        .where('canonical', '=', canonical)
        .execute();
    }
    const { segment, place } = before;
    await transaction
      .insertInto('deletions')
      .values({ site_group: readGroup(site), site, canonical, segment, place, at, changed })
      .execute();
    await forgetLook(transaction, before);
    await countDeletion(transaction, before);
    await countTotals(transaction, [{ site, by: -1, at }]);
    return true;
  });
}

async function selectReport(transaction: Transaction<Tables>, { site, canonical }: ReportKey) {
  return transaction
    .selectFrom('reports')
    .select(['site', 'canonical', 'segment', 'place', 'state', 'edition', 'received_at'])
    .where('site_group', '=', readGroup(site))
    .where('site', '=', site)
    .where('canonical', '=', canonical)
    .executeTakeFirst();
}

/** Takes back what the reader of a report has told of its place. */
async function forgetLook(
  transaction: Transaction<Tables>,
  { site, canonical, place }: ReportKey & Pick<StoredReport, 'place'>,
): Promise<void> {
  await transaction
    .deleteFrom('observations')
    .where('site_group', '=', readGroup(site))
    .where('site', '=', site)
    .where('place', '=', place)
    .where('observer', '=', canonical)
    .execute();
}

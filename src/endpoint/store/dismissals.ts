/**
 * The list of words that are no mistake on a site, such as names. Who reports them is answered at once, see
 * `add-reports.ts`; what was reported before can be rejected with them.
 */
import { type Kysely, sql } from 'kysely';
import { readReport } from '../../model/report.ts';
import { narrowAnnotation } from '../annotations/narrow-annotation.ts';
import { keyWords } from '../place.ts';
import { listParents, readGroup } from '../sites.ts';
import { isCovered } from './covered.ts';
import type { Connections } from './database.ts';
import { listReportRows } from './list-reports.ts';
import { moveRow } from './move-row.ts';
import type { Place } from './reports.ts';
import type { DismissalTable, Tables } from './schema.ts';
import { readSearch } from './search.ts';
import { fromRow, type StoredReport } from './stored-report.ts';

export interface Dismissal {
  /** its subdomains are meant as well */
  site: string;
  /** see `keyWords` */
  key: string;
  exact: string;
  /** is given to the readers who report the words */
  reason: string;
  editor: string;
  /** epoch ms */
  at: number;
}

export interface NewDismissal extends Omit<Dismissal, 'editor'> {
  editor: { tokenId: string; name: string };
}

/** Where a page of the list ended. */
export type DismissalPlace = Pick<Dismissal, 'at' | 'site' | 'key'>;

export interface DismissalStore {
  /** One page of the lists of a site and its subdomains, newest first. */
  listDismissals(site: string, after: DismissalPlace | null, limit: number): Promise<Dismissal[]>;
  /**
   * What is no mistake on a site, by its own list and those of the sites above: words once, as the nearest has them. What is
   * on the nearer list comes first, the newest of each before the others.
   */
  listHeeded(site: string, limit: number): Promise<{ words: string; reason: string }[]>;
  /** Puts words on a site's list; those that are there get the new reason. @returns whether they are new there */
  addDismissal(dismissal: NewDismissal): Promise<boolean>;
  /** @returns whether they were on the list of exactly this site */
  removeDismissal(site: string, key: string): Promise<boolean>;
  /**
   * Rejects the new reports about the site and its subdomains that quote the words.
   * @returns how many, and whether all have been looked at: they are not where the words are very frequent
   */
  applyDismissal(dismissal: NewDismissal): Promise<{ rejected: number; isComplete: boolean }>;
}

/** Reports that are read, and moved, at a time. */
const MOST_MOVED = 200;
/** Reports with these words anywhere that are looked at for the quoted ones. */
const MOST_LOOKED_AT = 20_000;

export function createDismissalStore(connections: Connections): DismissalStore {
  const { read, write } = connections;
  return {
    async listDismissals(site, after, limit) {
      let query = read
        .selectFrom('dismissals')
        .select(['site', 'key', 'exact', 'reason', 'editor', 'at'])
        .where('site_group', '=', readGroup(site))
        .where(({ ref }) => isCovered(ref('site'), site));
      if (after !== null) {
        query = query.where(({ eb, refTuple, tuple }) =>
          eb(refTuple('at', 'site', 'key'), '<', tuple(after.at, after.site, after.key)),
        );
      }
      return query
        .orderBy('at', 'desc')
        .orderBy('site', 'desc')
        .orderBy('key', 'desc')
        .limit(limit)
        .execute();
    },

    async listHeeded(site, limit) {
      return read
        .selectFrom(({ selectFrom }) =>
          selectFrom('dismissals')
            .select(['site', 'key', 'exact', 'reason', 'at'])
            // Of a site and those above it, the longest name is the nearest.
            .select(
              sql<number>`row_number() over (partition by key order by length(site) desc)`.as(
                'nearness',
              ),
            )
            .where('site_group', '=', readGroup(site))
            .where('site', 'in', listParents(site))
            .as('heeded'),
        )
        .select(['exact as words', 'reason'])
        .where('nearness', '=', 1)
        .orderBy(sql`length(site)`, 'desc')
        .orderBy('at', 'desc')
        .orderBy('key', 'desc')
        .limit(limit)
        .execute();
    },

    async addDismissal(dismissal) {
      return write.transaction().execute(async (transaction) => {
        const before = await selectDismissal(transaction, dismissal)
          .select('at')
          .executeTakeFirst();
        await putDismissal(transaction, dismissal);
        return before === undefined;
      });
    },

    async removeDismissal(site, key) {
      const removed = await write
        .deleteFrom('dismissals')
        .where('site_group', '=', readGroup(site))
        .where('site', '=', site)
        .where('key', '=', key)
        .returning('key')
        .execute();
      return removed.length > 0;
    },

    async applyDismissal({ site, key, exact, reason, editor, at }) {
      const query = {
        ...{ site, states: ['new'] as const, kind: null, article: null, language: null },
        ...{ words: readSearch(exact), limit: MOST_MOVED },
      };
      let rejected = 0;
      let after: Place | null = null;
      for (let seen = 0; seen < MOST_LOOKED_AT; seen += MOST_MOVED) {
        const reports: StoredReport[] = (
          await listReportRows(connections, { ...query, after })
        ).map(fromRow);
        const quoting = reports.filter((report) => keyWords(readQuote(report)) === key);
        if (quoting.length > 0) {
          rejected += await write.transaction().execute(async (transaction) => {
            let count = 0;
            for (const report of quoting) {
              const move = { report, to: 'rejected', reason, editor, at } as const;
              // Who has decided meanwhile comes first.
              if ((await moveRow(transaction, move)) !== null) count++;
            }
            return count;
          });
        }
        if (reports.length < MOST_MOVED) return { rejected, isComplete: true };
        after = reports.at(-1) ?? null;
      }
      return { rejected, isComplete: false };
    },
  };
}

/** Puts words on a site's list, in whatever transaction. */
export async function putDismissal(
  db: Kysely<Tables>,
  { site, key, exact, reason, editor, at }: NewDismissal,
): Promise<void> {
  const said = { exact, reason, editor: editor.name, token_id: editor.tokenId, at };
  const row: DismissalTable = { site_group: readGroup(site), site, key, ...said };
  await db
    .insertInto('dismissals')
    .values(row)
    .onConflict((conflict) => conflict.columns(['site_group', 'site', 'key']).doUpdateSet(said))
    .execute();
}

function selectDismissal(db: Kysely<Tables>, { site, key }: Pick<Dismissal, 'site' | 'key'>) {
  return db
    .selectFrom('dismissals')
    .where('site_group', '=', readGroup(site))
    .where('site', '=', site)
    .where('key', '=', key);
}

function readQuote(report: StoredReport): string {
  return readReport(narrowAnnotation(JSON.parse(report.annotation), report)).exact;
}

/** Which words are reported again and again: counts of mistakes by what they quote, wherever it stands. */
import type { Kysely } from 'kysely';
import { sql } from 'kysely';
import { readGroup } from '../sites.ts';
import { isCovered } from './covered.ts';
import type { Span } from './figures.ts';
import type { Tables } from './schema.ts';
import { fromRow, REPORT_COLUMNS, type StoredReport } from './stored-report.ts';

export interface WordsCount {
  /** key of the quoted words, see `keyWords` */
  words: string;
  reports: number;
  mistakes: number;
}

export interface WordFigures {
  /** The quoted words with most reports, spam aside, of mistakes whose last report came within a span. */
  countWords(site: string, span: Span, limit: number): Promise<WordsCount[]>;
  /** Which articles such mistakes are in; each once. */
  listWordsArticles(
    site: string,
    span: Span,
    words: readonly string[],
  ): Promise<{ words: string; article: string }[]>;
  /** A report that quotes words; null where nothing does any more. */
  findQuoting(site: string, words: string): Promise<StoredReport | null>;
}

/** Mistakes about a site whose last report came within a span. */
export function selectMistakes(db: Kysely<Tables>, site: string, { start, end }: Span) {
  return db
    .selectFrom('clusters')
    .where('site_group', '=', readGroup(site))
    .where('last_at', '>=', start)
    .where('last_at', '<', end)
    .where(({ ref }) => isCovered(ref('site'), site));
}

export function createWordFigures(read: Kysely<Tables>): WordFigures {
  const selectQuoting = (site: string, span: Span) =>
    selectMistakes(read, site, span).where('words_key', '<>', '').where('readers', '>', 0);

  return {
    async countWords(site, span, limit) {
      return selectQuoting(site, span)
        .select(({ fn, ref }) => [
          'words_key as words',
          sql<number>`cast(sum(${ref('readers')}) as bigint)`.as('reports'),
          fn.countAll<number>().as('mistakes'),
        ])
        .groupBy('words_key')
        .orderBy('reports', 'desc')
        .orderBy('words_key')
        .limit(limit)
        .execute();
    },

    async listWordsArticles(site, span, words) {
      if (words.length === 0) return [];
      return selectQuoting(site, span)
        .select(['words_key as words', 'article'])
        .where('words_key', 'in', words)
        .distinct()
        .execute();
    },

    async findQuoting(site, words) {
      const cluster = await read
        .selectFrom('clusters')
        .select(['site', 'sample'])
        .where('site_group', '=', readGroup(site))
        .where('words_key', '=', words)
        .where(({ ref }) => isCovered(ref('site'), site))
        .limit(1)
        .executeTakeFirst();
      if (cluster === undefined) return null;
      const row = await read
        .selectFrom('reports')
        .select(REPORT_COLUMNS)
        .where('site_group', '=', readGroup(cluster.site))
        .where('site', '=', cluster.site)
        .where('canonical', '=', cluster.sample)
        .executeTakeFirst();
      return row === undefined ? null : fromRow(row);
    },
  };
}

/** Gives the clusters of before what they are sorted and found by now: from their counts, and from what their sample says. */
import { type Kysely, sql } from 'kysely';
import { readReport } from '../../../model/report.ts';
import { narrowAnnotation } from '../../annotations/narrow-annotation.ts';
import { keyWords } from '../../place.ts';
import { readLanguage, readSubtag } from '../../report-language.ts';
import type { Tables } from '../schema.ts';

/** Rows that are held in memory, and written, at a time. */
const SIZE = 500;

type Key = Pick<Tables['clusters'], 'site_group' | 'site' | 'place'>;

export async function fillReviewColumns(any: Kysely<unknown>): Promise<void> {
  const db = any.withTables<Pick<Tables, 'clusters' | 'reports'>>();
  let after: Key = { site_group: '', site: '', place: '' };
  for (;;) {
    const rows = await db
      .selectFrom('clusters')
      .innerJoin('reports', (join) =>
        join
          .onRef('reports.site_group', '=', 'clusters.site_group')
          .onRef('reports.canonical', '=', 'clusters.sample')
          .onRef('reports.site', '=', 'clusters.site'),
      )
      .select(['clusters.site_group', 'clusters.site', 'clusters.place', 'reports.canonical'])
      .select(['reports.source', 'reports.created_at as createdAt', 'reports.annotation'])
      .where(({ eb, refTuple, tuple }) =>
        eb(
          refTuple('clusters.site_group', 'clusters.site', 'clusters.place'),
          '>',
          tuple(after.site_group, after.site, after.place),
        ),
      )
      .orderBy('clusters.site_group')
      .orderBy('clusters.site')
      .orderBy('clusters.place')
      .limit(SIZE)
      .execute();
    const last = rows.at(-1);
    if (last === undefined) return;
    const filled = rows.map((row) => {
      const annotation = narrowAnnotation(JSON.parse(row.annotation), row);
      const wordsKey = keyWords(readReport(annotation).exact);
      const language = readSubtag(readLanguage(annotation));
      return sql`(${row.site_group}, ${row.site}, ${row.place}, ${wordsKey}, ${language})`;
    });
    await sql`with filled(site_group, site, place, words_key, language) as (values ${sql.join(filled)})
      update clusters set words_key = filled.words_key, language = filled.language,
        readers = new_count + accepted_count + rejected_count + fixed_count
      from filled where clusters.site_group = filled.site_group and clusters.site = filled.site
        and clusters.place = filled.place`.execute(db);
    if (rows.length < SIZE) return;
    after = last;
  }
}

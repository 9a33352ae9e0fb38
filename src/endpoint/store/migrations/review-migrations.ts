/** The database's history from where editors sort their queue, correct what readers propose and publish notes. */
import { type Kysely, sql } from 'kysely';
import type { Migration } from 'kysely/migration';
import type { DialectName } from '../dialect.ts';
import { fillReviewColumns } from './fill-review-columns.ts';
import { createIndexes, createTable, type TableDescription } from './group-tables.ts';

const LAST_ARRIVAL = ['last_at', 'place', 'site'];

/**
 * Each order of the queue, of one state: there are few, and pages of each make one of all. Of one language there is no index
 * by articles: such a one has no place where all is written, and would cost every report more than the others together.
 */
const CLUSTER_INDEXES: Record<string, string[]> = {
  clusters_by_readers: ['state', 'readers', ...LAST_ARRIVAL],
  clusters_by_article: ['state', 'article', ...LAST_ARRIVAL],
  clusters_by_language: ['language', 'state', ...LAST_ARRIVAL],
  clusters_by_language_readers: ['language', 'state', 'readers', ...LAST_ARRIVAL],
  clusters_by_words: ['words_key', 'state', ...LAST_ARRIVAL],
};
/** Few clusters have been corrected or noted, and only those have a place in the order of changes. */
const CHANGES = ['edit_changed', 'note_changed'];

const NOTES: TableDescription = {
  columns: {
    ...{ site_group: 'key', site: 'key', place: 'key', source: 'text', exact: 'text' },
    ...{ correction: 'text', language: 'text', text: 'text', editor: 'text', token_id: 'text' },
    ...{ at: 'number', changed_at: 'number' },
  },
  key: ['site_group', 'site', 'place'],
  indexes: {
    notes_by_time: ['site_group', 'at', 'site', 'place'],
  },
};

const TEXT = `text not null default ''`;

export function createReviewMigrations(dialect: DialectName): Record<string, Migration> {
  // As in tables that are made whole, see `createTable`.
  const key = dialect === 'postgres' ? `text collate "C" not null default ''` : TEXT;
  return {
    '0010-review': {
      async up(db: Kysely<unknown>): Promise<void> {
        const add = (table: string, column: string, type: string) =>
          sql`alter table ${sql.table(table)} add column ${sql.ref(column)} ${sql.raw(type)}`.execute(
            db,
          );
        await add('clusters', 'readers', 'bigint not null default 0');
        await add('clusters', 'language', key);
        await add('clusters', 'words_key', key);
        await add('clusters', 'edited', TEXT);
        await add('clusters', 'edited_by', 'text');
        await add('clusters', 'edited_at', 'bigint');
        for (const column of CHANGES) await add('clusters', column, 'bigint not null default 0');
        await fillReviewColumns(db);
        // It was of all states together.
        await db.schema.dropIndex('clusters_by_article').execute();
        for (const [name, columns] of Object.entries(CLUSTER_INDEXES)) {
          await db.schema
            .createIndex(name)
            .on('clusters')
            .columns(['site_group', ...columns])
            .execute();
        }
        for (const column of CHANGES) {
          await sql`create index ${sql.ref(`clusters_by_${column}`)} on clusters (site_group, ${sql.ref(column)})
            where ${sql.ref(column)} > 0`.execute(db);
        }
        await createTable(db, dialect, 'notes', NOTES);
        await createIndexes(db, 'notes', NOTES);
        await add('sites', 'edit_link', 'text');
        await add('sites', 'publishes', 'bigint');
      },
    },

    '0011-withdrawn-notes': {
      async up(db: Kysely<unknown>): Promise<void> {
        await sql`alter table notes add column withdrawn_at bigint`.execute(db);
      },
    },
  };
}

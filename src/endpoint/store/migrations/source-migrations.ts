/** The database's history from where sites keep lists of the sources that they reuse. */
import type { Kysely } from 'kysely';
import type { Migration } from 'kysely/migration';
import type { DialectName } from '../dialect.ts';
import { createIndexes, createTable, type TableDescription } from './group-tables.ts';

const TABLES: Record<string, TableDescription> = {
  sources: {
    columns: {
      ...{ site_group: 'key', site: 'key', url: 'key', title: 'text', copy: 'text' },
      ...{ editor: 'text', token_id: 'text', at: 'number' },
    },
    key: ['site_group', 'site', 'url'],
    indexes: { sources_by_time: ['site_group', 'at', 'site', 'url'] },
  },
  source_prints: {
    columns: { site_group: 'key', fingerprint: 'number', site: 'key', url: 'key' },
    // By fingerprint first: that is how they are looked up.
    key: ['site_group', 'fingerprint', 'site', 'url'],
    indexes: { source_prints_by_source: ['site_group', 'site', 'url'] },
  },
};

export function createSourceMigrations(dialect: DialectName): Record<string, Migration> {
  return {
    '0012-sources': {
      async up(db: Kysely<unknown>): Promise<void> {
        for (const [name, table] of Object.entries(TABLES)) {
          await createTable(db, dialect, name, table);
          await createIndexes(db, name, table);
        }
      },
    },
  };
}

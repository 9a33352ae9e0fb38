/** The database's history from where every key begins with the group of sites, on SQLite and PostgreSQL alike. */
import { type Kysely, type RawBuilder, sql } from 'kysely';
import type { Migration } from 'kysely/migration';
import type { DialectName } from '../dialect.ts';
import { createSearchIndex, foldForm, OTHER_FORMS } from '../search.ts';
import { createRateTable } from '../shared-rates.ts';
import { fillGroupTables } from './fill-group-tables.ts';
import { createIndexes, createTable, GROUP_TABLES } from './group-tables.ts';

const RENEWED = ['reports', 'decisions', 'observations'];
/** Their names are wanted for the new table's. */
const EARLY_INDEXES = ['segment', 'arrival', 'state', 'canonical', 'place', 'article'];

export function createGroupMigrations(dialect: DialectName): Record<string, Migration> {
  return {
    '0007-groups': {
      async up(db: Kysely<unknown>): Promise<void> {
        for (const name of EARLY_INDEXES) await db.schema.dropIndex(`reports_by_${name}`).execute();
        for (const table of RENEWED) {
          await db.schema.alterTable(table).renameTo(`early_${table}`).execute();
        }
        for (const [name, table] of Object.entries(GROUP_TABLES)) {
          await createTable(db, dialect, name, table);
        }
        await sql`alter table tokens add column scopes text not null default 'read decide edit'`.execute(
          db,
        );
        await fillGroupTables(db);
        for (const table of [...RENEWED.map((name) => `early_${name}`), 'places']) {
          await db.schema.dropTable(table).execute();
        }
        for (const [name, table] of Object.entries(GROUP_TABLES)) {
          await createIndexes(db, name, table);
        }
        await createSearchIndex(db, dialect);
      },
    },
    '0008-rates': { up: (db: Kysely<unknown>) => createRateTable(db, dialect) },
    '0009-letter-forms': {
      async up(db: Kysely<unknown>): Promise<void> {
        const folded = OTHER_FORMS.reduce<RawBuilder<string>>(
          (words, form) => sql`replace(${words}, ${sql.lit(form)}, ${sql.lit(foldForm(form))})`,
          sql.ref('words'),
        );
        await sql`update reports set words = ${folded} where words <> ${folded}`.execute(db);
      },
    },
  };
}

/** The database's history. A migration that has been released is never edited, only followed by another. */
import type { MigrationProvider } from 'kysely/migration';
import type { DialectName } from '../dialect.ts';
import { earlyMigrations } from './early-migrations.ts';
import { createGroupMigrations } from './group-migrations.ts';
import { createReviewMigrations } from './review-migrations.ts';
import { createSourceMigrations } from './source-migrations.ts';

export function createMigrationProvider(dialect: DialectName): MigrationProvider {
  return {
    getMigrations: async () => ({
      ...earlyMigrations,
      ...createGroupMigrations(dialect),
      ...createReviewMigrations(dialect),
      ...createSourceMigrations(dialect),
    }),
  };
}

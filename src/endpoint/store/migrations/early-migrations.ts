/** The database's history until every key began with the group of sites. */
import type { Kysely } from 'kysely';
import type { Migration } from 'kysely/migration';
import { keyArticle, keyStoredPlace } from '../../place.ts';
import { readGroup } from '../../sites.ts';
import type { DecisionTable, ReportTable } from '../schema.ts';
import { walkReports } from './walk-reports.ts';

/** The tables, as far as these migrations read and write them. */
type EarlyTables = {
  reports: Pick<
    ReportTable,
    'site' | 'site_group' | 'canonical' | 'source' | 'article' | 'place' | 'moved_at' | 'annotation'
  >;
  decisions: Pick<DecisionTable, 'site' | 'canonical' | 'at' | 'to_state'>;
};

export const earlyMigrations: Record<string, Migration> = {
  '0001-reports': {
    async up(db: Kysely<unknown>): Promise<void> {
      await db.schema
        .createTable('reports')
        .addColumn('site', 'text', (column) => column.notNull())
        .addColumn('canonical', 'text', (column) => column.notNull())
        .addColumn('segment', 'text', (column) => column.notNull())
        .addColumn('source', 'text', (column) => column.notNull())
        .addColumn('kind', 'text', (column) => column.notNull())
        .addColumn('state', 'text', (column) => column.notNull())
        .addColumn('reason', 'text', (column) => column.notNull())
        .addColumn('version', 'integer', (column) => column.notNull())
        .addColumn('created_at', 'bigint', (column) => column.notNull())
        .addColumn('received_at', 'bigint', (column) => column.notNull())
        .addColumn('annotation', 'text', (column) => column.notNull())
        .addPrimaryKeyConstraint('reports_key', ['site', 'canonical'])
        .execute();
      // Not unique: a unique index would need the site in it to be distributed. 192 random bits are.
      await db.schema.createIndex('reports_by_segment').on('reports').column('segment').execute();
      await db.schema
        .createIndex('reports_by_site')
        .on('reports')
        .columns(['site', 'received_at', 'canonical'])
        .execute();
      await db.schema
        .createIndex('reports_by_state')
        .on('reports')
        .columns(['site', 'state', 'received_at', 'canonical'])
        .execute();
    },
  },
  '0002-decisions': {
    async up(db: Kysely<unknown>): Promise<void> {
      await db.schema
        .createTable('decisions')
        .addColumn('site', 'text', (column) => column.notNull())
        .addColumn('canonical', 'text', (column) => column.notNull())
        .addColumn('version', 'integer', (column) => column.notNull())
        .addColumn('at', 'bigint', (column) => column.notNull())
        .addColumn('editor', 'text', (column) => column.notNull())
        .addColumn('token_id', 'text', (column) => column.notNull())
        .addColumn('from_state', 'text', (column) => column.notNull())
        .addColumn('to_state', 'text', (column) => column.notNull())
        .addColumn('reason', 'text', (column) => column.notNull())
        .addPrimaryKeyConstraint('decisions_key', ['site', 'canonical', 'version'])
        .execute();
    },
  },
  '0003-tokens': {
    async up(db: Kysely<unknown>): Promise<void> {
      await db.schema
        .createTable('tokens')
        .addColumn('id', 'text', (column) => column.notNull().primaryKey())
        .addColumn('hash', 'text', (column) => column.notNull().unique())
        .addColumn('name', 'text', (column) => column.notNull())
        .addColumn('site', 'text', (column) => column.notNull())
        .addColumn('created_at', 'bigint', (column) => column.notNull())
        .addColumn('revoked_at', 'bigint')
        .execute();
    },
  },
  '0004-site-groups': {
    async up(any: Kysely<unknown>): Promise<void> {
      const db = any.withTables<EarlyTables>();
      await db.schema
        .alterTable('reports')
        .addColumn('site_group', 'text', (column) => column.notNull().defaultTo(''))
        .execute();
      const sites = await db.selectFrom('reports').select('site').distinct().execute();
      for (const { site } of sites) {
        await db
          .updateTable('reports')
          .set({ site_group: readGroup(site) })
          .where('site', '=', site)
          .execute();
      }
      await db.schema.dropIndex('reports_by_site').execute();
      await db.schema.dropIndex('reports_by_state').execute();
      await db.schema
        .createIndex('reports_by_arrival')
        .on('reports')
        .columns(['site_group', 'received_at', 'canonical', 'site'])
        .execute();
      await db.schema
        .createIndex('reports_by_state')
        .on('reports')
        .columns(['site_group', 'state', 'received_at', 'canonical', 'site'])
        .execute();
      await db.schema
        .createIndex('reports_by_canonical')
        .on('reports')
        .columns(['site_group', 'canonical', 'site'])
        .execute();
    },
  },
  '0005-places': {
    async up(db: Kysely<unknown>): Promise<void> {
      await db.schema
        .alterTable('reports')
        .addColumn('place', 'text', (column) => column.notNull().defaultTo(''))
        .execute();
      await fillPlaces(db);
      // The state as well, so that those who ask how many there are need nothing but the index.
      await db.schema
        .createIndex('reports_by_place')
        .on('reports')
        .columns(['site', 'place', 'state'])
        .execute();
    },
  },
  '0006-observations': {
    async up(db: Kysely<unknown>): Promise<void> {
      await db.schema
        .createTable('places')
        .addColumn('site', 'text', (column) => column.notNull())
        .addColumn('place', 'text', (column) => column.notNull())
        .addColumn('observed_at', 'bigint', (column) => column.notNull())
        .addPrimaryKeyConstraint('places_key', ['site', 'place'])
        .execute();
      // The key leads to a place's observations as well: it needs no index of its own.
      await db.schema
        .createTable('observations')
        .addColumn('site', 'text', (column) => column.notNull())
        .addColumn('place', 'text', (column) => column.notNull())
        .addColumn('observer', 'text', (column) => column.notNull())
        .addColumn('kind', 'text', (column) => column.notNull())
        .addColumn('verdict', 'text', (column) => column.notNull())
        .addColumn('replacement', 'text', (column) => column.notNull())
        .addColumn('at', 'bigint', (column) => column.notNull())
        .addPrimaryKeyConstraint('observations_key', ['site', 'place', 'observer'])
        .execute();
      await db.schema
        .alterTable('reports')
        .addColumn('article', 'text', (column) => column.notNull().defaultTo(''))
        .execute();
      await fillArticles(db);
      await db.schema.alterTable('reports').addColumn('moved_at', 'bigint').execute();
      await fillMoves(db);
      await db.schema
        .createIndex('reports_by_article')
        .on('reports')
        .columns(['site_group', 'article', 'received_at', 'canonical', 'site'])
        .execute();
    },
  },
};

/** Gives reports from before there were places theirs. */
async function fillPlaces(any: Kysely<unknown>): Promise<void> {
  const db = any.withTables<EarlyTables>();
  for await (const { site, canonical, annotation } of walkReports(any, 'reports')) {
    await db
      .updateTable('reports')
      .set({ place: keyStoredPlace(annotation, canonical) })
      .where('site', '=', site)
      .where('canonical', '=', canonical)
      .execute();
  }
}

/** Gives reports from before one could ask for an article's own the key of theirs. */
async function fillArticles(any: Kysely<unknown>): Promise<void> {
  const db = any.withTables<EarlyTables>();
  for await (const { site, canonical, source } of walkReports(any, 'reports')) {
    await db
      .updateTable('reports')
      .set({ article: keyArticle(source) })
      .where('site', '=', site)
      .where('canonical', '=', canonical)
      .execute();
  }
}

/** Notes when reports were last moved, from what was decided about them. */
async function fillMoves(db: Kysely<unknown>): Promise<void> {
  await db
    .withTables<EarlyTables>()
    .updateTable('reports')
    .set(({ selectFrom }) => ({
      moved_at: selectFrom('decisions')
        .select(({ fn }) => fn.max<number | null>('decisions.at').as('last'))
        .whereRef('decisions.site', '=', 'reports.site')
        .whereRef('decisions.canonical', '=', 'reports.canonical')
        .where('decisions.to_state', '<>', 'accepted'),
    }))
    .execute();
}

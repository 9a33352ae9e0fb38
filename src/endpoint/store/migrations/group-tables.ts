/** The tables whose keys begin with the group of sites, as they were made first. */
import { type Kysely, sql } from 'kysely';
import type { DialectName } from '../dialect.ts';

/** `key`: text that is compared byte by byte. `number?` and no other may be null. */
type ColumnKind = 'key' | 'text' | 'number' | 'number?';

export interface TableDescription {
  columns: Record<string, ColumnKind>;
  key: string[];
  indexes?: Record<string, string[]>;
}

const ARRIVAL = ['received_at', 'canonical', 'site'];
const LAST_ARRIVAL = ['last_at', 'place', 'site'];

export const GROUP_TABLES: Record<string, TableDescription> = {
  reports: {
    columns: {
      ...{ site_group: 'key', site: 'key', canonical: 'key', segment: 'key', source: 'text' },
      ...{ article: 'key', place: 'key', kind: 'key', state: 'key', reason: 'text' },
      ...{ version: 'number', edition: 'number', moved_at: 'number?', created_at: 'number' },
      ...{ received_at: 'number', changed: 'number', words: 'text', annotation: 'text' },
    },
    key: ['site_group', 'canonical', 'site'],
    indexes: {
      // Not unique: a unique index would need the group in it to be distributed. 192 random bits are.
      reports_by_segment: ['segment'],
      reports_by_arrival: ['site_group', ...ARRIVAL],
      reports_by_state: ['site_group', 'state', ...ARRIVAL],
      reports_by_kind: ['site_group', 'kind', ...ARRIVAL],
      reports_by_article: ['site_group', 'article', ...ARRIVAL],
      // The state as well, so that those who ask how many there are need nothing but the index.
      reports_by_place: ['site_group', 'site', 'place', 'state', 'received_at', 'canonical'],
      reports_by_change: ['site_group', 'changed'],
    },
  },
  clusters: {
    columns: {
      ...{ site_group: 'key', site: 'key', place: 'key', article: 'key', sample: 'key' },
      ...{ kind: 'key', state: 'key', version: 'number', new_count: 'number' },
      ...{ accepted_count: 'number', rejected_count: 'number', fixed_count: 'number' },
      ...{ spam_count: 'number', first_at: 'number', last_at: 'number' },
      ...{ observed_at: 'number?', changed: 'number' },
    },
    key: ['site_group', 'site', 'place'],
    indexes: {
      clusters_by_arrival: ['site_group', ...LAST_ARRIVAL],
      clusters_by_state: ['site_group', 'state', ...LAST_ARRIVAL],
      clusters_by_article: ['site_group', 'article', ...LAST_ARRIVAL],
    },
  },
  totals: {
    columns: { site_group: 'key', site: 'key', total: 'number', modified_at: 'number' },
    key: ['site_group', 'site'],
  },
  counters: { columns: { site_group: 'key', changed: 'number' }, key: ['site_group'] },
  deletions: {
    columns: {
      ...{ site_group: 'key', site: 'key', canonical: 'key', segment: 'key', place: 'key' },
      ...{ at: 'number', changed: 'number' },
    },
    key: ['site_group', 'canonical', 'site'],
    indexes: {
      deletions_by_segment: ['segment'],
      deletions_by_change: ['site_group', 'changed'],
    },
  },
  decisions: {
    columns: {
      ...{ site_group: 'key', site: 'key', canonical: 'key', version: 'number', at: 'number' },
      ...{ editor: 'text', token_id: 'text', from_state: 'text', to_state: 'text', reason: 'text' },
    },
    key: ['site_group', 'canonical', 'site', 'version'],
    indexes: { decisions_by_time: ['site_group', 'at'] },
  },
  observations: {
    columns: {
      ...{ site_group: 'key', site: 'key', place: 'key', observer: 'key', kind: 'text' },
      ...{ verdict: 'text', replacement: 'text', at: 'number' },
    },
    key: ['site_group', 'site', 'place', 'observer'],
  },
  dismissals: {
    columns: {
      ...{ site_group: 'key', site: 'key', key: 'key', exact: 'text', reason: 'text' },
      ...{ editor: 'text', token_id: 'text', at: 'number' },
    },
    key: ['site_group', 'site', 'key'],
    indexes: { dismissals_by_time: ['site_group', 'at', 'site', 'key'] },
  },
  sites: {
    columns: {
      ...{ site: 'key', site_group: 'key', posts_per_minute: 'number?', created_at: 'number' },
    },
    key: ['site'],
  },
  channels: {
    columns: {
      ...{ id: 'key', site_group: 'key', site: 'key', kind: 'key', target: 'text' },
      ...{ secret: 'text', every: 'text', language: 'text', told: 'number', due_at: 'number' },
      ...{ created_at: 'number', ended_at: 'number?' },
    },
    key: ['id'],
  },
  messages: {
    columns: {
      ...{ id: 'key', channel_id: 'key', site_group: 'key', created_at: 'number' },
      ...{ due_at: 'number', attempts: 'number', held_until: 'number', content: 'text' },
      ...{ error: 'text', failed_at: 'number?' },
    },
    key: ['id'],
    indexes: { messages_by_due: ['due_at'], messages_by_channel: ['channel_id'] },
  },
  secrets: { columns: { name: 'key', value: 'text', created_at: 'number' }, key: ['name'] },
};

export async function createTable(
  db: Kysely<unknown>,
  dialect: DialectName,
  name: string,
  { columns, key }: TableDescription,
): Promise<void> {
  const types: Record<ColumnKind, string> = {
    // In the order of no language, and fast: as SQLite does it anyway.
    key: dialect === 'postgres' ? 'text collate "C" not null' : 'text not null',
    text: 'text not null',
    number: 'bigint not null',
    'number?': 'bigint',
  };
  const lines = Object.entries(columns).map(
    ([column, kind]) => sql`${sql.ref(column)} ${sql.raw(types[kind])}`,
  );
  // The search index names rows of SQLite by their number, which only a column of its own keeps.
  const isNumbered = dialect === 'sqlite' && name === 'reports';
  if (isNumbered) lines.unshift(sql`number integer primary key`);
  const constraint = sql.raw(isNumbered ? 'unique' : 'primary key');
  lines.push(sql`${constraint} (${sql.join(key.map((column) => sql.ref(column)))})`);
  await sql`create table ${sql.table(name)} (${sql.join(lines)})`.execute(db);
}

export async function createIndexes(
  db: Kysely<unknown>,
  table: string,
  { indexes = {} }: TableDescription,
): Promise<void> {
  for (const [name, columns] of Object.entries(indexes)) {
    await db.schema.createIndex(name).on(table).columns(columns).execute();
  }
  if (table !== 'clusters') return;
  // Few clusters have been looked at again, and only those have a place in the order of changes.
  await sql`create index clusters_by_change on clusters (site_group, changed) where changed > 0`.execute(
    db,
  );
}

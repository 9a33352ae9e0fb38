/**
 * What a row of each table is in an export: every column, checked when it comes back, and the key that it is read
 * and known by. A file from elsewhere is input like any other.
 */
import * as v from 'valibot';
import { observationSchema } from '../../model/observation.ts';
import { REPORT_STATES } from '../../model/report.ts';
import type { Tables } from '../store/schema.ts';
import { storableText } from '../validation.ts';

export type TableName = keyof Tables;

const text = storableText;
const number = v.pipe(v.number(), v.safeInteger());
const state = v.picklist(REPORT_STATES);
const site = { site_group: text, site: text };
const report = { ...site, canonical: text };

/** In the order in which they are written: counters first, by which a database that has gone on by itself is known. */
export const ROW_SCHEMAS = {
  counters: v.strictObject({ site_group: text, changed: number }),
  tokens: v.strictObject({
    ...{ id: text, hash: text, name: text, site: text, scopes: text },
    ...{ created_at: number, revoked_at: v.nullable(number) },
  }),
  sites: v.strictObject({
    ...{ ...site, posts_per_minute: v.nullable(number), created_at: number },
    ...{ edit_link: v.nullable(text), publishes: v.nullable(number) },
  }),
  secrets: v.strictObject({ name: text, value: text, created_at: number }),
  reports: v.strictObject({
    ...{ ...report, segment: text, source: text, article: text, place: text, kind: text, state },
    ...{ reason: text, version: number, edition: number, moved_at: v.nullable(number) },
    ...{ created_at: number, received_at: number, changed: number, words: text, annotation: text },
  }),
  clusters: v.strictObject({
    ...{ ...site, place: text, article: text, sample: text, kind: text, state, version: number },
    ...{ new_count: number, accepted_count: number, rejected_count: number, fixed_count: number },
    ...{ spam_count: number, first_at: number, last_at: number, observed_at: v.nullable(number) },
    ...{ changed: number, readers: number, language: text, words_key: text, edited: text },
    ...{ edited_by: v.nullable(text), edited_at: v.nullable(number), edit_changed: number },
    note_changed: number,
  }),
  notes: v.strictObject({
    ...{ ...site, place: text, source: text, exact: text, correction: text, language: text },
    ...{ text, editor: text, token_id: text, at: number, changed_at: number },
    withdrawn_at: v.nullable(number),
  }),
  totals: v.strictObject({ ...site, total: number, modified_at: number }),
  deletions: v.strictObject({ ...report, segment: text, place: text, at: number, changed: number }),
  decisions: v.strictObject({
    ...{ ...report, version: number, at: number, editor: text, token_id: text },
    ...{ from_state: state, to_state: state, reason: text },
  }),
  observations: v.strictObject({
    ...{ ...site, place: text, observer: text, kind: v.picklist(['reader', 'editor']) },
    ...{ verdict: observationSchema.entries.verdict, replacement: text, at: number },
  }),
  dismissals: v.strictObject({
    ...{ ...site, key: text, exact: text, reason: text, editor: text, token_id: text, at: number },
  }),
  sources: v.strictObject({
    ...{ ...site, url: text, title: text, copy: text, editor: text, token_id: text, at: number },
  }),
  source_prints: v.strictObject({ ...site, fingerprint: number, url: text }),
  channels: v.strictObject({
    ...{ ...site, id: text, kind: v.picklist(['mail', 'webhook', 'slack']), target: text },
    ...{ secret: text, every: v.picklist(['report', 'hour', 'day']), language: text },
    ...{ told: number, due_at: number, created_at: number, ended_at: v.nullable(number) },
  }),
  messages: v.strictObject({
    ...{ id: text, channel_id: text, site_group: text, created_at: number, due_at: number },
    ...{ attempts: number, held_until: number, content: text, error: text },
    failed_at: v.nullable(number),
  }),
} satisfies { [T in TableName]: v.GenericSchema<unknown, Tables[T]> };

/** The primary keys. */
export const KEYS: Record<TableName, readonly [string, ...string[]]> = {
  counters: ['site_group'],
  tokens: ['id'],
  sites: ['site'],
  secrets: ['name'],
  reports: ['site_group', 'canonical', 'site'],
  clusters: ['site_group', 'site', 'place'],
  notes: ['site_group', 'site', 'place'],
  totals: ['site_group', 'site'],
  deletions: ['site_group', 'canonical', 'site'],
  decisions: ['site_group', 'canonical', 'site', 'version'],
  observations: ['site_group', 'site', 'place', 'observer'],
  dismissals: ['site_group', 'site', 'key'],
  sources: ['site_group', 'site', 'url'],
  source_prints: ['site_group', 'fingerprint', 'site', 'url'],
  channels: ['id'],
  messages: ['id'],
};

export type Row = Record<string, string | number | null>;

export function isTableName(name: string): name is TableName {
  return Object.hasOwn(ROW_SCHEMAS, name);
}

export function listTables(): TableName[] {
  return Object.keys(ROW_SCHEMAS).filter(isTableName);
}

/** The columns of a table, as an export has them. */
export function listColumns(table: TableName): string[] {
  return Object.keys(ROW_SCHEMAS[table].entries);
}

/** What the first line of an export says. */
export const FORMAT = 'sic-export';
/** Is raised with every change of a table. */
export const FORMAT_VERSION = 4;

/** Databases from before editors could sort their queue: each cluster gets what it is sorted and found by now. */
import { createHash } from 'node:crypto';
import { Kysely, SqliteDialect } from 'kysely';
import { describe, expect, test } from 'vitest';
import { keyArticle, keyWords } from '../../src/endpoint/place.ts';
import { CLUSTER_SORTS } from '../../src/endpoint/store/cluster-orders.ts';
import type { StoreAddress } from '../../src/endpoint/store/database.ts';
import { ANY_CLUSTER } from '../../src/endpoint/store/list-clusters.ts';
import { createPostgresDialect } from '../../src/endpoint/store/postgres.ts';
import { openDatabase } from '../../src/endpoint/store/sqlite-file.ts';
import type { ReportState } from '../../src/model/report.ts';
import { checkConsistency, lookInto } from './consistency.ts';
import { mintCanonical, SITE, writeAnnotation } from './endpoint.ts';
import { addReport, migratePostgresUntil, migrateUntil } from './stored.ts';
import { describeAllStores, makeDatabase, openFor, partition } from './stores.ts';

const BEFORE = '0010';
const BEFORE_WITHDRAWALS = '0011';
/** More than are brought over at a time, and some more. */
const CLUSTERS = 1_100;
const LANGUAGES = ['en', 'de-AT', 'zh-Hant', 'x-none', 'UND', ''];
/** Of reports of one cluster: five, of which two are no readers'. */
const STATES: ReportState[] = ['new', 'spam', 'accepted', 'spam', 'fixed'];

type EarlyRow = Record<string, string | number | null | undefined>;

function makeReport(i: number, canonical: string, state: ReportState): EarlyRow {
  const language = LANGUAGES[i % LANGUAGES.length] ?? '';
  const draft = { canonical, source: `https://${SITE}/${i % 90}`, language };
  const quote = { type: 'TextQuoteSelector' as const, exact: `word ${i % 7}`, prefix: `${i}` };
  const annotation = writeAnnotation({ ...draft, selectors: [{ ...quote, suffix: '' }] });
  return {
    ...{ site_group: SITE, site: i % 2 === 0 ? SITE : `kk.${SITE}`, canonical },
    ...{ segment: `s${canonical}`, source: draft.source, article: keyArticle(draft.source) },
    ...{ place: placeOf(i), kind: 'fact', state, reason: '', version: 1, edition: 1 },
    ...{ moved_at: null, created_at: 5, received_at: 5 + i, changed: 0, words: 'w' },
    annotation: i === 3 ? '{}' : JSON.stringify(annotation),
  };
}

/** Keys that are in no order, as those of the endpoint. */
function placeOf(i: number): string {
  return createHash('sha256').update(`${i}`).digest('base64url').slice(0, 22);
}

function makeEarlyRows() {
  let changed = 0;
  const reports: EarlyRow[] = [];
  const clusters: EarlyRow[] = [];
  for (let i = 0; i < CLUSTERS; i++) {
    const states = i === 0 ? STATES : ['new' as const];
    const ofPlace = states.map(
      (state): EarlyRow => ({
        ...makeReport(i, mintCanonical(), state),
        changed: ++changed,
      }),
    );
    const { site_group, site, place, article, kind, canonical } = ofPlace[0] ?? {};
    const count = (state: ReportState) => states.filter((one) => one === state).length;
    reports.push(...ofPlace);
    const told = { site_group, site, place, article, kind, sample: canonical };
    clusters.push({
      ...{ ...told, state: 'new', version: 1 },
      ...{ new_count: count('new'), accepted_count: count('accepted'), rejected_count: 0 },
      ...{
        fixed_count: count('fixed'),
        spam_count: count('spam'),
        first_at: 5 + i,
        last_at: 5 + i,
      },
      ...{ observed_at: null, changed: 0 },
    });
  }
  const sites = [SITE, `kk.${SITE}`].map((site) => ({
    ...{ site_group: SITE, site, modified_at: 9 },
    total: reports.filter((report) => report['site'] === site).length,
  }));
  const set = { site: SITE, site_group: SITE, posts_per_minute: 7, created_at: 3 };
  return {
    reports,
    clusters,
    totals: sites,
    counters: [{ site_group: SITE, changed }],
    sites: [set],
  };
}

/** Moves were not made by anybody: what is in no other state than new has its trace. */
function makeDecisions(reports: readonly EarlyRow[]): EarlyRow[] {
  return reports
    .filter(({ state }) => state !== 'new')
    .map((report) => ({
      ...{ site_group: SITE, site: report['site'] ?? '', canonical: report['canonical'] ?? '' },
      ...{ version: 2, at: 6, editor: 'Ann', token_id: 't', from_state: 'new' },
      ...{ to_state: report['state'] ?? '', reason: '' },
    }));
}

async function fillEarly(
  address: StoreAddress,
  more: Record<string, EarlyRow[]> = {},
): Promise<void> {
  const db = new Kysely<Record<string, EarlyRow>>({
    dialect:
      'databaseUrl' in address
        ? createPostgresDialect(address.databaseUrl)
        : new SqliteDialect({ database: openDatabase(address.directory) }),
  });
  const tables: Record<string, EarlyRow[]> = makeEarlyRows();
  const reports = (tables['reports'] ?? []).map((row) =>
    row['state'] === 'new' ? row : { ...row, version: 2 },
  );
  for (const [table, rows] of Object.entries({
    ...{ ...tables, reports, decisions: makeDecisions(reports), ...more },
  })) {
    for (let i = 0; i < rows.length; i += 200) {
      await db
        .insertInto(table)
        .values(rows.slice(i, i + 200))
        .execute();
    }
  }
  await db.destroy();
}

describeAllStores((kind) => {
  /** A store as it was before a migration, with rows. */
  async function makeEarly(
    before = BEFORE,
    more: Record<string, EarlyRow[]> = {},
  ): Promise<StoreAddress> {
    if (kind.name === 'SQLite') {
      const address = await kind.makeAddress();
      if ('directory' in address) (await migrateUntil(address.directory, before)).close();
      await fillEarly(address, more);
      return address;
    }
    const databaseUrl = await makeDatabase();
    await migratePostgresUntil(databaseUrl, before);
    await fillEarly({ databaseUrl }, more);
    if (kind.name === 'partitioned PostgreSQL') await partition(databaseUrl);
    return { databaseUrl };
  }

  describe('a database that was left', () => {
    test('knows the languages, words and readers of all its clusters', async () => {
      const address = await makeEarly();
      const store = await openFor(address);
      await checkConsistency(address);
      const all = {
        ...ANY_CLUSTER,
        site: SITE,
        words: [],
        except: null,
        after: null,
        limit: 2_000,
      };
      for (const sort of CLUSTER_SORTS) {
        const { clusters, next } = await store.clusters.listClusters({ ...all, sort });
        expect([clusters.length, next]).toEqual([CLUSTERS, null]);
      }
      const { clusters } = await store.clusters.listClusters({ ...all, sort: 'oldest' });
      const expected = Array.from({ length: CLUSTERS }, (_, i) => ({
        ...{ place: placeOf(i), readers: i === 0 ? 3 : 1, edited: null, note: '' },
        language: i === 3 ? '' : (['en', 'de', 'zh', '', '', ''][i % LANGUAGES.length] ?? ''),
        wordsKey: i === 3 ? '' : keyWords(`word ${i % 7}`),
      }));
      expect(
        clusters.map(({ place, readers, language, wordsKey, edited, note }) => ({
          ...{ place, readers, language, wordsKey, edited, note },
        })),
      ).toEqual(expected);
      expect(await store.clusters.listLanguages(SITE, 9)).toEqual(['de', 'en', 'zh']);
      expect(await store.sites.findLimit(SITE)).toEqual({ site: SITE, postsPerMinute: 7 });
      expect(await store.sites.listSettings(SITE, 9)).toContainEqual({
        ...{ site: SITE, editLink: '', publishes: false, above: null },
        own: { editLink: null, publishes: null },
      });
    });

    test('shows all the notes that it had, until they are taken back', async () => {
      const place = placeOf(0);
      const said = { source: 's', exact: 'e', correction: 'c', language: '', text: 't' };
      const row = {
        ...{ site_group: SITE, site: SITE, place, ...said, editor: 'Ann', token_id: 't' },
        ...{ at: 4, changed_at: 5 },
      };
      const address = await makeEarly(BEFORE_WITHDRAWALS, { notes: [row] });
      const store = await openFor(address);
      const note = { site: SITE, place, ...said, editor: 'Ann', at: 4, changedAt: 5 };
      expect(await store.notes.listNotes(SITE, null, 9)).toEqual([note]);
      expect(await store.notes.withdrawNote(SITE, place, 6)).toBe(true);
      expect(await store.notes.withdrawNote(SITE, place, 7)).toBe(false);
      expect(await store.notes.listNotes(SITE, null, 9)).toEqual([]);
      const editor = { tokenId: 'u', name: 'Bob' };
      const put = { site: SITE, place, ...said, correction: 'other', editor, now: 8 };
      expect(await store.notes.putNote(put)).toEqual(note);
      expect(await store.notes.listNotes(SITE, null, 9)).toEqual([note]);
    });

    test('goes on like any other', async () => {
      const address = await makeEarly();
      const store = await openFor(address);
      await addReport(store, { site: SITE, place: placeOf(0), language: 'ru', wordsKey: 'w' });
      const found = await store.clusters.findCluster(SITE, placeOf(0));
      expect(found).toMatchObject({ readers: 4, language: 'en', state: 'new' });
      if (found === null) throw new Error('it has gone');
      const correction = { cluster: found, correction: 'c', editor: 'Ann', at: 7 };
      expect(await store.decisions.correctCluster(correction)).toBe(true);
      expect(await lookInto(address, 'select * from notes')).toEqual([]);
      await checkConsistency(address);
      if (!('databaseUrl' in address)) return;
      // Tables that the migration has made are whole; they are split like the others.
      await partition(address.databaseUrl);
      const again = await openFor(address);
      expect((await again.clusters.findCluster(SITE, placeOf(0)))?.edited).toMatchObject({
        ...{ correction: 'c', editor: 'Ann' },
      });
      await checkConsistency(address);
    });
  });
});

/** The orders of the queue: pages of each make the whole of it. */
import fc from 'fast-check';
import { expect, test } from 'vitest';
import {
  CLUSTER_ORDERS,
  CLUSTER_SORTS,
  type ClusterPlace,
  type ClusterSort,
} from '../../src/endpoint/store/cluster-orders.ts';
import type { Store } from '../../src/endpoint/store/database.ts';
import { ANY_CLUSTER, type ClusterFilter } from '../../src/endpoint/store/list-clusters.ts';
import type { ClusterTable } from '../../src/endpoint/store/schema.ts';
import { canMove, REPORT_STATES } from '../../src/model/report.ts';
import { checkConsistency, lookInto } from './consistency.ts';
import { SITE } from './endpoint.ts';
import { addReport, makeReport, takeReport } from './stored.ts';
import { describeAllStores, openFor } from './stores.ts';

const EDITOR = { tokenId: 't', name: 'Ann' };
const HOSTS = [SITE, `kk.${SITE}`, `a.kk.${SITE}`, 'other.example', `x${SITE}`];
const LANGUAGES = ['', 'en', 'kk'];
const PLAIN = { words: [], except: null, after: null, limit: 50 } as const;

type SortedReport = typeof report extends fc.Arbitrary<infer R> ? R : never;
type Wanted = Omit<ClusterFilter, 'site'>;

/** Few values of each, so that many clusters tie. */
const report = fc.record({
  site: fc.constantFrom(...HOSTS),
  place: fc.constantFrom('p', 'q', 'P', 'ж', '_', '\u{10400}', '\uffee'),
  source: fc.constantFrom(`https://${SITE}/a`, `https://${SITE}/b`),
  receivedAt: fc.integer({ min: 1, max: 3 }),
  language: fc.constantFrom(...LANGUAGES),
  wordsKey: fc.constantFrom('', 'w'),
  kind: fc.constantFrom('fact', 'link'),
  state: fc.constantFrom(...REPORT_STATES),
});

const filters: fc.Arbitrary<Wanted> = fc.record({
  states: fc.constantFrom<Wanted['states'][]>(null, ['new'], ['new', 'accepted'], ['spam']),
  kind: fc.constantFrom(null, null, 'fact'),
  article: fc.constantFrom(null, null, 'a'),
  language: fc.constantFrom(null, null, ...LANGUAGES),
  wordsKey: fc.constantFrom(null, null, 'w'),
});

async function fill(store: Store, reports: readonly SortedReport[]): Promise<void> {
  for (const { state, ...changes } of reports) {
    const stored = takeReport(await store.reports.addReport(makeReport(changes)));
    if (!canMove('new', state)) continue;
    await store.reports.moveReport({
      ...{ report: stored, to: state, reason: '', editor: EDITOR, at: 9 },
    });
  }
}

/** All pages of a list, one after the other. */
async function walk(
  store: Store,
  site: string,
  filter: Wanted,
  sort: ClusterSort,
  limit: number,
): Promise<string[]> {
  const seen: string[] = [];
  for (let after: ClusterPlace | null = null; ; ) {
    const query = { ...PLAIN, ...filter, site, sort, after, limit };
    const page: Awaited<ReturnType<Store['clusters']['listClusters']>> =
      await store.clusters.listClusters(query);
    seen.push(...page.clusters.map((one) => `${one.site} ${one.place}`));
    expect(page.clusters.length).toBeLessThanOrEqual(limit);
    if (page.next === null) return seen;
    expect(page.clusters).toHaveLength(limit);
    after = page.next;
  }
}

/** As databases compare them: by bytes. */
function compare(one: string | number, other: string | number): number {
  return typeof one === 'number' && typeof other === 'number'
    ? one - other
    : Buffer.compare(Buffer.from(String(one)), Buffer.from(String(other)));
}

function sortRows(rows: readonly ClusterTable[], sort: ClusterSort): string[] {
  const { columns, direction } = CLUSTER_ORDERS[sort];
  return rows
    .toSorted((one, other) => {
      const [first = 0] = columns
        .map((column) => compare(one[column], other[column]))
        .filter((difference) => difference !== 0);
      return direction === 'asc' ? first : -first;
    })
    .map(({ site, place }) => `${site} ${place}`);
}

describeAllStores((kind) => {
  test('pages have each cluster once, in order, however many tie', async () => {
    const address = await kind.makeAddress();
    const store = await openFor(address);
    let groups = 0;
    await fc.assert(
      fc.asyncProperty(
        ...[fc.array(report, { maxLength: 40 }), filters, fc.integer({ min: 1, max: 7 })],
        fc.constantFrom(SITE, `kk.${SITE}`),
        async (reports, filter, limit, site) => {
          // Each run has a group of its own: to make a store takes longer than all else.
          groups++;
          const rename = (host: string) => host.replace('.example', `.g${groups}`);
          await fill(
            store,
            reports.map((one) => ({ ...one, site: rename(one.site) })),
          );
          const all = (await lookInto(
            address,
            `select * from clusters where site_group = '${rename(SITE)}'`,
          )) as ClusterTable[];
          const keys = new Map(all.map((row) => [row.article, row.article]));
          const article = filter.article === null ? null : ([...keys.values()].sort()[0] ?? null);
          const wanted = all.filter(
            (row) =>
              (row.site === rename(site) || row.site.endsWith(`.${rename(site)}`)) &&
              (filter.states === null || filter.states.includes(row.state)) &&
              [null, row.kind].includes(filter.kind) &&
              [null, row.article].includes(article) &&
              [null, row.language].includes(filter.language) &&
              [null, row.words_key].includes(filter.wordsKey),
          );
          for (const sort of CLUSTER_SORTS) {
            const seen = await walk(store, rename(site), { ...filter, article }, sort, limit);
            expect([sort, ...seen]).toEqual([sort, ...sortRows(wanted, sort)]);
          }
          const languages = new Set(
            all
              .filter((row) => row.site === rename(site) || row.site.endsWith(`.${rename(site)}`))
              .map(({ language }) => language),
          );
          const count = (wanted: string) =>
            all.filter(({ language }) => language === wanted).length;
          expect(await store.clusters.listLanguages(rename(site), 10)).toEqual(
            [...languages]
              .filter((language) => language !== '')
              .sort()
              .sort((one, other) => count(other) - count(one)),
          );
        },
      ),
      { numRuns: 40 },
    );
    await checkConsistency(address);
  }, 180_000);

  test('one that is not wanted is left out, and no other of its place or site', async () => {
    const store = await openFor(await kind.makeAddress());
    for (const site of [SITE, `kk.${SITE}`]) {
      for (const place of ['p', 'q']) await addReport(store, { site, place });
    }
    const except = { site: SITE, place: 'p' };
    const query = { ...PLAIN, ...ANY_CLUSTER, site: SITE, sort: 'newest', except } as const;
    const { clusters } = await store.clusters.listClusters(query);
    expect(clusters.map(({ site, place }) => `${site} ${place}`).sort()).toEqual(
      [`${SITE} q`, `kk.${SITE} p`, `kk.${SITE} q`].sort(),
    );
  });

  test('a language is that of the first report that says one, and no more than asked for are told', async () => {
    const store = await openFor(await kind.makeAddress());
    for (const language of ['', 'en', 'ru']) await addReport(store, { place: 'p', language });
    await addReport(store, { place: 'q', language: 'ky' });
    expect((await store.clusters.findCluster(SITE, 'p'))?.language).toBe('en');
    expect(await store.clusters.listLanguages(SITE, 5)).toEqual(['en', 'ky']);
    expect(await store.clusters.listLanguages(SITE, 1)).toEqual(['en']);
    expect(await store.clusters.listLanguages('other.example', 5)).toEqual([]);
  });

  test('languages that somebody makes up come behind those of most clusters, or are none', async () => {
    const address = await kind.makeAddress();
    const store = await openFor(address);
    const add = (place: string, language: string, site = SITE) =>
      addReport(store, { site, place, language });
    // As they are written in a report, not only as the endpoint reads them.
    const odd = ['aaaa', 'aaab', 'abcdefgh', 'zzzzz', 'kya', 'kyab', 'kyb', 'tj'];
    for (const language of odd) await add(language, language);
    for (let i = 0; i < 3; i++) await add(`uz ${i}`, 'uz', `uz.${SITE}`);
    for (let i = 0; i < 2; i++) await add(`ky ${i}`, 'ky');
    const found = ['uz', 'ky', 'kya', 'kyb', 'tj'];
    expect(await store.clusters.listLanguages(SITE, 10)).toEqual(found);
    expect(await store.clusters.listLanguages(SITE, 2)).toEqual(['uz', 'ky']);
    // In a part of the group its own alone, in the order of all.
    await add('one', 'ky', `uz.${SITE}`);
    await add('two', 'aa', `uz.${SITE}`);
    expect(await store.clusters.listLanguages(`uz.${SITE}`, 10)).toEqual(['ky', 'uz', 'aa']);
  });
});

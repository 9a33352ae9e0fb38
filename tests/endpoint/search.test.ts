/** The queue searched beyond what is gone through row by row: every way to find leads to the same reports. */
import { expect, inject, onTestFinished, test } from 'vitest';
import { CLUSTER_SORTS, type ClusterPlace } from '../../src/endpoint/store/cluster-orders.ts';
import { openStore, type Store } from '../../src/endpoint/store/database.ts';
import { ANY_CLUSTER } from '../../src/endpoint/store/list-clusters.ts';
import { MOST_FOUND, MOST_SCANNED } from '../../src/endpoint/store/search.ts';
import type { NewReport } from '../../src/endpoint/store/stored-report.ts';
import { SITE } from './endpoint.ts';
import { ALL, makeReport } from './stored.ts';
import { postgresKind, sqliteKind } from './stores.ts';

const HOSTS = [SITE, `kk.${SITE}`, `www.${SITE}`];
const EARLY = MOST_FOUND + 100;
const COUNT = EARLY + MOST_SCANNED + 100;
const LIMIT = 1_000;

/** The older, the lower its number; words are rare, frequent, or frequent only long ago. */
function compose(i: number): NewReport {
  const words = ['all'];
  if (i % 2 === 0) words.push('often');
  if (i < EARLY) words.push('early');
  if (i % 1_000 === 5) words.push('rarely');
  return makeReport({
    ...{ site: HOSTS[i % 3] ?? SITE, canonical: `urn:test:${String(i).padStart(6, '0')}` },
    ...{ place: `place${i}`, kind: i % 10 === 0 ? 'fact' : 'spelling' },
    ...{ words: words.join(' '), receivedAt: 1_000 + Math.floor(i / 3) },
  });
}

const reports = Array.from({ length: COUNT }, (_, i) => compose(i));

const CASES: [string[], { site?: string; kind?: string }][] = [
  [['rarely'], {}],
  [['rar'], { site: `kk.${SITE}` }],
  [['early'], {}],
  [['early', 'often'], { kind: 'fact' }],
  [['often'], { kind: 'fact', site: `www.${SITE}` }],
  [['al', 'rarely'], { kind: 'spelling' }],
  [['ll'], {}],
  [[], { site: `kk.${SITE}` }],
];

test('finds what is there, each once, newest first', async () => {
  const kind = inject('storeKind') === 'PostgreSQL' ? postgresKind : sqliteKind;
  const store = await openStore(await kind.makeAddress());
  onTestFinished(() => store.close());
  await Promise.all(reports.map((report) => store.reports.addReport(report)));
  for (const [words, filter] of CASES) await check(store, words, filter);
});

async function check(
  store: Store,
  words: string[],
  { site = SITE, kind = null }: { site?: string; kind?: string | null },
): Promise<void> {
  const expected = reports
    .filter((report) => site === SITE || report.site === site)
    .filter((report) => kind === null || report.kind === kind)
    .filter(({ words: had }) => words.every((word) => ` ${had}`.includes(` ${word}`)))
    .map(({ canonical }) => canonical)
    .reverse();
  const query = { ...ALL, site, kind, words, limit: LIMIT };
  const seen: string[] = [];
  for (let after: Parameters<Store['reports']['listReports']>[0]['after'] = null; ; ) {
    const page = await store.reports.listReports({ ...query, after });
    seen.push(...page.map(({ canonical }) => canonical));
    after = page.at(-1) ?? null;
    if (page.length < query.limit) break;
  }
  expect(seen, words.join(' ')).toEqual(expected);
  const sorts = CLUSTER_SORTS.filter(
    (_, i) => i % 2 === CASES.findIndex(([one]) => one === words) % 2,
  );
  for (const sort of sorts) {
    const clusters: string[] = [];
    for (let after: ClusterPlace | null = null; ; ) {
      const page: Awaited<ReturnType<Store['clusters']['listClusters']>> =
        await store.clusters.listClusters({
          ...{ ...ANY_CLUSTER, site, kind, words, limit: LIMIT },
          ...{ sort, except: null, after },
        });
      clusters.push(...page.clusters.map(({ newest: [report] }) => report.canonical));
      after = page.next;
      if (after === null) break;
    }
    expect([sort, ...clusters.toSorted().reverse()]).toEqual([sort, ...expected]);
  }
}

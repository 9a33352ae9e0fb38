/** Whatever is done to a store, on SQLite and on PostgreSQL the answers are the same. */
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { CLUSTER_SORTS } from '../../src/endpoint/store/cluster-orders.ts';
import type { Store } from '../../src/endpoint/store/database.ts';
import { ANY_CLUSTER } from '../../src/endpoint/store/list-clusters.ts';
import { REPORT_STATES } from '../../src/model/report.ts';
import { checkConsistency } from './consistency.ts';
import { SITE } from './endpoint.ts';
import { ALL, makeContent, makeReport } from './stored.ts';
import {
  describeOnPostgres,
  openFor,
  partitionedKind,
  postgresKind,
  sqliteKind,
} from './stores.ts';

const SITES = [SITE, `a.${SITE}`, `b.a.${SITE}`];
const site = fc.constantFrom(...SITES);
const place = fc.constantFrom('p', 'q', 'ж');
const number = fc.integer({ min: 0, max: 5 });
const state = fc.constantFrom(...REPORT_STATES);
/** The clock goes as it likes. */
const at = fc.integer({ min: 1, max: 50 });

type Act = (store: Store) => Promise<unknown>;

const writeCanonical = (i: number) => `urn:uuid:01900000-0000-7000-8000-00000000000${i}`;
const findFirst = async (store: Store, host: string, i: number) =>
  (await store.reports.findReports(host, writeCanonical(i)))[0];

const act: fc.Arbitrary<Act> = fc.oneof(
  fc.record({ site, place, number, at }).map(({ site, place, number, at }): Act => {
    const canonical = writeCanonical(number);
    const language = number % 2 === 0 ? 'en' : '';
    const report = makeReport({ site, place, canonical, language, receivedAt: at });
    return (store) => store.reports.addReport({ ...report, words: `w${number} x` });
  }),
  fc.record({ site, number, state, at }).map(
    ({ site, number, state: to, at }): Act =>
      async (store) => {
        const report = await findFirst(store, site, number);
        const editor = { tokenId: 't', name: 'Ann' };
        return report && store.reports.moveReport({ report, to, reason: 'r', editor, at });
      },
  ),
  fc.record({ site, number, at, isFixed: fc.boolean(), isReader: fc.boolean() }).map(
    ({ site, number, at, isFixed, isReader }): Act =>
      async (store) => {
        const report = await findFirst(store, site, number);
        const observer = isReader
          ? ({ by: 'reader' } as const)
          : { by: 'editor' as const, tokenId: 't' };
        const observation = { verdict: isFixed ? 'fixed' : 'open', replacement: '' } as const;
        return report && store.observations.addObservation({ report, observer, observation, at });
      },
  ),
  fc.record({ site, number, at }).map(
    ({ site, number, at }): Act =>
      async (store) => {
        const report = await findFirst(store, site, number);
        return report && store.reports.deleteAnnotation({ report, at });
      },
  ),
  fc.record({ site, number, at, place }).map(
    ({ site, number, at, place }): Act =>
      async (store) => {
        const report = await findFirst(store, site, number);
        return (
          report && store.reports.replaceAnnotation({ report, content: makeContent({ place }), at })
        );
      },
  ),
  fc.record({ site, place, at, correction: fc.constantFrom('', 'c', 'ж') }).map(
    ({ site, place, at, correction }): Act =>
      async (store) => {
        const cluster = await store.clusters.findCluster(site, place);
        const kept = { correction, editor: 'Ann', at };
        return cluster && [await store.decisions.correctCluster({ ...kept, cluster }), cluster];
      },
  ),
  fc.record({ site, place, state, at }).map(
    ({ site, place, state: to, at }): Act =>
      async (store) => {
        const cluster = await store.clusters.findCluster(site, place);
        const move = { to, reason: 'r', editor: { tokenId: 't', name: 'Ann' }, at };
        return cluster && store.decisions.moveCluster({ ...move, cluster }, null);
      },
  ),
  fc.record({ site, place, at, isTaken: fc.boolean(), text: fc.constantFrom('ж', 't') }).map(
    ({ site, place, at, isTaken, text }): Act =>
      (store) => {
        if (isTaken) return store.notes.withdrawNote(site, place, at);
        const said = { source: 's', exact: 'e', correction: `c${at}`, language: '', text };
        const editor = { tokenId: 't', name: 'Ann' };
        return store.notes.putNote({ site, place, ...said, editor, now: at });
      },
  ),
  fc
    .record({ site, number, sort: fc.constantFrom(...CLUSTER_SORTS), isAny: fc.boolean(), state })
    .map(({ site, number, sort, isAny, state }): Act => {
      const filter = { ...ANY_CLUSTER, states: isAny ? null : [state], words: [], except: null };
      const query = { ...filter, site, sort, limit: number + 1 };
      return async (store) => {
        const page = await store.clusters.listClusters({ ...query, after: null });
        const { next: after } = page;
        return [page, after && (await store.clusters.listClusters({ ...query, after }))];
      };
    }),
  fc.record({ site, state, after: number, limit: number }).map(
    ({ site, state, after, limit }): Act =>
      async (store) => [
        await store.reports.listReports({ ...ALL, site, states: [state], limit: 100 }),
        await store.reports.listReports({ ...ALL, site, words: [`w${limit}`], limit: 100 }),
        await store.reports.listReports({ ...ALL, site, limit: limit + 1 }),
        await store.notes.listNotes(site, null, 100),
        await store.changes.listChanges(site, after, limit + 1),
      ],
  ),
  fc.record({ site, place }).map(
    ({ site, place }): Act =>
      async (store) => {
        const reports = await store.reports.listArrivals(site, null, 100);
        const views = await store.observations.viewPlaces(reports);
        return [
          reports,
          views.map(({ readers, looks }) => [
            readers,
            looks.map((look) => JSON.stringify(look)).sort(),
          ]),
          await store.reports.countPlace(site, place, 2),
          (await store.reports.summarizeSite(site)).total,
          await Promise.all(
            reports.map((report) => store.reports.listDecisions(report.site, report.canonical)),
          ),
        ];
      },
  ),
);

/** Segments are random, and all else is not. */
function describe(answer: unknown): string {
  return JSON.stringify(answer ?? null, (key, value) => (key === 'segment' ? '' : value));
}

describeOnPostgres('SQLite and PostgreSQL', () => {
  test.each([postgresKind, partitionedKind])(
    'agree: $name',
    async (kind) => {
      await fc.assert(
        fc.asyncProperty(
          fc.array(act, { minLength: 20, maxLength: 60, size: 'max' }),
          async (acts) => {
            const addresses = [await sqliteKind.makeAddress(), await kind.makeAddress()] as const;
            const stores = [await openFor(addresses[0]), await openFor(addresses[1])] as const;
            for (const [i, act] of acts.entries()) {
              const [one, other] = [await act(stores[0]), await act(stores[1])];
              expect([i, describe(other)]).toEqual([i, describe(one)]);
            }
            for (const address of addresses) await checkConsistency(address);
          },
        ),
        { numRuns: 4, endOnFailure: true },
      );
    },
    120_000,
  );
});

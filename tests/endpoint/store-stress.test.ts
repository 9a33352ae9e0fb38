/** Two endpoints that write to one store all at once whatever can be written: no answer is lost, and none is wrong. */
import { expect, test, vi } from 'vitest';
import type { Store } from '../../src/endpoint/store/database.ts';
import type { StoredReport } from '../../src/endpoint/store/stored-report.ts';
import { checkConsistency } from './consistency.ts';
import { SITE } from './endpoint.ts';
import { makeContent, makeReport } from './stored.ts';
import { describeStores, openFor } from './stores.ts';

const REPORTS = 1_200;
const SITES = [SITE, `a.${SITE}`, 'other.example'];
const PLACES = 40;
const EDITOR = { tokenId: 't', name: 'Ann' };

vi.setConfig({ testTimeout: 180_000 });

/** What is done with a report after it has come, and what has to be true of it then. */
type Act = (store: Store, report: StoredReport) => Promise<(found: StoredReport[]) => void>;

const ACTS: readonly Act[] = [
  async () => (found) => expect(found).toHaveLength(1),
  async (store, report) => {
    const moved = await store.decisions.moveReport(
      { report, to: 'rejected', reason: 'r', editor: EDITOR, at: 5 },
      null,
    );
    return ([found]) => {
      // A decision about the place may have been first.
      if (moved !== null) expect(found?.version).toBeGreaterThanOrEqual(2);
      expect(found?.state).not.toBe(moved === null ? 'new' : 'accepted');
    };
  },
  async (store, report) => {
    const isDeleted = await store.reports.deleteAnnotation({ report, at: 6 });
    return (found) => expect([isDeleted, found]).toEqual([true, []]);
  },
  async (store, report) => {
    const content = makeContent({ ...report, place: 'elsewhere', words: 'new', annotation: '{}' });
    const replaced = await store.reports.replaceAnnotation({ report, content, at: 7 });
    return ([found]) =>
      expect([replaced?.edition, found?.edition, found?.place]).toEqual([2, 2, 'elsewhere']);
  },
  async (store, report) => {
    const observation = { verdict: 'open', replacement: '' } as const;
    const observer = { by: 'reader' } as const;
    await store.observations.addObservation({ report, observer, observation, at: 8 });
    return (found) => expect(found).toHaveLength(1);
  },
  async (store, { site, place }) => {
    const cluster = await store.clusters.findCluster(site, place);
    if (cluster !== null) {
      const decision = { to: 'spam', reason: '', editor: EDITOR, at: 9 } as const;
      await store.decisions.moveCluster({ cluster, ...decision }, null);
    }
    return (found) => expect(found).toHaveLength(1);
  },
];

describeStores((kind) => {
  test('reports, decisions, looks, replacements and deletions go on beside each other', async () => {
    const address = await kind.makeAddress();
    const stores = [await openFor(address), await openFor(address)] as const;
    const checks = await Promise.all(
      Array.from({ length: REPORTS }, async (_, i) => {
        const [one, other] = i % 2 === 0 ? stores : [stores[1], stores[0]];
        const site = SITES[i % SITES.length] ?? SITE;
        const report = makeReport({
          ...{ site, place: `p${i % PLACES}`, words: `all w${i % 7} x${i}`, receivedAt: i },
        });
        // A reader who comes again by the other endpoint before the first has answered.
        const twice = await Promise.all([one, other].map((s) => s.reports.addReport(report)));
        expect(twice.map(({ was }) => was).sort()).toEqual(['added', 'known']);
        const [stored] = await one.reports.findReports(site, report.canonical);
        const act = ACTS[i % ACTS.length];
        if (stored === undefined || act === undefined) throw new Error('it is not there');
        const check = await act(other, stored);
        return async () =>
          check(
            (await one.reports.findReports(site, report.canonical)).filter(
              (found) => found.site === site,
            ),
          );
      }),
    );
    for (const check of checks) await check();
    await checkConsistency(address);
  });
});

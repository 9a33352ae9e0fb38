/** Replacing annotations and taking them out, in every store: what is counted stays right, and what is gone is gone. */
import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Store } from '../../src/endpoint/store/database.ts';
import type { StoredReport } from '../../src/endpoint/store/stored-report.ts';
import { canMove, REPORT_STATES } from '../../src/model/report.ts';
import { checkConsistency, lookInto } from './consistency.ts';
import { SITE } from './endpoint.ts';
import { ALL, addReport, makeReport } from './stored.ts';
import { describeAllStores, openFor } from './stores.ts';

const EDITOR = { tokenId: 't', name: 'Ann' };
const SITES = [SITE, `blog.${SITE}`, 'other.example'];
const PLACES = ['p', 'q', 'r'];

/** What a place and a page make of the content of a report. */
function makeContent(place: string, words = '', annotation = '{"x":1}') {
  const source = `https://${SITE}/${place}`;
  const traits = { wordsKey: `words of ${place}`, language: '' };
  return { source, place, kind: `kind of ${place}`, words, createdAt: 5, annotation, ...traits };
}

type Step = (store: Store, reports: StoredReport[], at: number) => Promise<void>;

const number = fc.nat({ max: 99 });
const steps: fc.Arbitrary<Step> = fc.oneof(
  fc.tuple(fc.constantFrom(...SITES), fc.constantFrom(...PLACES), fc.nat({ max: 50 })).map(
    ([site, place, receivedAt]): Step =>
      async (store, reports) => {
        const { source, kind } = makeContent(place);
        reports.push(await addReport(store, { site, place, source, kind, receivedAt }));
      },
  ),
  fc.tuple(number, fc.constantFrom(...REPORT_STATES)).map(
    ([i, to]): Step =>
      change(i, async (store, report, at) => {
        if (!canMove(report.state, to)) return report;
        return store.reports.moveReport({ report, to, reason: 'so', editor: EDITOR, at });
      }),
  ),
  fc
    .tuple(number, fc.constantFrom(...PLACES))
    .map(
      ([i, place]): Step =>
        change(i, (store, report, at) =>
          store.reports.replaceAnnotation({ report, content: makeContent(place), at }),
        ),
    ),
  fc.tuple(number, fc.constantFrom('open' as const, 'fixed' as const)).map(
    ([i, verdict]): Step =>
      change(i, (store, report, at) =>
        store.observations.addObservation({
          ...{ report, observer: { by: 'reader' }, at },
          observation: { verdict, replacement: verdict === 'open' ? '' : 'z' },
        }),
      ),
  ),
  fc.tuple(number, fc.constantFrom('', 'c')).map(
    ([i, correction]): Step =>
      change(i, async (store, report, at) => {
        const cluster = await store.clusters.findCluster(report.site, report.place);
        if (cluster === null) throw new Error('a place is lost');
        const kept = { cluster, correction, editor: 'Ann', at };
        expect(await store.decisions.correctCluster(kept)).toBe(true);
        const { version } = cluster;
        const now = await store.clusters.findCluster(report.site, report.place);
        expect(now?.version).toBe(version + 1);
        return report;
      }),
  ),
  number.map(
    (i): Step =>
      change(i, async (store, report, at) => {
        expect(await store.reports.deleteAnnotation({ report, at })).toBe(true);
        return null;
      }),
  ),
);

/** A step that changes a report as it is now; `null` takes it out of those that there are. */
function change(
  i: number,
  make: (store: Store, report: StoredReport, at: number) => Promise<StoredReport | null>,
): Step {
  return async (store, reports, at) => {
    const known = reports[i % Math.max(1, reports.length)];
    if (known === undefined) return;
    const now = await store.reports.findBySegment(known.segment);
    if (now === null) throw new Error('a report is lost');
    const changed = await make(store, now, at);
    reports.splice(reports.indexOf(known), 1, ...(changed === null ? [] : [changed]));
  };
}

describeAllStores((kind) => {
  test('whatever is added, moved, replaced, seen and taken out, what is counted is what is there', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(steps, { minLength: 5, maxLength: 25 }), async (sequence) => {
        const address = await kind.makeAddress();
        const store = await openFor(address);
        const reports: StoredReport[] = [];
        for (const [i, step] of sequence.entries()) await step(store, reports, 100 + i);
        await checkConsistency(address);
        let total = 0;
        for (const site of [SITE, 'other.example']) {
          total += (await store.reports.summarizeSite(site)).total;
        }
        expect(total).toBe(reports.length);
        await store.close();
      }),
      { numRuns: 15 },
    );
  });

  test('a replaced one is found by its new words, and counted at its new place', async () => {
    const address = await kind.makeAddress();
    const store = await openFor(address);
    const report = await addReport(store, { words: 'former', annotation: '{"former":1}' });
    const neighbour = await addReport(store);
    await store.observations.addObservation({
      ...{ report, observer: { by: 'reader' }, at: 9 },
      observation: { verdict: 'open', replacement: '' },
    });
    const content = makeContent('q', 'later', '{"later":1}');
    const replaced = await store.reports.replaceAnnotation({ report, content, at: 10 });
    const { words: _, wordsKey: __, language: ___, ...kept } = content;
    expect(replaced).toEqual({ ...report, ...kept, edition: 2, version: 2 });
    const search = async (word: string) =>
      (await store.reports.listReports({ ...ALL, site: SITE, words: [word], limit: 5 })).length;
    expect([await search('former'), await search('later')]).toEqual([0, 1]);
    const views = await store.observations.viewPlaces([neighbour, report]);
    expect(views.map(({ looks }) => looks.length)).toEqual([0, 0]);
    expect(await store.reports.summarizeSite(SITE)).toEqual({ total: 2, modifiedAt: 10 });
    const { changes } = await store.changes.listChanges(SITE, 0, 100);
    expect(changes.at(-1)).toMatchObject({ canonical: report.canonical, place: 'q' });
    expect(changes.filter(({ canonical }) => canonical === report.canonical)).toHaveLength(1);
    await checkConsistency(address);
  });

  test('of two who write at once, one is told so', async () => {
    const address = await kind.makeAddress();
    const store = await openFor(address);
    const other = await openFor(address);
    const report = await addReport(store);
    const content = makeContent('q');
    const results = await Promise.all([
      ...[store, other, store].map(({ reports }) =>
        reports.replaceAnnotation({ report, content, at: 10 }),
      ),
      other.reports.deleteAnnotation({ report, at: 10 }),
    ]);
    expect(results.filter((result) => result !== null && result !== false)).toHaveLength(1);
    await checkConsistency(address);
  });

  test('a move of its state changes no edition, but an edition what a decision is about', async () => {
    const store = await openFor(await kind.makeAddress());
    const report = await addReport(store);
    const move = { to: 'accepted', reason: '', editor: EDITOR, at: 3 } as const;
    const moved = await store.reports.moveReport({ ...move, report });
    expect(moved).toMatchObject({ version: 2, edition: 1 });
    const content = makeContent('q');
    const replaced = await store.reports.replaceAnnotation({ report, content, at: 10 });
    expect(replaced).toMatchObject({ state: 'accepted', version: 3, edition: 2 });
    // Who has read it before decides about other words.
    const late = {
      to: 'fixed',
      reason: '',
      editor: EDITOR,
      at: 11,
      report: moved ?? report,
    } as const;
    expect(await store.reports.moveReport(late)).toBeNull();
    const [found] = await store.reports.findReports(SITE, report.canonical);
    expect(found?.state).toBe('accepted');
  });

  test('other words in the same place change what a decision about all of them is about', async () => {
    const address = await kind.makeAddress();
    const store = await openFor(address);
    const report = await addReport(store);
    await addReport(store);
    const before = await store.clusters.findCluster(SITE, 'p');
    if (before === null) throw new Error('it has gone');
    const content = { ...makeContent('p'), kind: 'fact' };
    await store.reports.replaceAnnotation({ report, content, at: 10 });
    const move = { to: 'rejected', reason: '', editor: EDITOR, at: 11 } as const;
    const late = await store.decisions.moveCluster({ ...move, cluster: before }, null);
    expect(late).toEqual({ was: 'stale' });
    const now = await store.clusters.findCluster(SITE, 'p');
    if (now === null) throw new Error('it has gone');
    const moved = await store.decisions.moveCluster({ ...move, cluster: now }, null);
    const { version } = now;
    const after = { state: 'rejected', version: version + 1 };
    expect(moved).toEqual({ was: 'moved', count: 2, ...after });
    await checkConsistency(address);
  });

  test('a place that is reported anew, after all its reports were taken out, is another one', async () => {
    const store = await openFor(await kind.makeAddress());
    const versions: number[] = [];
    for (const to of ['accepted', 'fixed', 'new'] as const) {
      const report = await addReport(store);
      const cluster = await store.clusters.findCluster(SITE, 'p');
      if (cluster === null) throw new Error('it is not there');
      const move = { to, reason: '', editor: EDITOR, at: 3, cluster };
      if (to === 'accepted') await store.decisions.moveCluster(move, null);
      const end = await store.clusters.findCluster(SITE, 'p');
      versions.push(cluster.version, ...(to === 'accepted' ? [end?.version ?? 0] : []));
      const [now] = await store.reports.findReports(SITE, report.canonical);
      if (now === undefined) throw new Error('it is not there');
      expect(await store.reports.deleteAnnotation({ report: now, at: 5 })).toBe(true);
      expect(await store.clusters.findCluster(SITE, 'p')).toBeNull();
    }
    expect(new Set(versions).size).toBe(versions.length);
    expect(versions.toSorted((one, other) => one - other)).toEqual(versions);
  });

  test('what a reader has seen goes with a report that was replaced at that moment', async () => {
    const address = await kind.makeAddress();
    const store = await openFor(address);
    const report = await addReport(store, { place: 'p' });
    await addReport(store, { place: 'p' });
    const replacement = { report, content: makeContent('q'), at: 3 };
    const replaced = await store.reports.replaceAnnotation(replacement);
    if (replaced === null) throw new Error('nobody else was there');
    const observation = { verdict: 'fixed', replacement: 'verräterisch' } as const;
    await store.observations.addObservation({
      ...{ report, observer: { by: 'reader' }, at: 4, observation },
    });
    const look = 'select place, replacement from observations';
    expect(await lookInto(address, look)).toEqual([{ place: 'q', replacement: 'verräterisch' }]);
    expect(await store.reports.deleteAnnotation({ report: replaced, at: 5 })).toBe(true);
    expect(await lookInto(address, look)).toEqual([]);
  });

  test('what was taken out leaves no word behind, and does not come back', async () => {
    const address = await kind.makeAddress();
    const store = await openFor(address);
    const words = 'verräterisch';
    const personal = makeReport({ words, annotation: `{"comment":"${words}"}`, kind: words });
    const report = await addReport(store, personal);
    const others = [await addReport(store), await addReport(store, { place: 'q' })];
    await store.reports.moveReport({
      ...{ report, to: 'rejected', reason: words, editor: EDITOR, at: 3 },
    });
    await store.observations.addObservation({
      ...{ report, observer: { by: 'reader' }, at: 4 },
      observation: { verdict: 'fixed', replacement: words },
    });
    expect(await store.reports.deleteAnnotation({ report, at: 20 })).toBe(true);
    expect(await store.reports.findBySegment(report.segment)).toBeNull();
    expect(await store.reports.isDeleted(report.segment)).toBe(true);
    expect((await store.reports.addReport(personal)).was).toBe('deleted');
    expect(await store.reports.deleteAnnotation({ report, at: 21 })).toBe(false);
    for (const table of ['reports', 'clusters', 'deletions', 'decisions', 'observations']) {
      const rows = await lookInto(address, `select * from ${table}`);
      expect(JSON.stringify(rows), table).not.toContain(words);
    }
    const found = await store.reports.listReports({ ...ALL, site: SITE, words: [words], limit: 5 });
    expect(found).toEqual([]);
    const listed = await store.reports.listArrivals(SITE, null, 10);
    expect(listed.map(({ canonical }) => canonical).sort()).toEqual(
      others.map(({ canonical }) => canonical).sort(),
    );
    expect(await store.reports.summarizeSite(SITE)).toEqual({ total: 2, modifiedAt: 20 });
    const { changes } = await store.changes.listChanges(SITE, 0, 100);
    expect(changes.at(-1)).toMatchObject({ what: 'deletion', canonical: report.canonical });
    await expect(
      store.observations.addObservation({
        ...{ report, observer: { by: 'reader' }, at: 30 },
        observation: { verdict: 'open', replacement: '' },
      }),
    ).rejects.toThrow(/taken out/);
    await checkConsistency(address);
  });
});

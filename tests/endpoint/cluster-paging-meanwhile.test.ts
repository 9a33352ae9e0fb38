/**
 * The queue page by page, while readers report, editors decide and reports are taken out. What keeps its place in the
 * order is shown once, in every order. What moves may be shown again, or be passed by where it moves to what was read:
 * - `newest`, `article`, `readers`: who is reported again moves up, so that nobody comes twice; those reported again before
 *   they were come to are passed by, and stand on the first page (of the article) by then;
 * - `oldest`: who is reported again moves down, so that nobody is passed by, and may come again.
 * Spam and what is taken out move clusters the other way.
 */
import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { ClusterItem } from '../../src/endpoint/api/cluster-schemas.ts';
import { CLUSTER_SORTS, type ClusterSort } from '../../src/endpoint/store/cluster-orders.ts';
import { REPORT_STATES } from '../../src/model/report.ts';
import { correct, decideCluster, quote } from './cluster-requests.ts';
import { countReaders, listAll, nameOf, takeOut, walk } from './cluster-walks.ts';
import { addEditor, ask, decide, type Endpoint, send, startEndpoint } from './endpoint.ts';

const CHANGES = ['report', 'add', 'decide', 'spam', 'takeOut', 'takeAllOut', 'correct'] as const;
type Change = { what: (typeof CHANGES)[number]; which: number; state: ClusterItem['state'] };

const changesOf = (...whats: readonly Change['what'][]) =>
  fc.array(
    fc.array(
      fc.record({
        what: fc.constantFrom(...whats),
        which: fc.nat({ max: 50 }),
        state: fc.constantFrom(...REPORT_STATES.filter((state) => state !== 'spam')),
      }),
      { minLength: 1, maxLength: 4 },
    ),
    { maxLength: 10 },
  );
/** How many report each mistake, in what order: few numbers, so that many tie. */
const readers = fc.array(fc.integer({ min: 1, max: 3 }), { minLength: 2, maxLength: 12 });
const limits = fc.integer({ min: 1, max: 4 });
const queries = fc.constantFrom('', '&state=new', '&kind=spelling', '&language=en');

async function startRuns() {
  let [clock, runs] = [1_800_000_000_000, 0];
  // Twice the same moment, and then the next.
  const endpoint = await startEndpoint({ now: () => Math.floor(clock++ / 2) });
  return {
    endpoint,
    /** An editor of a site with so many mistakes, on two articles. */
    async fill(counts: readonly number[]) {
      runs++;
      const site = `news.g${runs}`;
      const editor = await addEditor(endpoint, site);
      for (const [i, count] of counts.entries()) {
        const source = `https://${site}/${i % 2}`;
        for (let n = 0; n < count; n++) await send(editor, { source, selectors: quote(`w${i}`) });
      }
      return { editor, site };
    },
  };
}

let added = 0;

/** Makes one change to one of the clusters that are there. */
async function make(editor: Endpoint, site: string, { what, which, state }: Change): Promise<void> {
  const all = await listAll(editor, '/api/clusters');
  const one = all[which % Math.max(1, all.length)];
  if (what === 'add' || one === undefined) {
    const selectors = quote(`added${added++}`);
    await send(editor, { source: `https://${site}/${which % 2}`, selectors });
    return;
  }
  const { sample, counts } = one;
  const url = `/api/clusters/${one.place}/reports?limit=200`;
  const reports: ClusterItem['sample'][] = (await ask(editor, url)).json().items;
  const isAllowed = [200, 409];
  switch (what) {
    case 'report':
      await send(editor, { source: sample.source, selectors: quote(sample.exact) });
      break;
    case 'decide':
      expect(isAllowed).toContain((await decideCluster(editor, one, { state })).statusCode);
      break;
    case 'spam': {
      const headers = { 'if-match': sample.etag };
      const moved = await decide(editor, sample.canonical, { state: 'spam' }, headers);
      expect(isAllowed).toContain(moved.statusCode);
      break;
    }
    case 'takeOut':
      await takeOut(editor, sample);
      break;
    case 'takeAllOut':
      expect(reports).toHaveLength(Object.values(counts).reduce((sum, count) => sum + count));
      for (const report of reports) await takeOut(editor, report);
      break;
    case 'correct':
      expect((await correct(editor, one, `c${which}`)).statusCode).toBe(200);
  }
}

/** What a cluster's place in an order is made of, beside its name. */
function keyOf(sort: ClusterSort, cluster: ClusterItem): string {
  const { lastAt, sample } = cluster;
  if (sort === 'readers') return `${countReaders(cluster)} ${lastAt}`;
  return sort === 'article' ? `${sample.source} ${lastAt}` : String(lastAt);
}

/** Walks through a queue that changes between its pages. */
async function watch(
  { editor, site }: { editor: Endpoint; site: string },
  path: string,
  limit: number,
  changes: readonly Change[][],
) {
  const snapshots = [await listAll(editor, path)];
  const seen = await walk(editor, path, limit, async (pages) => {
    for (const change of changes[pages - 1] ?? []) {
      await make(editor, site, change);
      snapshots.push(await listAll(editor, path));
    }
  });
  return { seen: seen.map(nameOf), snapshots };
}

test.each(CLUSTER_SORTS)(
  'what keeps its place is shown once, in its order: %s',
  async (sort) => {
    const { endpoint, fill } = await startRuns();
    let kept = 0;
    await fc.assert(
      fc.asyncProperty(
        ...[readers, limits, changesOf(...CHANGES), queries],
        async (counts, limit, changes, query) => {
          const path = `/api/clusters?sort=${sort}${query}`;
          const { seen, snapshots } = await watch(await fill(counts), path, limit, changes);
          const [first = new Map<string, string>(), ...later] = snapshots.map(
            (items) => new Map(items.map((item) => [nameOf(item), keyOf(sort, item)])),
          );
          const steady = [...first.keys()].filter((name) =>
            later.every((snapshot) => snapshot.get(name) === first.get(name)),
          );
          expect(seen.filter((name) => steady.includes(name))).toEqual(steady);
          if (later.length > 0) kept += steady.length;
        },
      ),
      { numRuns: 15 },
    );
    expect(kept).toBeGreaterThan(10);
    expect(endpoint.errors).toEqual([]);
  },
  180_000,
);

test.each(['newest', 'article', 'readers'])(
  'while reports only come, and are decided about, nobody is shown twice: %s',
  async (sort) => {
    const { fill } = await startRuns();
    await fc.assert(
      fc.asyncProperty(
        ...[readers, limits, changesOf('report', 'add', 'decide', 'correct'), queries],
        async (counts, limit, changes, query) => {
          const path = `/api/clusters?sort=${sort}${query}`;
          const { seen } = await watch(await fill(counts), path, limit, changes);
          expect(seen).toEqual([...new Set(seen)]);
        },
      ),
      { numRuns: 15 },
    );
  },
  180_000,
);

test('while reports only come, and are corrected, nobody is passed by: oldest', async () => {
  const { fill } = await startRuns();
  await fc.assert(
    fc.asyncProperty(
      ...[readers, limits, changesOf('report', 'add', 'correct'), queries],
      async (counts, limit, changes, query) => {
        const path = `/api/clusters?sort=oldest${query}`;
        const { seen, snapshots } = await watch(await fill(counts), path, limit, changes);
        const missed = (snapshots.at(-1) ?? []).map(nameOf).filter((name) => !seen.includes(name));
        expect(missed).toEqual([]);
      },
    ),
    { numRuns: 15 },
  );
}, 180_000);

test.each(CLUSTER_SORTS)(
  'a page begins where one ended that is there no more: %s',
  async (sort) => {
    const { fill } = await startRuns();
    const { editor, site } = await fill([1, 1, 2, 1, 2, 1]);
    const path = `/api/clusters?sort=${sort}`;
    const whole = (await listAll(editor, path)).map(nameOf);
    const seen = await walk(editor, path, 2, async (pages) => {
      // All that was shown goes, the last of the page with it.
      const all = (await listAll(editor, path)).slice(0, 2);
      expect(all.map(nameOf)).toEqual(whole.slice(pages * 2 - 2, pages * 2));
      for (let _ = 0; _ < 2; _++) await make(editor, site, await findFirst(editor, path));
    });
    expect(seen.map(nameOf)).toEqual(whole);
    expect(await listAll(editor, path)).toHaveLength(2);
  },
);

/** The change that takes out the first of a list. */
async function findFirst(editor: Endpoint, path: string): Promise<Change> {
  const [first] = await listAll(editor, path);
  const all = await listAll(editor, '/api/clusters');
  const which = all.findIndex((one) => first !== undefined && nameOf(one) === nameOf(first));
  return { what: 'takeAllOut', which, state: 'new' };
}

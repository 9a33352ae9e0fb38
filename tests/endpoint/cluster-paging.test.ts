/** The queue page by page, while nobody changes it: each order, however many there are in a page, and whatever is asked for. */
import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { ClusterItem } from '../../src/endpoint/api/cluster-schemas.ts';
import { CLUSTER_SORTS, type ClusterSort } from '../../src/endpoint/store/cluster-orders.ts';
import { canMove, REPORT_STATES } from '../../src/model/report.ts';
import { quote } from './cluster-requests.ts';
import { countReaders, listAll, nameOf, walk } from './cluster-walks.ts';
import { addEditor, decide, type Endpoint, send, startEndpoint } from './endpoint.ts';

const HOSTS = ['', 'kk.', 'a.kk.', 'xkk.'];
const WORDS = ['teh', 'adn', 'recieved', 'ж', '\u{10400}'];

type Sent = typeof sent extends fc.Arbitrary<infer S> ? S : never;

/** Few values of each, so that many are the same mistake, and many tie. */
const sent = fc.record({
  host: fc.constantFrom(...HOSTS),
  path: fc.constantFrom('a', 'b', 'c'),
  exact: fc.constantFrom(...WORDS),
  kind: fc.constantFrom('spelling', 'fact'),
  language: fc.constantFrom('', 'en-GB', 'kk'),
  state: fc.constantFrom(...REPORT_STATES),
  /** how much later than the one before, in ms */
  later: fc.constantFrom(0, 0, 0, 1, 7),
});

interface Wanted {
  query: string;
  fits(cluster: ClusterItem, site: string): boolean;
}

const FILTERS: ((site: string) => Wanted)[] = [
  () => ({ query: '', fits: () => true }),
  () => ({ query: 'state=new', fits: ({ state }) => state === 'new' }),
  () => ({ query: 'state=rejected', fits: ({ state }) => state === 'rejected' }),
  () => ({ query: 'kind=fact', fits: ({ kind }) => kind === 'fact' }),
  () => ({ query: 'language=kk', fits: ({ language }) => language === 'kk' }),
  () => ({
    query: 'language=und&state=new',
    fits: ({ language, state }) => language === '' && state === 'new',
  }),
  (site) => ({
    query: `site=kk.${site}`,
    fits: (one) => [`kk.${site}`, `a.kk.${site}`].includes(one.site),
  }),
  (site) => ({
    query: `page=https://${site}/a`,
    fits: ({ sample }) => sample.source === `https://${site}/a`,
  }),
  (site) => ({
    query: `page=https://kk.${site}/b&language=en`,
    fits: ({ sample, language }) => sample.source === `https://kk.${site}/b` && language === 'en',
  }),
  () => ({ query: 'search=adn', fits: ({ sample }) => sample.exact === 'adn' }),
  () => ({
    query: 'search=te&kind=spelling',
    fits: ({ sample, kind }) => sample.exact === 'teh' && kind === 'spelling',
  }),
];

async function fill(endpoint: Endpoint, site: string, reports: readonly Sent[], pass: Pass) {
  for (const { host, path, exact, state, later, ...draft } of reports) {
    pass(later);
    const source = `https://${host}${site}/${path}`;
    const text = { correction: 'x', comment: '', ...draft };
    const { canonical } = await send(endpoint, { source, selectors: quote(exact), ...text });
    const steps = canMove('new', state) ? [state] : state === 'fixed' ? ['accepted', state] : [];
    for (const [i, to] of steps.entries()) {
      const version = { 'if-match': `"${i + 1}"` };
      const moved = await decide(endpoint, canonical, { state: to }, version);
      expect(moved.statusCode).toBe(200);
    }
  }
}
type Pass = (ms: number) => void;

/** As the queue's orders are described, from the last reported first. */
function sort(newest: readonly ClusterItem[], order: ClusterSort, seen: readonly ClusterItem[]) {
  switch (order) {
    case 'newest':
      return newest;
    case 'oldest':
      return newest.toReversed();
    case 'readers':
      return newest.toSorted((one, other) => countReaders(other) - countReaders(one));
    case 'article': {
      // Which comes first is nobody's business, but each that is left is left for good.
      const articles = new Set([...seen, ...newest].map(({ sample }) => sample.source));
      return [...articles].flatMap((source) =>
        newest.filter(({ sample }) => sample.source === source),
      );
    }
  }
}

test('pages of every order, joined, are the whole of what is asked for', async () => {
  let clock = 1_800_000_000_000;
  const endpoint = await startEndpoint({ now: () => clock });
  const pass: Pass = (ms) => {
    clock += ms;
  };
  let runs = 0;
  await fc.assert(
    fc.asyncProperty(
      ...[fc.array(sent, { maxLength: 40 }), fc.integer({ min: 1, max: 9 })],
      fc.constantFrom(...FILTERS),
      async (reports, limit, filter) => {
        // Each run has a site of its own: to start an endpoint takes longer than all else.
        runs++;
        const site = `news.g${runs}`;
        const editor = await addEditor(endpoint, site);
        await fill(editor, site, reports, pass);
        const { query, fits } = filter(site);
        const everything = await listAll(editor, '/api/clusters');
        for (const [i, { lastAt }] of everything.entries()) {
          expect(lastAt).toBeLessThanOrEqual(everything[i - 1]?.lastAt ?? lastAt);
        }
        const newest = everything.filter((cluster) => fits(cluster, site));
        for (const order of CLUSTER_SORTS) {
          const path = `/api/clusters?sort=${order}&${query}`;
          const seen = await walk(editor, path, limit);
          expect([path, seen]).toEqual([path, await listAll(editor, path)]);
          expect([path, ...seen.map(nameOf)]).toEqual([
            path,
            ...sort(newest, order, seen).map(nameOf),
          ]);
        }
      },
    ),
    { numRuns: 40 },
  );
  expect(endpoint.errors).toEqual([]);
}, 180_000);

test.each(CLUSTER_SORTS)(
  'a page that ends with the last cluster says so, and none is longer than may be asked for: %s',
  async (order) => {
    const endpoint = await startEndpoint({ now: () => 1_800_000_000_000 });
    for (const exact of 'abcdef') await send(endpoint, { selectors: quote(exact) });
    const path = `/api/clusters?sort=${order}`;
    const whole = (await listAll(endpoint, path)).map(nameOf);
    expect(new Set(whole).size).toBe(6);
    for (const limit of [1, 2, 3, 5, 6, 7, 200]) {
      let pages = 1;
      const seen = await walk(endpoint, path, limit, async (read) => {
        pages = read + 1;
      });
      expect([limit, pages, seen.map(nameOf)]).toEqual([limit, Math.ceil(6 / limit), whole]);
    }
  },
);

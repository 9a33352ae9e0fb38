/** The same words elsewhere on the site: which are the same, where they are looked for, and whoever asks how. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { ClusterItem } from '../../src/endpoint/api/cluster-schemas.ts';
import { SCOPES } from '../../src/endpoint/store/tokens.ts';
import { REPORT_STATES } from '../../src/model/report.ts';
import { correct, decideCluster, list, makeClock, quote, takeOne } from './cluster-requests.ts';
import { listAll, nameOf, takeOut, walk } from './cluster-walks.ts';
import { addEditor, ask, type Endpoint, SITE, send, startEndpoint } from './endpoint.ts';

const KK = `kk.${SITE}`;

type Address = Pick<ClusterItem, 'place' | 'site'>;
const pathOf = ({ place, site }: Address) => `/api/clusters/${place}/elsewhere?site=${site}`;
const findSources = (items: readonly ClusterItem[]) => items.map(({ sample }) => sample.source);

/** The cluster of an article, of which there is one. */
const take = (endpoint: Endpoint, source: string) => takeOne(endpoint, `page=${source}`);

async function report(endpoint: Endpoint, source: string, exact = 'teh'): Promise<ClusterItem> {
  await send(endpoint, { source, selectors: quote(exact) });
  return take(endpoint, source);
}

describe('the same words', () => {
  test.each<[string, string, string, boolean]>([
    ['as they stand', 'teh', 'teh', true],
    ['of Unicode in two forms', 'caf\u00e9', 'cafe\u0301', true],
    ['with white space of every kind', 'of  the', '\u00a0of\n\tthe ', true],
    ['with other quotes', '“it’s”', '"it\'s"', true],
    ['with another dash', 'co\u2010op — x', 'co-op - x', true],
    ['with what nobody sees', 'so\u00adlu\u200btion', 'solution', true],
    ['in another script’s direction', '\u202bשלום\u202c', 'שלום', true],
    ['in capitals', 'teh', 'Teh', false],
    ['without an accent', 'café', 'cafe', false],
    ['with more of the sentence', 'teh', 'teh end', false],
    ['in one word', 'a lot', 'alot', false],
    ['that look alike', 'саr', 'car', false],
    ['of a query', '%', 'x', false],
    ['of a pattern', 't_h', 'teh', false],
  ])('%s', async (_, one, other, isFound) => {
    const endpoint = await startEndpoint({ now: makeClock() });
    const [here, there] = [`https://${SITE}/a`, `https://${SITE}/b`];
    const first = await report(endpoint, here, one);
    const second = await report(endpoint, there, other);
    expect(findSources(await listAll(endpoint, pathOf(first)))).toEqual(isFound ? [there] : []);
    expect(findSources(await listAll(endpoint, pathOf(second)))).toEqual(isFound ? [here] : []);
  });

  test('twice in one article, where other words stand around them', async () => {
    const endpoint = await startEndpoint({ now: makeClock() });
    for (const prefix of ['was ', 'will be ']) {
      await send(endpoint, {
        selectors: [{ type: 'TextQuoteSelector', exact: 'teh', prefix, suffix: ' end' }],
      });
    }
    const [second, first] = await list(endpoint);
    if (first === undefined || second === undefined) throw new Error('there are not two clusters');
    expect(await listAll(endpoint, pathOf(first))).toEqual([second]);
    expect(await listAll(endpoint, pathOf(second))).toEqual([first]);
  });

  test('of one frame on the pages of two hosts: each is the other’s', async () => {
    const endpoint = await startEndpoint({ now: makeClock() });
    const source = 'https://widget.example/teh';
    for (const host of [SITE, KK]) {
      await send(endpoint, { source, scope: `https://${host}/a`, selectors: quote('teh') });
    }
    const [kk, own] = await list(endpoint);
    if (kk === undefined || own === undefined) throw new Error('there are not two clusters');
    // One place, and so one key, of two sites.
    expect([kk.site, own.site, kk.place]).toEqual([KK, SITE, own.place]);
    expect(await listAll(endpoint, pathOf(kk))).toEqual([own]);
    expect(await listAll(endpoint, pathOf(own))).toEqual([kk]);
  });

  test.each(REPORT_STATES)(
    'are listed while they are open, whatever one is itself: %s',
    async (own) => {
      const endpoint = await startEndpoint({ now: makeClock() });
      const move = async (cluster: ClusterItem, state: ClusterItem['state']) => {
        const steps = state === 'new' ? [] : state === 'fixed' ? ['accepted', state] : [state];
        for (const step of steps) {
          const now = await take(endpoint, cluster.sample.source);
          expect((await decideCluster(endpoint, now, { state: step })).statusCode).toBe(200);
        }
      };
      const here = await report(endpoint, `https://${SITE}/here`);
      await move(here, own);
      for (const state of REPORT_STATES) {
        await move(await report(endpoint, `https://${SITE}/${state}`), state);
      }
      const open = ['accepted', 'new'].map((state) => `https://${SITE}/${state}`);
      expect(findSources(await listAll(endpoint, pathOf(here)))).toEqual(open);
      // What is reported again is open again.
      await report(endpoint, `https://${SITE}/fixed`);
      expect(findSources(await listAll(endpoint, pathOf(here)))).toEqual([
        `https://${SITE}/fixed`,
        ...open,
      ]);
    },
  );
});

describe('where they are looked for', () => {
  test('is all that the token covers, and nothing that looks like it', async () => {
    const endpoint = await startEndpoint({ now: makeClock() });
    const hosts = [
      ...[SITE, KK, `a.${KK}`, `x${KK}`, `k_.${SITE}`, `a.k_.${SITE}`, `a.kx.${SITE}`],
      ...['other.example', `news.example.org`, `x${SITE}`],
    ];
    const all = new Map<string, ClusterItem>();
    for (const host of hosts) {
      const editor = await addEditor(endpoint, host);
      all.set(host, await report(editor, `https://${host}/a`));
    }
    const find = async (site: string, own: string) => {
      const here = all.get(own);
      if (here === undefined) throw new Error(`nothing is reported on ${own}`);
      const found = await listAll(await addEditor(endpoint, site), pathOf(here));
      return found.map((one) => one.site).sort();
    };
    const covered = hosts.filter((host) => host === SITE || host.endsWith(`.${SITE}`)).sort();
    expect(covered).toHaveLength(7);
    // From one host as from another.
    for (const own of [SITE, `a.${KK}`]) {
      expect(await find(SITE, own)).toEqual(covered.filter((host) => host !== own));
    }
    expect(await find(KK, KK)).toEqual([`a.${KK}`]);
    expect(await find(`a.${KK}`, `a.${KK}`)).toEqual([]);
    expect(await find(`k_.${SITE}`, `k_.${SITE}`)).toEqual([`a.k_.${SITE}`]);
    expect(await find('other.example', 'other.example')).toEqual([]);
  });

  test('is not what another may not read', async () => {
    const endpoint = await startEndpoint({ now: makeClock() });
    const here = await report(endpoint, `https://${SITE}/a`);
    const paths = [pathOf(here), '/api/clusters/languages'];
    for (const scope of SCOPES) {
      const grant = { name: 'Bob', site: SITE, scopes: [scope], at: 1 } as const;
      const { token } = await endpoint.store.tokens.addToken(grant);
      for (const path of paths) {
        const { statusCode } = await ask({ ...endpoint, token }, path);
        expect([scope, path, statusCode]).toEqual([scope, path, scope === 'read' ? 200 : 403]);
      }
    }
    for (const path of paths) {
      expect((await ask({ ...endpoint, token: 'sic_none' }, path)).statusCode).toBe(401);
    }
    const sub = await addEditor(endpoint, KK);
    expect((await ask(sub, pathOf(here))).statusCode).toBe(403);
    expect((await ask(sub, pathOf({ ...here, site: '' }))).statusCode).toBe(404);
  });

  test.each<[number, string, string]>([
    [400, '%00', SITE],
    [400, 'a%00b', SITE],
    [400, '%ff', SITE],
    [400, '%ed%a0%80', SITE],
    [400, 'x'.repeat(101), SITE],
    [400, '%D0%B6'.repeat(101), SITE],
    [404, 'x'.repeat(100), SITE],
    [404, '%D0%B6'.repeat(100), SITE],
    [404, "'%20or%20''='", SITE],
    [404, '%25', SITE],
    [404, '__proto__', SITE],
    [404, '%F0%9F%99%82', SITE],
    [400, 'PLACE', '%00'],
    [400, 'PLACE', 'x'.repeat(254)],
    [403, 'PLACE', 'other.example'],
    [403, 'PLACE', 'x'.repeat(253)],
    [403, 'PLACE', '%25.example'],
    [403, 'PLACE', `${SITE}.`],
    [403, 'PLACE', 'example'],
    [404, 'PLACE', KK],
    [404, 'PLACE', `%25.${SITE}`],
    [200, 'PLACE', SITE.toUpperCase()],
    [200, 'PLACE', ''],
  ])('is %i for %s on %s', async (status, place, site) => {
    const endpoint = await startEndpoint({ now: makeClock() });
    const here = await report(endpoint, `https://${SITE}/a`);
    const url = `/api/clusters/${place.replace('PLACE', here.place)}/elsewhere?site=${site}`;
    const response = await ask(endpoint, url);
    expect([url, response.statusCode]).toEqual([url, status]);
    expect(endpoint.errors).toEqual([]);
  });
});

test('what is there throughout is shown once, while the others come, go and are decided about', async () => {
  let [clock, runs] = [1_800_000_000_000, 0];
  const endpoint = await startEndpoint({ now: () => Math.floor(clock++ / 3) });
  type Change = typeof change extends fc.Arbitrary<infer C> ? C : never;
  const change = fc.record({
    what: fc.constantFrom('report', 'add', 'accept', 'reject', 'correct', 'takeOut', 'leave'),
    which: fc.nat({ max: 20 }),
  });
  let kept = 0;
  await fc.assert(
    fc.asyncProperty(
      ...[fc.integer({ min: 2, max: 10 }), fc.integer({ min: 1, max: 3 })],
      fc.array(change, { maxLength: 12 }),
      async (count, limit, changes: Change[]) => {
        runs++;
        const site = `news.e${runs}`;
        const editor = await addEditor(endpoint, site);
        const here = await report(editor, `https://kk.${site}/here`);
        for (let i = 0; i < count; i++) await report(editor, `https://${site}/${i}`);
        const path = pathOf(here);
        const read = async () =>
          new Map((await listAll(editor, path)).map((one) => [nameOf(one), one]));
        const snapshots = [await read()];
        const seen = await walk(editor, path, limit, async (pages) => {
          const next = changes[pages - 1];
          if (next !== undefined) await make(editor, site, next, [...(await read()).values()]);
          snapshots.push(await read());
        });
        const [first = new Map<string, ClusterItem>(), ...later] = snapshots;
        const steady = [...first].flatMap(([name, { lastAt }]) =>
          later.every((snapshot) => snapshot.get(name)?.lastAt === lastAt) ? [name] : [],
        );
        const names = seen.map(nameOf);
        expect(names).not.toContain(nameOf(here));
        expect(names).toEqual([...new Set(names)]);
        expect(names.filter((name) => steady.includes(name))).toEqual(steady);
        kept += steady.length;
      },
    ),
    { numRuns: 20 },
  );
  expect(kept).toBeGreaterThan(10);

  async function make(
    editor: Endpoint,
    site: string,
    { what, which }: Change,
    open: readonly ClusterItem[],
  ): Promise<void> {
    const one = open[which % Math.max(1, open.length)];
    if (what === 'add') await report(editor, `https://${site}/added${which}`);
    if (one === undefined) return;
    if (what === 'report') await report(editor, one.sample.source);
    if (what === 'correct') await correct(editor, one, 'the');
    if (what === 'takeOut' && one.reports === 1) await takeOut(editor, one.sample);
    const state = what === 'accept' ? 'accepted' : what === 'reject' ? 'rejected' : null;
    if (state !== null) await decideCluster(editor, one, { state });
  }
}, 120_000);

/** Many decisions in one request: each told in order, with what the next one is to name. */
import { describe, expect, test } from 'vitest';
import type { ClusterItem, DecisionResult } from '../../src/endpoint/api/cluster-schemas.ts';
import { correct, decideCluster, list, makeClock } from './cluster-requests.ts';
import { decideMany, fill, findWords, outline, pick } from './deciding-many.ts';
import { addEditor, ask, decide, SITE, send, startEndpoint, tell } from './endpoint.ts';

const KK = `kk.${SITE}`;

describe('results', () => {
  test('are in the order of the request, each with what is there then', async () => {
    const endpoint = await startEndpoint({ now: makeClock() });
    await fill(endpoint, { one: 2, two: 1, three: 3, four: 1, five: 1 });
    await fill(endpoint, { six: 1 }, KK);
    const find = (exact: string) => findWords(endpoint, exact);
    const [one, two, three] = [await find('one'), await find('two'), await find('three')];
    const [four, five, six] = [await find('four'), await find('five'), await find('six')];
    // One is decided about already, one is seen as it was before, and a report is spam.
    const accepted = (await decideCluster(endpoint, two, { state: 'accepted' })).json().cluster;
    const corrected: ClusterItem = (await correct(endpoint, three, 'x')).json();
    const spam = { 'if-match': five.sample.etag };
    await decide(endpoint, five.sample.canonical, { state: 'spam' }, spam);
    const { canonical, etag } = four.sample;
    const cases: [wanted: object, outcome: string, etag: () => Promise<string | null>][] = [
      [{ place: 'none', etag: '"1"' }, '404 0 null', async () => null],
      [pick(three), '412 0 new', async () => corrected.etag],
      [pick(one), '200 2 accepted', async () => (await find('one')).etag],
      [pick(accepted), '409 0 accepted', async () => accepted.etag],
      [{ ...pick(four), etag: '' }, '428 0 new', async () => four.etag],
      [{ ...pick(four), etag: '*' }, '428 0 new', async () => four.etag],
      [{ ...pick(four), etag: '1' }, '400 0 new', async () => four.etag],
      [{ ...pick(four), etag: `W/${four.etag}` }, '412 0 new', async () => four.etag],
      [{ ...pick(four), site: 'other.example' }, '403 0 null', async () => null],
      [{ ...pick(six), site: '' }, '404 0 null', async () => null],
      [pick(six), '200 1 accepted', async () => (await find('six')).etag],
      [{ canonical: five.sample.canonical, etag: '"2"' }, '409 0 spam', async () => '"2"'],
      [{ canonical: 'urn:x', etag: '"1"' }, '404 0 null', async () => null],
      [{ canonical, etag, site: 'other.example' }, '404 0 null', async () => null],
      [{ canonical, etag }, '200 1 accepted', async () => (await find('four')).sample.etag],
    ];
    const results = await decideMany(
      endpoint,
      'accepted',
      cases.map(([wanted]) => wanted),
    );
    expect(outline(results)).toEqual(cases.map(([, outcome]) => outcome));
    for (const [i, [, , findEtag]] of cases.entries()) {
      expect([i, results[i]?.etag]).toEqual([i, await findEtag()]);
    }
    for (const { status, detail } of results) expect(detail === '').toBe(status === 200);
  });

  test('of what is named twice say that the second came too late, and what the first has made of it', async () => {
    const endpoint = await startEndpoint({ now: makeClock() });
    await fill(endpoint, { one: 2, two: 1 });
    const [one, two] = [await findWords(endpoint, 'one'), await findWords(endpoint, 'two')];
    const { canonical, etag } = one.sample;
    const results = await decideMany(endpoint, 'rejected', [
      ...[pick(one), pick(one), { canonical, etag }, { canonical, etag: '"2"' }],
      // A report of it first, and then the cluster as it was before that.
      ...[{ canonical: two.sample.canonical, etag: two.sample.etag }, pick(two)],
    ]);
    expect(outline(results)).toEqual([
      ...['200 2 rejected', '412 0 rejected', '412 0 rejected', '409 0 rejected'],
      ...['200 1 rejected', '412 0 rejected'],
    ]);
    const now = await Promise.all([one, two].map((was) => findWords(endpoint, was.sample.exact)));
    const [first, second] = now.map((cluster) => cluster.etag);
    expect(results.map((result) => result.etag)).toEqual([
      ...[first, first, '"2"', '"2"', '"2"', second],
    ]);
    // Several versions may be named: none of them is what the first of two makes of it.
    const seen = { ...pick(one), etag: `${one.etag}, ${first}` };
    const back = await decideMany(endpoint, 'new', [seen, seen]);
    expect(outline(back)).toEqual(['200 2 new', '412 0 new']);
  });

  test('of a report that came for several sites say that it has to be told which', async () => {
    const endpoint = await startEndpoint({ now: makeClock() });
    const { canonical } = await send(endpoint);
    await send(endpoint, { canonical, source: `https://${KK}/a` });
    const about = { canonical, etag: '"1"' };
    const sites = ['', KK, SITE, '', 'other.example', `x.${SITE}`];
    const results = await decideMany(
      endpoint,
      'accepted',
      sites.map((site) => ({ ...about, site })),
    );
    expect(outline(results)).toEqual([
      ...['409 0 null', '200 1 accepted', '200 1 accepted', '409 0 null'],
      ...['404 0 null', '404 0 null'],
    ]);
  });
});

describe('the version in a result', () => {
  test('is good for what comes next at once: a decision, a correction, another request', async () => {
    const endpoint = await startEndpoint({ now: makeClock() });
    await fill(endpoint, { one: 3, two: 1, three: 1 });
    const all = await list(endpoint);
    const results = await decideMany(endpoint, 'accepted', all.map(pick));
    const take = (exact: string) => {
      const which = all.findIndex(({ sample }) => sample.exact === exact);
      const [cluster, etag] = [all[which], results[which]?.etag];
      if (cluster === undefined || typeof etag !== 'string') throw new Error('there is no version');
      return { ...cluster, etag };
    };
    const fixed = await decideCluster(endpoint, take('one'), { state: 'fixed' });
    expect(fixed.json()).toMatchObject({ moved: 3, cluster: { state: 'fixed' } });
    expect((await correct(endpoint, take('two'), 'x')).statusCode).toBe(200);
    const last = await decideMany(endpoint, 'fixed', [pick(take('three'))]);
    expect(outline(last)).toEqual(['200 1 fixed']);
    const { canonical, etag } = (await findWords(endpoint, 'one')).sample;
    const [report] = await decideMany(endpoint, 'new', [{ canonical, etag }]);
    const version = { 'if-match': report?.etag ?? '' };
    const moved = await decide(endpoint, canonical, { state: 'rejected' }, version);
    expect(moved.statusCode).toBe(200);
  });

  test('takes all back, but not over what somebody else has done', async () => {
    const endpoint = await startEndpoint({ now: makeClock() });
    const bob = await addEditor(endpoint, SITE);
    await fill(endpoint, { one: 3, two: 1, three: 2, four: 1 });
    const before = await list(endpoint);
    const results = await decideMany(endpoint, 'spam', before.map(pick));
    const seen = before.map((cluster, i) => ({ ...cluster, etag: results[i]?.etag ?? '' }));
    const [moved, , corrected] = seen;
    if (moved === undefined || corrected === undefined) throw new Error('there are too few');
    await decideCluster(bob, moved, { state: 'new' });
    await correct(bob, corrected, 'x');
    const back = await decideMany(endpoint, 'new', seen.map(pick));
    expect(back.map(({ status, state }) => `${status} ${state}`)).toEqual([
      ...['412 new', '200 new', '412 spam', '200 new'],
    ]);
    const after = await list(endpoint);
    expect(after.map(({ etag }) => etag)).toEqual(back.map(({ etag }) => etag));
    const plain = ({ counts, state, sample }: ClusterItem) => [counts, state, sample.exact];
    expect(after.toSpliced(2, 1).map(plain)).toEqual(before.toSpliced(2, 1).map(plain));
    // Of what was refused, too, the version is there for who decides again.
    const etag = back[2]?.etag ?? '';
    const rest = await decideMany(endpoint, 'new', [pick({ ...corrected, etag })]);
    expect(outline(rest)).toEqual([`200 ${corrected.reports} new`]);
  });

  test('of two who decide about the same at once is one’s for each, and told to both', async () => {
    const endpoint = await startEndpoint({ now: makeClock() });
    const bob = await addEditor(endpoint, SITE);
    await fill(endpoint, { one: 2, two: 1, three: 1, four: 3, five: 1 });
    const all = await list(endpoint);
    const [ann = [], other = []] = await Promise.all([
      decideMany(endpoint, 'accepted', all.map(pick)),
      decideMany(bob, 'rejected', all.toReversed().map(pick)),
    ]);
    for (const [i, { state, etag, counts, reports }] of (await list(endpoint)).entries()) {
      const pair = [ann[i], other.at(-1 - i)].map(
        (result): Partial<DecisionResult> => ({
          ...result,
        }),
      );
      expect(pair.map(({ status }) => status).sort()).toEqual([200, 412]);
      for (const result of pair) expect(result).toMatchObject({ state, etag });
      expect(counts[state]).toBe(reports);
    }
  });

  test('is told for each of a hundred, and of more nothing is done', async () => {
    const endpoint = await startEndpoint({ now: makeClock() });
    const words = Array.from({ length: 100 }, (_, i) => [`w${i}`, 1 + (i % 2)]);
    await fill(endpoint, Object.fromEntries(words));
    const all = (await ask(endpoint, '/api/clusters?limit=200')).json().items;
    const results = await decideMany(endpoint, 'accepted', all.map(pick));
    const now = (await ask(endpoint, '/api/clusters?limit=200')).json().items;
    expect(results).toEqual(
      now.map(({ etag, reports }: ClusterItem) => {
        return { status: 200, detail: '', moved: reports, state: 'accepted', etag };
      }),
    );
    const items = [...now.map(pick), pick(now[0])];
    const more = await tell(endpoint, '/api/decisions', { state: 'fixed', items });
    expect([more.statusCode, more.json().faults]).toMatchObject([400, [{ path: 'items' }]]);
    expect((await ask(endpoint, '/api/clusters?limit=200')).json().items).toEqual(now);
  });
});

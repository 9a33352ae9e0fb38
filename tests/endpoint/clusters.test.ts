/** The queue by mistakes: what readers have reported of one place is one entry. */
import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { ClusterItem } from '../../src/endpoint/api/cluster-schemas.ts';
import { REPORT_STATES } from '../../src/model/report.ts';
import { decideCluster, list, makeClock, quote } from './cluster-requests.ts';
import { ask, decide, observe, SITE, send, startEndpoint } from './endpoint.ts';

describe('a cluster', () => {
  test('is the same mistake once, with what its readers say', async () => {
    const endpoint = await startEndpoint({ now: makeClock() });
    await send(endpoint, { correction: 'Received' });
    for (let i = 0; i < 3; i++) await send(endpoint);
    const { canonical } = await send(endpoint, { correction: '' });
    await send(endpoint, { selectors: quote('teh') });
    const spam = await send(endpoint);
    await decide(endpoint, spam.canonical, { state: 'spam' }, { 'if-match': '"1"' });
    const [one, other, ...more] = await list(endpoint);
    expect(more).toEqual([]);
    expect(one).toMatchObject({
      ...{ site: SITE, state: 'new', kind: 'spelling', reports: 6, readers: 5 },
      counts: { new: 5, accepted: 0, rejected: 0, fixed: 0, spam: 1 },
      corrections: [
        { correction: 'received', count: 3 },
        { correction: 'Received', count: 1 },
      ],
      sample: { canonical, exact: 'recieved', readers: 5 },
      sightings: { readers: 0, byEditor: false, replacement: '' },
    });
    expect(one?.lastAt).toBeGreaterThan(other?.lastAt ?? 0);
    expect(other).toMatchObject({ reports: 1, readers: 1, sample: { exact: 'teh' } });
    const alone = await ask(endpoint, `/api/clusters/${one?.place}`);
    expect(alone.json()).toEqual(one);
    expect(alone.headers.etag).toBe(one?.etag);
    expect((await ask(endpoint, '/api/clusters/none')).statusCode).toBe(404);
  });

  test('is found by state, kind, article, words and site, and counted so', async () => {
    const endpoint = await startEndpoint({ now: makeClock() });
    await send(endpoint, { source: `https://${SITE}/b`, selectors: quote('teh') });
    await send(endpoint, { kind: 'fact', selectors: quote('ten'), comment: 'it was eleven' });
    await send(endpoint, { selectors: quote('ten'), comment: 'zwölf' });
    await send(endpoint, { source: `https://kk.${SITE}/a`, selectors: quote('qazaq') });
    const [first] = await list(endpoint, 'site=kk.news.example');
    if (first === undefined) throw new Error('there is no cluster');
    await decideCluster(endpoint, first, { state: 'accepted' });
    const find = async (query: string) =>
      (await list(endpoint, query)).map(({ sample }) => sample.exact);
    expect(await find('')).toEqual(['qazaq', 'ten', 'teh']);
    expect(await find('state=accepted')).toEqual(['qazaq']);
    expect(await find('kind=fact')).toEqual(['ten']);
    expect(await find(`page=http://${SITE}/b%23x`)).toEqual(['teh']);
    expect(await find('search=elev')).toEqual(['ten']);
    expect(await find('search=ZWOLF')).toEqual(['ten']);
    expect(await find('search=elev+zwolf')).toEqual([]);
    expect(await find('search=%E2%80%94')).toEqual([]);
    expect(await find('site=kk.news.example&state=new')).toEqual([]);
    const count = async (query: string) =>
      (await ask(endpoint, `/api/clusters/counts?${query}`)).json().counts;
    const none = { new: 0, accepted: 0, rejected: 0, fixed: 0, spam: 0 };
    expect(await count('')).toEqual({ ...none, new: 2, accepted: 1 });
    expect(await count('kind=fact')).toEqual({ ...none, new: 1 });
    expect(await count('site=kk.news.example')).toEqual({ ...none, accepted: 1 });
    expect(await count(`page=https://${SITE}/b`)).toEqual({ ...none, new: 1 });
  });

  test('is paged without gaps or repeats while reports arrive', async () => {
    let clock = 1_000;
    const endpoint = await startEndpoint({ now: () => clock });
    for (let i = 0; i < 25; i++) {
      if (i % 10 === 0) clock++;
      await send(endpoint, { selectors: quote(`word${i}`) });
    }
    clock = 2_000;
    const seen: string[] = [];
    let after = '';
    do {
      const page = (await ask(endpoint, `/api/clusters?limit=4&after=${after}`)).json();
      seen.push(...page.items.map((item: ClusterItem) => item.sample.exact));
      after = page.next ?? '';
      // What is new, and what is reported again, stands before the first page.
      await send(endpoint, { selectors: quote(`new${seen.length}`) });
      await send(endpoint, { selectors: quote(seen[0] ?? '') });
    } while (after !== '');
    expect([...seen].sort()).toEqual(Array.from({ length: 25 }, (_, i) => `word${i}`).sort());
  });

  test('has pages of its reports, newest first, whatever their states', async () => {
    const endpoint = await startEndpoint({ now: makeClock() });
    const sent: string[] = [];
    for (let i = 0; i < 9; i++) sent.unshift((await send(endpoint)).canonical);
    await send(endpoint, { selectors: quote('another') });
    for (const [i, state] of ['spam', 'accepted', 'rejected'].entries()) {
      await decide(endpoint, sent[i * 3] ?? '', { state }, { 'if-match': '"1"' });
    }
    const { place } = (await list(endpoint, 'search=recieved'))[0] ?? { place: '' };
    const walk = async (query: string) => {
      const seen: string[] = [];
      let after = '';
      do {
        const url = `/api/clusters/${place}/reports?limit=2&after=${after}&${query}`;
        const page = (await ask(endpoint, url)).json();
        seen.push(...page.items.map(({ canonical }: { canonical: string }) => canonical));
        after = page.next ?? '';
      } while (after !== '');
      return seen;
    };
    expect(await walk('')).toEqual(sent);
    expect(await walk('state=spam')).toEqual([sent[0]]);
    expect(await walk('site=other.news.example')).toEqual([]);
  });

  test.each([
    ['state', 'state=done'],
    ['limit', 'limit=0'],
    ['page', 'page=news.example/a'],
    ['after', 'after=x'],
    ['after', `after=${Buffer.from('[1,2,3]').toString('base64url')}`],
    ['search', 'search=%00'],
  ])('names %s as the fault of %s', async (path, query) => {
    const response = await ask(await startEndpoint(), `/api/clusters?${query}`);
    expect(response.statusCode).toBe(400);
    expect(response.json().faults).toMatchObject([{ path }]);
  });
});

test('counts are those of the reports, whatever happens to them', async () => {
  type Step =
    | { what: 'send' | 'observe'; place: number; verdict: 'open' | 'fixed' }
    | { what: 'decide' | 'decideAll'; place: number; state: (typeof REPORT_STATES)[number] };
  const place = fc.integer({ min: 0, max: 2 });
  const step: fc.Arbitrary<Step> = fc.oneof(
    fc.record({
      what: fc.constantFrom('send' as const, 'observe' as const),
      ...{ place, verdict: fc.constantFrom('open' as const, 'fixed' as const) },
    }),
    fc.record({
      what: fc.constantFrom('decide' as const, 'decideAll' as const),
      ...{ place, state: fc.constantFrom(...REPORT_STATES) },
    }),
  );
  let clock = 1_800_000_000_000;
  const endpoint = await startEndpoint({
    now: () => {
      clock += 2 * 3_600_000;
      return clock;
    },
  });
  await fc.assert(
    fc.asyncProperty(fc.array(step, { maxLength: 25 }), fc.uuid(), async (steps, run) => {
      const source = (number: number) => `https://${SITE}/${run}-${number}`;
      for (const one of steps) {
        const page = `page=${source(one.place)}`;
        if (one.what === 'send') {
          await send(endpoint, { source: source(one.place) });
          continue;
        }
        const [cluster] = await list(endpoint, page);
        if (cluster === undefined) continue;
        const { canonical, etag } = cluster.sample;
        const response =
          'verdict' in one
            ? await observe(endpoint, canonical, { verdict: one.verdict })
            : one.what === 'decide'
              ? await decide(endpoint, canonical, { state: one.state }, { 'if-match': etag })
              : await decideCluster(endpoint, cluster, { state: one.state });
        expect([200, 409]).toContain(response.statusCode);
      }
      for (let number = 0; number < 3; number++) {
        const [cluster] = await list(endpoint, `page=${source(number)}`);
        if (cluster === undefined) continue;
        const url = `/api/clusters/${cluster.place}/reports?limit=200`;
        const { items } = (await ask(endpoint, url)).json();
        const reports = REPORT_STATES.map(
          (state) => items.filter((item: { state: string }) => item.state === state).length,
        );
        const counts = REPORT_STATES.map((state) => cluster.counts[state]);
        expect(counts).toEqual(reports);
      }
    }),
    { numRuns: 20 },
  );
}, 120_000);

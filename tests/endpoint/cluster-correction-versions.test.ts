/** An editor's correction and the versions that it is about: named in every way there is, and by several at once. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { ClusterItem } from '../../src/endpoint/api/cluster-schemas.ts';
import { composeFeed } from '../../src/endpoint/exports/compose-feed.ts';
import { REPORT_STATES } from '../../src/model/report.ts';
import { correct, decideCluster, list, makeClock, quote, takeOne } from './cluster-requests.ts';
import { listAll, takeOut } from './cluster-walks.ts';
import { addEditor, ask, decide, put, SITE, send, startEndpoint } from './endpoint.ts';
import { listen, readData } from './event-client.ts';

const KK = `kk.${SITE}`;

describe('the version of a correction', () => {
  test.each<[string, (etag: string) => string, number]>([
    ['none', () => '', 428],
    ['nothing but spaces', () => '  ', 428],
    ['nothing in a list', () => ' , ', 428],
    ['any', () => '*', 428],
    ['it, or any', (etag) => `${etag}, *`, 428],
    ['it, and nothing', (etag) => `${etag},`, 428],
    ['another', () => '"999"', 412],
    ['none that there can be', () => '"0"', 412],
    ['less than none', () => '"-1"', 412],
    ['an empty one', () => '""', 412],
    ['words', () => '"\u00e9 x"', 412],
    ['a number that no computer holds', () => `"${'9'.repeat(400)}"`, 412],
    ['it, as another writes numbers', (etag) => etag.replace('"', '"0'), 412],
    ['it, as a fraction', (etag) => etag.replace(/"$/, '.0"'), 412],
    ['it, with a space', (etag) => etag.replace(/"$/, ' "'), 412],
    ['it, but weak', (etag) => `W/${etag}`, 412],
    ['it, without quotes', (etag) => etag.replaceAll('"', ''), 400],
    ['it, in other quotes', (etag) => etag.replaceAll('"', "'"), 400],
    ['it, with half of its quotes', (etag) => etag.slice(0, -1), 400],
    ['it, in two pairs of quotes', (etag) => `"${etag}"`, 400],
    ['it, but weak, in small letters', (etag) => `w/${etag}`, 400],
    ['it', (etag) => etag, 200],
    ['it, among spaces', (etag) => ` \t${etag}  `, 200],
    ['it, among others', (etag) => `"x",W/"1" ,${etag},"999"`, 200],
  ])('may be named so: %s', async (_, write, status) => {
    const endpoint = await startEndpoint();
    await send(endpoint);
    const before = await takeOne(endpoint);
    const url = `/api/clusters/${before.place}/correction`;
    const headers = { 'if-match': write(before.etag) };
    const response = await put(endpoint, url, { correction: 'x' }, headers);
    expect(response.statusCode).toBe(status);
    const after = await takeOne(endpoint);
    if (status === 200) expect(after).toEqual(response.json());
    else expect(after).toEqual(before);
  });

  test('of a mistake that has gone is not that of the one that comes after it', async () => {
    const endpoint = await startEndpoint({ now: makeClock() });
    await send(endpoint);
    const etags: string[] = [];
    for (let i = 0; i < 4; i++) {
      const before = await takeOne(endpoint);
      etags.push(before.etag);
      const { etag } = (await correct(endpoint, before, `c${i}`)).json();
      etags.push(etag);
      await takeOut(endpoint, before.sample);
      expect(await list(endpoint)).toEqual([]);
      expect((await correct(endpoint, { ...before, etag }, 'late')).statusCode).toBe(404);
      await send(endpoint);
      const next = await takeOne(endpoint);
      // It is the same place, of which nobody has said anything yet.
      expect(next).toMatchObject({ place: before.place, edited: null, reports: 1 });
      for (const old of etags) {
        expect((await correct(endpoint, { ...next, etag: old }, 'x')).statusCode).toBe(412);
      }
    }
    expect(new Set(etags).size).toBe(8);
  });

  type Step = typeof step extends fc.Arbitrary<infer S> ? S : never;
  const step = fc.record({
    what: fc.constantFrom(
      ...(['report', 'correct', 'takeBack', 'decide', 'decideOne', 'takeOut'] as const),
    ),
    which: fc.nat({ max: 1 }),
    state: fc.constantFrom(...REPORT_STATES),
    /** which of the versions that were seen is named; mostly the last */
    seen: fc.oneof({ weight: 4, arbitrary: fc.constant(0) }, fc.nat({ max: 9 })),
  });

  test('stands for one correction and one set of decisions, and only the last is good for another', async () => {
    const endpoint = await startEndpoint({ now: makeClock(), requestsPerEditor: 1e6 });
    let runs = 0;
    await fc.assert(
      fc.asyncProperty(fc.array(step, { minLength: 5, maxLength: 30 }), async (steps: Step[]) => {
        runs++;
        const page = (which: number) => `https://${SITE}/${runs}-${which}`;
        const find = async (which: number) =>
          (await list(endpoint, `page=${page(which)}`))[0] ?? null;
        /** what each version of each place was, the last of them first */
        const known = [new Map<string, string>(), new Map<string, string>()];
        for (const { what, which, state, seen } of steps) {
          const cluster = await find(which);
          if (cluster === null || what === 'report') {
            await send(endpoint, { source: page(which) });
          } else {
            const etags = [...(known[which]?.keys() ?? [])].reverse();
            const etag = etags[seen % etags.length] ?? cluster.etag;
            await change({ ...cluster, etag }, cluster, what, state);
          }
          const now = await find(which);
          if (now === null) continue;
          const { accepted: _, new: __, ...closed } = now.counts;
          const content = JSON.stringify([now.edited, closed]);
          expect(known[which]?.get(now.etag) ?? content).toBe(content);
          known[which]?.delete(now.etag);
          known[which]?.set(now.etag, content);
        }
      }),
      { numRuns: 25 },
    );
    expect(endpoint.errors).toEqual([]);

    async function change(
      named: ClusterItem,
      now: ClusterItem,
      what: Step['what'],
      state: ClusterItem['state'],
    ): Promise<void> {
      const isStale = named.etag !== now.etag;
      if (what === 'takeOut') await takeOut(endpoint, now.sample);
      else if (what === 'decideOne') {
        const version = { 'if-match': now.sample.etag };
        await decide(endpoint, now.sample.canonical, { state }, version);
      } else if (what === 'decide') {
        const { statusCode } = await decideCluster(endpoint, named, { state });
        expect(isStale ? [412] : [200, 409]).toContain(statusCode);
      } else {
        const correction = what === 'takeBack' ? '' : `correction ${runs}`;
        const response = await correct(endpoint, named, correction);
        expect(response.statusCode).toBe(isStale ? 412 : 200);
        if (!isStale) expect(response.json().etag).not.toBe(now.etag);
      }
    }
  }, 120_000);
});

describe('what is taken back', () => {
  test('leaves what the readers propose, as it was all the while', async () => {
    const endpoint = await startEndpoint({ now: makeClock() });
    for (const correction of ['receeved', 'receaved', 'receaved', '']) {
      await send(endpoint, { correction });
    }
    const before = await takeOne(endpoint);
    const { corrections } = before;
    expect(corrections.map(({ count }) => count)).toEqual([2, 1]);
    const readTitle = async () => {
      const newest = await endpoint.store.mistakes.listNewest(SITE, 5);
      return composeFeed(SITE, 'https://e.example', newest).entries[0]?.title;
    };
    const title = await readTitle();
    const edited: ClusterItem = (await correct(endpoint, before, 'received')).json();
    expect(edited.corrections).toEqual(corrections);
    expect(await readTitle()).toBe('recieved → received');
    expect(title).not.toBe(await readTitle());
    const after: ClusterItem = (await correct(endpoint, edited, '')).json();
    expect(after).toEqual({ ...before, etag: after.etag });
    expect(await readTitle()).toBe(title);
    // Where there is nothing, nothing is taken back; who saw it before looks again all the same.
    const again: ClusterItem = (await correct(endpoint, after, '')).json();
    expect(again).toEqual({ ...after, etag: expect.not.stringMatching(`^${after.etag}$`) });
    expect((await correct(endpoint, after, 'x')).statusCode).toBe(412);
    // White space is a correction: nothing but that may be what belongs there.
    expect((await correct(endpoint, again, ' ')).json().edited.correction).toBe(' ');
  });

  test('is whose it was last: the same words of another editor are the other’s', async () => {
    let clock = 1_800_000_000_000;
    const endpoint = await startEndpoint({ now: () => ++clock });
    await send(endpoint);
    const first: ClusterItem = (await correct(endpoint, await takeOne(endpoint), 'x')).json();
    const bob = await addEditor(endpoint, SITE);
    const second: ClusterItem = (await correct(bob, first, 'x')).json();
    expect(second.edited).toEqual({ correction: 'x', editor: 'Bob', at: clock });
    expect(first.edited?.at).toBeLessThan(clock);
  });
});

describe('where a correction goes', () => {
  test('is the cluster that is named, on its host alone', async () => {
    const endpoint = await startEndpoint({ now: makeClock() });
    const words = { selectors: quote('teh') };
    await send(endpoint, words);
    await send(endpoint, { ...words, source: `https://${KK}/a` });
    const [kk, own] = await list(endpoint);
    if (kk === undefined || own === undefined) throw new Error('there are not two clusters');
    expect([kk.site, own.site]).toEqual([KK, SITE]);
    // It is not on the token's own host, which is what none stands for.
    expect((await correct(endpoint, { ...kk, site: '' }, 'x')).statusCode).toBe(404);
    expect((await correct(endpoint, { ...kk, site: SITE }, 'x')).statusCode).toBe(404);
    const swapped = kk.place.replace(/[a-z]/i, (letter) =>
      letter === letter.toLowerCase() ? letter.toUpperCase() : letter.toLowerCase(),
    );
    expect((await correct(endpoint, { ...kk, place: swapped }, 'x')).statusCode).toBe(404);
    const loud = await correct(endpoint, { ...kk, site: KK.toUpperCase() }, 'the');
    expect(loud.json()).toMatchObject({ site: KK, edited: { correction: 'the' } });
    expect((await listAll(endpoint, '/api/clusters')).map(({ edited }) => edited !== null)).toEqual(
      [true, false],
    );
  });

  test('hear those who may read there, and no others', async () => {
    const endpoint = await startEndpoint({ now: makeClock() });
    await send(endpoint);
    await send(endpoint, { source: `https://${KK}/a` });
    const [kk, own] = await list(endpoint);
    if (kk === undefined || own === undefined) throw new Error('there are not two clusters');
    const listeners = [await listen(endpoint), await listen(await addEditor(endpoint, KK))];
    for (const listener of listeners) await listener.hear(1);
    for (const cluster of [own, kk]) {
      expect((await correct(endpoint, cluster, 'x')).statusCode).toBe(200);
    }
    const [all = [], some = []] = await Promise.all(
      listeners.map(async (listener, i) => (await listener.hear(3 - i)).slice(1).map(readData)),
    );
    expect(all.map(({ place }) => place)).toEqual([own.place, kk.place]);
    expect(some.map(({ what, place }) => [what, place])).toEqual([['correction', kk.place]]);
  });

  test('shows in every way in which a cluster is read', async () => {
    const endpoint = await startEndpoint({ now: makeClock() });
    for (const path of ['a', 'b']) await send(endpoint, { source: `https://${SITE}/${path}` });
    const [one, other] = await list(endpoint);
    if (one === undefined || other === undefined) throw new Error('there are not two clusters');
    const corrected: ClusterItem = (await correct(endpoint, one, 'received')).json();
    expect((await ask(endpoint, `/api/clusters/${one.place}`)).json()).toEqual(corrected);
    for (const path of ['/api/clusters?sort=readers', '/api/clusters?search=recieved']) {
      expect(await listAll(endpoint, path)).toEqual([corrected, other]);
    }
    expect(await listAll(endpoint, `/api/clusters/${other.place}/elsewhere`)).toEqual([corrected]);
    expect(await listAll(endpoint, `/api/clusters/${one.place}/elsewhere`)).toEqual([other]);
  });
});

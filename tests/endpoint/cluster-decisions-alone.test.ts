/** Many decisions in one request are what each of them is alone. */
import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { ClusterItem } from '../../src/endpoint/api/cluster-schemas.ts';
import { REPORT_STATES } from '../../src/model/report.ts';
import { list, makeClock } from './cluster-requests.ts';
import { decideMany, fill } from './deciding-many.ts';
import { addEditor, ask, startEndpoint, tell } from './endpoint.ts';
import { STORABLE_TEXTS } from './hostile-texts.ts';

test('each is as it would be alone', async () => {
  const endpoint = await startEndpoint({ now: makeClock(), requestsPerEditor: 1e6 });
  type Item = typeof item extends fc.Arbitrary<infer I> ? I : never;
  const item = fc.record({
    which: fc.nat({ max: 3 }),
    what: fc.constantFrom('cluster', 'report'),
    version: fc.constantFrom('seen', 'seen', 'seen', 'other', 'weak', 'none', 'bare'),
    named: fc.constantFrom('', 'own', 'upper', 'none', 'foreign'),
  });
  const counts = fc.array(fc.integer({ min: 1, max: 3 }), { minLength: 4, maxLength: 4 });
  const rounds = fc.array(
    fc.record({
      state: fc.constantFrom(...REPORT_STATES),
      reason: fc.constantFrom('', ...STORABLE_TEXTS.slice(0, 20)),
      items: fc.array(item, { minLength: 1, maxLength: 8 }),
    }),
    { minLength: 1, maxLength: 4 },
  );
  let runs = 0;
  const statuses = new Set<number>();
  await fc.assert(
    fc.asyncProperty(counts, rounds, async (readers, decided) => {
      runs++;
      // Two sites that have gone through the same, of which one is told all at once.
      const sites = ['many', 'alone'].map((name) => `news.${name}${runs}`);
      const editors = await Promise.all(sites.map((site) => addEditor(endpoint, site)));
      const [many, alone] = editors;
      if (many === undefined || alone === undefined) throw new Error('there are not two editors');
      for (const [i, editor] of editors.entries()) {
        const words = readers.map((count, n) => [`w${n}`, count]);
        await fill(editor, Object.fromEntries(words), sites[i]);
      }
      for (const { items, ...verdict } of decided) {
        const [seen = [], seenAlone = []] = await Promise.all(editors.map((one) => list(one)));
        const address = (from: ClusterItem[], { which, what, version, named }: Item) => {
          const cluster = from[which];
          if (cluster === undefined) throw new Error('there are too few');
          const { site, place, sample } = cluster;
          const etag = what === 'cluster' ? cluster.etag : sample.etag;
          const etags = {
            ...{ seen: etag, other: '"999"', weak: `W/${etag}`, none: '' },
            bare: etag.replaceAll('"', ''),
          };
          const names = { own: site, upper: site.toUpperCase(), none: `x.${site}`, '': '' };
          return {
            ...(what === 'cluster' ? { place } : { canonical: sample.canonical }),
            site: { ...names, foreign: 'other.example' }[named],
            etag: etags[version],
          };
        };
        const results = await decideMany(
          many,
          verdict.state,
          items.map((one) => address(seen, one)),
          { reason: verdict.reason },
        );
        for (const [i, one] of items.entries()) {
          const { etag, site, ...about } = address(seenAlone, one);
          const path =
            'place' in about
              ? `/api/clusters/${about.place}`
              : `/api/reports/${encodeURIComponent(about.canonical)}`;
          const url = (rest: string) => `${path}${rest}?site=${site}`;
          const headers = etag === '' ? {} : { 'if-match': etag };
          const response = await tell(alone, url('/decisions'), verdict, headers);
          const { state = null, etag: now = null } = (await ask(alone, url(''))).json();
          const moved = response.statusCode !== 200 ? 0 : (response.json().moved ?? 1);
          expect(results[i]).toMatchObject({
            status: response.statusCode,
            moved,
            state,
            etag: now,
          });
          statuses.add(response.statusCode);
        }
      }
    }),
    { numRuns: 25 },
  );
  expect([...statuses].sort()).toEqual([200, 400, 403, 404, 409, 412, 428]);
  expect(endpoint.errors).toEqual([]);
}, 180_000);

/** Who follows a group of sites is told of every change of a place, of whatever kind, whenever they ask. */
import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Change } from '../../src/endpoint/store/changes.ts';
import type { Store } from '../../src/endpoint/store/database.ts';
import { checkConsistency } from './consistency.ts';
import { SITE } from './endpoint.ts';
import { addReport } from './stored.ts';
import { describeAllStores, openFor } from './stores.ts';

const PLACES = ['p', 'q'];
const EDITOR = { tokenId: 't', name: 'Ann' };

type Kind = Exclude<Change['what'], 'report' | 'deletion'>;
const step = fc.oneof(
  fc.record({
    what: fc.constantFrom<Kind[]>('observation', 'correction', 'note'),
    place: fc.constantFrom(...PLACES),
  }),
  fc.constant({ what: 'ask' as const, place: '' }),
);

async function change(store: Store, site: string, what: Kind, place: string): Promise<void> {
  const cluster = await store.clusters.findCluster(site, place);
  if (cluster === null) throw new Error('it has gone');
  if (what === 'correction') {
    const kept = { cluster, correction: 'c', editor: 'Ann', at: 9 };
    expect(await store.decisions.correctCluster(kept)).toBe(true);
  } else if (what === 'note') {
    const said = { source: 's', exact: 'e', correction: 'c', language: '', text: 't' };
    const note = { site, place, ...said, editor: EDITOR, now: 9 };
    if (!(await store.notes.withdrawNote(site, place, 9))) {
      expect(await store.notes.putNote(note)).not.toBeNull();
    }
  } else {
    const [report] = cluster.newest;
    const observation = { verdict: 'open', replacement: '' } as const;
    const observer = { by: 'editor', tokenId: 't' } as const;
    await store.observations.addObservation({ report, observer, observation, at: 9 });
  }
}

describeAllStores((kind) => {
  test('nothing of a place is lost between two questions, and nothing is told twice', async () => {
    const address = await kind.makeAddress();
    const store = await openFor(address);
    let runs = 0;
    await fc.assert(
      fc.asyncProperty(
        fc.array(step, { maxLength: 25 }),
        fc.integer({ min: 1, max: 4 }),
        async (steps, limit) => {
          const site = `www.${SITE.replace('.', `${++runs}.`)}`;
          for (const place of PLACES) {
            const report = await addReport(store, { site, place });
            const move = { report, to: 'accepted', reason: '', editor: EDITOR, at: 3 } as const;
            await store.reports.moveReport(move);
          }
          let position = await store.changes.readLast(site);
          let expected = new Set<string>();
          for (const { what, place } of [...steps, { what: 'ask' as const, place: '' }]) {
            if (what !== 'ask') {
              await change(store, site, what, place);
              expected.add(`${what} ${place}`);
              continue;
            }
            const told: Change[] = [];
            for (let last = position + 1; position < last; ) {
              const page = await store.changes.listChanges(site, position, limit);
              told.push(...page.changes);
              ({ last, upTo: position } = page);
            }
            expect(told.map((one) => `${one.what} ${one.place}`).sort()).toEqual(
              [...expected].sort(),
            );
            for (const one of told) {
              expect(one).toMatchObject({ site, canonical: '', state: null, version: 0 });
            }
            const numbers = told.map(({ changed }) => changed);
            expect(numbers).toEqual([...new Set(numbers)].sort((a, b) => a - b));
            expected = new Set();
          }
        },
      ),
      { numRuns: 30 },
    );
    await checkConsistency(address);
  }, 120_000);
});

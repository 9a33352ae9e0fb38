/** The queue under anything that can happen to it, in any order: what must hold always. */
import fc from 'fast-check';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { canMove, REPORT_STATES, type ReportState } from '../../src/model/report.ts';
import { createQueue } from '../../src/pages/review/queue/queue.ts';
import { nameRow } from '../../src/pages/review/queue/rows.ts';
import { findWay } from '../../src/pages/review/queue/undoing.ts';
import { ANY_CLUSTER } from '../../src/platform/editors/clusters.ts';
import { createDeskFake, ME, OTHER, SITE } from './review-desk-fake.ts';

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
});

const PLACES = 8;
const key = (place: number) => nameRow({ place: `p${place}`, site: SITE });
const state = fc.constantFrom(...REPORT_STATES);
const place = fc.nat(PLACES - 1);

const happening = fc.oneof(
  { weight: 4, arbitrary: fc.record({ what: fc.constant('act' as const), place, to: state }) },
  { weight: 2, arbitrary: fc.record({ what: fc.constant('other' as const), place, to: state }) },
  { weight: 2, arbitrary: fc.record({ what: fc.constant('undo' as const) }) },
  fc.record({ what: fc.constant('undoRow' as const), place }),
  fc.record({ what: fc.constant('correct' as const), place, text: fc.constantFrom('x', 'y', '') }),
  fc.record({ what: fc.constant('repeat' as const), place }),
  fc.record({ what: fc.constant('arrive' as const) }),
  fc.record({ what: fc.constant('erase' as const), place }),
  fc.record({ what: fc.constant('many' as const), to: state }),
  fc.record({ what: fc.constant('reload' as const) }),
  fc.record({ what: fc.constant('reset' as const) }),
  fc.record({ what: fc.constant('more' as const) }),
  fc.record({ what: fc.constant('wait' as const), ms: fc.nat(3_000) }),
);

it('moves no row, overwrites nobody, sends nothing twice, and is right in the end', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.array(happening, { maxLength: 40 }),
      fc.infiniteStream(fc.nat(400)),
      fc.infiniteStream(fc.constantFrom(null, null, null, null, 'network', 'lost', 'limited')),
      fc.boolean(),
      async (happenings, delays, faults, hasFaults) => {
        let isCalm = true;
        const fake = createDeskFake({
          async pause() {
            if (isCalm) return;
            const ms = delays.next().value ?? 0;
            if (ms > 0) await new Promise((resolve) => setTimeout(resolve, ms));
          },
          fault: () => (isCalm || !hasFaults ? null : (faults.next().value ?? null)),
        });
        for (let i = 0; i < PLACES; i += 1) fake.add({ place: `p${i}` });
        const queue = createQueue({ api: fake.api, editor: ME });
        const stop = queue.start();
        await queue.show({ filter: { ...ANY_CLUSTER, state: 'new' }, sort: 'newest' });
        isCalm = false;

        let begun = 0;
        let held = queue.read().order;
        const check = () => {
          const { order, rows, selected } = queue.read();
          if (order !== held && begun === 0) {
            // Only grown at its end.
            expect(order.slice(0, held.length)).toEqual(held);
          }
          held = order;
          expect(new Set(order).size).toBe(order.length);
          for (const one of order) expect(rows.has(one)).toBe(true);
          for (const one of selected) expect(order).toContain(one);
          queue.look(order, 0);
        };
        const works: Promise<unknown>[] = [];
        const unsubscribe = queue.subscribe(() => {
          const { order } = queue.read();
          if (begun === 0 && order.length > 0) expect(order.slice(0, held.length)).toEqual(held);
        });
        let arrived = PLACES;
        for (const one of happenings) {
          if (one.what === 'act') {
            const verdict = { state: one.to, reason: '', dismiss: false };
            works.push(queue.act(key(one.place), { kind: 'verdict', verdict }));
          }
          if (one.what === 'correct') {
            works.push(queue.act(key(one.place), { kind: 'correction', text: one.text }));
          }
          if (one.what === 'undo') works.push(queue.undo());
          if (one.what === 'undoRow') works.push(queue.undoRow(key(one.place)));
          if (one.what === 'many') {
            queue.selection.addAll();
            works.push(
              queue.decideMany([...queue.read().selected], {
                state: one.to,
                reason: '',
                dismiss: false,
              }),
            );
          }
          if (one.what === 'more') works.push(queue.loadMore());
          if (one.what === 'reload') {
            begun += 1;
            works.push(
              queue.reload().then(() => {
                held = queue.read().order;
                begun -= 1;
              }),
            );
          }
          if (one.what === 'other') fake.decide(`p${one.place}`, one.to);
          if (one.what === 'repeat') fake.repeat(`p${one.place}`);
          if (one.what === 'erase') fake.erase(`p${one.place}`);
          if (one.what === 'arrive') fake.arrive({ place: `p${arrived++}` });
          if (one.what === 'reset') fake.reset();
          if (one.what === 'wait') await vi.advanceTimersByTimeAsync(one.ms);
          check();
        }
        isCalm = true;
        await vi.advanceTimersByTimeAsync(120_000);
        await Promise.all(works);
        check();
        await vi.advanceTimersByTimeAsync(120_000);

        // Each decision was one that the states allow, from the state in which the one before left it.
        const at = new Map<string, ReportState>();
        for (const { place, from, to, editor } of fake.taken) {
          expect(at.get(place) ?? 'new').toBe(from);
          expect(canMove(from, to)).toBe(true);
          expect([ME, OTHER]).toContain(editor);
          at.set(place, to);
        }
        // Of one version nobody decides twice, unless it was not known what became of it.
        if (!hasFaults) {
          const sent = fake.asked
            .filter(({ method }) => method === 'decide' || method === 'correct')
            .map(({ about }) => JSON.stringify(pick(about)));
          expect(new Set(sent).size).toBe(sent.length);
        }
        // What is held is what there is.
        for (const [one, row] of queue.read().rows) {
          expect(row.deed).toBeNull();
          const real = fake.clusters().find((cluster) => nameRow(cluster) === one);
          if (real === undefined || !queue.read().order.includes(one)) continue;
          expect({ one, state: row.state, etag: row.etag }).toEqual({
            ...{ one, state: real.state, etag: real.etag },
          });
        }
        unsubscribe();
        stop();
      },
    ),
    { numRuns: 150 },
  );
}, 120_000);

function pick(about: unknown): { place: unknown; etag: unknown } | null {
  if (typeof about !== 'object' || about === null) return null;
  const { place, etag } = { place: null, etag: null, ...about };
  return { place, etag };
}

it('takes back everything, down to how it was', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.array(fc.record({ place, to: state }), { maxLength: 20 }),
      async (decisions) => {
        const fake = createDeskFake();
        for (let i = 0; i < PLACES; i += 1) fake.add({ place: `p${i}` });
        const queue = createQueue({ api: fake.api, editor: ME });
        await queue.show({ filter: { ...ANY_CLUSTER, state: 'new' }, sort: 'newest' });
        for (const { place, to } of decisions) {
          const verdict = { state: to, reason: '', dismiss: false };
          await queue.act(key(place), { kind: 'verdict', verdict });
        }
        while (queue.read().canUndo) expect(await queue.undo()).toMatchObject({ kind: 'undone' });
        expect(fake.clusters().every((cluster) => cluster.state === 'new')).toBe(true);
      },
    ),
  );
});

it('finds a way from each state to each', () => {
  for (const from of REPORT_STATES) {
    for (const to of REPORT_STATES) {
      const way = findWay(from, to);
      expect(way.at(-1) ?? from).toBe(to);
      let at = from;
      for (const next of way) {
        expect(canMove(at, next)).toBe(true);
        at = next;
      }
    }
  }
});

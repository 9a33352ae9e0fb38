/** Reports that become places: none is lost, none is in two, whatever an outbox and an endpoint hold. */
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { mergePlaced } from '../../src/background/merge-placed.ts';
import { parse } from '../../src/model/annotation.ts';
import { placedReportSchema } from '../../src/model/placed-report.ts';
import { composeAnnotation, REPORT_STATES } from '../../src/model/report.ts';
import type { ReviewItem } from '../../src/platform/editors/reports.ts';
import { makeCanonical, makeDraft } from './outbox-fake.ts';
import { makeItem, makeSent } from './placed-fake.ts';

const exact = fc.constantFrom('teh', 'recieve', 'a', 'ш');
const context = fc.constantFrom('', 'before ', 'long before it, and longer ');
const number = fc.integer({ min: 1, max: 30 });
const words = { exact, prefix: context, suffix: context };

const items = fc.uniqueArray(
  fc.record({
    number,
    ...words,
    state: fc.constantFrom(...REPORT_STATES),
    readers: fc.integer({ min: 1, max: 9 }),
    createdAt: fc.nat(),
  }),
  { selector: (one) => one.number },
);
const own = fc.uniqueArray(fc.record({ number, ...words }), { selector: (one) => one.number });

const makeItems = (all: typeof items extends fc.Arbitrary<infer T> ? T : never): ReviewItem[] =>
  all.map(({ number: nth, ...changes }) => ({
    ...makeItem(nth),
    ...{
      site: '',
      place: '',
      position: null,
      inBlock: null,
      fragment: '',
      language: '',
      told: null,
    },
    sightings: { readers: 0, byEditor: false, replacement: '' },
    ...changes,
  }));

const makeEntries = (all: typeof own extends fc.Arbitrary<infer T> ? T : never) =>
  all.map(({ number: nth, ...quote }) => {
    const selectors = [{ type: 'TextQuoteSelector' as const, ...quote }];
    return makeSent(nth, {}, { annotation: composeAnnotation(makeDraft(nth, { selectors })) });
  });

it('each report of an editor’s is a member of one place', () => {
  fc.assert(
    fc.property(own, items, (mine, theirs) => {
      const places = mergePlaced(makeEntries(mine), makeItems(theirs));
      const members = places.flatMap((one) => one.members.map(({ canonical }) => canonical));
      expect(members.sort()).toEqual(theirs.map((one) => makeCanonical(one.number)).sort());
      for (const place of places) {
        expect(parse(placedReportSchema, place).ok).toBe(true);
        expect(place.readers).toBeGreaterThanOrEqual(place.members.length);
        if (place.members.length > 0) {
          expect(place.members.map(({ canonical }) => canonical)).toContain(place.canonical);
        }
      }
      expect(new Set(places.map(({ canonical }) => canonical)).size).toBe(places.length);
    }),
  );
});

it('each of a reader’s own is shown, alone or among those of others', () => {
  fc.assert(
    fc.property(own, items, (mine, theirs) => {
      const places = mergePlaced(makeEntries(mine), makeItems(theirs));
      for (const { number: nth, exact: quoted } of mine) {
        const known = theirs.find((one) => one.number === nth);
        const shown = places.filter(
          (one) => one.isOwn && one.exact === (known === undefined ? quoted : known.exact),
        );
        expect(shown.length).toBeGreaterThan(0);
      }
      const isEmpty = mine.length + theirs.length === 0;
      expect(places.length === 0).toBe(isEmpty);
    }),
  );
});

it('the order in which they come makes no place', () => {
  fc.assert(
    fc.property(own, items, (mine, theirs) => {
      const count = (a: typeof mine, b: typeof theirs) =>
        mergePlaced(makeEntries(a), makeItems(b)).length;
      // Of one canonical that is about other words here than there, either may come first.
      fc.pre(mine.every((one) => theirs.every((other) => one.number !== other.number)));
      expect(count(mine.toReversed(), theirs.toReversed())).toBe(count(mine, theirs));
    }),
  );
});

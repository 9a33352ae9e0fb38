/** The text of a copy is the browser's own, byte for byte, or none. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createRandom } from './long-article.ts';
import { type PageKinds, writePage } from './selected-pages.ts';
import { copyNatively, selectAtRandom, show, useSelected } from './selected-session.ts';

const session = useSelected();
describe('the text of a copy from a page put together at random', () => {
  /** `known`: the least share of copies of which the text is to be known */
  const kinds: [string, PageKinds, runs: number, known: number][] = [
    ['as articles are', { common: true }, 200, 0.7],
    ['of whatever styles there are', {}, 150, 0.5],
    ['with fields and hosts', { fields: true, hosts: true }, 60, 0.1],
  ];
  it.each(kinds)(
    '%s is the text of the browser',
    { timeout: 240_000 },
    async (_, kind, numRuns, known) => {
      let count = 0;
      await fc.assert(
        fc.asyncProperty(fc.nat(), fc.nat(), async (seed, place) => {
          const random = createRandom(place);
          const rolls = Array.from({ length: 6 }, () => random());
          const html = writePage(seed, kind);
          await show(
            session.page,
            `<style>.first::first-letter{color:red}</style>${html}<p>end</p>`,
          );
          const what = await selectAtRandom(session.page, rolls);
          const { native, ours } = await copyNatively(session);
          if (ours === null) return;
          count += 1;
          expect(ours, what).toBe(native);
        }),
        { seed: 20260704, numRuns, endOnFailure: true },
      );
      expect(count / numRuns).toBeGreaterThan(known);
    },
  );
});

import fc from 'fast-check';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { Copy } from '../../src/model/reuse/copy.ts';
import { makeCopy } from '../unit/copy-fake.ts';
import { bundleLedger } from './ledger-session.ts';
import { usePageModule } from './page-session.ts';

const session = usePageModule();

beforeAll(async () => {
  await session.page.evaluate(await bundleLedger());
});

beforeEach(async () => {
  await session.page.evaluate(() => ledger.createLedgerStore().clear());
});

afterAll(async () => {
  await session.page?.evaluate(() => ledger.openDatabase().delete());
});

const save = (copies: Copy[]) =>
  session.page.evaluate(async (copies) => {
    const store = ledger.createLedgerStore();
    for (const copy of copies) await store.save(copy);
    return store.count();
  }, copies);

/** Puts copies in at once, past the store. */
const fill = (copies: Copy[]) =>
  session.page.evaluate(async (copies) => {
    await ledger.openDatabase().copies.bulkAdd(copies);
  }, copies);

/** The addresses of what is found. */
const find = (fingerprints: number[], limit = 50) =>
  session.page.evaluate(
    async (fingerprints, limit) => {
      const found = await ledger.createLedgerStore().findCandidates(fingerprints, limit);
      return found.map(({ source }) => source.url);
    },
    fingerprints,
    limit,
  );

const list = () =>
  session.page.evaluate(async () => {
    const rows = await ledger.openDatabase().copies.orderBy('copiedAt').toArray();
    return rows.map(({ source, copiedAt }) => [source.url, copiedAt]);
  });

const range = (from: number, count: number) => Array.from({ length: count }, (_, at) => from + at);
const url = (number: number) => makeCopy(number, []).source.url;

describe('saving', () => {
  it('keeps the same text of the same address once, with what is known of it last', async () => {
    const copy = makeCopy(1, range(1, 9));
    const later = { ...copy, copiedAt: copy.copiedAt + 5, carried: true };
    expect(await save([copy, later, later])).toBe(1);
    expect(await list()).toEqual([[url(1), later.copiedAt]]);
    const others = [
      makeCopy(2, range(1, 9)),
      makeCopy(3, range(1, 9), { url: url(1), words: 7 }),
      makeCopy(4, range(2, 9), { url: url(1) }),
      makeCopy(5, [...range(2, 8), 1], { url: url(1) }),
    ];
    expect(await save(others)).toBe(5);
  });

  it('takes a copy of as many fingerprints as there may be', async () => {
    await save([makeCopy(1, range(5, 10_000))]);
    expect(await find([5, 10_004])).toEqual([url(1)]);
  });
});

describe('finding', () => {
  it('wants two fingerprints of a text, and one of a tiny one', async () => {
    await save([makeCopy(1, [10, 20, 30]), makeCopy(2, [40, 50, 60])]);
    expect(await find([10, 20, 1, 2, 3])).toEqual([url(1)]);
    expect(await find([10, 1, 2, 3, 4])).toEqual([]);
    expect(await find([10, 1, 2])).toEqual([url(1)]);
    expect(await find([])).toEqual([]);
    expect(await find([1, 2, 3])).toEqual([]);
  });

  it('names the likeliest first, and no more than are wanted', async () => {
    const copies = range(1, 20).map((number) => makeCopy(number, range(0, number + 1)));
    await save(copies);
    const found = await find(range(0, 30), 5);
    expect(found).toEqual([20, 19, 18, 17, 16].map(url));
  });

  it('passes over what stands in very many copies, and finds by the rest', async () => {
    const notice = range(1_000, 6);
    await fill(range(1, 300).map((number) => makeCopy(number, [...notice, number, 500 + number])));
    expect(await find(notice)).toEqual([]);
    expect(await find([...notice, 7, 507])).toEqual([url(7)]);
  });

  it('is not led astray by a notice that many copies have', async () => {
    const notice = range(1_000, 6);
    await fill(range(1, 200).map((number) => makeCopy(number, [...notice, number])));
    await save([
      makeCopy(
        900,
        [1, 2, 3].map((one) => 5_000 + one),
      ),
    ]);
    expect((await find([...notice, 5_001, 5_002, 5_003], 50))[0]).toBe(url(900));
  });

  it('goes on past a copy that cannot be read', async () => {
    await save([makeCopy(1, [1, 2]), makeCopy(2, [1, 2])]);
    await session.page.evaluate(async () => {
      const { copies } = ledger.openDatabase();
      const first = await copies.orderBy('copiedAt').first();
      if (first !== undefined) await copies.update(first.key, { words: -1 });
    });
    expect(await find([1, 2])).toEqual([url(2)]);
  });

  it('finds what a look at every copy finds', async () => {
    const one = fc.uniqueArray(fc.integer({ min: 0, max: 60 }), { maxLength: 12 });
    await fc.assert(
      fc.asyncProperty(fc.array(one, { maxLength: 12 }), one, async (copies, sought) => {
        await session.page.evaluate(() => ledger.createLedgerStore().clear());
        await fill(copies.map((fingerprints, at) => makeCopy(at, fingerprints)));
        const least = sought.length < 4 ? 1 : 2;
        const due = copies.flatMap((fingerprints, at) =>
          fingerprints.filter((each) => sought.includes(each)).length >= least ? [url(at)] : [],
        );
        expect((await find(sought)).sort()).toEqual(due.sort());
      }),
      { numRuns: 40 },
    );
  });
});

describe('forgetting', () => {
  const call = (name: 'removeOlder' | 'keepNewest', value: number) =>
    session.page.evaluate((name, value) => ledger.createLedgerStore()[name](value), name, value);

  it('takes what is older, and not what is as old', async () => {
    const copies = range(1, 5).map((number) => makeCopy(number, [number]));
    await save(copies);
    await call('removeOlder', copies[2]?.copiedAt ?? 0);
    expect((await list()).map(([of]) => of)).toEqual([3, 4, 5].map(url));
    expect(await find([1])).toEqual([]);
  });

  it('keeps the newest, in whatever order they came', async () => {
    await save([4, 1, 5, 2, 3].map((number) => makeCopy(number, [number])));
    await call('keepNewest', 9);
    expect(await list()).toHaveLength(5);
    await call('keepNewest', 2);
    expect((await list()).map(([of]) => of)).toEqual([4, 5].map(url));
  });

  it('is told of to whoever watches', async () => {
    await save(range(1, 3).map((number) => makeCopy(number, [number])));
    const counts = await session.page.evaluate(async () => {
      const store = ledger.createLedgerStore();
      const seen: number[] = [];
      const told = (wanted: number) =>
        new Promise<void>((resolve) => {
          const look = () => (seen.at(-1) === wanted ? resolve() : setTimeout(look, 10));
          look();
        });
      const stop = store.watchCount((count) => void seen.push(count));
      await told(3);
      await store.keepNewest(1);
      await told(1);
      stop();
      await store.clear();
      return seen;
    });
    expect(counts).toEqual([3, 1]);
  });
});

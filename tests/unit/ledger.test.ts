import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createLedger } from '../../src/background/ledger.ts';
import type { Copy } from '../../src/model/reuse/copy.ts';
import {
  type EditorAccess,
  NO_POLICY,
  type Policy,
  readSettings,
} from '../../src/model/settings.ts';
import { makeCopy } from './copy-fake.ts';
import { createLedgerFake, type LedgerFakeOptions } from './ledger-fake.ts';

const DAY = 86_400_000;
const NOW = 1_700_000_000_000;
const PAGE = { url: 'https://news.example/1', isPrivate: false };

interface StartOptions extends LedgerFakeOptions {
  reuse?: unknown;
  policy?: Partial<Policy>;
  access?: EditorAccess | null;
}

function start({ reuse, policy, access = null, ...fake }: StartOptions = {}) {
  const copies = fake.copies ?? [];
  const clock = { now: NOW };
  let settings = readSettings({ reuse });
  const ledger = createLedger({
    store: createLedgerFake({ ...fake, copies }),
    loadSettings: async () => settings,
    loadPolicy: async () => ({ ...NO_POLICY, ...policy }),
    loadEditorAccess: async () => access,
    now: () => clock.now,
  });
  const set = (changed: unknown) => {
    settings = readSettings({ reuse: changed });
  };
  return { ledger, copies, clock, set };
}

const ids = (copies: readonly Copy[]) => copies.map(({ id }) => id);
const full = () => new DOMException('full', 'QuotaExceededError');

describe('a copy', () => {
  it('is remembered with the time of now, and found by what it shares with a text', async () => {
    const { ledger, copies } = start();
    await ledger.remember(makeCopy(1, [1, 2, 3], { copiedAt: NOW + 50 * DAY }), PAGE);
    expect(copies).toMatchObject([{ copiedAt: NOW, fingerprints: [1, 2, 3] }]);
    expect(await ledger.find([3], PAGE)).toEqual(copies);
    expect(await ledger.find([4], PAGE)).toEqual([]);
  });

  it('of a private window is not, and nothing is found there', async () => {
    const isPrivate = { ...PAGE, isPrivate: true };
    const { ledger, copies } = start({ policy: { reuse: 'required' } });
    await ledger.remember(makeCopy(1, [1]), isPrivate);
    expect(copies).toEqual([]);
    await ledger.remember(makeCopy(1, [1]), PAGE);
    expect(copies).toHaveLength(1);
    expect(await ledger.find([1], isPrivate)).toEqual([]);
    expect(await ledger.readRule(isPrivate)).toMatchObject({ remembers: false });
  });

  it('is neither remembered nor found while the ledger is off, and is there when it is on again', async () => {
    const { ledger, copies, set } = start();
    await ledger.remember(makeCopy(1, [1]), PAGE);
    set({ ledger: false });
    await ledger.remember(makeCopy(2, [1]), PAGE);
    expect(await ledger.find([1], PAGE)).toEqual([]);
    expect(copies).toHaveLength(1);
    set({ ledger: true });
    expect(await ledger.find([1], PAGE)).toEqual(copies);
  });

  it.each<[Policy['reuse'], boolean, boolean]>([
    [null, true, true],
    [null, false, false],
    ['off', true, false],
    ['on', false, true],
    ['required', false, true],
  ])('under the policy %j, set to %j by the person: remembered is %j', async (reuse, set, kept) => {
    const { ledger, copies } = start({ reuse: { ledger: set }, policy: { reuse } });
    await ledger.remember(makeCopy(1, [1]), PAGE);
    expect(copies).toHaveLength(kept ? 1 : 0);
    expect(await ledger.find([1], PAGE)).toHaveLength(kept ? 1 : 0);
  });

  it('is forgotten at the first write after its days, and at a start, the others not', async () => {
    const { ledger, copies, clock } = start({ reuse: { days: 7 } });
    await ledger.remember(makeCopy(1, [1]), PAGE);
    clock.now += 3 * DAY;
    await ledger.remember(makeCopy(2, [2]), PAGE);
    clock.now = NOW + 7 * DAY;
    await ledger.tidy();
    expect(copies).toHaveLength(2);
    clock.now += 1;
    await ledger.remember(makeCopy(3, [3]), PAGE);
    expect(ids(copies)).toEqual(ids([makeCopy(2, []), makeCopy(3, [])]));
    clock.now += 30 * DAY;
    await ledger.tidy();
    expect(copies).toEqual([]);
  });

  it('is forgotten with all others at once', async () => {
    const { ledger, copies } = start();
    for (const number of [1, 2, 3]) await ledger.remember(makeCopy(number, [number]), PAGE);
    await ledger.forget();
    expect(copies).toEqual([]);
  });

  it('never fails for whoever copies', async () => {
    for (const error of [full(), new Error('gone'), new DOMException('no', 'InvalidStateError')]) {
      const { ledger, copies } = start({
        onSave() {
          throw error;
        },
      });
      await ledger.remember(makeCopy(1, [1]), PAGE);
      expect(copies).toEqual([]);
    }
  });
});

describe('where the device is full', () => {
  const held = () =>
    Array.from({ length: 25 }, (_, number) => makeCopy(number, [number], { copiedAt: NOW - 1e6 }));

  it('the oldest tenth goes, and the copy is tried once more', async () => {
    const copies = held().map((copy, at) => ({ ...copy, copiedAt: copy.copiedAt - at }));
    const oldest = ids(copies.slice(-3));
    let tries = 0;
    const { ledger } = start({
      copies,
      onSave() {
        tries += 1;
        if (copies.length > 22) throw full();
      },
    });
    await ledger.remember(makeCopy(100, [100]), PAGE);
    expect(tries).toBe(2);
    expect(copies).toHaveLength(23);
    expect(ids(copies).filter((id) => oldest.includes(id))).toEqual([]);
  });

  it('no more is given up than that, however full it stays', async () => {
    const copies = held();
    let tries = 0;
    const { ledger } = start({
      copies,
      onSave() {
        tries += 1;
        throw full();
      },
    });
    await ledger.remember(makeCopy(100, [100]), PAGE);
    expect([tries, copies.length]).toEqual([2, 22]);
  });
});

it('there are never more copies than are wanted, nor older ones, and the newest are the ones that stay', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.integer({ min: 100, max: 130 }),
      fc.integer({ min: 1, max: 10 }),
      fc.array(fc.integer({ min: 0, max: DAY }), { minLength: 90, maxLength: 160 }),
      async (most, days, gaps) => {
        const { ledger, copies, clock } = start({ reuse: { copies: most, days } });
        const times: number[] = [];
        for (const [number, gap] of gaps.entries()) {
          clock.now += gap;
          times.push(clock.now);
          await ledger.remember(makeCopy(number, [number]), PAGE);
          const due = times.filter((time) => time >= clock.now - days * DAY).slice(-most);
          expect(copies.map(({ copiedAt }) => copiedAt)).toEqual(due);
        }
      },
    ),
    { numRuns: 15 },
  );
});

describe('the rule for a page', () => {
  const access = { endpoint: 'https://e.example', token: 't', site: 'newsroom.example' };

  it.each([
    ['https://own.example/a', true],
    ['https://www.own.example/a', true],
    ['https://OWN.example./a', true],
    ['http://own.example:8080/', true],
    ['https://notown.example/', false],
    ['https://own.example.evil.example/', false],
    ['https://evil.example/own.example', false],
    ['https://desk.policy.example/', true],
    ['https://newsroom.example/story', true],
    ['https://новости.рф/', true],
    ['https://xn--b1amnebsh.xn--p1ai/', true],
    // A name that many owners share covers nothing below it.
    ['https://somebody.github.io/', false],
    ['about:blank', false],
  ])('%s is of the person’s own sites: %j', async (url, isOwn) => {
    const { ledger } = start({
      reuse: { sites: ['own.example', 'github.io', 'новости.рф'] },
      policy: { reuseSites: ['policy.example'] },
      access,
    });
    expect((await ledger.readRule({ ...PAGE, url })).isOwn).toBe(isOwn);
  });

  it('knows of no editor’s site before somebody has signed in, or their endpoint has told', async () => {
    const page = { ...PAGE, url: 'https://newsroom.example/' };
    const { site: _, ...untold } = access;
    for (const given of [null, untold]) {
      expect((await start({ access: given }).ledger.readRule(page)).isOwn).toBe(false);
    }
  });

  it.each<[Policy['reuse'], boolean]>([
    [null, false],
    ['on', false],
    ['off', false],
    ['required', true],
  ])('under the policy %j holds what is to be answered: %j', async (reuse, holds) => {
    expect(await start({ policy: { reuse } }).ledger.readRule(PAGE)).toMatchObject({ holds });
  });

  it('says whether what is published is commercial', async () => {
    for (const commercial of [true, false]) {
      const { ledger } = start({ reuse: { commercial } });
      expect(await ledger.readRule(PAGE)).toMatchObject({ commercial });
    }
  });
});

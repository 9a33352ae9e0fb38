/** What every store does with reports, whatever database it lies in. */
import { describe, expect, test } from 'vitest';
import type { StoredReport } from '../../src/endpoint/store/stored-report.ts';
import { checkConsistency } from './consistency.ts';
import { mintCanonical, SITE } from './endpoint.ts';
import { addReport, makeReport, takeReport } from './stored.ts';
import { describeAllStores, openFor } from './stores.ts';

const EDITOR = { tokenId: 't', name: 'Ann' };
/** Text that a careless encoding, or escape, would not give back. */
const TEXTS = [
  'Ünïcödé e\u0301 – “quotes”',
  '漢字かな한글 ไทย עברית العربية',
  '👩‍👩‍👧‍👦 🏳️‍🌈 \u{10ffff}',
  `'; drop table reports; -- " \\ % _ ` + '`$1 ? :a',
  'line\nbreak\ttab\r\n\u0001\u001f\u007f',
  ' spaces at both ends  ',
  '',
];

describeAllStores((kind) => {
  describe('a report', () => {
    test('comes back as it was given, to the last character and millisecond', async () => {
      const address = await kind.makeAddress();
      const store = await openFor(address);
      const times = [0, 1, 2 ** 31, 2 ** 32 + 1, Number.MAX_SAFE_INTEGER, -1];
      for (const [i, text] of TEXTS.entries()) {
        const report = makeReport({
          ...{ source: `https://${SITE}/${text}`, annotation: JSON.stringify({ text }) },
          ...{ place: text, kind: text, createdAt: times[i] ?? 5, receivedAt: times[i] ?? 6 },
        });
        const { words: _, wordsKey: __, language: ___, ...kept } = report;
        const stored = takeReport(await store.reports.addReport(report));
        expect(stored).toEqual({
          ...kept,
          ...{ segment: stored.segment, state: 'new', reason: '' },
          ...{ version: 1, edition: 1, movedAt: null },
        });
        expect(stored.segment).toMatch(/^[\w-]{32}$/);
        expect(await store.reports.findBySegment(stored.segment)).toEqual(stored);
        expect(await store.reports.findReports(SITE, report.canonical)).toEqual([stored]);
        const moved = await store.reports.moveReport({
          ...{ report: stored, to: 'rejected', reason: text, at: times[i] ?? 7 },
          editor: { tokenId: text, name: `Ann ${text}` },
        });
        expect(moved).toMatchObject({ reason: text, movedAt: times[i] ?? 7 });
        expect(await store.reports.listDecisions(SITE, report.canonical)).toEqual([
          ...[{ version: 2, at: times[i] ?? 7, editor: `Ann ${text}`, reason: text }].map(
            (decision) => ({ ...decision, from: 'new', to: 'rejected' }),
          ),
        ]);
      }
      await checkConsistency(address);
    });

    test('is stored once, whoever sends it again, in any order and company', async () => {
      const address = await kind.makeAddress();
      const stores = [await openFor(address), await openFor(address)] as const;
      const canonicals = Array.from({ length: 30 }, mintCanonical);
      const added = await Promise.all(
        [0, 1, 2, 3].flatMap((time) =>
          canonicals.map(async (canonical, i) => {
            const store = stores[(time + i) % 2] ?? stores[0];
            return store.reports.addReport(makeReport({ canonical, receivedAt: 10 + time }));
          }),
        ),
      );
      const counts = Map.groupBy(added, ({ was }) => was);
      expect([counts.get('added')?.length, counts.get('known')?.length]).toEqual([30, 90]);
      const segments = Map.groupBy(added.map(takeReport), ({ canonical }) => canonical);
      for (const canonical of canonicals) {
        expect(new Set(segments.get(canonical)?.map(({ segment }) => segment)).size).toBe(1);
      }
      await checkConsistency(address);
    });

    test('of another site is another, also under the same canonical', async () => {
      const store = await openFor(await kind.makeAddress());
      const canonical = mintCanonical();
      const sites = [SITE, `a.${SITE}`, `b.${SITE}`, 'other.example', '[::1]', '127.0.0.1'];
      for (const site of sites) {
        expect((await store.reports.addReport(makeReport({ site, canonical }))).was).toBe('added');
      }
      const list = async (site: string) =>
        (await store.reports.findReports(site, canonical)).map((report) => report.site);
      expect(await list(SITE)).toEqual([`a.${SITE}`, `b.${SITE}`, SITE].sort());
      expect(await list(`a.${SITE}`)).toEqual([`a.${SITE}`]);
      expect(await list('example')).toEqual([]);
      expect(await list('127.0.0.1')).toEqual(['127.0.0.1']);
    });

    test('is moved by one of many who decide at once', async () => {
      const address = await kind.makeAddress();
      const stores = [await openFor(address), await openFor(address)] as const;
      const report = await addReport(stores[0]);
      const states = ['accepted', 'rejected', 'fixed', 'spam'] as const;
      const moves = await Promise.all(
        Array.from({ length: 24 }, async (_, i) => {
          const to = states[i % 4] ?? 'spam';
          const store = stores[i % 2] ?? stores[0];
          return store.reports.moveReport({ report, to, reason: '', editor: EDITOR, at: 5 + i });
        }),
      );
      const taken = moves.filter((moved) => moved !== null);
      expect(taken).toHaveLength(1);
      expect(await stores[1].reports.findReports(SITE, report.canonical)).toEqual(taken);
      await checkConsistency(address);
    });
  });

  test('reports, moves and looks of many at once, by two processes, leave every count right', async () => {
    const address = await kind.makeAddress();
    const stores = [await openFor(address), await openFor(address)] as const;
    await Promise.all(
      Array.from({ length: 60 }, async (_, i) => {
        const [one, other] = i % 2 === 0 ? stores : [stores[1], stores[0]];
        const site = i % 3 === 0 ? `s${i % 5}.${SITE}` : SITE;
        const report = await addReport(one, { site, place: `p${i % 4}`, receivedAt: 10 + i });
        const look = { observer: { by: 'editor', tokenId: `t${i % 3}` }, at: 20 + i } as const;
        const observation = { verdict: i % 2 === 0 ? 'fixed' : 'open', replacement: '' } as const;
        await Promise.all([
          other.reports.moveReport({ report, to: 'accepted', reason: '', editor: EDITOR, at: 30 }),
          one.observations.addObservation({ report, observation, ...look }),
        ]);
      }),
    );
    await checkConsistency(address);
    const { changes, upTo, last } = await stores[0].changes.listChanges(SITE, 0, 1_000);
    expect(upTo).toBe(last);
    const numbers = changes.map(({ changed }) => changed);
    expect(numbers).toEqual([...new Set(numbers)].sort((one, next) => one - next));
  });

  test('changes are told in their order, from any number on, and none is left out', async () => {
    const store = await openFor(await kind.makeAddress());
    const reports: StoredReport[] = [];
    for (let i = 0; i < 7; i++) reports.push(await addReport(store, { place: `p${i}` }));
    await addReport(store, { site: 'other.example' });
    const [first, second] = reports;
    if (first === undefined || second === undefined) throw new Error('nothing was added');
    await store.reports.moveReport({
      ...{ report: first, to: 'accepted', reason: '', editor: EDITOR, at: 9 },
    });
    const told: [string, string][] = [];
    let after = 0;
    for (;;) {
      const { changes, upTo } = await store.changes.listChanges(SITE, after, 2);
      told.push(...changes.map(({ what, canonical }): [string, string] => [what, canonical]));
      if (upTo === after) break;
      after = upTo;
    }
    expect(told.map(([, canonical]) => canonical)).toEqual(
      [...reports.slice(1), first].map(({ canonical }) => canonical),
    );
    expect(after).toBe(await store.changes.readLast(SITE));
    expect(await store.changes.readLast('nothing.test')).toBe(0);
  });
});

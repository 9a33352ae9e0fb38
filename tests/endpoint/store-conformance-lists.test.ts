/** In what order every store gives what it has, page by page, and what a search finds in it. */
import { expect, test } from 'vitest';
import { keyArticle } from '../../src/endpoint/place.ts';
import { listWords, readSearch } from '../../src/endpoint/store/search.ts';
import { SITE } from './endpoint.ts';
import { ALL, addReport } from './stored.ts';
import { describeAllStores, openFor } from './stores.ts';

/** Between 0 and 9 stand capitals, then `_`, then small letters, then what has more bytes: no language has it so. */
const IN_ORDER = ['0', '9', 'A', 'Z', '_', 'a', 'aB', 'a_', 'ab', 'z', 'é', 'ж', '漢', '😀'];

/** What is searched for, and in which of the texts it is. */
const TEXTS = [
  'Der Straßenbahnführer hat Ärger, 1.234 Mal',
  'Ёлка и ёжик в тумане',
  'Ο Σίσυφος ανεβαίνει',
  'שָׁלוֹם לכולם',
  'مُحَمَّد كتب',
  'ไทยแลนด์ และ ประเทศอื่น',
  '東京都に住んでいます',
  '대한민국의 수도',
  'हिन्दी में लिखा',
  'İstanbul’da ışık',
  'naïve café déjà-vu e\u0301tude',
  "it's o'clock & <b> | ! : * (x) -y",
  'Congreſs ϐίος θεοϕιλής 50 µm',
];
const SEARCHES: [string, number[]][] = [
  ['strassenbahn', []],
  ['Straßen', [0]],
  ['arger', [0]],
  ['ärger', [0]],
  ['ёлка', [1]],
  ['елка', [1]],
  ['ЕЖИК', [1]],
  ['σισυφοσ', [2]],
  ['ΣΙΣ', [2]],
  ['ανεβ', [2]],
  ['שלום', [3]],
  ['محمد', [4]],
  ['大', []],
  ['東京', [6]],
  ['대한', [7]],
  ['수도', [7]],
  ['हिन्दी', [8]],
  ['cafe', [10]],
  ['étude', [10]],
  ['deja vu', [10]],
  ['vu naive', [10]],
  ["o'clock", [11]],
  ['x y', [11]],
  // Other forms of the same letters, the micro sign among them.
  ['congress', [12]],
  ['CONGREſS', [12]],
  ['βιος', [12]],
  ['θεοφ', [12]],
  ['\u00b5m', [12]],
  ['\u03bcm', [12]],
  ['nothing', []],
  ["' & | ! : * ( ) \\", [0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12]],
];

describeAllStores((kind) => {
  test('text is ordered by its bytes, in every list and behind every place in one', async () => {
    const store = await openFor(await kind.makeAddress());
    const shuffled = [...IN_ORDER].sort((one, other) => other.length - one.length);
    for (const canonical of shuffled) await addReport(store, { canonical, receivedAt: 5 });
    const newest = await store.reports.listReports({ ...ALL, site: SITE, limit: 100 });
    expect(newest.map(({ canonical }) => canonical)).toEqual([...IN_ORDER].reverse());
    const oldest = await store.reports.listArrivals(SITE, null, 100);
    expect(oldest.map(({ canonical }) => canonical)).toEqual(IN_ORDER);
    for (const [i, canonical] of IN_ORDER.entries()) {
      const after = { receivedAt: 5, canonical, site: SITE };
      const before = await store.reports.listReports({ ...ALL, site: SITE, after, limit: 100 });
      expect(before.map((report) => report.canonical)).toEqual(IN_ORDER.slice(0, i).reverse());
      const behind = await store.reports.listArrivals(SITE, after, 100);
      expect(behind.map((report) => report.canonical)).toEqual(IN_ORDER.slice(i + 1));
    }
  });

  test('pages have each report once, whatever they ask for, and however many came in one millisecond', async () => {
    const store = await openFor(await kind.makeAddress());
    const kinds = ['fact', 'spelling', 'style'];
    for (let i = 0; i < 90; i++) {
      const report = await addReport(store, {
        ...{ site: i % 4 === 0 ? `s${i % 3}.${SITE}` : SITE, kind: kinds[i % 3] ?? '' },
        ...{ receivedAt: 100 + Math.floor(i / 30), source: `https://${SITE}/${i % 2}` },
      });
      if (i % 5 !== 0) continue;
      const editor = { tokenId: 't', name: 'Ann' };
      await store.reports.moveReport({ report, to: 'accepted', reason: '', editor, at: 300 });
    }
    await addReport(store, { site: `x${SITE}` });
    const all = await store.reports.listReports({ ...ALL, site: SITE, limit: 1_000 });
    expect(all).toHaveLength(90);
    const filters = [
      { filter: {}, total: 90 },
      { filter: { kind: 'fact' }, total: 30 },
      { filter: { states: ['new'] as const }, total: 72 },
      { filter: { states: ['accepted', 'new'] as const }, total: 90 },
      { filter: { states: ['accepted'] as const, kind: 'style' }, total: 6 },
    ];
    for (const { filter, total } of filters) {
      const seen: string[] = [];
      let after = null;
      for (;;) {
        const page = await store.reports.listReports({
          ...{ ...ALL, site: SITE, after, limit: 7 },
          ...filter,
        });
        seen.push(...page.map(({ site, canonical }) => `${site} ${canonical}`));
        const last = page.at(-1);
        if (last === undefined) break;
        after = last;
      }
      expect([filter, seen.length, new Set(seen).size]).toEqual([filter, total, total]);
    }
  });

  test('a language has the reports of its clusters, also of those that say none themselves', async () => {
    const store = await openFor(await kind.makeAddress());
    const languages = ['en', '', 'ky'];
    const expected = new Map<string | null, string[]>();
    for (let i = 0; i < 36; i++) {
      // A place has the same name on two hosts; its first report says its language, the others none.
      const language = languages[i % 3] ?? '';
      const { canonical } = await addReport(store, {
        ...{ site: i % 2 === 0 ? SITE : `www.${SITE}`, place: `p${Math.floor((i % 6) / 2)}` },
        ...{ language: i < 6 ? language : '', words: `w${i % 4}`, receivedAt: i },
        ...{ source: `https://${SITE}/${i % 2}`, kind: i % 5 === 0 ? 'fact' : 'style' },
      });
      for (const name of [null, language]) {
        expected.set(name, [canonical, ...(expected.get(name) ?? [])]);
      }
    }
    await addReport(store, { site: `other-${SITE}`, place: 'p0', language: 'en' });
    const listAll = async (query: object) => {
      const seen: string[] = [];
      for (let after = null; ; ) {
        const wanted = { ...ALL, site: SITE, after, limit: 5, ...query };
        const page = await store.reports.listReports(wanted);
        seen.push(...page.map(({ canonical }) => canonical));
        after = page.at(-1) ?? null;
        if (page.length < 5) return seen;
      }
    };
    for (const language of languages) {
      expect([language, await listAll({ language })]).toEqual([language, expected.get(language)]);
      const filters = [
        ...[{ site: `www.${SITE}` }, { words: ['w1'] }, { kind: 'fact' }, { states: ['new'] }],
        ...[{ article: keyArticle(`https://${SITE}/1`) }, { states: ['spam'] }],
      ];
      for (const filter of filters) {
        const all = await listAll(filter);
        const found = all.filter((one) => expected.get(language)?.includes(one));
        expect([filter, await listAll({ ...filter, language })]).toEqual([filter, found]);
      }
    }
    expect(await listAll({ language: 'xx' })).toEqual([]);
  });

  test('a search finds the same words, in any script, with or without their marks', async () => {
    const store = await openFor(await kind.makeAddress());
    const canonicals: string[] = [];
    for (const [i, text] of TEXTS.entries()) {
      const { canonical } = await addReport(store, {
        ...{ words: listWords(text).join(' '), receivedAt: i, place: `p${i}` },
      });
      canonicals.push(canonical);
    }
    for (const [text, expected] of SEARCHES) {
      const found = await store.reports.listReports({
        ...{ ...ALL, site: SITE, words: readSearch(text), limit: 100 },
      });
      const numbers = found.map(({ canonical }) => canonicals.indexOf(canonical));
      expect([text, numbers.reverse()]).toEqual([text, expected]);
    }
    // Each word of each text, and the beginning of each, leads to it.
    for (const [i, text] of TEXTS.entries()) {
      for (const word of listWords(text)) {
        for (const sought of [word, [...word].slice(0, 2).join('')]) {
          const found = await store.reports.listReports({
            ...{ ...ALL, site: SITE, words: [sought], limit: 100 },
          });
          expect([text, sought, found.map(({ canonical }) => canonical)]).toEqual([
            ...[text, sought],
            expect.arrayContaining([canonicals[i]]),
          ]);
        }
      }
    }
  });
});

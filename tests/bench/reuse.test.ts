/** The scores of reuse: what is found, what is not, and what is none; and the command, whose last line is a promise. */
import { execFile } from 'node:child_process';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { createRandom } from './corpus/random.ts';
import type { Mark } from './reuse/case.ts';
import { makeCases } from './reuse/make-cases.ts';
import { countWords } from './reuse/make-ledger.ts';
import { createPeers } from './reuse/peers.ts';
import { setReuseGoals } from './reuse/reuse-goals.ts';
import { type CheckedCase, judgeCase, scoreFindings } from './reuse/score-findings.ts';

const A = 'https://a.example/';
const B = 'https://b.example/';

/** A page with a passage of A in the words 100 to 160, and a quotation of B in 200 to 215. */
function makeCase(findings: CheckedCase['findings'], weight = 60): CheckedCase {
  const marks: Mark[] = [
    { url: A, kind: 'part' },
    { url: B, kind: 'quotes' },
  ];
  const spots = [
    { mark: 0, weight, from: 100, to: 160 },
    { mark: 1, weight: 15, from: 200, to: 215 },
  ];
  return { page: 'page', marks, spots, findings };
}
const score = (findings: CheckedCase['findings'], weight?: number) =>
  scoreFindings(judgeCase(makeCase(findings, weight)));

describe('a passage', () => {
  it.each([
    ['whole', { url: A, from: 100, to: 160 }],
    ['by half', { url: A, from: 130, to: 160 }],
    ['with some words of the page', { url: A, from: 90, to: 170 }],
  ])('is found %s', (_, finding) => {
    expect(score([finding])).toMatchObject({ precision: 1, recall: 1, recall_part: 1 });
  });

  it.each([
    ['by less than half', { url: A, from: 131, to: 160 }, 1],
    ['of another source', { url: B, from: 100, to: 160 }, 0],
    ['elsewhere', { url: A, from: 300, to: 360 }, 0],
  ])('is not found %s', (_, finding, precision) => {
    expect(score([finding])).toMatchObject({ precision, recall: 0 });
  });

  it('is found, but wrongly, where most of the finding is none of it', () => {
    expect(score([{ url: A, from: 0, to: 160 }])).toMatchObject({ precision: 0, recall: 1 });
  });

  it('is not found by pieces', () => {
    const pieces = [100, 120, 140].map((from) => ({ url: A, from, to: from + 20 }));
    expect(score(pieces)).toMatchObject({ precision: 1, recall: 0 });
  });

  it('of fewer words than forty need not be found', () => {
    expect(score([], 39)).toMatchObject({ precision: null, recall: null, passages_rows: 0 });
    expect(score([{ url: A, from: 100, to: 160 }], 39)).toMatchObject({ precision: 1 });
  });
});

it('what is none is told by where it stands', () => {
  const findings = [
    { url: A, from: 100, to: 160 },
    { url: B, from: 195, to: 220 },
    { url: B, from: 400, to: 430 },
  ];
  expect(score(findings)).toMatchObject({
    precision: 1 / 3,
    recall: 1,
    false_quotes_rows: 1,
    false_boilerplate_rows: 0,
    false_own_rows: 1,
  });
});

describe('cases', () => {
  const article = (name: string) => ({
    url: `https://${name}.example/`,
    language: 'en',
    paragraphs: Array.from({ length: 12 }, (_, paragraph) =>
      Array.from({ length: 40 }, (_, at) => `${name}${paragraph}w${at}`)
        .join(' ')
        .replace(/ /g, (space, at) => (at % 60 === 0 ? '. ' : space)),
    ),
  });
  const articles = ['one', 'two', 'three', 'four'].map((name) => {
    const { paragraphs, ...rest } = article(name);
    return { ...rest, paragraphs, copied: paragraphs, boilerplate: `Subscribe to ${name}.` };
  });
  const [target] = articles;
  if (target === undefined) throw new Error('no article');
  const make = (seed: number) => makeCases(createRandom(seed), seed, target, articles);

  it('are the same for the same seed, and others for another', () => {
    expect(make(5)).toEqual(make(5));
    expect(make(5)).not.toEqual(make(6));
  });

  it('put in what they say, and nothing into the page as it is', () => {
    for (let seed = 0; seed < 40; seed += 1) {
      const [innocent, ...others] = make(seed);
      expect(innocent).toEqual({ marks: [], puts: [] });
      for (const { marks, puts } of others) {
        for (const { text, mark } of puts.flatMap(({ pieces }) => pieces)) {
          const url = mark === null ? target.url : (marks[mark]?.url ?? '');
          const kind = mark === null ? null : marks[mark]?.kind;
          if (kind === 'boilerplate') continue;
          const own = new URL(url === '' ? target.url : url).hostname.split('.')[0];
          const strange = text
            .match(/\b[a-z]+(?=\d+w\d+)/gi)
            ?.filter((name) => name.toLowerCase() !== own);
          expect([kind, strange ?? []]).toEqual([kind, []]);
          if (kind === 'quotes') expect(countWords(text)).toBeLessThanOrEqual(19);
          expect(marks.every((one) => one.url !== target.url)).toBe(true);
        }
      }
    }
  });
});

it('the peers find what was copied word for word', () => {
  const write = (name: string, count: number) =>
    Array.from({ length: count }, (_, at) => `${name}${at}`);
  const copies = [{ id: 'a', url: A, text: write('a', 200).join(' '), articleText: '' }];
  const page = [...write('own', 100), ...write('a', 60), ...write('more', 100)];
  const innocent = [...write('own', 100), ...write('a', 12), ...write('more', 100)];
  for (const { name, find } of createPeers(copies)) {
    const [found] = find(page, B);
    expect([name, found?.url]).toEqual([name, A]);
    expect([name, find(innocent, B)]).toEqual([name, []]);
    expect([name, find(page, A)]).toEqual([name, []]);
    if (!name.startsWith('Jaccard')) expect(found).toEqual({ url: A, from: 100, to: 160 });
  }
});

it.each([
  [{ precision: 0.99, recall: 0.95, ms_growth: 1.5 }, true],
  [{ precision: 0.98, recall: 0.94, ms_growth: 1.6 }, false],
])('the goals for %j', (figures, met) => {
  expect(setReuseGoals(figures).map((goal) => goal.met)).toEqual([met, met, met]);
});

it('npm run bench -- reuse --json', { timeout: 240_000 }, async () => {
  const args = ['reuse', '--json', '--limit', '8', '--rows', '60', '--seed', '4'];
  const out = await new Promise<string>((resolve, reject) => {
    const bench = join(import.meta.dirname, 'bench.ts');
    execFile(process.execPath, [bench, ...args], { maxBuffer: 1e7 }, (fault, out, err) =>
      fault === null ? resolve(out) : reject(new Error(err, { cause: fault })),
    );
  });
  const { bench, figures, peers } = JSON.parse(out.trimEnd().split('\n').at(-1) ?? '');
  expect(bench).toBe('reuse');
  for (const name of ['precision', 'recall']) {
    expect([name, figures[name]]).toEqual([name, expect.toSatisfy((one) => one > 0 && one <= 1)]);
  }
  expect(figures.ms_growth).toBeGreaterThan(0);
  expect(figures).toMatchObject({ errors: 0, differing_rows: 0 });
  expect(Object.keys(peers)).toEqual([
    'runs of 8 words',
    'longest common run',
    'Jaccard of the page',
  ]);
});

/** What is said of a field, where a fix belongs, and when a note comes and goes from one look to the next. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { PlacedFinding } from '../../src/model/reuse/check-text.ts';
import {
  type Followed,
  followMatters,
  type Look,
  layAside,
  NOT_FOLLOWED,
} from '../../src/model/reuse/follow-matters.ts';
import { listMatters } from '../../src/model/reuse/list-matters.ts';
import { makeSource, makeTerms } from './attribution-source.ts';
import { makeCopy } from './copy-fake.ts';

const URL_OF = (number: number) => `https://news.example/${number}`;
const FIX = { plain: 'Source', html: '<p>Source</p>', markdown: 'Source' };

function makeFinding(
  number: number,
  from: number,
  to: number,
  changes: Partial<PlacedFinding> = {},
): PlacedFinding {
  return {
    verdict: 'missing',
    copyId: makeCopy(number, []).id,
    source: { url: URL_OF(number), title: 'Story', publisher: null },
    opening: '',
    closing: '',
    words: to - from,
    share: null,
    faults: ['link'],
    remarks: [],
    evidence: null,
    fix: FIX,
    from,
    to,
    ...changes,
  };
}

/** Ten words in each of so many paragraphs. */
const paragraphs = (count: number) =>
  Array.from({ length: count * 10 }, (_, word) => Math.floor(word / 10));

function findPlace(position: number | null, to: number, numbers = paragraphs(6)) {
  const source = makeSource({ url: URL_OF(1), terms: makeTerms({ position }) });
  const [matter] = listMatters([makeFinding(1, to - 5, to)], [makeCopy(1, [], { source })], {
    paragraphs: numbers,
  });
  return matter?.place;
}

describe('a matter', () => {
  it('is one for each source, behind the last of its passages', () => {
    const findings = [makeFinding(1, 0, 8), makeFinding(2, 12, 18), makeFinding(1, 22, 28)];
    const copies = [makeCopy(1, [], { carried: true }), makeCopy(2, [])];
    const matters = listMatters(findings, copies, { paragraphs: paragraphs(4) });
    expect(matters).toMatchObject([
      { source: { url: URL_OF(1) }, carried: true, place: { word: 27, where: 'after' } },
      { source: { url: URL_OF(2) }, carried: false, place: { word: 17, where: 'after' } },
    ]);
    expect(new Set(matters.map(({ key }) => key)).size).toBe(2);
  });

  it('is not made of what is in order', () => {
    const findings = [
      makeFinding(1, 0, 8, { verdict: 'linked', faults: [] }),
      makeFinding(2, 12, 18, { verdict: 'found', faults: [] }),
    ];
    const copies = [makeCopy(1, []), makeCopy(2, [])];
    expect(listMatters(findings, copies, { paragraphs: paragraphs(3) })).toEqual([]);
  });

  it.each([
    // The passage ends in the third paragraph: behind it, its source is the fourth.
    [null, { word: 27, where: 'after' }],
    [4, { word: 27, where: 'after' }],
    [3, { word: 19, where: 'after' }],
    [2, { word: 9, where: 'after' }],
    [1, { word: 0, where: 'before' }],
  ] as const)('has its source among the first %s paragraphs', (position, place) => {
    expect(findPlace(position, 28)).toEqual(place);
  });

  it('has it there, too, where paragraphs are numbered with gaps', () => {
    const numbers = paragraphs(6).map((number) => number * 3 + 2);
    expect(findPlace(2, 28, numbers)).toEqual({ word: 9, where: 'after' });
  });

  it('never has its source lower than is asked for', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 9 }),
        fc.integer({ min: 5, max: 60 }),
        (position, to) => {
          const place = findPlace(position, to);
          const paragraph = Math.floor((place?.word ?? 0) / 10) + 1;
          const number = place?.where === 'after' ? paragraph + 1 : paragraph;
          expect(number).toBeLessThanOrEqual(Math.max(position, 1));
        },
      ),
    );
  });
});

function makeLook(...states: ('missing' | 'wrong' | 'linked')[]): Look {
  const findings = states.map((verdict, at) =>
    makeFinding(at, at * 10, at * 10 + 8, {
      verdict,
      faults: verdict === 'missing' ? ['link'] : verdict === 'wrong' ? ['home'] : [],
    }),
  );
  const copies = states.map((_, at) => makeCopy(at, []));
  return { findings, matters: listMatters(findings, copies, { paragraphs: paragraphs(9) }) };
}

const readTold = ({ told }: Followed) => told.map(({ source }) => source.url);

describe('what is said', () => {
  it('begins with what is amiss, and is over once it is in order', () => {
    const first = followMatters(NOT_FOLLOWED, makeLook('missing', 'linked'));
    expect(readTold(first)).toEqual([URL_OF(0)]);
    expect(first.isMended).toBe(false);
    const second = followMatters(first, makeLook('linked', 'linked'));
    expect(second).toMatchObject({ told: [], isMended: true });
    expect(followMatters(second, makeLook('linked', 'linked')).isMended).toBe(false);
    expect(readTold(followMatters(second, makeLook('missing', 'linked')))).toEqual([URL_OF(0)]);
  });

  it('is over, and nothing in order, when the passage has been taken out', () => {
    const first = followMatters(NOT_FOLLOWED, makeLook('missing'));
    expect(followMatters(first, makeLook())).toMatchObject({ told: [], isMended: false });
  });

  it('is not said again when it was laid aside, until it is another thing', () => {
    const aside = layAside(followMatters(NOT_FOLLOWED, makeLook('missing')));
    expect(aside.told).toEqual([]);
    const same = followMatters(aside, makeLook('missing'));
    expect(same.told).toEqual([]);
    expect(readTold(followMatters(same, makeLook('wrong')))).toEqual([URL_OF(0)]);
    const mended = followMatters(same, makeLook('linked'));
    expect(mended.isMended).toBe(false);
    expect(readTold(followMatters(mended, makeLook('missing')))).toEqual([URL_OF(0)]);
  });

  it('is the rest where only one of several was laid aside before the others came', () => {
    const aside = layAside(followMatters(NOT_FOLLOWED, makeLook('missing')));
    expect(readTold(followMatters(aside, makeLook('missing', 'wrong')))).toEqual([URL_OF(1)]);
  });
});

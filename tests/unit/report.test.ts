import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseAnnotation } from '../../src/model/annotation.ts';
import {
  canMove,
  composeAnnotation,
  isSamePlace,
  type ReportDraft,
  type ReportKind,
  type ReportState,
  readReport,
} from '../../src/model/report.ts';
import { makeCanonical, makeDraft } from './outbox-fake.ts';

const text = (minLength = 0) => fc.string({ unit: 'binary', minLength, maxLength: 200 });
const kinds: ReportKind[] = ['spelling', 'grammar', 'fact', 'link', 'missing-credit', 'other'];

const draft: fc.Arbitrary<ReportDraft> = fc
  .record({
    number: fc.nat(),
    source: fc.webUrl({ withQueryParameters: true, withFragments: true }),
    scope: fc.oneof(fc.constant(''), fc.webUrl()),
    exact: text(1),
    prefix: text(),
    suffix: text(),
    start: fc.nat(),
    kind: fc.constantFrom(...kinds),
    correction: text(),
    comment: text(),
    language: fc.constantFrom('', 'en', 'ky-Cyrl', 'zh-Hant-TW'),
    createdAt: fc.integer({ min: 0, max: 4_102_444_800_000 }),
  })
  .map(({ number, exact, prefix, suffix, start, ...rest }) => ({
    ...rest,
    canonical: makeCanonical(number),
    selectors: [
      { type: 'TextQuoteSelector', exact, prefix, suffix },
      { type: 'TextPositionSelector', start, end: start + exact.length },
    ],
  }));

describe('a report', () => {
  it('reads the same after the way through JSON, in any script', () => {
    fc.assert(
      fc.property(draft, (given) => {
        const parsed = parseAnnotation(JSON.parse(JSON.stringify(composeAnnotation(given))));
        expect(parsed.ok).toBe(true);
        if (!parsed.ok) return;
        expect(parsed.value).toEqual(composeAnnotation(given));
        const [quote] = given.selectors;
        expect(readReport(parsed.value)).toEqual({
          canonical: given.canonical,
          source: given.source,
          scope: given.scope,
          kind: given.kind,
          exact: quote?.['exact' as 'type'],
          prefix: quote?.['prefix' as 'type'],
          suffix: quote?.['suffix' as 'type'],
          correction: given.correction,
          comment: given.comment,
          createdAt: given.createdAt,
        });
      }),
      { numRuns: 500 },
    );
  });

  it('survives half surrogate pairs, which a cut context may hold', () => {
    const cut = makeDraft(1, { correction: '\ud83d', comment: '\ude00 x' });
    const parsed = parseAnnotation(JSON.parse(JSON.stringify(composeAnnotation(cut))));
    expect(parsed).toMatchObject({ ok: true });
    if (parsed.ok) expect(readReport(parsed.value)).toMatchObject({ correction: '\ud83d' });
  });

  it('says nothing where nothing is said', () => {
    const { body: _, ...bare } = composeAnnotation(makeDraft());
    const parsed = parseAnnotation({ ...bare, target: { ...bare.target, selector: [] } });
    expect(parsed.ok && readReport(parsed.value)).toMatchObject({
      kind: 'other',
      exact: '',
      correction: '',
      comment: '',
    });
  });
});

it('canMove: states lead where the queue says, and nowhere from a state to itself', () => {
  const states: ReportState[] = ['new', 'accepted', 'rejected', 'fixed', 'spam'];
  const moves = states.flatMap((from) =>
    states.filter((to) => canMove(from, to)).map((to) => `${from}→${to}`),
  );
  expect(moves).toEqual([
    'new→accepted',
    'new→rejected',
    'new→spam',
    'accepted→new',
    'accepted→fixed',
    'rejected→new',
    'fixed→new',
    'spam→new',
  ]);
});

describe('isSamePlace', () => {
  const place = {
    source: 'https://news.example/a',
    exact: 'teh cat',
    prefix: 'and so, just as said, it was ',
    suffix: ' who sat there, not the dog',
  };

  it.each([
    [
      'context from farther away',
      { prefix: `Before that, ${place.prefix}`, suffix: `${place.suffix} of it` },
    ],
    ['context from nearby', { prefix: 'as said, it was ', suffix: ' who sat there, not' }],
    ['other white space', { prefix: place.prefix.replaceAll(' ', '\n\n '), exact: 'teh\u00a0cat' }],
    ['no space at its edges', { prefix: place.prefix.trim(), suffix: place.suffix.trim() }],
    [
      'signs that nobody sees',
      { exact: 't\u00adeh cat', suffix: place.suffix.replace('sat', 's\u200bat') },
    ],
  ])('is so with %s', (_, changes) => {
    const other = { ...place, ...changes };
    expect(isSamePlace(place, other)).toBe(true);
    expect(isSamePlace(other, place)).toBe(true);
  });

  it('is so with letters in pieces', () => {
    const whole = { ...place, exact: 'täh', prefix: place.prefix.replace('said', 'säid') };
    const inPieces = {
      ...whole,
      exact: whole.exact.normalize('NFD'),
      prefix: whole.prefix.normalize('NFD'),
    };
    expect(isSamePlace(whole, inPieces)).toBe(true);
  });

  it.each([
    ['of another article', { source: 'https://news.example/b' }],
    ['of other words', { exact: 'the cat' }],
    ['behind other words', { prefix: 'and so, just as said, it is ' }],
    ['before other words', { suffix: ' who sits there, not the dog' }],
    ['with no context', { prefix: '', suffix: '' }],
  ])('is not so %s', (_, changes) => {
    expect(isSamePlace(place, { ...place, ...changes })).toBe(false);
  });
});

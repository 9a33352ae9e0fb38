import fc from 'fast-check';
import { expect, it } from 'vitest';
import { parse } from '../../src/model/annotation.ts';
import { fitPlace, placeSchema, type ReportPlace } from '../../src/model/draft.ts';
import { makeOpenDraft } from './draft-fake.ts';

const { place } = makeOpenDraft(1);
const far = 'x'.repeat(5000);

it('leaves a place as it is that fits', () => {
  const whole: ReportPlace = {
    ...place,
    source: 'https://frame.example/a?b=c#/d',
    scope: 'https://news.example/story?id=1',
    declared: 'https://editors.example/annotations/',
    language: 'sr-Latn-RS',
  };
  expect(fitPlace(whole)).toEqual(whole);
});

it('leaves out of what is too long what is not needed to find the place', () => {
  const long = {
    ...place,
    source: `https://news.example/story?q=${far}#/${far}`,
    scope: `https://news.example/${far}`,
    declared: `https://editors.example/?${far}`,
    title: far,
    language: `x-${'a-'.repeat(100)}a`,
  };
  expect(fitPlace(long)).toMatchObject({
    source: 'https://news.example/story',
    scope: 'https://news.example/',
    declared: null,
    language: '',
  });
});

it('says that an address opens at the words only where that address stays as it is', () => {
  const [quote] = place.selectors;
  if (quote === undefined) throw new Error('no quote');
  const fragment = { type: 'FragmentSelector', value: ':~:text=teh' };
  const selectors = [quote, fragment];
  const tell = (source: string) => fitPlace({ ...place, source, selectors }).selectors;
  expect(tell('https://news.example/story?id=1')).toEqual([quote, fragment]);
  expect(tell(`https://news.example/story?id=1&q=${far}`)).toEqual([quote]);
});

it('makes a place that is taken, whatever a page says of itself', () => {
  const length = fc.oneof(fc.integer({ min: 0, max: 20 }), fc.integer({ min: 4000, max: 5000 }));
  const address = fc
    .tuple(length, length, length)
    .map(([path, query, hash]) =>
      ['https://a.example/', 'p'.repeat(path), '?', 'q'.repeat(query), '#', 'h'.repeat(hash)].join(
        '',
      ),
    );
  fc.assert(
    fc.property(
      address,
      fc.oneof(fc.constant(''), address),
      fc.option(address),
      length,
      (source, scope, declared, many) => {
        const said = { ...place, source, scope, declared };
        const texts = { title: 't'.repeat(many), language: 'l'.repeat(many) };
        expect(parse(placeSchema, fitPlace({ ...said, ...texts })).ok).toBe(true);
      },
    ),
  );
});

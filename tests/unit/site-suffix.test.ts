import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { foldName, measureOverlap } from '../../src/page/source/fold-name.ts';
import { dropSite, splitTitle } from '../../src/page/source/site-suffix.ts';

const isSiteNamed =
  (...names: string[]) =>
  (part: string) =>
    names.some((name) => foldName(name) === foldName(part));

describe('dropSite', () => {
  const isSite = isSiteNamed('The Bay Post', '湾岸新聞');
  it.each([
    ['A storm | The Bay Post', 'A storm'],
    ['A storm|THE BAY POST', 'A storm'],
    ['A storm - The Bay Post', 'A storm'],
    ['A storm – Weather – The Bay Post', 'A storm – Weather'],
    ['A storm – The Bay Post – 1 March', 'A storm'],
    ['The Bay Post » Blog Archive » A storm', 'A storm'],
    ['The Bay Post: A storm', 'A storm'],
    ['« Une tempête » - The Bay Post', '« Une tempête »'],
    ['A storm « The Bay Post', 'A storm'],
    ['湾に嵐_社会_湾岸新聞', '湾に嵐_社会'],
    ['湾に嵐：湾岸新聞', '湾に嵐'],
    ['Storm - what we know', 'Storm - what we know'],
    ['snake_case_names', 'snake_case_names'],
    ['The Bay Post', 'The Bay Post'],
    ['The Bay Post | The Bay Post', 'The Bay Post'],
    ['', ''],
  ])('%j', (title, expected) => {
    expect(dropSite(title, isSite)).toBe(expected);
  });

  it.each([
    ['A storm | Weather', 'A storm'],
    ['A storm | Weather | The Bay Post', 'A storm'],
    ['Weather | A storm', 'Weather | A storm'],
    ['Weather', 'Weather'],
  ])('%j without its section', (title, expected) => {
    expect(dropSite(title, isSite, { isSection: isSiteNamed('Weather') })).toBe(expected);
  });

  const word = fc.stringMatching(/^[A-Za-zА-яäöüé0-9]{2,9}$/);
  const words = fc.array(word, { minLength: 1, maxLength: 7 }).map((all) => all.join(' '));
  const separator = fc.constantFrom(
    ' | ',
    ' - ',
    ' – ',
    ' — ',
    ' · ',
    ' • ',
    ' :: ',
    ' » ',
    '|',
    ' ｜ ',
  );

  it('leaves the headline of any headline, separator and site', () => {
    fc.assert(
      fc.property(words, separator, words, fc.boolean(), (headline, between, site, isFirst) => {
        fc.pre(foldName(headline) !== foldName(site));
        const title = isFirst ? site + between + headline : headline + between + site;
        expect(dropSite(title, isSiteNamed(site))).toBe(headline);
      }),
    );
  });

  it('answers with a part of the title that is not empty, whatever is the site', () => {
    const text = fc.oneof(
      fc.string({ minLength: 1 }),
      fc.array(fc.oneof(words, separator)).map((all) => all.join('')),
    );
    fc.assert(
      fc.property(text, fc.func(fc.boolean()), fc.boolean(), (title, isAny, isUnproven) => {
        fc.pre(title.trim() !== '');
        const rest = dropSite(title, (part) => isAny(part), { isUnproven });
        expect(title).toContain(rest);
        expect(rest).not.toBe('');
      }),
      { numRuns: 1000 },
    );
  });

  it('splits into parts that stand where they say', () => {
    fc.assert(
      fc.property(
        fc.array(fc.oneof(words, separator)).map((all) => all.join('')),
        (title) => {
          for (const { text, start, end } of splitTitle(title)) {
            expect(title.slice(start, end)).toBe(text);
          }
        },
      ),
    );
  });
});

describe('measureOverlap', () => {
  it.each([
    ['a storm over the bay', 'Storm over the Bay!', 1],
    ['ten things to know', 'nothing of that', 0],
    ['湾に嵐が来る夜', '湾に嵐が来る夜のこと', 1],
    ['', 'a storm', 0],
  ])('%j and %j', (one, other, expected) => {
    expect(measureOverlap(one, other)).toBeCloseTo(expected);
  });
});

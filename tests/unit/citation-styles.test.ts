/**
 * Citations in the styles that people read. What is expected of APA, MLA and Chicago is as the styles of the Citation
 * Style Language give it (apa, modern-language-association, chicago-notes-bibliography).
 */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { CitationFields } from '../../src/model/citation/citation-fields.ts';
import { composeCitation } from '../../src/model/citation/compose-citation.ts';
import { CITATION_FORMATS, type CitationFormat } from '../../src/model/citation/formats.ts';
import { toTitleCase } from '../../src/model/citation/title-case.ts';
import { ACCESSED, harbour, hostileFields } from './citation-sources.ts';

const URL_ = harbour.url;
const many = (letters: string) => [...letters].map((letter) => `Jo ${letter}son`);

/** The styled text: slanted words between asterisks, without the links' markup. */
function cite(format: CitationFormat, changes: Partial<CitationFields> = {}): string {
  const { html } = composeCitation(format, { ...harbour, ...changes }, ACCESSED);
  return (html ?? '')
    .replace(/<\/?i>/g, '*')
    .replace(/<\/?a\b[^>]*>/g, '')
    .replace(/&quot;/g, '"')
    .replace(/&amp;/g, '&');
}

describe('APA', () => {
  const rest = ` (2026, March 1). *The harbour wall is raised*. The Bay Post. ${URL_}`;

  it.each([
    [{}, `Lovelace, A.${rest}`],
    [
      { isNews: true },
      `Lovelace, A. (2026, March 1). The harbour wall is raised. *The Bay Post*. ${URL_}`,
    ],
    [{ authors: [] }, `*The harbour wall is raised*. (2026, March 1). The Bay Post. ${URL_}`],
    [
      { published: '' },
      `Lovelace, A. (n.d.). *The harbour wall is raised*. The Bay Post. Retrieved November 23, 2026, from ${URL_}`,
    ],
    [{ published: '2026' }, `Lovelace, A.${rest.replace('2026, March 1', '2026')}`],
    [{ published: '2026-03' }, `Lovelace, A.${rest.replace('March 1', 'March')}`],
    [{ publisher: '' }, `Lovelace, A. (2026, March 1). *The harbour wall is raised*. ${URL_}`],
    [{ authors: ['Ada Lovelace', 'Anne Isabella Byron'] }, `Lovelace, A., & Byron, A. I.${rest}`],
    [{ authors: ['Jan van der Berg'] }, `van der Berg, J.${rest}`],
    [{ authors: ['Jean-Paul Sartre'] }, `Sartre, J.-P.${rest}`],
    [{ authors: ['Martin Luther King, Jr.'] }, `King, M. L., Jr.${rest}`],
    [{ authors: ['J.R.R. Tolkien'] }, `Tolkien, J. R. R.${rest}`],
    [{ authors: ['Reuters'] }, `Reuters.${rest}`],
    [{ authors: ['李明', '王 芳'] }, `李明, & 王芳.${rest}`],
    [{ authors: ['Иванов Иван Иванович'] }, `Иванов, И. И.${rest}`],
    [
      { authors: many('ABCDEFGHIJKLMNOPQRSTUV') },
      `${[...'ABCDEFGHIJKLMNOPQRS'].map((one) => `${one}son, J.`).join(', ')}, … Vson, J.${rest}`,
    ],
    [
      { title: 'Who said "end"' },
      `Lovelace, A.${rest.replace('The harbour wall is raised*.', 'Who said “end.”*')}`,
    ],
  ])('%j', (changes, expected) => {
    expect(cite('apa', changes)).toBe(expected);
  });

  it('names a site that is its own author once', () => {
    expect(cite('apa', { authors: ['The Bay Post'] })).toBe(
      `The Bay Post. (2026, March 1). *The harbour wall is raised*. ${URL_}`,
    );
  });
});

describe('MLA', () => {
  const rest = ` “The Harbour Wall Is Raised.” *The Bay Post*, 1 Mar. 2026, ${URL_}.`;

  it.each([
    [{}, `Lovelace, Ada.${rest}`],
    [{ authors: [] }, rest.trim()],
    [
      { published: '' },
      `Lovelace, Ada. “The Harbour Wall Is Raised.” *The Bay Post*, ${URL_}. Accessed 23 Nov. 2026.`,
    ],
    [{ publisher: '' }, `Lovelace, Ada. *The Harbour Wall Is Raised*. 1 Mar. 2026, ${URL_}.`],
    [
      { authors: ['Ada Lovelace', 'Anne Isabella Byron'] },
      `Lovelace, Ada, and Anne Isabella Byron.${rest}`,
    ],
    [{ authors: ['Ann A', 'Martin Luther King Jr.'] }, `A, Ann, and Martin Luther King Jr.${rest}`],
    [{ authors: many('ABC') }, `Ason, Jo, et al.${rest}`],
    [{ authors: ['Jan van der Berg'] }, `van der Berg, Jan.${rest}`],
    [{ published: '2026-06-30' }, `Lovelace, Ada.${rest.replace('1 Mar.', '30 June')}`],
    [{ published: '2026-09' }, `Lovelace, Ada.${rest.replace('1 Mar.', 'Sept.')}`],
    [
      { title: 'he said "the end"' },
      `Lovelace, Ada.${rest.replace('The Harbour Wall Is Raised.', 'He Said ‘the End.’')}`,
    ],
    [
      { title: 'who is who?' },
      `Lovelace, Ada.${rest.replace('The Harbour Wall Is Raised.', 'Who Is Who?')}`,
    ],
    [
      { title: 'Der Bau „am Meer“ beginnt', language: 'de' },
      `Lovelace, Ada.${rest.replace('The Harbour Wall Is Raised', 'Der Bau „am Meer“ beginnt')}`,
    ],
  ])('%j', (changes, expected) => {
    expect(cite('mla', changes)).toBe(expected);
  });
});

describe('Chicago', () => {
  const rest = ` “The Harbour Wall Is Raised.” The Bay Post, March 1, 2026. ${URL_}.`;

  it.each([
    [{}, `Lovelace, Ada.${rest}`],
    [{ isNews: true }, `Lovelace, Ada.${rest.replace('The Bay Post', '*The Bay Post*')}`],
    [{ authors: [] }, `The Bay Post. “The Harbour Wall Is Raised.” March 1, 2026. ${URL_}.`],
    [
      { published: '' },
      `Lovelace, Ada. “The Harbour Wall Is Raised.” The Bay Post. Accessed November 23, 2026. ${URL_}.`,
    ],
    [{ published: '2026-03' }, `Lovelace, Ada.${rest.replace('March 1,', 'March')}`],
    [{ authors: ['Jan van der Berg'] }, `Berg, Jan van der.${rest}`],
    [{ authors: ['Ann A', 'Jan van der Berg'] }, `A, Ann, and Jan van der Berg.${rest}`],
    [
      { authors: many('ABCDEF') },
      `Ason, Jo, Jo Bson, Jo Cson, Jo Dson, Jo Eson, and Jo Fson.${rest}`,
    ],
    [{ authors: many('ABCDEFG') }, `Ason, Jo, Jo Bson, Jo Cson, et al.${rest}`],
    [
      { title: 'a city:' },
      `Lovelace, Ada.${rest.replace('The Harbour Wall Is Raised.', 'A City:')}`,
    ],
    [{ publisher: 'Bay Inc.' }, `Lovelace, Ada.${rest.replace('The Bay Post', 'Bay Inc.')}`],
  ])('%j', (changes, expected) => {
    expect(cite('chicago', changes)).toBe(expected);
  });
});

describe('GOST R 7.0.100-2018', () => {
  const russian = {
    title: 'Стену поднимут на полметра',
    authors: ['Анна Петрова'],
    publisher: 'Залив',
    language: 'ru',
  };
  const rest = `– Текст : электронный // Залив : [сайт]. – 2026. – 1 марта. – URL: ${URL_} (дата обращения: 23.11.2026).`;

  it.each([
    [russian, `Петрова, А. Стену поднимут на полметра / А. Петрова. ${rest}`],
    [{ ...russian, authors: [] }, `Стену поднимут на полметра. ${rest}`],
    [
      { ...russian, authors: ['Иванов Иван Иванович', 'Петрова А. Б.'] },
      `Иванов, И. И. Стену поднимут на полметра / И. И. Иванов, А. Б. Петрова. ${rest}`,
    ],
    [
      { ...russian, authors: ['А. А', 'Б. Б', 'В. В', 'Г. Г'] },
      `Стену поднимут на полметра / А. А, Б. Б, В. В, Г. Г. ${rest}`,
    ],
    [
      { ...russian, authors: ['А. А', 'Б. Б', 'В. В', 'Г. Г', 'Д. Д'] },
      `Стену поднимут на полметра / А. А, Б. Б, В. В [и др.]. ${rest}`,
    ],
    [{ ...russian, authors: ['Залив'] }, `Стену поднимут на полметра. ${rest}`],
    [
      { ...russian, authors: [], published: '' },
      `Стену поднимут на полметра. ${rest.replace(' – 2026. – 1 марта.', '')}`,
    ],
    [
      { ...russian, authors: [], published: '2026-03' },
      `Стену поднимут на полметра. ${rest.replace('1 марта', 'март')}`,
    ],
    [
      {},
      `Lovelace, A. The harbour wall is raised / A. Lovelace. – Text : electronic // The Bay Post : [website]. – 2026. – 1 Mar. – URL: ${URL_} (date of access: 23.11.2026).`,
    ],
  ])('%j', (changes, expected) => {
    expect(cite('gost', changes)).toBe(expected);
  });
});

describe('every format', () => {
  it('is as much as there is when nothing is known, and shows no address that is not of the web', () => {
    const empty = {
      ...harbour,
      title: '',
      authors: [],
      publisher: '',
      published: '',
      url: 'javascript:alert(1)',
    };
    for (const format of CITATION_FORMATS) {
      const { plain, html } = composeCitation(format, empty, ACCESSED);
      expect(plain, format).not.toBe('');
      expect(`${plain}${html}`, format).not.toMatch(/javascript|undefined|null(?!$)/);
    }
  });

  it('names the page’s day, not the reader’s', () => {
    const published = '2026-03-01T23:30:00-10:00';
    for (const format of CITATION_FORMATS) {
      const citations = [published, '2026-03-01'].map((one) =>
        composeCitation(format, { ...harbour, published: one }, ACCESSED),
      );
      expect(citations[0], format).toEqual(citations[1]);
    }
  });

  it('has no markup but its own, no line end but its own and nothing that turns text, whatever a page says', () => {
    fc.assert(
      fc.property(fc.constantFrom(...CITATION_FORMATS), hostileFields, (format, fields) => {
        const { plain, html } = composeCitation(format, fields, ACCESSED);
        expect(plain).not.toMatch(/[\u202a-\u202e\u2066-\u2069\u2028\u2029\0]/);
        expect(plain.isWellFormed()).toBe(true);
        const isLines = format === 'ris' || format === 'bibtex' || format === 'csl-json';
        if (!isLines) expect(plain).not.toMatch(/[\r\n]/);
        const tags = (html ?? '').match(/<[^>]*>?/g) ?? [];
        for (const tag of tags) {
          expect(tag).toMatch(
            /^<(?:\/?(?:i|a|cite|time)|a href="https?:[^"<>]*"|cite lang="[\w-]+"|time datetime="[\d-]+")>$/,
          );
        }
      }),
      { numRuns: 1000 },
    );
  });

  it('takes a page’s longest words in good time', () => {
    const long = {
      ...harbour,
      title: `"${'a-'.repeat(50_000)}" `.repeat(3),
      authors: ['x, '.repeat(50_000), 'y '.repeat(50_000)],
    };
    for (const format of CITATION_FORMATS) {
      expect(composeCitation(format, long, ACCESSED).plain.length, format).toBeLessThan(30_000);
    }
  });
});

describe('toTitleCase', () => {
  it.each([
    [
      'what is it to be done for the poor of the world',
      'What Is It to Be Done for the Poor of the World',
    ],
    [
      'iPhone and NASA vs. the world: a story of an hour',
      'iPhone and NASA vs. the World: A Story of an Hour',
    ],
    ['WALL RAISED AT LAST', 'WALL RAISED AT LAST'],
    ['one-way street to a self-made end', 'One-Way Street to a Self-Made End'],
    ['is 5% of e-mail via X-ray', 'Is 5% of E-Mail via X-Ray'],
    ['walls over and under us with it', 'Walls over and under Us with It'],
    ['and (the) rest', 'And (the) Rest'],
    ['the word for «да» in Osh', 'The Word for «да» in Osh'],
    ['on/off the road', 'On/off the Road'],
    ['a wall? no: the sea! a day', 'A Wall? No: The Sea! A Day'],
  ])('%s', (title, expected) => {
    expect(toTitleCase(title)).toBe(expected);
  });
});

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readSentence } from '../../src/model/read-sentence.ts';

/** @param text with the quoted words in brackets */
function read(text: string, language = ''): string {
  const [prefix = '', exact = '', suffix = ''] = text.split(/[[\]]/);
  const sentence = readSentence({ prefix, exact, suffix, language });
  return `${sentence.prefix}[${sentence.exact}]${sentence.suffix}`;
}

describe('the sentence around words', () => {
  it.each([
    ['en', 'One is here. We [recieve] it. Three.', 'We [recieve] it.'],
    ['en', 'ends here. [Teh] end', '[Teh] end'],
    ['en', 'Who? [Me!] Then', '[Me!]'],
    ['en', 'It costs 3.50 [dolars] e.g. today. Not', 'It costs 3.50 [dolars] e.g. today.'],
    [
      'ru',
      'Первое. Он пришёл в 5.30 [всчера] и ушёл. Второе.',
      'Он пришёл в 5.30 [всчера] и ушёл.',
    ],
    ['ja', '一つ。これは[間違]いです。三つ。', 'これは[間違]いです。'],
    ['hi', 'एक। यह [गलत] है। तीन।', 'यह [गलत] है।'],
    ['ar', 'هل هذا؟ هذا [خطا] كبير. نعم.', 'هذا [خطا] كبير.'],
    ['', 'One line\n[Anohter] line\nA third', '[Anohter] line'],
  ])('is read in its language: %s, %s', (language, text, expected) => {
    expect(read(text, language)).toBe(expected);
  });

  it('is all of the sentences that the words are in', () => {
    expect(read('Zero. One [is. Two] is. Three.')).toBe('One [is. Two] is.');
  });

  it('is that of the words where space was quoted with them', () => {
    expect(read('One.[ Two ]is. Three.')).toBe('[ Two ]is.');
    expect(read('One. [Two. ]Three.')).toBe('[Two. ]');
  });

  it.each(['not a language', 'en_US', 'x', '\u0000'])(
    'is read where %j is no language',
    (language) => {
      expect(read('One. [Two] is. Three.', language)).toBe('[Two] is.');
    },
  );

  it('is nothing where nothing is quoted and nothing around it', () => {
    expect(readSentence({ prefix: '', exact: '', suffix: '', language: 'en' })).toEqual({
      ...{ prefix: '', exact: '', suffix: '', language: 'en' },
    });
  });
});

const text = fc
  .array(
    fc.oneof(
      fc.string({ unit: 'binary' }),
      fc.constantFrom('. ', '! A', ' b', '\n', '。', '…', '"'),
    ),
  )
  .map((parts) => parts.join(''));

describe('whatever is given', () => {
  it('the words stay, and what is around them is a part of what was', () => {
    fc.assert(
      fc.property(text, text, text, fc.constantFrom('', 'en', 'ja', '?'), (...given) => {
        const [prefix, exact, suffix, language] = given;
        const sentence = readSentence({ prefix, exact, suffix, language });
        expect(sentence.exact).toBe(exact);
        expect(prefix.endsWith(sentence.prefix)).toBe(true);
        expect(suffix.startsWith(sentence.suffix)).toBe(true);
      }),
    );
  });

  it('takes time in proportion to it', () => {
    const time = (size: number) => {
      const [prefix, suffix] = ['a. b '.repeat(size), 'e. (('.repeat(size)];
      const began = performance.now();
      for (let i = 0; i < 5; i += 1) readSentence({ prefix, exact: 'Teh', suffix, language: 'en' });
      return performance.now() - began;
    };
    time(2_000);
    const short = Math.min(time(2_000), time(2_000), time(2_000));
    const long = Math.min(time(16_000), time(16_000), time(16_000));
    // Eight times the text; in proportion to its square it would be sixty-four.
    expect(long / short).toBeLessThan(30);
  });
});

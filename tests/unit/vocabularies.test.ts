/** That every language's text is read whole: each line a notion, each language a vocabulary. */
import { describe, expect, it } from 'vitest';
import { LANGUAGES } from '../../src/model/terms/languages.ts';
import { readVocabulary } from '../../src/model/terms/vocabularies.ts';
import { FLAGS, LISTS, NOTIONS } from '../../src/model/terms/vocabulary.ts';

const LINES = new Set<string>([...NOTIONS, ...LISTS, ...FLAGS, '']);
const NEEDED = [
  'strong',
  'weak',
  'material',
  'link',
  'permission',
  'credit',
  'forbidden',
  'allowed',
];

describe.each(LANGUAGES.map((one) => [`${one.lang} in ${one.script} letters`, one] as const))(
  '%s',
  (_name, language) => {
    const vocabulary = readVocabulary(language);

    it('has only lines that are known', () => {
      expect([...vocabulary.stems.keys()].filter((name) => !LINES.has(name))).toEqual([]);
    });

    it('has words for what every notice says', () => {
      expect(NEEDED.filter((name) => !vocabulary.stems.get(name))).toEqual([]);
      expect(vocabulary.ordinals.length).toBeGreaterThan(2);
      expect(vocabulary.fractions).toHaveLength(3);
    });

    it('has cues in small letters, none of them empty', () => {
      expect(language.cues.filter((cue) => cue.length < 2 || cue !== cue.toLowerCase())).toEqual(
        [],
      );
    });
  },
);

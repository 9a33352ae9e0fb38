/**
 * Which languages a text is read in. A sentence in one alphabet could be in twenty languages; the page's own
 * language comes first, and where none is told, the vocabulary that knows most of its words.
 */
import { isOf, listLanguages, readLanguage } from './choose-language.ts';
import { hasCue } from './cues.ts';
import { compileStems, Sentence } from './find-words.ts';
import { readVocabulary } from './vocabularies.ts';
import type { Notion, Vocabulary } from './vocabulary.ts';

const CUES = ['strong', 'hyperlink', 'link', 'reference'] as const;
const TELLING: readonly Notion[] = [
  ...CUES,
  'weak',
  'material',
  'permission',
  'credit',
  'forbidden',
  'allowed',
  'obliged',
  'without',
  'only',
  'either',
  'page',
  'self',
];
/** A vocabulary that knows less than this share of what the best one knows is of another language. */
const SHARE = 0.6;

/**
 * @param text as the page writes it
 * @param words the same, folded
 * @returns vocabularies to try in turn, the likeliest first
 */
export function chooseVocabularies(
  text: string,
  words: string,
  lang?: string | null,
): Vocabulary[] {
  const told = readLanguage(lang);
  const candidates = listTelling(text, words, told);
  if (candidates.length < 2) return candidates;
  const scored = candidates
    .map((one) => ({ one, score: knows(one, words) * (isOf(one, told) ? 1.5 : 1) }))
    .sort((a, b) => b.score - a.score);
  const best = scored[0]?.score ?? 0;
  return scored.filter(({ score }) => score >= best * SHARE).map(({ one }) => one);
}

/** The languages in which a text may speak of reuse, or ask for a link. */
function listTelling(text: string, words: string, told: string): Vocabulary[] {
  const lower = text.toLowerCase();
  return listLanguages(words, told)
    .filter((one) => hasCue(one, lower))
    .map(readVocabulary)
    .filter((one) => mayTell(one, words));
}

function mayTell(vocabulary: Vocabulary, words: string): boolean {
  const cue = CUES.map((name) => vocabulary.stems.get(name) ?? '').filter((stems) => stems !== '');
  return has('cue', cue.join('|')) || (has('weak') && (has('material') || has('commercial')));

  function has(name: string, stems = vocabulary.stems.get(name) ?? ''): boolean {
    return words.search(compileStems(vocabulary, name, stems)) >= 0;
  }
}

/** How many letters of the text the vocabulary knows. */
function knows(vocabulary: Vocabulary, words: string): number {
  const sentence = new Sentence(words, vocabulary);
  const letters = new Uint8Array(words.length);
  for (const notion of TELLING) {
    for (const { start, end } of sentence.find(notion)) letters.fill(1, start, end);
  }
  return letters.reduce((sum, letter) => sum + letter, 0);
}

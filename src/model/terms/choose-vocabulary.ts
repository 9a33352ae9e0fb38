/**
 * Which languages a text is read in. A sentence in one alphabet could be in twenty languages; the page's own
 * language comes first, and where none is told, the vocabulary that knows most of its words.
 */
import { compileStems, Sentence, splitStems, WORD_START, writeAlternatives } from './find-words.ts';
import { foldStems } from './fold-words.ts';
import { VOCABULARIES } from './languages.ts';
import type { Notion, Script, Vocabulary } from './vocabulary.ts';

const SCRIPTS: readonly [Script, RegExp][] = [
  ['latin', /[a-z]{3}/],
  ['cyrillic', /[\u0400-\u04ff]{3}/],
  ['greek', /[\u0370-\u03ff]{3}/],
  ['arabic', /[\u0600-\u06ff]{3}/],
  ['hebrew', /[\u0590-\u05ff]{3}/],
  ['armenian', /[\u0530-\u058f]{3}/],
  ['georgian', /[\u10a0-\u10ff]{3}/],
  ['japanese', /[\u3040-\u30ff]/],
  ['han', /[\u4e00-\u9fff]{2}/],
  ['hangul', /[\uac00-\ud7af]{2}/],
  ['thai', /[\u0e00-\u0e7f]{3}/],
  ['devanagari', /[\u0900-\u097f]{2}/],
];

const CUES = ['strong', 'weak', 'hyperlink', 'link', 'reference'] as const;
const TELLING: readonly Notion[] = [
  ...CUES,
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

/** @returns vocabularies to try in turn, the likeliest first */
export function chooseVocabularies(words: string, lang?: string | null): Vocabulary[] {
  const told = readLanguage(lang);
  const candidates = listVocabularies(words, told).filter((one) => mayTell(one, words));
  if (candidates.length < 2) return candidates;
  const scored = candidates
    .map((one) => ({ one, score: knows(one, words) * (isOf(one, told) ? 1.5 : 1) }))
    .sort((a, b) => b.score - a.score);
  const best = scored[0]?.score ?? 0;
  return scored.filter(({ score }) => score >= best * SHARE).map(({ one }) => one);
}

/** Whether a text may speak of reuse, or ask for a link, in a language that it may be in: cheap, and seldom wrong. */
export function mayTellTerms(words: string, lang?: string | null): boolean {
  const told = readLanguage(lang);
  const known = listVocabularies(words, told);
  // Of many languages, first whether any of them has a cue here.
  if (
    known.length > 3 &&
    !SCRIPTS.some(([script, letters]) => letters.test(words) && cueOf(script).test(words))
  )
    return false;
  return known.some((one) => mayTell(one, words));
}

function readLanguage(lang?: string | null): string {
  return lang?.toLowerCase().split(/[-_]/)[0] ?? '';
}

/** The page's own language and those that stand beside it; where it is unknown, all of the text's letters. */
function listVocabularies(words: string, told: string): Vocabulary[] {
  const scripts = SCRIPTS.filter(([, letters]) => letters.test(words)).map(([script]) => script);
  const known = VOCABULARIES.filter(({ script }) => scripts.includes(script));
  return known.some((one) => isOf(one, told))
    ? known.filter((one) => isOf(one, told) || isShared(one, told))
    : known;
}

function mayTell(vocabulary: Vocabulary, words: string): boolean {
  const { strong, weak, hyperlink, link, reference, material } = vocabulary;
  const cue = [strong, hyperlink, link, ...(reference === undefined ? [] : [reference])].join('|');
  return has('cue', cue) || (has('weak', weak) && has('material', material));

  function has(name: string, stems: string): boolean {
    return words.search(compileStems(vocabulary, name, stems)) >= 0;
  }
}

function isOf({ lang }: Vocabulary, told: string): boolean {
  return (
    lang === told ||
    (lang === 'no' && /^(?:nb|nn|da)$/.test(told)) ||
    (lang === 'ro' && told === 'mo')
  );
}

/** Sites add these languages to their own. */
const RUSSIAN_BESIDE = /^(?:uk|be|ky|kk|tg|uz|mn|az|hy|ka|mo|ro)$/;
function isShared({ lang }: Vocabulary, told: string): boolean {
  return lang === 'en' || (lang === 'ru' && RUSSIAN_BESIDE.test(told));
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

const cues = new Map<Script, RegExp>();

function cueOf(script: Script): RegExp {
  let pattern = cues.get(script);
  if (pattern === undefined) {
    const known = VOCABULARIES.filter((one) => one.script === script);
    const joined = known.some((one) => one.joined === true);
    const heads = new Set(
      known.flatMap((one) => CUES.flatMap((cue) => readHeads(one[cue] ?? '', joined))),
    );
    // Sorted, so that the engine finds what beginnings have in common.
    const written = [...heads].sort().join('|');
    pattern = heads.size === 0 ? /(?!)/ : new RegExp(`${joined ? '' : WORD_START}(?:${written})`);
    cues.set(script, pattern);
  }
  return pattern;
}

/** The letters with which each alternative begins, before any sign of the pattern; else the whole of it. */
function readHeads(stems: string, joined: boolean): string[] {
  if (stems === '') return [];
  return splitStems(foldStems(stems)).map((stem) => {
    const head = stem.replace(/(?:.\?|[^\p{L}' -]).*$/u, '');
    return head.length > 1 ? head : writeAlternatives([stem], joined);
  });
}

/**
 * Finds a vocabulary's notions in folded text. Every notion becomes one regular expression, on its first use:
 * most pages are in one language, and say nothing of reuse at all.
 */
import { foldStems } from './fold-words.ts';
import type { Notion, Vocabulary } from './vocabulary.ts';

export interface Span {
  start: number;
  end: number;
}

const patterns = new WeakMap<Vocabulary, Map<string, RegExp>>();

/** The pattern of a list of stems, kept under a name that is unique within its vocabulary. */
export function compileStems(vocabulary: Vocabulary, name: string, stems: string): RegExp {
  let compiled = patterns.get(vocabulary);
  if (compiled === undefined) {
    compiled = new Map();
    patterns.set(vocabulary, compiled);
  }
  let pattern = compiled.get(name);
  if (pattern === undefined) {
    pattern = new RegExp(writePattern(stems, vocabulary.joined === true), 'gu');
    compiled.set(name, pattern);
  }
  return pattern;
}

/** `#` a word's end · `_` the rest of a word · `~` up to three words between. No stems match nothing. */
function writePattern(stems: string, joined: boolean): string {
  if (stems === '') return '(?!)';
  const alternatives = foldStems(stems)
    .replaceAll('#', '(?!\\p{L})')
    .replaceAll('_', '\\p{L}*')
    .replaceAll('~', joined ? '[^。！.!]{0,24}' : '(?:\\S+ ){0,3}');
  return joined ? `(?:${alternatives})` : `(?<!\\p{L})(?:${alternatives})`;
}

/** Where stems stand in folded words. */
export function findStems(
  vocabulary: Vocabulary,
  name: string,
  stems: string,
  words: string,
): Span[] {
  const spans: Span[] = [];
  for (const match of words.matchAll(compileStems(vocabulary, name, stems))) {
    if (match[0] !== '') spans.push({ start: match.index, end: match.index + match[0].length });
  }
  return spans;
}

/** A sentence, read with one vocabulary: each notion is looked for once, and only when it is asked for. */
export class Sentence {
  readonly words: string;
  readonly vocabulary: Vocabulary;
  readonly #found = new Map<Notion, Span[]>();

  constructor(words: string, vocabulary: Vocabulary) {
    this.words = words;
    this.vocabulary = vocabulary;
  }

  find(notion: Notion): Span[] {
    let spans = this.#found.get(notion);
    if (spans === undefined) {
      const stems = this.vocabulary[notion] ?? '';
      spans = findStems(this.vocabulary, notion, stems, this.words);
      this.#found.set(notion, spans);
    }
    return spans;
  }

  has(notion: Notion): boolean {
    return this.find(notion).length > 0;
  }
}

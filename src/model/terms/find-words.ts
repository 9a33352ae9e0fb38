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
    pattern = new RegExp(writePattern(stems, vocabulary.joined), 'g');
    compiled.set(name, pattern);
  }
  return pattern;
}

/**
 * What counts as a letter in folded words: no sign, no digit, no space. Unicode's own class of letters has
 * hundreds of ranges, and makes a pattern that holds it often a hundred times as slow to compile.
 */
const LETTER =
  '[^\\u0000-@[-`{-\\u00bf\\u00d7\\u00f7\\u2000-\\u2bff\\u3000-\\u303f\\ue000-\\uf8ff\\uff00-\\uff20]';

function writePattern(stems: string, joined: boolean): string {
  if (stems === '') return '(?!)';
  const alternatives = writeAlternatives(splitStems(foldStems(stems)), joined);
  return joined ? `(?:${alternatives})` : `(?<!${LETTER})(?:${alternatives})`;
}

/** `#` a word's end · `_` the rest of a word · `~` up to three words between. */
function writeAlternatives(stems: readonly string[], joined: boolean): string {
  return (
    stems
      // A stem need not run to its word's end where nothing follows.
      .map((stem) => stem.replace(/_$/, ''))
      .join('|')
      .replaceAll('#', `(?!${LETTER})`)
      .replaceAll('_', `${LETTER}*`)
      .replaceAll('\\p{L}', LETTER)
      .replaceAll('~', joined ? '[^。！.!]{0,24}' : '(?:\\S+ ){0,3}')
  );
}

/** The alternatives of a list, groups left whole. */
function splitStems(stems: string): string[] {
  const alternatives: string[] = [];
  let depth = 0;
  let start = 0;
  for (let i = 0; i < stems.length; i += 1) {
    const sign = stems[i];
    if (sign === '(' || sign === '[') depth += 1;
    else if (sign === ')' || sign === ']') depth -= 1;
    else if (sign === '|' && depth === 0) {
      alternatives.push(stems.slice(start, i));
      start = i + 1;
    }
  }
  return [...alternatives, stems.slice(start)];
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
      const stems = this.vocabulary.stems.get(notion) ?? '';
      spans = findStems(this.vocabulary, notion, stems, this.words);
      this.#found.set(notion, spans);
    }
    return spans;
  }

  has(notion: Notion): boolean {
    return this.find(notion).length > 0;
  }
}

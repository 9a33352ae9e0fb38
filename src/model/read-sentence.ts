/**
 * The sentence that quoted words stand in. A report carries as much context as makes its place the only one; whoever looks
 * at the mistake wants to read the sentence.
 */

export interface QuotedWords {
  prefix: string;
  exact: string;
  suffix: string;
  /** BCP 47 tag, or '' */
  language: string;
}

/**
 * Takes time in proportion to the text.
 * @returns the same with the rest of the sentence, or of the sentences, alone around the words: the prefix an end, the
 *   suffix a beginning of the one that was given
 */
export function readSentence({ prefix, exact, suffix, language }: QuotedWords): QuotedWords {
  const text = prefix + exact + suffix;
  // White space belongs to the sentence before it.
  const words = exact.trim();
  const first = prefix.length + exact.length - exact.trimStart().length;
  const last = Math.max(first, first + words.length - 1);
  const segments = createSegmenter(language).segment(text);
  const start = segments.containing(first)?.index ?? 0;
  const ending = segments.containing(last);
  const end = ending === undefined ? text.length : ending.index + ending.segment.length;
  const after = end - prefix.length - exact.length;
  return {
    prefix: prefix.slice(start).trimStart(),
    exact,
    suffix: suffix.slice(0, Math.max(0, after)).trimEnd(),
    language,
  };
}

function createSegmenter(language: string): Intl.Segmenter {
  try {
    return new Intl.Segmenter(language === '' ? 'und' : language, { granularity: 'sentence' });
  } catch {
    // What a page names may be no language.
    return new Intl.Segmenter('und', { granularity: 'sentence' });
  }
}

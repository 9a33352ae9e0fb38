/**
 * Articles out of a seed, long enough to quote from at random: sentences of made-up words that come back
 * as words do, with the mark-up and the characters that real articles have in them.
 */

/** @returns numbers from 0 to below 1, the same for the same seed (mulberry32) */
export function createRandom(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

const ONSETS = 'b c d f g h j k l m n p r s t v w br dr gr kl pr st tr'.split(' ');
const VOWELS = 'a e i o u ai ea ou é ü'.split(' ');
const ENDS = ['', '', 'n', 'r', 's', 't', 'l', 'nd', 'st'];

export interface Article {
  html: string;
  /** how many paragraphs, with the ids p0, p1, … */
  paragraphs: number;
}

/**
 * @param words about how many words
 * @param rich with inline elements, lists, tables and invisible characters; else paragraphs of plain text
 */
export function writeArticle(seed: number, words: number, rich = true): Article {
  const random = createRandom(seed);
  const pick = <T>(list: readonly T[]): T => list[Math.floor(random() * list.length)] as T;
  const vocabulary = Array.from({ length: 600 }, () =>
    Array.from(
      { length: 1 + Math.floor(random() * 3) },
      () => pick(ONSETS) + pick(VOWELS) + pick(ENDS),
    ).join(''),
  );
  // As in a language, few words come often and many seldom.
  const pickWord = () => vocabulary[Math.floor(random() ** 2 * vocabulary.length)] ?? '';
  const decorate = (word: string) => {
    if (!rich) return word;
    const dice = random();
    if (dice < 0.03) return `<b>${word}</b>`;
    if (dice < 0.05) return `<a href="/x"><i>${word.slice(0, 2)}</i>${word.slice(2)}</a>`;
    if (dice < 0.07) return `${word.slice(0, 2)}\u00ad${word.slice(2)}`;
    if (dice < 0.08) return `${word}&nbsp;${pickWord()}`;
    if (dice < 0.09) return `${word}<span hidden>${pickWord()}</span>`;
    if (dice < 0.095) return `${word}\u200b`;
    if (dice < 0.1) return `${word.normalize('NFD')}`;
    return word;
  };
  let count = 0;
  const writeSentence = () => {
    const length = 5 + Math.floor(random() * 12);
    count += length;
    const text = Array.from({ length }, () => decorate(pickWord())).join(
      random() < 0.05 ? '\n' : ' ',
    );
    return `${pick(['The', 'A', 'No', 'Some', 'That'])} ${text}${pick(['.', '.', '.', '?', '!'])}`;
  };
  const blocks: string[] = [];
  let paragraphs = 0;
  while (count < words) {
    const sentences = Array.from({ length: 2 + Math.floor(random() * 4) }, writeSentence).join(' ');
    blocks.push(`<p id="p${paragraphs}">${sentences}</p>`);
    paragraphs += 1;
    if (!rich) continue;
    const dice = random();
    if (dice < 0.1) blocks.push(`<h2>${writeSentence()}</h2>`);
    else if (dice < 0.15) blocks.push(`<ul><li>${writeSentence()}</li><li>${pickWord()}</li></ul>`);
    else if (dice < 0.2) blocks.push(`<table><tr><td>${pickWord()}<td>${pickWord()}</table>`);
    else if (dice < 0.25) blocks.push(`<script>var no = "${pickWord()}";</script>`);
  }
  return { html: `<article>${blocks.join('\n')}</article>`, paragraphs };
}

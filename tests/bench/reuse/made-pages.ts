/**
 * Article pages of made words for reuse, in eight ways of writing. All pages of one way share their words, common
 * phrases and now and then a sentence, as articles of one language do.
 */
import { createWordSource, type WordSource } from '../anchoring/word-source.ts';
import { chooseWriting, type Writing } from '../anchoring/writing.ts';
import { createRandom, type Random } from '../corpus/random.ts';
import type { BenchPage } from '../corpus/read-pages.ts';
import { countWords } from './make-ledger.ts';

const LEAST_SENTENCES = 30;
const FURTHER_SENTENCES = 60;
/** Sentences recur on other pages, and are under fair length. */
const LONGEST_SENTENCE = 19;

/** Thai: no spaces between words, marks above and below, spaces where others put a full stop. */
const THAI: Writing = {
  language: 'th',
  onsets: 'ก ข ค ง จ ช ด ต ท น บ ป พ ฟ ม ย ร ล ว ส ห อ เก แม โล ไป ใน'.split(' '),
  vowels: ['', '', ...'า ี ิ ุ ู ั้ ะ ่า ้า'.split(' ')],
  codas: ['', '', '', ...'น ม ง ก ด บ'.split(' ')],
  letters: 'ก ข ค ง จ ด ต น ม ร ล ว ส ห'.split(' '),
  space: '',
  comma: ' ',
  ends: [' ', ' ', ' '],
  hasCase: false,
};

/** @returns that many, the same for the same seed */
export function makeReusePages(seed: number, count: number): BenchPage[] {
  const random = createRandom(seed);
  const writings = [
    ...(['latin', 'cyrillic', 'arabic', 'devanagari'] as const).map((one) => chooseWriting(one, 0)),
    ...[0, 1, 2].map((variant) => chooseWriting('cjk', variant)),
    THAI,
  ];
  const sources = writings.map((writing) => createWordSource(random, writing));
  return Array.from({ length: count }, (_, index) => {
    const at = index % writings.length;
    const [writing, words] = [writings[at], sources[at]];
    if (writing === undefined || words === undefined) throw new Error('there are no words');
    return makePage(random, index, writing, words);
  });
}

function makePage(random: Random, index: number, writing: Writing, words: WordSource): BenchPage {
  const sentence = (): string => {
    const made = words.sentence();
    return countWords(made) > LONGEST_SENTENCE ? sentence() : made;
  };
  const say = (count: number) => Array.from({ length: count }, sentence).join(writing.space);
  const paragraphs: string[] = [];
  let left = LEAST_SENTENCES + random.below(FURTHER_SENTENCES);
  while (left > 0) {
    const count = Math.min(left, 2 + random.below(5));
    // What is shorter is no paragraph to who reads the page.
    paragraphs.push(say(Math.max(2, count)));
    left -= count;
  }
  const url = `https://site-${index}.example/story-${1000 + random.below(9000)}`;
  const title = say(1);
  const html = `<!doctype html><html lang="${writing.language}"><head><meta charset="utf-8"><title>${title}</title>
<link rel="canonical" href="${url}"></head><body><header><nav><a href="/">${words.word()}</a></nav></header>
<main><article><h1>${title}</h1>${paragraphs.map((text) => `<p>${text}</p>`).join('\n')}</article>
<aside><h2>${words.word()}</h2><p>${say(2)}</p></aside></main><footer><p>${say(1)}</p></footer></body></html>`;
  const truth = { isArticle: true, title, authors: null, site: null, published: null };
  return { name: `made-${index}`, url, truth, readHtml: () => html };
}

/** What is put into a page: passages of remembered articles, changed or not, and what must not be taken for one. */
import { listSentences, listWords } from '../anchoring/segments.ts';
import type { Random } from '../corpus/random.ts';
import { DRESSES } from './boilerplate.ts';
import type { Piece, Put, PutKind, ReuseCase } from './case.ts';
import { countWords, type RememberedArticle } from './make-ledger.ts';
import { changeTypography, type Rewriter, reorder, rewriteLightly } from './rewrite.ts';

/** Words of a passage, before it is changed. */
const LEAST = 44;
const MOST = 300;
/** What may be quoted in fairness. */
const QUOTE = { least: 8, most: 19 };
const PASSAGE_KINDS = ['part', 'typography', 'rewritten', 'reordered'] as const;

interface Sentence {
  paragraph: number;
  text: string;
}

/**
 * @param target the page that something is put into
 * @param others whose texts are put in
 * @returns the page as it is, with passages, with a whole article, with what is no reuse
 */
export function makeCases(
  random: Random,
  number: number,
  target: RememberedArticle,
  others: readonly RememberedArticle[],
): ReuseCase[] {
  const innocent: ReuseCase = { marks: [], puts: [] };
  const pick = () => pickOther(random, target, others);
  const passages = makeCase((add) => {
    const sources = [pick(), pick(), pick()].filter(
      (one, at, list) => one !== null && list.findIndex((other) => other?.url === one.url) === at,
    );
    for (const [at, source] of sources.entries()) {
      const kind = PASSAGE_KINDS[(number + at) % PASSAGE_KINDS.length] ?? 'part';
      if (source !== null) putPassage(random, kind, target, source, add);
    }
  });
  const whole = makeCase((add) => {
    const source = pick();
    if (source !== null) putWhole(random, target, source, add);
  });
  const decoys = makeCase((add) => {
    const source = pick();
    if (source !== null) putQuotes(random, target, source, add);
    const stated = pickOther(
      random,
      target,
      others.filter(({ boilerplate }) => boilerplate !== null),
    );
    if (stated?.boilerplate != null) {
      const dress = DRESSES[random.below(DRESSES.length)] ?? { tag: 'p', className: '' };
      const mark = add.mark(stated.url, 'boilerplate');
      const behind = target.paragraphs.length - 1 - (random.next() < 0.2 ? 1 : 0);
      add.put({ behind, ...dress, pieces: [{ text: stated.boilerplate, mark }] });
    }
  });
  return [innocent, passages, whole, decoys];
}

interface Adder {
  mark(url: string, kind: PutKind): number;
  put(put: Put): void;
}

function makeCase(fill: (add: Adder) => void): ReuseCase {
  const made: ReuseCase = { marks: [], puts: [] };
  fill({
    mark: (url, kind) => made.marks.push({ url, kind }) - 1,
    put: (put) => made.puts.push(put),
  });
  made.puts.sort((one, other) => one.behind - other.behind);
  return made;
}

/** Mostly of the same language: words of another are told apart by anyone. */
function pickOther(
  random: Random,
  { url, language }: RememberedArticle,
  others: readonly RememberedArticle[],
): RememberedArticle | null {
  const rest = others.filter((one) => one.url !== url);
  const alike = rest.filter((one) => one.language.slice(0, 2) === language.slice(0, 2));
  const from = alike.length > 2 && random.next() < 0.8 ? alike : rest;
  return from[random.below(from.length)] ?? null;
}

function listParts(paragraphs: readonly string[]): Sentence[] {
  return paragraphs.flatMap((text, paragraph) =>
    listSentences(text).map(({ start, end }) => ({ paragraph, text: text.slice(start, end) })),
  );
}

/** Sentences in a row of so many words, the paragraphs kept; the last may be cut short. */
function takePassage(random: Random, paragraphs: readonly string[]): string[] {
  const sentences = listParts(paragraphs);
  const wanted = Math.exp(Math.log(LEAST) + random.next() * Math.log(MOST / LEAST));
  let from = random.below(sentences.length);
  // Towards the beginning, where too little stands behind.
  let words = sentences.slice(from).reduce((sum, { text }) => sum + countWords(text), 0);
  while (words < wanted && from > 0) {
    from -= 1;
    words += countWords(sentences[from]?.text ?? '');
  }
  const taken: string[] = [];
  let last = -1;
  let left = wanted;
  for (const { paragraph, text } of sentences.slice(from)) {
    if (left <= 0) break;
    const part = cutTo(text, left * 1.2);
    if (paragraph === last) taken.push(`${taken.pop() ?? ''}${part}`);
    else taken.push(part);
    last = paragraph;
    left -= countWords(part);
  }
  return taken.filter((text) => countWords(text) > 0);
}

/** The beginning of a text, of so many words at most. */
function cutTo(text: string, most: number): string {
  if (countWords(text) <= most) return text;
  let end = 0;
  for (const segment of listWords(text)) {
    if (countWords(text.slice(0, segment.end)) > most) break;
    end = segment.end;
  }
  return text.slice(0, end);
}

function putPassage(
  random: Random,
  kind: (typeof PASSAGE_KINDS)[number],
  target: RememberedArticle,
  source: RememberedArticle,
  add: Adder,
): void {
  const rewriter = createRewriter(random, source);
  const taken = takePassage(random, source.copied).map((text) => change(kind, text, rewriter));
  const mark = add.mark(source.url, kind);
  const behind = random.below(target.paragraphs.length);
  const isMixed = random.next() < 0.25;
  for (const [at, text] of taken.entries()) {
    const pieces: Piece[] = [{ text, mark }];
    if (isMixed && at === 0) pieces.unshift({ text: `${ownWords(random, target)} `, mark: null });
    if (isMixed && at === taken.length - 1) {
      pieces.push({ text: ` ${ownWords(random, target)}`, mark: null });
    }
    add.put({ behind, tag: random.next() < 0.1 ? 'blockquote' : 'p', className: '', pieces });
  }
}

function change(kind: PutKind, text: string, rewriter: Rewriter): string {
  if (kind === 'typography') return changeTypography(text, rewriter);
  if (kind === 'rewritten') return rewriteLightly(text, rewriter);
  return kind === 'reordered' ? reorder(text, rewriter) : text;
}

function createRewriter(random: Random, { paragraphs }: RememberedArticle): Rewriter {
  const text = paragraphs.join(' ');
  const words = listWords(text);
  const word = () => {
    const segment = words[random.below(words.length)];
    return segment === undefined ? '' : text.slice(segment.start, segment.end);
  };
  return { random, word };
}

/** Every paragraph of the copy, in a row or with the page's own between them. */
function putWhole(
  random: Random,
  target: RememberedArticle,
  source: RememberedArticle,
  add: Adder,
): void {
  const isSpread = random.next() < 0.3;
  let behind = random.below(target.paragraphs.length);
  let mark = add.mark(source.url, 'whole');
  for (const text of source.copied) {
    if (isSpread && random.next() < 0.4 && behind + 1 < target.paragraphs.length) {
      behind += 1;
      mark = add.mark(source.url, 'whole');
    }
    add.put({ behind, tag: 'p', className: '', pieces: [{ text, mark }] });
  }
}

/** One to three quotations of a source in a paragraph of the page's own, each under fair length. */
function putQuotes(
  random: Random,
  target: RememberedArticle,
  source: RememberedArticle,
  add: Adder,
): void {
  const quotable = listParts(source.copied).filter(({ text }) => countWords(text) >= QUOTE.least);
  const pieces: Piece[] = [];
  for (const { text } of random.sample(quotable, 1 + random.below(3))) {
    const most = QUOTE.least + random.below(QUOTE.most - QUOTE.least + 1);
    const mark = add.mark(source.url, 'quotes');
    pieces.push({ text: `${ownWords(random, target)}: “`, mark: null });
    pieces.push({ text: cutTo(text.trim(), most), mark });
    pieces.push({ text: '”. ', mark: null });
  }
  pieces.push({ text: ownWords(random, target), mark: null });
  const behind = random.below(target.paragraphs.length);
  add.put({ behind, tag: 'p', className: '', pieces });
}

/** A stretch of the page's own words, of ten or more. */
function ownWords(random: Random, { paragraphs }: RememberedArticle): string {
  const sentences = listParts(paragraphs).filter(({ text }) => countWords(text) >= 10);
  return sentences[random.below(sentences.length)]?.text.trim() ?? '';
}

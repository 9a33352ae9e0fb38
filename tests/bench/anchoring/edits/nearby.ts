/** Edits beside the quote: words, sentences and paragraphs that change, come, go and move while it stays. */
import {
  type Article,
  type Block,
  blockAt,
  createRun,
  insertBlocks,
  moveBlock,
  nextId,
  type Place,
  readBlock,
  removeBlocks,
  replaceText,
} from '../article.ts';
import { listSentences, listWords } from '../segments.ts';
import {
  type Edit,
  findOtherWord,
  findSentence,
  type Ground,
  listNeighbours,
  pickOf,
  placeOf,
  quoteOf,
  spaceOf,
} from './edit.ts';

/** How far from the quote a word still is its context, counted in words. */
const NEAR = [1, 2, 3, 4];

/** In UTF-16 units: what is shorter could stand anywhere. */
const TELLING = 16;

/** @param distances from the quote, in words: 0 is the one right beside it */
export function changeWord(side: 'before' | 'after', distances: readonly number[]): Edit {
  return (ground) => {
    const distance = pickOf(ground.random, distances) ?? 0;
    const word = listNeighbours(ground.article, placeOf(ground), side)[distance];
    return word === undefined ? null : alter(ground, word);
  };
}

export const changeNearBefore = changeWord('before', NEAR);
export const changeNearAfter = changeWord('after', NEAR);

/** Another word in its place, a second one before it, or none. */
function alter(ground: Ground, place: Place): Article | null {
  const { article, random } = ground;
  const text = readBlock(blockAt(article, place.at));
  const old = text.slice(place.start, place.end);
  const other = findOtherWord(ground, quoteOf(ground), old);
  if (other === null) return null;
  const space = spaceOf(text);
  const roll = random.next();
  if (roll < 0.7) return replaceText(article, place, other, null);
  if (roll < 0.85) {
    return replaceText(article, { ...place, end: place.start }, other + space, null);
  }
  const before = text.slice(0, place.start);
  const start = space !== '' && before.endsWith(space) ? place.start - 1 : place.start;
  return replaceText(article, { ...place, start }, '', null);
}

export const insertSentence: Edit = (ground) => {
  const { article, random, words } = ground;
  const place = placeOf(ground);
  const { start, end } = findSentence(article, place);
  const text = readBlock(blockAt(article, place.at));
  const space = spaceOf(text);
  const made = words.sentence();
  if (random.next() < 0.5) {
    return replaceText(article, { at: place.at, start, end: start }, made + space, null);
  }
  const lead = text.slice(0, end).endsWith(space) ? '' : space;
  return replaceText(article, { at: place.at, start: end, end }, lead + made + space, null);
};

export const removeSentence: Edit = (ground) => {
  const place = placeOf(ground);
  const own = findSentence(ground.article, place);
  const beside = listSentences(readBlock(blockAt(ground.article, place.at))).filter(
    ({ start, end }) => end === own.start || start === own.end,
  );
  const one = pickOf(ground.random, beside);
  return one && replaceText(ground.article, { at: place.at, ...one }, '', null);
};

type Where = 'before' | 'after' | 'beside';

export function insertParagraph(where: Where): Edit {
  return (ground) => {
    const { article, random } = ground;
    const own = placeOf(ground).at;
    const at = {
      before: random.below(own + 1),
      after: own + 1 + random.below(article.blocks.length - own),
      beside: own + random.below(2),
    }[where];
    return insertBlocks(article, at, [makeParagraph(ground)]);
  };
}

function makeParagraph({ article, random, words }: Ground): Block {
  const sentences = Array.from({ length: 1 + random.below(4) }, () => words.sentence());
  const text = sentences.join(spaceOf(sentences.join('')));
  return { id: nextId(article), tag: 'p', runs: [createRun(text)] };
}

export const removeOtherParagraph: Edit = (ground) => {
  const own = placeOf(ground).at;
  const others = listOthers(ground.article, own).filter((at) => Math.abs(at - own) > 1);
  const at = pickOf(ground.random, others);
  return at === null ? null : removeBlocks(ground.article, at, 1);
};

export const removeParagraphBeside: Edit = (ground) => {
  const own = placeOf(ground).at;
  const at = pickOf(
    ground.random,
    listOthers(ground.article, own).filter((other) => Math.abs(other - own) === 1),
  );
  return at === null ? null : removeBlocks(ground.article, at, 1);
};

/**
 * The quote's paragraph to another place. Nothing that was around it is there: what is left to know it by has to be
 * in the paragraph, or be the words themselves.
 * @param isEnough whether words without a paragraph around them will do, where they are long and stand once
 */
function moveOwn(isEnough: boolean): Edit {
  return (ground) => {
    const { article, random } = ground;
    const place = placeOf(ground);
    const quote = quoteOf(ground);
    const rest = readBlock(blockAt(article, place.at)).length - quote.length;
    const isTold = isEnough && quote.length >= TELLING && countIn(article, quote) === 1;
    if (rest < TELLING && !isTold) return null;
    const to = pickOf(
      random,
      listOthers(article, place.at).filter((at) => Math.abs(at - place.at) > 1),
    );
    return to === null ? null : moveBlock(article, place.at, to);
  };
}

export const moveOwnParagraph = moveOwn(true);
export const moveChangedParagraph = moveOwn(false);

function countIn({ blocks }: Article, words: string): number {
  return blocks.reduce((sum, block) => sum + readBlock(block).split(words).length - 1, 0);
}

export const moveOtherParagraph: Edit = (ground) => {
  const { article, random } = ground;
  const others = listOthers(article, placeOf(ground).at);
  const [from, to] = [pickOf(random, others), pickOf(random, others)];
  return from === null || to === null || from === to ? null : moveBlock(article, from, to);
};

/** A copy of the quoted words in a gap between words of another paragraph. */
export const repeatWords: Edit = (ground) => {
  const { article, random } = ground;
  const at = pickOf(random, listOthers(article, placeOf(ground).at));
  if (at === null) return null;
  const text = readBlock(blockAt(article, at));
  const gap = pickOf(random, listWords(text))?.start;
  if (gap === undefined) return null;
  return replaceText(article, { at, start: gap, end: gap }, quoteOf(ground) + spaceOf(text), null);
};

/** A copy of the quote's whole sentence between the sentences of another paragraph. */
export const repeatSentence: Edit = (ground) => {
  const { article, random } = ground;
  const place = placeOf(ground);
  const { start, end } = findSentence(article, place);
  const sentence = readBlock(blockAt(article, place.at)).slice(start, end).trim();
  const at = pickOf(random, listOthers(article, place.at));
  if (at === null) return null;
  const text = readBlock(blockAt(article, at));
  const gap = pickOf(random, listSentences(text))?.start;
  if (gap === undefined) return null;
  return replaceText(article, { at, start: gap, end: gap }, sentence + spaceOf(text), null);
};

function listOthers({ blocks }: Article, own: number): number[] {
  return [...blocks.keys()].filter((at) => at !== own);
}

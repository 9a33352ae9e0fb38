/** Edits of the quoted words themselves: a mistake is mended in place, and what stands there then keeps the mark. */
import { type Article, blockAt, type Place, readBlock, replaceText } from '../article.ts';
import { listEdges, listWords, type Segment } from '../segments.ts';
import {
  type Edit,
  findOtherWord,
  type Ground,
  pickOf,
  placeOf,
  quoteOf,
  spaceOf,
} from './edit.ts';

/** @returns what stands in a stretch's place, or null where nothing else can */
type Mend = (old: string, ground: Ground) => string | null;

/** Mends one character that is a letter. */
function mendLetter(
  mend: Mend,
  isPlaced: (quote: string, one: Segment) => boolean = () => true,
): Edit {
  return (ground) => {
    const quote = quoteOf(ground);
    const letters = listCharacters(quote).filter(
      (one) => /\p{L}/u.test(quote.slice(one.start, one.end)) && isPlaced(quote, one),
    );
    return mendOne(ground, letters, mend);
  };
}

/** Mends a stretch of the quote, given in positions of the quote. */
function mendOne(ground: Ground, stretches: readonly Segment[], mend: Mend): Article | null {
  const place = placeOf(ground);
  const quote = quoteOf(ground);
  const one = pickOf(ground.random, stretches);
  if (one === null) return null;
  const old = quote.slice(one.start, one.end);
  const text = mend(old, ground);
  if (text === null || text === old) return null;
  const whole = quote.slice(0, one.start) + text + quote.slice(one.end);
  if (!isOther(quote, whole) || whole.trim() === '') return null;
  const { start } = place;
  return replaceText(
    ground.article,
    { at: place.at, start: start + one.start, end: start + one.end },
    text,
    ground.mark,
  );
}

/** Whether a person would call it other words: more than white space differs. */
function isOther(one: string, other: string): boolean {
  const strip = (text: string) => text.normalize('NFC').replace(/\s+/g, ' ').trim();
  return strip(one) !== strip(other);
}

function listCharacters(text: string): Segment[] {
  return listEdges(text).flatMap((start, at, edges) => {
    const end = edges[at + 1];
    return end === undefined ? [] : [{ start, end }];
  });
}

export const replaceLetter: Edit = mendLetter((old, { words }) => words.letter(old));

export const removeLetter: Edit = mendLetter(() => '');

/**
 * Inside the quote; at its end only where its word ends there, since the letter could else belong to the
 * word's rest.
 */
export const insertLetter: Edit = (ground) => {
  const { article, random } = ground;
  const place = placeOf(ground);
  const text = readBlock(blockAt(article, place.at));
  const atEnd = !/^\p{L}/u.test(text.slice(place.end)) && spaceOf(text) !== '';
  return mendLetter(
    (old, { words }) => old + words.letter(old),
    (quote, one) => one.end < quote.length || (atEnd && random.next() < 0.3),
  )(ground);
};

export const transposeLetters: Edit = (ground) => {
  const quote = quoteOf(ground);
  const pairs = listCharacters(quote).flatMap((one, at, all) => {
    const next = all[at + 1];
    if (next === undefined) return [];
    const pair = quote.slice(one.start, next.end);
    return /^(?:\p{L}\p{M}*){2}$/u.test(pair) ? [{ start: one.start, end: next.end }] : [];
  });
  return mendOne(ground, pairs, (old) => {
    const [first, second] = listCharacters(old);
    return first === undefined || second === undefined
      ? null
      : old.slice(second.start) + old.slice(0, first.end);
  });
};

/** The words that stand in the quote as a whole; `inner`: neither at its start nor at its end. */
function listWhole({ article }: Ground, { at, start, end }: Place, inner = false): Segment[] {
  return listWords(readBlock(blockAt(article, at)))
    .filter((word) =>
      inner ? word.start > start && word.end < end : word.start >= start && word.end <= end,
    )
    .map((word) => ({ start: word.start - start, end: word.end - start }));
}

export const replaceWord: Edit = (ground) =>
  mendOne(ground, listWhole(ground, placeOf(ground)), (old) =>
    findOtherWord(ground, quoteOf(ground), old),
  );

export const insertWord: Edit = (ground) => {
  const space = spaceOf(readBlock(blockAt(ground.article, placeOf(ground).at)));
  return mendOne(ground, listWhole(ground, placeOf(ground), true), (old) => {
    const other = findOtherWord(ground, quoteOf(ground), old);
    return other && other + space + old;
  });
};

export const removeWord: Edit = (ground) => {
  const quote = quoteOf(ground);
  const words = listWhole(ground, placeOf(ground), true).map(({ start, end }) => ({
    start,
    end: quote[end] === ' ' ? end + 1 : end,
  }));
  return mendOne(ground, words, () => '');
};

/** A capital for a small letter or the reverse, or a letter with a mark for one without. */
export const changeCaseOrMark: Edit = mendLetter((old, { random }) => {
  const other = old === old.toLowerCase() ? old.toUpperCase() : old.toLowerCase();
  const bare = old.normalize('NFD').replace(/\p{M}/gu, '');
  const isMarked = bare !== old.normalize('NFD');
  if (isMarked && random.next() < 0.7) return bare;
  if (/^[aeiouнаеиоу]$/iu.test(old) && random.next() < 0.4) return `${old}\u0301`.normalize('NFC');
  return other === old ? (isMarked ? bare : null) : other;
});

/** A comma more or less. */
export const changePunctuation: Edit = (ground) => {
  const quote = quoteOf(ground);
  const commas = Array.from(quote.matchAll(/[,،、，]/g), ({ index }) => index).filter(
    (at) => at > 0,
  );
  if (commas.length > 0 && ground.random.next() < 0.5) {
    return mendOne(
      ground,
      commas.map((start) => ({ start, end: start + 1 })),
      () => '',
    );
  }
  const gaps = Array.from(quote.matchAll(/(?<=[\p{L}\p{M}]) (?=\p{L})/gu), ({ index }) => index);
  const stretches = gaps.map((start) => ({ start, end: start }));
  return mendOne(ground, stretches, () => (/\p{sc=Arabic}/u.test(quote) ? '،' : ','));
};

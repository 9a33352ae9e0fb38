/** Edits after which the quoted words are gone from where they stood, with more and more of what was around them. */
import {
  type Article,
  blockAt,
  type Place,
  readBlock,
  removeBlocks,
  replaceText,
} from '../article.ts';
import { type Edit, findSentence, placeOf } from './edit.ts';

/** The words alone; the rest of their sentence closes over them. */
export const deleteWords: Edit = ({ article, mark, random, words }) => {
  const place = placeOf({ article, mark, random, words });
  const text = readBlock(blockAt(article, place.at));
  const quote = text.slice(place.start, place.end);
  const before = text.slice(0, place.start);
  const after = text.slice(place.end);
  // What closes up must not make the quoted words anew: of "is is" the one is as good as the other.
  const reach = quote.length + 2;
  const joint = `${before.slice(-reach)}${after.slice(0, reach)}`.replace(/\s+/g, ' ');
  if (joint.toLowerCase().includes(quote.toLowerCase())) return null;
  const isDouble = /(?:^|\s)$/.test(before) && /^\s/.test(after);
  return replaceText(article, isDouble ? { ...place, end: place.end + 1 } : place, '', null);
};

export const deleteSentence: Edit = ({ article, mark, random, words }) => {
  const place = placeOf({ article, mark, random, words });
  const sentence = findSentence(article, place);
  const text = readBlock(blockAt(article, place.at));
  if (sentence.start === 0 && sentence.end === text.length) return null;
  return replaceText(article, { at: place.at, ...sentence }, '', null);
};

export const deleteParagraph: Edit = (ground) => {
  const { article } = ground;
  const place = placeOf(ground);
  return isTwice(article, place) ? null : removeBlocks(article, place.at, 1);
};

export const deleteParagraphAndNeighbours: Edit = (ground) => {
  const { article } = ground;
  const place = placeOf(ground);
  if (isTwice(article, place)) return null;
  const first = Math.max(0, place.at - 1);
  return removeBlocks(article, first, Math.min(article.blocks.length, place.at + 2) - first);
};

/** Of two paragraphs that are the same, nobody could say which has gone. */
function isTwice({ blocks }: Article, { at }: Place): boolean {
  const own = blocks[at] && readBlock(blocks[at]).trim();
  return blocks.some((block, other) => other !== at && readBlock(block).trim() === own);
}

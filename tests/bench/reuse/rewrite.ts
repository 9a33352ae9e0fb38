/** What becomes of a passage on the way: other words here and there, other marks, or the same words in another order. */
import { isUnspaced, listSentences, listWords } from '../anchoring/segments.ts';
import type { Random } from '../corpus/random.ts';

export interface Rewriter {
  random: Random;
  /** another word of the passage's language */
  word(): string;
}

/** Thai stands for what has no spaces as well. */
const spaceOf = (text: string) => (isUnspaced(text) || /\p{sc=Thai}/u.test(text) ? '' : ' ');

/** Synonyms, words dropped and added, changed numbers, joined and split sentences, every six to ten words something. */
export function rewriteLightly(text: string, { random, word }: Rewriter): string {
  const space = spaceOf(text);
  let due = random.below(6) + 2;
  const pieces: string[] = [];
  let end = 0;
  for (const segment of listWords(text)) {
    const own = text.slice(segment.start, segment.end);
    pieces.push(changeMarks(text.slice(end, segment.start), random));
    end = segment.end;
    due -= 1;
    if (due > 0) {
      pieces.push(own);
      continue;
    }
    due = 6 + random.below(5);
    const roll = random.next();
    if (/^\p{N}+$/u.test(own)) pieces.push(String(random.below(3000)));
    else if (roll < 0.6) pieces.push(word());
    else if (roll < 0.8) pieces.push(own, space, word());
  }
  return [...pieces, text.slice(end)].join('');
}

/** Joined and split sentences. */
function changeMarks(gap: string, random: Random): string {
  if (/^[.!?] $/.test(gap) && random.next() < 0.3) return random.next() < 0.5 ? ', ' : '; ';
  return gap === ', ' && random.next() < 0.2 ? '. ' : gap;
}

/** Quotes, dashes, case, accents, soft hyphens: what an editor's software changes, and an editor's hand. */
export function changeTypography(text: string, { random }: Rewriter): string {
  const dressed = text
    .replace(/["“”„«»]/g, () => ['"', '“', '”', '«', '»'][random.below(5)] ?? '"')
    .replace(/['’‘]/g, () => (random.next() < 0.5 ? "'" : '’'))
    .replace(/ [–—-] /g, () => (random.next() < 0.5 ? ' — ' : ' – '));
  return dressed.replace(/\p{L}[\p{L}\p{M}]*/gu, (word) => {
    const roll = random.next();
    if (roll < 0.05) return word.toUpperCase();
    if (roll < 0.15 && /^\p{sc=Latin}/u.test(word)) {
      return word.normalize('NFD').replace(/\p{M}/gu, '');
    }
    if (roll < 0.2) return word.normalize('NFD');
    if (roll < 0.25 && word.length > 6) return `${word.slice(0, 4)}\u00ad${word.slice(4)}`;
    return word;
  });
}

/** As a translation and back sets them: clauses change places, a phrase goes to the end, neighbours are turned round. */
export function reorder(text: string, rewriter: Rewriter): string {
  return listSentences(text)
    .map(({ start, end }) => reorderSentence(text.slice(start, end), rewriter))
    .join('');
}

function reorderSentence(sentence: string, { random }: Rewriter): string {
  const space = spaceOf(sentence);
  const tail = /[.!?…؟।。！？"'”’»)」\s]*$/u.exec(sentence)?.[0] ?? '';
  const body = sentence.slice(0, sentence.length - tail.length);
  const clauses = body.split(/[,;،，、] ?/u).map((clause) => turnNeighbours(clause, random));
  if (clauses.length > 1 && random.next() < 0.5) {
    const at = random.below(clauses.length - 1);
    clauses.splice(at, 2, clauses[at + 1] ?? '', clauses[at] ?? '');
  } else if (random.next() < 0.5) {
    clauses.push(...takePhrase(clauses, random));
  }
  return clauses.filter((clause) => clause !== '').join(`,${space || ' '}`) + tail;
}

/** Turns two neighbouring words round, every six to ten words. */
function turnNeighbours(clause: string, random: Random): string {
  const words = listWords(clause);
  let turned = clause;
  for (let at = 1 + random.below(6); at + 1 < words.length; at += 6 + random.below(5)) {
    const [one, other] = [words[at], words[at + 1]];
    if (one === undefined || other === undefined) continue;
    // Both together stay as long as they were: the places behind them hold.
    turned =
      turned.slice(0, one.start) +
      turned.slice(other.start, other.end) +
      turned.slice(one.end, other.start) +
      turned.slice(one.start, one.end) +
      turned.slice(other.end);
  }
  return turned;
}

/** Takes three to six words out of the longest clause, to stand at the end. */
function takePhrase(clauses: string[], random: Random): string[] {
  const at = clauses.reduce(
    (best, clause, index) => (clause.length > (clauses[best]?.length ?? 0) ? index : best),
    0,
  );
  const clause = clauses[at] ?? '';
  const words = listWords(clause);
  if (words.length < 12) return [];
  const first = 2 + random.below(words.length - 9);
  const [from, to] = [words[first]?.start ?? 0, words[first + 2 + random.below(4)]?.end ?? 0];
  clauses[at] =
    `${clause.slice(0, from).trimEnd()}${spaceOf(clause)}${clause.slice(to).trimStart()}`;
  return [clause.slice(from, to)];
}

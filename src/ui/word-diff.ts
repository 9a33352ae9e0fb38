/**
 * What a correction changes, by words: the words that both share at either end stand aside, the middle is
 * old → new. A correction is short and changes one place, so nothing cleverer is needed.
 */

export interface WordDiff {
  /** shared words before the change, with the space behind them */
  before: string;
  removed: string;
  added: string;
  /** shared words behind the change, with the space before them */
  after: string;
}

/** `before + removed + after` is `from`; `before + added + after` is `to`. */
export function diffWords(from: string, to: string): WordDiff {
  const old = splitWords(from);
  const now = splitWords(to);
  const shortest = Math.min(old.length, now.length);
  let head = 0;
  while (head < shortest && old[head] === now[head]) head += 1;
  let tail = 0;
  while (tail < shortest - head && old.at(-1 - tail) === now.at(-1 - tail)) tail += 1;
  return {
    before: old.slice(0, head).join(''),
    removed: old.slice(head, old.length - tail).join(''),
    added: now.slice(head, now.length - tail).join(''),
    after: old.slice(old.length - tail).join(''),
  };
}

/** Words and the spaces between them, each a piece of its own. */
function splitWords(text: string): string[] {
  return text.match(/\s+|\S+/g) ?? [];
}

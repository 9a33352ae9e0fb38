/**
 * An article as the benchmark edits it: blocks of runs of text, in which the quoted words carry a mark through
 * every edit. Where they stand afterwards is read off the marks and never searched for.
 */

export interface Run {
  text: string;
  /** where it stands: an inline element's name, or '' for the block itself; on a saved page its text node's number */
  home: string;
  /** the number of the quote that the words belong to */
  mark: number | null;
  /** in an inline element of its own, which an edit has put around it */
  wrapped: boolean;
  /** whether its text node ends with it, even where the next run has the same home */
  cut: boolean;
}

export interface Block {
  /** stays the same through edits; new blocks have new numbers */
  id: number;
  tag: string;
  runs: readonly Run[];
}

export interface Article {
  language: string;
  blocks: readonly Block[];
}

/** A stretch of a block's text. */
export interface Place {
  /** the block's index in the article */
  at: number;
  start: number;
  /** exclusive */
  end: number;
}

export function createRun(text: string, home = '', mark: number | null = null): Run {
  return { text, home, mark, wrapped: false, cut: false };
}

export function readBlock(block: Block): string {
  return block.runs.map(({ text }) => text).join('');
}

/** @throws where there is no such block: the caller has counted wrongly */
export function blockAt(article: Article, at: number): Block {
  const block = article.blocks[at];
  if (block === undefined) throw new Error(`there is no block ${at}`);
  return block;
}

export function readPlace(article: Article, { at, start, end }: Place): string {
  return readBlock(blockAt(article, at)).slice(start, end);
}

/** Cuts runs in two at a position of their text; no text node is cut by that. */
export function splitRuns(runs: readonly Run[], at: number): [Run[], Run[]] {
  const before: Run[] = [];
  const after: Run[] = [];
  let from = 0;
  for (const run of runs) {
    const to = from + run.text.length;
    if (to <= at) before.push(run);
    else if (from >= at) after.push(run);
    else {
      before.push({ ...run, text: run.text.slice(0, at - from), cut: false });
      after.push({ ...run, text: run.text.slice(at - from) });
    }
    from = to;
  }
  return [before, after];
}

/**
 * Puts other text in a stretch's place, in the element that the stretch begins in.
 * @param mark of the new text
 */
export function replaceText(
  article: Article,
  { at, start, end }: Place,
  text: string,
  mark: number | null,
): Article {
  return changeBlock(article, at, (runs) => {
    const [before, rest] = splitRuns(runs, start);
    const [gone, after] = splitRuns(rest, end - start);
    const home = (gone[0] ?? before.at(-1) ?? after[0])?.home ?? '';
    return [...before, ...(text === '' ? [] : [createRun(text, home, mark)]), ...after];
  });
}

/** Changes what stands in a stretch run by run, the marks as they were. */
export function changeRuns(
  article: Article,
  { at, start, end }: Place,
  change: (run: Run) => Run,
): Article {
  return changeBlock(article, at, (runs) => {
    const [before, rest] = splitRuns(runs, start);
    const [inside, after] = splitRuns(rest, end - start);
    return [...before, ...inside.map(change), ...after];
  });
}

export function changeBlock(
  article: Article,
  at: number,
  change: (runs: readonly Run[]) => readonly Run[],
): Article {
  const block = blockAt(article, at);
  return { ...article, blocks: article.blocks.with(at, { ...block, runs: change(block.runs) }) };
}

export function markPlace(article: Article, place: Place, mark: number): Article {
  return changeRuns(article, place, (run) => ({ ...run, mark }));
}

/** @returns where the marked words stand, or null where none are left */
export function findMark(article: Article, mark: number): Place | null {
  const at = article.blocks.findIndex(({ runs }) => runs.some((run) => run.mark === mark));
  if (at === -1) return null;
  let [from, start, end] = [0, -1, -1];
  for (const run of blockAt(article, at).runs) {
    const to = from + run.text.length;
    if (run.mark === mark) {
      if (start === -1) start = from;
      end = to;
    }
    from = to;
  }
  return { at, start, end };
}

export function insertBlocks(article: Article, at: number, blocks: readonly Block[]): Article {
  return { ...article, blocks: article.blocks.toSpliced(at, 0, ...blocks) };
}

export function removeBlocks(article: Article, at: number, count: number): Article {
  return { ...article, blocks: article.blocks.toSpliced(at, count) };
}

/** @param to the index that the block has afterwards */
export function moveBlock(article: Article, at: number, to: number): Article {
  const block = blockAt(article, at);
  return insertBlocks(removeBlocks(article, at, 1), to, [block]);
}

/** @returns a number that no block has */
export function nextId(article: Article): number {
  return article.blocks.reduce((most, { id }) => Math.max(most, id), 0) + 1;
}

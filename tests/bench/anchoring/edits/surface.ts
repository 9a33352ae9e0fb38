/** Edits that leave every word as it reads: white space, elements, typography, normalisation, what cannot be seen. */
import { type Article, blockAt, changeBlock, type Run, readBlock, splitRuns } from '../article.ts';
import { isUnspaced, listEdges } from '../segments.ts';
import { type Edit, type Ground, placeOf } from './edit.ts';

const SPACES = ['  ', '\n', '\n      ', '\u00a0', ' \u00a0', '\t', '   \n'];
/** In UTF-16 units: as much as most contexts are long. */
const NEAR = 30;
const HIDDEN = ['\u00ad', '\u200b', '\u2060', '\ufeff'];

/** Other white space between the words of the quote's paragraph, or a line's end where it has none. */
export const changeSpaces: Edit = (ground) => {
  const { article, random } = ground;
  const { at } = placeOf(ground);
  const text = readBlock(blockAt(article, at));
  if (isUnspaced(text)) return insertHere(ground, () => '\n', 1);
  if (!text.includes(' ')) return null;
  const space = () => SPACES[random.below(SPACES.length)] ?? '  ';
  return changeBlock(article, at, (runs) =>
    runs.map((run) => ({
      ...run,
      text: run.text.replace(/ /g, (old) => (random.next() < 0.5 ? space() : old)),
    })),
  );
};

/** Some words of the paragraph, and of the quote, in elements of their own. */
export const wrapWords: Edit = (ground) =>
  cutInside(ground, (run) => ({ ...run, wrapped: !run.wrapped }));

/** The paragraph's text in several nodes, as scripts leave it behind. */
export const splitNodes: Edit = (ground) => cutInside(ground, (run) => ({ ...run, cut: true }));

/** Cuts the paragraph at some places, one of them in the quote where it has two characters. */
function cutInside(ground: Ground, change: (run: Run) => Run): Article {
  const { article, random } = ground;
  const { at, start, end } = placeOf(ground);
  const edges = listEdges(readBlock(blockAt(article, at)));
  const inner = edges.filter((edge) => edge > start && edge < end);
  const places = [...random.sample(edges, 5), ...random.sample(inner, 1 + random.below(3))];
  return changeBlock(article, at, (runs) => {
    const cuts = [...new Set(places)].sort((a, b) => a - b);
    const parts: Run[] = [];
    let [rest, from] = [[...runs], 0];
    for (const [index, cut] of cuts.entries()) {
      const [before, after] = splitRuns(rest, cut - from);
      parts.push(...(index % 2 === 0 ? before.map(change) : before));
      [rest, from] = [after, cut];
    }
    return [...parts, ...rest];
  });
}

/** Characters that cannot be seen in the words of the quote's paragraph, at least one in the quote. */
export const insertHidden: Edit = (ground) => {
  const { random } = ground;
  return insertHere(ground, () => HIDDEN[random.below(HIDDEN.length)] ?? '\u00ad', 12);
};

function insertHere(ground: Ground, make: () => string, count: number): Article | null {
  const { article, random } = ground;
  const { at, start, end } = placeOf(ground);
  const edges = listEdges(readBlock(blockAt(article, at))).slice(1, -1);
  const inner = edges.filter((edge) => edge > start && edge < end);
  if (inner.length === 0) return null;
  const places = new Set([...random.sample(edges, count - 1), ...random.sample(inner, 1)]);
  return changeBlock(article, at, (runs) =>
    [...places]
      .sort((a, b) => b - a)
      .reduce<readonly Run[]>((now, place) => insertInto(now, place, make()), runs),
  );
}

/** Into the run before the place, so that a quote that ends there takes it along. */
function insertInto(runs: readonly Run[], at: number, text: string): Run[] {
  const [before, after] = splitRuns(runs, at);
  const last = before.pop();
  return last === undefined ? after : [...before, { ...last, text: last.text + text }, ...after];
}

/** What an editing program makes of typewriter's signs, in the whole article; null where none stands near the quote. */
export const changeTypography: Edit = (ground) => {
  const { article, random } = ground;
  const { at, start, end } = placeOf(ground);
  const near = readBlock(blockAt(article, at)).slice(Math.max(0, start - NEAR), end + NEAR);
  if (!/["'-]|\.\.\./.test(near)) return null;
  const dash = random.next() < 0.5 ? '–' : '—';
  const hyphen = random.next() < 0.5 ? '\u2010' : '\u2011';
  const blocks = article.blocks.map((block) => {
    let last = ' ';
    const runs = block.runs.map((run) => {
      const text = run.text
        .replace(/["']/g, (sign, index: number) => {
          const before = index > 0 ? (run.text[index - 1] ?? ' ') : last;
          const opens = /[\s("[–-]/.test(before);
          if (sign === '"') return opens ? '“' : '”';
          return opens ? '‘' : '’';
        })
        .replace(/(^| )-(?= |$)/g, `$1${dash}`)
        .replace(/-/g, hyphen)
        .replace(/\.\.\./g, '…');
      last = run.text.at(-1) ?? last;
      return { ...run, text };
    });
    return { ...block, runs };
  });
  const changed = { ...article, blocks };
  return changed;
};

/** The whole article in the other normalisation form. */
export const changeNormalisation: Edit = (ground) => {
  const { article } = ground;
  const isComposed = article.blocks.every(({ runs }) =>
    runs.every(({ text }) => text === text.normalize('NFC')),
  );
  const form = isComposed ? 'NFD' : 'NFC';
  const changed = {
    ...article,
    blocks: article.blocks.map((block) => ({
      ...block,
      runs: block.runs.map((run) => ({ ...run, text: run.text.normalize(form) })),
    })),
  };
  const { at } = placeOf(ground);
  const isChanged = readBlock(blockAt(article, at)) !== readBlock(blockAt(changed, at));
  return isChanged ? changed : null;
};

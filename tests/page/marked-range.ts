/** A selection as a test writes it into a page's text: between ⟦ and ⟧, and a caret as ¦. */
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';
import type { Frame, Page } from 'puppeteer-core';
import { beforeAll } from 'vitest';
import type * as describeWords from '../../src/page/describe-words.ts';
import type * as markedWords from '../../src/page/marked-words.ts';
import type * as quote from '../../src/page/quote.ts';
import { type PageSession, usePageModule } from './page-session.ts';

declare global {
  /** what is tested, in the page, and what tests need there */
  var words: typeof describeWords & typeof markedWords & typeof quote & typeof inPage;
}

export interface MarkedResult {
  exact: string;
  prefix: string;
  suffix: string;
  verdict: string;
  /** the text found, without white space */
  text: string;
  /** whether what was found begins and ends where the marks stood */
  samePlace: boolean;
}

/** Takes the marks out of the page, describes what stood between them and finds it again. */
export function findMarked(page: Page): Promise<MarkedResult> {
  return page.evaluate(() => {
    const range = document.createRange();
    for (const mark of '⟦⟧') {
      const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
      let node = walker.nextNode();
      while (node !== null && !node.nodeValue?.includes(mark)) node = walker.nextNode();
      if (!(node instanceof Text)) throw new Error(`no ${mark} in the page`);
      const at = node.data.indexOf(mark);
      node.deleteData(at, 1);
      if (mark === '⟦') range.setStart(node, at);
      else range.setEnd(node, at);
    }
    const selectors = sic.describeQuote(range, document.body);
    if (selectors === null) throw new Error('no quote');
    const found = sic.findQuote(document.body, selectors);
    const again = found.range && sic.describeQuote(found.range, document.body);
    const [quote, position] = selectors;
    return {
      exact: quote.exact,
      prefix: quote.prefix,
      suffix: quote.suffix,
      verdict: found.verdict,
      text: String(found.range ?? '').replace(/\s+/g, ''),
      samePlace: again?.[1].start === position.start && again?.[1].end === position.end,
    };
  });
}

/** What a range is described as; the text of `range` without white space and what cannot be seen. */
export interface DescribedWords {
  exact: string;
  text: string;
  verdict: string;
  /** whether what is found, and what is described again, is the same range */
  isSame: boolean;
}

/** Runs in the page, as `words`. */
const inPage = {
  /** Takes the marks out of the trees of a page, open shadow trees too. */
  takeMarks(root: Node): Range {
    const find = (node: Node, mark: string): [Text, number] | null => {
      if (node instanceof Text || node.nodeType === 4) {
        const at = (node.nodeValue ?? '').indexOf(mark);
        return at === -1 ? null : [node as Text, at];
      }
      const within = [
        ...((node as Partial<Element>).shadowRoot?.childNodes ?? []),
        ...node.childNodes,
      ];
      for (const child of within) {
        const found = find(child, mark);
        if (found !== null) return found;
      }
      return null;
    };
    const take = (mark: string): [Text, number] | null => {
      const place = find(root, mark);
      place?.[0].deleteData(place[1], 1);
      return place;
    };
    const range = document.createRange();
    const caret = take('¦');
    const start = caret ?? take('⟦');
    const end = caret ?? take('⟧');
    if (start === null || end === null) throw new Error('no marks in the page');
    range.setStart(...start);
    range.setEnd(...end);
    return range;
  },

  /** A point in the letter behind where a range starts, close to its edge. */
  pointAt({ startContainer, startOffset }: Range): { x: number; y: number } {
    const letter = document.createRange();
    letter.setStart(startContainer, startOffset);
    letter.setEnd(startContainer, startOffset + 1);
    const { left, top, height } = letter.getBoundingClientRect();
    return { x: left + 1, y: top + height / 2 };
  },

  describe(range: Range | null): DescribedWords | null {
    const root = document.body ?? document.documentElement;
    const marked = range && words.describeWords(range, root);
    if (marked === null) return null;
    const [one] = marked.selectors;
    const found = words.findQuote(root, marked.selectors);
    const again = words.describeWords(marked.range, root);
    const isLike = (other: Range | null | undefined) =>
      other?.startContainer === marked.range.startContainer &&
      other.startOffset === marked.range.startOffset &&
      other.endContainer === marked.range.endContainer &&
      other.endOffset === marked.range.endOffset;
    return {
      exact: one.exact,
      text: String(marked.range).replace(/[\s\u00ad\u200b\u2060\ufeff]+/g, ''),
      verdict: found.verdict,
      isSame: isLike(found.range) && isLike(again?.range),
    };
  },
};

const root = join(dirname(fileURLToPath(import.meta.url)), '../..');

async function bundleWords(): Promise<string> {
  const { outputFiles } = await build({
    stdin: {
      contents: ['describe-words', 'marked-words', 'quote']
        .map((name) => `export * from './src/page/${name}.ts';`)
        .join(''),
      resolveDir: root,
    },
    bundle: true,
    format: 'iife',
    globalName: 'words',
    target: ['chrome123', 'firefox140'],
    write: false,
  });
  const own = Object.values(inPage).join(',');
  return `${outputFiles[0]?.text ?? ''};globalThis.words = { ...words, ${own} };0`;
}

/** Starts a session whose page has the words' module. */
export function useWords(): PageSession & { loadWords(frame: Page | Frame): Promise<void> } {
  const session = usePageModule();
  let bundle = '';
  const loadWords = async (frame: Page | Frame) => {
    await frame.evaluate(bundle);
  };
  beforeAll(async () => {
    bundle = await bundleWords();
    await loadWords(session.page);
  });
  return Object.assign(session, { loadWords });
}

/** Shows a body, its templates being shadow roots, and describes the words of its marks. */
export async function describeShown(
  page: Page,
  html: string,
  lang = 'en',
): Promise<DescribedWords | null> {
  return page.evaluate(
    (body, language) => {
      document.documentElement.lang = language;
      document.body.setHTMLUnsafe(body);
      return words.describe(words.takeMarks(document.body));
    },
    html,
    lang,
  );
}

/** What is put into a page: reads its article, puts passages into it, and asks what is found of them, as on a published page. */
import { composeCopy } from '../../../src/model/reuse/compose-copy.ts';
import { listPageFingerprints } from '../../../src/model/reuse/fingerprint-text.ts';
import { countPerWord, splitWords } from '../../../src/model/reuse/split-words.ts';
import { checkReuse } from '../../../src/page/reuse/check-reuse.ts';
import { type PageReuseText, readReuseText } from '../../../src/page/reuse/read-reuse-text.ts';
import { createLedgerStore } from '../../../src/platform/ledger-store.ts';
import { listParagraphs } from '../anchoring/saved-article.ts';
import type { Checked, CopiedArticle, ReuseCase } from './case.ts';
import { makePlainSource } from './plain-source.ts';

const CANDIDATES = 50;
const ledger = createLedgerStore();

function readPage() {
  const paragraphs = listBody().map(({ textContent }) => textContent);
  return { language: document.documentElement.lang, paragraphs };
}

/** The paragraphs that stand beside most of the others: an author's box in the article's element is no place for a passage. */
function listBody(): HTMLElement[] {
  const paragraphs = listParagraphs(document.body);
  const homes = paragraphs.map(({ parentElement: parent }) => {
    const isShared = paragraphs.filter((one) => one.parentElement === parent).length > 1;
    return isShared ? parent : (parent?.parentElement ?? null);
  });
  const count = (home: Element | null) => homes.filter((one) => one === home).length;
  const [main] = homes.toSorted((one, other) => count(other) - count(one));
  return paragraphs.filter((_, index) => homes[index] === main);
}

async function remember(copied: CopiedArticle[]): Promise<void> {
  await ledger.clear();
  for (const [copiedAt, { url, ...one }] of copied.entries()) {
    const copy = composeCopy({
      ...{ ...one, copiedAt, carried: false, service: null },
      source: makePlainSource(url),
    });
    if (copy !== null) await ledger.save(copy);
  }
}

async function checkCases(task: { pageUrl: string; cases: ReuseCase[] }): Promise<Checked[]> {
  const paragraphs = listBody();
  const checked: Checked[] = [];
  for (const { puts } of task.cases) {
    const added = new Map<Element, ReuseCase['puts'][number]>();
    for (const put of puts.toReversed()) {
      const element = document.createElement(put.tag);
      element.className = put.className;
      element.append(put.pieces.map(({ text }) => text).join(''));
      paragraphs[put.behind]?.after('\n', element);
      added.set(element, put);
    }
    const start = performance.now();
    const sought = listPageFingerprints(readReuseText(document));
    const candidates = await ledger.findCandidates(sought, CANDIDATES);
    const found = checkReuse(document, candidates, { pageUrl: task.pageUrl });
    const ms = performance.now() - start;
    const text = readReuseText(document);
    checked.push({
      words: [...text.words],
      spots: findSpots(text, added),
      findings: found.map(({ source, from, to }) => ({ url: source.url, from, to })),
      ms,
    });
    for (const element of added.keys()) element.remove();
  }
  return checked;
}

/** The words of each mark, which stand in a row; elements that follow each other share one. */
function findSpots(
  text: PageReuseText,
  added: Map<Element, ReuseCase['puts'][number]>,
): Checked['spots'] {
  const spots = new Map<number, Checked['spots'][number]>();
  for (let at = 0; at < text.words.length; ) {
    const block = text.findBlock(at);
    const put = block === null ? undefined : added.get(block);
    if (put === undefined) {
      at += 1;
      continue;
    }
    for (const { text: piece, mark } of put.pieces) {
      const { words } = splitWords(piece);
      const same = words.every((word, index) => text.words[at + index] === word);
      if (!same) throw new Error(`other words stand in the page: ${piece.slice(0, 60)}`);
      const [from, to] = [at, at + words.length];
      at = to;
      if (mark === null || words.length === 0) continue;
      const weight = words.reduce((sum, word) => sum + 1 / countPerWord(word), 0);
      const known = spots.get(mark);
      if (known === undefined) spots.set(mark, { mark, weight, from, to });
      else spots.set(mark, { ...known, to, weight: known.weight + weight });
    }
  }
  return [...spots.values()];
}

Object.assign(globalThis, { bench: { readPage, remember, checkCases } });

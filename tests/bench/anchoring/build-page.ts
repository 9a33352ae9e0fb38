/** Builds an article as a page's body, and finds stretches of its blocks in the DOM by counting, not by searching. */
import { type Article, type Block, blockAt, type Place, type Run } from './article.ts';
import type { Surroundings } from './make-article.ts';

export interface BuiltPage {
  body: HTMLElement;
  /** the DOM range of a stretch of a block */
  locate(place: Place): Range;
}

/** Builds a body that is in no document yet. */
export function buildPage(article: Article, surroundings: Surroundings): BuiltPage {
  const body = document.createElement('body');
  const main = document.createElement('article');
  const nodes = new Map<number, Text[]>();
  let list: HTMLElement | null = null;
  for (const block of article.blocks) {
    const { element, texts } = buildBlock(block);
    nodes.set(block.id, texts);
    if (block.tag !== 'li') list = null;
    else if (list === null) {
      list = document.createElement('ul');
      main.append('\n', list);
    }
    (list ?? main).append('\n  ', element);
  }
  body.append('\n', buildMenu(surroundings.menu), '\n', main, '\n', buildAside(surroundings));
  return {
    body,
    locate: (place) => createRange(nodes.get(blockAt(article, place.at).id) ?? [], place),
  };
}

function buildBlock({ tag, runs }: Block): { element: HTMLElement; texts: Text[] } {
  const element = document.createElement(tag);
  const texts: Text[] = [];
  let last: Run | null = null;
  let parent: HTMLElement = element;
  let open: Text | null = null;
  for (const run of runs) {
    if (run.text === '') continue;
    const isSame = last !== null && last.home === run.home && last.wrapped === run.wrapped;
    if (!isSame) {
      parent = run.home === '' ? element : append(element, run.home);
      if (run.wrapped) parent = append(parent, 'span');
      open = null;
    }
    if (open === null) {
      open = document.createTextNode('');
      parent.append(open);
      texts.push(open);
    }
    open.data += run.text;
    if (run.cut) open = null;
    last = run;
  }
  return { element, texts };
}

function append(parent: HTMLElement, name: string): HTMLElement {
  const element = document.createElement(name);
  if (name === 'a') element.setAttribute('href', '#');
  parent.append(element);
  return element;
}

function buildMenu(items: readonly string[]): HTMLElement {
  const menu = document.createElement('nav');
  for (const item of items) {
    const link = append(menu, 'a');
    link.textContent = item;
    menu.append(' ');
  }
  return menu;
}

function buildAside({ teasers, foot }: Surroundings): DocumentFragment {
  const fragment = document.createDocumentFragment();
  const aside = document.createElement('aside');
  for (const teaser of teasers) append(aside, 'p').textContent = teaser;
  const footer = document.createElement('footer');
  footer.textContent = foot;
  fragment.append(aside, '\n', footer, '\n');
  return fragment;
}

/**
 * The range of a stretch of the text that nodes make up, the ends in the nodes that hold its characters.
 * @throws where the nodes are shorter than that
 */
export function createRange(
  nodes: readonly Text[],
  { start, end }: { start: number; end: number },
): Range {
  const range = document.createRange();
  let from = 0;
  let isOpen = false;
  for (const node of nodes) {
    const to = from + node.data.length;
    if (!isOpen && start < to) {
      range.setStart(node, start - from);
      isOpen = true;
    }
    if (isOpen && end <= to) {
      range.setEnd(node, end - from);
      return range;
    }
    from = to;
  }
  throw new Error(`there are ${from} characters and not ${end}`);
}

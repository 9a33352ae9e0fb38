import { expect, it } from 'vitest';
import { createRandom } from './long-article.ts';
import { usePageModule } from './page-session.ts';

const session = usePageModule();
const PAGES = 100;
const SELECTIONS = 25;

/** Builds a page of all that pages are made of from rolls, selects at random, and tells what is not found at its place. */
function tryPage(rolls: number[]) {
  return session.page.evaluate(
    (rolls, selections) => {
      let next = 0;
      const roll = (below: number) => {
        next = (next + 1) % rolls.length;
        return Math.floor((rolls[next] ?? 0) * below);
      };
      const pick = <T>(all: readonly T[]) => all[roll(all.length)] as T;
      const words =
        'a mistke|stood |  here\n|, and|. |Ein Fehler|ещё раз|с ошибкой |المدينة القديمة |שלום|漢字。|春天 |한국어 |हिन्दी कि|e\u0301te\u0301|\u00ad|\u200b|\u200f|می\u200cروم|👩‍👧🏽|𝒳|“so”|—|\u00a0| '.split(
          '|',
        );
      const names =
        'p p div b i span em a bdo ul li h2 br pre form table td ruby rt my-part x-line details'.split(
          ' ',
        );
      const grow = (parent: Node, depth: number) => {
        for (let left = 1 + roll(4); left > 0; left -= 1) {
          if (depth === 0 || roll(3) === 0) {
            parent.appendChild(document.createTextNode(`${pick(words)}${pick(words)}`));
            continue;
          }
          const element = document.createElement(pick(names));
          if (roll(6) === 0) element.dir = 'rtl';
          if (roll(14) === 0) element.hidden = true;
          if (roll(14) === 0) element.style.display = pick(['none', 'contents', 'inline', 'block']);
          if (roll(20) === 0) element.append(document.createElement('script'), 'x');
          if (element instanceof HTMLDetailsElement) element.open = roll(2) === 0;
          if (/^(?:p|div|my-part)$/.test(element.localName) && roll(4) === 0) {
            const tree = element.attachShadow({ mode: roll(5) === 0 ? 'closed' : 'open' });
            grow(tree, depth - 1);
            if (roll(3) > 0) tree.append(document.createElement('slot'));
            if (roll(2) > 0) grow(tree, depth - 1);
          }
          grow(element, depth - 1);
          parent.appendChild(element);
        }
      };
      const body = document.createElement('body');
      grow(body, 4);
      document.documentElement.replaceChild(body, document.body);

      const trees: Node[][] = [];
      const list = (tree: Node) => {
        const nodes: Node[] = [];
        const visit = (node: Node) => {
          nodes.push(node);
          const { shadowRoot } = node as Element;
          if (shadowRoot) list(shadowRoot);
          for (const child of node.childNodes) visit(child);
        };
        visit(tree);
        trees.push(nodes);
      };
      list(body);
      const point = (nodes: Node[]): [Node, number] => {
        const node = pick(nodes);
        return [node, roll((node instanceof Text ? node.length : node.childNodes.length) + 1)];
      };
      const failures: string[] = [];
      let [quotes, placeless] = [0, 0];
      for (let left = selections; left > 0; left -= 1) {
        const nodes = pick(trees);
        const range = document.createRange();
        range.setStart(...point(nodes));
        const end = point(nodes);
        // A range that ends before its start is empty at its end.
        range.setEnd(...end);
        const selectors = sic.describeQuote(range, body);
        if (selectors === null) continue;
        quotes += 1;
        const found = sic.findQuote(body, selectors);
        if (found.verdict === 'unknown' && found.reason === 'the text has no place') {
          placeless += 1;
          continue;
        }
        const again = found.range && sic.describeQuote(found.range, body);
        const [quote, position] = selectors;
        const isSame =
          found.verdict === 'open' &&
          again?.[1].start === position.start &&
          again[1].end === position.end;
        if (!isSame || again[0].exact !== quote.exact || !quote.exact.isWellFormed())
          failures.push(
            `${JSON.stringify([found, selectors, again])} in ${body.getHTML({ serializableShadowRoots: true })}`,
          );
      }
      return { failures, quotes, placeless };
    },
    rolls,
    SELECTIONS,
  );
}

it('finds what was selected in any page at its very place', async () => {
  const random = createRandom(77);
  let [all, without] = [0, 0];
  for (let page = 0; page < PAGES; page += 1) {
    const { failures, quotes, placeless } = await tryPage(
      Array.from({ length: 4_999 }, () => random()),
    );
    expect(failures).toEqual([]);
    all += quotes;
    without += placeless;
  }
  // What begins in one tree and ends in another may have no range in any.
  expect(without / all).toBeLessThan(0.004);
  expect(all).toBeGreaterThan((PAGES * SELECTIONS) / 4);
});

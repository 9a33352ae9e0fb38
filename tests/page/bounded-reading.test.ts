/**
 * What a large page costs: the calls that read its nodes, and the characters that they give, counted by
 * standing in their place. Ten times the page may cost little more, whatever it is made of.
 */
import { beforeAll, describe, expect, it } from 'vitest';
import { usePageModule } from './page-session.ts';

const session = usePageModule();

interface Cost {
  calls: number;
  characters: number;
}

declare global {
  /** in the page: what a reading of a document cost */
  var measureCost: (page: Document) => Cost;
}

beforeAll(async () => {
  await session.page.evaluate(() => {
    const cost = { calls: 0, characters: 0 };
    const count = <T>(value: T): T => {
      cost.calls += 1;
      return value;
    };
    const standFor = (holder: object, name: string) => {
      const own = Object.getOwnPropertyDescriptor(holder, name);
      if (own === undefined) throw new Error(`no ${name}`);
      const { get, value } = own;
      if (get !== undefined) {
        own.get = function (this: unknown) {
          const given = count(get.call(this));
          // A node's own value is there already; what is within an element is put together.
          if (name === 'textContent' && typeof given === 'string') cost.characters += given.length;
          return given;
        };
      } else if (typeof value === 'function') {
        own.value = function (this: unknown, ...given: unknown[]) {
          return count(Reflect.apply(value, this, given));
        };
      }
      Object.defineProperty(holder, name, own);
    };
    const split = (names: string) => names.split(' ');
    for (const name of split(
      'textContent nodeValue firstChild lastChild nextSibling previousSibling parentNode parentElement contains compareDocumentPosition',
    )) {
      standFor(Node.prototype, name);
    }
    for (const name of split(
      'getAttribute hasAttribute closest matches querySelector querySelectorAll getElementsByTagName children firstElementChild lastElementChild',
    )) {
      standFor(Element.prototype, name);
    }
    for (const name of split(
      'querySelector querySelectorAll getElementsByTagName getElementsByClassName createTreeWalker',
    )) {
      standFor(Document.prototype, name);
    }
    for (const name of split('nextNode previousNode')) standFor(TreeWalker.prototype, name);
    globalThis.measureCost = (page) => {
      cost.calls = 0;
      cost.characters = 0;
      sic.judgeArticle(page);
      sic.readSource(page);
      return { ...cost };
    };
  });
});

const TEXT =
  'The storm came in from the sea at four in the morning and took the roof of the old boathouse with it.';
const HEAD = '<title>A storm over the bay</title><h1>A storm over the bay</h1>';
/** A megabyte or so. */
const LONG = 'storm '.repeat(160_000);

function measure(html: string): Promise<Cost> {
  return session.page.evaluate(
    (text) => measureCost(new DOMParser().parseFromString(text, 'text/html')),
    html,
  );
}

/** A page that grows, by what it is made of. */
const PAGES: [name: string, write: (count: number) => string][] = [
  ['paragraphs', (count) => `<article>${`<p>${TEXT}</p>`.repeat(count)}</article>`],
  ['short paragraphs', (count) => '<p>A storm.</p>'.repeat(count)],
  ['empty paragraphs', (count) => '<p></p>'.repeat(count)],
  [
    'paragraphs of comments',
    (count) => `<div class="comments">${`<p>${TEXT}</p>`.repeat(count)}</div>`,
  ],
  ['blocks', (count) => '<div>A storm.</div>'.repeat(count)],
  ['long blocks', (count) => `<div>${TEXT}</div>`.repeat(count)],
  ['broken lines', (count) => `<div>${`${TEXT}<br>`.repeat(count)}</div>`],
  ['links', (count) => `<p>${`<a href="/a">${TEXT}</a>`.repeat(count)}</p>`],
  ['headings', (count) => `<h2><a href="/a">${TEXT}</a></h2>`.repeat(count)],
  ['headlines', (count) => `<h1>${TEXT}</h1>`.repeat(count)],
  ['spans', (count) => `<p>${'<span>a storm </span>'.repeat(count)}</p>`],
  ['items of a list', (count) => `<ul>${'<li><a href="/a">A storm</a></li>'.repeat(count)}</ul>`],
  [
    'captions',
    (count) => '<figure><figcaption>Photo: Ada Byron</figcaption></figure>'.repeat(count),
  ],
  ['credits', (count) => '<i class="credit">Photo: Ada Byron</i>'.repeat(count)],
  ['bylines', (count) => '<i class="author">By Ada Byron</i>'.repeat(count)],
  ['footers', (count) => '<footer>Copying only with a link.</footer>'.repeat(count)],
  ['licences', (count) => '<a rel="license" href="/l">licence</a>'.repeat(count)],
  ['metas', (count) => '<meta name="author" content="Ada Byron">'.repeat(count)],
  ['forms', (count) => '<form><input name="q"></form>'.repeat(count)],
  ['cells', (count) => `<table>${'<tr><td>A storm<td>1 May 2026</tr>'.repeat(count)}</table>`],
];

describe('a hundred thousand elements cost hardly more than ten thousand:', () => {
  it.each(PAGES)('%s', async (_name, write) => {
    const small = await measure(HEAD + write(10_000));
    const large = await measure(HEAD + write(100_000));
    expect(large.calls).toBeLessThan(small.calls * 1.5 + 1_000);
    expect(large.characters).toBeLessThan(small.characters * 1.5 + 12_000_000);
  });
});

/** Elements within each other, so that each one's text is all that is in it: tags with their classes. */
const NESTS: [name: string, ...tags: string[]][] = [
  ['blocks', 'div'],
  ['blocks that seem plain', 'div i'],
  ['paragraphs', 'p'],
  ['paragraphs aside', 'nav', 'p'],
  ['headings', 'h2'],
  ['headlines', 'h1'],
  ['links', 'p', 'a'],
  ['broken lines', 'b br'],
  ['captions', 'figure', 'figcaption'],
  ['bylines', 'i.byline author'],
  ['footers', 'footer.copyright'],
  ['articles', 'article'],
];

describe('elements within each other are read within bounds:', () => {
  // Most no deeper than that: browsers themselves take ever longer to put such a tree together.
  const cases = NESTS.map(([name, ...tags]) => ({ name, tags, levels: 10_000 }));
  it.each([{ name: 'fifty thousand blocks', tags: ['div'], levels: 50_000 }, ...cases])(
    '$name',
    async ({ tags, levels }) => {
      const cost = await session.page.evaluate(
        (given, text, deepest) => {
          // A parser stops at some depth, so that they are put together by hand.
          const page = document.implementation.createHTMLDocument('A storm over the bay');
          let at: Element = page.body;
          for (let depth = 0; depth < deepest; depth += 1) {
            const [tag = '', mark = ''] = (given[depth % given.length] ?? '').split('.');
            const [own = '', beside] = tag.split(' ');
            const next = page.createElement(own);
            if (mark !== '') next.className = mark;
            if (beside === undefined) at.append(next);
            else at.append(page.createElement(beside), next, page.createElement(beside));
            at = next;
          }
          at.append(text);
          return measureCost(page);
        },
        tags,
        TEXT.repeat(20),
        levels,
      );
      expect(cost.calls).toBeLessThan(150_000);
      expect(cost.characters).toBeLessThan(50_000_000);
    },
  );

  it.each(NESTS)('a megabyte in %s', async (_name, ...tags) => {
    const open = tags.map((tag) => {
      const [own = '', mark = ''] = tag.split('.');
      const [name, beside] = own.split(' ');
      // Within an object a paragraph may stand in a paragraph.
      return `<object>${beside === undefined ? '' : `<${beside}>`}<${name} class="${mark}">`;
    });
    const { characters } = await measure(`${HEAD}${open.join('').repeat(150)}${LONG}`);
    expect(characters).toBeLessThan(50_000_000);
  });
});

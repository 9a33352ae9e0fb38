/** Whatever a page is and whatever of it is selected: its HTML is clean, and parses as it is written. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createRandom } from './long-article.ts';
import { writePage } from './selected-pages.ts';
import { selectAtRandom, show, useSelected } from './selected-session.ts';

const session = useSelected();

const NAMES =
  'a abbr address article b bdi blockquote button caption center code dd del details div dl dt em figcaption figure font form h1 h2 h3 h6 header hr i iframe img input label li main math mi mark menu object ol p pre q rp rt ruby s script section select slot small span strong style sub summary sup svg table tbody td template textarea tfoot th thead time tr tt u ul var x-own sic-source'.split(
    ' ',
  );
const ATTRIBUTES =
  'alt aria-hidden cite class colspan data-src datetime dir hidden href id lang onclick reversed rowspan scope src srcset start style title type value width xlink:href'.split(
    ' ',
  );
const VALUES = [
  '',
  '1',
  '-3',
  '2',
  'rtl',
  'true',
  'ru',
  'x"><script>alert(1)</script>',
  'javascript:alert(1)',
  'JaVaScRiPt:alert(1)',
  ' data:text/html,<script>alert(1)</script>',
  'vbscript:x',
  'https://news.example/a?utm_source=x&b=1&amp;c#part',
  '/picture.png 1x, /larger.png 2x',
  'mailto:ada@news.example',
  'font-weight:bold;background:url(//track.example)',
  '\u00a0&<>"\'\u0000\r\n\ud800',
];
const TEXTS = [
  'words',
  ' ',
  '\n',
  '\r\n',
  '\u0000',
  '\ud83d',
  '&amp;',
  '<b>',
  '\u00a0',
  '漢字',
  ' a  b\n c ',
];

type Wild = { name: string; attributes: [string, string][]; children: (Wild | string)[] };
/** Trees that scripts can build and no parser would. */
const { wild } = fc.letrec<{ wild: Wild }>((tie) => ({
  wild: fc.record({
    name: fc.constantFrom(...NAMES),
    attributes: fc.array(
      fc.tuple(fc.constantFrom(...ATTRIBUTES), fc.constantFrom(...VALUES)) as fc.Arbitrary<
        [string, string]
      >,
      { maxLength: 2 },
    ),
    children: fc.array(
      fc.oneof(
        { depthSize: 'small', withCrossShrink: true },
        fc.constantFrom(...TEXTS),
        tie('wild'),
      ),
      { maxLength: 4 },
    ),
  }),
}));

/** What the HTML of the selection has that it must not have; '' where nothing. */
function judge(): string {
  const html = selected.readSelected(null, document)?.writeHtml() ?? '';
  const parsed = new DOMParser().parseFromString(html, 'text/html');
  const again = parsed.body.innerHTML;
  if (again !== html) return `written ${html} reads ${again}`;
  const allowed =
    /^(?:a|abbr|b|bdi|bdo|blockquote|br|caption|cite|code|dd|del|dfn|div|dl|dt|em|figcaption|figure|h[1-6]|hr|i|img|ins|kbd|li|mark|math|m[a-z]+|ol|p|pre|q|rp|rt|ruby|s|samp|small|span|strong|sub|sup|table|tbody|td|tfoot|th|thead|time|tr|u|ul|var|semantics)$/;
  const attributes =
    /^(?:abbr|alt|alttext|cite|colspan|datetime|dir|display|headers|height|href|lang|reversed|rowspan|scope|src|start|title|type|value|width)$/;
  for (const element of parsed.body.querySelectorAll('*')) {
    if (!allowed.test(element.localName)) return `<${element.localName}> in ${html}`;
    for (const { name, value } of element.attributes) {
      if (!attributes.test(name)) return `${name} in ${html}`;
      const isAddress = name === 'href' || name === 'src' || name === 'cite';
      if (isAddress && !/^(?:https?:\/\/|mailto:|tel:)/.test(value)) return `${value} in ${html}`;
      if (value.includes('utm_')) return `a tracker in ${html}`;
    }
  }
  return parsed.head.childElementCount === 0 ? '' : `a head in ${html}`;
}

describe('the HTML of a selection', () => {
  it('is clean and parses as written, of any tree', { timeout: 120_000 }, async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(wild, { maxLength: 4 }), fc.nat(), async (trees, seed) => {
        const fault = await session.page.evaluate(
          (trees, rolls, source) => {
            type Tree = {
              name: string;
              attributes: [string, string][];
              children: (Tree | string)[];
            };
            const build = (tree: Tree | string): Node => {
              if (typeof tree === 'string') return document.createTextNode(tree);
              const element = document.createElement(tree.name);
              for (const [name, value] of tree.attributes) element.setAttribute(name, value);
              element.append(...tree.children.map(build));
              return element;
            };
            document.body.replaceChildren(...(JSON.parse(trees) as Tree[]).map(build));
            const nodes: Node[] = [document.body];
            const walker = document.createTreeWalker(document.body);
            while (walker.nextNode()) nodes.push(walker.currentNode);
            const pick = (share: number, at: number): [Node, number] => {
              const node = nodes[Math.floor(share * nodes.length)] ?? document.body;
              const size =
                node.nodeType === 3 ? (node.nodeValue ?? '').length : node.childNodes.length;
              return [node, Math.floor(at * (size + 1))];
            };
            const [a = 0, b = 0, c = 0, d = 0, all = 0] = rolls;
            const selection = getSelection();
            if (all < 0.4) selection?.selectAllChildren(document.body);
            else selection?.setBaseAndExtent(...pick(a, b), ...pick(c, d));
            return new Function(`return (${source})()`)() as string;
          },
          JSON.stringify(trees),
          Array.from({ length: 5 }, createRandom(seed)),
          judge.toString(),
        );
        expect(fault).toBe('');
      }),
      { seed: 20260705, numRuns: 400 },
    );
  });

  it('is clean and parses as written, of pages', { timeout: 120_000 }, async () => {
    await fc.assert(
      fc.asyncProperty(fc.nat(), fc.nat(), async (seed, place) => {
        await show(session.page, writePage(seed, { fields: true, hosts: true }));
        const random = createRandom(place);
        await selectAtRandom(
          session.page,
          Array.from({ length: 6 }, () => random()),
        );
        const fault = await session.page.evaluate(
          (source) => new Function(`return (${source})()`)() as string,
          judge.toString(),
        );
        expect(fault).toBe('');
      }),
      { seed: 20260706, numRuns: 150 },
    );
  });

  it('has the words of the text, and no others', { timeout: 120_000 }, async () => {
    await fc.assert(
      fc.asyncProperty(fc.nat(), fc.nat(), async (seed, place) => {
        const random = createRandom(place);
        const html = writePage(seed, { common: true })
          .replace(/<img[^>]*>/g, '')
          .replace(/<r[pt]>[^<]*<\/r[pt]>|<q>|<\/q>/g, '');
        await show(session.page, html);
        await selectAtRandom(
          session.page,
          Array.from({ length: 6 }, () => random()),
        );
        const [written, text] = await session.page.evaluate(() => {
          const found = selected.readSelected(null, document);
          const parsed = new DOMParser().parseFromString(found?.writeHtml() ?? '', 'text/html');
          const squeeze = (words: string) => words.replace(/\s+/g, '');
          const own = found?.readText() ?? null;
          return [
            squeeze(parsed.body.textContent ?? ''),
            own === null ? null : squeeze(own.toWellFormed()),
          ];
        });
        if (text !== null) expect(written, html).toBe(text);
      }),
      { seed: 20260707, numRuns: 150 },
    );
  });
});

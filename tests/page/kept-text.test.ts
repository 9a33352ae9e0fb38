import { describe, expect, it } from 'vitest';
import { usePageModule } from './page-session.ts';

const session = usePageModule();

/**
 * A mistake stands in a host's shadow tree, in what is given to its slot, in a closed part and in a paragraph that is
 * hidden as soon as the page has the class. Each is found at once after a change shows it, and no more after one hides it.
 */
const PAGE = `
  <style>.quiet .loud, x-host.quiet { display: none }</style>
  <p>Before all of it stands this.</p>
  <p id="plain">Here it is: plain.</p>
  <p class="loud">Here it is: styled.</p>
  <details><summary>More</summary><p>Here it is: closed.</p></details>
  <x-host>
    <template shadowrootmode="open"><style></style><p>Here it is: inner.</p><slot name="one"></slot></template>
    <p slot="two">Here it is: slotted.</p>
  </x-host>
  <x-hidden>
    <template shadowrootmode="open"><style>:host { display: none }</style><p>Here it is: veiled.</p></template>
  </x-hidden>`;

const changes: [name: string, words: string, change: string, from: 'open' | 'unknown'][] = [
  ['an attribute', 'plain', "find('#plain').hidden = true", 'open'],
  ['a style', 'plain', "find('#plain').style.display = 'none'", 'open'],
  ['a class far above', 'styled', "document.documentElement.className = 'quiet'", 'open'],
  ['a rule of a style sheet', 'styled', "find('style').append('.loud { display: none }')", 'open'],
  ['a text', 'plain', "find('#plain').firstChild.data = 'Here it was'", 'open'],
  ['a text put in', 'plain', "find('#plain').firstChild.insertData(13, 'x')", 'open'],
  ['an element taken out', 'plain', "find('#plain').remove()", 'open'],
  ['a part that is opened', 'closed', "find('details').open = true", 'unknown'],
  ['a text in a shadow tree', 'inner', "tree.querySelector('p').firstChild.data = ''", 'open'],
  [
    'a style in a shadow tree',
    'inner',
    "tree.querySelector('style').append('p { display: none }')",
    'open',
  ],
  ['the name of a slot', 'slotted', "tree.querySelector('slot').name = 'two'", 'unknown'],
  ['what is given to a slot', 'slotted', "find('x-host > p').slot = 'one'", 'unknown'],
  [
    'how a hidden host shows itself',
    'veiled',
    "find('x-hidden').shadowRoot.querySelector('style').remove()",
    'unknown',
  ],
];

/** Looks for words, makes a change, and looks again at once. */
function lookTwice(words: string, change: string, root: string) {
  return session.page.evaluate(
    (html, words, change, root) => {
      document.documentElement.className = '';
      document.body.setHTMLUnsafe(html);
      const find = (selector: string) => document.querySelector(selector);
      const tree = find('x-host')?.shadowRoot;
      const within = new Function('find', 'tree', `return ${root}`)(find, tree) as Node;
      const look = () => {
        const quote = {
          type: 'TextQuoteSelector' as const,
          exact: `it is: ${words}`,
          prefix: 'Here ',
          suffix: '.',
        };
        const { verdict } = sic.findQuote(within, [quote]);
        return verdict === 'open' ? 'open' : 'unknown';
      };
      const seen = [look(), look()];
      new Function('find', 'tree', change)(find, tree);
      return [...seen, look()];
    },
    PAGE,
    words,
    change,
    root,
  );
}

describe('what has changed is seen at once', () => {
  it.each(changes)('%s', async (_name, words, change, from) => {
    const to = from === 'open' ? 'unknown' : 'open';
    expect(await lookTwice(words, change, 'document.body')).toEqual([from, from, to]);
  });

  it.each<[name: string, words: string, change: string, root: string, from: 'open' | 'unknown']>([
    [
      'around the tree that the root stands in',
      'inner',
      "find('x-host').className = 'quiet'",
      "tree.querySelector('p')",
      'open',
    ],
    [
      'in the tree that shows the root',
      'slotted',
      "tree.querySelector('slot').name = 'two'",
      "find('x-host > p')",
      'unknown',
    ],
  ])('%s', async (_name, words, change, root, from) => {
    const to = from === 'open' ? 'unknown' : 'open';
    expect(await lookTwice(words, change, root)).toEqual([from, from, to]);
  });
});

it('reads a root that stands in no tree, and again when it has come to stand in one, or in another page', async () => {
  const seen = await session.page.evaluate(() => {
    document.body.setHTMLUnsafe('<style>aside b { display: none }</style><aside></aside>');
    const root = document.createElement('div');
    root.setHTMLUnsafe('<p>Here it is, and <b>more</b> of it.</p>');
    const look = () => {
      const quote = { exact: 'it is', prefix: 'Here ', suffix: ', and more of it.' };
      const whole = {
        type: 'TextQuoteSelector' as const,
        ...quote,
        exact: 'it is, and more of it',
        suffix: '.',
      };
      return sic.findQuote(root, [whole]).verdict;
    };
    const verdicts = [look()];
    document.querySelector('aside')?.append(root);
    verdicts.push(look());
    root.remove();
    verdicts.push(look());
    document.implementation.createHTMLDocument().adoptNode(root);
    verdicts.push(look());
    return verdicts;
  });
  expect(seen.map((one) => one === 'open')).toEqual([true, false, true, true]);
});

it('reads a whole document as it reads its body', async () => {
  const seen = await session.page.evaluate(() => {
    document.body.innerHTML = '<p>There stood a mistke in it.</p>';
    const node = document.querySelector('p')?.firstChild as Text;
    const range = document.createRange();
    range.setStart(node, 14);
    range.setEnd(node, 20);
    const found = sic.findQuote(document, sic.describeQuote(range, document) ?? []);
    return [found.verdict, String(found.range)];
  });
  expect(seen).toEqual(['open', 'mistke']);
});

it('reads what no change tells of again within some seconds', async () => {
  const seen = await session.page.evaluate(async () => {
    document.body.innerHTML = '<style></style><p>There stood a mistke in it.</p>';
    const quote = {
      type: 'TextQuoteSelector' as const,
      exact: 'mistke',
      prefix: 'stood a ',
      suffix: ' in it',
    };
    const look = () => sic.findQuote(document.body, [quote]).verdict;
    const first = look();
    document.querySelector('style')?.sheet?.insertRule('p { display: none }');
    while (look() === 'open') await new Promise((resolve) => setTimeout(resolve, 50));
    // A script that goes on and on lets no timer run.
    document.querySelector('style')?.sheet?.deleteRule(0);
    while (look() !== 'open') {
      // What is kept has to grow old by the clock.
    }
    return first;
  });
  expect(seen).toBe('open');
});

import { beforeAll, describe, expect, it } from 'vitest';
import { setBody, usePageModule } from './page-session.ts';
import { bundlePassages, describeMarked } from './passage-session.ts';

const session = usePageModule();
beforeAll(async () => {
  await session.page.evaluate(await bundlePassages());
});

const describeIn = async (html: string, budget?: number) => {
  await setBody(session.page, html);
  return describeMarked(session.page, budget);
};

const LONG =
  'one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen';

describe('describePassage', () => {
  it.each([
    [
      'words that stand once',
      '<p>It was ⟦a quiet morning in the bay⟧, they said.',
      'a quiet morning in the bay',
    ],
    ['few words, with their neighbours', '<p>They came to the ⟦quay⟧ at last.', 'quay | -at last.'],
    [
      'words that stand twice',
      '<p>the bay was calm today</p><p>then the ⟦bay was calm today⟧ too',
      'bay was calm today | -too',
    ],
    [
      'a long passage by its ends',
      `<p>⟦${LONG}⟧`,
      'one two three four | twelve thirteen fourteen fifteen',
    ],
    [
      'several blocks',
      '<p>It began ⟦with a storm at sea.</p><p>It ended</p><p>with a calm⟧ night.',
      'with a storm at | with a calm',
    ],
    [
      'what begins and ends inside of words',
      '<p>They re⟦cieved the letters on Mon⟧day.',
      'recieved the letters on Monday',
    ],
    [
      'white space at the edges',
      '<p>They sang⟦ all the old songs there\n ⟧again.',
      'all the old songs there',
    ],
    [
      'a selection that ends where the next block begins',
      '<p>⟦All the old songs were sung.</p>\n<p>⟧Then',
      'All the old songs were sung.',
    ],
    [
      'inline elements and their spaces',
      '<p>a <b>⟦bold</b> <i> word and</i>\n<a> another one⟧</a>',
      'bold word and another one',
    ],
    [
      'a line break as the end of a part',
      '<p>Roses are ⟦red, my dear<br>violets are blue⟧ here',
      'red, my dear | violets are blue',
    ],
    [
      'preformatted lines',
      '<pre>first ⟦line of it\n  second line⟧ of it</pre>',
      'first- | line of it | second line',
    ],
    [
      'no-break spaces',
      '<p>some ⟦ten&nbsp;thousand of them in the&nbsp;bay⟧ were',
      'ten thousand of them in the bay',
    ],
    [
      'soft hyphens',
      '<p>an ⟦extra&shy;ordinary inter&shy;ruption⟧ of it',
      'extraordinary interruption',
    ],
    [
      'what is not displayed',
      '<p>a ⟦quiet <span hidden>loud</span><span style="visibility:hidden">x</span>morning by the bay⟧',
      'quiet morning by the bay',
    ],
    [
      'what is never searched',
      '<p>a ⟦quiet morning<script>var x = 1</script><style>i{}</style> by the bay⟧ it was',
      'quiet morning by the bay',
    ],
    [
      'a neighbour in the block before',
      '<p>Friday</p><p>Advertisement</p><p>Sunday</p><p>⟦Advertisement⟧</p>',
      'Sunday- | Advertisement',
    ],
    [
      'a neighbour in the block behind',
      '<p>x</p><p>Advertisement</p><p>Sunday</p><p>x</p><p>⟦Advertisement⟧</p><p>Monday</p>',
      'Advertisement | -Monday',
    ],
    [
      'letters that differ by case and accent only',
      '<p>the Café stays open</p><p>a ⟦cafe stays open⟧ late',
      'cafe stays open | -late',
    ],
    [
      'signs with a meaning in a fragment',
      '<p>the ⟦well-known R&amp;D, (indeed) 100%⟧ of',
      'well-known R&D, (indeed) 100%',
    ],
    [
      'table cells',
      '<table><tr><td>first ⟦cell of many<td>second cell⟧ of many</table>',
      'first- | cell of many | second cell',
    ],
    [
      'list items',
      '<ol><li>peel ⟦the apples well<li>boil the apples⟧ long</ol>',
      'the apples well | boil the apples',
    ],
    [
      'an inline block',
      '<p>now ⟦see the <span style="display:inline-block">boxed words here</span>⟧ and',
      'see the | boxed words here',
    ],
    [
      'words around a drawing',
      '<p>⟦Published late <svg width=9 height=9><path/></svg> on the first of March⟧ there',
      'Published late | the first of March',
    ],
    [
      'closed details',
      '<details><summary>more</summary>There ⟦was a secret passage⟧ inside</details>',
      'was a secret passage',
    ],
    ['right to left', '<p dir=rtl>قال ⟦إن الطقس كان جميلا جدا⟧ اليوم', 'إن الطقس كان جميلا جدا'],
    [
      'Chinese',
      '<p>他们在那里⟦举行了一次非常重要的会议，讨论了很多问题⟧。',
      '举行了一次非常重要的会议，讨论了很多问题',
    ],
    [
      'what stands in a field',
      '<input value="a quiet morning in the bay"><p>⟦a quiet morning in the bay⟧ today',
      'a quiet morning in the bay | -today',
    ],
  ])('names %s', async (_, html, wanted) => {
    expect(await describeIn(html)).toBe(wanted);
  });

  it.each([
    ['no text', '<p>⟦ <span hidden>words</span> ⟧'],
    ['hidden text', '<div style="display:none">some ⟦words that are hidden⟧ here</div>'],
    ['a frame', '<iframe>some ⟦words of a frame⟧</iframe>'],
    [
      'what stands twice with the same neighbours',
      '<p>one</p><p>two</p><p>one</p><p>⟦two⟧</p><p>one</p><p>two</p><p>one</p>',
    ],
    [
      'what has its only other context clipped away',
      '<p>b</p><p>two</p><p>b</p><div style="height:0;overflow:hidden"><p>one</p></div><p>⟦two⟧</p>',
    ],
  ])('is null for %s', async (_, html) => {
    expect(await describeIn(html)).toBeNull();
  });

  it('takes what stands twice where it is the first', async () => {
    const html = '<p>a</p><p>⟦Read more of it⟧</p><p>b</p><p>a</p><p>Read more of it</p><p>b</p>';
    expect(await describeIn(html)).toContain('Read more of it');
    const second = '<p>a</p><p>Read more of it</p><p>b</p><p>a</p><p>⟦Read more of it⟧</p><p>b</p>';
    expect(await describeIn(second)).toBeNull();
  });

  it('sees the text of open shadow trees in their place', async () => {
    const found = await session.page.evaluate(() => {
      document.body.innerHTML =
        '<p id=p>all the old songs</p><div id=host><b>slotted words</b></div>';
      const root = document.querySelector('#host')?.attachShadow({ mode: 'open' });
      if (root) root.innerHTML = '<p>before</p><slot></slot><p>all the old songs after</p>';
      const range = document.createRange();
      const tell = (node: Node | null | undefined) => {
        if (node == null) throw new Error('not there');
        range.selectNodeContents(node);
        return passages.describePassage(range, { budget: 10_000 });
      };
      return [tell(root?.lastChild), tell(document.querySelector('b'))].map((one) =>
        decodeURIComponent(String(one)),
      );
    });
    expect(found).toEqual(['all the old songs after', 'slotted words,-all the old']);
  });

  it('has no time, gives nothing, and asks its clock all the while', async () => {
    const asked = await session.page.evaluate(() => {
      document.body.innerHTML = Array.from(
        { length: 3_000 },
        (_, n) => `<p>word ${n} of it</p>`,
      ).join('');
      const range = document.createRange();
      range.selectNodeContents(document.body.lastChild ?? document.body);
      return [0, 1, 5, 50, 1e6].map((budget) => {
        let ticks = 0;
        // Each look at the clock takes one ms.
        const now = () => (ticks += 1);
        return { budget, directive: passages.describePassage(range, { budget, now }), ticks };
      });
    });
    for (const { budget, ticks, directive } of asked) {
      // One look tells the start, and one past the end is the last.
      expect(ticks).toBeLessThanOrEqual(budget + 2);
      expect(directive === null).toBe(budget < 1e6);
    }
  });

  it('keeps the text ready until the page changes', async () => {
    const found = await session.page.evaluate(() => {
      document.body.innerHTML = '<p id=a>first words of all</p><p id=b>second words of all</p>';
      const index = passages.createPassageIndex(document);
      const range = document.createRange();
      range.selectNodeContents(document.querySelector('#b') ?? document.body);
      const tell = () => passages.describePassage(range, { budget: 10_000, index });
      const styles = () => {
        let count = 0;
        const own = window.getComputedStyle;
        window.getComputedStyle = (...args) => {
          count += 1;
          return own.apply(window, args);
        };
        const told = tell();
        window.getComputedStyle = own;
        return { told, count };
      };
      const cold = styles();
      const warm = styles();
      document.querySelector('#a')?.replaceChildren('Now second words of all stand here first');
      const changed = styles();
      document.querySelector('#a')?.setAttribute('hidden', '');
      const hidden = styles();
      index.close();
      return { cold, warm, changed, hidden };
    });
    expect(found.warm.told).toBe(found.cold.told);
    expect(found.warm.count).toBeLessThan(found.cold.count);
    expect(found.changed.told).not.toBe(found.cold.told);
    expect(found.hidden.told).toBe(found.cold.told);
  });

  it('gets ready in idle time, and stops where the page never stands still', async () => {
    const found = await session.page.evaluate(async () => {
      document.body.innerHTML = '<p id=a>first words of all</p><p id=b>second words of all</p>';
      const index = passages.createPassageIndex(document);
      index.prepare();
      await new Promise((resolve) => setTimeout(resolve, 300));
      // No time to gather anything: what is read was there.
      const ready = index.read({ isUp: () => true })?.folded.text ?? null;
      const timer = setInterval(() => document.querySelector('#a')?.append('x'), 0);
      index.prepare();
      await new Promise((resolve) => setTimeout(resolve, 100));
      clearInterval(timer);
      index.close();
      return ready;
    });
    expect(found).toBe('firstwordsofallsecondwordsofall');
  });
});

import { describe, expect, it } from 'vitest';
import { browserName } from './page-session.ts';
import { copyNatively, show, useSelected } from './selected-session.ts';

const session = useSelected();

/** Selects from one text to another, both found by what is in them, also in open shadow trees; reads it. */
async function read(html: string, from?: string, to?: string) {
  const { page, site } = session;
  await show(page, html);
  const found = await page.evaluate(
    (from, to) => {
      const find = (root: Node, words: string): Text | null => {
        const walker = document.createTreeWalker(root, 5);
        for (let node = walker.nextNode(); node; node = walker.nextNode()) {
          if (node.nodeType === 3 && node.nodeValue?.includes(words)) return node as Text;
          const inner = (node as Element).shadowRoot;
          const text = inner ? find(inner, words) : null;
          if (text) return text;
        }
        return null;
      };
      const selection = getSelection();
      if (from === undefined) selection?.selectAllChildren(document.body);
      else {
        const [start, end] = [find(document.body, from), find(document.body, to ?? from)];
        if (!start || !end) throw new Error('nothing to select');
        const last = to ?? from;
        selection?.setBaseAndExtent(
          start,
          start.data.indexOf(from),
          end,
          end.data.indexOf(last) + last.length,
        );
      }
      const found = selected.readSelected(null, document);
      if (found === null) return null;
      return {
        html: found.writeHtml(),
        text: found.readText(),
        images: found.images.length,
        root: found.root.nodeName,
        isOffLimits: selected.isOffLimits(found),
      };
    },
    from,
    to,
  );
  if (found === null) throw new Error('nothing is selected');
  return { ...found, html: found.html.replaceAll(site.origin, 'http://site') };
}

describe('the HTML of what is selected', () => {
  const cases: [string, html: string, expected: string, from?: string, to?: string][] = [
    [
      'keeps a heading that a few words are cut out of',
      '<article><h2 class="x">One two three</h2></article>',
      '<h2>two</h2>',
      'two',
    ],
    [
      'goes on with the numbers of a list',
      '<ol><li>one</li><li value="7">two</li><li>three</li><li>four</li></ol>',
      '<ol start="8"><li>three</li><li>four</li></ol>',
      'three',
      'four',
    ],
    [
      'counts a reversed list down',
      '<ol reversed><li>c</li><li>bb</li><li>aa</li></ol>',
      '<ol reversed="" start="2"><li>bb</li><li>aa</li></ol>',
      'bb',
      'aa',
    ],
    ['leaves the list where one item is all', '<ul><li>one two</li></ul>', 'two', 'two'],
    [
      'keeps rows and heads of tables',
      '<table class="x"><caption>C</caption><thead><tr><th scope="col">H</th></tr></thead><tbody><tr><td colspan="2" style="color:red">a</td></tr></tbody></table>',
      '<table><caption>C</caption><thead><tr><th scope="col">H</th></tr></thead><tbody><tr><td colspan="2">a</td></tr></tbody></table>',
    ],
    [
      'gives cells of some rows their table',
      '<table><tr><td>a</td><td>b</td></tr><tr><td>c</td><td>d</td></tr></table>',
      '<table><tbody><tr><td>b</td></tr><tr><td>c</td></tr></tbody></table>',
      'b',
      'c',
    ],
    [
      'has absolute addresses, without trackers, and places on pages',
      '<p><a href="/a?utm_source=x&id=2">a</a> <a href="#part" onclick="x()">b</a> <a href="https://news.example/b#c">c</a> <a href="javascript:x()">d</a> <a href="mailto:ada@news.example">e</a></p>',
      '<p><a href="http://site/a?id=2">a</a> <a href="http://site/#part">b</a> <a href="https://news.example/b#c">c</a> d <a href="mailto:ada@news.example">e</a></p>',
    ],
    [
      'says emphasis that is a style, and no other style',
      '<p><span style="font-weight:700;color:red">a</span><span style="color:red">b</span><font style="font-style:italic">c</font></p>',
      '<p><strong>a</strong>b<em>c</em></p>',
    ],
    [
      'leaves out what is hidden, silent or not to be selected',
      '<p>a<span hidden>b</span><span aria-hidden="true">c</span><script>d</script><style>e</style><button>f</button><span style="visibility:hidden">g<b style="visibility:visible">h</b></span><span style="user-select:none;-webkit-user-select:none">i<b>j</b></span><svg><text>k</text></svg><sic-note>l</sic-note></p>',
      '<p>a<b>h</b></p>',
    ],
    [
      'shows no more of a closed part than its summary',
      '<details><summary>a</summary>b<p>c</p></details><p>d</p>',
      '<div><div>a</div></div><p>d</p>',
    ],
    [
      'has images that are yet to be loaded, and no pixels',
      '<p>x<img src="data:image/gif;base64,R0lGODlhAQABAIAAAAAAAP///yH5BAEAAAAALAAAAAABAAEAAAIBRAA7" data-src="/a.png?utm_medium=x" alt="A" width="20" height="10"><img src="/b.png" width="1" height="1"><img src="data:image/gif;base64,R0lGODlhAQABAIAAAAAAAP///yH5BAEAAAAALAAAAAABAAEAAAIBRAA7" alt="C" width="9" height="9"></p>',
      '<p>x<img src="http://site/a.png" alt="A" width="20" height="10">C</p>',
    ],
    [
      'takes the largest of several images',
      '<picture><source srcset="/s.webp 1x, /l.webp 2x"><img width="9" height="9" alt="P"></picture>',
      '<img src="http://site/l.webp" alt="P" width="9" height="9">',
    ],
    [
      'keeps language and direction, also those of what stands around',
      '<div lang="ar" dir="rtl"><p>a <bdi lang="en">b</bdi></p><p dir="ltr">c</p></div>',
      '<p lang="ar" dir="rtl">a <bdi lang="en">b</bdi></p><p lang="ar" dir="ltr">c</p>',
      'a',
      'c',
    ],
    [
      'keeps line breaks that a style shows',
      '<p style="white-space:pre-line">a\n  b</p><pre>\n\nc\n d</pre>',
      '<p>a<br> b</p><pre>c\n d</pre>',
    ],
    [
      'keeps ruby, times, small letters and code',
      '<p><ruby>粉<rt>こな</rt></ruby> <time datetime="2026-03-01">1 March</time> H<sub>2</sub>O <code>x</code></p>',
      '<p><ruby>粉<rt>こな</rt></ruby> <time datetime="2026-03-01">1 March</time> H<sub>2</sub>O <code>x</code></p>',
    ],
    [
      'keeps formulas',
      '<p>a <math display="block"><mi class="x">x</mi><annotation>TeX</annotation></math></p>',
      '<p>a <math display="block"><mi>x</mi></math></p>',
    ],
    [
      'enters open shadow trees, and shows what is slotted where it is shown',
      '<p>a</p><x-card><template shadowrootmode="open"><h3>b</h3><slot name="two"></slot><x-inner><template shadowrootmode="open"><i>c</i></template></x-inner><slot></slot></template><b>e</b><u slot="two">d</u></x-card><p>f</p>',
      '<p>a</p><h3>b</h3><u>d</u><i>c</i><b>e</b><p>f</p>',
    ],
  ];
  it.each(cases)('%s', async (_, html, expected, from, to) => {
    expect((await read(html, from, to)).html.replaceAll(' lang="en"', '')).toBe(
      expected.replaceAll(' lang="en"', ''),
    );
  });

  it('is written of a page that nests deeper than parsers go', { timeout: 60_000 }, async () => {
    const [html, text] = await session.page.evaluate(() => {
      const top = document.createElement('div');
      let inner: Element = top;
      for (let depth = 0; depth < 1_000; depth += 1) {
        const next = document.createElement('div');
        inner.append(next);
        inner = next;
      }
      inner.textContent = 'deep';
      top.hidden = false;
      document.body.replaceChildren(top);
      getSelection()?.selectAllChildren(document.body);
      const html = selected.readSelected(null, document)?.writeHtml() ?? '';
      const parsed = new DOMParser().parseFromString(html, 'text/html').body;
      document.body.replaceChildren();
      return [parsed.innerHTML === html, parsed.textContent];
    });
    expect(html).toBe(true);
    expect(text).toBe('deep');
  });
});

describe('a selection within open shadow trees', () => {
  const html =
    '<p>light</p><x-a><template shadowrootmode="open"><p>outer words</p><x-b><template shadowrootmode="open"><h2>Inner heading</h2><p>inner <a href="/x">words</a></p></template></x-b></template></x-a>';

  it('is found and read without an event that tells', async () => {
    const found = await read(html, 'heading', 'inner ');
    expect(found.root).toBe('#document-fragment');
    expect(found.html.replaceAll(' lang="en"', '')).toBe('<h2>heading</h2><p>inner </p>');
  });

  it('is copied as the browser copies it, and found by the copy', async () => {
    await read(html, 'Inner', 'inner ');
    const { native, ours, html: written } = await copyNatively(session);
    expect(native).toContain('heading');
    if (ours !== null) expect(ours).toBe(native);
    expect(written).toContain('heading');
    if (browserName === 'chromium') expect(ours).not.toBeNull();
  });
});

describe('what is never changed', () => {
  const off: [string, html: string, from: string, to?: string][] = [
    ['code', '<pre>let x;\nlet y;</pre>', 'x;', 'y;'],
    ['code in a line', '<p>call <code>run()</code> first</p>', 'run'],
    [
      'highlighted code',
      '<div class="highlight"><table><tr><td><pre>1</pre></td><td><pre>run()</pre></td></tr></table></div>',
      '1',
      'run',
    ],
    [
      'code in a shadow tree',
      '<pre><x-a><template shadowrootmode="open"><span>run()</span></template></x-a></pre>',
      'run',
    ],
    ['an editor', '<div contenteditable><p>words</p></div>', 'words'],
    ['a text box', '<div role="textbox"><p>words</p></div>', 'words'],
    ['a code editor', '<div class="cm-editor"><div>words</div></div>', 'words'],
    ['a one-time code', '<span autocomplete="section-x one-time-code">123456</span>', '123'],
  ];
  it.each(off)('%s', async (_, html, from, to) => {
    expect((await read(html, from, to)).isOffLimits).toBe(true);
  });

  const on: [string, html: string, from: string, to?: string][] = [
    ['words from code on', '<pre>let x;</pre><p>is code</p>', 'x;', 'code'],
    ['words around code', '<p>call <code>run()</code> first</p>', 'call', 'first'],
    [
      'an island in an editor',
      '<div contenteditable><p contenteditable="false">words</p></div>',
      'words',
    ],
    [
      'a marked table',
      '<div class="highlight-box"><table><tr><td>words</td></tr></table></div>',
      'words',
    ],
  ];
  it.each(on)('but not %s', async (_, html, from, to) => {
    expect((await read(html, from, to)).isOffLimits).toBe(false);
  });

  it('a whole block of code, with the nothing around it', async () => {
    await show(session.page, '<div><p>a</p><pre>run()</pre><p>b</p></div>');
    const isCode = await session.page.evaluate(() => {
      const range = document.createRange();
      range.setStart(document.querySelector('pre') as Element, 0);
      range.setEnd(document.querySelectorAll('p')[1] as Element, 0);
      return selected.isCode(range);
    });
    expect(isCode).toBe(true);
  });
});

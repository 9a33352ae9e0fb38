import { describe, expect, it } from 'vitest';
import { waitInPage } from '../drivers/wait-in-page.ts';
import { useWords } from './marked-range.ts';
import { NEWS } from './page-session.ts';

const session = useWords();

/** Opens a document, clicks into a text of it, and says what the click marked. */
async function clickIn(path: string, type: string, body: string, text: string) {
  const { page, site } = session;
  site.setPage(`${NEWS}${path}`, { body, type });
  await page.goto(`${NEWS}${path}`);
  await session.loadWords(page);
  await waitInPage(page, () => document.documentElement !== null);
  const point = await page.evaluate((wanted) => {
    const walker = document.createTreeWalker(document, 12);
    while (walker.nextNode()) {
      const at = walker.currentNode.nodeValue?.indexOf(wanted) ?? -1;
      const isShown = walker.currentNode.parentElement?.checkVisibility();
      if (at === -1 || isShown !== true) continue;
      const range = document.createRange();
      range.setStart(walker.currentNode, at + 2);
      range.setEnd(walker.currentNode, at + 3);
      return words.pointAt(range);
    }
    return null;
  }, text);
  if (point === null) return null;
  await page.mouse.click(point.x, point.y);
  return page.evaluate(() => {
    const marked = words.findMarked(null, document);
    const root = document.body ?? document.documentElement;
    const [quote] = (marked && words.describeWords(marked, root))?.selectors ?? [];
    return { ...words.describe(marked), prefix: quote?.prefix, suffix: quote?.suffix };
  });
}

const STYLE = 'line, title { display: block } note { display: none }';
const XML = `<?xml version="1.0" encoding="utf-8"?>
<?xml-stylesheet type="text/css" href="data:text/css,${encodeURIComponent(STYLE)}"?>
<poem xml:lang="en"><title>The fox</title><line>The <b>quick</b>est fox runs</line><note>NO</note><line><![CDATA[& it rests again]]></line><object>Of things</object></poem>`;

describe('in documents that are no HTML', () => {
  it('XML with a style, whose lines are blocks and whose other elements are not', async () => {
    expect(await clickIn('/poem.xml', 'application/xml', XML, 'quick')).toMatchObject({
      exact: 'quickest',
      verdict: 'open',
      isSame: true,
      prefix: 'The fox The ',
    });
  });

  it('a section of CDATA', async () => {
    expect(await clickIn('/poem-2.xml', 'text/xml', XML, 'rests')).toMatchObject({
      exact: 'rests',
      verdict: 'open',
      isSame: true,
      suffix: ' again Of things',
    });
  });

  it('elements that are only called like form fields', async () => {
    expect(await clickIn('/poem-3.xml', 'text/xml', XML, 'things')).toMatchObject({
      exact: 'things',
      verdict: 'open',
      isSame: true,
    });
  });

  it('XHTML', async () => {
    const body = `<html xmlns="http://www.w3.org/1999/xhtml" xml:lang="en"><head><title>T</title></head><body><h1>Head</h1><p>The qu<b>ic</b>k fox.</p><script>var NO;</script></body></html>`;
    expect(await clickIn('/page.xhtml', 'application/xhtml+xml', body, 'The qu')).toMatchObject({
      exact: 'The',
      verdict: 'open',
      isSame: true,
      prefix: 'Head ',
      suffix: ' quick fox.',
    });
  });

  it('a plain text', async () => {
    const body = 'A plain text.\n\nThe quick fox\nruns home & away <b>.\n';
    expect(await clickIn('/plain.txt', 'text/plain; charset=utf-8', body, 'quick')).toMatchObject({
      exact: 'quick',
      verdict: 'open',
      isSame: true,
      suffix: ' fox runs home & away <b>.',
    });
  });

  it('a drawing', async () => {
    const body =
      '<svg xmlns="http://www.w3.org/2000/svg"><title>NO</title><style>text{fill:red}</style><text x="20" y="40">The quick fox</text><text x="20" y="80">runs</text></svg>';
    expect(await clickIn('/fox.svg', 'image/svg+xml', body, 'quick')).toMatchObject({
      exact: 'quick',
      verdict: 'open',
      isSame: true,
      prefix: 'The ',
      suffix: ' fox runs',
    });
  });

  it('many elements of XML, which are asked only so far', async () => {
    const { page } = session;
    const exact = await page.evaluate(() => {
      const many = '<a>word</a> '.repeat(30_000);
      const xml = new DOMParser().parseFromString(`<all>${many}<b>last</b></all>`, 'text/xml');
      const text = xml.querySelector('b')?.firstChild as Text;
      const range = xml.createRange();
      range.setStart(text, 2);
      range.setEnd(text, 2);
      return words.describeWords(range, xml.documentElement)?.selectors[0].exact;
    });
    expect(exact).toBe('last');
  });
});

describe('a document of XML as browsers show it', () => {
  it('marks the word, or nothing: never another', async () => {
    const body = '<feed><entry>The quick fox</entry></feed>';
    const seen = await clickIn('/feed.xml', 'text/xml', body, 'quick');
    expect(seen?.exact ?? 'quick').toBe('quick');
  });
});

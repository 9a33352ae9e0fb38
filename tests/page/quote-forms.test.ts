import { describe, expect, it } from 'vitest';
import { setBody, usePageModule } from './page-session.ts';

const session = usePageModule();

/** What is read of a node on the way to its text, and may be the name of a form's field. */
const NAMES =
  'assignedSlot checkVisibility childNodes compareDocumentPosition contains firstChild getRootNode hasAttribute isConnected lastChild localName namespaceURI nextSibling nodeType ownerDocument parentNode previousSibling shadowRoot';

describe('a form whose field is called', () => {
  it.each(NAMES.split(' '))('%s', async (name) => {
    const field = `<input name="${name}">`;
    await setBody(
      session.page,
      `<p>One word before.</p><form>${field}<p>Here stands a mistke in it.</p> and more</form><form>${field}</form><p>And after.</p>`,
    );
    const seen = await session.page.evaluate(() => {
      const node = document.querySelector('form p')?.firstChild as Text;
      const find = (from: Node, start: number, to: Node, end: number) => {
        const range = document.createRange();
        range.setStart(from, start);
        range.setEnd(to, end);
        const selectors = sic.describeQuote(range, document.body) ?? [];
        const { verdict, range: found } = sic.findQuote(document.body, selectors);
        return [verdict, String(found)];
      };
      const form = document.querySelector('form') as Element;
      return [find(node, 14, node, 20), find(form, 1, form, 3)];
    });
    expect(seen).toEqual([
      ['open', 'mistke'],
      ['open', 'Here stands a mistke in it. and more'],
    ]);
  });
});

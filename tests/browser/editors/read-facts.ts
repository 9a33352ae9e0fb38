/**
 * What a piece of HTML says, so that what went into an editor and what came out of it can be compared: its
 * words in their order, and which of them are links, emphasis, items, cells. Runs in a page.
 */
export interface Facts {
  /** words in their order; those of neighbouring blocks and cells never run together */
  words: string[];
  links: { href: string; rel: string; text: string }[];
  /** `em:` or `strong:`, and the words */
  emphases: string[];
  headings: string[];
  items: string[];
  /** each row's cells, header rows too */
  rows: string[][];
  /** of figures and tables; words without their figure are words */
  captions: string[];
  images: { src: string; alt: string }[];
  quoted: string[];
  quotedParagraphs: string[];
  /** what is set from right to left */
  rightToLeft: string[];
}

/** @param html to be read as a whole document's body */
export function readFacts(html: string): Facts {
  const { body } = new DOMParser().parseFromString(html, 'text/html');
  // A table's caption comes first to readers, wherever an editor writes it.
  for (const caption of body.querySelectorAll('figure > table ~ figcaption')) {
    caption.parentElement?.prepend(caption);
  }
  for (const end of body.querySelectorAll(
    'p, div, h1, h2, h3, h4, li, td, th, caption, figcaption, blockquote, pre, br',
  )) {
    end.before(' ');
    end.after(' ');
  }
  const read = (node: Node) => (node.textContent ?? '').replace(/\s+/g, ' ').trim();
  const list = (css: string, within: ParentNode = body) =>
    [...within.querySelectorAll<HTMLElement>(css)].map(read).filter((text) => text !== '');
  const name = (element: Element) => (/^(em|i)$/.test(element.localName) ? 'em' : 'strong');
  return {
    words: read(body).split(' '),
    links: [...body.querySelectorAll('a')].map((link) => ({
      href: link.getAttribute('href') ?? '',
      rel: link.getAttribute('rel') ?? '',
      text: read(link),
    })),
    emphases: [...body.querySelectorAll('em, i, strong, b')].map(
      (one) => `${name(one)}:${read(one)}`,
    ),
    headings: list('h1, h2, h3, h4, h5, h6'),
    items: list('li'),
    rows: [...body.querySelectorAll('tr')].map((row) => list('td, th', row)),
    captions: list('figure figcaption, table caption'),
    images: [...body.querySelectorAll('img')].map((image) => ({
      src: image.getAttribute('src') ?? '',
      alt: image.getAttribute('alt') ?? '',
    })),
    quoted: list('blockquote'),
    quotedParagraphs: list('blockquote p'),
    rightToLeft: list(':is(p, blockquote):is([dir=rtl], .ql-direction-rtl)'),
  };
}

/** What is to be put into an editor, and where. */
export interface Segment {
  text: string;
  /** where it leads, or null */
  href: string | null;
}

export interface Insertion {
  where: 'before' | 'after';
  /** its paragraphs, of plain words and links */
  paragraphs: Segment[][];
  /** the same in words, with the address */
  plain: string;
  /** the words of the line that it stands at, where a block may hold several */
  line: string;
}

/**
 * Puts something in before or behind the block that an element stands in.
 * @returns whether it was put in; null where the element stands in no editor of this kind
 */
export type Adapter = (target: Element, insertion: Insertion) => boolean | Promise<boolean> | null;

/** @param html paragraphs of words and links, as composed for a copy's source */
export function readParagraphs(html: string): Segment[][] {
  const { body } = new DOMParser().parseFromString(html, 'text/html');
  return [...body.querySelectorAll('p')].map((paragraph) =>
    [...paragraph.childNodes].map((node) => ({
      text: node.textContent ?? '',
      href: node instanceof HTMLAnchorElement ? node.href : null,
    })),
  );
}

/** A paragraph as HTML. */
export function writeParagraph(segments: readonly Segment[]): string {
  return segments
    .map(({ text, href }) =>
      href === null ? escapeSigns(text) : `<a href="${escapeSigns(href)}">${escapeSigns(text)}</a>`,
    )
    .join('');
}

/** A paragraph in words, each link with its address. */
export function writePlain(segments: readonly Segment[]): string {
  return segments.map(({ text, href }) => (href === null ? text : `${text} (${href})`)).join('');
}

const SIGNS: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
};

function escapeSigns(text: string): string {
  return text.replace(/[&<>"]/g, (sign) => SIGNS[sign] ?? sign);
}

/** The outermost block of an editor that an element stands in; null for the editor's own element. */
export function findTopBlock(root: Element, target: Element): Element | null {
  let block: Element | null = null;
  for (let one: Element | null = target; one !== null && one !== root; one = one.parentElement) {
    block = one;
  }
  return root.contains(target) ? block : null;
}

/**
 * A plain reading of the specification's search for a text directive, written for tests and from the text of
 * the specification alone: block by block, every part within one block, word bounds by Intl.Segmenter,
 * comparison by base letters. https://wicg.github.io/scroll-to-text-fragment/#find-a-range-from-a-text-directive
 */

interface Sign {
  text: string;
  node: Text;
  offset: number;
}

interface Block {
  /** white space collapsed */
  signs: Sign[];
}

interface Match {
  block: number;
  start: number;
  /** exclusive */
  end: number;
}

const INVISIBLE =
  'area,audio,base,br,canvas,col,embed,hr,iframe,img,input,link,meta,meter,noscript,object,param,progress,script,select,source,style,svg,template,textarea,track,video,wbr'.split(
    ',',
  );
const compare = new Intl.Collator(undefined, { sensitivity: 'base', usage: 'search' }).compare;
const segmenter = new Intl.Segmenter(undefined, { granularity: 'word' });

/** @returns the range that the directive leads to, or null */
export function searchBySpec(directive: string): Range | null {
  const terms = directive.split(',');
  const prefix = terms[0]?.endsWith('-')
    ? decodeURIComponent(terms.shift()?.slice(0, -1) ?? '')
    : '';
  const suffix = terms.at(-1)?.startsWith('-')
    ? decodeURIComponent(terms.pop()?.slice(1) ?? '')
    : '';
  const [start = '', end = ''] = terms.map(decodeURIComponent);
  const blocks = readBlocks();
  let from = { block: 0, at: 0 };
  for (;;) {
    const before = prefix === '' ? null : find(blocks, prefix, from, true, false);
    if (prefix !== '' && before === null) return null;
    const searched =
      before === null ? from : skipSpace(blocks, { block: before.block, at: before.end });
    const first = find(blocks, start, searched, before === null, end !== '' || suffix === '');
    if (first === null) return null;
    const next = before ?? first;
    from = { block: next.block, at: next.start + 1 };
    if (before !== null && (first.block !== searched.block || first.start !== searched.at))
      continue;
    let behind = { block: first.block, at: first.end };
    for (;;) {
      const last = end === '' ? first : find(blocks, end, behind, true, suffix === '');
      if (last === null) return null;
      const found = makeRange(blocks, first, last);
      if (suffix === '') return found;
      const place = skipSpace(blocks, { block: last.block, at: last.end });
      const after = find(blocks, suffix, place, false, true);
      if (after === null) return null;
      if (after.block === place.block && after.start === place.at) return found;
      if (end === '') break;
      behind = { block: last.block, at: last.end };
    }
  }
}

/**
 * How a range found differs from the one that was selected.
 * @returns '' where they hold the same signs, or those of the words that the selection begins and ends in
 */
export function compareRanges(wanted: Range, found: Range | null): string {
  if (found === null) return 'found nothing';
  const signs = readBlocks().flatMap(({ signs }, block) =>
    signs.map((sign) => ({ ...sign, block })),
  );
  const measure = (range: Range) => {
    const inside = signs.flatMap(({ node, offset, text }, at) =>
      text !== ' ' && range.isPointInRange(node, offset) && range.isPointInRange(node, offset + 1)
        ? [at]
        : [],
    );
    return { first: inside[0] ?? -1, last: inside.at(-1) ?? -1 };
  };
  const [own, other] = [measure(wanted), measure(found)];
  const isOneWord = (from: number, to: number) =>
    signs
      .slice(from, to + 1)
      .every(({ text, block }) => text !== ' ' && block === signs[from]?.block);
  if (own.first < 0) return 'nothing was wanted';
  if (other.first > own.first || other.last < own.last) return `not all of it: ${String(found)}`;
  if (!isOneWord(other.first, own.first)) return `begins too early: ${String(found)}`;
  if (!isOneWord(own.last, other.last)) return `ends too late: ${String(found)}`;
  return '';
}

function readBlocks(): Block[] {
  const blocks: Block[] = [{ signs: [] }];
  const open = () => {
    if (blocks.at(-1)?.signs.length !== 0) blocks.push({ signs: [] });
  };
  const walk = (node: Node) => {
    if (node instanceof Text) {
      if (getComputedStyle(node.parentElement ?? document.body).visibility !== 'visible') return;
      const { signs } = blocks.at(-1) ?? { signs: [] };
      for (let offset = 0; offset < node.data.length; offset += 1) {
        const text = node.data.charAt(offset);
        if (/[ \t\n\r\f]/.test(text)) {
          if (signs.length > 0 && signs.at(-1)?.text !== ' ')
            signs.push({ text: ' ', node, offset });
        } else if (!/[\u00ad\u200b\u200e\u200f\u2060-\u206f\ufeff]/.test(text)) {
          signs.push({ text: text === '\u00a0' ? ' ' : text, node, offset });
        }
      }
      return;
    }
    if (!(node instanceof Element)) return;
    if (INVISIBLE.includes(node.localName)) {
      if (node.localName !== 'wbr' && getComputedStyle(node).display !== 'none') open();
      return;
    }
    const { display } = getComputedStyle(node);
    if (display === 'none') return;
    // A ruby is laid out within the line, whatever its boxes are called.
    const isBlock = !/^(inline|contents|ruby.*)$/.test(display);
    if (isBlock) open();
    for (const child of node.childNodes) walk(child);
    if (isBlock) open();
  };
  walk(document.body);
  for (const { signs } of blocks) if (signs.at(-1)?.text === ' ') signs.pop();
  return blocks;
}

function find(
  blocks: Block[],
  words: string,
  from: { block: number; at: number },
  isStartBounded: boolean,
  isEndBounded: boolean,
): Match | null {
  for (let block = from.block; block < blocks.length; block += 1) {
    const text = blocks[block]?.signs.map((sign) => sign.text).join('') ?? '';
    const bounds = new Set([0, text.length]);
    for (const { index } of segmenter.segment(text)) bounds.add(index);
    for (let start = block === from.block ? from.at : 0; start < text.length; start += 1) {
      const end = start + words.length;
      if (end > text.length) break;
      if (isStartBounded && !bounds.has(start)) continue;
      if (isEndBounded && !bounds.has(end)) continue;
      if (compare(text.slice(start, end), words) === 0) return { block, start, end };
    }
  }
  return null;
}

function skipSpace(blocks: Block[], from: { block: number; at: number }) {
  let { block, at } = from;
  while (block < blocks.length) {
    const signs = blocks[block]?.signs ?? [];
    while (at < signs.length && signs[at]?.text === ' ') at += 1;
    if (at < signs.length) break;
    block += 1;
    at = 0;
  }
  return { block, at };
}

function makeRange(blocks: Block[], first: Match, last: Match): Range | null {
  const start = blocks[first.block]?.signs[first.start];
  const end = blocks[last.block]?.signs[last.end - 1];
  if (start === undefined || end === undefined) return null;
  const range = document.createRange();
  range.setStart(start.node, start.offset);
  range.setEnd(end.node, end.offset + 1);
  return range;
}

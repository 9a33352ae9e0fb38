/**
 * A selection as clean semantic HTML: what the words mean (links, emphasis, lists, tables, images with
 * their alternative text), with absolute addresses; no scripts, styles, classes, trackers or Sic's own
 * elements. Written as text rather than built as DOM, so that nothing is loaded by making it.
 */
import { cleanUrl } from '../../model/canonical-url.ts';
import { escapeHtml } from '../../model/escape-html.ts';
import { findElement } from '../find-element.ts';
import { OWN_ELEMENT_PREFIX } from '../text-index.ts';

const KEPT = new Set(
  'a abbr b bdi bdo blockquote br caption cite code dd del dfn dl dt em figcaption figure h1 h2 h3 h4 h5 h6 hr i img ins kbd li mark ol p pre q rp rt ruby s samp small strong sub sup table tbody td tfoot th thead time tr u ul var'.split(
    ' ',
  ),
);
const SILENT = new Set(
  'script style noscript template textarea select input button svg iframe object embed canvas audio video link meta'.split(
    ' ',
  ),
);
const VOID = new Set(['br', 'hr', 'img']);
/** Elements without meaning of their own that still end a line. */
const BLOCK = new Set(
  'address article aside details div footer header main section summary'.split(' '),
);
/** Around a selection that lies within them, these still say what the words are. */
const CONTEXT = new Set(
  'p b em i strong s del ins mark code pre blockquote h1 h2 h3 h4 h5 h6 sub sup'.split(' '),
);
const COPIED_ATTRIBUTES: Record<string, string[]> = {
  a: ['title'],
  img: ['alt', 'title', 'width', 'height'],
  ol: ['start', 'reversed', 'type'],
  li: ['value'],
  td: ['colspan', 'rowspan'],
  th: ['colspan', 'rowspan', 'scope'],
  time: ['datetime'],
  abbr: ['title'],
};

/** @returns HTML of the range's content, ready for a clipboard; '' when nothing in it counts */
export function writeCleanHtml(range: Range): string {
  const base = range.startContainer.ownerDocument?.baseURI ?? '';
  const content = writeNodes(range.cloneContents().childNodes, base);
  return wrapInContext(content, range.commonAncestorContainer, base);
}

/** What a container's pieces have to stand in to be HTML again, when a selection begins inside it. */
const CONTAINER = new Set(['ul', 'ol', 'dl', 'table', 'thead', 'tbody', 'tfoot', 'tr']);
/** A selection within one of these is text, not a piece of its container. */
const CELL: Record<string, string> = {
  li: 'ul ol',
  dd: 'dl',
  dt: 'dl',
  td: 'table',
  th: 'table',
  caption: 'table',
};

function wrapInContext(content: string, node: Node, base: string): string {
  if (content === '') return '';
  let html = content;
  let passOver: string[] = [];
  for (let element = findElement(node); element !== null; element = element.parentElement) {
    const name = element.localName;
    if (name === 'body' || name === 'article' || name === 'main') break;
    if (passOver.length > 0) {
      if (passOver.includes(name)) passOver = [];
    } else if (CELL[name] !== undefined) passOver = CELL[name].split(' ');
    else if (CONTAINER.has(name) || CONTEXT.has(name)) html = `<${name}>${html}</${name}>`;
    else if (name === 'a' && readUrl(element, 'href', base) !== null) {
      html = `${openTag(element, base)}${html}</a>`;
    }
  }
  return html;
}

function writeNodes(nodes: Iterable<Node>, base: string): string {
  let html = '';
  for (const node of nodes) html += writeNode(node, base);
  return html;
}

function writeNode(node: Node, base: string): string {
  if (node.nodeType === 3) return escapeHtml(node.nodeValue ?? '');
  if (node.nodeType !== 1) return '';
  const element = node as Element;
  const { localName } = element;
  if (SILENT.has(localName) || localName.startsWith(OWN_ELEMENT_PREFIX)) return '';
  if (element.hasAttribute('hidden') || element.getAttribute('aria-hidden') === 'true') return '';
  if (VOID.has(localName)) return openTag(element, base);
  const content = writeNodes(element.childNodes, base);
  if (KEPT.has(localName)) {
    if (localName === 'a' && readUrl(element, 'href', base) === null) return content;
    return `${openTag(element, base)}${content}</${localName}>`;
  }
  return BLOCK.has(localName) && content.trim() !== '' ? `<div>${content}</div>` : content;
}

function openTag(element: Element, base: string): string {
  const { localName } = element;
  const attributes: string[] = [];
  const add = (name: string, value: string) => attributes.push(` ${name}="${escapeHtml(value)}"`);
  if (localName === 'a') {
    const href = readUrl(element, 'href', base);
    if (href !== null) add('href', href);
  }
  if (localName === 'img') {
    const src = readUrl(element, 'src', base);
    // An image that cannot be shown elsewhere, or is a tracker's pixel, leaves its alternative text.
    const pixel = element.getAttribute('width') === '1' || element.getAttribute('height') === '1';
    if (src === null || pixel) return pixel ? '' : escapeHtml(element.getAttribute('alt') ?? '');
    add('src', src);
  }
  for (const name of COPIED_ATTRIBUTES[localName] ?? []) {
    const value = element.getAttribute(name);
    if (value !== null) add(name, value);
  }
  for (const name of ['lang', 'dir']) {
    const value = element.getAttribute(name);
    if (value !== null) add(name, value);
  }
  return `<${localName}${attributes.join('')}>`;
}

function readUrl(element: Element, name: string, base: string): string | null {
  const value = element.getAttribute(name);
  if (value === null || value.trim() === '') return null;
  if (/^(mailto|tel):/i.test(value)) return value;
  // A link within the page keeps its fragment; cleanUrl would drop it.
  if (value.startsWith('#') && URL.canParse(value, base)) return new URL(value, base).href;
  return cleanUrl(value, base);
}

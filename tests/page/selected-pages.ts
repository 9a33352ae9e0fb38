/**
 * Pages put together at random for copying from: everything that makes what a browser copies differ from
 * what stands in the source.
 */
import { createRandom } from './long-article.ts';

const PIXEL = 'data:image/gif;base64,R0lGODlhAQABAIAAAAAAAP///yH5BAEAAAAALAAAAAABAAEAAAIBRAA7';
const WORDS =
  'mill ledger sack rye straße Ärger ǆem ÉTÉ oat-meal “quote” won’t 10 3,5 … — e\u0301 🌾 👩🏽‍🌾 soft\u00adhyphen zero\u200bwidth no\u00a0break \u00a0 漢字 水車。 かな مطحنة קמח x'.split(
    ' ',
  );
const STYLES = [
  'display:inline-block',
  'display:block',
  'display:none',
  'display:contents',
  'display:flex',
  'display:inline-flex',
  'display:grid',
  'display:table',
  'display:table-cell',
  'display:list-item',
  'visibility:hidden',
  'visibility:visible',
  'user-select:none;-webkit-user-select:none',
  'user-select:all;-webkit-user-select:all',
  'user-select:text;-webkit-user-select:text',
  'text-transform:uppercase',
  'text-transform:lowercase',
  'text-transform:capitalize',
  'text-transform:none',
  'white-space:pre',
  'white-space:pre-wrap',
  'white-space:pre-line',
  'white-space:nowrap',
  'float:left',
  'position:absolute',
  'position:relative;left:-9999px',
  'order:-1',
  'columns:2',
  'direction:rtl',
  'unicode-bidi:bidi-override;direction:rtl',
  'overflow:hidden;height:0',
  'content-visibility:hidden',
  'opacity:0',
  'font-size:0',
];

/** What articles are made of, for the most part. */
const COMMON_STYLES = [
  'display:none',
  'text-transform:uppercase',
  'display:flex',
  'display:inline-block',
  'float:left',
  'color:red',
];

/** What a page may have in it besides text and its commonest elements. */
export interface PageKinds {
  /** fields, which have words of their own */
  fields?: boolean;
  /** hosts with open shadow trees: `<x-host>` with a template for its tree */
  hosts?: boolean;
  /** as articles are: without the styles and elements that hardly any has */
  common?: boolean;
}

/** @returns a body's HTML, the same for the same seed */
export function writePage(seed: number, { fields, hosts, common }: PageKinds = {}): string {
  const random = createRandom(seed);
  const roll = (most: number) => Math.floor(random() * most);
  const pick = <T>(list: readonly T[]): T => list[roll(list.length)] as T;
  const space = () => pick([' ', ' ', ' ', ' ', '', '  ', '\n', ' \n\t', ' \n ']);
  const text = () =>
    space() +
    Array.from({ length: 1 + roll(4) }, () => pick(WORDS)).join(pick([' ', ' ', '  '])) +
    space();
  const attributes = () => {
    const dice = random();
    if (common) return dice < 0.1 ? ` style="${pick(COMMON_STYLES)}"` : '';
    if (dice < 0.22) return ` style="${pick(STYLES)}"`;
    if (dice < 0.25) return ' hidden';
    if (dice < 0.27) return ' dir="rtl"';
    if (dice < 0.29) return ' class="first"';
    if (dice < 0.3) return ' contenteditable="false"';
    if (dice < 0.31) return ' lang="tr"';
    return '';
  };
  const image = () =>
    `<img src="${PIXEL}" width="9" height="9"${pick([' alt="a tower"', ' alt=""', ' alt="oak "', ' title="titled"', ' alt="x&nbsp;y"', ''])}${attributes()}>`;
  const field = () =>
    pick([
      '<input value="val">',
      '<input placeholder="hint">',
      '<input type="checkbox">',
      '<textarea>area</textarea>',
      '<select><option>one<option>two</select>',
      '<meter value="1">full</meter>',
      '<input type="submit">',
    ]);
  const leaf = () => {
    const dice = random();
    if (dice < 0.1) return '<br>';
    if (dice < 0.2) return image();
    if (common) return text();
    if (dice < 0.22) return '<wbr>';
    if (dice < 0.24) return '<!-- nothing -->';
    if (dice < 0.26) return '<script>var no = 1;</script>';
    if (dice < 0.28) return '<svg width="9" height="9"><text>drawn</text></svg>';
    if (dice < 0.29) return '<iframe srcdoc="framed" width="9" height="9"></iframe>';
    if (dice < 0.31) return '<button>press</button>';
    if (dice < 0.36 && fields) return field();
    return text();
  };
  const some = (most: number, make: () => string) =>
    Array.from({ length: 1 + roll(most) }, make).join('');
  const inline = (depth: number): string => {
    if (depth <= 0 || random() < 0.6) return leaf();
    const name = pick('b i span a em code sup bdi q label kbd mark span span'.split(' '));
    if (random() < 0.06) return `<ruby>粉<rp>(</rp><rt>こな</rt><rp>)</rp></ruby>`;
    return `<${name}${name === 'a' ? ' href="/x"' : ''}${attributes()}>${some(3, () => inline(depth - 1))}</${name}>`;
  };
  const host = (depth: number): string =>
    `<x-host><template shadowrootmode="open">${some(2, () => block(depth - 1))}${pick([
      '<slot></slot>',
      '<p>before <slot></slot> behind</p>',
      '<slot name="none"></slot>',
      '',
    ])}${some(2, () => inline(1))}</template>${some(2, () => (random() < 0.5 ? block(depth - 1) : inline(1)))}</x-host>`;
  const block = (depth: number): string => {
    const kids = () => some(3, () => (random() < 0.5 ? block(depth - 1) : inline(2)));
    if (depth <= 0) return `<p${attributes()}>${some(4, () => inline(2))}</p>`;
    const dice = random();
    if (dice < 0.3) return `${space()}<p${attributes()}>${some(4, () => inline(2))}</p>${space()}`;
    if (dice < 0.5) return `<div${attributes()}>${kids()}</div>`;
    if (dice < 0.55) return `<h2${attributes()}>${inline(1)}</h2>`;
    if (dice < 0.63) {
      const name = pick(['ul', 'ol']);
      return `<${name}${attributes()}>${some(3, () => `${space()}<li${attributes()}>${kids()}</li>`)}</${name}>`;
    }
    if (dice < 0.66) return `<dl><dt>${text()}</dt><dd${attributes()}>${kids()}</dd></dl>`;
    if (dice < 0.76) {
      const cell = () =>
        `<td${attributes()}>${random() < 0.3 ? kids() : some(2, () => inline(1))}</td>`;
      const rows = some(3, () => `<tr${attributes()}>${some(3, cell)}</tr>${space()}`);
      return `<table${attributes()}>${random() < 0.3 ? `<caption>${text()}</caption>` : ''}${rows}</table>`;
    }
    if (dice < 0.8) return `<pre${attributes()}>${some(3, () => inline(1))}\n  ${text()}</pre>`;
    if (dice < 0.84) return `<blockquote${attributes()}>${kids()}</blockquote>`;
    if (dice < 0.88)
      return `<figure>${image()}<figcaption${attributes()}>${text()}</figcaption></figure>`;
    if (dice < 0.91)
      return `<details${random() < 0.5 ? ' open' : ''}><summary>${text()}</summary>${kids()}</details>`;
    if (dice < 0.93) return '<hr>';
    if (dice < 0.96 && hosts) return host(depth);
    return `<section${attributes()}>${kids()}</section>`;
  };
  return some(5, () => block(3));
}

/** Which elements say what words are, which say nothing of their own, and which are no words at all. */

const list = (names: string) => new Set(names.split(' '));

/** Elements that are written. */
export const KEPT = list(
  'a abbr b bdi bdo blockquote caption cite code dd del dfn dl dt em figcaption figure h1 h2 h3 h4 h5 h6 i ins kbd li mark ol p pre q rp rt ruby s samp small strong sub sup table tbody td tfoot th thead time tr u ul var',
);

/** Elements that are written as another. */
export const RENAMED: ReadonlyMap<string, string> = new Map(
  Object.entries({
    menu: 'ul',
    strike: 's',
    tt: 'code',
    big: 'b',
    center: 'div',
    address: 'div',
    article: 'div',
    aside: 'div',
    details: 'div',
    div: 'div',
    fieldset: 'div',
    footer: 'div',
    header: 'div',
    hgroup: 'div',
    legend: 'div',
    main: 'div',
    nav: 'div',
    search: 'div',
    section: 'div',
    summary: 'div',
  }),
);

/** Elements that are left out with all that is in them. */
export const SILENT = list(
  'script style noscript template textarea select input button svg iframe object embed canvas audio video link meta title head dialog datalist meter progress map area frame frameset noframes annotation annotation-xml',
);

export const MATH_PARTS = list(
  'math menclose merror mfrac mi mmultiscripts mn mo mover mpadded mphantom mprescripts mroot mrow ms mspace msqrt mstyle msub msubsup msup mtable mtd mtext mtr munder munderover semantics',
);

/** An open paragraph ends before these. */
export const BLOCKS = list(
  'blockquote dd div dl dt figcaption figure h1 h2 h3 h4 h5 h6 hr li ol p pre table ul caption td th tr tbody thead tfoot',
);

export const HEADINGS = list('h1 h2 h3 h4 h5 h6');

/** Parsers treat these in a way of their own, which is safe where none stands within its like. */
export const FORMATTING = list('a b code em i s small strong u');

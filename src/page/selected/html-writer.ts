/**
 * Writes HTML that a parser reads as it was meant, whatever it is asked to write: scripts build trees that
 * no parser would (a block in a paragraph, a link in a link, words between table rows), a selection cuts
 * lists and tables in pieces, and parsers take what does not fit apart. What does not fit is mended here:
 * a paragraph ends before a block, words in a table get a cell. Elements that hold nothing are left out.
 */
import { BLOCKS, FORMATTING, HEADINGS, MATH_PARTS } from './element-names.ts';

export interface HtmlWriter {
  /** Begins an element; every one is closed by a `close` of its own, also where it is not written. */
  open(name: string, attributes: string): void;
  close(): void;
  /** @param text as it stands in the document, not escaped */
  text(text: string): void;
  /** An element without content: br, hr, img. */
  leaf(name: string, attributes: string): void;
  /** Closes what is open. */
  finish(): string;
}

/** Parsers give up nesting at 512, and some editors sooner. */
const MOST_DEEP = 100;

type Frame = {
  name: string;
  attributes: string;
  state: 'pending' | 'written' | 'gone';
  /** stands in for one that is missing, and ends with what it stands in */
  isImplied: boolean;
};

const TABLE_PARTS = new Set('table thead tbody tfoot tr'.split(' '));
const SECTIONS = new Set('thead tbody tfoot'.split(' '));
/** An open paragraph beyond these is none of the parser's business. */
const CELLS = new Set('td th caption'.split(' '));
const PARENTS: Record<string, string[]> = {
  li: ['ul', 'ol'],
  dt: ['dl'],
  dd: ['dl'],
  rt: ['ruby'],
  rp: ['ruby'],
};

/** @param inherited attributes that every outermost element gets, such as ` lang="ar" dir="rtl"` */
export function createHtmlWriter(inherited: string): HtmlWriter {
  let html = '';
  /** what was asked for, one for each `open` */
  const frames: Frame[] = [];
  /** what stands open in the HTML, or will as soon as something is in it */
  const live: Frame[] = [];
  /** Just behind this tag, a parser drops a line break. */
  let isAtStartOfPre = false;
  let isBehindText = false;
  /** how many of the open ones are still to be written */
  let pending = 0;

  const parent = () => live.at(-1)?.name ?? '';
  const isOpen = (name: string) => live.some((frame) => frame.name === name);

  function push(name: string, attributes: string, isImplied: boolean): Frame {
    const own = live.length === 0 ? mergeAttributes(attributes, inherited) : attributes;
    const frame: Frame = { name, attributes: own, state: 'pending', isImplied };
    live.push(frame);
    pending += 1;
    return frame;
  }

  function writePending(): void {
    if (pending === 0) return;
    pending = 0;
    for (const frame of live) {
      if (frame.state !== 'pending') continue;
      html += `<${frame.name}${frame.attributes}>`;
      frame.state = 'written';
      isBehindText = false;
      isAtStartOfPre = frame.name === 'pre';
    }
  }

  /** Ends a frame and what is open in it. */
  function end(frame: Frame): void {
    if (frame.state === 'gone') return;
    // A cell without words is a cell all the same.
    if (frame.state === 'pending' && CELLS.has(frame.name) && frame.name !== 'caption')
      writePending();
    for (let one = live.pop(); one !== undefined; one = live.pop()) {
      if (one.state === 'written') {
        html += `</${one.name}>`;
        isAtStartOfPre = false;
        isBehindText = !BLOCKS.has(one.name);
      } else pending -= 1;
      one.state = 'gone';
      if (one === frame) return;
    }
  }

  function endParagraph(): void {
    for (let at = live.length - 1; at >= 0; at -= 1) {
      const frame = live[at];
      if (frame === undefined || CELLS.has(frame.name) || frame.name === 'table') return;
      if (frame.name === 'p') {
        end(frame);
        return;
      }
    }
  }

  /** Ends what stands in for a missing part of a table, where the next part is none of its own. */
  function endImplied(next: string): void {
    for (let top = live.at(-1); top?.isImplied; top = live.at(-1)) {
      if (SECTIONS.has(top.name) && !SECTIONS.has(next) && next !== 'caption') return;
      if (top.name === 'tr' && CELLS.has(next) && next !== 'caption') return;
      end(top);
    }
  }

  /** Words and elements that stand between the parts of a table get a cell. */
  function ensureCell(): void {
    if (!TABLE_PARTS.has(parent())) return;
    if (parent() === 'table') push('tbody', '', true);
    if (SECTIONS.has(parent())) push('tr', '', true);
    push('td', '', true);
  }

  /** @returns the name by which an element may stand here; null where only its content may */
  function chooseName(name: string): string | null {
    if (live.length >= MOST_DEEP) return null;
    if (MATH_PARTS.has(name)) return name === 'math' || isOpen('math') ? name : null;
    if (isOpen('math')) return null;
    if (name === 'tr' || CELLS.has(name) || SECTIONS.has(name)) return chooseTableName(name);
    ensureCell();
    const parents = PARENTS[name];
    if (parents !== undefined && !parents.includes(parent())) {
      return parents.includes('ruby') ? null : chooseName('div');
    }
    if (FORMATTING.has(name) && isOpen(name)) return null;
    if (HEADINGS.has(name) && HEADINGS.has(parent())) return null;
    if (BLOCKS.has(name)) endParagraph();
    return name;
  }

  function chooseTableName(name: string): string | null {
    endImplied(name);
    const above = parent();
    if (CELLS.has(name) && name !== 'caption') {
      if (above === 'table') push('tbody', '', true);
      if (SECTIONS.has(parent())) push('tr', '', true);
      return parent() === 'tr' ? name : chooseName('div');
    }
    if (name === 'tr') {
      if (above === 'table') push('tbody', '', true);
      return SECTIONS.has(parent()) ? name : null;
    }
    if (above === 'table') return name;
    return name === 'caption' ? chooseName('div') : null;
  }

  return {
    open(name, attributes) {
      const fitting = chooseName(name);
      frames.push(
        fitting === null
          ? { name, attributes: '', state: 'gone', isImplied: false }
          : push(fitting, fitting === name ? attributes : '', false),
      );
    },
    close() {
      const frame = frames.pop();
      if (frame !== undefined) end(frame);
    },
    text(text) {
      if (isBlank(text)) {
        // Between blocks and table parts white space says nothing; at the start of a block it is not shown.
        if (TABLE_PARTS.has(parent()) || live.length === 0) {
          if (isBehindText && live.length === 0) html += ' ';
          return;
        }
        if (pending > 0 && live.some(isPendingBlock)) return;
      } else ensureCell();
      if (live.length === 0 && inherited !== '') push('span', '', true);
      writePending();
      html += escapeText(isAtStartOfPre ? text.replace(/^\n+/, '') : text);
      isAtStartOfPre = false;
      isBehindText = true;
      const [top] = live;
      if (live.length === 1 && top?.name === 'span' && top.isImplied) end(top);
    },
    leaf(name, attributes) {
      if (isOpen('math')) return;
      ensureCell();
      if (name === 'hr') endParagraph();
      writePending();
      html += `<${name}${live.length === 0 ? mergeAttributes(attributes, inherited) : attributes}>`;
      isAtStartOfPre = false;
    },
    finish() {
      while (live[0] !== undefined) end(live[0]);
      return html.trim();
    },
  };
}

function isPendingBlock({ state, name }: Frame): boolean {
  return state === 'pending' && BLOCKS.has(name);
}

/** An outermost element's own attributes go before those of what it stands in. */
function mergeAttributes(own: string, inherited: string): string {
  return (
    inherited.replace(/ (\w+)="[^"]*"/g, (attribute, name: string) =>
      own.includes(` ${name}="`) ? '' : attribute,
    ) + own
  );
}

/** White space as style sheets collapse it; a no-break space is a word. */
function isBlank(text: string): boolean {
  return !/[^ \t\n\r\f]/.test(text);
}

/** As browsers themselves write text. What no parser leaves in peace is taken out. */
function escapeText(text: string): string {
  return /[&<>\u00a0\0\r\ud800-\udfff]/.test(text)
    ? text
        .toWellFormed()
        .replace(/\0/g, '')
        .replace(/\r\n?/g, '\n')
        .replace(/&/g, '&amp;')
        .replace(/</g, '&lt;')
        .replace(/>/g, '&gt;')
        .replace(/\u00a0/g, '&nbsp;')
    : text;
}

/** An attribute as browsers write it, with a space before it. */
export function writeAttribute(name: string, value: string): string {
  return ` ${name}="${escapeText(value).replace(/"/g, '&quot;')}"`;
}

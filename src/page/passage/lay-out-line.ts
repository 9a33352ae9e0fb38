/**
 * The text of a run as a browser lays it out, white space collapsed, with the way back to the text nodes. A
 * fragment's part has to stand in it sign for sign. What is not certain, or parts words for a browser's
 * search (a line break that is kept), ends the line.
 */
import type { PageText } from './page-text.ts';
import type { TimeBox } from './time-box.ts';

/** How white space is laid out: CSS white-space-collapse. */
type WhiteSpace = 'collapse' | 'lines' | 'preserve';

export interface Line {
  text: string;
  /** for each UTF-16 unit of the text: the number of its piece */
  owners: number[];
  /** and where in the piece's node it stands */
  offsets: number[];
}

/** UTF-16 units between two looks at the clock. */
const STRETCH = 2_000;
const SPACE = /[ \t\n\r\f]/;
/** Where a line of source ends between such characters, the space may go altogether. */
const WIDE =
  /[\u1100-\u115f\u200b\u2e80-\u303e\u3041-\ua4cf\uf900-\ufaff\ufe30-\ufe4f\uff00-\uff60\uffe0-\uffe6]/;

/** @returns the lines of a piece's run; none where the time is up before all are laid out */
export function layOutRun({ pieces }: PageText, piece: number, time: TimeBox): Line[] {
  const run = pieces[piece]?.run;
  let first = piece;
  while (first > 0 && pieces[first - 1]?.run === run) first -= 1;
  const layout = createLayout();
  let before: WhiteSpace | undefined;
  for (let number = first; pieces[number]?.run === run; number += 1) {
    const node = pieces[number]?.node;
    if (node == null) break;
    const whiteSpace = readWhiteSpace(node);
    if (before !== undefined && before !== whiteSpace) layout.endLine();
    before = whiteSpace;
    const { data } = node;
    for (let from = 0; from < data.length; from += STRETCH) {
      if (time.isUp()) return [];
      layout.add(data, from, Math.min(data.length, from + STRETCH), number, whiteSpace);
    }
  }
  return layout.finish();
}

function readWhiteSpace(node: Text): WhiteSpace {
  const element = node.assignedSlot ?? node.parentElement;
  const view = node.ownerDocument.defaultView;
  if (element === null || view === null) return 'collapse';
  const { whiteSpaceCollapse } = view.getComputedStyle(element);
  if (whiteSpaceCollapse === 'collapse') return 'collapse';
  return whiteSpaceCollapse === 'preserve-breaks' ? 'lines' : 'preserve';
}

function createLayout() {
  const lines: Line[] = [];
  let line: Line = { text: '', owners: [], offsets: [] };
  let signs: string[] = [];
  /** white space that has not been laid out yet */
  let space: { owner: number; offset: number; hasBreak: boolean } | null = null;
  let last = '';

  const put = (sign: string, owner: number, offset: number) => {
    signs.push(sign);
    line.owners.push(owner);
    line.offsets.push(offset);
  };
  const endLine = () => {
    space = null;
    last = '';
    if (signs.length === 0) return;
    line.text = signs.join('');
    lines.push(line);
    line = { text: '', owners: [], offsets: [] };
    signs = [];
  };
  const putSpace = (next: string) => {
    if (space === null) return;
    const { owner, offset, hasBreak } = space;
    space = null;
    if (hasBreak && (WIDE.test(last) || WIDE.test(next))) return endLine();
    if (signs.length > 0) put(' ', owner, offset);
  };

  return {
    endLine,
    add: (data: string, from: number, to: number, owner: number, whiteSpace: WhiteSpace) => {
      for (let offset = from; offset < to; offset += 1) {
        const sign = data.charAt(offset);
        if (SPACE.test(sign)) {
          const isBreak = sign !== ' ' && sign !== '\t';
          if (whiteSpace === 'collapse' || (whiteSpace === 'lines' && !isBreak)) {
            space ??= { owner, offset, hasBreak: false };
            space.hasBreak ||= isBreak;
          } else if (isBreak || sign === '\t') endLine();
          else put(' ', owner, offset);
          continue;
        }
        putSpace(sign);
        last = sign;
        if (sign === '\u00a0') put(' ', owner, offset);
        else put(sign, owner, offset);
      }
    },
    finish: () => {
      endLine();
      return lines;
    },
  };
}

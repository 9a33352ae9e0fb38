/** What is put into a page to choose a selection, describe it by Sic, and look at what a fragment led to. */

import { describePassage } from '../../../src/page/passage/describe-passage.ts';
import { createPassageIndex } from '../../../src/page/passage/passage-index.ts';
import {
  chooseSelection,
  type Kind,
  type Place,
  type Rolls,
  recallPlace,
  rememberPlace,
} from './choose-selection.ts';
import { lookAtTarget } from './look-at-target.ts';

/** What a contender said of a selection. */
export interface Described {
  directive: string | null;
  ms: number;
}

const BUDGET_MS = 2_000;
let chosen: Range | null = null;

function choose(kind: Kind, rolls: Rolls): { place: Place; text: string } | null {
  const range = chooseSelection(document, kind, rolls);
  if (range === null || range.toString().trim() === '') return null;
  select(range);
  return { place: rememberPlace(range), text: range.toString() };
}

/** The same selection in the page when it is loaded again. */
function choosePlace(place: Place): void {
  const range = recallPlace(place);
  if (range === null) throw new Error('the page is not the one that was selected in');
  select(range);
}

/** Has the page laid out as it is when somebody has selected in it. */
function select(range: Range): void {
  chosen = range;
  const selection = getSelection();
  selection?.removeAllRanges();
  selection?.addRange(range);
  document.body.getBoundingClientRect();
}

/** Sic's directive: gathered on the spot, and then again with the page's text kept ready. */
function describe(): { cold: Described; warm: Described } {
  if (chosen === null) throw new Error('nothing is chosen');
  const range = chosen;
  const index = createPassageIndex(document);
  const time = (): Described => {
    const start = performance.now();
    const directive = describePassage(range, { budget: BUDGET_MS, index });
    return { directive, ms: performance.now() - start };
  };
  const [cold, warm] = [time(), time()];
  index.close();
  return { cold, warm };
}

Object.assign(globalThis, { bench: { choose, choosePlace, describe, look: lookAtTarget } });

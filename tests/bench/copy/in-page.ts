/** What is put into a page to choose a selection, describe it by Sic, and look at what a fragment led to. */

import { describePassage } from '../../../src/page/passage/describe-passage.ts';
import { createPassageIndex } from '../../../src/page/passage/passage-index.ts';
import {
  chooseSelection,
  type Kind,
  type Place,
  type Rolls,
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

/** Chooses, and has the page laid out as it is when somebody has selected in it. */
function choose(kind: Kind, rolls: Rolls): { place: Place; text: string } | null {
  chosen = chooseSelection(document, kind, rolls);
  if (chosen === null || chosen.toString().trim() === '') return null;
  const selection = getSelection();
  selection?.removeAllRanges();
  selection?.addRange(chosen);
  document.body.getBoundingClientRect();
  return { place: rememberPlace(chosen), text: chosen.toString() };
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

Object.assign(globalThis, { bench: { choose, describe, look: lookAtTarget } });

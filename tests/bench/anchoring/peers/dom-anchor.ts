/** The library dom-anchor-text-quote, with the position as the hint that it takes. */
import { fromRange, toRange } from 'dom-anchor-text-quote';
import { type Contender, giveRange } from '../contender.ts';

/** ms for the cases of an article: a quote that it searches for in vain can take it very long. */
const BUDGET_MS = 700;

export const domAnchor: Contender = {
  name: 'dom-anchor-text-quote',
  budget: BUDGET_MS,
  describe: (range, root) => {
    const selector = fromRange(root, range);
    const before = document.createRange();
    before.setStart(root, 0);
    before.setEnd(range.startContainer, range.startOffset);
    const hint = before.toString().length;
    return (page) => giveRange(toRange(page, selector, { hint }));
  },
};

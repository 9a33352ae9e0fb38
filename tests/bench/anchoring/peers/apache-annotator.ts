/** The library @apache-annotator/dom: the first of the places that it finds. */
import { createTextQuoteSelectorMatcher, describeTextQuote } from '@apache-annotator/dom';
import { type Contender, giveRange } from '../contender.ts';

/** ms for the cases of an article. */
const BUDGET_MS = 1500;

export const apacheAnnotator: Contender = {
  name: '@apache-annotator/dom',
  budget: BUDGET_MS,
  describe: async (range, root) => {
    const selector = await describeTextQuote(range, root);
    return async (page) => {
      for await (const found of createTextQuoteSelectorMatcher(selector)(page))
        return giveRange(found);
      return giveRange(null);
    };
  },
};

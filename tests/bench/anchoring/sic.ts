/** Sic, by the functions that its page module gives to everybody. */
import { describeQuote, findQuote } from '../../../src/page/sic-page.ts';
import { type Contender, NOT_FOUND } from './contender.ts';

export const sic: Contender = {
  name: 'Sic',
  budget: Number.POSITIVE_INFINITY,
  describe: (range, root) => {
    const selectors = describeQuote(range, root);
    if (selectors === null) return () => NOT_FOUND;
    return (page) => {
      const { verdict, range: found, replacement } = findQuote(page, selectors);
      if (verdict === 'unknown') return NOT_FOUND;
      return { verdict: verdict === 'open' ? 'found' : 'fixed', range: found, replacement };
    };
  },
};

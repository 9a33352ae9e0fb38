/** The peers that need nothing but themselves, put into a page beside Sic. */
import { domAnchor } from './peers/dom-anchor.ts';
import { createHypothesis } from './peers/hypothesis.ts';

/** ms for the cases of an article. */
const BUDGET_MS = 4000;
const THRESHOLD = 0.8;

globalThis.peers = [
  ...(globalThis.peers ?? []),
  createHypothesis('hypothesis', 0, BUDGET_MS),
  createHypothesis('hypothesis+threshold', THRESHOLD, BUDGET_MS),
  domAnchor,
];

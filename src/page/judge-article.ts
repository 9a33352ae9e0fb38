/**
 * Is this page an article? From cheap signals alone: the shape of the address, what the head says, and one
 * bounded walk over the paragraphs. Each signal adds to a score and says so in words, so that a wrong
 * verdict can be explained.
 */
import { listAddressSignals } from './address-signals.ts';
import { findArticleNode } from './article-node.ts';
import { findArticleText } from './article-root.ts';
import { listBodySignals } from './body-signals.ts';
import { listHeadSignals } from './head-signals.ts';
import { readMetadata } from './metadata.ts';
import { SIGNALS, type SignalName, START } from './signal-weights.ts';

export interface ArticleVerdict {
  isArticle: boolean;
  /** 0 to 1; 0.5 and above is an article */
  score: number;
  /** the signals that counted, the weightiest first */
  reasons: string[];
}

export function judgeArticle(document: Document): ArticleVerdict {
  const signals = listSignals(document);
  const sum = signals.reduce((total, name) => total + SIGNALS[name][0], START);
  // The logistic curve keeps the score within 0 and 1 and puts "as likely as not" at a sum of 0.
  const score = 1 / (1 + Math.exp(-sum));
  return {
    isArticle: score >= 0.5,
    score,
    reasons: signals
      .map((name) => SIGNALS[name])
      .sort(([one], [other]) => Math.abs(other) - Math.abs(one))
      .map(([weight, words]) => `${weight > 0 ? '+' : '−'} ${words}`),
  };
}

function listSignals(document: Document): SignalName[] {
  const metadata = readMetadata(document);
  return [
    ...listAddressSignals(metadata.url),
    ...listHeadSignals(metadata, findArticleNode(metadata)),
    ...listBodySignals(document, findArticleText(document)),
  ];
}

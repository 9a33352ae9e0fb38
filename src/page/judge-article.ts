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
import { readPlain } from './plain-document.ts';
import { type SignalName, START, WEIGHTS } from './signal-weights.ts';
import { SIGNAL_WORDS } from './signal-words.ts';

export interface ArticleVerdict {
  isArticle: boolean;
  /** 0 to 1; 0.5 and above is an article */
  score: number;
  /** the signals that counted, the weightiest first */
  reasons: string[];
}

/** The verdict with its reasons. */
export function judgeArticle(document: Document): ArticleVerdict {
  const signals = listSignals(document);
  const score = scoreSignals(signals);
  return {
    isArticle: score >= LEAST_SCORE,
    score,
    reasons: signals
      .sort((one, other) => Math.abs(WEIGHTS[other]) - Math.abs(WEIGHTS[one]))
      .map((name) => `${WEIGHTS[name] > 0 ? '+' : '−'} ${SIGNAL_WORDS[name]}`),
  };
}

/** The verdict alone, for what runs in every page and has no use for words. */
export function isArticle(document: Document): boolean {
  return scoreSignals(listSignals(document)) >= LEAST_SCORE;
}

const LEAST_SCORE = 0.5;

/** The logistic curve keeps the score within 0 and 1 and puts "as likely as not" at a sum of 0. */
function scoreSignals(signals: SignalName[]): number {
  return 1 / (1 + Math.exp(-signals.reduce((sum, name) => sum + WEIGHTS[name], START)));
}

const TEASERS: SignalName[] = [
  'teasers',
  'linkedHeadings',
  'manyTimes',
  'mostlyLinks',
  'manyLinks',
];

/** The signals that hold for a page, each once. */
function listSignals(page: Document): SignalName[] {
  const document = readPlain(page);
  const metadata = readMetadata(document);
  const signals = new Set([
    ...listAddressSignals(metadata.url),
    ...listHeadSignals(metadata, findArticleNode(metadata)),
    ...listBodySignals(document, findArticleText(document)),
  ]);
  const hasTeasers = TEASERS.filter((name) => signals.has(name)).length >= 2;
  if (signals.has('plainWord') && hasTeasers) signals.add('sectionFront');
  return [...signals];
}

/**
 * Reports as readers of several newsrooms send them, about 1.8 kB each: written as the extension writes them, of made-up
 * words that are as unevenly common as real ones, and several of one mistake.
 */
import { v7 as createUuid } from 'uuid';
import type { Annotation } from '../../../src/model/annotation.ts';
import { composeAnnotation } from '../../../src/model/report.ts';
import { createRandom, type Random } from '../corpus/random.ts';

/** Host names of articles. The first three are one newsroom's, whose editors read the queue. */
const HOSTS = [
  'news.example',
  'ru.news.example',
  'ky.news.example',
  'courier.example',
  'gazette.example',
] as const;
export const EDITORS_SITE = HOSTS[0];

/** Words that there are, from the most common one on. */
const VOCABULARY = 30_000;
/** Words of a quote's context on one side: about the 240 characters that the extension takes. */
const CONTEXT_WORDS = 33;
const COMMENT_WORDS = 18;
const PLACES_PER_ARTICLE = 3;
/** Of the reports, those about a mistake that was reported shortly before. */
const REPEATED = 0.6;
const RECENT = 50;

const SYLLABLES = {
  latin: ['ka', 'lo', 'ri', 'ten', 'sa', 'mu', 'vor', 'el', 'ni', 'da'],
  cyrillic: ['ка', 'ло', 'ри', 'тен', 'са', 'му', 'вор', 'ел', 'ни', 'да'],
} as const;
type Script = keyof typeof SYLLABLES;

export interface ReportMaker {
  /** The next report, with a canonical that no other has. */
  make(): Annotation;
}

export function createReportMaker(seed: number): ReportMaker {
  const random = createRandom(seed);
  let places = 0;
  return {
    make() {
      const isRepeated = places > 0 && random.next() < REPEATED;
      const place = isRepeated ? places - 1 - random.below(Math.min(places, RECENT)) : places++;
      return writeReport(seed * 1_000_003 + place, place);
    },
  };
}

/** @param seed gives the words of the place: reports of one place quote the same */
function writeReport(seed: number, place: number): Annotation {
  const random = createRandom(seed);
  const article = Math.floor(place / PLACES_PER_ARTICLE);
  const host = HOSTS[article % HOSTS.length] ?? EDITORS_SITE;
  const script: Script = place % 4 === 0 ? 'latin' : 'cyrillic';
  const prefix = `${makeWords(random, script, CONTEXT_WORDS)} `;
  const suffix = ` ${makeWords(random, script, CONTEXT_WORDS)}.`;
  const exact = makeWords(random, script, 2);
  const start = 500 + random.below(20_000);
  return composeAnnotation({
    canonical: `urn:uuid:${createUuid()}`,
    source: `https://${host}/a/2026/11/${article}.html`,
    scope: '',
    selectors: [
      {
        type: 'TextQuoteSelector',
        ...{ exact, prefix, suffix },
        inBlock: { prefix: prefix.length, suffix: suffix.length },
      },
      { type: 'TextPositionSelector', start, end: start + exact.length },
    ],
    kind: random.pick(['spelling', 'spelling', 'grammar', 'fact']),
    correction: makeWords(random, script, 2),
    comment: random.next() < 0.8 ? makeWords(random, script, COMMENT_WORDS) : '',
    language: script === 'latin' ? 'en' : 'ky',
    createdAt: Date.now(),
  });
}

function makeWords(random: Random, script: Script, count: number): string {
  return Array.from({ length: count }, () => makeWord(random, script)).join(' ');
}

/** The n-th word of a language is about n times rarer than the first (Zipf's law). */
function makeWord(random: Random, script: Script): string {
  const syllables = SYLLABLES[script];
  let rank = Math.floor(VOCABULARY ** random.next());
  let word = '';
  do {
    word += syllables[rank % syllables.length];
    rank = Math.floor(rank / syllables.length);
  } while (rank > 0);
  return word;
}

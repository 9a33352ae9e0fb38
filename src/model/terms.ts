/**
 * What a site's own sentence asks of those who reuse its text. Each language says it with a few words: reuse,
 * only with, permission, link, active; `terms/` holds them as data, and what they stand in decides. The
 * sentence itself is kept as evidence, because this is what "the site says", never advice.
 */
import type { Terms } from './source.ts';
import { chooseVocabularies } from './terms/choose-vocabulary.ts';
import { mayNameCommons, readCommons } from './terms/commons.ts';
import { Sentence } from './terms/find-words.ts';
import { foldWords } from './terms/fold-words.ts';
import { markHosts } from './terms/hosts.ts';
import {
  type Conditions,
  readConditions,
  speaksOfOther,
  speaksOfReuse,
} from './terms/read-conditions.ts';
import {
  readIndexable,
  readNonCommercial,
  readPosition,
  readPrint,
  readShare,
} from './terms/read-limits.ts';
import { splitSentences } from './terms/split-sentences.ts';
import { readVocabulary } from './terms/vocabularies.ts';
import type { Vocabulary } from './terms/vocabulary.ts';

/** Longer texts are legal pages, not notices. */
const LONGEST = 1200;
const SHORTEST = 8;
/** In it licences of the commons are stated anywhere. */
const ENGLISH = { lang: 'en', script: 'latin' } as const;

/**
 * @param text a sentence, or a few, as a footer holds them
 * @param lang BCP 47 language of the text where it is known
 * @returns what they ask, or null where they do not speak of reuse
 */
export function readTerms(text: string, lang?: string | null): Terms | null {
  if (text.length > LONGEST * 4) return null;
  const squeezed = text.replace(/\s+/g, ' ').trim();
  if (squeezed.length > LONGEST || squeezed.length < SHORTEST) return null;
  const words = foldWords(squeezed);
  const isCommons = mayNameCommons(words);
  const chosen = chooseVocabularies(squeezed, words, lang);
  if (isCommons && chosen.length === 0) chosen.push(readVocabulary(ENGLISH));
  if (chosen.length === 0) return null;
  const sentences = splitSentences(squeezed).map((one) => {
    const { text: marked, hosts } = markHosts(one);
    return { text: one, words: foldWords(marked), hosts };
  });
  for (const vocabulary of chosen) {
    const terms = readWith(vocabulary, sentences);
    if (terms !== null) return terms;
  }
  return null;
}

interface Part {
  text: string;
  words: string;
  hosts: string[];
}

function readWith(vocabulary: Vocabulary, parts: readonly Part[]): Terms | null {
  const read = parts.map((part, index) => ({
    ...part,
    index,
    sentence: new Sentence(part.words, vocabulary),
  }));
  const own = read.filter(({ sentence }) => !speaksOfOther(sentence));
  const speaking = own.filter(({ sentence }) => speaksOfReuse(sentence)).map(({ index }) => index);
  const stated: (Conditions & { index: number })[] = [];
  for (const part of own) {
    const { index } = part;
    // A sentence goes on from the one before it: "Copying is welcome. A link is obligatory."
    const speaks = speaking.some((one) => Math.abs(one - index) < 2);
    const commons = readCommons(part.sentence);
    const conditions = readConditions(part.sentence, part.hosts, speaks);
    if (commons !== null) {
      const kinds = [commons, ...(conditions?.kinds ?? []).filter((kind) => kind !== 'none')];
      stated.push({ link: null, target: null, ...conditions, kinds, isPartial: false, index });
    } else if (conditions !== null) stated.push({ ...conditions, index });
  }
  const kinds = rankKinds(stated);
  const [kind, also] = kinds;
  if (kind === undefined) return null;
  const first = stated[0]?.index ?? 0;
  const last = stated.at(-1)?.index ?? first;
  const told = read.slice(first, last + 1);
  // What limits the link may be said in the next sentence.
  const around = read.slice(first, last + 2).map(({ sentence }) => sentence);
  const linked = stated.find(({ target }) => target !== null);
  return {
    kind,
    also: also ?? null,
    link: (linked ?? stated.find(({ link }) => link !== null))?.link ?? null,
    target: linked?.target ?? null,
    position: linked === undefined ? null : pick(around, readPosition),
    indexable: linked !== undefined && around.some(readIndexable),
    maxShare: pick(around, readShare),
    nonCommercial: around.some(readNonCommercial),
    print: readPrint(read.slice(first).flatMap((part) => splitClauses(part.text, vocabulary))),
    evidence: told.map((part) => part.text).join(' '),
  };
}

function pick<T>(sentences: Sentence[], reader: (sentence: Sentence) => T | null): T | null {
  for (const sentence of sentences) {
    const value = reader(sentence);
    if (value !== null) return value;
  }
  return null;
}

/**
 * The first kind is the main one, unless it binds a part of the reuse alone, or a later one asks for more: a
 * licence, or a credit, that has to come with a link.
 */
function rankKinds(stated: readonly Conditions[]): Terms['kind'][] {
  const kinds = [...new Set(stated.flatMap((one) => one.kinds))];
  const [first] = kinds;
  const isPartial = stated.length > 1 && kinds.length > 1 && stated[0]?.isPartial === true;
  const later = kinds.find(
    (kind) => kind !== first && (isPartial || STRICTER.get(first)?.includes(kind)),
  );
  return later === undefined ? kinds : [later, ...kinds.filter((kind) => kind !== later)];
}

const STRICTER = new Map<Terms['kind'] | undefined, Terms['kind'][]>([
  ['free-with-credit', ['active-link-required', 'cc-license']],
  ['cc-license', ['active-link-required']],
  [
    'none',
    ['cc-license', 'active-link-required', 'permission-required', 'free-with-credit', 'no-reuse'],
  ],
]);

function splitClauses(text: string, vocabulary: Vocabulary): { text: string; read: Sentence }[] {
  return text.split(/(?<=[,;()—–]) ?| (?=[—–-] )/).map((clause) => ({
    text: `${clause} `,
    read: new Sentence(foldWords(markHosts(clause).text), vocabulary),
  }));
}

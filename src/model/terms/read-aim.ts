/** Where a link has to lead: to a page, to the site, to a named host, or to no place but a body's name. */

import { LETTER } from '../letters.ts';
import type { Sentence, Span } from './find-words.ts';
import { foldStems } from './fold-words.ts';
import { HOST_MARK, PAGE_OF_A_HOST } from './hosts.ts';

export interface Aim {
  /** page, home or a host; null where nothing of the kind is named */
  target: string | null;
  /** an institution, a paper, a person is named instead */
  isBody: boolean;
}

const REACH = 110;
/** In folded words nothing else belongs to a word. */
const WORD = new RegExp(`^[${LETTER}'-]*`);
/** "на", "ба": a name follows */
const TOWARDS = /^ (?:на|ба|до|к) (?=\S)/;

interface Mention extends Span {
  kind: 'page' | 'home' | 'host' | 'body';
  host?: string;
}

export function readAim(sentence: Sentence, link: Span, hosts: string[]): Aim {
  const { words, vocabulary } = sentence;
  const isPost = vocabulary.post;
  const zone = isPost ? readBefore(words, link) : readAfter(words, link);
  let mentions = findMentions(sentence, zone, hosts);
  if (isPost) mentions = mentions.reverse();
  const [first, second] = mentions.filter(({ kind }) => kind !== 'body');
  const isBody = mentions.some(({ kind }) => kind === 'body') || isName(sentence, link);
  // "A reference to the author and the source" names the author first.
  const isBodyFirst = mentions[0]?.kind === 'body';
  if (isBodyFirst && !mentions.some(({ kind }) => kind === 'host' || kind === 'home'))
    return { target: null, isBody };
  if (first === undefined) {
    // "Bitte die Seite verlinken": the verb follows what it leads to.
    const isVerb = !isPost && /^verlink|^linked/.test(words.slice(link.start, link.end));
    if (!isVerb) return { target: null, isBody };
    const earlier = findMentions(sentence, readBefore(words, link), hosts).at(-1);
    return { target: earlier === undefined ? null : name(earlier), isBody };
  }
  const isNear = second !== undefined && Math.abs(second.start - first.end) < 30;
  if (isNear && second.kind === 'host' && first.kind !== 'host' && !isParticular(sentence, first))
    return { target: name(second), isBody };
  return { target: name(first), isBody };
}

/** The site, or the source, whose host stands beside it; a page of it is a page all the same. */
function isParticular(sentence: Sentence, { kind, start, end }: Mention): boolean {
  return kind === 'page' && !isSource(sentence.words.slice(start, end));
}
const SOURCES =
  'source|источник|первоисточник|address|adres|адрес|direccion|indirizz|enderec|unvan|manzil|url|джерел|першоджерел|quelle|fuente|fonte|font|źródł|kayna|surs|булак|булаг|дерек|манба|сарчашма|manba|mənbə|bron|källa|kilde|zdroj|крыніц|منبع';
let source: RegExp | null = null;

function isSource(words: string): boolean {
  source ??= new RegExp(`^(?:${foldStems(SOURCES)})`);
  return source.test(words);
}

function name({ kind, host }: Mention): string {
  if (kind !== 'host') return kind;
  return host === undefined || host === PAGE_OF_A_HOST ? 'page' : host;
}

function readAfter(words: string, { end }: Span): Span {
  const stop = words.slice(end, end + REACH).search(/;|\. /);
  return { start: end, end: stop < 0 ? end + REACH : end + stop };
}

function readBefore(words: string, { start }: Span): Span {
  const from = Math.max(0, start - REACH);
  const stop = words.slice(from, start).lastIndexOf(';');
  return { start: from + stop + 1, end: start };
}

function findMentions(sentence: Sentence, zone: Span, hosts: string[]): Mention[] {
  const found: Mention[] = [];
  let index = 0;
  for (const { index: at } of sentence.words.matchAll(new RegExp(HOST_MARK, 'g'))) {
    const host = hosts[index];
    index += 1;
    if (host !== undefined && at >= zone.start && at < zone.end)
      found.push({ kind: 'host', host, start: at, end: at + 1 });
  }
  const home = sentence.find('home');
  add('home', home);
  add(
    'page',
    sentence
      .find('page')
      .filter((page) => !home.some((one) => page.start < one.end && one.start < page.end)),
  );
  add('body', sentence.find('body'));
  return found.sort((a, b) => a.start - b.start);

  function add(kind: Mention['kind'], spans: Span[]): void {
    for (const span of spans) {
      if (span.start < zone.start || span.start >= zone.end) continue;
      if (kind === 'body' || isAimed(sentence, span)) found.push({ kind, ...span });
    }
  }
}

/** Where the language has a case for it, only a word in that case is what a link leads to. */
function isAimed({ words, vocabulary }: Sentence, span: Span): boolean {
  const dative = vocabulary.stems.get('dative');
  if (dative === undefined) return true;
  const word = WORD.exec(words.slice(span.start))?.[0] ?? '';
  const rest = words.slice(span.start, span.start + Math.max(word.length, span.end - span.start));
  return new RegExp(`${foldStems(dative)}$`).test(rest.trimEnd());
}

/** "A reference to X": whatever X is, it is named. */
function isName({ words, vocabulary }: Sentence, link: Span): boolean {
  if (vocabulary.post) return /[»"”]\S{0,6} $/.test(words.slice(0, link.start));
  return TOWARDS.test(words.slice(link.end, link.end + 20));
}

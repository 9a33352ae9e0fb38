/**
 * Finds whom a text names as its source: "according to Radio Bay (bay.example)", "сообщает ТАСС", "Reuters reports",
 * "Source: bay.example". Only what is named as the source, and is an outlet of the kept directory or a stated host;
 * a host or an outlet that is merely spoken of is none. Precision goes before recall.
 */

import { startsCapital, startsSmall } from '../letters.ts';
import { readHost } from './host-family.ts';
import { findOutlet } from './outlets.ts';
import { compile } from './pattern.ts';
import { readCredit } from './read-credit.ts';
import { findSites } from './site.ts';
import { CASE_ENDING, FILLERS, FOLLOWERS, SOURCE_LABELS, SOURCE_WORDS } from './source-words.ts';

export interface Mention {
  /** as the text writes it */
  name: string;
  host: string;
}

/** Written without spaces between words. */
const DENSE = /[\u0e00-\u0e7f\u3040-\u30ff\u3400-\u9fff]/;
/** Stocks of pictures sell them, texts are not theirs. */
const STOCK =
  /^(?:gettyimages|istockphoto|shutterstock|alamy|stock\.adobe|depositphotos|unsplash|pexels|pixabay|dreamstime|freepik|123rf|flickr|photocase|commons\.wikimedia)\./;
const QUOTES = '"\'“”„«»‘’‹›「」『』';
const LONGEST_NAME = 90;
const MOST_NAME_WORDS = 5;
const MOST_FILLERS = 3;
const MOST_FOUND = 30;
const CLOSING = /[,.;:!?…)»”"،؛؟]+$/;
/** A mark that ends what is named. */
const ENDING_WITHIN = /[,;:!?()،؛؟]|\.\s/;

/**
 * @param text one paragraph, white space squeezed
 * @param language BCP 47 of the text, or null
 * @returns each in the order of the text; one that is named twice stands there twice
 */
export function findMentions(text: string, language: string | null): Mention[] {
  const found: { at: number; mention: Mention }[] = [];
  const tongue = chooseTongue(text, language);
  const add = (at: number, mention: Mention | null) => {
    if (mention !== null && !STOCK.test(mention.host) && found.length < MOST_FOUND)
      found.push({ at, mention });
  };
  const agency = readDateline(text, tongue);
  if (agency !== null) add(0, agency);
  for (const match of text.matchAll(LABEL()))
    for (const one of readLabelled(text.slice(match.index + match[0].length), tongue))
      add(match.index, one);
  const words = Object.hasOwn(SOURCE_WORDS, tongue) ? SOURCE_WORDS[tongue] : undefined;
  if (words !== undefined && words.before !== '')
    for (const match of text.matchAll(bound(words.before, tongue))) {
      const end = match.index + match[0].length;
      add(match.index, readAhead(text.slice(end, end + LONGEST_NAME), tongue));
    }
  if (words !== undefined && words.behind !== '')
    for (const match of text.matchAll(bound(words.behind, tongue))) {
      const before = text.slice(Math.max(0, match.index - LONGEST_NAME), match.index);
      const behind = text.slice(match.index + match[0].length, match.index + LONGEST_NAME);
      add(match.index, readBack(before, behind, tongue));
    }
  return found.sort((a, b) => a.at - b.at).map(({ mention }) => mention);
}

const LABEL = () =>
  compile(
    `(?<=^|[\\n(\\[（［【.!?…。»”"—–|•·;])\\s?(?:${SOURCE_LABELS})\\s?[:：՝]\\s?(?=\\S)`,
    'gi',
  );

/** Languages that write some of these words in one with the name. */
const GLUED: Readonly<Record<string, [start: boolean, end: boolean]>> = {
  ar: [false, true],
  ja: [true, true],
  ko: [true, false],
  th: [true, true],
  zh: [true, true],
};

function bound(words: string, tongue: string): RegExp {
  const [isGluedBefore, isGluedBehind] = GLUED[tongue] ?? [false, false];
  const start = isGluedBefore ? '' : '(?<![\\p{L}\\p{N}])';
  const end = isGluedBehind ? '' : '(?![\\p{L}\\p{N}])';
  return compile(`${start}(?:${words})${end}`, 'gi');
}

const TONGUES: Readonly<Record<string, string>> = {
  bs: 'hr',
  no: 'nb',
  nn: 'nb',
  iw: 'he',
  ms: 'id',
};

/** The primary subtag; where none is known, one that the script suggests. */
function chooseTongue(text: string, language: string | null): string {
  const primary = language?.toLowerCase().split(/[-_]/)[0] ?? '';
  if (primary !== '') return TONGUES[primary] ?? primary;
  if (/[\u0400-\u052f]/.test(text.slice(0, 200))) return 'ru';
  return 'en';
}

function readLabelled(rest: string, tongue: string): Mention[] {
  const line = rest.slice(0, 200).split('\n')[0] ?? '';
  const credit = readCredit(`Source: ${line}`, tongue);
  return (credit?.links ?? []).map(({ name, url }) => ({ name, host: readHost(url) }));
}

const DATELINE = /^[^()\n]{2,45}\(([^()]{2,25})\)\s?[—–-]/;

/** "BAY CITY (AFP) —" */
function readDateline(text: string, tongue: string): Mention | null {
  const name = DATELINE.exec(text)?.[1] ?? '';
  const outlet = name === '' ? null : findOutlet(name, tongue);
  return outlet?.isAgency && outlet.host !== '' ? { name, host: outlet.host } : null;
}

/** What a word begins or ends with that is not its own. */
const trimQuotes = (word: string) => {
  let start = 0;
  let end = word.length;
  while (start < end && QUOTES.includes(word[start] ?? ' ')) start += 1;
  while (end > start && QUOTES.includes(word[end - 1] ?? ' ')) end -= 1;
  return word.slice(start, end);
};

/** The name at the start of what follows "according to". */
function readAhead(following: string, tongue: string): Mention | null {
  const text = following.replace(/^[\s\u00a0:]+/, '');
  const bracketed = /^([^().,;:!?\n]{2,60}?)\s?\(([^()\s]{4,60})\)/.exec(text);
  if (bracketed !== null) {
    const mention = readBracketed(bracketed[1] ?? '', bracketed[2] ?? '');
    if (mention !== null) return mention;
  }
  if (DENSE.test(text.slice(0, 3))) return readDense(text, tongue, 'start');
  const words = text.split(' ').slice(0, MOST_FILLERS + MOST_NAME_WORDS + 1);
  for (let first = 0; first <= MOST_FILLERS; first += 1) {
    const mention = readWords(words.slice(first), tongue);
    if (mention !== null) return mention;
    if (!FILLERS.has((words[first] ?? '').toLowerCase())) return null;
  }
  return null;
}

/** The longest name, or the host, that the words begin with, and that nothing makes a part of another. */
function readWords(words: string[], tongue: string): Mention | null {
  const first = trimQuotes(words[0] ?? '').replace(CLOSING, '');
  const site = findSites(first)[0];
  if (site?.start === 0 && !/^\//.test(first.slice(site.end)))
    return { name: first.slice(0, site.end), host: site.host.replace(/^www\./, '') };
  for (let count = Math.min(MOST_NAME_WORDS, words.length); count > 0; count -= 1) {
    const name = words.slice(0, count).join(' ');
    if (ENDING_WITHIN.test(name.slice(0, -1))) continue;
    const bare = trimQuotes(name.replace(CLOSING, ''));
    const outlet = findWithCase(bare, tongue);
    if (outlet === null) continue;
    return CLOSING.test(name) || mayFollow(words[count] ?? '', tongue) ? outlet : null;
  }
  return null;
}

/** A noun behind the name makes it a part of something else; German writes nouns with capitals. */
function mayFollow(next: string, tongue: string): boolean {
  if (next === '' || /^[(—–-]/.test(next) || (tongue === 'de' && startsSmall(next))) return true;
  return FOLLOWERS.has(next.replace(CLOSING, '').toLowerCase());
}

/** "the BBC", "l’AFP" */
function dropArticle(name: string): string {
  const bare = trimQuotes(name.replace(/^[ldLD]['’](?=\S{2})/, ''));
  const [first = '', ...rest] = bare.split(' ');
  return rest.length > 0 && startsSmall(first) && FILLERS.has(first) ? rest.join(' ') : bare;
}

const CASELESS = () => compile('^[^\\p{Ll}]');

/** A name begins with a capital; many an outlet's name is a word of the language besides. */
function isWritten(name: string): boolean {
  return /^(?:[a-z]{2,4}|the .*|de .*)$/.test(name) || CASELESS().test(name);
}

/** @param written also in a case of its language, and with its article: there are those that have one in their name */
function findWithCase(written: string, tongue: string): Mention | null {
  const bare = dropArticle(written);
  if (!isWritten(bare)) return null;
  const cut = [bare, bare.replace(CASE_ENDING, ''), bare.replace(/['’ʼ].*$/, '')];
  for (const name of [written, ...cut]) {
    const outlet = name.length > 1 ? findOutlet(name, tongue) : null;
    if (outlet === null) continue;
    return outlet.host === '' ? null : { name: name === written ? bare : name, host: outlet.host };
  }
  return null;
}

/** "Radio Bay (bay.example)": a name, and the host that it has. */
function readBracketed(before: string, host: string): Mention | null {
  const site = findSites(host)[0];
  if (site === undefined || site.start !== 0 || site.end !== host.length) return null;
  const words = before.trim().split(' ');
  let first = 0;
  while (first < words.length - 1 && FILLERS.has((words[first] ?? '').toLowerCase())) first += 1;
  const name = trimQuotes(words.slice(first).join(' '));
  const isName = words.length - first <= MOST_NAME_WORDS && CASELESS().test(name);
  return { name: isName && name !== '' ? name : site.host, host: site.host.replace(/^www\./, '') };
}

/** What may follow "reports" where it is what the outlet does, and not what it has. */
const OWN_AFFAIRS =
  /^ (?:an? |its |his |record |quarterly |annual |\S+ )?(?:loss|losses|profits?|revenues?|earnings|results)\b/;

/** The name at the end of what stands before "reports". */
function readBack(preceding: string, behind: string, tongue: string): Mention | null {
  const text = preceding.trimEnd();
  if (OWN_AFFAIRS.test(behind)) return null;
  if (DENSE.test(text.slice(-2))) return readDense(text, tongue, 'end');
  const bracketed = /(?:^|[.,;:!?\n]\s?)([^().,;:!?\n]{2,60}?)\s?\(([^()\s]{4,60})\)$/.exec(text);
  if (bracketed !== null) return readBracketed(bracketed[1] ?? '', bracketed[2] ?? '');
  const words = text.split(' ').slice(-MOST_NAME_WORDS - 1);
  for (let count = Math.min(MOST_NAME_WORDS, words.length); count > 0; count -= 1) {
    const name = words.slice(-count).join(' ');
    if (ENDING_WITHIN.test(name)) continue;
    const bare = trimQuotes(name);
    const host = count === 1 ? findSites(bare)[0] : undefined;
    const isHost = host?.start === 0 && host.end === bare.length;
    const outlet = isHost
      ? { name: bare, host: host.host.replace(/^www\./, '') }
      : findWithCase(bare, tongue);
    if (outlet === null) continue;
    const previous = words.at(-count - 1) ?? '';
    return isPartOfName(previous) ? null : outlet;
  }
  return null;
}

/** "Wie Der Spiegel berichtet" */
const LEADING =
  /^(?:as|when|after|but|and|wie|comme|como|come|jak|ako|ahogy|zoals|som|как|як|якая|што|но|що|что|when|while)$/;

/** "Thomson Reuters" is not Reuters; "The", "Агентство" and what a mark ends are no part of a name. */
function isPartOfName(previous: string): boolean {
  if (previous === '' || /[.,;:!?…)»”"،؛؟—–-]$/.test(previous)) return false;
  const word = previous.toLowerCase();
  return startsCapital(trimQuotes(previous)) && !FILLERS.has(word) && !LEADING.test(word);
}

/** Without spaces the name is the longest that the directory has. */
function readDense(text: string, tongue: string, where: 'start' | 'end'): Mention | null {
  const run =
    where === 'start'
      ? /^[「『《]?([^\s，。、」』》（）]{2,12})/
      : /([^\s，。、「『《（）]{2,12})[」』》]?$/;
  const letters = run.exec(text)?.[1] ?? '';
  for (let count = letters.length; count > 1; count -= 1) {
    const name = where === 'start' ? letters.slice(0, count) : letters.slice(-count);
    const outlet = findOutlet(name, tongue);
    if (outlet !== null && outlet.host !== '') return { name, host: outlet.host };
  }
  return null;
}

/**
 * Hosts that a sentence names. They are taken out before its words are folded: a dot in a name ends no
 * sentence, and an internationalised name keeps its letters.
 */

import { DIGIT, LETTER, startsCapital } from '../letters.ts';

/** Stands in the words where a host stood; the n-th stands for the n-th host. */
export const HOST_MARK = '\ue000';
/** Among the hosts: an address with a path. */
export const PAGE_OF_A_HOST = '';
const ADDRESS_MARK = '\ue001';

const SIGN = `${LETTER}${DIGIT}`;
const compileNames = compileOnce(
  `(?<![${SIGN}@._-])(?:https?:\\/\\/)?((?:[${SIGN}](?:[${SIGN}-]{0,61}[${SIGN}])?\\.){1,5}[${LETTER}]{2,18})(?![${SIGN}@])(?:\\/[^\\s<>"»)]{0,200})?`,
);
const compileMail = compileOnce(`[${SIGN}._%+-]{1,64}@[${SIGN}.-]{1,100}`);
const ENDING =
  /^(?:[a-z]{2}|com|org|net|info|biz|gov|edu|int|mil|news|press|media|online|site|website|today|live|life|blog|club|xyz|pro|name|mobi|travel|agency|world|group|space|store|shop|tech|digital|global|report|review|wiki|africa|asia|berlin|wien|koeln|hamburg|moscow|london|paris|tatar|cat|eus|gal|bzh|scot|wales|swiss|example|test|рф|рус|москва|дети|онлайн|сайт|укр|бел|қаз|срб|бг|мкд|мон|ею|հայ|გე|ελ|ευ)$/;
const FILE = /\.(?:html?|php|pdf|jpe?g|png|gif|js|ts|md|txt|docx?|py|zip)$/;

export interface MarkedHosts {
  text: string;
  /** lower case, without www */
  hosts: string[];
}

/** Takes the hosts out of a text. */
export function markHosts(text: string): MarkedHosts {
  const hosts: string[] = [];
  if (!text.includes('.')) return { text, hosts };
  const marked = text
    .replace(compileMail(), ADDRESS_MARK)
    .replace(compileNames(), (whole: string, name: string) => {
      const host = name.toLowerCase().replace(/^www\./, '');
      const ending = host.slice(host.lastIndexOf('.') + 1);
      const isNamed = /^(?:https?:|www\.)/i.test(whole);
      // "reserved.This", "e.V": a sentence's end without its space, an abbreviation.
      const hasCase = isCapitalised(name.slice(-ending.length));
      const isShort = host.length - ending.length < 3;
      if (!isNamed && (!ENDING.test(ending) || hasCase || isShort || FILE.test(host))) return whole;
      // The address of a page is that page's, not its site's.
      hosts.push(/\/[^\s/]/.test(whole.replace(/^https?:\/\//, '')) ? PAGE_OF_A_HOST : host);
      return HOST_MARK;
    });
  return { text: marked, hosts };
}

function isCapitalised(word: string): boolean {
  const rest = word.slice(1);
  return startsCapital(word) && rest !== '' && rest === rest.toLowerCase();
}

/** Compiled on its first use: few texts have hosts. */
function compileOnce(source: string): () => RegExp {
  let pattern: RegExp | null = null;
  return () => {
    pattern ??= new RegExp(source, 'g');
    return pattern;
  };
}

/**
 * Names of authors as people write them, freed of what bylines put around them: "By", roles, dates, addresses. A name
 * that holds a connector of its own ("Ortega y Gasset", "Tom and Ann") stays whole.
 */
import { AGENCIES, CONNECTORS, DEGREES, ENDS, INITIALS, LABELS, ROLES } from './byline-words.ts';

const PREFIX = new RegExp(`^(?:${LABELS})(?:\\s*[:：]\\s*|[\\s/]+)`, 'iu');
const BARE_LABEL = new RegExp(`^(?:${LABELS}|${ENDS})[\\s:：]*$`, 'iu');
const END = new RegExp(`[\\s,|(-]+(?:${ENDS})[\\s:].*$`, 'iu');
const ROLE = new RegExp(`(?<![\\p{L}\\p{M}'’-])(?:${ROLES})(?![\\p{L}\\p{M}'’-])`, 'iu');
const ROLE_TAIL = new RegExp(`\\s(?:${ROLES})(?![\\p{L}\\p{M}'’-]).*$`, 'iu');
const CONNECTOR = new RegExp(`\\s+(?:${CONNECTORS})\\s+`, 'iu');
const SEPARATOR = /\s*(?:(?<!&\w{2,8});|[|·•、，]|\s[/–—-]\s|\s\/\/\s)\s*/u;
/** Words of a name that begin with a small letter. */
const PARTICLE =
  /^(?:al|af|av|bin|bint|da|das|de|dei|del|della|den|der|di|do|dos|du|e|el|het|ibn|la|las|le|les|los|op|'t|ten|ter|van|vd|von|vom|y|zu|zum|zur|d['’].+|и|оглы|кызы|уулу|ұлы|қызы)$/iu;
const NO_NAME =
  /^(?:admin(?:istrator)?|administrador|root|webmaster|user|guest|unknown|anonymous|no author|author|the authors?|about the authors?|posted|written|by|null|undefined|none|n\/a|view .*|read .*|more from.*|about.*|all posts.*|today|yesterday|heute|gestern|(?:mon|tues|wednes|thurs|fri|satur|sun)day|(?:mon|diens|donners|frei|sams|sonn)tag|mittwoch|share|follow.*|subscribe.*|contact.*|see all.*|archiv.*|zur? .*)$/iu;
const NEWSROOM =
  /^(?:(?:the |die |la |a )?(?:editorial (?:team|staff|board|office)|editors?|staff(?: writers?| reporters?)?|newsroom|news desk|web ?desk|news team|(?:online-?)?redaktion|redaktionen|rédaction|redacción|redazione|redação|redakcja|redakce|redakcia|redacția|redactie|szerkesztőség|toimitus|редакция|редакція|редакцияси|tahririyat|haber merkezi|編集部))$/iu;
const INSTITUTION =
  /(?:^|\s)(?:for|für|pour|para|per|of|the|für|du|des|team|institute?|university|department)(?:\s|$)/iu;
const SUFFIX = /^(?:jr|sr|ii|iii|iv)\.?$/iu;
const NAME_LIMIT = 80;
const BYLINE_LIMIT = 1000;
const MOST_NAMES = 100;

/** @returns the names in bylines, without labels, roles, dates, addresses and repeats, in their order */
export function cleanAuthors(bylines: string[]): string[] {
  const all = bylines.slice(0, MOST_NAMES).flatMap(readByline);
  // The newsroom signs where nobody does.
  const people = all.filter((name) => !NEWSROOM.test(name));
  const names = people.length > 0 ? people : all;
  const seen = new Set<string>();
  return names
    .filter((name) => {
      const key = name.toLowerCase().replace(/[^\p{L}\p{N}]/gu, '');
      return seen.has(key) ? false : seen.add(key);
    })
    .slice(0, MOST_NAMES);
}

/** "Last, First" as libraries write it → "First Last"; anything else as it is. */
export function turnName(name: string): string {
  const parts = /^([^,]{2,40}),\s*([^,]{1,40})$/u.exec(name.trim());
  if (parts === null || parts[1] === undefined || parts[2] === undefined) return name;
  return SUFFIX.test(parts[2]) || DEGREES.test(parts[2]) ? name : `${parts[2]} ${parts[1]}`;
}

function readByline(byline: string): string[] {
  const line = byline.slice(0, BYLINE_LIMIT).replace(/\s+/g, ' ').trim();
  const names: string[] = [];
  for (const part of cutAddresses(line).split(SEPARATOR)) readPart(part, names);
  return names;
}

function cutAddresses(line: string): string {
  // Nothing else than a handle is a name all the same.
  const handle = /^@([\w.]{2,30})$/.exec(line)?.[1];
  if (handle !== undefined) return handle;
  return (
    line
      .replace(/(?:https?:\/\/|www\.)[^\s()]*/giu, '|')
      .replace(/[\w.+-]{1,64}@[\w.-]{1,100}/gu, '|')
      .replace(/(?<!\S)@[\w.]{1,30}/gu, '|')
      // Within a name it is part of it: "Ann (Nan) Writer".
      .replace(/\([^()]{0,100}\)(?!\s*\p{L}+$)|\[[^[\]]{0,100}\]/gu, ' ')
  );
}

function readPart(part: string, names: string[]): void {
  let text = part.trim();
  for (let i = 0; i < 2; i += 1) text = text.replace(PREFIX, '');
  const cut = text.replace(END, '').trim();
  // A sentence is no name with something behind it.
  if (cut.includes(' ') || text.split(' ', 8).length < 8) text = cut;
  for (const piece of text.split(/\s*,\s*/)) readPiece(piece, names);
}

/** One piece between commas: a name, two with a connector, or what is said of the name before. */
function readPiece(piece: string, names: string[]): void {
  const bare = piece.replace(/^(?:and|und|et|y|e|i|и|та|&)\s/iu, '').replace(PREFIX, '');
  const last = names.at(-1);
  if (last !== undefined && SUFFIX.test(bare)) names[names.length - 1] = `${last}, ${bare}`;
  else if (last?.includes(' ') === true && !AGENCIES.test(bare) && isAddition(bare)) return;
  else names.push(...splitNames(bare).map(tidyName).filter(isName));
}

/** A role, a degree, a town: what follows a full name without being one. */
function isAddition(piece: string): boolean {
  return (
    !/\s/u.test(piece) ||
    ROLE.test(piece) ||
    DEGREES.test(piece) ||
    INITIALS.test(piece) ||
    /^(?:for|at|of) /i.test(piece)
  );
}

/** Splits at connectors where full names stand on both sides. */
function splitNames(text: string): string[] {
  const parts: string[] = [];
  let rest = text;
  let from = 0;
  for (let i = 0; i < MOST_NAMES; i += 1) {
    const match = CONNECTOR.exec(rest.slice(from));
    if (match === null) break;
    const before = rest.slice(0, from + match.index);
    const after = rest.slice(from + match.index + match[0].length);
    if (isFull(before) && isFull(firstOf(after)) && !INSTITUTION.test(text)) {
      parts.push(before);
      rest = after;
      from = 0;
    } else from += match.index + match[0].length - 1;
  }
  return [...parts, rest];
}

function firstOf(text: string): string {
  return text.split(CONNECTOR, 1)[0] ?? '';
}

/** At least two words, or a known agency: something that can stand alone. */
function isFull(text: string): boolean {
  return /\S\s+\S/u.test(text.trim()) || AGENCIES.test(text.trim());
}

function tidyName(name: string): string {
  let text = name.replace(PREFIX, '').replace(/^[\s.:@*"„“«–—-]+|[\s:;,–—"“”»*-]+$/gu, '');
  const cut = text.replace(ROLE_TAIL, '');
  if (cut.includes(' ')) text = cut;
  for (let i = 0; i < 3; i += 1) {
    const space = text.lastIndexOf(' ');
    if (text.indexOf(' ') < space && DEGREES.test(text.slice(space + 1)))
      text = text.slice(0, space);
  }
  return text.replace(/\s+/g, ' ').trim();
}

function isName(name: string): boolean {
  return (
    name.length > 1 &&
    name.length <= NAME_LIMIT &&
    /\p{L}/u.test(name) &&
    !/https?:|www\.|@|\d{4}|\d[.:/]\d|(?:^|\s)\d|[{}<>=]/iu.test(name) &&
    !NO_NAME.test(name) &&
    !BARE_LABEL.test(name) &&
    name.split(' ').length <= 7
  );
}

/** Whether something visible looks like a name: every longer word begins with a capital, or it is one word alone. */
export function looksLikeName(name: string): boolean {
  const words = name.split(/\s+/u);
  if (words.length > 6 || /[!?:…→»>]|\p{L}{5}\.\s/u.test(name)) return false;
  return words.length === 1
    ? name.length > 1 && !ROLE.test(name)
    : words.every(
        (word) => /^[^\p{Ll}]/u.test(word) || PARTICLE.test(word) || CONNECTOR.test(` ${word} `),
      );
}

/**
 * Names of authors as people write them, freed of what bylines put around them: "By", roles, dates, addresses. A name
 * that holds a connector of its own ("Ortega y Gasset", "Tom and Ann") stays whole.
 */
import {
  AGENCIES,
  CONNECTORS,
  DEGREES,
  ENDS,
  INSTITUTIONS,
  INVITATIONS,
  LABELS,
  NEWSROOMS,
  NO_NAMES,
  PARTICLES,
  ROLES,
  type Words,
} from './byline-words.ts';
import { DIGIT, LETTER, startsCapital, startsSmall } from './letters.ts';

const SEPARATOR = /\s*(?:(?<!&\w{2,8});|[|·•、，]|\s[/–—-]\s|\s\/\/\s)\s*/;
const SUFFIX = /^(?:jr|sr|ii|iii|iv)\.?$/i;
const ANY_LETTER = new RegExp(`[${LETTER}]`);
const NO_LETTERS = new RegExp(`[^${LETTER}${DIGIT}]`, 'g');
/** Two sentences, or the marks of a headline. */
const NO_NAME = new RegExp(`[!?:…→»>]|[${LETTER}]{5}\\.\\s`);
/** What stands in brackets, but within a name. */
const REMARK = new RegExp(`\\([^()]{0,100}\\)(?!\\s*[${LETTER}]+$)|\\[[^[\\]]{0,100}\\]`, 'g');
const LONGEST_LABEL = 5;
const NAME_LIMIT = 80;
const BYLINE_LIMIT = 1000;
const MOST_WORDS = 7;
const MOST_NAMES = 100;

/** @returns the names in bylines, without labels, roles, dates, addresses and repeats, in their order */
export function cleanAuthors(bylines: string[]): string[] {
  const all = bylines.slice(0, MOST_NAMES).flatMap(readByline);
  // The newsroom signs where nobody does.
  const people = all.filter((name) => !has(NEWSROOMS, name.replace(/^(?:the|die|la|a) /i, '')));
  const seen = new Set<string>();
  return (people.length > 0 ? people : all)
    .filter((name) => {
      const key = name.toLowerCase().replace(NO_LETTERS, '');
      return seen.has(key) ? false : seen.add(key);
    })
    .slice(0, MOST_NAMES);
}

/** "Last, First" as libraries write it → "First Last"; anything else as it is. */
export function turnName(name: string): string {
  const parts = /^([^,]{2,40}),([^,]{1,40})$/.exec(name.trim());
  const [last, first] = [parts?.[1], parts?.[2]?.trim()];
  if (last === undefined || first === undefined) return name;
  return SUFFIX.test(first) || isDegree(first) ? name : `${first} ${last}`;
}

/** Whether something visible looks like a name: every longer word begins with a capital, or it is one word alone. */
export function looksLikeName(name: string): boolean {
  const words = name.split(' ');
  if (words.length >= MOST_WORDS || NO_NAME.test(name)) return false;
  if (words.length === 1) return name.length > 1 && !has(ROLES, name);
  return words.every((word) => (word !== '' && !startsSmall(word)) || isSmall(word));
}

function isSmall(word: string): boolean {
  return has(PARTICLES, word) || has(CONNECTORS, word) || /^[dl]['’]/i.test(word);
}

function has(words: Words, text: string): boolean {
  return words().has(text.toLowerCase().replace(/[\s.:：]+$/, ''));
}

function isDegree(word: string): boolean {
  return DEGREES().has(word.toLowerCase().replace(/[.®™\s]/g, ''));
}

function readByline(byline: string): string[] {
  const line = byline.slice(0, BYLINE_LIMIT).replace(/\s+/g, ' ').trim();
  const names: string[] = [];
  for (const part of cutAddresses(line).split(SEPARATOR)) {
    for (const piece of cutEnd(cutLabels(part)).split(/\s*,\s*/)) readPiece(piece, names);
  }
  return names;
}

function cutAddresses(line: string): string {
  if (!/[@([/.]/.test(line)) return line;
  // Where there is nothing but a handle, it is the name.
  const handle = /^@([\w.]{2,30})$/.exec(line)?.[1];
  if (handle !== undefined) return handle;
  return (
    line
      .replace(/(?:https?:\/\/|www\.)[^\s()]*/gi, '|')
      .replace(/[\w.+-]{1,64}@[\w.-]{1,100}/g, '|')
      .replace(/(?<!\S)@[\w.]{1,30}/g, '|')
      // Within a name it is part of it: "Ann (Nan) Writer".
      .replace(REMARK, ' ')
  );
}

/** Labels of one language that are first names in another: "Di Wu" is whole. */
const ALSO_NAMES = new Set(['av', 'di', 'oleh', 'par', 'story', 'von']);

function isFirstName(words: string[]): boolean {
  const [first = ''] = words;
  return words.length === 2 && startsCapital(first) && ALSO_NAMES.has(first.toLowerCase());
}

/** "Written by: Ann Writer" → "Ann Writer". */
function cutLabels(text: string): string {
  let rest = text.trim();
  for (let i = 0; i < 2; i += 1) {
    const glued = /^([^\s:：/]{1,20})\s?[:：/]\s*(?=\S)/.exec(rest);
    if (glued !== null && has(LABELS, glued[1] ?? '')) {
      rest = rest.slice(glued[0].length);
      continue;
    }
    const words = rest.split(' ', LONGEST_LABEL + 1);
    let length = Math.min(words.length - 1, LONGEST_LABEL);
    while (length > 0 && !has(LABELS, words.slice(0, length).join(' '))) length -= 1;
    if (length === 0 || (length === 1 && isFirstName(words))) break;
    rest = rest.split(' ').slice(length).join(' ');
  }
  return rest;
}

/** "Ann Writer Updated 3 May" → "Ann Writer". */
function cutEnd(text: string): string {
  const words = text.split(' ');
  const end = words.findIndex(
    (word, i) =>
      // A name may hold a short one: "Park In Soo".
      i >= (word.length > 3 && words.length > 3 ? 1 : 2) && has(ENDS, word.replace(/^\(/, '')),
  );
  // A sentence is no name with something behind it.
  return end < 0 || (end === 1 && words.length > MOST_WORDS)
    ? text
    : words.slice(0, end).join(' ').trim();
}

/** One piece between commas: a name, two with a connector, or what is said of the name before. */
function readPiece(piece: string, names: string[]): void {
  const space = piece.indexOf(' ');
  const joined = space > 0 && CONNECTORS().has(piece.slice(0, space).toLowerCase());
  const bare = cutLabels(joined ? piece.slice(space + 1) : piece);
  const last = names.at(-1);
  if (last !== undefined && SUFFIX.test(bare)) names[names.length - 1] = `${last}, ${bare}`;
  else if (last?.includes(' ') === true && isAddition(bare)) return;
  else names.push(...splitNames(bare).map(tidyName).filter(isName));
}

/** A role, a degree, a town: what follows a full name without being one. */
function isAddition(piece: string): boolean {
  if (has(AGENCIES, piece)) return false;
  const words = piece.split(' ');
  return (
    words.length === 1 ||
    words.some((word) => has(ROLES, word)) ||
    isDegree(piece) ||
    isInitials(piece) ||
    /^(?:for|at|of)$/i.test(words[0] ?? '')
  );
}

/** An order, a licence, a company behind a comma. */
function isInitials(piece: string): boolean {
  const letters = piece.replace(/[®™]$/, '');
  return (
    letters.length >= 2 &&
    letters.length <= 6 &&
    [...letters].every((letter) => letter === '-' || startsCapital(letter))
  );
}

/** Splits at connectors where full names stand on both sides. */
function splitNames(text: string): string[] {
  const words = text.split(' ');
  const joints = words.flatMap((word, i) => (CONNECTORS().has(word.toLowerCase()) ? [i] : []));
  if (joints.length === 0 || words.some((word) => has(INSTITUTIONS, word))) return [text];
  const names: string[] = [];
  let start = 0;
  for (const [i, joint] of joints.entries()) {
    const after = words.slice(joint + 1, joints[i + 1] ?? words.length);
    if (!isFull(words.slice(start, joint)) || !isFull(after)) continue;
    names.push(words.slice(start, joint).join(' '));
    start = joint + 1;
  }
  return [...names, words.slice(start).join(' ')];
}

/** At least two words, or a known agency: something that can stand alone, and no part of a sentence. */
function isFull(words: string[]): boolean {
  const [first = '', last = ''] = [words[0], words.at(-1)];
  if (words.length > 1) return !startsSmall(last) && (!startsSmall(first) || isSmall(first));
  return has(AGENCIES, first);
}

function tidyName(name: string): string {
  const text = cutLabels(name).replace(/^[\s.:@*"„“«–—-]+|[\s:;,–—"“”»*-]+$/g, '');
  const words = text.split(' ').filter((word) => word !== '');
  const role = words.findIndex((word, i) => i > 1 && has(ROLES, word));
  if (role > 0 && !has(ROLES, words[role - 1] ?? '')) words.length = role;
  while (words.length > 2 && isDegree(words.at(-1) ?? '')) words.pop();
  return words.join(' ').replace(/[,\s]+$/, '');
}

function isName(name: string): boolean {
  return (
    name.length > 1 &&
    name.length <= NAME_LIMIT &&
    ANY_LETTER.test(name) &&
    !/https?:|www\.|@|\d{4}|\d[.:/]\d|(?:^|\s)\d|[{}<>=]/i.test(name) &&
    !has(NO_NAMES, name) &&
    (has(NEWSROOMS, name) || !(has(LABELS, name) || has(ENDS, name))) &&
    name.split(' ').length <= MOST_WORDS &&
    !(name.includes(' ') && has(INVITATIONS, name.slice(0, name.indexOf(' '))))
  );
}

/**
 * Names of authors, taken apart as bibliographies want them: which word is the family name depends on particles,
 * on the language and on the script. What is no person's name, or cannot be told apart, stays whole.
 */

export interface CitedName {
  /** the family name, or the whole name where it has no parts */
  family: string;
  /** '' where the name has no parts */
  given: string;
  /** what stands before the family name and is not always sorted by: "van der" */
  particle: string;
  /** "Jr." */
  suffix: string;
  /** written in a script whose names are put one way, family first, without a comma */
  isEastern: boolean;
}

const SMALL_PARTICLES = createSet(
  'van von der den de del della dela di da dal dos das do du la le las los ten ter te zu zum zur vom af av bin bint ibn al el',
);
const GREAT_PARTICLES = createSet(
  'Van Von De Del Della Di Da Dos Du La Le El Al St. Saint Ter Ten',
);
/** Between two family names: "Ortega y Gasset". */
const JOINTS = createSet('y i e');
/** Behind, or before, a father's name in Turkic names. */
const TURKIC = createSet(
  'уулу кызы оглы оғлы ұлы қызы улы uulu kyzy oglu oğlu qizi oʻgʻli o‘g‘li uly',
);
const SUFFIX = /^(?:jr|sr|ii|iii|iv)\.?$/i;
const INITIALS = /^(?:\p{Lu}\.-?)+$/u;
const PATRONYMIC = /(?:[еоь]вич|ьич|[еоь]вна|ична|инична|ївна|овіч|евіч|аўна|еўна)$/i;
const EASTERN =
  /^[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}ー・·\s]+$/u;
const FAMILY_FIRST = new Set(['hu', 'vi']);

/** Words of institutions' names, hardly of people's. */
const INSTITUTION = createSet(
  `the of for and news newsroom agency team institute university college department ministry office bureau desk staff
  editorial editors network media group committee council association foundation center centre society union press
  radio television tv reuters afp ap dpa tass xinhua bloomberg агентство редакция редакція служба пресс-служба радио
  министерство университет институт центр газета новости телеканал фонд совет тасс интерфакс redaktion agentur
  ministerium universität agence rédaction ministère université agencia redacción ministerio universidad redakcja
  redazione redação`,
);

/**
 * @param text one name: "Ada Lovelace", "Lovelace, Ada", "Lovelace, Ada, Jr."; tidied, one line
 * @param language the article's, BCP 47, or null
 * @param site the site's name, which signs as an author at times
 */
export function readName(text: string, language: string | null, site: string): CitedName {
  const parts = text.split(',').map((part) => part.trim());
  if (parts.length > 1) return readParts(parts) ?? whole(text);
  const words = text.split(' ');
  if (words.length < 2 || isInstitution(text, words, site)) return whole(text);
  if (EASTERN.test(text)) {
    const [family = '', ...given] = words;
    return { ...whole(family), given: given.join('') };
  }
  const suffix = words.length > 2 && SUFFIX.test(words.at(-1) ?? '') ? (words.pop() ?? '') : '';
  const base = language?.toLowerCase().split('-')[0] ?? '';
  const [start, end, particles] = findFamily(words, FAMILY_FIRST.has(base));
  return {
    particle: words.slice(start, start + particles).join(' '),
    family: words.slice(start + particles, end).join(' '),
    given: spaceInitials([...words.slice(0, start), ...words.slice(end)].join(' ')),
    suffix,
    isEastern: false,
  };
}

/** The name as it is read aloud. */
export function formatName({ given, particle, family, suffix, isEastern }: CitedName): string {
  if (isEastern) return family + given;
  return join(given, particle, family, suffix);
}

/** The name with its family name first, to be sorted by. */
export function invertName(name: CitedName): string {
  if (name.isEastern || name.given === '') return formatName(name);
  const family = join(name.particle, name.family);
  return [family, name.given, name.suffix].filter((part) => part !== '').join(', ');
}

/**
 * "J.-P." of "Jean-Paul", "M. L." of "Martin Luther". A script without capitals has no initials: there the given
 * name stays.
 */
export function toInitials(given: string): string {
  return spaceInitials(given)
    .split(' ')
    .map((word) => word.split('-').map(toInitial).join('-'))
    .join(' ');
}

/** "J. R." of "J.R." */
function spaceInitials(given: string): string {
  return given.replace(/\.(?=\p{L})/gu, '. ');
}

function toInitial(word: string): string {
  const [first = ''] = word;
  return first !== first.toLowerCase() ? `${first}.` : word;
}

function join(...parts: string[]): string {
  return parts.filter((part) => part !== '').join(' ');
}

function whole(name: string): CitedName {
  return { family: name, given: '', particle: '', suffix: '', isEastern: EASTERN.test(name) };
}

/** "Family, Given" with a suffix in either place; null where the commas mean something else. */
function readParts([one = '', two = '', three = '', ...rest]: string[]): CitedName | null {
  if (one === '' || two === '' || rest.length > 0) return null;
  if (three === '' && SUFFIX.test(two)) {
    const name = readName(one, null, '');
    return name.given === '' ? null : { ...name, suffix: two };
  }
  const [given, suffix] = SUFFIX.test(two) ? [three, two] : [two, three];
  if (given === '' || (suffix !== '' && !SUFFIX.test(suffix))) return null;
  const words = one.split(' ');
  const count = countParticles(words, 0);
  return {
    particle: words.slice(0, count).join(' '),
    family: words.slice(count).join(' '),
    given: spaceInitials(given),
    suffix,
    isEastern: EASTERN.test(one + given),
  };
}

/** Which words are the family name, the end excluded, and how many of them are particles before it. */
function findFamily(
  words: string[],
  isFirst: boolean,
): [start: number, end: number, particles: number] {
  const last = words.length - 1;
  const turkic = words.findIndex((word, i) => i > 0 && TURKIC.has(word.toLowerCase()));
  if (turkic > 0)
    return turkic === last ? [Math.max(1, last - 1), last + 1, 0] : [0, turkic + 1, 0];
  if (isFirst || isPatronymicLast(words)) return [0, 1, 0];
  // "Ivanov I. I."
  const initials = words.findIndex((word) => INITIALS.test(word));
  if (initials > 0 && words.slice(initials).every((word) => INITIALS.test(word))) {
    return [0, initials, countParticles(words.slice(0, initials), 0)];
  }
  const joint = words.findIndex((word, i) => i > 1 && i < last && JOINTS.has(word));
  if (joint > 0) return [joint - 1, last + 1, 0];
  const particle = words.findIndex((word, i) => i > 0 && i < last && isParticle(word));
  if (particle > 0) return [particle, last + 1, countParticles(words, particle)];
  const great = words.findIndex((word, i) => i > 0 && i < last && GREAT_PARTICLES.has(word));
  if (great > 0) return [great, last + 1, 0];
  return [last, last + 1, 0];
}

function isParticle(word: string): boolean {
  return SMALL_PARTICLES.has(word);
}

/** Small particles from there on; at least one word is left for the name. */
function countParticles(words: string[], start: number): number {
  let count = 0;
  while (start + count < words.length - 1 && isParticle(words[start + count] ?? '')) count += 1;
  return count;
}

/** "Ivanov Ivan Ivanovich", as officials write it. */
function isPatronymicLast(words: string[]): boolean {
  const [, second = '', third = ''] = words;
  return words.length === 3 && PATRONYMIC.test(third) && !PATRONYMIC.test(second);
}

function isInstitution(text: string, words: string[], site: string): boolean {
  if (/[\d/&@|]|\.\p{L}{2,}$/u.test(text)) return true;
  if (text.toLowerCase() === site.toLowerCase()) return true;
  return words.some((word) => INSTITUTION.has(word.toLowerCase()));
}

function createSet(words: string): ReadonlySet<string> {
  return new Set(words.split(/\s+/));
}

/** Whether the name has parts that could be turned around: it takes a comma before "and". */
export function isPersonal({ given, isEastern }: CitedName): boolean {
  return given !== '' || isEastern;
}

/**
 * When two answers are the same: case, white space, composition and the form of quotes and dashes do not
 * count, punctuation does. Kept apart from how Sic itself folds text, which is one of the things measured.
 */

const FORMS: readonly [RegExp, string][] = [
  [/[‘’‚‛′ʼʻ`´]/g, "'"],
  [/[“”„‟″«»]/g, '"'],
  [/[‐‑‒–—―−]/g, '-'],
  [/[\u00ad\u200b-\u200f\u2060\ufeff]/g, ''],
  [/\s+/g, ' '],
];

/** @returns the text as it is compared */
export function foldAnswer(text: string): string {
  const folded = FORMS.reduce(
    (folded, [pattern, form]) => folded.replace(pattern, form),
    text.normalize('NFKC').toLowerCase().normalize('NFKC'),
  );
  return folded.trim();
}

export function isSameText(one: string, other: string): boolean {
  return foldAnswer(one) === foldAnswer(other);
}

/**
 * Whether one of two names is within the other by its letters and digits alone: "Harbour Courier" is in
 * "HarbourCourier.com". An empty one is within nothing.
 */
export function containsEither(one: string, other: string): boolean {
  const [a, b] = [keepLetters(one), keepLetters(other)];
  return a !== '' && b !== '' && (a.includes(b) || b.includes(a));
}

function keepLetters(text: string): string {
  const bare = foldAnswer(text)
    .normalize('NFKD')
    .replace(/[^\p{L}\p{N}]/gu, '');
  return bare.normalize('NFKC');
}

/** Whether two lists hold the same names, in whatever order and however often. */
export function isSameSet(one: readonly string[], other: readonly string[]): boolean {
  const [a, b] = [one, other].map((names) => new Set(names.map(foldAnswer).filter(Boolean)));
  return (
    a !== undefined && b !== undefined && a.size === b.size && [...a].every((name) => b.has(name))
  );
}

const ISO =
  /^(\d{4})-(\d\d)-(\d\d)(?:[T ](\d\d):(\d\d)(?::(\d\d)(?:\.\d+)?)?)?\s*(Z|[+-]\d\d:?\d\d)?$/i;

/**
 * The days that a date may mean: the one it names, and that of the same moment in UTC.
 * @returns days as YYYY-MM-DD; empty where the text is no date
 */
export function readDays(text: string): Set<string> {
  const trimmed = text.trim();
  const parts = ISO.exec(trimmed);
  // A date in words is the day that it names, wherever this runs.
  const moment = parts
    ? new Date(
        trimmed
          .replace(' ', 'T')
          .replace(/\s+/g, '')
          .replace(/([+-]\d\d)(\d\d)$/, '$1:$2'),
      )
    : new Date(trimmed);
  if (Number.isNaN(moment.getTime())) return parts ? new Set([trimmed.slice(0, 10)]) : new Set();
  const utc = moment.toISOString().slice(0, 10);
  if (parts) return new Set([trimmed.slice(0, 10), ...(parts[7] === undefined ? [] : [utc])]);
  const pad = (number: number, length: number) => String(number).padStart(length, '0');
  const local = [
    pad(moment.getFullYear(), 4),
    pad(moment.getMonth() + 1, 2),
    pad(moment.getDate(), 2),
  ].join('-');
  return new Set([local, utc]);
}

export function isSameDay(one: string, other: string): boolean {
  const days = readDays(other);
  return [...readDays(one)].some((day) => days.has(day));
}

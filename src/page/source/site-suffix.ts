/**
 * Titles carry the site's name: "Headline | Section | The Paper", "The Paper: Headline". What stands before or
 * behind a separator is taken off where it is proven to be the site's name, and no more than that.
 */

export interface Part {
  text: string;
  /** where it stands in the title */
  start: number;
  end: number;
}

/** Says of a part whether it is the site's name; with `isExact` not of one that is only like it. */
export type SiteTest = (part: string, isExact?: boolean) => boolean;

/** A dash and a colon occur within headlines: with spaces around. A bar hardly does; an underscore, and of Chinese a hyphen, between signs. */
const SEPARATOR =
  / (?:[-–—―:/•·<>~]|::) | ?[|｜ǀㅣ‹›•·¦¤]+ ?|：|(?<=[\u3040-\u9fff\uac00-\ud7af])_+|_+(?=[\u3040-\u9fff\uac00-\ud7af])|(?<=[\u4e00-\u9fff])--?(?=[\u4e00-\u9fff])/g;
const MAY_SEPARATE = / [-–—―:/<>~]|[|｜ǀㅣ‹›•·¦¤：«»_]|[\u4e00-\u9fff]-/;
const GUILLEMET = / ?[«»]+ ?/g;
const MOST_PARTS = 12;

/** @returns the parts of a title between separators, in its order; at least one */
export function splitTitle(title: string): Part[] {
  if (!MAY_SEPARATE.test(title)) return [{ text: title, start: 0, end: title.length }];
  const parts: Part[] = [];
  let start = 0;
  // One guillemet separates, a pair quotes.
  const isSingle = title.includes('«') !== title.includes('»');
  const matches = [...title.matchAll(SEPARATOR), ...(isSingle ? title.matchAll(GUILLEMET) : [])];
  if (isSingle) matches.sort((one, other) => one.index - other.index);
  for (const { index, 0: separator } of matches) {
    if (parts.length >= MOST_PARTS - 1) break;
    if (index < start) continue;
    addPart(parts, title, start, index);
    start = index + separator.length;
  }
  addPart(parts, title, start, title.length);
  return parts.length === 0 ? [{ text: title, start: 0, end: title.length }] : parts;
}

function addPart(parts: Part[], title: string, start: number, end: number): void {
  const text = title.slice(start, end);
  if (text.trim() !== '') parts.push({ text, start, end });
}

export interface DropOptions {
  /** says of the last part, once the site's name is off, whether it is a section's name */
  isSection?: SiteTest;
  /** whether the last part behind a bar goes even where nothing proves that it is the site's name */
  isUnproven?: boolean;
}

/**
 * @returns the title without the site's name and what follows it (a city, a date), or without the site's name
 *   and a separator at its start; the title itself where nothing else would stay
 */
export function dropSite(
  title: string,
  isSite: SiteTest,
  { isSection, isUnproven = false }: DropOptions = {},
): string {
  const parts = splitTitle(title);
  const textOf = (i: number) => parts[i]?.text ?? '';
  let first = 0;
  let last = parts.length - 1;
  while (first < last && isSite(textOf(first), true)) first += 1;
  const archive = parts.findIndex(({ text }) => isArchive(text));
  if (archive >= 0 && archive < last) first = Math.max(first, archive + 1);
  // A headline may name its own site: looked for among the last three, from the first of them.
  for (let i = Math.max(first + 1, last - 2); i <= last; i += 1) {
    if (isSite(textOf(i))) {
      last = i - 1;
      break;
    }
  }
  if (isSection !== undefined && last > first && isSection(textOf(last))) last -= 1;
  const isWhole = first === 0 && last === parts.length - 1;
  if (isUnproven && isWhole && last > 0) {
    if (isSite(textOf(0))) first = 1;
    else if (isBehindBar(title, parts[last])) last -= 1;
  }
  const start = first === 0 ? 0 : (parts[first]?.start ?? 0);
  const end = last === parts.length - 1 ? title.length : (parts[last]?.end ?? title.length);
  return dropLead(title.slice(start, end).trim(), isSite);
}

function isBehindBar(title: string, part: Part | undefined): boolean {
  if (part === undefined || part.start < 15 || part.text.length > 50) return false;
  return title.slice(0, part.start).trimEnd().endsWith('|');
}

/** "The Paper: Headline" */
function dropLead(title: string, isSite: SiteTest): string {
  const colon = title.indexOf(': ');
  if (colon < 2 || colon > 40) return title;
  const rest = title.slice(colon + 2).trim();
  return rest !== '' && isSite(title.slice(0, colon), true) ? rest : title;
}

/** "The Paper » Blog Archive » Headline" */
function isArchive(text: string): boolean {
  return /^blog archi[vf]e?$/i.test(text.trim());
}

/** What an entry is called in a list of references: letters and digits, the same for the same source. */
import type { CitedWork } from './cited-work.ts';

/** "lovelace2026harbour"; the host stands in for names and titles in other letters. */
export function makeEntryKey({ names, title, date, url }: CitedWork): string {
  const family = fold(names[0]?.family ?? '');
  const host = url === null ? '' : fold(new URL(url).hostname.replace(/^www\./, ''));
  const word =
    title
      .split(' ')
      .map(fold)
      .find((one) => one.length > 3) ?? '';
  const key = `${family || host}${date?.year ?? ''}${word}`.slice(0, 60);
  return /^[a-z]/.test(key) ? key : `source${key}`;
}

/** Latin letters without their marks, and digits. */
function fold(text: string): string {
  return text
    .normalize('NFD')
    .toLowerCase()
    .replace(/[^a-z\d]/g, '');
}

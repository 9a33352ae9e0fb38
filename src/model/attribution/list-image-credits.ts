/** Whom the copied images are by: "Photo: Ada Byron / Agency", the names linked that can be without guessing. */
import type { Credit } from '../source.ts';
import { cleanField, runsAgainst } from './clean-field.ts';
import { isWebAddress } from './find-home.ts';
import type { Flavour } from './note-fields.ts';
import type { NoteMarks, NoteOptions } from './note-options.ts';
import type { NoteSegment } from './note-segment.ts';
import { isRightToLeft } from './note-words.ts';

/** @returns one paragraph, empty where there is nobody to name */
export function listImageCredits(
  { imageCredits, words, locale }: NoteOptions,
  flavour: Flavour,
  marks: NoteMarks,
): NoteSegment[] {
  const isRtl = isRightToLeft(locale);
  const say = (text: string, href: string | null = null): NoteSegment => ({
    text,
    href,
    isolated: runsAgainst(text, isRtl),
  });
  const listed = new Map<string, NoteSegment[]>();
  for (const credit of imageCredits) {
    const names = listNames(credit).map(({ name, url }) =>
      say(name, flavour === 'html' ? url : null),
    );
    const key = names.map(({ text }) => text).join(' / ');
    if (key !== '' && !listed.has(key)) listed.set(key, separate(names, ' / '));
  }
  const credits = [...listed.values()];
  if (credits.length === 0) return [];
  const label = { text: `${words.photo}${marks.colon}`, href: null, isolated: false };
  return [label, ...credits.flatMap((names, at) => (at === 0 ? names : [fill('; '), ...names]))];
}

function listNames({ names, domain, links }: Credit): { name: string; url: string | null }[] {
  const all = names.length === 0 && domain !== null ? [domain] : names;
  return all
    .map((name) => ({
      name: cleanField(name),
      url: links.find((link) => link.name === name && isWebAddress(link.url))?.url ?? null,
    }))
    .filter(({ name }) => name !== '');
}

const fill = (text: string): NoteSegment => ({ text, href: null, isolated: false });

const separate = (segments: readonly NoteSegment[], between: string) =>
  segments.flatMap((segment, at) => (at === 0 ? [segment] : [fill(between), segment]));

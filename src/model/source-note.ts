/**
 * The source as it is put behind a quote: one note in two forms, plain text and clean HTML. Everything
 * that comes from a page is escaped here, once.
 */
import type { Source } from './source.ts';

/** What the note shows; the label ("Source") is in the language of the surface that makes it. */
export type SourceNote = Pick<Source, 'url' | 'title' | 'authors' | 'publisher' | 'published'>;

/** `Source: Title. Authors, Publisher, 2026-03-01. https://…`, after an empty line. */
export function composeTextNote(label: string, note: SourceNote): string {
  const details = listDetails(note).join(', ');
  const title = note.title === '' ? '' : `${note.title.replace(/[.\s]+$/, '')}. `;
  return `\n\n${label}: ${title}${details === '' ? '' : `${details}. `}${note.url}`;
}

/** The same as a paragraph of its own, the title being the link. */
export function composeHtmlNote(label: string, note: SourceNote): string {
  const details = listDetails(note).join(', ');
  const link = `<a href="${escapeHtml(note.url)}">${escapeHtml(note.title || note.url)}</a>`;
  return `<p>${escapeHtml(label)}: ${link}${details === '' ? '' : `, ${escapeHtml(details)}`}</p>`;
}

function listDetails({ authors, publisher, published }: SourceNote): string[] {
  const day = published?.slice(0, 10) ?? '';
  return [...authors, publisher ?? '', day].filter((one) => one !== '');
}

/** Text as the content, or a double-quoted attribute value, of an HTML element. */
export function escapeHtml(text: string): string {
  return text
    .replace(/&/g, '&amp;')
    .replace(/</g, '&lt;')
    .replace(/>/g, '&gt;')
    .replace(/"/g, '&quot;');
}

/**
 * The source as it is put behind a quote: one note in two forms, plain text and clean HTML. Everything
 * that comes from a page is escaped here, once.
 */
import { escapeHtml } from './escape-html.ts';
import type { Source } from './source.ts';

export { escapeHtml };

/** What the note shows; the label ("Source") is in the language of the surface that makes it. */
export type SourceNote = Pick<Source, 'url' | 'title' | 'authors' | 'publisher' | 'published'>;

/** `Source: Title. Authors, Publisher, 2026-03-01. https://…`, after an empty line. */
export function composeTextNote(label: string, note: SourceNote): string {
  const details = listDetails(note).join(', ');
  const title = endSentence(tidy(note.title));
  return `\n\n${label}: ${title}${details === '' ? '' : `${details}. `}${note.url}`;
}

/** The same as a paragraph of its own, the title being the link. */
export function composeHtmlNote(label: string, note: SourceNote): string {
  const details = listDetails(note).join(', ');
  const title = escapeHtml(tidy(note.title) || note.url);
  const isWeb = /^https?:\/\//i.test(note.url);
  const link = isWeb ? `<a href="${escapeHtml(note.url)}">${title}</a>` : title;
  return `<p>${escapeHtml(label)}: ${link}${details === '' ? '' : `, ${escapeHtml(details)}`}</p>`;
}

function listDetails({ authors, publisher, published }: SourceNote): string[] {
  const day = published?.slice(0, 10) ?? '';
  return [...authors, publisher ?? '', day].map(tidy).filter((one) => one !== '');
}

/** One line, without white space at its ends. */
function tidy(text: string): string {
  return text.replace(/\s+/g, ' ').trim();
}

/** The title with the mark that ends it, and a space; '' where there is none. */
function endSentence(title: string): string {
  if (title === '') return '';
  if (/[?!…]["'»”’)]*$/.test(title.slice(-5))) return `${title} `;
  return `${title.replace(/(?<![. ])[. ]+$/, '')}. `;
}

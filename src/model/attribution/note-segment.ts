/**
 * A note as its stretches of text, of which some are links: what is put on the clipboard and what a page of
 * the extension shows are made of the same.
 */
import { escapeHtml } from '../escape-html.ts';
import { escapeMarkdown, escapeMarkdownStart, escapeMarkdownUrl } from '../escape-markdown.ts';

export interface NoteSegment {
  text: string;
  /** http(s) address, or null */
  href: string | null;
  /** of another direction than the note: it must not turn what stands around it */
  isolated: boolean;
}
export type NoteParagraph = readonly NoteSegment[];

const ISOLATE = '\u2068';
const POP = '\u2069';

/** Paragraphs with links, and nothing else but isolated text. */
export function writeNoteHtml(paragraphs: readonly NoteParagraph[], isRtl: boolean): string {
  const open = isRtl ? '<p dir="rtl">' : '<p>';
  return paragraphs.map((segments) => `${open}${segments.map(writeSegment).join('')}</p>`).join('');
}

/** Tiptap adds `nofollow` to links that say nothing of it: not what a site means by an active link. */
const REL = ' rel="noopener"';

function writeSegment({ text, href, isolated }: NoteSegment): string {
  const escaped = escapeHtml(text);
  const content = isolated ? `<bdi>${escaped}</bdi>` : escaped;
  return href === null ? content : `<a href="${escapeHtml(href)}"${REL}>${content}</a>`;
}

/** A line for each paragraph. */
export function writeNoteText(paragraphs: readonly NoteParagraph[]): string {
  return paragraphs
    .map((segments) =>
      segments.map(({ text, isolated }) => (isolated ? `${ISOLATE}${text}${POP}` : text)).join(''),
    )
    .join('\n');
}

/** Paragraphs of Markdown (https://spec.commonmark.org/), with links in line. */
export function writeNoteMarkdown(paragraphs: readonly NoteParagraph[]): string {
  return paragraphs
    .map((segments) =>
      segments
        .map(({ text, href }) => {
          const words = escapeMarkdown(text);
          return href === null ? words : `[${words}](${escapeMarkdownUrl(href)})`;
        })
        .join(''),
    )
    .map(escapeMarkdownStart)
    .join('\n\n');
}

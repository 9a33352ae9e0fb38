/** What puts a missing source in: the note that a copy carries, in each form that fields take. */
import { composeNote, composeParagraphs } from '../attribution/compose-note.ts';
import { writeNoteMarkdown } from '../attribution/note-segment.ts';
import { chooseNoteWords } from '../attribution/note-words.ts';
import type { Source } from '../source.ts';

export interface Fix {
  /** the source and its address, a line or more */
  plain: string;
  /** one or more `<p>` with text, links and `<bdi>` */
  html: string;
  /** one or more paragraphs */
  markdown: string;
}

/**
 * @param locale the reader's language, for articles whose own has no words
 * @param templates the person's own wordings
 */
export function composeFix(
  source: Source,
  locale: string,
  templates: Readonly<Record<string, string>> = {},
): Fix {
  const options = {
    ...chooseNoteWords(source.language, locale),
    templates,
    url: source.url,
    isExcerpt: true,
    imageCredits: [],
  };
  const { plain, html } = composeNote(source, options);
  const markdown = writeNoteMarkdown(composeParagraphs(source, options, 'html'));
  return { plain: plain.trim(), html, markdown };
}

/** What a copy from an article becomes: the selection and its source, in both flavours. */
import { composeNote } from '../../model/attribution/compose-note.ts';
import { chooseNoteWords } from '../../model/attribution/note-words.ts';
import { escapeHtml } from '../../model/escape-html.ts';
import type { AttributionRule } from '../../model/settings.ts';
import type { Credit, Source } from '../../model/source.ts';
import type { Clip } from './copy-now.ts';

export interface ClipParts {
  /** what the browser would copy */
  plain: string;
  /** the same as clean HTML */
  html: string;
  source: Source;
  /** where the link goes: the article, or the passage in it */
  url: string;
  /** less than the whole article */
  isExcerpt: boolean;
  /** of the images that are copied */
  imageCredits: Credit[];
}

/** @param locale the reader's language */
export function composeClip(parts: ClipParts, rule: AttributionRule, locale: string): Clip {
  const { plain, html, source, ...rest } = parts;
  const note = composeNote(source, {
    ...chooseNoteWords(rule.language === 'article' ? source.language : locale, locale),
    templates: rule.templates,
    ...rest,
  });
  const isQuoted = rule.quote === 'blockquote' && html !== '';
  const quote = isQuoted
    ? `<blockquote cite="${escapeHtml(source.url)}">${html}</blockquote>`
    : html;
  return { plain: plain + note.plain, html: quote + note.html };
}

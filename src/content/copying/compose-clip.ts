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
  // Cells stand apart: Tiptap and Quill would run the words of a table, or of its head, together.
  const words = markFigures(html.replace(CELL_END, '$&\n'));
  const isQuoted = rule.quote === 'blockquote' && html !== '';
  const quote = isQuoted
    ? `<blockquote cite="${escapeHtml(source.url)}"${writeLanguage(source.language)}>${words}</blockquote>`
    : words;
  return { plain: plain + note.plain, html: quote + note.html };
}

function writeLanguage(language: string | null): string {
  return language !== null && /^[a-z]{2,3}(?:-[a-z\d]{1,8}){0,4}$/i.test(language)
    ? ` lang="${language}"`
    : '';
}

/** The ends of what a table is made of. */
const CELL_END = /<\/(?:td|th|tr|caption)>/g;
/** A caption of words alone. */
const CAPTION =
  /<figcaption[^>]*>[^<]*(?:<\/?(?:a|abbr|b|bdi|bdo|br|cite|em|i|span|strong|time)(?: [^>]*)?>[^<]*)*<\/figcaption>\s*/;
/** One image with its caption: of a figure that holds more, editors would lose the rest. */
const PLAIN_FIGURE = new RegExp(
  String.raw`<figure(?=[^>]*>(?:\s*<(?:a|div)(?: [^>]*)?>)*\s*<img [^>]*>\s*(?:</(?:a|div)>\s*)*(?:${CAPTION.source})?</figure>)`,
  'g',
);

/**
 * Gives figures the class by which CKEditor and TinyMCE know their own: without it CKEditor takes the caption
 * from the image, and the image out of the quotation.
 * @param html every `<` and `>` in it belongs to a tag
 */
function markFigures(html: string): string {
  return html.replace(PLAIN_FIGURE, '$& class="image"');
}

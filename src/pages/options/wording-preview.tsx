/** What a wording makes of a sample article, as it would be pasted. */
import type { Flavour } from '../../model/attribution/note-fields.ts';
import type { NoteParagraph, NoteSegment } from '../../model/attribution/note-segment.ts';
import { isRightToLeft } from '../../model/attribution/note-words.ts';
import { useWords } from '../../ui/words.ts';

interface WordingPreviewProps {
  flavour: Flavour;
  /** the copied words */
  quote: string;
  quoteLanguage: string;
  inBlockquote: boolean;
  note: readonly NoteParagraph[];
  /** BCP 47, of the note */
  noteLocale: string;
}

export function WordingPreview(props: WordingPreviewProps) {
  const { flavour, quote, quoteLanguage, inBlockquote, note, noteLocale } = props;
  const { t } = useWords();
  const dir = isRightToLeft(noteLocale) ? 'rtl' : 'ltr';
  const quoted = (
    <p lang={quoteLanguage} dir="auto">
      {quote}
    </p>
  );
  return (
    <figure class={`preview ${flavour}`}>
      <figcaption>{t('optionsPreview')}</figcaption>
      {flavour === 'html' && inBlockquote ? <blockquote>{quoted}</blockquote> : quoted}
      <div class="note" lang={noteLocale} dir={dir}>
        {note.map((segments, at) => (
          <p key={at}>{segments.map(show)}</p>
        ))}
      </div>
    </figure>
  );
}

/** A link that is one to see and to hear, and leads nowhere. */
function show({ text, href, isolated }: NoteSegment) {
  const content = isolated ? <bdi>{text}</bdi> : text;
  if (href === null) return content;
  return (
    // biome-ignore lint/a11y/useValidAnchor: a link that is switched off has a role in place of an address
    <a role="link" aria-disabled="true" title={href}>
      {content}
    </a>
  );
}

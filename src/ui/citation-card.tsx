/**
 * A source's citation in the format that the reader picks, its fields to be corrected before it is copied. On a page
 * the events of typing are kept from everybody, the card among them, so that it works by those that never leave a
 * shadow root: change and submit.
 */
import { useId, useRef, useState } from 'preact/hooks';
import {
  type CitationFields,
  type CitedSource,
  readCitedUrl,
  readDateParts,
  readFields,
} from '../model/citation/citation-fields.ts';
import { composeCitation } from '../model/citation/compose-citation.ts';
import { CITATION_FORMATS, type CitationFormat, isCodeFormat } from '../model/citation/formats.ts';
import type { Composed } from '../model/citation/rich-text.ts';
import type { MessageKey, Translate } from '../model/translate.ts';
import { useAnnouncer } from './announcer.tsx';
import { CitationInputs } from './citation-inputs.tsx';
import { readDirection } from './document-locale.ts';

export interface CitationCardProps {
  source: CitedSource;
  /** the reader's day, ISO 8601 */
  accessed: string;
  /** the format that is shown first */
  format: CitationFormat;
  t: Translate;
  locale: string;
  /** the reader picked another format */
  onFormat(format: CitationFormat): void;
  /** To be called while a press is handled; gives whether the clipboard has it. */
  onCopy(citation: Composed): Promise<boolean>;
}

const NAMES: Record<CitationFormat, MessageKey> = {
  plain: 'citePlain',
  html: 'citeHtml',
  markdown: 'citeMarkdown',
  wikitext: 'citeWikitext',
  bibtex: 'citeBibtex',
  ris: 'citeRis',
  'csl-json': 'citeCslJson',
  apa: 'citeApa',
  mla: 'citeMla',
  chicago: 'citeChicago',
  gost: 'citeGost',
};

export function CitationCard(props: CitationCardProps) {
  const { source, accessed, t, locale } = props;
  const [format, setFormat] = useState(props.format);
  const [fields, setFields] = useState<CitationFields>(() => readFields(source));
  const { message, announce } = useAnnouncer();
  const form = useRef<HTMLFormElement>(null);
  const id = useId();
  const citation = composeCitation(format, fields, accessed);

  const readForm = (): [CitationFields, CitationFormat] => {
    const data = new FormData(form.current ?? undefined);
    const read = (name: string) => String(data.get(name) ?? '');
    const picked = CITATION_FORMATS.find((one) => one === read('format')) ?? format;
    const written = {
      title: read('title'),
      authors: read('authors').split('\n'),
      publisher: read('publisher'),
      published: read('published'),
      url: read('url'),
    };
    return [{ ...fields, ...written }, picked];
  };
  const update = () => {
    const [written, picked] = readForm();
    setFields(written);
    setFormat(picked);
    if (picked !== format) props.onFormat(picked);
  };
  const copy = async (event: SubmitEvent) => {
    event.preventDefault();
    // What was typed last may not have been told yet.
    const [written, picked] = readForm();
    update();
    const isCopied = await props.onCopy(composeCitation(picked, written, accessed));
    announce(isCopied ? t('citeCopied') : t('citeNotCopied'));
  };

  return (
    <form
      class="citation"
      ref={form}
      dir={readDirection(locale)}
      lang={locale}
      aria-label={t('cite')}
      noValidate
      autocomplete="off"
      onSubmit={(event) => void copy(event)}
      onChange={update}
      onInput={update}
    >
      <div class="pick">
        <label for={`${id}-format`}>{t('citeFormat')}</label>
        <select id={`${id}-format`} name="format">
          {CITATION_FORMATS.map((one) => (
            <option key={one} value={one} selected={one === format}>
              {t(NAMES[one])}
            </option>
          ))}
        </select>
      </div>
      <Preview citation={citation} format={format} label={t('citePreview')} />
      <details>
        <summary>{t('citeCorrect')}</summary>
        <CitationInputs
          source={source}
          isDateWrong={fields.published.trim() !== '' && readDateParts(fields.published) === null}
          isAddressWrong={fields.url.trim() !== '' && readCitedUrl(fields.url) === null}
          t={t}
        />
      </details>
      <div class="copy">
        <button type="submit" class="primary">
          {t('citeCopy')}
        </button>
        <p class="said" role="status">
          {message}
        </p>
      </div>
    </form>
  );
}

interface PreviewProps {
  citation: Composed;
  format: CitationFormat;
  label: string;
}

/** What will be copied; it scrolls, and so takes the focus. */
function Preview({ citation, format, label }: PreviewProps) {
  const { plain, pieces } = citation;
  const isCode = isCodeFormat(format);
  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset holds fields, and this is text
    <div
      class={isCode ? 'preview code' : 'preview'}
      role="group"
      aria-label={label}
      dir={isCode ? 'ltr' : 'auto'}
      // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls is reached with the keyboard
      tabIndex={0}
    >
      {pieces === null
        ? plain
        : pieces.map((piece) => {
            if (typeof piece === 'string') return piece;
            return 'italic' in piece ? <i>{piece.italic}</i> : piece.link;
          })}
    </div>
  );
}

/** The fields of a citation as a person may correct them, each with what is wrong with it. */
import { useId } from 'preact/hooks';
import { type CitedSource, readFields } from '../model/citation/citation-fields.ts';
import type { Translate } from '../model/translate.ts';

interface CitationInputsProps {
  /** what stands in the fields at first */
  source: CitedSource;
  isDateWrong: boolean;
  isAddressWrong: boolean;
  t: Translate;
}

export function CitationInputs({ source, isDateWrong, isAddressWrong, t }: CitationInputsProps) {
  const id = useId();
  const given = readFields(source);
  const lang = source.language ?? undefined;
  return (
    <>
      <Line name="title" label={t('fieldTitle')} value={given.title} lang={lang} />
      <div class="field">
        <label for={`${id}-authors`}>{t('fieldAuthors')}</label>
        <textarea
          id={`${id}-authors`}
          name="authors"
          rows={Math.min(4, Math.max(2, given.authors.length))}
          maxLength={4000}
          dir="auto"
          lang={lang}
          spellcheck={false}
          aria-describedby={`${id}-hint`}
          defaultValue={given.authors.join('\n')}
        />
        <p class="hint" id={`${id}-hint`}>
          {t('citeAuthorsHint')}
        </p>
      </div>
      <Line name="publisher" label={t('fieldPublisher')} value={given.publisher} lang={lang} />
      <Line
        name="published"
        label={t('fieldPublished')}
        value={given.published}
        error={isDateWrong ? t('citeDateError') : ''}
      />
      <Line
        name="url"
        label={t('fieldAddress')}
        value={given.url}
        error={isAddressWrong ? t('citeAddressError') : ''}
        dir="ltr"
      />
    </>
  );
}

interface LineProps {
  name: string;
  label: string;
  value: string;
  /** '' where nothing is wrong */
  error?: string;
  dir?: 'auto' | 'ltr';
  lang?: string | undefined;
}

function Line({ name, label, value, error = '', dir = 'auto', lang }: LineProps) {
  const id = useId();
  return (
    <div class="field">
      <label for={id}>{label}</label>
      <input
        id={id}
        name={name}
        type="text"
        maxLength={4000}
        autocomplete="off"
        autocapitalize="none"
        spellcheck={false}
        dir={dir}
        lang={lang}
        defaultValue={value}
        aria-invalid={error !== ''}
        {...(error === '' ? {} : { 'aria-describedby': `${id}-error` })}
      />
      {error !== '' && (
        <p class="error" id={`${id}-error`}>
          {error}
        </p>
      )}
    </div>
  );
}

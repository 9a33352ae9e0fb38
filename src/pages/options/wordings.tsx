/** The wordings of the source, each with a preview: formatted and plain, in general and under a licence. */
import { useMemo } from 'preact/hooks';
import type { TemplateField, TemplateName } from '../../model/attribution/template.ts';
import type { MessageKey } from '../../model/translate.ts';
import { useWords } from '../../ui/words.ts';
import type { AttributionProps } from './options-deps.ts';
import { makeLicensedSample, makeSample } from './sample-source.ts';
import { WordingEditor } from './wording-editor.tsx';

const WORDINGS: readonly (readonly [TemplateName, MessageKey])[] = [
  ['html', 'optionsWordingHtml'],
  ['plain', 'optionsWordingPlain'],
  ['ccHtml', 'optionsWordingCcHtml'],
  ['ccPlain', 'optionsWordingCcPlain'],
];

const FIELDS: readonly (readonly [TemplateField, MessageKey])[] = [
  ['title', 'optionsFieldTitle'],
  ['url', 'optionsFieldUrl'],
  ['authors', 'optionsFieldAuthors'],
  ['publisher', 'optionsFieldPublisher'],
  ['date', 'optionsFieldDate'],
  ['license', 'optionsFieldLicense'],
  ['source', 'optionsFieldSource'],
  ['licensed', 'optionsFieldLicensed'],
  ['excerpt', 'optionsFieldExcerpt'],
  ['warning', 'optionsFieldWarning'],
];

export function Wordings({ attribution, set }: AttributionProps) {
  const { t, locale } = useWords();
  const own = useMemo(() => makeSample(t, locale), [t, locale]);
  const licensed = useMemo(() => makeLicensedSample(t), [t]);
  const put = (name: TemplateName, text: string | null) =>
    void set(
      (current) => {
        const { [name]: _, ...others } = current.templates;
        return { ...current, templates: text === null ? others : { ...others, [name]: text } };
      },
      text === null ? t('optionsWordingRestored') : t('optionsSaved'),
    );
  return (
    <>
      <p class="quiet">{t('optionsWordingHint')}</p>
      <details>
        <summary>{t('optionsFields')}</summary>
        <dl class="fields">
          {FIELDS.map(([field, meaning]) => (
            <div key={field}>
              <dt>
                <code dir="ltr">{`{${field}}`}</code>
              </dt>
              <dd>{t(meaning)}</dd>
            </div>
          ))}
        </dl>
      </details>
      {WORDINGS.map(([name, label]) => (
        <WordingEditor
          key={name}
          name={name}
          label={t(label)}
          sample={name === 'html' || name === 'plain' ? own : licensed}
          attribution={attribution}
          onSave={put}
        />
      ))}
    </>
  );
}

/** The forms in which reports leave: three files, and a list on paper. */
import { useId } from 'preact/hooks';
import type { MessageKey } from '../../../model/translate.ts';
import type { ExportFormat } from '../../../platform/editors/exports.ts';
import { useWords } from '../../../ui/words.ts';

export type OutForm = ExportFormat | 'print';

const FORMS: readonly { form: OutForm; name: MessageKey; hint: MessageKey }[] = [
  { form: 'csv', name: 'reviewExportCsv', hint: 'reviewExportCsvHint' },
  { form: 'json', name: 'reviewExportJson', hint: 'reviewExportJsonHint' },
  { form: 'jsonld', name: 'reviewExportJsonld', hint: 'reviewExportJsonldHint' },
  { form: 'print', name: 'reviewExportPrint', hint: 'reviewExportPrintHint' },
];

interface FormatChoiceProps {
  form: OutForm;
  onForm(form: OutForm): void;
}

export function FormatChoice({ form, onForm }: FormatChoiceProps) {
  const { t } = useWords();
  const id = useId();
  return (
    <fieldset class="formats">
      <legend>{t('reviewExportFormat')}</legend>
      {FORMS.map((one) => (
        <div key={one.form}>
          <label class="choice">
            <input
              type="radio"
              name={id}
              checked={one.form === form}
              aria-describedby={`${id}-${one.form}`}
              onChange={() => onForm(one.form)}
            />
            <span>{t(one.name)}</span>
          </label>
          <p class="hint" id={`${id}-${one.form}`}>
            {t(one.hint)}
          </p>
        </div>
      ))}
    </fieldset>
  );
}

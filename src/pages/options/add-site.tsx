/** The field by which a site gets into a list. */
import { useRef, useState } from 'preact/hooks';
import { Field } from '../../ui/field.tsx';
import { useWords } from '../../ui/words.ts';
import { readSiteInput } from './read-site-input.ts';

interface AddSiteProps {
  /** the sites that are in the list already */
  taken: readonly string[];
  onAdd(site: string): void;
}

export function AddSite({ taken, onAdd }: AddSiteProps) {
  const { t } = useWords();
  const [typed, setTyped] = useState('');
  const [error, setError] = useState('');
  const form = useRef<HTMLFormElement>(null);
  const add = (event: SubmitEvent) => {
    event.preventDefault();
    const site = readSiteInput(typed);
    const wrong =
      site === null ? t('optionsSiteError') : taken.includes(site) ? t('optionsSiteTwice') : '';
    setError(wrong);
    if (site === null || wrong !== '') return form.current?.querySelector('input')?.focus();
    setTyped('');
    onAdd(site);
  };
  return (
    <form class="add" noValidate ref={form} onSubmit={add}>
      <Field
        label={t('optionsSite')}
        hint={t('optionsSiteHint')}
        type="url"
        value={typed}
        error={error}
        onInput={setTyped}
      />
      <button type="submit">{t('optionsAddSite')}</button>
    </form>
  );
}

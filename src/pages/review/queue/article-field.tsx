/** One article, by its address: shown as what it is, with a way to do without it. */
import { useId, useState } from 'preact/hooks';
import { formatAddress, readWebUrl } from '../../../ui/web-link.tsx';
import { useWords } from '../../../ui/words.ts';

interface ArticleFieldProps {
  /** URL, '' for any */
  page: string;
  onPage(page: string): void;
}

export function ArticleField({ page, onPage }: ArticleFieldProps) {
  const { t } = useWords();
  const id = useId();
  const [typed, setTyped] = useState('');
  const [error, setError] = useState('');
  if (page !== '') {
    return (
      <p class="chip set">
        <span>{t('reviewQueueArticle')}:</span> <bdi>{formatAddress(page)}</bdi>
        <button
          type="button"
          class="plain"
          aria-label={t('reviewQueueAnyArticle')}
          onClick={() => onPage('')}
        >
          <span aria-hidden="true">×</span>
        </button>
      </p>
    );
  }
  return (
    <form
      class="article-field"
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        if (typed.trim() === '') return;
        const url = readWebUrl(typed.trim());
        setError(url === null ? t('reviewQueueArticleError') : '');
        if (url === null) return;
        setTyped('');
        onPage(url);
      }}
    >
      <label for={id} class="unseen">
        {t('reviewQueueArticleAddress')}
      </label>
      <input
        id={id}
        type="text"
        inputMode="url"
        dir="ltr"
        autocomplete="off"
        spellcheck={false}
        placeholder={t('reviewQueueArticleAddress')}
        value={typed}
        aria-invalid={error !== ''}
        {...(error === '' ? {} : { 'aria-describedby': `${id}-error` })}
        onInput={(event) => setTyped(event.currentTarget.value)}
      />
      {error !== '' && (
        <p class="error" id={`${id}-error`} role="alert">
          {error}
        </p>
      )}
    </form>
  );
}

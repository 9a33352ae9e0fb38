/** The rows of a list that comes page by page, with what is said while there is none, and the way to the next. */
import type { ComponentChild } from 'preact';
import { useEffect, useRef } from 'preact/hooks';
import type { Announce } from '../../../ui/announcer.tsx';
import { useWords } from '../../../ui/words.ts';
import { describeFailure } from '../describe-failure.ts';
import { isFocusFree } from './is-focus-free.ts';
import type { PagedList } from './use-paged-list.ts';

interface PagedItemsProps<T> {
  list: PagedList<T>;
  label: string;
  /** what is said of a list that has nothing */
  empty: string;
  announce: Announce;
  /** @returns the item's `li`, with a key */
  children(item: T): ComponentChild;
}

export function PagedItems<T>({ list, label, empty, announce, children }: PagedItemsProps<T>) {
  const { t } = useWords();
  const { items, more, loading, failed } = list;
  const rows = useRef<HTMLOListElement>(null);
  const button = useRef<HTMLButtonElement>(null);
  /** how many there were when more were asked for; null where nobody has */
  const before = useRef<number | null>(null);
  // The button may go with the last page: the keyboard goes on where the new rows begin, if it has stayed.
  useEffect(() => {
    const count = before.current;
    if (count === null || loading) return;
    before.current = null;
    if (items.length <= count) return;
    announce(t('reviewListsLoaded', { count: items.length - count }));
    const row = rows.current?.children[count];
    if (row instanceof HTMLElement && isFocusFree(button.current)) row.focus();
  }, [items.length, loading, announce, t]);

  const loadMore = () => {
    if (loading) return;
    before.current = items.length;
    list.loadMore();
  };
  return (
    <>
      {items.length > 0 && (
        <ol class="entries" ref={rows} aria-label={label} aria-busy={loading}>
          {items.map(children)}
        </ol>
      )}
      {failed !== null && (
        <p role="alert" class="error">
          {describeFailure(failed, t)}
        </p>
      )}
      {!loading && failed === null && items.length === 0 && <p class="empty">{empty}</p>}
      {loading && items.length === 0 && <p class="quiet">{t('reviewLoading')}</p>}
      {(failed !== null || (more && items.length > 0)) && (
        <p>
          <button type="button" ref={button} aria-disabled={loading} onClick={loadMore}>
            {failed !== null ? t('reviewAgain') : loading ? t('reviewLoading') : t('reviewMore')}
          </button>
        </p>
      )}
    </>
  );
}

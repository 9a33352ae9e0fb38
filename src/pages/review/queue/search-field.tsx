/**
 * Words to search the queue for: asked for once the typing pauses, and at once with Enter. An address that is put there is
 * an article's, of which everything is shown then.
 */
import { useEffect, useId, useRef, useState } from 'preact/hooks';
import { readWebUrl } from '../../../ui/web-link.tsx';
import { useWords } from '../../../ui/words.ts';
import { LONGEST_SEARCH } from '../lists/longest.ts';

interface SearchFieldProps {
  value: string;
  onSearch(search: string): void;
  /** @param page URL of an article */
  onArticle(page: string): void;
}

/** ms without a key */
const PAUSE = 300;

export function SearchField({ value, ...handlers }: SearchFieldProps) {
  const { t } = useWords();
  const id = useId();
  const [typed, setTyped] = useState(value);
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  const asked = useRef(value);
  // What else was chosen while the typing paused is not taken back.
  const latest = useRef(handlers);
  latest.current = handlers;

  // Another search than the one that was typed has come with the address.
  useEffect(() => {
    if (value === asked.current) return;
    clearTimeout(timer.current);
    asked.current = value;
    setTyped(value);
  }, [value]);
  useEffect(() => () => clearTimeout(timer.current), []);

  /** @param isDone whether nothing more is being typed: a part of an address would be another one */
  const ask = (text: string, isDone: boolean) => {
    clearTimeout(timer.current);
    const search = text.trim();
    const page = readWebUrl(search);
    if (page !== null) {
      if (!isDone) return;
      asked.current = '';
      setTyped('');
      return latest.current.onArticle(page);
    }
    if (search.slice(0, LONGEST_SEARCH) === asked.current) return;
    asked.current = search.slice(0, LONGEST_SEARCH);
    latest.current.onSearch(asked.current);
  };
  return (
    <search class="search-field">
      <label for={id} class="unseen">
        {t('reviewQueueSearch')}
      </label>
      <input
        id={id}
        type="search"
        dir="auto"
        class="queue-search"
        placeholder={t('reviewQueueSearch')}
        autocomplete="off"
        spellcheck={false}
        value={typed}
        onInput={(event) => {
          const text = event.currentTarget.value;
          setTyped(text);
          clearTimeout(timer.current);
          const isPasted = event.inputType === 'insertFromPaste';
          timer.current = setTimeout(() => ask(text, isPasted), PAUSE);
        }}
        onKeyDown={(event) => {
          if (event.isComposing) return;
          if (event.key === 'Enter') ask(event.currentTarget.value, true);
          // The keys of the queue are at hand again.
          if (event.key === 'Escape' && typed === '') event.currentTarget.blur();
        }}
      />
    </search>
  );
}

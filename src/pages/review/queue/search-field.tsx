/** Words to search the queue for: asked for once the typing pauses, and at once with Enter. */
import { useEffect, useId, useRef, useState } from 'preact/hooks';
import { useWords } from '../../../ui/words.ts';
import { LONGEST_SEARCH } from '../lists/longest.ts';

interface SearchFieldProps {
  value: string;
  onSearch(search: string): void;
}

/** ms without a key */
const PAUSE = 300;

export function SearchField({ value, onSearch }: SearchFieldProps) {
  const { t } = useWords();
  const id = useId();
  const [typed, setTyped] = useState(value);
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  const asked = useRef(value);

  // Another search than the one that was typed has come with the address.
  useEffect(() => {
    if (value === asked.current) return;
    clearTimeout(timer.current);
    asked.current = value;
    setTyped(value);
  }, [value]);
  useEffect(() => () => clearTimeout(timer.current), []);

  const ask = (text: string) => {
    clearTimeout(timer.current);
    const search = text.trim();
    if (search === asked.current) return;
    asked.current = search;
    onSearch(search);
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
        maxLength={LONGEST_SEARCH}
        autocomplete="off"
        spellcheck={false}
        value={typed}
        onInput={(event) => {
          const text = event.currentTarget.value;
          setTyped(text);
          clearTimeout(timer.current);
          timer.current = setTimeout(() => ask(text), PAUSE);
        }}
        onKeyDown={(event) => {
          if (event.isComposing) return;
          if (event.key === 'Enter') ask(event.currentTarget.value);
          // The keys of the queue are at hand again.
          if (event.key === 'Escape' && typed === '') event.currentTarget.blur();
        }}
      />
    </search>
  );
}

/** One wording: its text, what is wrong with it, and what it makes of a sample. */
import { useEffect, useId, useState } from 'preact/hooks';
import { composeParagraphs } from '../../model/attribution/compose-note.ts';
import { chooseNoteWords } from '../../model/attribution/note-words.ts';
import { BUILT_IN, parseTemplate, type TemplateName } from '../../model/attribution/template.ts';
import { useWords } from '../../ui/words.ts';
import { describeFault } from './describe-fault.ts';
import type { Attribution } from './options-deps.ts';
import type { Sample } from './sample-source.ts';
import { WordingPreview } from './wording-preview.tsx';

interface WordingEditorProps {
  name: TemplateName;
  label: string;
  sample: Sample;
  attribution: Attribution;
  /** a person's own wording; null for the built-in one again */
  onSave(name: TemplateName, text: string | null): void;
}

export function WordingEditor({ name, label, sample, attribution, onSave }: WordingEditorProps) {
  const { t, locale } = useWords();
  const id = useId();
  const saved = attribution.templates[name] ?? BUILT_IN[name];
  /** what is typed and not saved yet, as far as is known */
  const [typed, setTyped] = useState<string | null>(null);
  // biome-ignore lint/correctness/useExhaustiveDependencies: whatever is saved now is what stands
  useEffect(() => setTyped(null), [saved]);
  const [error, setError] = useState('');
  const text = typed ?? saved;
  const isValid = parseTemplate(text, name).ok;

  const input = (value: string) => {
    setTyped(value);
    // What is being written is not wrong yet; what was wrong is said until it no longer is.
    if (parseTemplate(value, name).ok) setError('');
  };
  const commit = (value: string) => {
    const parsed = parseTemplate(value, name);
    if (!parsed.ok) return setError(describeFault(parsed.fault, name, t));
    if (value !== saved) onSave(name, value === BUILT_IN[name] ? null : value);
  };
  const restore = () => {
    setTyped(BUILT_IN[name]);
    setError('');
    if (saved !== BUILT_IN[name]) onSave(name, null);
    // The button goes; the keyboard stays where it was.
    document.getElementById(id)?.focus();
  };

  const { language, quote, deepLinks } = attribution;
  const chosen = chooseNoteWords(language === 'article' ? sample.source.language : locale);
  const flavour = name === 'html' || name === 'ccHtml' ? 'html' : 'plain';
  const note = composeParagraphs(
    sample.source,
    {
      ...chosen,
      templates: { ...attribution.templates, [name]: isValid ? text : saved },
      url: deepLinks ? sample.passageUrl : sample.source.url,
      isExcerpt: true,
      imageCredits: [],
    },
    flavour,
  );
  return (
    <div class="wording">
      <div class="field">
        <label for={id}>{label}</label>
        <textarea
          id={id}
          rows={3}
          dir="auto"
          autocomplete="off"
          autocapitalize="none"
          spellcheck={false}
          value={text}
          aria-invalid={error !== ''}
          {...(error === '' ? {} : { 'aria-describedby': `${id}-error` })}
          onInput={(event) => input(event.currentTarget.value)}
          onChange={(event) => commit(event.currentTarget.value)}
        />
        {error !== '' && (
          <p class="error" id={`${id}-error`} role="alert">
            {error}
          </p>
        )}
      </div>
      <WordingPreview
        flavour={flavour}
        quote={sample.quote}
        quoteLanguage={sample.source.language ?? locale}
        inBlockquote={quote === 'blockquote'}
        note={note}
        noteLocale={chosen.locale}
      />
      {text !== BUILT_IN[name] && (
        <button
          type="button"
          class="plain"
          aria-label={t('optionsWordingBackFor', { wording: label })}
          onClick={restore}
        >
          {t('optionsWordingBack')}
        </button>
      )}
    </div>
  );
}

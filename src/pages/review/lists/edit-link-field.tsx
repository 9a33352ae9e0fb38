/** The template for where an article is edited: typed, or taken from a pattern for a known CMS and made to fit. */
import type { ComponentChildren } from 'preact';
import { useId } from 'preact/hooks';
import { EDIT_LINK_PATTERNS } from '../../../model/edit-link.ts';
import { useWords } from '../../../ui/words.ts';
import { listPlaceholders } from './describe-template-fault.ts';

interface EditLinkFieldProps {
  value: string;
  /** '' where nothing is wrong */
  error: string;
  isReadOnly: boolean;
  /** id of what else describes it, which is drawn below it; '' for nothing */
  describedBy: string;
  children: ComponentChildren;
  onInput(template: string): void;
  /** once it is written, or left */
  onCommit(template: string): void;
}

export function EditLinkField({ value, error, isReadOnly, ...rest }: EditLinkFieldProps) {
  const { describedBy, children, onInput, onCommit } = rest;
  const { t } = useWords();
  const id = useId();
  const descriptions = [describedBy, `${id}-hint`, error === '' ? '' : `${id}-error`];
  const pattern = EDIT_LINK_PATTERNS.find(({ template }) => template === value.trim());
  return (
    <div class="edit-link">
      {!isReadOnly && (
        <div class="field">
          <label for={`${id}-pattern`}>{t('reviewSitesPattern')}</label>
          <select
            id={`${id}-pattern`}
            value={pattern?.name ?? ''}
            onChange={({ currentTarget }) => {
              const chosen = EDIT_LINK_PATTERNS.find(({ name }) => name === currentTarget.value);
              if (chosen !== undefined) onInput(chosen.template);
            }}
          >
            <option value="">{t('reviewSitesOwnPattern')}</option>
            {EDIT_LINK_PATTERNS.map(({ name }) => (
              <option key={name} value={name}>
                {name}
              </option>
            ))}
          </select>
        </div>
      )}
      <div class="field">
        <label for={`${id}-template`}>{t('reviewSitesLink')}</label>
        <input
          id={`${id}-template`}
          type="text"
          inputMode="url"
          dir="ltr"
          autocomplete="off"
          autocapitalize="none"
          spellcheck={false}
          value={value}
          readOnly={isReadOnly}
          aria-invalid={error !== ''}
          aria-describedby={descriptions.filter(Boolean).join(' ')}
          onInput={(event) => onInput(event.currentTarget.value)}
          onChange={(event) => onCommit(event.currentTarget.value)}
        />
        {children}
        {error !== '' && (
          <p class="error" id={`${id}-error`} role="alert">
            {error}
          </p>
        )}
        <p class="hint" id={`${id}-hint`}>
          {t('reviewSitesLinkHint')} <bdi>{listPlaceholders()}</bdi>
        </p>
      </div>
    </div>
  );
}

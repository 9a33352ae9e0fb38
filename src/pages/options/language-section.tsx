/** The language that Sic speaks. Each is called as its own speakers call it, for those who look for theirs. */
import { findLanguage } from '../../model/choose-language.ts';
import { LANGUAGES } from '../../model/languages.ts';
import { useWords } from '../../ui/words.ts';
import type { SectionProps } from './options-deps.ts';
import { SectionHeading } from './section-heading.tsx';

export function LanguageSection({ settings, save }: SectionProps) {
  const { t } = useWords();
  return (
    <section aria-labelledby="language">
      <SectionHeading id="language">{t('optionsLanguage')}</SectionHeading>
      <select
        aria-labelledby="language"
        aria-describedby="language-hint"
        value={findLanguage(settings.language) ?? ''}
        onChange={({ currentTarget: { value } }) =>
          void save((current) => ({ ...current, language: value }))
        }
      >
        <option value="">{t('optionsLanguageAuto')}</option>
        {LANGUAGES.map(({ tag, name }) => (
          <option key={tag} value={tag} lang={tag} dir="auto">
            {name}
          </option>
        ))}
      </select>
      <p class="hint" id="language-hint">
        {t('optionsLanguageHint')}
      </p>
    </section>
  );
}

/** When a copy carries its source along, how it is quoted, and how the source is worded. */
import { Switch } from '../../ui/switch.tsx';
import { useWords } from '../../ui/words.ts';
import { AttributionSites } from './attribution-sites.tsx';
import { Choices } from './choices.tsx';
import { NumberSetting } from './number-setting.tsx';
import type { AttributionProps, SectionProps } from './options-deps.ts';
import { SectionHeading } from './section-heading.tsx';
import { Wordings } from './wordings.tsx';

const MOST_WORDS = 500;

export function AttributionSection({ settings: { attribution }, save }: SectionProps) {
  const { t } = useWords();
  const set: AttributionProps['set'] = (change, message) =>
    save((current) => ({ ...current, attribution: change(current.attribution) }), message);
  const part = { attribution, set };
  return (
    <section aria-labelledby="attribution">
      <SectionHeading id="attribution">{t('optionsAttribution')}</SectionHeading>
      <Choices
        legend={t('optionsWhen')}
        hint={t('optionsWhenHint')}
        options={[
          ['always', t('optionsAlways')],
          ['asked', t('optionsAsked')],
          ['never', t('optionsNever')],
        ]}
        value={attribution.when}
        onChange={(when) => void set((current) => ({ ...current, when }))}
      />
      <NumberSetting
        label={t('optionsMinWords')}
        hint={t('optionsMinWordsHint')}
        error={t('optionsMinWordsError', { limit: MOST_WORDS })}
        limits={{ min: 1, max: MOST_WORDS }}
        value={attribution.minWords}
        onChange={(minWords) => void set((current) => ({ ...current, minWords }))}
      />
      <h3>{t('optionsSites')}</h3>
      <p class="quiet">{t('optionsSitesHint')}</p>
      <AttributionSites {...part} />
      <h3>{t('optionsStyle')}</h3>
      <Style {...part} />
      <h3>{t('optionsWording')}</h3>
      <Wordings {...part} />
    </section>
  );
}

function Style({ attribution, set }: AttributionProps) {
  const { t } = useWords();
  return (
    <>
      <Choices
        legend={t('optionsQuote')}
        options={[
          ['blockquote', t('optionsQuoteBlock')],
          ['bare', t('optionsQuoteBare')],
        ]}
        value={attribution.quote}
        onChange={(quote) => void set((current) => ({ ...current, quote }))}
      />
      <Choices
        legend={t('optionsNoteLanguage')}
        options={[
          ['article', t('optionsLanguageArticle')],
          ['reader', t('optionsLanguageReader')],
        ]}
        value={attribution.language}
        onChange={(language) => void set((current) => ({ ...current, language }))}
      />
      <Switch
        checked={attribution.deepLinks}
        onChange={(deepLinks) => void set((current) => ({ ...current, deepLinks }))}
      >
        {t('optionsDeepLinks')}
        <br />
        <span class="quiet">{t('optionsDeepLinksHint')}</span>
      </Switch>
    </>
  );
}

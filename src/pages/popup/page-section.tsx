/** The page in front as a source: who wrote it, where it stands, what its site asks of those who reuse it. */
import { useEffect, useState } from 'preact/hooks';
import { carriesSource } from '../../model/attribution/carries-source.ts';
import { ruleForHost, type Settings } from '../../model/settings.ts';
import type { Source } from '../../model/source.ts';
import type { Announce } from '../../ui/announcer.tsx';
import { AskPermission } from '../../ui/ask-permission.tsx';
import { NamedSources } from '../../ui/named-sources.tsx';
import { Switch } from '../../ui/switch.tsx';
import { TermsEvidence } from '../../ui/terms-evidence.tsx';
import { formatDay } from '../../ui/time.ts';
import { formatAddress, WebLink } from '../../ui/web-link.tsx';
import { useWords } from '../../ui/words.ts';
import { CiteSection } from './cite-section.tsx';
import { Origins } from './origins.tsx';
import { PlacedButton } from './placed-button.tsx';
import type { PageReading, PopupDeps } from './popup-deps.ts';

type PageSectionProps = Pick<
  PopupDeps,
  'loadSettings' | 'changeSettings' | 'writeClipboard' | 'countPlaced' | 'showPlaced'
> & {
  page: PageReading | 'reading' | 'unreadable';
  announce: Announce;
};

export function PageSection({ page, ...rest }: PageSectionProps) {
  const { t } = useWords();
  return (
    <section aria-labelledby="page-heading" aria-busy={page === 'reading'}>
      <h2 id="page-heading" class="eyebrow">
        {t('popupThisPage')}
      </h2>
      <PlacedButton {...rest} />
      {page === 'reading' && <p class="quiet">{t('popupReading')}</p>}
      {page === 'unreadable' && <p class="quiet">{t('popupUnreadable')}</p>}
      {typeof page === 'object' && !page.isArticle && <p class="quiet">{t('popupNoArticle')}</p>}
      {typeof page === 'object' && page.isArticle && (
        <>
          <SourceCard page={page} />
          <CiteSection {...rest} source={page.source} />
          <CopySwitch {...rest} host={page.host} terms={page.source.terms} />
        </>
      )}
    </section>
  );
}

function SourceCard({ page: { source, named, permission } }: { page: PageReading }) {
  const { t, locale } = useWords();
  const { title, authors, publisher, published, terms, url } = source;
  const names = new Intl.ListFormat(locale).format(authors);
  const facts = [publisher ?? '', published === null ? '' : formatDay(published, locale)].filter(
    Boolean,
  );
  return (
    <>
      <p class="headline" dir="auto">
        {title}
      </p>
      {authors.length > 0 && <p dir="auto">{t('sourceBy', { authors: names })}</p>}
      {facts.length > 0 && (
        <p class="quiet" dir="auto">
          {facts.join(' · ')}
        </p>
      )}
      <p class="address">
        <WebLink href={url} dir="ltr">
          {formatAddress(url)}
        </WebLink>
      </p>
      {terms !== null && terms.evidence !== '' && (
        <figure class="terms">
          <figcaption>{t('sourceTerms')}</figcaption>
          <blockquote>
            <TermsEvidence terms={terms} language={source.language} />
          </blockquote>
        </figure>
      )}
      {permission !== null && <AskPermission permission={permission} isApart t={t} />}
      <NamedSources named={named} language={source.language} isApart t={t} />
      <Origins origins={source.origins} />
    </>
  );
}

type CopySwitchProps = Pick<PopupDeps, 'loadSettings' | 'changeSettings'> & {
  host: string;
  terms: Source['terms'];
  announce: Announce;
};

function CopySwitch({ host, terms, loadSettings, changeSettings, announce }: CopySwitchProps) {
  const { t } = useWords();
  const [settings, setSettings] = useState<Settings | null>(null);
  // biome-ignore lint/correctness/useExhaustiveDependencies: the settings are read once, as the popup opens
  useEffect(() => {
    void loadSettings().then(setSettings);
  }, []);
  if (settings === null) return null;
  const checked = carriesSource(ruleForHost(settings, host), terms);
  const change = async (on: boolean) => {
    const changed = await changeSettings(({ attribution, ...rest }) => {
      const { [host]: _, ...sites } = attribution.sites;
      const general = { ...rest, attribution: { ...attribution, sites } };
      // A switch that says what holds for every site leaves no rule behind.
      if (carriesSource(ruleForHost(general, host), terms) === on) return general;
      return { ...rest, attribution: { ...attribution, sites: { ...sites, [host]: on } } };
    });
    setSettings(changed);
    announce(t('optionsSaved'));
  };
  return (
    <Switch checked={checked} onChange={(on) => void change(on)}>
      {t('popupCopySwitch', { host })}
    </Switch>
  );
}

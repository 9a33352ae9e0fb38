/** The line at the end of an article: what it is, whose it is, what the site asks, how to report. */
import { Fragment } from 'preact';
import type { NamedSource } from '../model/named-source.ts';
import type { Permission } from '../model/permission-letter.ts';
import type { Source } from '../model/source.ts';
import type { Translate } from '../model/translate.ts';
import { AskPermission } from './ask-permission.tsx';
import { readDirection } from './document-locale.ts';
import { NamedSources } from './named-sources.tsx';
import { TermsEvidence } from './terms-evidence.tsx';
import { formatDay } from './time.ts';

export interface SourceLineProps {
  source: Source;
  /** whom the article names without a link */
  named: readonly NamedSource[];
  /** how to ask for permission, or null where none is needed */
  permission: Permission | null;
  /** the reader's key for reporting, or null where reports go another way */
  keys: string | null;
  /** the ground that the page gives it */
  ground: 'light' | 'dark';
  /** the citation is open: it stands in the line's slot */
  isCiting: boolean;
  /** opens the citation, or closes it */
  onCite(): void;
  t: Translate;
  locale: string;
}

export function SourceLine({
  source,
  named,
  permission,
  keys,
  ground,
  isCiting,
  onCite,
  t,
  locale,
}: SourceLineProps) {
  const { url, title, authors, publisher, published, terms, language } = source;
  const names = [authors.join(', '), publisher ?? ''].filter((one) => one !== '');
  return (
    <section
      class={ground}
      aria-label={t('sourceLandmark')}
      dir={readDirection(locale)}
      lang={locale}
    >
      <p>
        <span class="label">{t('sourceLandmark')}</span>{' '}
        <bdi>
          <a href={url} lang={language ?? undefined}>
            {title || url}
          </a>
        </bdi>
      </p>
      {(names.length > 0 || published !== null) && (
        <p class="details">
          {names.map((name, i) => (
            <Fragment key={name}>
              {i > 0 && ' · '}
              <bdi lang={language ?? undefined}>{name}</bdi>
            </Fragment>
          ))}
          {published !== null && (
            <>
              {names.length > 0 && ' · '}
              <time dateTime={published}>{formatDay(published, locale)}</time>
            </>
          )}
        </p>
      )}
      {terms !== null && (
        <p class="terms">
          {t('sourceTerms')} <TermsEvidence terms={terms} language={language} />
        </p>
      )}
      {permission !== null && <AskPermission permission={permission} t={t} />}
      <NamedSources named={named} language={language} t={t} />
      {keys !== null && <p class="invite">{t('sourceInvite', { keys })}</p>}
      {/* A form, because no page can stop its submission on the way, as it can a click. */}
      <form
        class="cite"
        onSubmit={(event) => {
          event.preventDefault();
          onCite();
        }}
      >
        <button type="submit" aria-expanded={isCiting}>
          {t('cite')}
        </button>
      </form>
      <slot />
    </section>
  );
}

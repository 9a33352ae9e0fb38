/** Whom an article names as its sources without a link: a short list, each with the link that the page has not. */
import type { NamedSource } from '../model/named-source.ts';
import type { Translate } from '../model/translate.ts';

const MOST_SHOWN = 5;

interface NamedSourcesProps {
  named: readonly NamedSource[];
  /** BCP 47 of the article */
  language: string | null;
  /** opens links apart, and tells the other side nothing: for the extension's own pages */
  isApart?: boolean;
  t: Translate;
}

export function NamedSources({ named, language, isApart = false, t }: NamedSourcesProps) {
  if (named.length === 0) return null;
  const list = (some: readonly NamedSource[], label: string) => (
    <ul aria-label={label}>
      {some.map((one) => (
        <li key={one.url}>
          <a href={one.url} {...(isApart && { target: '_blank', rel: 'noopener noreferrer' })}>
            <bdi lang={language ?? undefined}>{one.name}</bdi>
          </a>{' '}
          <span class="kind">{nameKinds(one.kinds, t)}</span>
        </li>
      ))}
    </ul>
  );
  const rest = named.slice(MOST_SHOWN);
  return (
    <div class="named">
      <p>{t('sourceNamed')}</p>
      {list(named.slice(0, MOST_SHOWN), t('sourceNamed'))}
      {rest.length > 0 && (
        <details>
          <summary>{t('sourceNamedMore', { more: rest.length })}</summary>
          {list(rest, t('sourceNamedMore', { more: rest.length }))}
        </details>
      )}
    </div>
  );
}

function nameKinds(kinds: NamedSource['kinds'], t: Translate): string {
  const words = kinds.map((kind) =>
    kind === 'photo' ? t('sourceNamedPhoto') : t('sourceNamedText'),
  );
  return words.join(', ');
}

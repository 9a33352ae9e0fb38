/** The page in front as a citation, in the format that was picked last. */
import { useEffect, useState } from 'preact/hooks';
import type { CitationFormat } from '../../model/citation/formats.ts';
import type { Source } from '../../model/source.ts';
import { CitationCard } from '../../ui/citation-card.tsx';
import { readLocalDay } from '../../ui/time.ts';
import { useWords } from '../../ui/words.ts';
import type { PopupDeps } from './popup-deps.ts';

type CiteSectionProps = Pick<PopupDeps, 'loadSettings' | 'changeSettings' | 'writeClipboard'> & {
  source: Source;
};

export function CiteSection(props: CiteSectionProps) {
  const { source, loadSettings, changeSettings, writeClipboard } = props;
  const { t, locale } = useWords();
  const [format, setFormat] = useState<CitationFormat | null>(null);
  // biome-ignore lint/correctness/useExhaustiveDependencies: the settings are read once, as the popup opens
  useEffect(() => {
    void loadSettings().then(({ citationFormat }) => setFormat(citationFormat));
  }, []);
  if (format === null) return null;
  return (
    <details class="cite">
      <summary>{t('cite')}</summary>
      <CitationCard
        source={source}
        accessed={readLocalDay(Date.now())}
        format={format}
        t={t}
        locale={locale}
        onFormat={(citationFormat) =>
          void changeSettings((settings) => ({ ...settings, citationFormat }))
        }
        onCopy={writeClipboard}
      />
    </details>
  );
}

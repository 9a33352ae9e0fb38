/** The figures page: what came in a time, what became of it, how long that took, and what it was about. */
import { useState } from 'preact/hooks';
import { readLocalDay, useNow } from '../../../ui/time.ts';
import { useWords } from '../../../ui/words.ts';
import { describeFailure } from '../describe-failure.ts';
import type { PageProps } from '../page-props.ts';
import { Charts } from './charts.tsx';
import { formatGroup, isolate } from './figure-words.ts';
import './figures.css';
import { endToday, type Period, readZone } from './period.ts';
import { PeriodChooser } from './period-chooser.tsx';
import { SiteChooser } from './site-chooser.tsx';
import { Tiles } from './tiles.tsx';
import { useFigures } from './use-figures.ts';

const USUAL_LENGTH = 30;

export function FiguresPage({ api, editor, sites, location, go, isShown }: PageProps) {
  const { t, locale } = useWords();
  const [chosen, setChosen] = useState<number | Period>(USUAL_LENGTH);
  const today = readLocalDay(useNow());
  const period = typeof chosen === 'number' ? endToday(chosen, today) : chosen;
  const { site } = location.filter;
  const question = { site, ...period, zone: readZone() };
  const { figures, loading, failed, reload } = useFigures(api.figures, question, isShown);

  return (
    <div class="figures">
      <div class="figures-head">
        <h2>{t('reviewDeskFigures')}</h2>
        <SiteChooser
          sites={sites.items}
          site={site}
          onSite={(next) =>
            go({ ...location, filter: { ...location.filter, site: next } }, { replace: true })
          }
        />
      </div>
      <div class="figures-bar">
        <PeriodChooser
          period={period}
          length={typeof chosen === 'number' ? chosen : null}
          onLength={setChosen}
          onPeriod={setChosen}
        />
      </div>
      <p role="status" class="quiet">
        {loading && t('reviewLoading')}
        {!loading &&
          figures !== null &&
          t('reviewFiguresAbout', {
            site: isolate(figures.site === '' ? editor.site : figures.site),
            days: formatGroup(figures, locale),
            zone: isolate(figures.zone),
          })}
      </p>
      {failed !== null && (
        <div class="error-bar" role="alert">
          <p class="error">{describeFailure(failed, t)}</p>
          <button type="button" onClick={reload}>
            {t('reviewAgain')}
          </button>
        </div>
      )}
      {figures !== null && failed === null && (
        <div aria-busy={loading}>
          <Tiles figures={figures} />
          {figures.total.reports === 0 && <p class="empty">{t('reviewFiguresNone')}</p>}
          <Charts figures={figures} site={site} />
        </div>
      )}
    </div>
  );
}

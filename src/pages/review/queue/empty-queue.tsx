/** What is said where nothing is listed: that all is done, or that the filters leave nothing. */

import { ANY_CLUSTER } from '../../../platform/editors/clusters.ts';
import { useWords } from '../../../ui/words.ts';
import { type DeskLocation, writeLocation } from '../location.ts';
import { countActive } from './filter-bar.tsx';

export function EmptyQueue({ location }: { location: DeskLocation }) {
  const { t } = useWords();
  const { filter } = location;
  const all = { ...location, filter: { ...ANY_CLUSTER, state: filter.state }, open: null };
  return (
    <div class="empty">
      {countActive(filter) > 0 ? (
        <>
          <p>{t('reviewQueueNoneFit')}</p>
          <p>
            <a href={writeLocation(all)}>{t('reviewQueueClear')}</a>
          </p>
        </>
      ) : (
        <p>{filter.state === 'new' ? t('reviewQueueAllDone') : t('reviewEmpty')}</p>
      )}
    </div>
  );
}

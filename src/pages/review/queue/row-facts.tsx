/** What is known of a cluster, in one quiet line: who reported it, of what kind it is, since when, and where it stands. */
import { composeEditLink } from '../../../model/edit-link.ts';
import { nameKind } from '../../../model/kind-names.ts';
import type { Cluster } from '../../../platform/editors/clusters.ts';
import { STATE_NAMES } from '../../../ui/report-states.ts';
import { formatAge, formatTime } from '../../../ui/time.ts';
import { formatAddress, WebLink } from '../../../ui/web-link.tsx';
import { useWords } from '../../../ui/words.ts';
import { Age } from '../lists/age.tsx';
import { composePlaceUrl } from '../place-url.ts';
import { shorten } from './describe-told.ts';
import { useTools } from './queue-context.ts';
import type { Row } from './rows.ts';

interface RowFactsProps {
  row: Row;
  cluster: Cluster;
  id?: string;
}

export function RowFacts({ row, cluster, id }: RowFactsProps) {
  const { t, locale } = useWords();
  const { sites, location, now } = useTools();
  const { sample, readers, firstAt, lastAt, kind, edited, note } = cluster;
  const template = sites.find(cluster.site)?.editLink ?? '';
  // What stands in a frame may come from any host; the site is that of the page around it.
  const editUrl = template === '' ? null : composeEditLink(template, sample.scope || sample.source);
  const isAged = readers > 1 && formatAge(firstAt, now, locale) !== formatAge(lastAt, now, locale);
  return (
    <div class="facts" id={id}>
      {(row.state !== location.filter.state || row.isGone) && (
        <span class={`badge ${row.isGone ? 'gone' : row.state}`}>
          {row.isGone ? t('reviewQueueErased') : t(STATE_NAMES[row.state])}
        </span>
      )}
      <span class={readers > 1 ? 'readers many' : 'readers'}>
        {t('reviewQueueReaders', { count: readers })}
      </span>
      <span dir="auto">{nameKind(kind, t) || kind}</span>
      <Age at={lastAt} now={now} />
      {isAged && (
        <span title={formatTime(firstAt, locale)}>
          {t('reviewQueueSince', { age: formatAge(firstAt, now, locale) })}
        </span>
      )}
      <span class="address" dir="ltr">
        <WebLink href={composePlaceUrl(sample)} dir="ltr">
          {formatAddress(sample.source)}
        </WebLink>
      </span>
      {editUrl !== null && (
        <a href={editUrl} target="_blank" rel="noopener noreferrer">
          {t('reviewQueueEditArticle')}
        </a>
      )}
      {edited !== null && <span>{t('reviewQueueEditedBy', { name: shorten(edited.editor) })}</span>}
      {note !== '' && <span class="badge note">{t('reviewQueueNoted')}</span>}
      {sample.reason !== '' && (
        <span class="reason" dir="auto">
          {t('reviewReasonGiven', { reason: sample.reason })}
        </span>
      )}
    </div>
  );
}

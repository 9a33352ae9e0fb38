/** The places of one article on paper, each with a box to tick. */
import { useMemo } from 'preact/hooks';
import { nameKind } from '../../../model/kind-names.ts';
import { Correction } from '../../../ui/correction.tsx';
import { STATE_NAMES } from '../../../ui/report-states.ts';
import { formatTime } from '../../../ui/time.ts';
import { formatAddress, WebLink } from '../../../ui/web-link.tsx';
import { useWords } from '../../../ui/words.ts';
import type { PrintedBlock, PrintedPlace } from './group-places.ts';

export function PrintedArticle({ block }: { block: PrintedBlock }) {
  // Made once: while more is drawn below, nothing of it is looked at again.
  return useMemo(
    () => (
      <section class="printed-article">
        {block.part === 0 && (
          <h3>
            <WebLink href={block.source} dir="ltr">
              {formatWholeAddress(block.source)}
            </WebLink>
          </h3>
        )}
        <ul class="printed-places">
          {block.places.map((place) => (
            <Place key={place.name} place={place} />
          ))}
        </ul>
      </section>
    ),
    [block],
  );
}

function Place({ place }: { place: PrintedPlace }) {
  const { t, locale } = useWords();
  const { sample, others, comments, states, kinds, reports } = place;
  return (
    <li class="printed-place">
      <span class="box" aria-hidden="true" />
      <div>
        <Correction {...sample} />
        {others.length > 0 && (
          <p>
            {t('reviewExportOthers')}{' '}
            {others.map((one) => (
              <bdi key={one} class="other">
                {one}
              </bdi>
            ))}
          </p>
        )}
        {comments.map((comment) => (
          <p key={comment} class="comment" dir="auto">
            {comment}
          </p>
        ))}
        <p class="facts">
          <span>{states.map((state) => t(STATE_NAMES[state])).join(' · ')}</span>
          <span dir="auto">{kinds.map((kind) => nameKind(kind, t) || kind).join(' · ')}</span>
          {reports > 1 && <span>{t('reviewExportListReports', { count: reports })}</span>}
          <span>{formatTime(sample.receivedAt, locale)}</span>
        </p>
      </div>
    </li>
  );
}

/** On paper nothing can be followed: what tells articles apart behind the path is written out, too. */
function formatWholeAddress(source: string): string {
  return formatAddress(source) + (URL.canParse(source) ? new URL(source).search : '');
}

/** What matters most of a time's figures, at one look. */
import { REPORT_STATES } from '../../../model/report.ts';
import type { Figures } from '../../../platform/editors/figures.ts';
import { useWords } from '../../../ui/words.ts';
import { formatDuration, formatShare } from './figure-words.ts';

export function Tiles({ figures }: { figures: Figures }) {
  const { t, locale } = useWords();
  const { format } = new Intl.NumberFormat(locale);
  const { total, shares, mistakes, decisionTime, fixTime } = figures;
  const mean = (time: number | null) =>
    time === null ? '' : t('reviewFiguresMean', { time: formatDuration(time, t) });
  return (
    <dl class="tiles">
      <Tile name={t('reviewFiguresReports')} value={format(total.reports)} />
      <Tile
        name={t('reviewFiguresMistakes')}
        value={format(REPORT_STATES.reduce((sum, state) => sum + mistakes[state], 0))}
        note={t('reviewFiguresMistakesNote')}
      />
      <Tile
        name={t('reviewFiguresFixedShare')}
        value={formatShare(shares.fixed, locale)}
        note={t('reviewFiguresSpamAside')}
      />
      <Tile
        name={t('reviewFiguresRejectedShare')}
        value={formatShare(shares.rejected, locale)}
        note={t('reviewFiguresSpamAside')}
      />
      <Tile
        long
        name={t('reviewFiguresDecisionTime')}
        value={formatDuration(decisionTime.median, t)}
        note={mean(decisionTime.mean)}
      />
      <Tile
        long
        name={t('reviewFiguresFixTime')}
        value={formatDuration(fixTime.median, t)}
        note={mean(fixTime.mean)}
      />
    </dl>
  );
}

interface TileProps {
  name: string;
  value: string;
  note?: string;
  /** whether the value is a few words */
  long?: boolean;
}

function Tile({ name, value, note = '', long = false }: TileProps) {
  return (
    <div class={long ? 'long' : ''}>
      <dt>{name}</dt>
      <dd>
        <strong>{value}</strong>
        {note !== '' && <span class="quiet">{note}</span>}
      </dd>
    </div>
  );
}

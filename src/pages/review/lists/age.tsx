/** How long ago something was, for people, with the time itself for machines and for who points at it. */
import { formatAge, formatTime } from '../../../ui/time.ts';
import { useWords } from '../../../ui/words.ts';

/** @param at epoch ms, as an endpoint names it: one that is no time has no date */
export function Age({ at, now }: { at: number; now: number }) {
  const { locale } = useWords();
  const date = new Date(at);
  const iso = Number.isNaN(date.getTime()) ? '' : date.toISOString();
  return (
    <time dateTime={iso} title={formatTime(at, locale)}>
      {formatAge(at, now, locale)}
    </time>
  );
}

/** Counts under each other, largest first as they are handed in: a name, a bar and the number, all of it text but the bar. */
import type { ReportState } from '../../../model/report.ts';
import { readDirection } from '../../../ui/document-locale.ts';
import { useWords } from '../../../ui/words.ts';
import { paintState } from './state-fills.tsx';

export interface Bar {
  key: string;
  name: string;
  count: number;
  /** `#…` of what is counted; null where it cannot be shown */
  href: string | null;
  /** painted as this state */
  state?: ReportState;
}

export function BarList({ bars }: { bars: readonly Bar[] }) {
  const { locale } = useWords();
  const { format } = new Intl.NumberFormat(locale);
  const most = Math.max(1, ...bars.map(({ count }) => count));
  const part = (count: number) => (count / most) * 100;
  const isMirrored = readDirection(locale) === 'rtl';
  return (
    <ol class="bars">
      {bars.map(({ key, name, count, href, state }) => (
        <li key={key}>
          {/* Names stand at the bars' side of the page, and run in their own direction. */}
          {href === null ? (
            <span class="bar-name">
              <bdi>{name}</bdi>
            </span>
          ) : (
            <a class="bar-name" href={href}>
              <bdi>{name}</bdi>
            </a>
          )}
          <svg height="14" aria-hidden="true" focusable="false">
            <rect
              {...{ x: isMirrored ? `${100 - part(count)}%` : 0, y: 0.5 }}
              {...{ width: `${part(count)}%`, height: 13 }}
              {...(state === undefined ? { class: 'paint' } : paintState(state))}
            />
          </svg>
          <span class="bar-count">{format(count)}</span>
        </li>
      ))}
    </ol>
  );
}

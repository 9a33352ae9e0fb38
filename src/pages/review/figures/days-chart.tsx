/** How many reports came when, as piles of their states beside each other; time runs as the language does. */
import { useRef } from 'preact/hooks';
import { readDirection } from '../../../ui/document-locale.ts';
import { useWords } from '../../../ui/words.ts';
import { formatGroup, formatTick } from './figure-words.ts';
import type { DayGroup, GroupSize } from './group-days.ts';
import { chooseLabelStep, chooseTicks } from './scale.ts';
import { PILE, paintState } from './state-fills.tsx';
import { useWidth } from './use-width.ts';

interface DaysChartProps {
  groups: readonly DayGroup[];
  size: GroupSize;
  /** what the picture says, in words */
  label: string;
}

/** In px. */
const HEIGHT = 260;
const TOP = 10;
const FOOT = 26;
const STEPS = 5;
const DIGIT = 8;
const WIDEST_BAR = 44;
const LABEL: Record<GroupSize, number> = { day: 56, week: 56, month: 76 };

export function DaysChart({ groups, size, label }: DaysChartProps) {
  const { locale } = useWords();
  const frame = useRef<HTMLDivElement>(null);
  const width = useWidth(frame);
  const { format } = new Intl.NumberFormat(locale);

  const ticks = chooseTicks(Math.max(0, ...groups.map(({ reports }) => reports)), STEPS);
  const top = ticks.at(-1) ?? 1;
  const base = HEIGHT - FOOT;
  const rise = (count: number) => (count / top) * (base - TOP);
  const start = format(top).length * DIGIT + 12;
  const slot = Math.max(1, (width - start) / Math.max(1, groups.length));
  const bar = Math.min(slot * 0.76, WIDEST_BAR);
  const isMirrored = readDirection(locale) === 'rtl';
  const place = (x: number, wide = 0) => (isMirrored ? width - x - wide : x);
  const step = chooseLabelStep(slot, LABEL[size]);

  return (
    <div class="days-chart" ref={frame}>
      <svg
        role="img"
        aria-label={label}
        {...{ width, height: HEIGHT, viewBox: `0 0 ${width} ${HEIGHT}` }}
      >
        {ticks.map((tick) => (
          <g key={tick}>
            <line
              class={tick === 0 ? 'axis' : 'grid'}
              {...{ x1: place(start), x2: place(width) }}
              {...{ y1: base - rise(tick), y2: base - rise(tick) }}
            />
            <text class="tick" x={place(start - 8)} y={base - rise(tick) + 4} text-anchor="end">
              {format(tick)}
            </text>
          </g>
        ))}
        {groups.map((group, i) => {
          const x = place(start + slot * i + (slot - bar) / 2, bar);
          return (
            <g key={group.from} class="pile">
              <title>{`${formatGroup(group, locale)}: ${format(group.reports)}`}</title>
              {/* Also where there is nothing, there is something to point at. */}
              <rect class="column" {...{ x, y: TOP, width: bar, height: base - TOP }} />
              <Pile group={group} {...{ x, bar, base, rise }} />
              {i % step === 0 && slot * i + LABEL[size] / 2 <= width - start + 8 && (
                <text class="tick" x={x + bar / 2} y={HEIGHT - 6} text-anchor="middle">
                  {formatTick(group.from, size, locale)}
                </text>
              )}
            </g>
          );
        })}
      </svg>
    </div>
  );
}

interface PileProps {
  group: DayGroup;
  x: number;
  bar: number;
  /** y of the foot */
  base: number;
  /** px for a count */
  rise(count: number): number;
}

function Pile({ group, x, bar, base, rise }: PileProps) {
  let under = 0;
  return (
    <>
      {PILE.map((state) => {
        const count = group.states[state];
        if (count === 0) return null;
        const [foot, head] = [base - rise(under), base - rise(under + count)];
        under += count;
        // A line of the ground parts it from its neighbour.
        const height = Math.max(1, foot - head - 1.5);
        return <rect key={state} {...paintState(state)} {...{ x, y: head, width: bar, height }} />;
      })}
    </>
  );
}

/** A picture of numbers with its caption, and behind it the table of the same numbers. */
import type { ComponentChildren } from 'preact';
import { useWords } from '../../../ui/words.ts';
import { DataTable, type TableContent } from './data-table.tsx';

interface ChartFigureProps {
  title: string;
  /** what is counted, or what the picture shows, in a sentence or two */
  note: string;
  table: TableContent;
  wide?: boolean;
  children: ComponentChildren;
}

export function ChartFigure({ title, note, table, wide = false, children }: ChartFigureProps) {
  const { t } = useWords();
  return (
    <figure class={wide ? 'chart wide' : 'chart'}>
      <figcaption>
        <h3>{title}</h3>
        {note !== '' && <p class="quiet">{note}</p>}
      </figcaption>
      {children}
      <details>
        <summary>
          {t('reviewFiguresTable')}
          <span class="unseen">: {title}</span>
        </summary>
        <DataTable caption={title} {...table} />
      </details>
    </figure>
  );
}

/** The numbers behind a picture: a table that says the same, for whoever cannot or will not read the picture. */
import type { ComponentChildren } from 'preact';
import { useId } from 'preact/hooks';
import { useWords } from '../../../ui/words.ts';

export interface TableRow {
  key: string;
  head: ComponentChildren;
  cells: readonly number[];
}

export interface TableContent {
  /** the heading of the rows' heads, then one for each cell */
  columns: readonly string[];
  rows: readonly TableRow[];
  /** sums of the cells, where they sum up to something */
  total?: readonly number[];
}

export function DataTable({ caption, columns, rows, total }: TableContent & { caption: string }) {
  const { t, locale } = useWords();
  const { format } = new Intl.NumberFormat(locale);
  const id = useId();
  const [first = '', ...others] = columns;
  return (
    // A wide table is moved under its edge, also with keys.
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls has to be reached with the keyboard
    <section class="table-frame" aria-labelledby={id} tabIndex={0}>
      <table>
        <caption id={id}>{caption}</caption>
        <thead>
          <tr>
            <th scope="col">{first}</th>
            {others.map((name) => (
              <th key={name} scope="col" class="number">
                {name}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map(({ key, head, cells }) => (
            <tr key={key}>
              <th scope="row">{head}</th>
              <Cells cells={cells} format={format} />
            </tr>
          ))}
        </tbody>
        {total !== undefined && (
          <tfoot>
            <tr>
              <th scope="row">{t('reviewFiguresSum')}</th>
              <Cells cells={total} format={format} />
            </tr>
          </tfoot>
        )}
      </table>
    </section>
  );
}

function Cells({ cells, format }: { cells: readonly number[]; format(value: number): string }) {
  return (
    <>
      {cells.map((cell, i) => (
        <td key={i} class="number">
          {format(cell)}
        </td>
      ))}
    </>
  );
}

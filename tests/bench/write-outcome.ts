/** Words an outcome: a table for people, contenders below each other, and the one line for programs. */
import type { Figures, Goal, Outcome } from './benchmark.ts';

/** A row of the table is cut into blocks of this many figures, so that it fits a terminal. */
const COLUMNS = 9;

export function writeOutcome({ figures, peers, goals, notes, wrong }: Outcome): string {
  const contenders: [string, Figures][] = [['Sic', figures], ...Object.entries(peers)];
  const names = Object.keys(figures);
  const blocks: string[] = [];
  for (let at = 0; at < names.length; at += COLUMNS) {
    blocks.push(writeBlock(contenders, names.slice(at, at + COLUMNS)));
  }
  return [...blocks, writeGoals(goals), writeLines(wrong), writeLines(notes)]
    .filter((part) => part !== '')
    .join('\n\n');
}

/** @returns the line that `--json` promises as the last one */
export function writeJson(bench: string, { figures, peers }: Outcome): string {
  return JSON.stringify({ bench, figures, peers });
}

function writeBlock(contenders: [string, Figures][], names: string[]): string {
  // A contender that has none of these figures is left out of the block.
  const rows = contenders
    .filter(([, figures], index) => index === 0 || names.some((name) => name in figures))
    .map(([contender, figures]) => [
      contender,
      ...names.map((name) => writeFigure(name, figures[name])),
    ]);
  return writeTable([['', ...names], ...rows], 'padStart');
}

/** Figures stand to the right of their column, words to the left; the first column is words. */
function writeTable(rows: string[][], align: 'padStart' | 'padEnd'): string {
  const widths = (rows[0] ?? []).map((_, column) =>
    Math.max(...rows.map((row) => row[column]?.length ?? 0)),
  );
  return rows
    .map((row) =>
      row
        .map((cell, column) => {
          const width = widths[column] ?? 0;
          return cell[column === 0 ? 'padEnd' : align](width);
        })
        .join('  ')
        .trimEnd(),
    )
    .join('\n');
}

/** Times are named by `ms`; whole numbers are counts or a full share, and read the same. */
function writeFigure(name: string, value: number | null | undefined): string {
  if (value === undefined) return '';
  if (value === null) return '–';
  if (/(^|_)(pages|rows|errors)$/.test(name)) return String(value);
  if (/(^|_)ms(_|$)/.test(name)) return value.toFixed(2);
  return value.toFixed(3);
}

function writeGoals(goals: Goal[]): string {
  if (goals.length === 0) return '';
  const rows = goals.map(({ what, wanted, ours, met }) => [
    what,
    wanted,
    ours,
    met ? 'met' : 'NOT met',
  ]);
  return writeTable([['goal', 'wanted', 'Sic', ''], ...rows], 'padEnd');
}

function writeLines(lines: string[]): string {
  return lines.join('\n');
}

/** Scores what is read from a site's terms of reuse: each field on the rows that state it. */
import type { Figures } from './benchmark.ts';
import type { Notice } from './corpus/read-notices.ts';
import { readHost } from './corpus/read-notices.ts';
import { divide } from './percentiles.ts';
import type { Reading, TermsAnswer } from './read-reuse.ts';

type Mark = (row: Notice, said: TermsAnswer) => boolean | null;

/** Each says whether a field is right, or null where the row does not state it. */
const MARKS = {
  kind: (row, said) =>
    row.negative ? said === null || said.kind === 'none' : said?.kind === row.kind,
  link: (row, said) => (row.link === undefined ? null : said?.link === row.link),
  position: (row, said) => (row.position === undefined ? null : said?.position === row.position),
  indexable: (row, said) =>
    row.indexable === undefined ? null : (said?.indexable ?? false) === row.indexable,
  max_share: (row, said) => (row.maxShare === undefined ? null : said?.maxShare === row.maxShare),
  non_commercial: (row, said) =>
    row.noncommercial === undefined ? null : (said?.nonCommercial ?? false) === row.noncommercial,
  target: (row, said) =>
    row.targets === undefined ? null : row.targets.some((one) => isTarget(one, said?.target)),
  // A share of errors: a demand that the sentence does not make.
  overclaimed: (row, said) =>
    (row.position === undefined && said?.position != null) ||
    (row.maxShare === undefined && said?.maxShare != null) ||
    (row.indexable === undefined && said?.indexable === true),
} satisfies Record<string, Mark>;

function isTarget(wanted: string, said: string | null | undefined): boolean {
  return said != null && (wanted === said || readHost(wanted) === readHost(said));
}

type MarkName = keyof typeof MARKS;
const NAMES = Object.keys(MARKS) as MarkName[];

/** Marks one row; a reading that failed is wrong in all that the row states. */
export function markNotice(row: Notice, reading: Reading<TermsAnswer>): [MarkName, boolean][] {
  return NAMES.flatMap((name): [MarkName, boolean][] => {
    const mark = MARKS[name](row, reading.ok ? reading.value : null);
    if (mark === null) return [];
    return [[name, reading.ok ? mark : name === 'overclaimed']];
  });
}

export function scoreTerms(
  rows: readonly Notice[],
  readings: readonly Reading<TermsAnswer>[],
): Figures {
  const marks = rows.flatMap((row, index) => {
    const reading = readings[index];
    return reading === undefined ? [] : markNotice(row, reading);
  });
  return Object.fromEntries(
    NAMES.map((name) => {
      const of = marks.filter(([marked]) => marked === name);
      return [name, divide(of.filter(([, right]) => right).length, of.length)];
    }),
  );
}

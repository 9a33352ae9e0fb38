/** Scores what is read from credits: whom they name, which site the text itself names, and no other site. */
import type { Figures } from './benchmark.ts';
import { type CreditRow, readHost } from './corpus/read-notices.ts';
import { containsEither, foldAnswer, isSameSet } from './fold-answer.ts';
import { divide } from './percentiles.ts';
import type { CreditAnswer, Reading } from './read-reuse.ts';

export interface CreditMarks {
  right: boolean;
  /** as `right`, with names by containment */
  loose: boolean;
  /** it leads to a site that the credited one has nothing to do with */
  wrongSite: boolean;
}

export function markCredit(row: CreditRow, reading: Reading<CreditAnswer>): CreditMarks {
  if (!reading.ok) return { right: false, loose: false, wrongSite: false };
  const said = reading.value;
  const wrongSite = leadsToWrongSite(row, said);
  if (row.negative) return { right: said === null, loose: said === null, wrongSite };
  const names = said?.names ?? [];
  const domain = said?.domain ?? null;
  const isSited =
    (domain === null ? null : readHost(domain)) === row.domain &&
    (row.linkable || (said?.links ?? []).length === 0);
  return {
    right: isSited && isSameSet(row.names, names),
    loose: isSited && (isSameSet(row.names, names) || isCovered(row.names, names)),
    wrongSite,
  };
}

function isCovered(wanted: readonly string[], said: readonly string[]): boolean {
  const hasPartner = (name: string, others: readonly string[]) =>
    others.some((other) => containsEither(name, other));
  return (
    wanted.length > 0 &&
    wanted.every((name) => hasPartner(name, said)) &&
    said.every((name) => hasPartner(name, wanted))
  );
}

function leadsToWrongSite(row: CreditRow, said: CreditAnswer): boolean {
  if (said === null) return false;
  if (said.domain !== null && readHost(said.domain) !== row.domain) return true;
  if (said.links.length > 0 && (row.negative || !row.linkable)) return true;
  const names = new Set(row.names.map(foldAnswer));
  // The address that the text itself names is right whatever it is called.
  return said.links.some(
    ({ name, url }) => !names.has(foldAnswer(name)) && readHost(url) !== row.domain,
  );
}

export function scoreCredits(
  rows: readonly CreditRow[],
  readings: readonly Reading<CreditAnswer>[],
): Figures {
  const marks = rows.flatMap((row, index) => {
    const reading = readings[index];
    return reading === undefined ? [] : [markCredit(row, reading)];
  });
  const share = (name: keyof CreditMarks) =>
    divide(marks.filter((mark) => mark[name]).length, marks.length);
  return {
    credits: share('right'),
    credits_loose: share('loose'),
    credits_wrong_site: share('wrongSite'),
  };
}

/** Scores what was found in pages, by passage: of the source that it is from, and half of it at least. */
import type { Figures } from '../benchmark.ts';
import { divide } from '../percentiles.ts';
import { type Checked, FALSE_KINDS, type Mark, type PutKind, TRUE_KINDS } from './case.ts';

export interface CheckedCase {
  page: string;
  marks: readonly Mark[];
  spots: Checked['spots'];
  findings: Checked['findings'];
}

/** Words below which a passage need not be found. */
const LEAST_WORDS = 40;

type Spot = Checked['spots'][number] & Mark;
type Found = Checked['findings'][number];

/** One judgement: a passage that was found or not, or a finding that is right or not. */
export interface Judged {
  page: string;
  what: 'passage' | 'finding';
  kind: PutKind | 'own';
  url: string;
  from: number;
  to: number;
  isRight: boolean;
}

/** Passages that are shorter are left out: to find them is no fault, and not to find them neither. */
export function judgeCase({ page, marks, spots, findings }: CheckedCase): Judged[] {
  const put = spots.flatMap((spot): Spot[] => {
    const mark = marks[spot.mark];
    return mark === undefined ? [] : [{ ...spot, ...mark }];
  });
  const passages = put.filter(({ kind }) => isTrue(kind));
  return [
    ...passages
      .filter(({ weight }) => weight >= LEAST_WORDS)
      .map((spot): Judged => {
        const { url, kind, from, to } = spot;
        const isRight = findings.some(
          (found) => found.url === url && overlap(found, spot) * 2 >= to - from,
        );
        return { page, what: 'passage', kind, url, from, to, isRight };
      }),
    ...findings.map((found): Judged => {
      const { url, from, to } = found;
      const own = passages.filter((spot) => spot.url === url);
      const isRight = sum(own, found) * 2 >= to - from;
      const kind = put.toSorted((one, other) => overlap(found, other) - overlap(found, one))[0];
      const isIn = kind !== undefined && overlap(found, kind) > 0;
      return { page, what: 'finding', kind: isIn ? kind.kind : 'own', url, from, to, isRight };
    }),
  ];
}

export function scoreFindings(judged: readonly Judged[]): Figures {
  const passages = judged.filter(({ what }) => what === 'passage');
  const findings = judged.filter(({ what }) => what === 'finding');
  const share = (list: readonly Judged[]) =>
    divide(list.filter(({ isRight }) => isRight).length, list.length);
  const wrong = (kind: Judged['kind']) =>
    findings.filter((one) => one.kind === kind && !one.isRight).length;
  return {
    precision: share(findings),
    recall: share(passages),
    ...Object.fromEntries(
      TRUE_KINDS.map((kind) => [
        `recall_${kind}`,
        share(passages.filter((one) => one.kind === kind)),
      ]),
    ),
    ...Object.fromEntries(FALSE_KINDS.map((kind) => [`false_${kind}_rows`, wrong(kind)])),
    false_own_rows: wrong('own'),
    passages_rows: passages.length,
    findings_rows: findings.length,
  };
}

function isTrue(kind: PutKind): boolean {
  return TRUE_KINDS.some((one) => one === kind);
}

function overlap(one: Pick<Found, 'from' | 'to'>, other: Pick<Found, 'from' | 'to'>): number {
  return Math.max(0, Math.min(one.to, other.to) - Math.max(one.from, other.from));
}

/** Words of a finding that lie in spots, which do not overlap each other. */
function sum(spots: readonly Spot[], found: Found): number {
  return spots.reduce((words, spot) => words + overlap(spot, found), 0);
}

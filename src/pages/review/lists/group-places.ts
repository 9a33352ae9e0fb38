/**
 * Reports as a list on paper: by article, and in it by place, in the order in which they stand there. What several readers
 * have reported is one entry with what each has said.
 */
import { namePlace, type ReportState } from '../../../model/report.ts';
import type { ReviewItem } from '../../../platform/editors/reports.ts';

export interface PrintedPlace {
  name: string;
  /** the newest report */
  sample: ReviewItem;
  /** corrections that other readers gave, each once */
  others: readonly string[];
  comments: readonly string[];
  states: readonly ReportState[];
  kinds: readonly string[];
  reports: number;
}

/** As many places of one article as are drawn at a time. */
export interface PrintedBlock {
  source: string;
  /** of the article: the first has its heading */
  part: number;
  places: readonly PrintedPlace[];
}

/**
 * @param reports newest first: an article stands where its newest report does
 * @param most places in a block
 */
export function groupPlaces(reports: readonly ReviewItem[], most: number): PrintedBlock[] {
  const articles = Map.groupBy(reports, ({ source }) => source);
  return [...articles].flatMap(([source, items]) => {
    const byPlace = Map.groupBy(items, (item) => item.place || namePlace(item));
    const places = [...byPlace].map(([name, alike]) => composePlace(name, alike));
    places.sort((one, other) => readStart(one) - readStart(other));
    return Array.from({ length: Math.ceil(places.length / most) }, (_, part) => ({
      ...{ source, part },
      places: places.slice(part * most, (part + 1) * most),
    }));
  });
}

function composePlace(name: string, reports: readonly ReviewItem[]): PrintedPlace {
  const [sample] = reports;
  if (sample === undefined) throw new Error('a group has a report at least');
  const corrections = listOnce(reports.map(({ correction }) => correction));
  return {
    ...{ name, sample },
    others: corrections.filter((one) => one !== sample.correction),
    comments: listOnce(reports.map(({ comment }) => comment)),
    states: [...new Set(reports.map(({ state }) => state))],
    kinds: listOnce(reports.map(({ kind }) => kind)),
    reports: reports.length,
  };
}

/** Where nobody knows, it comes at the end. */
function readStart({ sample }: PrintedPlace): number {
  return sample.position?.start ?? Number.MAX_SAFE_INTEGER;
}

function listOnce(texts: readonly string[]): string[] {
  return [...new Set(texts)].filter((text) => text !== '');
}

/**
 * Reports of one page become places of it: what this reader has sent, and what an editor's endpoint knows of the
 * same words, is one place. Where editors know it, what they know counts.
 */
import { MOST_PLACED } from '../messages/content-to-background.ts';
import { parse, type Selector } from '../model/annotation.ts';
import type { OutboxEntry } from '../model/outbox-entry.ts';
import { isToldFor, type PlacedReport, placedReportSchema } from '../model/placed-report.ts';
import { namePlace, type Report, type ReportState, readReport } from '../model/report.ts';
import type { ReviewItem } from '../platform/editors/reports.ts';

/** A place with one report, and by what it is told from others. */
interface Found {
  place: PlacedReport;
  /** of the place, see `namePlace` */
  name: string;
  /** epoch ms */
  createdAt: number;
}

/** The state of a place is that of the report in it which is furthest from its end. */
const PROGRESS: readonly ReportState[] = ['new', 'accepted', 'rejected', 'fixed', 'spam'];

/** A report of this reader's own, as a place. */
export function tellOwn(entry: OutboxEntry): PlacedReport {
  const { exact, prefix, suffix, correction, comment, kind } = readReport(entry.annotation);
  const state = entry.receipt?.state ?? 'new';
  return {
    ...{ exact, prefix, suffix, correction, comment, kind },
    canonical: entry.canonical,
    selectors: entry.annotation.target.selector,
    state,
    readers: entry.receipt?.readers ?? 1,
    isOwn: true,
    sightings: { readers: 0, byEditor: false, replacement: '' },
    told: isToldFor(entry.toldIn, state) ? (entry.told ?? null) : null,
    members: [],
  };
}

function tellEditors(item: ReviewItem): PlacedReport {
  const { canonical, etag, exact, prefix, suffix, correction, comment, kind } = item;
  const { state, readers, sightings, told, position, inBlock } = item;
  const block = inBlock === null ? {} : { inBlock };
  const selectors: Selector[] = [{ type: 'TextQuoteSelector', exact, prefix, suffix, ...block }];
  if (position !== null) selectors.push({ type: 'TextPositionSelector', ...position });
  return {
    ...{ canonical, selectors, exact, prefix, suffix, correction, comment, kind },
    ...{ state, readers, sightings, told },
    isOwn: false,
    members: [{ canonical, etag }],
  };
}

/**
 * @param own entries of the page
 * @param items reports of it that an editor's endpoint has given
 * @returns the places, those that were reported last first; a report that no page could show is left out
 */
export function mergePlaced(
  own: readonly OutboxEntry[],
  items: readonly ReviewItem[],
): PlacedReport[] {
  const found: Found[] = [
    ...items.map((item) => name(item, tellEditors(item))),
    ...own.map((entry) => name(readReport(entry.annotation), tellOwn(entry))),
  ];
  const groups: Found[][] = [];
  for (const one of found) {
    if (one.place.exact === '' || !parse(placedReportSchema, one.place).ok) continue;
    // An endpoint may have other words for the same report than its reader has.
    const group =
      groups.find((known) => known.some(({ place }) => place.canonical === one.place.canonical)) ??
      groups.find(([first]) => first?.name === one.name);
    if (group === undefined) groups.push([one]);
    else group.push(one);
  }
  return groups
    .map((group) => group.sort((a, b) => b.createdAt - a.createdAt))
    .sort((a, b) => (b[0]?.createdAt ?? 0) - (a[0]?.createdAt ?? 0))
    .slice(0, MOST_PLACED)
    .flatMap((group) => joinGroup(group.map(({ place }) => place)) ?? []);
}

function name(said: Pick<Report, 'source' | 'createdAt'>, place: PlacedReport): Found {
  const { source, createdAt } = said;
  return { place, createdAt, name: namePlace({ ...place, source }) };
}

/** @param places of the same words, the newest first */
function joinGroup(places: readonly PlacedReport[]): PlacedReport | null {
  const known = places.filter(({ members }) => members.length > 0);
  const told = known.length > 0 ? known : places;
  const [newest] = told;
  if (newest === undefined) return null;
  const members = known.flatMap((one) => one.members).slice(0, MOST_PLACED);
  return {
    ...newest,
    correction: findSaid(told, 'correction'),
    comment: findSaid(told, 'comment'),
    state: PROGRESS.find((state) => told.some((one) => one.state === state)) ?? newest.state,
    readers: Math.max(members.length, ...places.map(({ readers }) => readers)),
    isOwn: places.some(({ isOwn }) => isOwn),
    sightings: joinSightings(told),
    members,
  };
}

function findSaid(places: readonly PlacedReport[], what: 'correction' | 'comment'): string {
  return places.find((one) => one[what] !== '')?.[what] ?? '';
}

function joinSightings(places: readonly PlacedReport[]): PlacedReport['sightings'] {
  const all = places.map(({ sightings }) => sightings);
  return {
    readers: Math.max(...all.map(({ readers }) => readers)),
    byEditor: all.some(({ byEditor }) => byEditor),
    replacement: all.find(({ replacement }) => replacement !== '')?.replacement ?? '',
  };
}

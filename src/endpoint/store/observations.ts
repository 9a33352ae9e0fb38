/**
 * What was seen of reported places later, and the moves that follow from it. One observer has one look at a place, the
 * newest; the looks of those whose reports are spam are kept like the others, and heeded by nobody.
 */
import { type Kysely, sql, type Transaction } from 'kysely';
import { judgeObservations, type Look } from '../../model/judge-observations.ts';
import type { Observation } from '../../model/observation.ts';
import type { ReportState } from '../../model/report.ts';
import { readGroup } from '../sites.ts';
import { takeNumber } from './changes.ts';
import type { Connections } from './database.ts';
import { GoneError } from './gone-error.ts';
import { moveRow } from './move-row.ts';
import type { Tables } from './schema.ts';
import {
  COUNTED_STATES,
  fromRow,
  REPORT_COLUMNS,
  readReportedAt,
  type StoredReport,
} from './stored-report.ts';

/** A look with what stood there instead, or ''. */
export type StoredLook = Look & { replacement: string };

export interface NewObservation {
  /** a report of the place that was looked at */
  report: StoredReport;
  /** a reader is told apart by the report's canonical, an editor by the token's id */
  observer: { by: 'reader' } | { by: 'editor'; tokenId: string };
  observation: Observation;
  /** epoch ms */
  at: number;
}

/** What is known of the place that a report is about. */
export interface PlaceView {
  /** reports of it, spam aside; at most `MOST_READERS` */
  readers: number;
  looks: StoredLook[];
}

export interface ObservationStore {
  /**
   * Keeps a look in the place of the observer's former one and, where the rule says so, moves the place's reports.
   * @returns the report as it is then
   */
  addObservation(observation: NewObservation): Promise<StoredReport>;
  /** What is known of the reports' places, in the reports' order. */
  viewPlaces(reports: readonly StoredReport[]): Promise<PlaceView[]>;
}

/**
 * Moves in a row that a report makes by what is observed. Beyond, those who look do not agree, by mistake or on purpose:
 * it stays as it is until a person decides.
 */
export const MOST_TURNS = 6;

/** Beyond this nobody counts: it is many. */
export const MOST_READERS = 1_000;

type PlaceKey = Pick<StoredReport, 'site' | 'place'>;

export function createObservationStore({ read, write }: Connections): ObservationStore {
  return {
    async addObservation({ report, observer, observation, at }) {
      const { site, canonical } = report;
      const group = readGroup(site);
      return write.transaction().execute(async (transaction) => {
        // First of all: those who look at once wait for each other.
        const changed = await takeNumber(transaction, site);
        const selectReport = () =>
          transaction
            .selectFrom('reports')
            .select(REPORT_COLUMNS)
            .where('site_group', '=', group)
            .where('site', '=', site)
            .where('canonical', '=', canonical)
            .executeTakeFirstOrThrow(() => new GoneError());
        // It may have been given another place since it was read.
        const { place } = await selectReport();
        await transaction
          .updateTable('clusters')
          .set({ observed_at: at, changed })
          .where('site_group', '=', group)
          .where('site', '=', site)
          .where('place', '=', place)
          .execute();
        const { verdict } = observation;
        const replacement = verdict === 'fixed' ? observation.replacement : '';
        await transaction
          .insertInto('observations')
          .values({
            ...{ site_group: group, site, place, kind: observer.by, verdict, replacement, at },
            observer: observer.by === 'editor' ? observer.tokenId : canonical,
          })
          .onConflict((conflict) =>
            conflict
              .columns(['site_group', 'site', 'place', 'observer'])
              .doUpdateSet({ verdict, replacement, at }),
          )
          .execute();
        await movePlace(transaction, { site, place }, at);
        return fromRow(await selectReport());
      });
    },

    async viewPlaces(reports) {
      const places = new Map(reports.map((report) => [writeKey(report), report]));
      const readers = await countReaders(read, [...places.values()]);
      const looks = await listLooks(read, [...places.values()]);
      return reports.map((report) => ({
        readers: readers.get(writeKey(report)) ?? 0,
        looks: looks.get(writeKey(report)) ?? [],
      }));
    },
  };
}

/** Moves the reports of a place that are open, or else those that are fixed, where the rule says so. */
async function movePlace(
  transaction: Transaction<Tables>,
  key: PlaceKey,
  at: number,
): Promise<void> {
  const reports = (await countReaders(transaction, [key])).get(writeKey(key)) ?? 0;
  const looks = (await listLooks(transaction, [key])).get(writeKey(key)) ?? [];
  const groups: ReportState[][] = [['new', 'accepted'], ['fixed']];
  for (const states of groups) {
    const group = await listMovable(transaction, key, states);
    const [first] = group;
    if (first === undefined) continue;
    const to = judgeObservations({
      ...{ state: first.state, reports, looks },
      reportedAt: findMax(group.map(readReportedAt)) ?? 0,
      movedAt: findMax(group.flatMap(({ movedAt }) => movedAt ?? [])),
      acceptedAt: findMax(
        group.flatMap(({ state, acceptedAt }) => (state === 'accepted' ? (acceptedAt ?? []) : [])),
      ),
    });
    if (to === null) continue;
    for (const report of group) {
      if ((await countTurns(transaction, report)) >= MOST_TURNS) continue;
      // Whoever decides at this moment comes first: what they moved stays where they put it.
      await moveRow(transaction, { report, to, reason: '', editor: null, at });
    }
    return;
  }
}

/** The newest reports of a place in some states, to a limit, and of them no more than the rule asks for. */
async function listMovable(
  transaction: Transaction<Tables>,
  { site, place }: PlaceKey,
  states: readonly ReportState[],
) {
  return transaction
    .selectFrom('reports')
    .select(['site', 'canonical', 'state', 'version', 'moved_at as movedAt'])
    .select(['created_at as createdAt', 'received_at as receivedAt'])
    .select(({ selectFrom }) =>
      selectFrom('decisions')
        .whereRef('decisions.site_group', '=', 'reports.site_group')
        .whereRef('decisions.canonical', '=', 'reports.canonical')
        .whereRef('decisions.site', '=', 'reports.site')
        .where('decisions.to_state', '=', 'accepted')
        .select(({ fn }) => fn.max('decisions.at').as('at'))
        .as('acceptedAt'),
    )
    .where('site_group', '=', readGroup(site))
    .where('site', '=', site)
    .where('place', '=', place)
    .where('state', 'in', states)
    .orderBy('received_at', 'desc')
    .limit(MOST_READERS)
    .execute();
}

/** How often a report has been moved by what was observed since a person decided about it last. */
async function countTurns(
  transaction: Transaction<Tables>,
  { site, canonical, version }: Pick<StoredReport, 'site' | 'canonical' | 'version'>,
): Promise<number> {
  // Each move makes a version.
  if (version <= MOST_TURNS) return 0;
  const last = await transaction
    .selectFrom('decisions')
    .select('editor')
    .where('site_group', '=', readGroup(site))
    .where('site', '=', site)
    .where('canonical', '=', canonical)
    .orderBy('version', 'desc')
    .limit(MOST_TURNS)
    .execute();
  const decided = last.findIndex(({ editor }) => editor !== '');
  return decided === -1 ? last.length : decided;
}

/** How many reports each place has, spam aside, with its key: as they have been counted, to a limit. */
async function countReaders(
  db: Kysely<Tables>,
  places: readonly PlaceKey[],
): Promise<Map<string, number>> {
  if (places.length === 0) return new Map();
  const rows = await db
    .with('wanted(site_group, site, place)', () => writeValues(places))
    .selectFrom('wanted')
    .innerJoin('clusters', (join) =>
      join
        .onRef('clusters.site_group', '=', 'wanted.site_group')
        .onRef('clusters.site', '=', 'wanted.site')
        .onRef('clusters.place', '=', 'wanted.place'),
    )
    .select(['clusters.site', 'clusters.place'])
    .select(['new_count', 'accepted_count', 'rejected_count', 'fixed_count'])
    .execute();
  return new Map(
    rows.map((row) => {
      const count = row.new_count + row.accepted_count + row.rejected_count + row.fixed_count;
      return [writeKey(row), Math.min(count, MOST_READERS)];
    }),
  );
}

/** The looks at each place, with its key. */
async function listLooks(
  db: Kysely<Tables>,
  places: readonly PlaceKey[],
): Promise<Map<string, StoredLook[]>> {
  if (places.length === 0) return new Map();
  const rows = await db
    .with('wanted(site_group, site, place)', () => writeValues(places))
    .selectFrom('wanted')
    .innerJoin('observations as seen', (join) =>
      join
        .onRef('seen.site_group', '=', 'wanted.site_group')
        .onRef('seen.site', '=', 'wanted.site')
        .onRef('seen.place', '=', 'wanted.place'),
    )
    .leftJoin('reports', (join) =>
      join
        .onRef('reports.site_group', '=', 'seen.site_group')
        .onRef('reports.site', '=', 'seen.site')
        .onRef('reports.canonical', '=', 'seen.observer'),
    )
    .where(({ eb, or }) =>
      or([eb('seen.kind', '=', 'editor'), eb('reports.state', 'in', COUNTED_STATES)]),
    )
    .select(['seen.site', 'seen.place', 'seen.kind as by', 'seen.observer'])
    .select(['seen.verdict', 'seen.replacement', 'seen.at', 'reports.received_at as knownSince'])
    .execute();
  return Map.groupBy(rows, writeKey);
}

/** Rows of places to join with: SQLite has no other list of pairs. */
function writeValues(places: readonly PlaceKey[]) {
  const rows = places.map(({ site, place }) => sql`(${readGroup(site)}, ${site}, ${place})`);
  return sql<PlaceKey & { site_group: string }>`(values ${sql.join(rows)})`;
}

function writeKey({ site, place }: PlaceKey): string {
  return `${site} ${place}`;
}

function findMax(numbers: readonly number[]): number | null {
  return numbers.reduce<number | null>(
    (most, number) => (most === null || number > most ? number : most),
    null,
  );
}

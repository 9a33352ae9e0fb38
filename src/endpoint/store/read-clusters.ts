/** What the reports of clusters say: read from the newest of each, so that thousands of them take no longer than a few. */
import { type Kysely, type RawBuilder, sql } from 'kysely';
import { REPORT_STATES, type ReportState } from '../../model/report.ts';
import { readGroup } from '../sites.ts';
import type { ClusterTable, Tables } from './schema.ts';
import { fromRow, REPORT_COLUMNS, type StoredReport } from './stored-report.ts';

export interface StoredCluster {
  site: string;
  place: string;
  /** of the report that it began with */
  kind: string;
  state: ReportState;
  version: number;
  counts: Record<ReportState, number>;
  /** all of its reports but spam */
  readers: number;
  /** epoch ms; when the first and the last of its reports were received */
  firstAt: number;
  lastAt: number;
  /** primary subtag of the language that its reports say, or '' */
  language: string;
  /** key of the quoted words, see `keyWords`; '' where none are quoted */
  wordsKey: string;
  /** an editor's own correction, which goes before the readers'; null while there is none */
  edited: { correction: string; editor: string; at: number } | null;
}

export interface ReadCluster extends StoredCluster {
  /** the newest in the cluster's state, of an open one those that are new and accepted: at least one */
  newest: [StoredReport, ...StoredReport[]];
  /** what the editors publish about it, or '' */
  note: string;
}

/** Reports of a cluster in one state that are read. */
export const MOST_READ = 20;
/** Selections in one statement: few, so that there are few statements that are kept prepared. */
const MOST_SELECTIONS = 10;

export const CLUSTER_COLUMNS = [
  ...(['clusters.site', 'clusters.place', 'clusters.kind', 'clusters.state'] as const),
  ...(['clusters.version', 'clusters.first_at', 'clusters.last_at'] as const),
  ...(['clusters.new_count', 'clusters.accepted_count', 'clusters.rejected_count'] as const),
  ...(['clusters.fixed_count', 'clusters.spam_count', 'clusters.readers'] as const),
  ...(['clusters.article', 'clusters.language', 'clusters.words_key'] as const),
  ...(['clusters.edited', 'clusters.edited_by', 'clusters.edited_at'] as const),
];
type ClusterRow = Omit<
  ClusterTable,
  'site_group' | 'sample' | 'observed_at' | 'changed' | 'edit_changed' | 'note_changed'
>;

export type PlaceKey = Pick<StoredReport, 'site' | 'place'>;

export function readRow(row: ClusterRow): StoredCluster {
  return {
    site: row.site,
    place: row.place,
    kind: row.kind,
    state: row.state,
    version: row.version,
    counts: {
      new: row.new_count,
      accepted: row.accepted_count,
      rejected: row.rejected_count,
      fixed: row.fixed_count,
      spam: row.spam_count,
    },
    readers: row.readers,
    firstAt: row.first_at,
    lastAt: row.last_at,
    language: row.language,
    wordsKey: row.words_key,
    edited: readEdited(row),
  };
}

/** An editor's own correction, from the row that it lies in. */
function readEdited({
  edited,
  edited_by: editor,
  edited_at: at,
}: Pick<ClusterTable, 'edited' | 'edited_by' | 'edited_at'>): StoredCluster['edited'] {
  return editor === null || at === null ? null : { correction: edited, editor, at };
}

/** Selects reports of a place in one state, newest first. */
export function selectNewest(db: Kysely<Tables>, { site, place }: PlaceKey, state: ReportState) {
  return db
    .selectFrom('reports')
    .select(REPORT_COLUMNS)
    .where('site_group', '=', readGroup(site))
    .where('site', '=', site)
    .where('place', '=', place)
    .where('state', '=', state)
    .orderBy('received_at', 'desc')
    .orderBy('canonical', 'desc');
}

/** As the database has the newest first: bytes are compared, not UTF-16 units. */
export function compareNewest(one: StoredReport, other: StoredReport): number {
  return (
    other.receivedAt - one.receivedAt ||
    Buffer.compare(Buffer.from(other.canonical), Buffer.from(one.canonical))
  );
}

/** Reads what clusters of one group of sites say, in their order; one that has gone meanwhile is left out. */
export async function readClusters(
  db: Kysely<Tables>,
  clusters: readonly StoredCluster[],
): Promise<ReadCluster[]> {
  const byPlace = await readNewest(db, clusters, ({ state }) => listShown(state));
  // Its reports may have been moved since the cluster was read: it is there all the same, and was so a moment ago.
  const moved = clusters.filter((cluster) => !byPlace.has(writeKey(cluster)));
  const others = await readNewest(db, moved, () => REPORT_STATES);
  const notes = await readNotes(db, clusters);
  return clusters.flatMap((cluster) => {
    const key = writeKey(cluster);
    const [first, ...more] = (byPlace.get(key) ?? others.get(key) ?? []).sort(compareNewest);
    if (first === undefined) return [];
    return [{ ...cluster, newest: [first, ...more], note: notes.get(key) ?? '' }];
  });
}

async function readNotes(
  db: Kysely<Tables>,
  clusters: readonly StoredCluster[],
): Promise<Map<string, string>> {
  const [first] = clusters;
  if (first === undefined) return new Map();
  const rows = await db
    .selectFrom('notes')
    .select(['site', 'place', 'text'])
    .where('site_group', '=', readGroup(first.site))
    .where('withdrawn_at', 'is', null)
    .where(isOneOf(clusters))
    .execute();
  return new Map(rows.map((row) => [writeKey(row), row.text]));
}

/** Whether a row is about one of some places. SQLite has no other list of pairs. */
export function isOneOf(places: readonly PlaceKey[]): RawBuilder<boolean> {
  const keys = places.map(({ site, place }) => sql`(${site}, ${place})`);
  return sql<boolean>`(site, place) in (values ${sql.join(keys)})`;
}

/** @param choose the states of which reports are read */
async function readNewest(
  db: Kysely<Tables>,
  clusters: readonly StoredCluster[],
  choose: (cluster: StoredCluster) => readonly ReportState[],
): Promise<Map<string, StoredReport[]>> {
  const wanted = clusters.flatMap((cluster) =>
    choose(cluster).map((state) => ({ cluster, state })),
  );
  const reports: StoredReport[] = [];
  for (let i = 0; i < wanted.length; i += MOST_SELECTIONS) {
    const [first, ...others] = wanted.slice(i, i + MOST_SELECTIONS).map(({ cluster, state }) =>
      db
        // Selected from once more: SQLite takes no limit for one part of a union.
        .selectFrom(selectNewest(db, cluster, state).limit(MOST_READ).as('part'))
        .selectAll(),
    );
    if (first === undefined) continue;
    const rows = await others.reduce((query, part) => query.unionAll(part), first).execute();
    reports.push(...rows.map(fromRow));
  }
  return Map.groupBy(reports, writeKey);
}

function listShown(state: ReportState): ReportState[] {
  return state === 'new' || state === 'accepted' ? ['new', 'accepted'] : [state];
}

export function writeKey({ site, place }: PlaceKey): string {
  return `${site} ${place}`;
}

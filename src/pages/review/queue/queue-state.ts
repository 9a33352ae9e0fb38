/** What the queue shows and what can be asked of it: the seam between its workings and how it is drawn. */
import type { Failed, Outcome } from '../../../platform/editors/ask-endpoint.ts';
import type {
  Cluster,
  ClusterAddress,
  ClusterCounts,
  ClusterFilter,
  ClusterSort,
  Verdict,
} from '../../../platform/editors/clusters.ts';
import type { EventsStatus } from '../../../platform/editors/follow-events.ts';
import type { ArrivalCount } from './arrivals.ts';
import type { Told } from './deciding.ts';
import type { Deed, Row } from './rows.ts';
import type { Selection } from './selection.ts';
import type { Batch } from './sending-many.ts';

/** Which clusters are listed, and how. */
export interface QueueView {
  filter: ClusterFilter;
  sort: ClusterSort;
}

/** As it is now; another object after each change. */
export interface QueueState {
  /** keys of the listed rows, as they stand */
  order: readonly string[];
  rows: ReadonlyMap<string, Row>;
  hasMore: boolean;
  loading: 'list' | 'more' | null;
  /** why the list, or its next page, could not be loaded */
  failed: Failed | null;
  /** key of the row that keys are about */
  current: string | null;
  selected: ReadonlySet<string>;
  arrivals: ArrivalCount;
  counts: ClusterCounts | null;
  status: EventsStatus;
  /** what is being, or was last, decided about many */
  batch: Batch | null;
  canUndo: boolean;
}

export interface Queue {
  read(): QueueState;
  subscribe(onChange: () => void): () => void;
  /** Follows what changes, until the returned function is called. */
  start(): () => void;
  /** Begins the list of a view. */
  show(view: QueueView): Promise<void>;
  /** Begins the list anew, with what has come; it stays until the new one is there. */
  reload(): Promise<void>;
  loadMore(): Promise<void>;
  /** Where a listed row stands, -1 for others. */
  indexOf(key: string): number;
  /**
   * Tells what is in view, or nearly so.
   * @param keys of listed rows @param at index of one that is in view
   */
  look(keys: readonly string[], at: number): void;
  /** Keeps a row up to date that is shown beside the list, until the returned function is called. */
  watch(key: string): () => void;
  setCurrent(key: string | null): void;
  /**
   * Goes to the next or previous listed row.
   * @param above key of a row that stands before the list, and is passed over in it
   * @returns its key, null where there is none
   */
  step(by: 1 | -1, above: string | null): string | null;
  selection: Selection;
  act(key: string, deed: Deed): Promise<Told>;
  /** Takes back what was done last. */
  undo(): Promise<Told>;
  /** Whether what was last decided about a row can be taken back, and doing so. */
  canUndoRow(key: string): boolean;
  undoRow(key: string): Promise<Told>;
  /** Decides about many rows, one hundred at a time. */
  decideMany(keys: readonly string[], verdict: Verdict): Promise<void>;
  stopBatch(): void;
  dismissBatch(): void;
  /** Says no more of trouble with a row. */
  forgive(key: string): void;
  /** Holds clusters that are not of the list, such as the same mistake elsewhere. @returns their keys */
  adopt(clusters: readonly Cluster[]): string[];
  /** Reads a cluster and holds it. @returns its key */
  fetch(address: ClusterAddress): Promise<Outcome<string>>;
  /** Has a row read again soon, as something of it was changed in another way. */
  mark(key: string): void;
}

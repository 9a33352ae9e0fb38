/**
 * What has come to a list since it was begun, and is not put into it: it would move what is being read. Only how many
 * there are is told. An event names a cluster's site and state; where a filter asks for more, the endpoint is asked
 * which of the newest belong to the list.
 */
import type { ClusterFilter, ClustersApi } from '../../../platform/editors/clusters.ts';
import type { QueueEvent } from '../../../platform/editors/follow-events.ts';
import { type Came, createPaced } from './paced.ts';
import { nameRow } from './rows.ts';

export interface Arrivals {
  /** The list is there: what is in it has not come since. */
  settle(): void;
  take(events: readonly QueueEvent[]): void;
  /**
   * Nobody knows what has happened meanwhile.
   * @param isOnTop whether what is newest stands first in the list, or all of the list is there
   */
  lose(isOnTop: boolean): void;
  count(): ArrivalCount;
  recover(): void;
  stop(): void;
}

export interface ArrivalCount {
  count: number;
  /** whether there may be more */
  isMore: boolean;
}

/** Nobody counts on. */
const MOST_COUNTED = 999;
const NEWEST = 50;
const PACE = { soon: 500, apart: 3_000 };

export function createArrivals({
  filter,
  clusters,
  isListed,
  onChange,
}: {
  filter: ClusterFilter;
  clusters: Pick<ClustersApi, 'list'>;
  isListed(key: string): boolean;
  onChange(): void;
}): Arrivals {
  const isNarrow = [filter.kind, filter.page, filter.language, filter.search].some(
    (part) => part !== '',
  );
  /** keys of what has come, and of what may have */
  const arrived = new Set<string>();
  let candidates = new Set<string>();
  let isMore = false;
  /** of everything that is among the newest it has to be asked, not only of the candidates */
  let isLost = false;

  const take = (event: QueueEvent) => {
    const key = nameRow(event);
    if (matches(event, filter)) {
      const known = isNarrow ? candidates : arrived;
      if (known.has(key) || isListed(key)) return;
      if (known.size < MOST_COUNTED) known.add(key);
      else isMore = true;
    } else if (event.what === 'deletion' || event.what === 'report') {
      arrived.delete(key);
      candidates.delete(key);
    }
  };

  const look = async (): Promise<Came> => {
    const asked = { candidates, isLost };
    if (asked.candidates.size === 0 && !isLost) return 'done';
    [candidates, isLost] = [new Set(), false];
    const answer = await clusters.list({ filter, sort: 'newest', after: null, limit: NEWEST });
    if (!answer.ok) {
      candidates = new Set([...asked.candidates, ...candidates]);
      isLost ||= asked.isLost;
      return 'failed';
    }
    const unlisted = answer.value.items.map(nameRow).filter((key) => !isListed(key));
    for (const key of unlisted) if (asked.isLost || asked.candidates.has(key)) arrived.add(key);
    if (asked.isLost && unlisted.length === NEWEST) isMore = true;
    onChange();
    return 'done';
  };
  const paced = createPaced(look, PACE);

  return {
    settle() {
      for (const known of [arrived, candidates]) {
        for (const key of known) if (isListed(key)) known.delete(key);
      }
    },
    take(events) {
      for (const event of events) take(event);
      if (candidates.size > 0) paced.ask();
    },
    lose(isOnTop) {
      if (isOnTop) {
        isLost = true;
        paced.ask();
      } else isMore = true;
    },
    count: () => ({ count: arrived.size, isMore }),
    recover: paced.recover,
    stop: paced.stop,
  };
}

/** Whether what an event tells may belong to the list; of a list of all states only what is new there. */
function matches({ what, site, state }: QueueEvent, filter: ClusterFilter): boolean {
  const isOfSite = filter.site === '' || site === filter.site || site.endsWith(`.${filter.site}`);
  return what === 'report' && isOfSite && state === (filter.state ?? 'new');
}

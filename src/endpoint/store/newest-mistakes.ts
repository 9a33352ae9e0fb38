/** What was reported last, each mistake once: the head of the queue, as feeds show it to whoever asks often. */
import { readGroup } from '../sites.ts';
import { isCovered } from './covered.ts';
import type { Connections } from './database.ts';
import { COUNTED_STATES, fromRow, REPORT_COLUMNS, type StoredReport } from './stored-report.ts';

export interface Mistake {
  site: string;
  place: string;
  /** the report that shows what it is about; its state is its own */
  sample: StoredReport;
  state: StoredReport['state'];
  /** an editor's own correction, which goes before the readers'; '' where there is none */
  edited: string;
  /** reports of it, spam aside */
  readers: number;
  /** epoch ms: when the first and the last of its reports came */
  firstAt: number;
  lastAt: number;
}

export interface MistakeStore {
  /** The mistakes of a site and its subdomains that were reported last, spam aside; the newest comes first. */
  listNewest(site: string, limit: number): Promise<Mistake[]>;
}

export function createMistakeStore({ read }: Pick<Connections, 'read'>): MistakeStore {
  return {
    async listNewest(site, limit) {
      const group = readGroup(site);
      // State by state, because spam may come in any number: the index leads past it.
      const pages = await Promise.all(
        COUNTED_STATES.map((state) =>
          read
            .selectFrom('clusters')
            .select(['site', 'place', 'sample', 'state', 'first_at', 'last_at'])
            .select(['readers', 'edited'])
            .where('site_group', '=', group)
            .where('state', '=', state)
            .where(({ ref }) => isCovered(ref('site'), site))
            .orderBy('last_at', 'desc')
            .orderBy('place', 'desc')
            .orderBy('site', 'desc')
            .limit(limit)
            .execute(),
        ),
      );
      const newest = pages
        .flat()
        .sort((one, other) => other.last_at - one.last_at || (one.place < other.place ? 1 : -1))
        .slice(0, limit);
      if (newest.length === 0) return [];
      const rows = await read
        .selectFrom('reports')
        .select(REPORT_COLUMNS)
        .where('site_group', '=', group)
        .where(
          'canonical',
          'in',
          newest.map(({ sample }) => sample),
        )
        .execute();
      const samples = new Map(rows.map((row) => [writeKey(row.site, row.canonical), fromRow(row)]));
      return newest.flatMap((row) => {
        const sample = samples.get(writeKey(row.site, row.sample));
        if (sample === undefined) return [];
        const { site: host, place, state, edited, readers } = row;
        const { first_at: firstAt, last_at: lastAt } = row;
        return [{ site: host, place, sample, state, edited, readers, firstAt, lastAt }];
      });
    },
  };
}

function writeKey(site: string, canonical: string): string {
  return `${site} ${canonical}`;
}

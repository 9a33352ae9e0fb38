/**
 * Counts for limits that several processes share, in PostgreSQL. Each process counts at once for itself, and tells the
 * others a moment later, all that it has counted by one statement: no request waits for it. So a limit is kept exactly
 * within a process, and passed by no more than what the others take in that moment. The table is not logged: a crash
 * of the database may forget a minute's counts.
 */
import { randomBytes } from 'node:crypto';
import { type Kysely, sql } from 'kysely';
import { createExpiringMap } from '../limits/expiring-map.ts';
import { type Rate, type Rates, WINDOW_MS } from '../limits/rates.ts';
import type { DialectName } from './dialect.ts';
import { readOutage } from './outage.ts';
import type { Tables } from './schema.ts';
import type { SecretStore } from './secrets.ts';

const MINUTE = 60_000;
const DAY = 24 * 60 * MINUTE;
/** How long others are not told of what has been counted, in ms. */
const SHARING_INTERVAL = 100;
/** What is counted in a minute, and by one statement. */
const MOST_KEYS = 50_000;
const MOST_SHARED = 1_000;
/** The database's clock, in epoch ms: the processes' own may differ. */
const NOW = sql`(extract(epoch from statement_timestamp()) * 1000)::bigint`;

/** Makes the table. On SQLite one process counts for itself. */
export async function createRateTable(db: Kysely<unknown>, dialect: DialectName): Promise<void> {
  if (dialect !== 'postgres') return;
  await sql`create unlogged table rates (key text collate "C" primary key, count bigint not null,
    ends bigint not null)`.execute(db);
}

interface Window {
  count: number;
  /** what of it others have not been told */
  untold: number;
  /** in ms of the process's clock */
  ends: number;
}

export interface SharedRatesDeps {
  db: Kysely<Tables>;
  secrets: SecretStore;
  /** in ms, of this process; it never goes back */
  clock?: () => number;
  /** in ms */
  interval?: number;
}

export function createSharedRates(deps: SharedRatesDeps): Rates {
  const { db, secrets, clock = () => performance.now(), interval = SHARING_INTERVAL } = deps;
  const windows = createExpiringMap<Window>({ lifetime: WINDOW_MS, most: MOST_KEYS, clock });
  const ownKey = randomBytes(32);
  /** Windows with something untold. */
  const untold = new Map<string, Window>();
  let isSharing = false;
  let key: { value: Buffer; until: number } | null = null;
  let cleaned = clock();
  let failure: unknown = null;

  async function share(): Promise<void> {
    for (const [subject, { ends }] of untold) if (ends <= clock()) untold.delete(subject);
    const taken = [...untold].slice(0, MOST_SHARED);
    if (taken.length === 0) return;
    const told = taken.map(([, window]) => window.untold);
    // In one order, so that processes do not wait for each other in a circle.
    const order = taken.map((_, i) => i).toSorted((i, j) => (keyAt(i) < keyAt(j) ? -1 : 1));
    function keyAt(i: number): string {
      return taken[i]?.[0] ?? '';
    }
    const keys = order.map(keyAt);
    const times = order.map((i) => told[i] ?? 0);
    // A window that lies in the future is from before the clock was set back.
    const isOver = sql`(rates.ends <= ${NOW} or rates.ends > ${NOW} + ${WINDOW_MS}::bigint)`;
    const { rows } = await sql<Rate & { key: string }>`insert into rates as rates (key, count, ends)
      select key, times, ${NOW} + ${WINDOW_MS}::bigint
      from unnest(${keys}::text[], ${times}::bigint[]) as given (key, times)
      on conflict (key) do update set
        count = case when ${isOver} then excluded.count else rates.count + excluded.count end,
        ends = case when ${isOver} then excluded.ends else rates.ends end
      returning key, count, greatest(ends - ${NOW}, 0) as "left"`.execute(db);
    const shared = new Map(rows.map((row) => [row.key, row]));
    for (const [i, [subject, window]] of taken.entries()) {
      const row = shared.get(subject);
      if (row === undefined) continue;
      window.untold -= told[i] ?? 0;
      if (window.untold === 0 && untold.get(subject) === window) untold.delete(subject);
      window.count = row.count + window.untold;
      window.ends = clock() + row.left;
    }
  }

  /** Takes away what no window is open for any more: an address is kept for its minute, not longer than two. */
  async function clean(): Promise<void> {
    if (clock() - cleaned < WINDOW_MS) return;
    cleaned = clock();
    await sql`delete from rates where ends < ${NOW}`.execute(db);
  }

  async function shareSoon(): Promise<void> {
    let isTold = false;
    try {
      await share();
      await clean();
      isTold = true;
    } catch (error) {
      // While the database cannot be had, the process counts for itself.
      if (readOutage(error) === null) failure = error;
    }
    isSharing = false;
    // What was counted meanwhile, maybe the last for long. A database that is away is asked with the next count.
    if (isTold ? untold.size > 0 : untold.size >= MOST_SHARED) start();
  }

  function start(): void {
    if (isSharing) return;
    isSharing = true;
    setTimeout(() => void shareSoon(), interval).unref();
  }

  return {
    async count(subject) {
      if (failure !== null) {
        const error = failure;
        failure = null;
        throw error;
      }
      let window = windows.get(subject)?.value;
      if (window === undefined || window.ends <= clock()) {
        window = { count: 0, untold: 0, ends: clock() + WINDOW_MS };
        windows.set(subject, window);
      }
      window.count++;
      window.untold++;
      if (untold.size < MOST_KEYS) untold.set(subject, window);
      start();
      return { count: window.count, left: window.ends - clock() };
    },

    async takeKey() {
      if (key !== null && key.until > clock()) return key.value;
      try {
        const value = await secrets.takeSecret('addresses', DAY, Date.now());
        key = { value, until: clock() + MINUTE };
        return value;
      } catch (error) {
        if (readOutage(error) === null) throw error;
        return key?.value ?? ownKey;
      }
    },
  };
}

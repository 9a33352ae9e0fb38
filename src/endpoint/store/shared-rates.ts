/**
 * Counts for limits that several processes share, in PostgreSQL and by its clock. The table is not logged: a crash of
 * the database may forget a minute's counts, and no request waits for the disk because it was counted.
 */
import { type Kysely, sql } from 'kysely';
import { createExpiringMap } from '../limits/expiring-map.ts';
import { createMemoryRates, type Rate, type Rates, WINDOW_MS } from '../limits/rates.ts';
import type { DialectName } from './dialect.ts';
import { readOutage } from './outage.ts';
import type { Tables } from './schema.ts';
import type { SecretStore } from './secrets.ts';

const MINUTE = 60_000;
const DAY = 24 * 60 * MINUTE;
/** Keys that are over their limit and need not be asked for again. */
const MOST_REFUSED = 10_000;

/** Makes the table. On SQLite one process counts for itself. */
export async function createRateTable(db: Kysely<unknown>, dialect: DialectName): Promise<void> {
  if (dialect !== 'postgres') return;
  await sql`create unlogged table rates (key text collate "C" primary key, count bigint not null,
    ends bigint not null)`.execute(db);
}

/** @param clock in ms, of this process; it never goes back */
export function createSharedRates(
  db: Kysely<Tables>,
  secrets: SecretStore,
  clock = () => performance.now(),
): Rates {
  /** For while the database cannot be had: then the process counts for itself. */
  const own = createMemoryRates(clock);
  const refused = createExpiringMap<{ count: number; ends: number }>({
    lifetime: WINDOW_MS,
    most: MOST_REFUSED,
    clock,
  });
  let key: { value: Buffer; until: number } | null = null;
  let cleaned = clock();

  async function ask(subject: string): Promise<Rate> {
    const now = sql`(extract(epoch from clock_timestamp()) * 1000)::bigint`;
    // A window that lies in the future is from before the clock was set back.
    const isOver = sql`(rates.ends <= ${now} or rates.ends > ${now} + ${WINDOW_MS}::bigint)`;
    const { rows } = await sql<Rate>`insert into rates as rates (key, count, ends)
      values (${subject}, 1, ${now} + ${WINDOW_MS}::bigint)
      on conflict (key) do update set
        count = case when ${isOver} then 1 else rates.count + 1 end,
        ends = case when ${isOver} then ${now} + ${WINDOW_MS}::bigint else rates.ends end
      returning count, greatest(ends - ${now}, 0) as "left"`.execute(db);
    return rows[0] ?? { count: 1, left: WINDOW_MS };
  }

  /** Takes away what no window is open for any more: an address is kept for its minute, not longer than two. */
  async function clean(): Promise<void> {
    if (clock() - cleaned < WINDOW_MS) return;
    cleaned = clock();
    await sql`delete from rates where ends < (extract(epoch from clock_timestamp()) * 1000)::bigint`.execute(
      db,
    );
  }

  return {
    async count(subject, max) {
      const known = refused.get(subject)?.value;
      if (known !== undefined && known.ends > clock()) {
        return { count: known.count, left: known.ends - clock() };
      }
      try {
        const rate = await ask(subject);
        if (rate.count > max) {
          refused.set(subject, { count: rate.count, ends: clock() + rate.left });
        }
        await clean();
        return rate;
      } catch (error) {
        if (readOutage(error) === null) throw error;
        return own.count(subject, max);
      }
    },

    async takeKey() {
      if (key !== null && key.until > clock()) return key.value;
      try {
        const value = await secrets.takeSecret('addresses', DAY, Date.now());
        key = { value, until: clock() + MINUTE };
        return value;
      } catch (error) {
        if (readOutage(error) === null) throw error;
        return key?.value ?? own.takeKey();
      }
    },
  };
}

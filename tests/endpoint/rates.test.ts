/** How limits count: by which sender, for how long, in one process or in several. */
import fc from 'fast-check';
import { type Kysely, sql } from 'kysely';
import { describe, expect, onTestFinished, test } from 'vitest';
import { readNetwork } from '../../src/endpoint/limits/addresses.ts';
import { createExpiringMap } from '../../src/endpoint/limits/expiring-map.ts';
import { createMemoryRates, type Rates, WINDOW_MS } from '../../src/endpoint/limits/rates.ts';
import { createServer } from '../../src/endpoint/server.ts';
import { closeConnections, openConnections } from '../../src/endpoint/store/connections.ts';
import type { Tables } from '../../src/endpoint/store/schema.ts';
import { createSecretStore } from '../../src/endpoint/store/secrets.ts';
import { createSharedRates } from '../../src/endpoint/store/shared-rates.ts';
import { postFrom, SITE, startEndpoint } from './endpoint.ts';
import { describeOnPostgres, makeDatabase, openFor } from './stores.ts';

describe('a sender', () => {
  test.each([
    ['192.0.2.1', '192.0.2.1'],
    ['::ffff:192.0.2.1', '192.0.2.1'],
    ['::FFFF:C000:0201', '192.0.2.1'],
    ['2001:db8::1', '2001:db8:0:0::/64'],
    ['2001:0DB8:0000:0000:ffff:ffff:ffff:ffff', '2001:db8:0:0::/64'],
    ['::1', '0:0:0:0::/64'],
    ['fe80::1%eth0', 'fe80:0:0:0::/64'],
    // As some proxies name whom they speak for.
    ['192.0.2.1:50123', '192.0.2.1'],
    ['[2001:db8::1]:50123', '2001:db8:0:0::/64'],
    ['[2001:db8::1]', '2001:db8:0:0::/64'],
    ['[::ffff:192.0.2.1]:1', '192.0.2.1'],
    ['not an address', 'not an address'],
    ['[not an address]:1', '[not an address]:1'],
    ['', ''],
  ])('at %s is %s', (address, network) => {
    expect(readNetwork(address)).toBe(network);
  });

  test('is one with another where the first 64 bits are the same, and only then', () => {
    const half = fc.array(fc.integer({ min: 0, max: 0xffff }), { minLength: 4, maxLength: 4 });
    const write = (groups: number[]) => groups.map((group) => group.toString(16)).join(':');
    fc.assert(
      fc.property(half, half, half, half, (network, other, one, two) => {
        const first = readNetwork(write([...network, ...one]));
        const isMapped = (rest: number[]) =>
          [0, 0, 0, 0, 0, 0xffff].join() === [...network, ...rest].slice(0, 6).join();
        fc.pre(!isMapped(one) && !isMapped(two));
        expect(readNetwork(write([...network, ...two]))).toBe(first);
        if (write(other) !== write(network)) {
          expect(readNetwork(write([...other, ...one]))).not.toBe(first);
        }
      }),
    );
  });

  test('of any text has a name, and never fails', () => {
    fc.assert(
      fc.property(fc.string(), (text) => {
        expect(readNetwork(text)).toBeTypeOf('string');
      }),
    );
  });
});

describe('a map that forgets', () => {
  test('holds what was set last, until its time is over', () => {
    let now = 0;
    const map = createExpiringMap<number>({ lifetime: 10, most: 9, clock: () => now });
    map.set('a', 1);
    now = 9;
    map.set('b', 2);
    expect(map.get('a')).toEqual({ value: 1, until: 10 });
    now = 10;
    expect(map.get('a')).toBeUndefined();
    expect(map.get('b')).toEqual({ value: 2, until: 19 });
  });

  test('is never larger than it may be: the oldest go first', () => {
    const map = createExpiringMap<number>({ lifetime: 10, most: 3, clock: () => 0 });
    for (let i = 0; i < 10; i++) map.set(`${i}`, i);
    map.set('8', 80);
    map.set('10', 10);
    const left = Array.from({ length: 11 }, (_, i) => map.get(`${i}`)?.value);
    expect(left.filter((value) => value !== undefined)).toEqual([80, 9, 10]);
  });
});

/** What holds however it is counted. */
function describeRates(make: (clock: () => number) => Promise<Rates>): void {
  test('counts each by itself', async () => {
    const rates = await make(() => 0);
    expect((await rates.count('a')).count).toBe(1);
    const second = await rates.count('a');
    expect(second.count).toBe(2);
    expect(second.left).toBeGreaterThan(0);
    expect(second.left).toBeLessThanOrEqual(WINDOW_MS);
    expect((await rates.count('b')).count).toBe(1);
  });

  test('counts all that come at once', async () => {
    const rates = await make(() => 0);
    const all = await Promise.all(Array.from({ length: 50 }, () => rates.count('a')));
    expect(all.map(({ count }) => count).toSorted((a, b) => a - b)).toEqual(
      Array.from({ length: 50 }, (_, i) => i + 1),
    );
  });
}

describe('in memory', () => {
  describeRates(async (clock) => createMemoryRates(clock));

  test('a minute begins with the first and ends a minute later', async () => {
    let now = 5;
    const rates = createMemoryRates(() => now);
    await rates.count('a');
    now = 4 + WINDOW_MS;
    expect(await rates.count('a')).toEqual({ count: 2, left: 1 });
    now = 5 + WINDOW_MS;
    expect(await rates.count('a')).toEqual({ count: 1, left: WINDOW_MS });
  });

  test('strangers who choose addresses do not fill it', async () => {
    const rates = createMemoryRates(() => 0);
    for (let i = 0; i < 60_000; i++) await rates.count(`${i}`);
    expect(rates.read('0').count).toBe(0);
    expect(rates.read('59999').count).toBe(1);
  });

  test('an address is counted under a hash, with a key that no other process has', async () => {
    const { store } = await startEndpoint();
    const seen: string[] = [];
    for (let i = 0; i < 2; i++) {
      const rates = createMemoryRates();
      const spied: Rates = {
        ...rates,
        count(key) {
          seen.push(key);
          return rates.count(key);
        },
      };
      const server = createServer({ store: { ...store, rates: spied } });
      onTestFinished(() => server.close());
      await postFrom(server, '192.0.2.1');
    }
    expect(seen).toHaveLength(4);
    const addresses = seen.filter((key) => key.startsWith('reports '));
    for (const key of addresses) expect(key).toMatch(/^reports [\w-]{43}$/);
    expect(new Set(addresses).size).toBe(2);
  });
});

describeOnPostgres('on PostgreSQL', () => {
  async function connect(databaseUrl: string) {
    const connections = await openConnections({ databaseUrl });
    let closed = false;
    const close = async () => {
      if (!closed) await closeConnections(connections);
      closed = true;
    };
    onTestFinished(close);
    return { ...connections, close, secrets: createSecretStore(connections) };
  }

  describeRates(async (clock) => {
    const { write, secrets } = await connect(await makeDatabase());
    return createSharedRates({ db: write, secrets, clock });
  });

  /** What the database has been told, by key. */
  async function readShared(db: Kysely<Tables>): Promise<Record<string, number>> {
    const { rows } = await sql<{
      key: string;
      count: number;
    }>`select key, count from rates`.execute(db);
    return Object.fromEntries(rows.map(({ key, count }) => [key, count]));
  }

  test('processes count together, with one key', async () => {
    const url = await makeDatabase();
    const [one, two] = [await connect(url), await connect(url)];
    const first = createSharedRates({ db: one.write, secrets: one.secrets, interval: 1 });
    const second = createSharedRates({ db: two.write, secrets: two.secrets, interval: 1 });
    const [key, same] = await Promise.all([first.takeKey(), second.takeKey()]);
    expect(same).toEqual(key);
    const all = [first, second].flatMap((rates) => Array.from({ length: 20 }, () => rates));
    await Promise.all(all.map((rates, i) => rates.count(i % 2 === 0 ? 'a' : 'b')));
    await expect.poll(() => readShared(one.write)).toEqual({ a: 20, b: 20 });
    // Who counts on hears of the others.
    await second.count('a');
    await expect.poll(() => readShared(one.write)).toEqual({ a: 21, b: 20 });
    // The database has it before the process has heard that it does.
    let counted = 21;
    await expect.poll(async () => (await second.count('a')).count - ++counted).toBe(0);
  });

  test('a minute that is over begins anew, also one that a clock in the future has made; old rows go', async () => {
    const { write, secrets } = await connect(await makeDatabase());
    let now = 0;
    const rates = createSharedRates({ db: write, secrets, clock: () => now, interval: 1 });
    for (const key of ['a', 'b', 'old']) for (let i = 0; i < 3; i++) await rates.count(key);
    await expect.poll(() => readShared(write)).toEqual({ a: 3, b: 3, old: 3 });
    await sql`update rates set ends = case key when 'b' then ends + 3600000 else ends - 60000 end`.execute(
      write,
    );
    for (const key of ['a', 'b']) await rates.count(key);
    await expect.poll(() => readShared(write)).toEqual({ a: 1, b: 1, old: 3 });
    for (const key of ['a', 'b']) {
      const { count, left } = await rates.count(key);
      expect(count).toBe(2);
      expect(left).toBeLessThanOrEqual(WINDOW_MS);
    }
    now = WINDOW_MS;
    expect((await rates.count('a')).count).toBe(1);
    await expect
      .poll(() => readShared(write))
      .toEqual({ a: expect.any(Number), b: expect.any(Number) });
  });

  test('without its database a process counts for itself, and tells of it when that is back', async () => {
    const { write, secrets } = await connect(await makeDatabase());
    const away = Object.assign(new Error('gone'), { code: 'ECONNREFUSED' });
    let isAway = true;
    let asked = 0;
    const db = write.withPlugin({
      transformQuery({ node }) {
        asked++;
        if (isAway) throw away;
        return node;
      },
      transformResult: async ({ result }) => result,
    });
    const takeSecret = () => (isAway ? Promise.reject(away) : secrets.takeSecret('x', 1, 1));
    const rates = createSharedRates({ db, secrets: { takeSecret }, interval: 1 });
    expect(await rates.takeKey()).toHaveLength(32);
    expect((await rates.count('a')).count).toBe(1);
    await expect.poll(() => asked).toBeGreaterThan(0);
    expect((await rates.count('a')).count).toBe(2);
    isAway = false;
    expect((await rates.count('a')).count).toBe(3);
    await expect.poll(() => readShared(write)).toEqual({ a: 3 });
  });

  test('what is counted while others are being told is told as well', async () => {
    const { write, secrets } = await connect(await makeDatabase());
    const late: Promise<unknown>[] = [];
    const db = write.withPlugin({
      transformQuery({ node }) {
        if (late.length === 0) late.push(rates.count('a'), rates.count('b'));
        return node;
      },
      transformResult: async ({ result }) => result,
    });
    const rates = createSharedRates({ db, secrets, interval: 1 });
    await rates.count('a');
    await expect.poll(() => readShared(write)).toEqual({ a: 2, b: 1 });
  });

  test('what is no outage is not kept quiet', async () => {
    const { write, secrets } = await connect(await makeDatabase());
    await sql`drop table rates`.execute(write);
    const rates = createSharedRates({ db: write, secrets, interval: 1 });
    await rates.count('a');
    await expect.poll(() => rates.count('a').then(() => '', String)).toMatch(/rates/);
  });

  test('nothing of an address is to be seen in the database', async () => {
    const databaseUrl = await makeDatabase();
    const store = await openFor({ databaseUrl });
    await store.tokens.addToken({ name: 'Ann', site: SITE, at: 1 });
    const server = createServer({ store });
    onTestFinished(() => server.close());
    expect((await postFrom(server, '192.0.2.1')).statusCode).toBe(201);
    const { write } = await connect(databaseUrl);
    await expect.poll(async () => Object.keys(await readShared(write)).length).toBe(2);
    const keys = Object.keys(await readShared(write)).sort();
    expect(keys).toEqual([expect.stringMatching(/^reports [\w-]{43}$/), `site ${SITE}`]);
  });
});

/** Live events: what is told to whom, and how one goes on after a break. */
import { once } from 'node:events';
import { join } from 'node:path';
import SQLite from 'better-sqlite3';
import type { EventSourceMessage } from 'eventsource-parser';
import { describe, expect, onTestFinished, test, vi } from 'vitest';
import { createChangeFeed } from '../../src/endpoint/events/change-feed.ts';
import { composeEvents } from '../../src/endpoint/events/compose-events.ts';
import { createServer } from '../../src/endpoint/server.ts';
import { type Change, createChangeStore } from '../../src/endpoint/store/changes.ts';
import { openStore } from '../../src/endpoint/store/database.ts';
import { DATABASE_FILE } from '../../src/endpoint/store/sqlite-file.ts';
import {
  addEditor,
  decide,
  makeDirectory,
  observe,
  post,
  SITE,
  send,
  startEndpoint,
  writeAnnotation,
} from './endpoint.ts';
import { listen, open, readData, serve } from './event-client.ts';
import { addReport, connect, withDatabase } from './stored.ts';
import { describeStores, openFor } from './stores.ts';

const CHANGED = { 'if-match': '"1"' };

describe('a listener', () => {
  test('hears at once what comes, moves and is seen, and nothing of before', async () => {
    const endpoint = await startEndpoint({ events: { poll: 3_600_000 } });
    await send(endpoint);
    const listener = await listen(endpoint);
    const [start] = await listener.hear(1);
    expect(start).toMatchObject({ event: 'start', id: '1', data: '{"changed":1,"reset":false}' });
    const { canonical } = await send(endpoint);
    await listener.hear(2);
    await decide(endpoint, canonical, { state: 'accepted' }, CHANGED);
    await listener.hear(3);
    await observe(endpoint, canonical, { verdict: 'open' });
    const [, came, moved, seen] = await listener.hear(4);
    expect([came?.event, moved?.event, seen?.event]).toEqual(['report', 'report', 'observation']);
    expect(readData(came ?? { data: '', event: '' })).toEqual({
      ...{ what: 'report', site: SITE, place: expect.any(String), canonical },
      ...{ state: 'new', version: 1 },
    });
    expect(moved?.data).toContain('"state":"accepted","version":2');
    expect(seen?.data).toContain('"canonical":"","state":null');
    expect(listener.events.map(({ id }) => Number(id))).toEqual([1, 2, 3, 4]);
  });

  test('is served with what every answer has, and kept nowhere', async () => {
    const endpoint = await startEndpoint();
    const origin = 'chrome-extension://abcdefghijklmnop';
    const { response } = await listen(endpoint, { headers: { origin } });
    expect(response.statusCode).toBe(200);
    expect(response.headers).toMatchObject({
      'content-type': 'text/event-stream; charset=utf-8',
      'cache-control': 'no-store, no-transform',
      'x-accel-buffering': 'no',
      'access-control-allow-origin': origin,
      'x-content-type-options': 'nosniff',
      'content-security-policy': expect.stringContaining("default-src 'none'"),
    });
  });

  test('that has missed something is told it once, and then goes on', async () => {
    const endpoint = await startEndpoint();
    const first = await listen(endpoint);
    await send(endpoint);
    await first.hear(2);
    first.leave();
    const missed = [await send(endpoint), await send(endpoint)];
    for (const how of [
      { headers: { 'last-event-id': first.lastId() } },
      { query: `?after=${first.lastId()}` },
      { headers: { 'last-event-id': first.lastId() }, query: '?after=0' },
    ]) {
      const second = await listen(endpoint, how);
      await second.hear(3);
      const { canonical } = await send(endpoint);
      await vi.waitFor(() => expect(second.events.at(-1)?.data).toContain(canonical), {
        timeout: 20_000,
      });
      const [start, ...told] = second.events;
      expect(start?.data).toBe(`{"changed":${first.lastId()},"reset":false}`);
      expect(told.map(readData).map((data) => data['canonical'])).toEqual([
        ...missed.map((report) => report.canonical),
        canonical,
      ]);
      expect(new Set(told.map(({ id }) => id)).size).toBe(told.length);
      second.leave();
      missed.push({ canonical, url: '' });
    }
  });

  test('that has seen more than there is, is told to read all anew', async () => {
    const endpoint = await startEndpoint();
    await send(endpoint);
    const listener = await listen(endpoint, { query: '?after=99' });
    const [start] = await listener.hear(1);
    expect(start).toMatchObject({ id: '1', data: '{"changed":1,"reset":true}' });
  });

  test.each([['x'], ['-1'], ['1.5'], ['9'.repeat(16)], ['1 2']])(
    'cannot go on from %j',
    async (id) => {
      const endpoint = await startEndpoint();
      for (const how of [{ headers: { 'last-event-id': id } }, { query: `?after=${id}` }]) {
        const { response } = await listen(endpoint, how);
        expect(response.statusCode).toBe(400);
      }
    },
  );

  test('hears of its own site and the subdomains alone, and how far that goes', async () => {
    const endpoint = await startEndpoint();
    const www = await addEditor(endpoint, `www.${SITE}`);
    const [all, some, one] = [
      await listen(endpoint),
      await listen(www),
      await listen(endpoint, { query: `?site=sub.www.${SITE}` }),
    ];
    for (const host of ['', 'www.', 'sub.www.', 'xwww.', '']) {
      await send(endpoint, { source: `https://${host}${SITE}/a` });
    }
    await send(endpoint, { source: 'https://other.example/a' });
    await vi.waitFor(
      () => {
        for (const { lastId } of [all, some, one]) expect(lastId()).toBe('5');
      },
      { timeout: 20_000 },
    );
    const sites = ({ events }: typeof all) =>
      events.slice(1).map((event) => readData(event)['site']);
    expect(sites(all)).toEqual([SITE, `www.${SITE}`, `sub.www.${SITE}`, `xwww.${SITE}`, SITE]);
    expect(sites(some)).toEqual([`www.${SITE}`, `sub.www.${SITE}`]);
    expect(sites(one)).toEqual([`sub.www.${SITE}`]);
    const { response } = await listen(www, { query: `?site=${SITE}` });
    expect(response.statusCode).toBe(403);
  });

  test('hears what another process has written', async () => {
    const endpoint = await startEndpoint({ events: { poll: 30 } });
    const listener = await listen(endpoint);
    await listener.hear(1);
    const other = await openStore({ directory: endpoint.directory });
    onTestFinished(() => other.close());
    const { canonical } = await addReport(other);
    const [, event] = await listener.hear(2);
    expect(event?.data).toContain(canonical);
  });

  test('hears of what was taken out', async () => {
    const endpoint = await startEndpoint({ events: { poll: 30 } });
    const { canonical } = await send(endpoint);
    const listener = await listen(endpoint);
    await listener.hear(1);
    withDatabase(endpoint.directory, (database) => {
      database.exec(`begin; update counters set changed = 2;
        insert into deletions (site_group, site, canonical, segment, place, at, changed)
          select site_group, site, canonical, segment, place, 5, 2 from reports;
        delete from reports; commit`);
    });
    const [, event] = await listener.hear(2);
    expect(event).toMatchObject({ id: '2', event: 'deletion' });
    expect(readData(event ?? { data: '', event: '' })).toMatchObject({ canonical, state: null });
  });

  test('is told thousands of changes, each once and in their order', async () => {
    const endpoint = await startEndpoint({ events: { poll: 30 } });
    const count = 6_000;
    withDatabase(endpoint.directory, (database) => {
      const insert = database.prepare(`insert into reports
        (site_group, site, canonical, segment, source, article, place, kind, state, reason, version, edition,
          created_at, received_at, changed, words, annotation)
        values ('${SITE}', ?, ?, ?, '', '', '', '', 'new', '', 1, 1, 1, 1, ?, '', '{}')`);
      database.transaction(() => {
        for (let i = 1; i <= count; i++) {
          // Long stretches are of another site.
          const site = i > 2_000 && i < 5_990 ? `www.${SITE}` : `de.${SITE}`;
          insert.run(site, `c${i}`, `s${i}`, i);
        }
        database.exec(`insert into counters values ('${SITE}', ${count})`);
      })();
    });
    const all = await listen(endpoint, { query: '?after=0' });
    const some = await listen(endpoint, { query: `?after=7&site=de.${SITE}` });
    await send(endpoint, { source: `https://de.${SITE}/` });
    await vi.waitFor(() => expect([all.lastId(), some.lastId()]).toEqual(['6001', '6001']), 20_000);
    const numbers = (listener: typeof all) => listener.events.slice(1).map(({ id }) => Number(id));
    const wanted = Array.from({ length: count + 1 }, (_, i) => i + 1);
    expect(numbers(all)).toEqual(wanted);
    expect(numbers(some)).toEqual(wanted.filter((i) => (i > 7 && i <= 2_000) || i >= 5_990));
  });

  test('hears in silence that somebody is there', async () => {
    const endpoint = await startEndpoint({ events: { heartbeat: 20 } });
    const listener = await listen(endpoint);
    await vi.waitFor(() => expect(listener.comments.length).toBeGreaterThan(2), {
      timeout: 20_000,
    });
    expect(listener.events).toHaveLength(1);
  });
});

describe('who may listen', () => {
  test('nobody without a token, nor with one in the address, nor with one for feeds', async () => {
    const { server, store, token } = await startEndpoint();
    const url = `${await serve(server)}/api/events`;
    expect((await fetch(url)).status).toBe(401);
    expect((await fetch(`${url}?token=${token}&access_token=${token}`)).status).toBe(401);
    const scopes = ['feed'] as const;
    const made = await store.tokens.addToken({ name: 'F', site: SITE, scopes, at: 1 });
    const { response } = await listen({ server, token: made.token });
    expect(response.statusCode).toBe(403);
  });

  test('until the token is revoked', async () => {
    const endpoint = await startEndpoint({ events: { check: 20 } });
    const { id, token } = await endpoint.store.tokens.addToken({ name: 'Bob', site: SITE, at: 1 });
    const [bob, ann] = [await listen({ ...endpoint, token }), await listen(endpoint)];
    await bob.hear(1);
    await endpoint.store.tokens.revokeToken(id, 2);
    expect(await bob.ended).toBe('ended');
    await send(endpoint);
    await ann.hear(2);
    expect(bob.events).toHaveLength(1);
  });

  test('until the server stops, which it does though somebody listens', async () => {
    const endpoint = await startEndpoint();
    const listener = await listen(endpoint);
    await listener.hear(1);
    await endpoint.server.close();
    expect(await listener.ended).toBe('ended');
  });

  test('so many at once, and again when others have left', async () => {
    const endpoint = await startEndpoint();
    await serve(endpoint.server);
    const listeners = await Promise.all(Array.from({ length: 20 }, () => listen(endpoint)));
    expect(listeners.map(({ response }) => response.statusCode)).toEqual(Array(20).fill(200));
    const { response } = await listen(endpoint);
    expect([response.statusCode, response.headers['retry-after']]).toEqual([429, '10']);
    expect((await listen(await addEditor(endpoint, SITE))).response.statusCode).toBe(200);
    listeners[0]?.leave();
    await vi.waitFor(async () => expect((await listen(endpoint)).response.statusCode).toBe(200), {
      timeout: 20_000,
    });
  });

  test('nobody by HEAD, which is answered at once', async () => {
    const endpoint = await startEndpoint();
    const headers = { authorization: `Bearer ${endpoint.token}` };
    for (let i = 0; i < 30; i++) {
      const response = await endpoint.server.inject({
        method: 'HEAD',
        url: '/api/events',
        headers,
      });
      expect([response.statusCode, response.body]).toEqual([200, '']);
      expect(response.headers['content-type']).toContain('text/event-stream');
    }
  });

  test('not who reads nothing: it is let go', async () => {
    const endpoint = await startEndpoint({ events: { check: 100, heartbeat: 3_600_000 } });
    withDatabase(endpoint.directory, (database) => {
      database.exec(`insert into counters values ('${SITE}', 200000);
        with recursive n(i) as (values (1) union all select i + 1 from n where i < 100000)
        insert into deletions select '${SITE}', '${SITE}', 'c' || i, '', '${'p'.repeat(500)}', 1, i from n`);
    });
    const read = vi.spyOn(endpoint.store.changes, 'listChanges');
    await serve(endpoint.server);
    const connected = once(endpoint.server.server, 'connection');
    await open(endpoint, '/api/events?after=0');
    const [socket] = await connected;
    await once(socket, 'close');
    // 1000 pages are there; the sockets hold some megabytes, and nobody holds the rest.
    expect(read.mock.calls.length).toBeLessThan(500);
  });
});

describe('the stream of events', () => {
  const change = (changed: number): Change => ({
    ...{ changed, what: 'report', site: SITE, place: 'p' },
    ...{ canonical: `c${changed}`, state: 'new', version: 1 },
  });

  test('reads no further than it is asked', async () => {
    const listChanges = vi.fn(async (_site: string, after: number) => ({
      ...{ changes: [change(after + 1)], upTo: after + 1, last: 1_000 },
    }));
    const changes = { readLast: async () => 1_000, listChanges };
    const signal = AbortSignal.timeout(30_000);
    const feed = createChangeFeed(changes);
    const options = { changes, feed, site: SITE, after: 0, signal, heartbeat: 1_000 };
    const events = composeEvents(options);
    for (let i = 0; i < 4; i++) await events.next();
    expect(listChanges.mock.calls.length).toBe(3);
    await events.return(undefined);
    feed.close();
  });

  test('asks for many listeners what it asks for one', async () => {
    let last = 0;
    const readLast = vi.fn(async () => last);
    const listChanges = vi.fn(async (_site: string, after: number) => {
      await new Promise((resolve) => setTimeout(resolve, 20));
      const changes = after < last ? [change(last)] : [];
      return { changes, upTo: last, last };
    });
    const changes = { readLast, listChanges };
    const feed = createChangeFeed(changes, 3_600_000);
    const ending = new AbortController();
    const { signal } = ending;
    const heard: string[] = [];
    const listeners = Array.from({ length: 50 }, async () => {
      const options = { changes, feed, site: SITE, after: null, signal, heartbeat: 3_600_000 };
      for await (const text of composeEvents(options)) heard.push(text);
    });
    await vi.waitFor(() => expect(heard).toHaveLength(50), { timeout: 20_000 });
    await vi.waitFor(() => expect(listChanges.mock.results.length).toBe(1), { timeout: 20_000 });
    readLast.mockClear();
    last = 1;
    for (let i = 0; i < 100; i++) feed.wake();
    await vi.waitFor(() => expect(heard).toHaveLength(100), { timeout: 20_000 });
    expect([readLast.mock.calls.length, listChanges.mock.calls.length]).toEqual([1, 2]);
    ending.abort();
    await Promise.all(listeners);
    feed.close();
  });

  test('goes on when the database was away, and misses nothing that came in the middle of a look', async () => {
    let last = 1;
    let fail = true;
    const changes = {
      readLast: async () => {
        if (fail) throw new Error('away');
        const seen = last;
        // This comes after the look, and nobody will look again by themselves.
        if (last === 2) {
          last = 3;
          feed.wake();
        }
        return seen;
      },
      listChanges: async () => ({ changes: [], upTo: 0, last: 0 }),
    };
    const feed = createChangeFeed(changes, 3_600_000);
    const follower = feed.follow(SITE);
    const signal = new AbortController().signal;
    feed.wake();
    expect(await follower.waitBeyond(0, 100, signal)).toBe(false);
    fail = false;
    last = 2;
    feed.wake();
    expect(await follower.waitBeyond(2, 5_000, signal)).toBe(true);
    follower.stop();
    feed.close();
  });

  test('costs the database no more than its page, however much of the group is others’', async () => {
    const directory = await makeDirectory();
    const store = await openStore({ directory });
    onTestFinished(() => store.close());
    const statements: string[] = [];
    const database = new SQLite(join(directory, DATABASE_FILE));
    try {
      database.exec(`insert into counters values ('${SITE}', 20000)`);
      const changes = createChangeStore(connect(database, (text) => statements.push(text)));
      expect(await changes.listChanges(SITE, 0, 10)).toMatchObject({ upTo: 5_000, last: 20_000 });
      expect(await changes.listChanges(SITE, 30_000, 10)).toMatchObject({ upTo: 30_000 });
      expect(statements.filter((text) => text.includes('"changed" <= ?'))).toHaveLength(6);
    } finally {
      database.close();
    }
  });
});

describeStores((kind) => {
  test('two servers on one database tell the same, each thing once, while both write', async () => {
    const address = await kind.makeAddress();
    const start = async () => {
      const store = await openFor(address);
      const server = createServer({ store, events: { poll: 30 }, postsPerMinute: 100_000 });
      onTestFinished(() => server.close());
      return { store, server };
    };
    const [{ store, server: first }, { server: second }] = [await start(), await start()];
    const { token } = await store.tokens.addToken({ name: 'Ann', site: SITE, at: 1 });
    const [one, other] = [
      await listen({ server: first, token }),
      await listen({ server: second, token }),
    ];
    for (const listener of [one, other]) await listener.hear(1);
    const sent = Array.from({ length: 60 }, async (_, i) => {
      const server = i % 2 === 0 ? first : second;
      const annotation = writeAnnotation(i % 3 === 0 ? {} : { comment: `no ${i}` });
      expect((await post(server, annotation)).statusCode).toBe(201);
      return annotation.canonical;
    });
    // One goes away in the middle, and comes back to the other server.
    await one.hear(5);
    one.leave();
    const canonicals = await Promise.all(sent);
    const again = await listen(
      { server: second, token },
      { headers: { 'last-event-id': one.lastId() } },
    );
    const told = (events: readonly EventSourceMessage[]) =>
      events.filter(({ event }) => event === 'report').map((event) => readData(event)['canonical']);
    await vi.waitFor(
      () => {
        expect(told(other.events).sort()).toEqual([...canonicals].sort());
        const resumed = [...one.events, ...again.events];
        expect(told(resumed).sort()).toEqual([...canonicals].sort());
      },
      { timeout: 20_000 },
    );
    const ids = other.events.map(({ id }) => Number(id));
    expect(ids).toEqual([...ids].sort((before, after) => before - after));
  });
});

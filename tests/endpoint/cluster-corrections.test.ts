/** What editors put in the place of a mistake: before what readers propose, in the version that was seen, and told at once. */
import { describe, expect, test } from 'vitest';
import type { ClusterItem } from '../../src/endpoint/api/cluster-schemas.ts';
import { composeFeed } from '../../src/endpoint/exports/compose-feed.ts';
import { composeWebhook } from '../../src/endpoint/notices/compose-webhook.ts';
import { loadNotice } from '../../src/endpoint/notices/notice.ts';
import { loadNoticeWords } from '../../src/endpoint/notices/notice-words.ts';
import { composeHeadline, layOutReport } from '../../src/endpoint/notices/report-lines.ts';
import { correct, decideCluster, list, makeClock, quote, takeOne } from './cluster-requests.ts';
import { addEditor, ask, observe, SITE, send, startEndpoint, writeAnnotation } from './endpoint.ts';
import { listen, readData } from './event-client.ts';

describe('a correction of an editor’s own', () => {
  test('goes with the cluster, names who made it, and can be taken back', async () => {
    let clock = 1_800_000_000_000;
    const endpoint = await startEndpoint({ now: () => ++clock });
    await send(endpoint, { correction: 'receaved' });
    const before = await takeOne(endpoint);
    expect(before.edited).toBeNull();
    const response = await correct(endpoint, before, 'received');
    expect(response.statusCode).toBe(200);
    const cluster: ClusterItem = response.json();
    expect(cluster).toEqual({
      ...before,
      edited: { correction: 'received', editor: 'Ann', at: clock },
      etag: expect.not.stringMatching(`^${before.etag}$`),
    });
    expect(response.headers.etag).toBe(cluster.etag);
    expect(await takeOne(endpoint)).toEqual(cluster);
    // What comes later, and what is decided, leaves it as it is.
    await send(endpoint);
    const accepted = await decideCluster(endpoint, cluster, { state: 'accepted' });
    expect(accepted.json().cluster.edited).toEqual(cluster.edited);
    const bob = await addEditor(endpoint, SITE);
    const { etag } = accepted.json().cluster;
    const second = await correct(bob, { ...cluster, etag }, ' "Received" \n← 🙂');
    expect(second.json().edited).toMatchObject({
      ...{ correction: ' "Received" \n← 🙂', editor: 'Bob' },
    });
    const gone = await correct(bob, second.json(), '');
    expect(gone.json()).toMatchObject({ edited: null, state: 'accepted', reports: 2 });
    expect((await takeOne(endpoint)).edited).toBeNull();
  });

  test('names a version that holds', async () => {
    const endpoint = await startEndpoint();
    await send(endpoint);
    const cluster = await takeOne(endpoint);
    for (const [etag, status] of [
      ...[['', 428] as const, ['*', 428] as const, ['"9"', 412] as const, ['1', 400] as const],
    ]) {
      const response = await correct(endpoint, { ...cluster, etag }, 'x');
      expect([etag, response.statusCode]).toEqual([etag, status]);
    }
    expect(await takeOne(endpoint)).toEqual(cluster);
    expect((await correct(endpoint, cluster, 'x')).statusCode).toBe(200);
    // Who decides has to have seen it.
    expect((await decideCluster(endpoint, cluster, { state: 'accepted' })).statusCode).toBe(412);
    expect((await correct(endpoint, cluster, 'y')).statusCode).toBe(412);
    expect((await takeOne(endpoint)).edited?.correction).toBe('x');
  });

  test.each([
    ['none', {}],
    ['no text', { correction: 1 }],
    ['with a NUL', { correction: 'a\0' }],
    ['of half a character', { correction: '\ud83d' }],
    ['too long', { correction: 'x'.repeat(5_001) }],
  ])('is refused: %s', async (_, body) => {
    const endpoint = await startEndpoint();
    await send(endpoint);
    const cluster = await takeOne(endpoint);
    const response = await correct(endpoint, cluster, body);
    expect([response.statusCode, response.json().faults]).toMatchObject([
      ...[400, [{ path: 'correction' }]],
    ]);
    expect(await takeOne(endpoint)).toEqual(cluster);
  });

  test('may have as many characters as are taken, whatever they are', async () => {
    const endpoint = await startEndpoint();
    await send(endpoint);
    const correction = '\u0001'.repeat(5_000);
    const response = await correct(endpoint, await takeOne(endpoint), correction);
    expect(response.json().edited.correction).toBe(correction);
  });

  test('is nobody’s who may not decide there; who may not read is told no more than that it is done', async () => {
    const endpoint = await startEndpoint();
    await send(endpoint);
    const cluster = await takeOne(endpoint);
    const other = await addEditor(endpoint, 'other.example');
    expect((await correct(other, cluster, 'x')).statusCode).toBe(403);
    expect((await correct(other, { ...cluster, site: '' }, 'x')).statusCode).toBe(404);
    const add = async (scopes: ('read' | 'decide' | 'edit')[]) => {
      const grant = { name: 'Bob', site: SITE, scopes, at: 1 };
      return { ...endpoint, token: (await endpoint.store.tokens.addToken(grant)).token };
    };
    expect((await correct(await add(['read', 'edit']), cluster, 'x')).statusCode).toBe(403);
    const response = await correct(await add(['decide']), cluster, 'x');
    const { place, site, state } = cluster;
    const { etag } = await takeOne(endpoint);
    expect(response.json()).toEqual({ place, site, state, etag });
    expect(response.headers.etag).toBe(etag);
  });

  test('of ten that come at once, with decisions among them, one is made', async () => {
    const endpoint = await startEndpoint();
    for (let i = 0; i < 3; i++) await send(endpoint);
    const cluster = await takeOne(endpoint);
    const responses = await Promise.all(
      Array.from({ length: 10 }, (_, i) =>
        i % 2 === 0
          ? correct(endpoint, cluster, `c${i}`)
          : decideCluster(endpoint, cluster, { state: 'accepted' }),
      ),
    );
    const codes = responses.map(({ statusCode }) => statusCode).sort();
    expect(codes).toEqual([200, ...Array(9).fill(412)]);
    const { state, edited } = await takeOne(endpoint);
    expect([state === 'accepted', edited !== null].filter((isSo) => isSo)).toHaveLength(1);
  });

  test('is told at once to who listens, beside what was seen of the place in the same moment', async () => {
    const endpoint = await startEndpoint({ now: makeClock() });
    const { canonical } = await send(endpoint);
    const cluster = await takeOne(endpoint);
    const listener = await listen(endpoint);
    await listener.hear(1);
    await correct(endpoint, cluster, 'received');
    const [, told] = await listener.hear(2);
    expect([told?.event, readData(told ?? { data: '', event: '' })]).toEqual([
      'correction',
      {
        ...{ what: 'correction', site: SITE, place: cluster.place, canonical: '' },
        ...{ state: null, version: 0 },
      },
    ]);
    await observe(endpoint, canonical, { verdict: 'open' });
    await correct(endpoint, await takeOne(endpoint), '');
    await listener.hear(4);
    listener.leave();
    const late = await listen(endpoint, { headers: { 'last-event-id': '1' } });
    const [, ...all] = await late.hear(3);
    // Each kind once, as it is now.
    expect(all.map(({ event }) => event)).toEqual(['observation', 'correction']);
  });
});

describe('old → new', () => {
  test('has the editors’ correction in messages and feeds', async () => {
    const endpoint = await startEndpoint({ now: makeClock() });
    const { canonical } = await send(endpoint, { correction: 'receaved' });
    await correct(endpoint, await takeOne(endpoint), 'received');
    const { store } = endpoint;
    const channel = { site: SITE, told: 9 } as Parameters<typeof loadNotice>[1]['channel'];
    const content = JSON.stringify({ type: 'report', site: SITE, canonical });
    const notice = await loadNotice(store, { content, channel, createdAt: 1 }, null);
    if (notice?.type !== 'report') throw new Error('there is no notice');
    const words = loadNoticeWords('en');
    expect(composeHeadline(notice.report, words)).toBe(`${SITE}: recieved → received`);
    expect(layOutReport(notice.report, words).correction).toBe('received');
    const { data } = composeWebhook(notice);
    expect(data).toMatchObject({ correction: 'receaved', edited: 'received' });
    const feed = composeFeed(SITE, 'https://e.example', await store.mistakes.listNewest(SITE, 5));
    expect(feed.entries[0]?.title).toBe('recieved → received');
    expect(feed.entries[0]?.text).not.toContain('receaved');
  });
});

test('where a reader’s annotation moves elsewhere, the correction stays with the others or goes with the cluster', async () => {
  const endpoint = await startEndpoint({ now: makeClock() });
  const [first, second] = [await send(endpoint), await send(endpoint)];
  await correct(endpoint, await takeOne(endpoint), 'received');
  const move = async ({ url }: { url: string }, canonical: string) => {
    const path = `/annotations/${url.split('/').at(-1)}`;
    const headers = {
      ...{ authorization: `Bearer ${endpoint.token}`, 'content-type': 'application/ld+json' },
      'if-match': String((await endpoint.server.inject(path)).headers.etag),
    };
    const payload = JSON.stringify(
      writeAnnotation({ canonical, selectors: quote('elsewhere'), language: 'kk' }),
    );
    const response = await endpoint.server.inject({ method: 'PUT', url: path, headers, payload });
    expect(response.statusCode).toBe(200);
  };
  await move(first, first.canonical);
  const [moved, stayed] = await list(endpoint, 'sort=oldest').then((all) =>
    all.sort((one, other) => one.sample.exact.localeCompare(other.sample.exact)),
  );
  expect([moved?.sample.exact, moved?.edited, moved?.language]).toEqual(['elsewhere', null, 'kk']);
  expect([stayed?.edited?.correction, stayed?.language]).toEqual(['received', 'en']);
  await move(second, second.canonical);
  const rest = await takeOne(endpoint);
  expect([rest.reports, rest.edited]).toEqual([2, null]);
  expect((await ask(endpoint, `/api/clusters/${stayed?.place}`)).statusCode).toBe(404);
});

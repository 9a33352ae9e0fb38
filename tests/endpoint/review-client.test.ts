/** The review’s client and the endpoint understand each other, over real HTTP: no answer is malformed to it. */
import { describe, expect, onTestFinished, test, vi } from 'vitest';
import type { Outcome } from '../../src/platform/editors/ask-endpoint.ts';
import { ANY_CLUSTER } from '../../src/platform/editors/clusters.ts';
import type { QueueEvent } from '../../src/platform/editors/follow-events.ts';
import { createReviewApi, type ReviewApi } from '../../src/platform/editors/review-api.ts';
import { type Endpoint, post, SITE, startEndpoint, writeAnnotation } from './endpoint.ts';
import { serve } from './event-client.ts';

const NEWEST = { filter: ANY_CLUSTER, sort: 'newest', after: null } as const;
const ALL = { filter: ANY_CLUSTER, from: '', to: '', zone: 'Asia/Bishkek' };

async function connect(): Promise<{ endpoint: Endpoint; api: ReviewApi }> {
  const endpoint = await startEndpoint();
  const api = createReviewApi({ endpoint: await serve(endpoint.server), token: endpoint.token });
  return { endpoint, api };
}

async function take<T>(outcome: Promise<Outcome<T>>): Promise<T> {
  const given = await outcome;
  if (!given.ok) throw new Error(`${given.failure}: ${given.detail}`);
  return given.value;
}

const quote = (exact: string, place = 'was ') => ({
  selectors: [{ type: 'TextQuoteSelector' as const, exact, prefix: place, suffix: ' late' }],
});

test('reports and their clusters are read, decided about and corrected', async () => {
  const { endpoint, api } = await connect();
  for (const exact of ['recieved', 'recieved', 'teh']) {
    await post(endpoint.server, writeAnnotation(quote(exact)));
  }
  await post(endpoint.server, writeAnnotation({ ...quote('teh'), source: `https://${SITE}/b` }));
  expect(await take(api.whoAmI())).toMatchObject({ site: SITE, scopes: expect.any(Array) });

  for (const sort of ['newest', 'oldest', 'readers', 'article'] as const) {
    const first = await take(api.clusters.list({ ...NEWEST, sort, limit: 2 }));
    const rest = await take(api.clusters.list({ ...NEWEST, sort, after: first.next }));
    expect([...first.items, ...rest.items]).toHaveLength(3);
  }
  const language = { ...ANY_CLUSTER, language: 'en' };
  expect((await take(api.clusters.list({ ...NEWEST, filter: language }))).items).toHaveLength(3);
  expect(await take(api.clusters.listLanguages(''))).toEqual(['en']);
  expect((await take(api.clusters.count(ANY_CLUSTER))).counts.new).toBe(3);

  const filter = { ...ANY_CLUSTER, search: 'recieved' };
  const [cluster] = (await take(api.clusters.list({ ...NEWEST, filter }))).items;
  if (cluster === undefined) throw new Error('no cluster');
  expect(cluster).toMatchObject({ reports: 2, language: 'en', edited: null, note: '' });
  expect(cluster.sample).toMatchObject({ site: cluster.site, place: cluster.place });
  const gone = { place: 'none', site: SITE };
  expect(await take(api.clusters.readMany([cluster, gone]))).toEqual([cluster, null]);

  const corrected = await take(api.clusters.correct(cluster, 'received', cluster.etag));
  expect(corrected.edited?.correction).toBe('received');
  expect(await api.clusters.correct(cluster, '', cluster.etag)).toMatchObject({
    ...{ ok: false, failure: 'conflict' },
  });
  const verdict = { state: 'accepted', reason: '', dismiss: false } as const;
  const { moved, cluster: accepted } = await take(
    api.clusters.decide(cluster, verdict, corrected.etag),
  );
  expect([moved, accepted.state]).toEqual([2, 'accepted']);
  const { items } = await take(api.clusters.listReports(cluster, { after: null }));
  expect(items).toHaveLength(2);
  const [report] = items;
  if (report === undefined) throw new Error('no report');
  expect(await take(api.reports.read(report.canonical, report.site))).toEqual(report);
  expect(await take(api.reports.listDecisions(report.canonical, report.site))).toMatchObject([
    { from: 'new', to: 'accepted', editor: 'Ann' },
  ]);
  const undone = await take(
    api.reports.decide(report.canonical, { state: 'new', reason: 'x' }, report.etag),
  );
  expect(undone.state).toBe('new');
  await take(api.reports.observe(report.canonical, { verdict: 'open', replacement: '' }));
});

test('many are decided about at once, and can be taken back', async () => {
  const { endpoint, api } = await connect();
  for (const source of ['a', 'b']) {
    await post(endpoint.server, writeAnnotation({ source: `https://${SITE}/${source}` }));
  }
  const { items } = await take(api.clusters.list(NEWEST));
  const [first] = items;
  if (first === undefined) throw new Error('no cluster');
  expect((await take(api.clusters.listElsewhere(first, null))).items).toHaveLength(1);
  const verdict = { state: 'rejected', reason: 'a name', dismiss: true } as const;
  const results = await take(
    api.clusters.decideMany([...items, { place: 'none', site: SITE, etag: '"1"' }], verdict),
  );
  expect(results.map(({ status, state }) => [status, state])).toEqual([
    [200, 'rejected'],
    [200, 'rejected'],
    [404, null],
  ]);
  const seen = items.map((one, i) => ({ ...one, etag: results[i]?.etag ?? '' }));
  const back = await take(
    api.clusters.decideMany(seen, { state: 'new', reason: '', dismiss: false }),
  );
  expect(back.map(({ state }) => state)).toEqual(['new', 'new']);

  const [dismissal] = (await take(api.dismissals.list('', null))).items;
  expect(dismissal).toMatchObject({ words: 'recieved', reason: 'a name' });
  await take(api.dismissals.remove(dismissal ?? { site: '', key: '' }));
  const added = await take(
    api.dismissals.add({ words: 'recieved', site: SITE, reason: '', apply: true }),
  );
  expect(added).toMatchObject({ rejected: 2, isComplete: true });
});

test('sites, notes and figures are read and written', async () => {
  const { endpoint, api } = await connect();
  await post(endpoint.server, writeAnnotation());
  const own = { editLink: `https://${SITE}/edit?url={url}`, publishes: true };
  const item = { site: SITE, ...own, own, above: null };
  expect(await take(api.sites.save(SITE, own))).toEqual(item);
  expect(await take(api.sites.list())).toEqual([item]);
  const [cluster] = (await take(api.clusters.list(NEWEST))).items;
  if (cluster === undefined) throw new Error('no cluster');
  expect(await api.notes.put(cluster, 'It was received.')).toMatchObject({ failure: 'refused' });
  const verdict = { state: 'accepted', reason: '', dismiss: false } as const;
  await take(api.clusters.decide(cluster, verdict, cluster.etag));
  const note = await take(api.notes.put(cluster, 'It was received.'));
  expect(note).toMatchObject({ place: cluster.place, exact: 'recieved', correction: 'received' });
  expect((await take(api.notes.list('', null))).items).toEqual([note]);
  await take(api.notes.remove(cluster));
  expect(await api.notes.remove(cluster)).toMatchObject({ ok: false, failure: 'gone' });
  const figures = await take(api.figures.read({ site: '', from: '', to: '', zone: '' }));
  expect(figures.total.reports).toBe(1);
  expect(figures.repeated).toMatchObject([{ words: 'recieved', reports: 1 }]);
});

test('a token that is good for less is told so, and one that is none is known', async () => {
  const { endpoint } = await connect();
  const scopes = ['read'] as const;
  const { token } = await endpoint.store.tokens.addToken({
    ...{ name: 'Cy', site: SITE, scopes, at: 1 },
  });
  const onUnauthorised = vi.fn();
  const base = await serve(endpoint.server);
  const reader = createReviewApi({ endpoint: base, token }, { onUnauthorised });
  const said = { words: 'a', site: '', reason: '', apply: false };
  expect(await reader.dismissals.add(said)).toMatchObject({ failure: 'forbidden' });
  expect(onUnauthorised).not.toHaveBeenCalled();
  const nobody = createReviewApi({ endpoint: base, token: 'sic_no' }, { onUnauthorised });
  expect(await nobody.sites.list()).toMatchObject({ failure: 'unauthorised' });
  expect(onUnauthorised).toHaveBeenCalledOnce();
});

describe('an export', () => {
  test.each(['csv', 'json', 'jsonld'] as const)('is whole: %s', async (format) => {
    const { endpoint, api } = await connect();
    const hostile = ['"', '\r\n', '}]}', '=1', 'слово', '\\"'];
    for (const exact of hostile) await post(endpoint.server, writeAnnotation(quote(exact)));
    const onProgress = vi.fn();
    const watch = { onProgress, signal: new AbortController().signal };
    const file = await take(api.exports.download({ ...ALL, format }, watch));
    expect(onProgress.mock.lastCall).toEqual([file.blob.size, hostile.length]);
    expect(file.name).toMatch(new RegExp(`^sic-${SITE}-\\d{4}-\\d\\d-\\d\\d\\.${format}$`));
    const none = { ...ALL, filter: { ...ANY_CLUSTER, state: 'spam' as const }, format };
    await take(api.exports.download(none, watch));
    expect(onProgress.mock.lastCall?.[1]).toBe(0);
  });

  test('is read report by report', async () => {
    const { endpoint, api } = await connect();
    for (const exact of ['a', 'b', 'c']) await post(endpoint.server, writeAnnotation(quote(exact)));
    const taken: string[] = [];
    const { signal } = new AbortController();
    const count = await take(
      api.exports.readEach(ALL, (items) => taken.push(...items.map(({ exact }) => exact)), signal),
    );
    expect([count, taken.sort()]).toEqual([3, ['a', 'b', 'c']]);
  });
});

test('what changes is told as it changes', async () => {
  const { endpoint, api } = await connect();
  await post(endpoint.server, writeAnnotation());
  const leaving = new AbortController();
  onTestFinished(() => leaving.abort());
  const events: QueueEvent[] = [];
  const onStatus = vi.fn();
  const onReset = vi.fn();
  const following = api.events.follow({
    onEvents: (some) => events.push(...some),
    ...{ onReset, onStatus, signal: leaving.signal },
  });
  await vi.waitFor(() => expect(onStatus).toHaveBeenLastCalledWith('live'), { timeout: 20_000 });
  const [cluster] = (await take(api.clusters.list(NEWEST))).items;
  if (cluster === undefined) throw new Error('no cluster');
  const corrected = await take(api.clusters.correct(cluster, 'received', cluster.etag));
  const verdict = { state: 'accepted', reason: '', dismiss: false } as const;
  await take(api.clusters.decide(cluster, verdict, corrected.etag));
  await take(api.notes.put(cluster, 'It was received.'));
  await vi.waitFor(
    () =>
      expect(events.map(({ what }) => what)).toEqual(
        expect.arrayContaining(['correction', 'report', 'note']),
      ),
    { timeout: 20_000 },
  );
  expect(onReset).not.toHaveBeenCalled();
  leaving.abort();
  await following;
});

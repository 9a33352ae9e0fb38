/** Notes of editors: who may write them, about what, and what they keep. */
import { describe, expect, test } from 'vitest';
import { decideCluster, makeClock, quote, takeOne } from './cluster-requests.ts';
import { addEditor, ask, type Endpoint, observe, SITE, send, startEndpoint } from './endpoint.ts';
import { listen } from './event-client.ts';
import { addCluster, addNote, change, putNote, removeNote } from './noting.ts';

async function list(endpoint: Endpoint, query = '') {
  const response = await ask(endpoint, `/api/notes?${query}`);
  expect(response.statusCode).toBe(200);
  return response.json().items;
}

describe('a note', () => {
  test('says what has been put right, in the words of the cluster', async () => {
    const endpoint = await startEndpoint({ now: makeClock() });
    const source = `https://www.${SITE}/a?utm_source=x#comments`;
    const cluster = await addCluster(endpoint, 'teh', { source, correction: 'the' });
    expect(cluster.note).toBe('');
    const response = await putNote(endpoint, cluster, ' An article was wrong.\n ');
    expect(response.statusCode).toBe(200);
    const note = response.json();
    expect(note).toEqual({
      ...{ place: cluster.place, site: `www.${SITE}`, source: `https://www.${SITE}/a` },
      ...{ exact: 'teh', correction: 'the', text: 'An article was wrong.', editor: 'Ann' },
      at: expect.any(Number),
    });
    expect(await list(endpoint)).toEqual([note]);
    expect((await takeOne(endpoint)).note).toBe('An article was wrong.');
    const one = await ask(endpoint, `/api/clusters/${cluster.place}?site=${cluster.site}`);
    expect(one.json().note).toBe('An article was wrong.');
  });

  test('is of the page around a frame, whatever that has loaded', async () => {
    const endpoint = await startEndpoint();
    const frame = { source: 'https://widget.example/quiz', scope: `https://${SITE}/story` };
    const cluster = await addCluster(endpoint, 'teh', frame);
    const note = (await putNote(endpoint, cluster, 'Mended.')).json();
    expect(note).toMatchObject({ site: SITE, source: `https://${SITE}/story` });
  });

  test('has the correction that most propose, and none where nobody does', async () => {
    const endpoint = await startEndpoint({ now: makeClock() });
    for (const correction of ['tha', 'the', 'the', '']) {
      await send(endpoint, { selectors: quote('teh'), correction });
    }
    const cluster = await takeOne(endpoint);
    await decideCluster(endpoint, cluster, { state: 'accepted' });
    expect((await putNote(endpoint, cluster, 'Mended.')).json().correction).toBe('the');
    const bare = await addCluster(endpoint, 'bare', { correction: '' });
    expect((await putNote(endpoint, bare, 'Mended.')).json().correction).toBe('');
  });

  test('has an editor’s own correction before the readers’', async () => {
    const endpoint = await startEndpoint({ now: makeClock() });
    const cluster = await addCluster(endpoint, 'teh', { correction: 'tha' });
    const url = `/api/clusters/${cluster.place}/correction?site=${cluster.site}`;
    const corrected = await endpoint.server.inject({
      ...{ method: 'PUT', url, payload: { correction: 'the' } },
      headers: { authorization: `Bearer ${endpoint.token}`, 'if-match': cluster.etag },
    });
    expect(corrected.statusCode).toBe(200);
    expect((await putNote(endpoint, cluster, 'Mended.')).json().correction).toBe('the');
  });

  test('keeps what it corrects, whatever readers send afterwards', async () => {
    const endpoint = await startEndpoint({ now: makeClock() });
    const cluster = await addNote(endpoint, 'teh', 'Mended.', { correction: 'the' });
    const [before] = await list(endpoint);
    for (let i = 0; i < 5; i++) {
      await send(endpoint, {
        ...{ selectors: quote('teh'), correction: 'buy now', language: 'xx' },
        source: `https://${SITE}/a#buy`,
      });
    }
    expect(await list(endpoint)).toEqual([before]);
    // A new report has opened the cluster again.
    expect((await takeOne(endpoint)).state).toBe('new');
    const bob = await addEditor(endpoint, SITE);
    const changed = { ...before, text: 'Mended, we say.', editor: 'Bob' };
    expect((await putNote(bob, cluster, 'Mended, we say.')).json()).toEqual(changed);
    expect(await list(endpoint)).toEqual([changed]);
  });

  test.each(['new', 'accepted', 'rejected', 'fixed', 'spam'] as const)(
    'that is there can be changed and taken back and put back while its cluster is %s',
    async (state) => {
      const endpoint = await startEndpoint({ now: makeClock() });
      const cluster = await addNote(endpoint, 'teh', 'Mended.', { correction: 'the' });
      await send(endpoint, { selectors: quote('teh'), correction: 'tha' });
      const again = await takeOne(endpoint);
      if (state !== 'new')
        expect((await decideCluster(endpoint, again, { state })).statusCode).toBe(200);
      const [before] = await list(endpoint);
      expect((await putNote(endpoint, cluster, 'Other.')).statusCode).toBe(200);
      const other = { ...before, text: 'Other.' };
      expect(await list(endpoint)).toEqual([other]);
      expect((await removeNote(endpoint, cluster)).statusCode).toBe(204);
      expect(await list(endpoint)).toEqual([]);
      expect((await takeOne(endpoint)).note).toBe('');
      expect((await putNote(endpoint, cluster, ' Other. ')).json()).toEqual(other);
      expect(await list(endpoint)).toEqual([other]);
      expect((await takeOne(endpoint)).note).toBe('Other.');
    },
  );

  test('that was taken back is a new one by another text, where there can be one', async () => {
    const endpoint = await startEndpoint({ now: makeClock() });
    const cluster = await addNote(endpoint, 'teh', 'Mended.', { correction: 'tha' });
    const [before] = await list(endpoint);
    await removeNote(endpoint, cluster);
    await send(endpoint, { selectors: quote('teh'), correction: 'the' });
    await send(endpoint, { selectors: quote('teh'), correction: 'the' });
    const last = await endpoint.store.changes.readLast(SITE);
    expect((await putNote(endpoint, cluster, 'Other.')).statusCode).toBe(409);
    expect(await endpoint.store.changes.readLast(SITE)).toBe(last);
    expect(await list(endpoint)).toEqual([]);
    await decideCluster(endpoint, await takeOne(endpoint), { state: 'accepted' });
    const note = (await putNote(endpoint, cluster, 'Other.')).json();
    expect(note).toMatchObject({ text: 'Other.', correction: 'the' });
    expect(note.at).toBeGreaterThan(before.at);
    // What was said first is not to be had any more.
    await removeNote(endpoint, cluster);
    await send(endpoint, { selectors: quote('teh') });
    expect((await putNote(endpoint, cluster, 'Mended.')).statusCode).toBe(409);
    expect((await putNote(endpoint, cluster, 'Other.')).json()).toEqual(note);
  });

  test('is written over in its place, and taken back', async () => {
    const endpoint = await startEndpoint({ now: makeClock() });
    const first = await addNote(endpoint, 'one', 'First.');
    await addNote(endpoint, 'two', 'Second.');
    const before = await list(endpoint);
    const bob = await addEditor(endpoint, SITE);
    expect((await putNote(bob, first, 'First, mended.')).statusCode).toBe(200);
    const after = await list(endpoint);
    expect(after).toEqual([before[0], { ...before[1], text: 'First, mended.', editor: 'Bob' }]);
    expect((await removeNote(endpoint, first)).statusCode).toBe(204);
    expect((await removeNote(endpoint, first)).statusCode).toBe(404);
    expect(await list(endpoint)).toEqual([before[0]]);
  });

  test('is about what is accepted or fixed, and stays when that is decided anew', async () => {
    const endpoint = await startEndpoint({ now: makeClock() });
    for (const state of ['new', 'rejected', 'spam'] as const) {
      const cluster = await addCluster(endpoint, state, { state });
      expect([state, (await putNote(endpoint, cluster, 'x')).statusCode]).toEqual([state, 409]);
    }
    const accepted = await addNote(endpoint, 'accepted', 'Mended.');
    expect((await decideCluster(endpoint, accepted, { state: 'fixed' })).statusCode).toBe(200);
    expect((await putNote(endpoint, accepted, 'Mended, see.')).statusCode).toBe(200);
    const [fixed] = (await ask(endpoint, '/api/clusters?state=fixed')).json().items;
    expect((await decideCluster(endpoint, fixed, { state: 'new' })).statusCode).toBe(200);
    expect(await list(endpoint)).toMatchObject([{ exact: 'accepted', text: 'Mended, see.' }]);
  });

  test.each([false, true])(
    'goes with the last report of its cluster, taken back: %s',
    async (isWithdrawn) => {
      const endpoint = await startEndpoint({ now: makeClock() });
      const cluster = await addNote(endpoint, 'teh', 'Mended.');
      if (isWithdrawn) await removeNote(endpoint, cluster);
      const [report] = await endpoint.store.reports.findReports(SITE, cluster.sample.canonical);
      if (report === undefined) throw new Error('the report is not there');
      await endpoint.store.reports.deleteAnnotation({ report, at: 3 });
      expect(await list(endpoint)).toEqual([]);
      expect((await putNote(endpoint, cluster, 'Mended.')).statusCode).toBe(404);
      // The same mistake, reported anew, has none.
      await send(endpoint, { selectors: quote('teh') });
      expect((await takeOne(endpoint)).place).toBe(cluster.place);
      expect((await putNote(endpoint, cluster, 'Mended.')).statusCode).toBe(409);
    },
  );

  test('is about a cluster that there is, of a site that the token covers', async () => {
    const endpoint = await startEndpoint({ now: makeClock() });
    const cluster = await addNote(endpoint, 'teh', 'Mended.', { source: `https://kk.${SITE}/a` });
    for (const [editor, status] of [
      [await addEditor(endpoint, 'other.example'), 403],
      [await addEditor(endpoint, `www.${SITE}`), 403],
    ] as const) {
      expect((await putNote(editor, cluster, 'x')).statusCode).toBe(status);
      expect((await removeNote(editor, cluster)).statusCode).toBe(status);
      expect(await list(editor)).toEqual([]);
      expect((await ask(editor, `/api/notes?site=${SITE}`)).statusCode).toBe(403);
    }
    const elsewhere = { ...cluster, site: SITE };
    expect((await putNote(endpoint, elsewhere, 'x')).statusCode).toBe(404);
    expect((await removeNote(endpoint, elsewhere)).statusCode).toBe(404);
    const below = await addEditor(endpoint, `kk.${SITE}`);
    expect(await list(below)).toHaveLength(1);
    const own = `/api/clusters/${cluster.place}/note`;
    expect((await change(below, 'PUT', own, { text: 'Ours.' })).statusCode).toBe(200);
    expect(await list(endpoint, `site=www.${SITE}`)).toEqual([]);
    expect(await list(endpoint, `site=kk.${SITE}`)).toMatchObject([{ text: 'Ours.' }]);
  });

  test('is written by who may decide; who may not read is told no words of readers', async () => {
    const endpoint = await startEndpoint({ now: makeClock() });
    const cluster = await addCluster(endpoint, 'teh');
    const grant = async (...scopes: ('read' | 'decide' | 'edit')[]) => {
      const { token } = await endpoint.store.tokens.addToken({
        name: 'B',
        site: SITE,
        scopes,
        at: 1,
      });
      return { ...endpoint, token };
    };
    for (const editor of [await grant('read'), await grant('edit')]) {
      expect((await putNote(editor, cluster, 'x')).statusCode).toBe(403);
      expect((await removeNote(editor, cluster)).statusCode).toBe(403);
    }
    const decider = await grant('decide');
    const response = await putNote(decider, cluster, 'Mended.');
    expect(Object.keys(response.json()).sort()).toEqual(['at', 'place', 'site', 'text']);
    expect((await ask(decider, '/api/notes')).statusCode).toBe(403);
  });

  test.each([
    {},
    { text: '' },
    { text: ' \n' },
    { text: 'x'.repeat(2_001) },
    { text: 'a\0' },
    { text: 1 },
  ])('is refused as %j', async (body) => {
    const endpoint = await startEndpoint();
    const { place } = await addCluster(endpoint, 'teh');
    const response = await change(endpoint, 'PUT', `/api/clusters/${place}/note`, body);
    expect([response.statusCode, response.json().faults?.[0]?.path]).toEqual([400, 'text']);
    expect(await list(endpoint)).toEqual([]);
  });

  test('may have two thousand characters, and any words', async () => {
    const endpoint = await startEndpoint();
    for (const text of ['x'.repeat(2_000), '<b>"&\'\u202e', 'ещё 👩‍👩‍👧']) {
      await addNote(endpoint, text.slice(0, 20), text);
    }
    expect(await list(endpoint)).toHaveLength(3);
  });
});

test('notes are listed newest first, in pages, each once', async () => {
  const endpoint = await startEndpoint({ now: makeClock() });
  for (let i = 0; i < 7; i++) await addNote(endpoint, `word ${i}`, `Note ${i}`);
  const seen: string[] = [];
  let after = '';
  do {
    const page = (await ask(endpoint, `/api/notes?limit=3&after=${after}`)).json();
    seen.push(...page.items.map(({ text }: { text: string }) => text));
    after = page.next ?? '';
  } while (after !== '');
  expect(seen).toEqual([6, 5, 4, 3, 2, 1, 0].map((number) => `Note ${number}`));
  expect((await ask(endpoint, '/api/notes?after=x')).statusCode).toBe(400);
});

test('who follows the site is told of a note that is written, and of one that is taken back', async () => {
  const endpoint = await startEndpoint({ now: makeClock() });
  const cluster = await addCluster(endpoint, 'teh');
  const listener = await listen(endpoint);
  await putNote(endpoint, cluster, 'Mended.');
  const [, written] = await listener.hear(2);
  const { place, site } = cluster;
  expect(written?.event).toBe('note');
  expect(JSON.parse(written?.data ?? '')).toMatchObject({
    ...{ what: 'note', site, place, canonical: '', state: null },
  });
  await removeNote(endpoint, cluster);
  const [, , removed] = await listener.hear(3);
  expect([removed?.event, JSON.parse(removed?.data ?? '').place]).toEqual(['note', place]);
  await putNote(endpoint, cluster, 'Mended.');
  const [, , , back] = await listener.hear(4);
  expect([back?.event, JSON.parse(back?.data ?? '').place]).toEqual(['note', place]);
  // A look is another kind of change, and hides none.
  await observe(endpoint, cluster.sample.canonical, { verdict: 'open' });
  const [, , , , look] = await listener.hear(5);
  expect(look?.event).toBe('observation');
});

test('a note that is refused changes nothing for those who follow', async () => {
  const endpoint = await startEndpoint({ now: makeClock() });
  const cluster = await addCluster(endpoint, 'teh', { state: 'new' });
  const before = await endpoint.store.changes.readLast(SITE);
  expect((await putNote(endpoint, cluster, 'x')).statusCode).toBe(409);
  expect((await removeNote(endpoint, cluster)).statusCode).toBe(404);
  expect(await endpoint.store.changes.readLast(SITE)).toBe(before);
});

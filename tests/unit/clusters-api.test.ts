import { describe, expect, it } from 'vitest';
import { ANY_CLUSTER } from '../../src/platform/editors/clusters.ts';
import { answerWith, CLUSTER } from './review-items.ts';

const ADDRESS = { place: 'a/b', site: 'news.example' };
const PATH = 'clusters/a%2Fb';
const SITE = { site: 'news.example' };

describe('the queue', () => {
  it('is asked for as it is filtered, and for nothing else', async () => {
    const { api, asked } = answerWith({ items: [CLUSTER], next: 'x' });
    const filter = { ...ANY_CLUSTER, state: 'new', language: 'und', search: 'a b' } as const;
    const page = await api.clusters.list({ filter, sort: 'readers', after: 'c' });
    expect(asked()).toMatchObject({ path: 'clusters' });
    expect(asked().query).toEqual({
      ...{ state: 'new', language: 'und', search: 'a b', sort: 'readers', after: 'c', limit: '50' },
    });
    expect(page).toMatchObject({ ok: true, value: { next: 'x', items: [{ place: 'a/b' }] } });
  });

  it('names no order where it is the usual one: earlier endpoints know no other', async () => {
    const { api, asked } = answerWith({ items: [], next: null });
    await api.clusters.list({ filter: ANY_CLUSTER, sort: 'newest', after: null, limit: 7 });
    expect(asked().query).toEqual({ limit: '7' });
  });

  it('is counted without regard to state and search', async () => {
    const { api, asked } = answerWith({ counts: CLUSTER.counts, most: 1_000 });
    const filter = { ...ANY_CLUSTER, state: 'new', search: 'x', kind: 'fact' } as const;
    expect(await api.clusters.count(filter)).toMatchObject({ ok: true });
    expect(asked()).toMatchObject({ path: 'clusters/counts' });
    expect(asked().query).toEqual({ kind: 'fact' });
  });

  it('of earlier endpoints has no languages, corrections of editors, and notes', async () => {
    const { api } = answerWith(CLUSTER);
    expect(await api.clusters.read(ADDRESS)).toMatchObject({
      value: { language: '', edited: null, note: '' },
    });
  });

  it.each([
    ['counts of states that there are not', { counts: { new: 1 } }],
    ['no reports at all', { reports: 0 }],
    ['no place', { place: '' }],
    ['a sample that is none', { sample: { canonical: 'x' } }],
    ['no etag', { etag: '' }],
  ])('with %s is not believed', async (_, wrong) => {
    const { api } = answerWith({ items: [{ ...CLUSTER, ...wrong }], next: null });
    const query = { filter: ANY_CLUSTER, sort: 'newest', after: null } as const;
    expect(await api.clusters.list(query)).toMatchObject({ ok: false, failure: 'malformed' });
  });
});

describe('one cluster', () => {
  it('is read, with its reports and where else its words stand', async () => {
    const one = answerWith(CLUSTER);
    expect(await one.api.clusters.read(ADDRESS)).toMatchObject({ ok: true });
    expect(one.asked()).toMatchObject({ path: PATH, query: SITE });

    const reports = answerWith({ items: [], next: null });
    await reports.api.clusters.listReports(ADDRESS, { after: 'c', limit: 3 });
    expect(reports.asked().path).toBe(`${PATH}/reports`);
    expect(reports.asked().query).toEqual({ ...SITE, after: 'c', limit: '3' });

    const elsewhere = answerWith({ items: [CLUSTER], next: null });
    expect(await elsewhere.api.clusters.listElsewhere(ADDRESS, null)).toMatchObject({ ok: true });
    expect(elsewhere.asked()).toMatchObject({ path: `${PATH}/elsewhere`, query: SITE });
  });

  it('is decided about in the version that was seen', async () => {
    const { api, asked } = answerWith({ moved: 2, cluster: { ...CLUSTER, state: 'rejected' } });
    const verdict = { state: 'rejected', reason: '', dismiss: true } as const;
    expect(await api.clusters.decide(ADDRESS, verdict, '"3"')).toMatchObject({
      value: { moved: 2, cluster: { state: 'rejected' } },
    });
    expect(asked()).toMatchObject({ path: `${PATH}/decisions`, query: SITE });
    expect(asked().body).toEqual({ state: 'rejected', dismiss: true });
    expect(asked().headers.get('If-Match')).toBe('"3"');
  });

  it('has its correction put in, and taken back', async () => {
    const { api, asked } = answerWith(CLUSTER);
    expect(await api.clusters.correct(ADDRESS, '', '"3"')).toMatchObject({ ok: true });
    expect(asked()).toMatchObject({
      ...{ path: `${PATH}/correction`, query: SITE, body: { correction: '' } },
      init: { method: 'PUT' },
    });
    expect(asked().headers.get('If-Match')).toBe('"3"');
  });
});

describe('many clusters', () => {
  it('are read in their order', async () => {
    const { api, asked } = answerWith({ items: [null, CLUSTER] });
    const addresses = [{ place: 'gone', site: 'a.example' }, ADDRESS];
    expect(await api.clusters.readMany(addresses)).toMatchObject({
      ok: true,
      value: [null, { place: 'a/b' }],
    });
    expect(asked()).toMatchObject({ path: 'clusters/read', body: { items: addresses } });
  });

  it('are decided about in one request', async () => {
    const { api, asked } = answerWith({
      items: [
        { status: 200, detail: '', moved: 2, state: 'accepted', etag: '"4"' },
        { status: 412, detail: 'Look again.', moved: 0 },
      ],
    });
    const seen = [
      { ...ADDRESS, etag: '"3"' },
      { place: 'c', site: 'b.example', etag: '"1"' },
    ];
    const verdict = { state: 'accepted', reason: 'yes', dismiss: false } as const;
    expect(await api.clusters.decideMany(seen, verdict)).toEqual({
      ok: true,
      value: [
        { status: 200, detail: '', moved: 2, state: 'accepted', etag: '"4"' },
        { status: 412, detail: 'Look again.', moved: 0, state: null, etag: null },
      ],
    });
    expect(asked().body).toEqual({ state: 'accepted', reason: 'yes', items: seen });
  });

  it('are not mistaken for one another where an answer is missing', async () => {
    const { api } = answerWith({ items: [CLUSTER] });
    const answer = await api.clusters.readMany([ADDRESS, { place: 'c', site: 'b.example' }]);
    expect(answer).toMatchObject({ ok: false, failure: 'malformed' });
    const { api: other } = answerWith({ items: [] });
    const verdict = { state: 'spam', reason: '', dismiss: false } as const;
    const decided = await other.clusters.decideMany([{ ...ADDRESS, etag: '"1"' }], verdict);
    expect(decided).toMatchObject({ ok: false, failure: 'malformed' });
  });

  it('are asked for where there are any', async () => {
    const { api, send } = answerWith({});
    expect(await api.clusters.readMany([])).toEqual({ ok: true, value: [] });
    expect(send).not.toHaveBeenCalled();
  });
});

describe('lists', () => {
  it('of words are added to and taken from', async () => {
    const dismissal = { ...{ key: 'k/', site: 'a.example', words: 'Ms', reason: 'a title' } };
    const said = { ...dismissal, editor: 'Ada', at: 1 };
    const added = answerWith({ dismissal: said, rejected: 3, isComplete: true }, { status: 201 });
    const { words, site, reason } = dismissal;
    const answer = await added.api.dismissals.add({ words, site, reason, apply: true });
    expect(answer).toMatchObject({ value: { rejected: 3, dismissal: { words: 'Ms' } } });
    expect(added.asked().body).toEqual({ words, site, reason, apply: true });

    const removed = answerWith(null, { status: 204 });
    expect(await removed.api.dismissals.remove({ site, key: 'k/' })).toEqual({
      ok: true,
      value: null,
    });
    expect(removed.asked()).toMatchObject({
      ...{ path: 'dismissals/k%2F', query: { site }, init: { method: 'DELETE' } },
    });
  });

  it('of notes are added to and taken from', async () => {
    const note = { ...ADDRESS, source: 'https://news.example/a', exact: 'a', correction: 'b' };
    const put = answerWith({ ...note, text: 'It was b.', editor: 'Ada', at: 1 });
    expect(await put.api.notes.put(ADDRESS, 'It was b.')).toMatchObject({ ok: true });
    expect(put.asked()).toMatchObject({ path: `${PATH}/note`, body: { text: 'It was b.' } });
    const removed = answerWith(null, { status: 204 });
    expect(await removed.api.notes.remove(ADDRESS)).toEqual({ ok: true, value: null });
    const gone = answerWith({ detail: 'none' }, { status: 404 });
    expect(await gone.api.notes.remove(ADDRESS)).toMatchObject({ failure: 'gone' });
  });

  it('of sites are read and changed', async () => {
    const own = { editLink: 'https://a.example/{id}', publishes: null };
    const above = { site: 'example', editLink: '', publishes: true };
    const item = { site: 'a.example', editLink: own.editLink, publishes: true, own, above };
    const { api, asked } = answerWith(item);
    expect(await api.sites.save('a.example', own)).toEqual({ ok: true, value: item });
    expect(asked()).toMatchObject({ path: 'sites/a.example', init: { method: 'PUT' } });
    expect(asked().body).toEqual(own);
    const listed = answerWith({ items: [item] });
    expect(await listed.api.sites.list()).toEqual({ ok: true, value: [item] });
  });
});

// @vitest-environment jsdom
import { afterEach, describe, expect, it, vi } from 'vitest';
import english from '../../src/locales/en.json' with { type: 'json' };
import { composeNoteUrl } from '../../src/pages/review/lists/compose-note-url.ts';
import { CorrectionsPage } from '../../src/pages/review/lists/corrections-page.tsx';
import { readLocation } from '../../src/pages/review/location.ts';
import type { ClustersApi } from '../../src/platform/editors/clusters.ts';
import type { Note, NotesApi } from '../../src/platform/editors/notes.ts';
import { makeCluster, makeItem, makeSettings } from './review-desk-fake.ts';
import {
  BASE,
  closePage,
  fail,
  find,
  findNamed,
  list,
  openPage,
  pass,
  press,
  readAlerts,
  run,
  SITE,
  t,
  type,
} from './review-lists-fake.ts';

afterEach(closePage);

const makeNote = (place: string, changes: Partial<Note> = {}): Note => ({
  ...{ place, site: SITE, source: `https://${SITE}/${place}`, exact: 'teh', correction: 'the' },
  ...{ text: `text ${place}`, editor: 'Bob', at: 0 },
  ...changes,
});
const listing =
  (...items: Note[]): NotesApi['list'] =>
  async () =>
    pass({ items, next: null });
const makeSite = (site: string, publishes: boolean) => makeSettings(site, { publishes });
const actionOf = (action: string) => t('reviewListsActionOf', { action, about: 'teh' });
const readTexts = () => list('.entry .said').map((one) => one.textContent);

describe('published corrections', () => {
  it('say what was changed, where, the text and who, as text alone', async () => {
    const hostile = '<script>alert(1)</script>';
    const note = makeNote('a', {
      ...{ exact: hostile, text: hostile, editor: hostile, source: 'javascript:alert(1)' },
    });
    await openPage(CorrectionsPage, { given: { notes: { list: listing(note) } } });
    const entry = find('.entry');
    expect(find('del', entry).textContent).toContain(hostile);
    expect(find('ins', entry).textContent).toContain('the');
    expect(readTexts()).toEqual([hostile]);
    expect(list('script, a', entry)).toEqual([]);
  });

  it('lead to their place in the article, each as it is known', async () => {
    const places: Record<string, ReturnType<typeof makeCluster>> = {
      open: makeCluster({ place: 'open', state: 'accepted' }),
      fixed: makeCluster({ place: 'fixed', state: 'fixed' }),
    };
    const readMany = vi.fn<ClustersApi['readMany']>(async (addresses) =>
      pass(addresses.map(({ place }) => places[place] ?? null)),
    );
    const notes = { list: listing(...['open', 'fixed', 'gone'].map((place) => makeNote(place))) };
    await openPage(CorrectionsPage, { given: { notes, clusters: { readMany } } });
    const links = list('.entry .address a').map((one) => one.getAttribute('href') ?? '');
    expect(links[0]).toContain('teh');
    expect(links[1]).toMatch(/:~:text=.*the\b/);
    expect(links[1]).not.toContain('teh');
    expect(links[2]).toBe(`https://${SITE}/gone`);
    expect(readMany).toHaveBeenCalledTimes(1);
    expect(readMany.mock.calls[0]?.[0]).toHaveLength(3);
  });

  it('are asked for a hundred places at a time, each once', async () => {
    const readMany = vi.fn<ClustersApi['readMany']>(async (some) => pass(some.map(() => null)));
    const make = (from: number, count: number) =>
      Array.from({ length: count }, (_, i) => makeNote(`p${from + i}`));
    const ask = vi
      .fn<NotesApi['list']>()
      .mockResolvedValueOnce(pass({ items: make(0, 120), next: 'n' }))
      .mockResolvedValueOnce(pass({ items: make(120, 30), next: null }));
    await openPage(CorrectionsPage, { given: { notes: { list: ask }, clusters: { readMany } } });
    await press(english.reviewMore);
    expect(list('.entry')).toHaveLength(150);
    const asked = readMany.mock.calls.map(([some]) => some.map(({ place }) => place));
    expect(asked.map(({ length }) => length)).toEqual([100, 20, 30]);
    expect(new Set(asked.flat()).size).toBe(150);
  });

  it('are read only without the scope to decide', async () => {
    const notes = { list: listing(makeNote('a')) };
    await openPage(CorrectionsPage, { given: { notes }, scopes: ['read'] });
    expect(readTexts()).toEqual(['text a']);
    expect(list('.entry button')).toEqual([]);
    expect(document.body.textContent).toContain(t('reviewListsReadOnly', { scope: 'decide' }));
  });
});

describe('the place of a correction', () => {
  const note = makeNote('a');
  const item = makeItem({
    ...{
      source: note.source,
      prefix: 'All of it here is ',
      exact: 'teh',
      suffix: ' mistake, they say',
    },
    fragment: ':~:text=Here%20is-,teh',
  });
  it('has the new words once it is fixed, between the same neighbours', () => {
    const url = composeNoteUrl(note, { state: 'fixed', sample: item }) ?? '';
    expect(decodeURIComponent(url)).toMatch(/#:~:text=[^,]*here is-,the,-mistake/);
  });
  it('is the article where the words stand in a frame, and where nothing was put in their place', () => {
    const framed = { ...item, scope: 'https://news.example/page', source: 'https://cdn.example/f' };
    expect(composeNoteUrl(note, { state: 'fixed', sample: framed })).toBe(note.source);
    const removed = { ...note, correction: '' };
    expect(composeNoteUrl(removed, { state: 'fixed', sample: item })).not.toContain(',the,');
    expect(composeNoteUrl(note, undefined)).toBe(note.source);
  });
});

describe('the text of a correction', () => {
  it('is not saved empty; saved, it stands in its place', async () => {
    const put = vi.fn<NotesApi['put']>(async ({ place }, text) => pass(makeNote(place, { text })));
    await openPage(CorrectionsPage, { given: { notes: { list: listing(makeNote('a')), put } } });
    await press(actionOf(english.reviewListsEditNote));
    const area = find<HTMLTextAreaElement>('textarea');
    await type(area, '  \n ');
    await press(english.reviewListsSave);
    expect(readAlerts()).toEqual([english.reviewListsTextError]);
    expect(document.activeElement).toBe(area);
    expect(put).not.toHaveBeenCalled();
    await type(area, ' other ');
    await press(english.reviewListsSave);
    expect(put.mock.calls).toEqual([[{ place: 'a', site: SITE }, 'other']]);
    expect(readTexts()).toEqual(['other']);
    await vi.waitFor(() =>
      expect(document.activeElement).toBe(findNamed(actionOf(english.reviewListsEditNote))),
    );
  });

  it('is not sent twice while it is being saved', async () => {
    let answer = (_: Awaited<ReturnType<NotesApi['put']>>) => {};
    const put = vi.fn<NotesApi['put']>(() => new Promise((resolve) => (answer = resolve)));
    await openPage(CorrectionsPage, { given: { notes: { list: listing(makeNote('a')), put } } });
    await press(actionOf(english.reviewListsEditNote));
    await type(find<HTMLTextAreaElement>('textarea'), 'other');
    await press(english.reviewListsSave);
    await press(english.reviewListsSave);
    expect(put).toHaveBeenCalledTimes(1);
    await run(() => answer(fail('conflict')));
    expect(readAlerts()).toEqual([english.reviewConflict]);
  });
});

describe('a withdrawn correction', () => {
  it('stays to be published again with its text', async () => {
    const remove = vi.fn<NotesApi['remove']>(async () => pass(null));
    const put = vi
      .fn<NotesApi['put']>()
      .mockResolvedValueOnce(fail('refused', 'not accepted'))
      .mockImplementation(async ({ place }, text) => pass(makeNote(place, { text })));
    const notes = { list: listing(makeNote('a')), remove, put };
    await openPage(CorrectionsPage, { given: { notes } });
    await press(actionOf(english.reviewListsWithdraw));
    expect(remove.mock.calls).toEqual([[{ place: 'a', site: SITE }]]);
    expect(find('.gone').textContent).toContain(english.reviewListsWithdrawn);
    expect(() => findNamed(actionOf(english.reviewListsEditNote))).toThrow();
    const undo = findNamed(actionOf(english.reviewUndo));
    expect(document.activeElement).toBe(undo);
    await press(undo);
    expect(readAlerts()).toEqual([t('reviewRefused', { detail: 'not accepted' })]);
    expect(list('.gone')).toHaveLength(1);
    await press(actionOf(english.reviewUndo));
    expect(put).toHaveBeenLastCalledWith({ place: 'a', site: SITE }, 'text a');
    expect(list('.gone')).toEqual([]);
    expect(readTexts()).toEqual(['text a']);
  });
});

describe('where readers find corrections', () => {
  const open = (sites: [string, boolean][], hash = '', scopes = ['read', 'decide', 'edit']) =>
    openPage(CorrectionsPage, {
      given: { notes: { list: listing() } },
      ...{ hash, scopes, sites: sites.map(([site, publishes]) => makeSite(site, publishes)) },
    });
  const readAddresses = () => list('.addresses a').map((one) => one.getAttribute('href'));

  it('is said of each site that publishes, and of those below it once', async () => {
    await open([
      ['news.example', true],
      ['a.news.example', true],
      ['b.news.example', false],
    ]);
    const at = `${BASE}/corrections/news.example`;
    expect(readAddresses()).toEqual([at, `${at}.atom`, `${at}.json`]);
    expect(document.body.textContent).toContain(
      t('reviewListsUnpublished', { sites: 'b.news.example' }),
    );
    const link = findNamed(english.reviewListsToSites).getAttribute('href') ?? '';
    expect(readLocation(link).page).toBe('sites');
  });

  it('is said of the site that is looked at, which the one above has set', async () => {
    await open(
      [
        ['news.example', true],
        ['a.news.example', true],
      ],
      '#page=corrections&host=a.news.example',
    );
    expect(readAddresses()[0]).toBe(`${BASE}/corrections/a.news.example`);
  });

  it('is an address that leads nowhere else, whatever a site is called', async () => {
    await open([['[2001:db8::1]', true]]);
    const [first] = readAddresses();
    expect(new URL(first ?? '').pathname).toMatch(/^\/sic\/corrections\/[^/?#]+$/);
    expect(new URL(first ?? '').origin).toBe('https://editors.example');
  });

  it('leads to no page that an editor may not use', async () => {
    await open([['news.example', false]], '', ['read', 'decide']);
    expect(document.body.textContent).toContain('news.example');
    expect(() => findNamed(english.reviewListsToSites)).toThrow();
  });

  it('does not name sites without end', async () => {
    await open(Array.from({ length: 40 }, (_, i) => [`s${i}.news.example`, false]));
    expect(document.body.textContent).toContain(t('reviewListsUnpublishedMany', { count: 40 }));
  });
});

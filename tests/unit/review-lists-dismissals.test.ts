// @vitest-environment jsdom
import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import english from '../../src/locales/en.json' with { type: 'json' };
import { DismissalsPage } from '../../src/pages/review/lists/dismissals-page.tsx';
import { readLocation } from '../../src/pages/review/location.ts';
import type { ClustersApi } from '../../src/platform/editors/clusters.ts';
import type { Dismissal, DismissalsApi } from '../../src/platform/editors/dismissals.ts';
import { makeCluster, makeItem, makeSettings } from './review-desk-fake.ts';
import {
  closePage,
  fail,
  find,
  findField,
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

beforeEach(() => void vi.useFakeTimers());
afterEach(async () => {
  await closePage();
  vi.useRealTimers();
});

const makeWords = (words: string, changes: Partial<Dismissal> = {}): Dismissal => ({
  ...{ key: `key of ${words}`, site: SITE, words, reason: '', editor: 'Bob', at: 0 },
  ...changes,
});
const listing = (...items: Dismissal[]): DismissalsApi['list'] =>
  vi.fn(async () => pass({ items, next: null }));
const listWords = () => list('.entry .quoted').map((one) => one.textContent);
const passTime = (time: number) => run(() => vi.advanceTimersByTimeAsync(time));
const actionOf = (action: string, about: string) => t('reviewListsActionOf', { action, about });
const REMOVE = english.optionsRemove;

describe('the list of what is not a mistake', () => {
  it('says the words, the reason, who, and where, as text alone', async () => {
    const hostile = '<img src=x onerror=alert(1)>';
    const items = [
      makeWords(hostile, { reason: '<b>so</b>', editor: '<i>Eve</i>' }),
      makeWords('Ozodi', { site: 'tj.news.example' }),
    ];
    await openPage(DismissalsPage, { given: { dismissals: { list: listing(...items) } } });
    expect(listWords()).toEqual([hostile, 'Ozodi']);
    expect(list('main img, .entry img, .entry b, .entry i')).toEqual([]);
    const [first, second] = list('.entry');
    expect(first?.textContent).toContain('<b>so</b>');
    expect(first?.textContent).toContain('<i>Eve</i>');
    expect(second?.textContent).toContain('tj.news.example');
  });

  it('says that there is none, that it could not be had, and asks again', async () => {
    const ask = vi.fn<DismissalsApi['list']>(async () => fail('network'));
    await openPage(DismissalsPage, { given: { dismissals: { list: ask } } });
    expect(readAlerts()).toEqual([english.reviewNetwork]);
    expect(document.body.textContent).not.toContain(english.reviewListsDismissalsEmpty);
    ask.mockResolvedValueOnce(pass({ items: [], next: null }));
    await press(english.reviewAgain);
    expect(readAlerts()).toEqual([]);
    expect(find('.empty').textContent).toBe(english.reviewListsDismissalsEmpty);
  });

  it('goes on with the next page, and the focus with it; what is there twice is shown once', async () => {
    const ask = vi
      .fn<DismissalsApi['list']>()
      .mockResolvedValueOnce(pass({ items: [makeWords('a'), makeWords('b')], next: 'n' }))
      .mockResolvedValueOnce(fail('network'))
      .mockResolvedValueOnce(pass({ items: [makeWords('b'), makeWords('c')], next: null }));
    await openPage(DismissalsPage, { given: { dismissals: { list: ask } } });
    await press(english.reviewMore);
    expect(listWords()).toEqual(['a', 'b']);
    expect(readAlerts()).toEqual([english.reviewNetwork]);
    await press(english.reviewAgain);
    expect(ask.mock.calls.map(([, after]) => after)).toEqual([null, 'n', 'n']);
    expect(listWords()).toEqual(['a', 'b', 'c']);
    expect(document.activeElement?.textContent).toContain('c');
    expect(() => findNamed(english.reviewMore)).toThrow();
  });

  it('shows nothing of an earlier site that answers late', async () => {
    let late = (_: Awaited<ReturnType<DismissalsApi['list']>>) => {};
    const ask = vi
      .fn<DismissalsApi['list']>()
      .mockImplementationOnce(() => new Promise((resolve) => (late = resolve)))
      .mockResolvedValueOnce(pass({ items: [makeWords('of tj')], next: null }));
    const sites = [SITE, 'tj.news.example'].map((site) => makeSettings(site));
    const { go } = await openPage(DismissalsPage, { given: { dismissals: { list: ask } }, sites });
    await type(findField(english.reviewListsShownSite), 'tj.news.example');
    expect(go.mock.calls[0]?.[0].filter.site).toBe('tj.news.example');
    expect(go.mock.calls[0]?.[1]).toEqual({ replace: true });
    expect(ask.mock.calls.map(([site]) => site)).toEqual(['', 'tj.news.example']);
    await run(() => late(pass({ items: [makeWords('late')], next: null })));
    expect(listWords()).toEqual(['of tj']);
  });

  it('can only be read without the scope for it', async () => {
    const dismissals = { list: listing(makeWords('a')) };
    await openPage(DismissalsPage, { given: { dismissals }, scopes: ['read', 'decide'] });
    expect(listWords()).toEqual(['a']);
    expect(list('form')).toEqual([]);
    expect(list('.entry button')).toEqual([]);
    expect(document.body.textContent).toContain(t('reviewListsReadOnly', { scope: 'edit' }));
  });
});

describe('words that are removed', () => {
  it('stay where they were to be put back, and the focus with them', async () => {
    const remove = vi.fn(async () => pass(null));
    const add = vi.fn<DismissalsApi['add']>(async ({ words, site, reason }) =>
      pass({
        ...{ dismissal: makeWords(words, { site, reason, editor: 'Ann' }), rejected: 0 },
        isComplete: true,
      }),
    );
    const items = [makeWords('a'), makeWords('b', { site: 'tj.news.example', reason: 'so' })];
    await openPage(DismissalsPage, {
      given: { dismissals: { list: listing(...items), remove, add } },
    });
    await press(actionOf(REMOVE, 'b'));
    expect(remove.mock.calls).toEqual([[expect.objectContaining({ site: 'tj.news.example' })]]);
    expect(listWords()).toEqual(['a', 'b']);
    const undo = findNamed(actionOf(english.reviewUndo, 'b'));
    expect(document.activeElement).toBe(undo);
    expect(find('.entry.gone').textContent).toContain(english.reviewListsRemoved);
    await press(undo);
    expect(add.mock.calls).toEqual([
      [{ words: 'b', site: 'tj.news.example', reason: 'so', apply: false }],
    ]);
    expect(listWords()).toEqual(['a', 'b']);
    expect(list('.gone')).toEqual([]);
  });

  it('are gone where somebody else has removed them, and there where they could not be', async () => {
    const remove = vi
      .fn<DismissalsApi['remove']>()
      .mockResolvedValueOnce(fail('network'))
      .mockResolvedValueOnce(fail('gone'));
    await openPage(DismissalsPage, {
      given: { dismissals: { list: listing(makeWords('a')), remove } },
    });
    await press(actionOf(REMOVE, 'a'));
    expect(readAlerts()).toEqual([english.reviewNetwork]);
    expect(list('.gone')).toEqual([]);
    await press(actionOf(REMOVE, 'a'));
    expect(readAlerts()).toEqual([]);
    expect(list('.gone')).toHaveLength(1);
  });

  it('are removed once, however often it is pressed', async () => {
    let answer = (_: Awaited<ReturnType<DismissalsApi['remove']>>) => {};
    const remove = vi.fn<DismissalsApi['remove']>(
      () => new Promise((resolve) => (answer = resolve)),
    );
    await openPage(DismissalsPage, {
      given: { dismissals: { list: listing(makeWords('a')), remove } },
    });
    for (let times = 0; times < 3; times += 1) await press(actionOf(REMOVE, 'a'));
    expect(remove).toHaveBeenCalledTimes(1);
    await run(() => answer(pass(null)));
    expect(list('.gone')).toHaveLength(1);
  });
});

describe('a reason', () => {
  const open = async (add: DismissalsApi['add']) => {
    const items = [makeWords('a', { reason: 'old' }), makeWords('b')];
    await openPage(DismissalsPage, { given: { dismissals: { list: listing(...items), add } } });
    await press(actionOf(english.reviewListsEditReason, 'a'));
    const area = find<HTMLTextAreaElement>('textarea');
    expect(document.activeElement).toBe(area);
    expect(area.value).toBe('old');
    return area;
  };
  const closed = async () => {
    await passTime(1);
    expect(list('textarea')).toEqual([]);
    const edit = findNamed(actionOf(english.reviewListsEditReason, 'a'));
    expect(document.activeElement).toBe(edit);
  };

  it('can be changed in its place, which keeps the focus', async () => {
    const add = vi.fn<DismissalsApi['add']>(async ({ words, site, reason }) =>
      pass({ dismissal: makeWords(words, { site, reason }), rejected: 0, isComplete: true }),
    );
    const area = await open(add);
    await type(area, '  new  ');
    await press(english.reviewListsSave);
    expect(add.mock.calls).toEqual([[{ words: 'a', site: SITE, reason: 'new', apply: false }]]);
    expect(listWords()).toEqual(['a', 'b']);
    expect(find('.entry .said').textContent).toBe('new');
    await closed();
  });

  it('stays as it was after Escape, and in the field after a failure', async () => {
    const add = vi.fn<DismissalsApi['add']>(async () => fail('refused', 'no'));
    const area = await open(add);
    await type(area, 'new');
    await press(english.reviewListsSave);
    expect(readAlerts()).toEqual([t('reviewRefused', { detail: 'no' })]);
    expect(area.value).toBe('new');
    expect(document.activeElement).toBe(area);
    await run(() =>
      area.dispatchEvent(new KeyboardEvent('keydown', { key: 'Escape', bubbles: true })),
    );
    expect(find('.entry .said').textContent).toBe('old');
    await closed();
  });
});

describe('new words', () => {
  const done = (rejected: number, isComplete: boolean, words = 'Ozodi') =>
    pass({ dismissal: makeWords(words), rejected, isComplete });
  const open = async (add: DismissalsApi['add'], clusters = {}, sites = [SITE]) =>
    openPage(DismissalsPage, {
      given: { dismissals: { list: listing(makeWords('old')), add }, clusters },
      sites: sites.map((site) => makeSettings(site)),
    });
  const fill = async (words: string, apply = false) => {
    await type(findField(english.reviewListsWords), words);
    if (apply) await press(find('input[type="checkbox"]'));
  };

  it('go to the token’s site with their reason, and stand first then', async () => {
    const add = vi.fn<DismissalsApi['add']>(async () => done(0, true));
    await open(add);
    await fill('  Ozodi ');
    await type(findField(english.reviewReason), ' a name ');
    await press(english.reviewListsAdd);
    expect(add.mock.calls).toEqual([
      [{ words: 'Ozodi', site: SITE, reason: 'a name', apply: false }],
    ]);
    expect(listWords()).toEqual(['Ozodi', 'old']);
    const words = findField(english.reviewListsWords);
    expect(words.value).toBe('');
    expect(document.activeElement).toBe(words);
    expect(find('[role="status"] .outcome').textContent).not.toMatch(/reject/i);
  });

  it('go to the site that is chosen', async () => {
    const add = vi.fn<DismissalsApi['add']>(async () => done(0, true));
    await open(add, {}, ['tj.news.example', SITE]);
    await type(findField(english.optionsSite), 'tj.news.example');
    await fill('Ozodi');
    await press(english.reviewListsAdd);
    expect(add.mock.calls[0]?.[0].site).toBe('tj.news.example');
  });

  it('are words that can be seen, and not too many', async () => {
    const add = vi.fn<DismissalsApi['add']>(async () => done(0, true));
    await open(add);
    const words = findField(english.reviewListsWords);
    for (const [typed, said] of [
      ['', english.reviewListsWordsError],
      [' \u00ad\u200b ', english.reviewListsWordsError],
      ['x'.repeat(1_001), t('reviewListsTooLong', { most: 1_000 })],
    ] as const) {
      await type(words, typed);
      await press(english.reviewListsAdd);
      const error = words.getAttribute('aria-describedby')?.split(' ').at(-1) ?? '';
      expect(document.getElementById(error)?.textContent).toBe(said);
      expect(document.activeElement).toBe(words);
    }
    await type(words, 'x'.repeat(1_000));
    await type(findField(english.reviewReason), 'y'.repeat(2_001));
    await press(english.reviewListsAdd);
    expect(document.activeElement).toBe(findField(english.reviewReason));
    expect(add).not.toHaveBeenCalled();
  });

  it('that are listed already get their reason in their place', async () => {
    const add = vi.fn<DismissalsApi['add']>(async () =>
      pass({ dismissal: makeWords('old', { reason: 'new' }), rejected: 0, isComplete: true }),
    );
    await open(add);
    await fill('older');
    expect(document.body.textContent).not.toContain(english.reviewListsListed);
    await fill(' old\u00ad ');
    expect(document.body.textContent).toContain(english.reviewListsListed);
    await press(english.reviewListsAdd);
    expect(listWords()).toEqual(['old']);
    expect(find('.entry .said').textContent).toBe('new');
  });

  it('stay in the form where they could not be added', async () => {
    const add = vi.fn<DismissalsApi['add']>(async () => fail('limited'));
    await open(add);
    await fill('Ozodi', true);
    await press(english.reviewListsAdd);
    expect(readAlerts()).toEqual([english.reviewDeskLimited]);
    expect(findField(english.reviewListsWords).value).toBe('Ozodi');
    expect(find<HTMLInputElement>('input[type="checkbox"]').checked).toBe(true);
    expect(listWords()).toEqual(['old']);
  });

  it('are added in their turn while others are, and what is typed meanwhile stays', async () => {
    const answers: (() => void)[] = [];
    const add = vi.fn<DismissalsApi['add']>(async ({ words }) => {
      await new Promise<void>((resolve) => answers.push(resolve));
      return done(0, true, words);
    });
    await open(add);
    await fill('one');
    await press(english.reviewListsAdd);
    await press(english.reviewListsAdd);
    await fill('two');
    await press(english.reviewListsAdd);
    await fill('thr');
    expect(add.mock.calls.map(([{ words }]) => words)).toEqual(['one']);
    await run(() => answers[0]?.());
    expect(listWords()).toEqual(['one', 'old']);
    expect(find('.outcome').textContent).toContain('one');
    expect(add.mock.calls.map(([{ words }]) => words)).toEqual(['one', 'two']);
    await run(() => answers[1]?.());
    expect(listWords()).toEqual(['two', 'one', 'old']);
    expect(find('.outcome').textContent).toContain('two');
    expect(findField(english.reviewListsWords).value).toBe('thr');
    expect(add).toHaveBeenCalledTimes(2);
  });

  it('stay in the form while another page is shown, which asks for nothing then', async () => {
    const ask = vi.fn<ClustersApi['list']>(async () => pass({ items: [], next: null }));
    const { show } = await open(vi.fn(), { list: ask });
    await fill('Ozodi', true);
    await type(findField(english.reviewReason), 'a na');
    await passTime(100);
    await show(false);
    await passTime(1_000);
    expect(ask).not.toHaveBeenCalled();
    await show(true);
    await passTime(1_000);
    expect(ask).toHaveBeenCalledTimes(1);
    expect(findField(english.reviewListsWords).value).toBe('Ozodi');
    expect(findField(english.reviewReason).value).toBe('a na');
    expect(find<HTMLInputElement>('input[type="checkbox"]').checked).toBe(true);
  });

  it('of a site whose list is not shown are not shown in that of another', async () => {
    const add = vi.fn<DismissalsApi['add']>(async ({ words, site }) =>
      pass({ dismissal: makeWords(words, { site }), rejected: 0, isComplete: true }),
    );
    await open(add, {}, ['tj.news.example', SITE]);
    await type(findField(english.reviewListsShownSite), 'tj.news.example');
    await type(findField(english.optionsSite), SITE);
    await fill('Ozodi');
    await press(english.reviewListsAdd);
    expect(find('.outcome').textContent).toContain('Ozodi');
    expect(listWords()).toEqual(['old']);
  });

  it('reject what quotes them as often as is asked, and say how many in all', async () => {
    const add = vi
      .fn<DismissalsApi['add']>()
      .mockResolvedValueOnce(done(200, false))
      .mockResolvedValueOnce(fail('network'))
      .mockResolvedValueOnce(done(31, true));
    await open(add);
    await fill('Ozodi', true);
    await press(english.reviewListsAdd);
    const outcome = () => find('.outcome').textContent ?? '';
    expect(outcome()).toContain(t('reviewListsRejected', { count: 200 }));
    expect(outcome()).toContain(english.reviewListsPartly);
    await press(english.reviewListsGoOn);
    expect(readAlerts()).toEqual([english.reviewNetwork]);
    expect(outcome()).toContain(t('reviewListsRejected', { count: 200 }));
    await press(english.reviewListsGoOn);
    expect(outcome()).toContain(t('reviewListsRejected', { count: 231 }));
    expect(outcome()).not.toContain(english.reviewListsPartly);
    expect(document.activeElement).toBe(find('.outcome'));
    const asked = { words: 'Ozodi', site: SITE, reason: '', apply: true };
    expect(add.mock.calls).toEqual([[asked], [asked], [asked]]);
  });

  it('lead to the queue where another look would find no more', async () => {
    const add = vi
      .fn<DismissalsApi['add']>()
      .mockResolvedValueOnce(done(1, false))
      .mockResolvedValueOnce(done(0, false));
    await open(add);
    await fill('Ozodi', true);
    await press(english.reviewListsAdd);
    await press(english.reviewListsGoOn);
    expect(() => findNamed(english.reviewListsGoOn)).toThrow();
    const link = findNamed(english.reviewListsStuckLink).getAttribute('href') ?? '';
    expect(readLocation(link)).toMatchObject({
      ...{ page: 'queue', filter: { state: 'new', site: SITE, search: 'Ozodi' } },
    });
  });

  it('are counted in new reports once they have stood for a moment: what quotes them alone', async () => {
    const quote = (place: string, exact: string, count: number) =>
      makeCluster({
        ...{ place, sample: makeItem({ exact }) },
        counts: { new: count, accepted: 5, rejected: 0, fixed: 0, spam: 0 },
      });
    const items = [
      ...[quote('1', 'the  “Ozodi”', 3), quote('2', 'the "Ozodi"', 1), quote('3', 'Ozodi', 9)],
      quote('4', 'the "ozodi"', 9),
    ];
    const ask = vi.fn<ClustersApi['list']>(async () => pass({ items, next: null }));
    await open(vi.fn(), { list: ask });
    const label = () => find('.choice').textContent;
    await fill('the "Ozo');
    await passTime(200);
    await fill('the “Ozodi”');
    expect(label()).toBe(english.reviewListsApplyAny);
    await passTime(1_000);
    expect(ask).toHaveBeenCalledTimes(1);
    expect(ask.mock.calls[0]).toMatchObject([{ filter: { state: 'new', site: SITE } }]);
    expect(label()).toBe(t('reviewListsApply', { count: 4 }));
    // White space makes no other words.
    await fill('the “Ozodi” ');
    await passTime(1_000);
    expect(ask).toHaveBeenCalledTimes(1);
    ask.mockResolvedValueOnce(pass({ items, next: 'more' }));
    await fill('Ozodi');
    await passTime(1_000);
    expect(label()).toBe(t('reviewListsApplyOver', { count: 9 }));
  });

  it('are never searched for with more than the endpoint takes, and never with half a character', async () => {
    const ask = vi.fn(async (_: { filter: { search: string } }) => pass({ items: [], next: null }));
    await open(vi.fn(), { list: ask });
    await fc.assert(
      fc.asyncProperty(
        fc.string({ unit: 'grapheme', minLength: 200, maxLength: 900 }),
        async (words) => {
          ask.mockClear();
          await fill(words);
          await passTime(1_000);
          for (const [{ filter }] of ask.mock.calls) {
            expect(filter.search.length).toBeLessThanOrEqual(300);
            expect(filter.search.isWellFormed()).toBe(true);
          }
        },
      ),
      { numRuns: 30 },
    );
  });
});

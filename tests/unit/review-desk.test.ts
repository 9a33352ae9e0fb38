// @vitest-environment jsdom
import fc from 'fast-check';
import { h, render } from 'preact';
import { act } from 'preact/test-utils';
import { afterEach, describe, expect, it, vi } from 'vitest';
import english from '../../src/locales/en.json' with { type: 'json' };
import { createTranslate } from '../../src/model/translate.ts';
import { describeFailure } from '../../src/pages/review/describe-failure.ts';
import { listPages } from '../../src/pages/review/desk-pages.ts';
import { DESK_PAGES, type DeskPage, startPage } from '../../src/pages/review/location.ts';
import type { Sites } from '../../src/pages/review/page-props.ts';
import { usePageFocus } from '../../src/pages/review/use-page-focus.ts';
import { findSettings, useSites } from '../../src/pages/review/use-sites.ts';
import type { Failed, Outcome } from '../../src/platform/editors/ask-endpoint.ts';
import { createReviewApi } from '../../src/platform/editors/review-api.ts';
import type { SiteSettings } from '../../src/platform/editors/sites.ts';
import { makeSettings } from './review-desk-fake.ts';

const messages: Record<string, string> = english;
const t = createTranslate((key) => messages[key] ?? '', 'en');
afterEach(() => render(null, document.body));

describe('the pages of a desk', () => {
  it.each([
    [[], DESK_PAGES],
    [['read', 'decide', 'edit'], DESK_PAGES],
    [['read', 'decide'], DESK_PAGES.filter((page) => page !== 'sites')],
    [['feed'], ['queue']],
    [['edit'], ['queue', 'sites']],
  ])('for the scopes %j are %j', (scopes, pages) => expect(listPages({ scopes })).toEqual(pages));
});

describe('a failure', () => {
  it('has words for each kind', () => {
    const kinds: Failed['failure'][] = [
      ...(['unauthorised', 'forbidden', 'conflict', 'gone', 'limited'] as const),
      ...(['refused', 'malformed', 'network'] as const),
    ];
    const said = kinds.map((failure) => describeFailure({ ok: false, failure, detail: 'why' }, t));
    expect(new Set(said).size).toBe(kinds.length);
    for (const words of said) expect(words).not.toMatch(/^review|\{|^$/);
  });
});

const make = (site: string, editLink?: string, publishes?: boolean) =>
  makeSettings(site, { editLink: editLink ?? null, publishes: publishes ?? null });

describe('the settings that hold for a site', () => {
  it('are its own, or those of the nearest site above it', () => {
    const items = [
      make('news.example', 'https://news.example/edit'),
      ...[make('ru.news.example'), make('ky.news.example', 'https://ky.news.example/edit')],
      make('example', 'https://example/edit'),
      make('s.example', 'https://s.example/edit'),
    ];
    const find = (site: string) => findSettings(items, site)?.site;
    expect(find('ky.news.example')).toBe('ky.news.example');
    expect(find('www.ky.news.example')).toBe('ky.news.example');
    // Listed without any, it has said so itself.
    expect(find('ru.news.example')).toBe('ru.news.example');
    expect(find('a.b.ru.news.example')).toBe('ru.news.example');
    expect(find('tg.news.example')).toBe('news.example');
    // Not by the letters that a name ends with.
    expect(find('xnews.example')).toBe('example');
    expect(find('elsewhere.test')).toBeUndefined();
    expect(findSettings([make('a.test')], 'b.a.test')?.site).toBe('a.test');
  });

  it('are never those of a site that it is no part of', () => {
    const host = fc.array(fc.constantFrom('a', 'b', 'ab'), { minLength: 1, maxLength: 4 });
    const hosts = fc.array(host, { maxLength: 6 });
    fc.assert(
      fc.property(hosts, host, (list, labels) => {
        const site = labels.join('.');
        const found = findSettings(
          list.map((one) => make(one.join('.'), 'https://x')),
          site,
        );
        const above = list
          .map((one) => one.join('.'))
          .filter((one) => `.${site}`.endsWith(`.${one}`));
        expect(found !== undefined).toBe(above.length > 0);
        if (found !== undefined) expect(above).toContain(found.site);
      }),
    );
  });
});

describe('useSites', () => {
  type Loaded = ReturnType<typeof useSites>;
  const editor = { name: 'Ada', site: 'news.example', scopes: [] };

  /** @returns what the desk has once the endpoint has answered */
  async function load(...answers: Outcome<SiteSettings[]>[]) {
    const api = createReviewApi({ endpoint: 'https://editors.example', token: 'a' });
    const list = vi.fn(async () => answers.shift() ?? { ok: true as const, value: [] });
    const used = { ...api, sites: { ...api.sites, list } };
    const held: Loaded[] = [];
    function Probe() {
      held.push(useSites(used, editor));
      return null;
    }
    const settle = async (run: () => void) => {
      await act(async () => run());
      await act(async () => Promise.resolve());
    };
    await settle(() => render(h(Probe, null), document.body));
    const read = (): Loaded => {
      const last = held.at(-1);
      if (last === undefined) throw new Error('nothing was drawn');
      return last;
    };
    return { read, settle, list, first: held[0] };
  }
  const names = ({ items }: Sites) => items.map(({ site }) => site);

  it('asks once, and has what was answered', async () => {
    const { read, first, list } = await load({ ok: true, value: [make('a.test'), make('b.test')] });
    expect(first).toMatchObject({ loading: true, sites: { items: [] } });
    expect(read()).toMatchObject({ loading: false, failed: null });
    expect(names(read().sites)).toEqual(['a.test', 'b.test']);
    expect(list).toHaveBeenCalledOnce();
  });

  it.each(['gone', 'forbidden'] as const)(
    'has the token’s own site where it is %s',
    async (failure) => {
      const { read } = await load({ ok: false, failure, detail: '' });
      expect(read().failed).toBeNull();
      expect(read().sites.items).toEqual([make('news.example')]);
    },
  );

  it('says what else went wrong, and asks again', async () => {
    const failed: Failed = { ok: false, failure: 'network', detail: '' };
    const { read, settle } = await load(failed, { ok: true, value: [make('a.test')] });
    expect(read()).toMatchObject({ loading: false, failed, sites: { items: [] } });
    await settle(() => read().reload());
    expect(read().failed).toBeNull();
    expect(names(read().sites)).toEqual(['a.test']);
  });

  it('takes saved settings in the place of those that were there', async () => {
    const { read, settle } = await load({ ok: true, value: [make('a.test'), make('b.test')] });
    await settle(() => read().sites.replace(make('a.test', 'https://a.test/edit')));
    await settle(() => read().sites.replace(make('aa.test')));
    expect(names(read().sites).toSorted()).toEqual(['a.test', 'aa.test', 'b.test']);
    expect(read().sites.find('www.a.test')?.editLink).toBe('https://a.test/edit');
  });
});

describe('usePageFocus', () => {
  const scrollTo = vi.spyOn(window, 'scrollTo').mockImplementation(() => undefined);
  const main = { current: null as HTMLElement | null };
  let onLink: () => void;

  function Probe({ page, isArrival }: { page: DeskPage; isArrival: boolean }) {
    onLink = usePageFocus(main, startPage(page), isArrival);
    const pages = DESK_PAGES.map((one) =>
      h('div', { key: one, hidden: one !== page }, h('h2', null, one), h('button', { id: one })),
    );
    return h('main', { ref: main }, pages);
  }
  const open = (page: DeskPage, isArrival = false) =>
    act(() => render(h(Probe, { page, isArrival }), document.body));
  const focused = () => document.activeElement?.id || document.activeElement?.textContent;
  const scroll = (top: number) => {
    vi.spyOn(window, 'scrollY', 'get').mockReturnValue(top);
    dispatchEvent(new Event('scroll'));
  };

  it('leaves the focus alone as a page is opened, unless one has just signed in', () => {
    open('queue');
    expect(document.activeElement).toBe(document.body);
    render(null, document.body);
    open('queue', true);
    expect(focused()).toBe('queue');
    expect(document.activeElement?.localName).toBe('h2');
  });

  it('puts it on the heading of what a link opens, at the top', () => {
    open('queue');
    document.getElementById('queue')?.focus();
    scroll(700);
    onLink();
    open('figures');
    expect(document.activeElement).toBe(document.querySelectorAll('h2')[1]);
    onLink();
    open('queue');
    expect(document.activeElement?.localName).toBe('h2');
    expect(scrollTo).toHaveBeenLastCalledWith({ top: 0, behavior: 'instant' });
  });

  it('puts it where it was by a step back to a page', () => {
    open('queue');
    document.getElementById('queue')?.focus();
    scroll(700);
    onLink();
    open('sites');
    document.getElementById('sites')?.focus();
    // What is shorter moves the view by itself.
    scroll(0);
    open('queue');
    expect(document.activeElement?.id).toBe('queue');
    expect(scrollTo).toHaveBeenLastCalledWith({ top: 700, behavior: 'instant' });
    open('sites');
    expect(document.activeElement?.id).toBe('sites');
    expect(scrollTo).toHaveBeenLastCalledWith({ top: 0, behavior: 'instant' });
  });

  it('puts it on the heading where what had it has gone', () => {
    open('queue');
    const extra = document.createElement('button');
    document.querySelector('main > div')?.append(extra);
    extra.focus();
    onLink();
    open('figures');
    extra.remove();
    open('queue');
    expect(document.activeElement).toBe(document.querySelector('h2'));
  });
});

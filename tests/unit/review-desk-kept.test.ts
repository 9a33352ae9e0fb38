// @vitest-environment jsdom
import { h, render } from 'preact';
import { act } from 'preact/test-utils';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import english from '../../src/locales/en.json' with { type: 'json' };
import { Desk } from '../../src/pages/review/desk.tsx';
import { type DeskPage, readLocation } from '../../src/pages/review/location.ts';
import { createReviewApi, type ReviewApi } from '../../src/platform/editors/review-api.ts';
import { WordsContext } from '../../src/ui/words.ts';
import {
  BASE,
  closePage,
  find,
  findField,
  findNamed,
  list,
  press,
  SITE,
  t,
  type,
} from './review-lists-fake.ts';

beforeEach(() => {
  // What a document without a layout does not have.
  class Observer {
    observe() {}
    unobserve() {}
    disconnect() {}
  }
  vi.stubGlobal('ResizeObserver', Observer);
  vi.stubGlobal('matchMedia', () => ({ matches: false }));
  vi.stubGlobal('scrollTo', () => undefined);
});
afterEach(closePage);

const makeNote = (place: string, at: number) => ({
  ...{ place, site: SITE, source: `https://${SITE}/${place}`, exact: place, correction: 'the' },
  ...{ text: `text ${place}`, editor: 'Bob', at },
});
const own = { editLink: null, publishes: null };
const site = { site: SITE, editLink: '', publishes: false, own, above: null };

/** An endpoint that keeps what it is asked, by each sign-in. */
function createEndpoint() {
  const notes = [makeNote('first', 1)];
  const asked: string[] = [];
  const answers: Record<string, () => unknown> = {
    sites: () => ({ items: [site] }),
    notes: () => ({ items: notes, next: null }),
    dismissals: () => ({ items: [], next: null }),
    clusters: () => ({ items: [], next: null }),
    'clusters/read': () => ({ items: notes.map(() => null) }),
  };
  const signIn = (token: string): ReviewApi => {
    const send: typeof fetch = async (input) => {
      const path = String(input).slice(`${BASE}/api/`.length);
      asked.push(`${token} ${path}`);
      const answer = answers[path.split('?')[0] ?? ''];
      return answer === undefined
        ? Response.json({ title: 'no such thing' }, { status: 404 })
        : Response.json(answer());
    };
    return createReviewApi({ endpoint: BASE, token }, { send });
  };
  return { notes, asked, signIn };
}

/** Until effects have asked, answers have come in, and what they lead to has been asked as well. */
async function settle() {
  for (let turn = 0; turn < 5; turn += 1) {
    await act(async () => {
      await new Promise((resolve) => setTimeout(resolve, 5));
    });
  }
}

async function openDesk(hash: string) {
  const endpoint = createEndpoint();
  const editor = { name: 'Ann', site: SITE, scopes: ['read', 'decide', 'edit'] };
  history.replaceState(null, '', hash);
  const draw = async (token: string) => {
    const props = { base: BASE, editor, isArrival: false, onSignOut: () => undefined };
    const desk = h(Desk, { ...props, api: endpoint.signIn(token) });
    await act(() =>
      render(
        h(WordsContext.Provider, { value: { t, locale: 'en' }, children: desk }),
        document.body,
      ),
    );
    await settle();
  };
  await draw('one');
  return { ...endpoint, draw };
}

const link = (page: DeskPage) => find<HTMLAnchorElement>(`.page-links a[href^="#page=${page}"]`);
const shown = () => find('main > .page:not([hidden])');
async function goTo(page: DeskPage) {
  await press(link(page));
  await settle();
}
const fill = async (label: string, text: string) => type(findField(label), text);

describe('what was typed on a page of the desk', () => {
  it('is there after a look at all the others, by links and by steps back', async () => {
    await openDesk('#page=dismissals');
    await fill(english.reviewListsWords, 'Ozo');
    await fill(english.reviewReason, 'a na');
    await goTo('corrections');
    await press(
      findNamed(t('reviewListsActionOf', { action: english.reviewListsEditNote, about: 'first' })),
    );
    await type(find<HTMLTextAreaElement>('textarea'), 'half a sen');
    await goTo('export');
    await fill(english.reviewExportFrom, '2026-03-02');
    await press(findField(english.reviewExportJson));
    await goTo('sites');
    await fill(english.reviewSitesLink, 'https://{host}/ed');
    await goTo('figures');
    await goTo('queue');
    const check = () => {
      const one = shown();
      const typed = list('input:not([type="radio"], [type="checkbox"]), textarea', one).map(
        (field) => (field instanceof HTMLInputElement ? field.value : field.textContent),
      );
      return { title: find('h2', one).textContent, typed };
    };
    for (const page of ['dismissals', 'corrections', 'export', 'sites'] as const) {
      await goTo(page);
      expect(document.activeElement).toBe(find('h2', shown()));
    }
    await goTo('dismissals');
    expect(check().typed).toEqual(['Ozo', 'a na']);
    await goTo('export');
    expect(check().typed).toEqual(['2026-03-02', '']);
    expect(findField(english.reviewExportJson)).toHaveProperty('checked', true);
    await goTo('sites');
    expect(findField(english.reviewSitesLink).value).toBe('https://{host}/ed');
    history.back();
    await settle();
    history.back();
    await settle();
    expect(check().title).toBe(english.reviewDeskDismissals);
    expect(check().typed).toEqual(['Ozo', 'a na']);
    await goTo('corrections');
    expect(find<HTMLTextAreaElement>('textarea', shown()).value).toBe('half a sen');
  });

  it('is one page’s alone, and what is not shown is out of reach', async () => {
    await openDesk('#page=dismissals');
    await goTo('corrections');
    const pages = list('main > .page');
    expect(pages).toHaveLength(2);
    expect(pages.map((one) => [one.hidden, one.hasAttribute('inert')])).toEqual([
      [true, true],
      [false, false],
    ]);
  });
});

describe('a page of the desk that is come back to', () => {
  it('has what was published meanwhile', async () => {
    const { notes } = await openDesk('#page=corrections');
    expect(list('.said', shown()).map((one) => one.textContent)).toEqual(['text first']);
    await goTo('dismissals');
    notes.unshift(makeNote('second', 2));
    await goTo('corrections');
    expect(list('.said', shown()).map((one) => one.textContent)).toEqual([
      'text second',
      'text first',
    ]);
  });

  it('asks for nothing before, also where the editor has signed in anew', async () => {
    const { asked, draw } = await openDesk('#page=dismissals');
    await fill(english.reviewListsWords, 'Ozodi');
    await goTo('corrections');
    await goTo('sites');
    await goTo('export');
    asked.length = 0;
    await new Promise((resolve) => setTimeout(resolve, 500));
    await draw('two');
    // What the desk itself asks.
    expect(asked).toEqual(['two sites']);
    asked.length = 0;
    await goTo('corrections');
    expect(asked.map((one) => one.split('?')[0])).toEqual(['two notes', 'two clusters/read']);
  });

  it('is where it was left', async () => {
    await openDesk(`#page=corrections&host=${SITE}`);
    await goTo('dismissals');
    expect(readLocation(link('corrections').hash).filter.site).toBe(SITE);
    await goTo('corrections');
    expect(location.hash).toBe(`#page=corrections&host=${SITE}`);
  });
});

describe('the link to the export', () => {
  const readState = () => readLocation(link('export').hash).filter.state;

  it('takes along what the queue shows, until that is narrowed otherwise there', async () => {
    await openDesk('#page=queue&state=accepted');
    expect(readState()).toBe('accepted');
    await goTo('export');
    await press(
      t('reviewExportWithout', { part: english.reviewFilter, value: english.reviewStateAccepted }),
    );
    expect(readState()).toBeNull();
    await goTo('queue');
    expect(readState()).toBeNull();
    await act(() => {
      location.hash = '#page=queue&state=fixed';
    });
    await settle();
    expect(readState()).toBe('fixed');
    await goTo('export');
    expect(readLocation(location.hash).filter.state).toBe('fixed');
  });
});

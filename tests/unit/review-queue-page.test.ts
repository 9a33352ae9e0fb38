// @vitest-environment jsdom
import { act } from 'preact/test-utils';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { QueuePage } from '../../src/pages/review/queue/queue-page.tsx';
import { nameRow } from '../../src/pages/review/queue/rows.ts';
import { createDeskFake, type DeskFake, makeItem, SITE } from './review-desk-fake.ts';
import { closePage, openPage, pass } from './review-lists-fake.ts';

beforeEach(() => {
  // What a document without a layout does not have.
  vi.stubGlobal(
    'ResizeObserver',
    class {
      observe() {}
      unobserve() {}
      disconnect() {}
    },
  );
  vi.stubGlobal('matchMedia', () => ({ matches: false }));
  vi.stubGlobal('scrollTo', () => undefined);
  Object.defineProperty(HTMLElement.prototype, 'offsetHeight', { value: 116 });
  Element.prototype.scrollIntoView = () => undefined;
  window.open = vi.fn(() => null);
});

// What is still drawn would ask for a window that has gone.
afterEach(closePage);

const key = (place: string) => nameRow({ place, site: SITE });
const rows = () => [...document.querySelectorAll<HTMLElement>('.clusters > li')];
const row = (place: string) =>
  document.querySelector<HTMLElement>(`[data-key="${key(place)}"]`) ?? document.createElement('i');
const button = (within: ParentNode, name: string) =>
  [...within.querySelectorAll('button')].find((one) => one.textContent === name);

async function settle() {
  await act(async () => {
    await new Promise((resolve) => setTimeout(resolve, 20));
  });
}

async function click(element: HTMLElement | undefined) {
  expect(element).toBeDefined();
  await act(() => element?.click());
  await settle();
}

async function press(letter: string, target: EventTarget = document.activeElement ?? window) {
  await act(() => {
    const event = { key: letter, code: '', bubbles: true, cancelable: true };
    target.dispatchEvent(new KeyboardEvent('keydown', event));
  });
  await settle();
}

async function type(field: HTMLTextAreaElement | HTMLInputElement | null, text: string) {
  await act(() => {
    if (field !== null) field.value = text;
    field?.dispatchEvent(new Event('input', { bubbles: true }));
  });
}

async function open(fake: DeskFake, options: Parameters<typeof openPage>[1] = {}) {
  const { given, ...others } = options;
  const opened = await openPage(QueuePage, { given: { ...fake.api, ...given }, ...others });
  await settle();
  return opened;
}

function fill(count: number): DeskFake {
  const fake = createDeskFake();
  for (let i = count; i > 0; i -= 1) fake.add({ place: `p${i}` });
  return fake;
}

describe('the queue', () => {
  it('tells screen readers where each row stands, and of how many', async () => {
    await open(fill(3));
    expect(rows().map((one) => one.ariaPosInSet ?? one.getAttribute('aria-posinset'))).toEqual([
      ...['1', '2', '3'],
    ]);
    expect(rows().every((one) => one.getAttribute('aria-setsize') === '3')).toBe(true);
    const [first] = rows();
    const label = document.getElementById(first?.getAttribute('aria-labelledby') ?? '');
    expect(label?.textContent).toContain('teh');
  });

  it('draws few of many', async () => {
    await open(fill(50));
    expect(rows().length).toBeGreaterThan(3);
    expect(rows().length).toBeLessThan(20);
    expect(rows()[0]?.getAttribute('aria-setsize')).toBe('50');
  });

  it('is walked and decided with keys, and the focus stays', async () => {
    const fake = fill(3);
    await open(fake);
    await press('j');
    expect(document.activeElement).toBe(row('p1'));
    await press('j');
    await press('a');
    expect(fake.get('p2')?.state).toBe('accepted');
    expect(document.activeElement).toBe(row('p2'));
    expect(row('p2').className).toContain('accepted');
    await press('f');
    expect(fake.get('p2')?.state).toBe('fixed');
    await press('u');
    await press('u');
    expect(fake.get('p2')?.state).toBe('new');
    await press('k');
    expect(document.activeElement).toBe(row('p1'));
    await press('o');
    expect(window.open).toHaveBeenCalledWith(
      expect.stringContaining('#:~:text='),
      '_blank',
      'noopener,noreferrer',
    );
  });

  it('takes no key while somebody types', async () => {
    const fake = fill(2);
    await open(fake);
    await press('j');
    const search = document.querySelector<HTMLInputElement>('.queue-search');
    search?.focus();
    await press('a');
    expect(fake.taken).toEqual([]);
    search?.blur();
    await press('a', window);
    expect(fake.taken).toHaveLength(1);
  });

  it('rejects with a reason, and offers it again', async () => {
    const fake = fill(2);
    await open(fake);
    await press('j');
    await press('r');
    const reason = row('p1').querySelector('textarea');
    expect(document.activeElement).toBe(reason);
    await type(reason, ' It is a name. ');
    await click(button(row('p1').querySelector('form') ?? document, 'Reject'));
    expect(fake.get('p1')).toMatchObject({
      state: 'rejected',
      sample: { reason: 'It is a name.' },
    });
    expect(document.activeElement).toBe(row('p1'));
    await press('j');
    await press('r');
    await click(row('p2').querySelector<HTMLElement>('.reasons button') ?? undefined);
    expect(row('p2').querySelector('textarea')?.value).toBe('It is a name.');
    await press('Escape');
    expect(row('p2').querySelector('form')).toBeNull();
    expect(document.activeElement).toBe(row('p2'));
  });

  it('keeps what was written where it was not taken', async () => {
    let fault: 'network' | null = 'network';
    const fake = createDeskFake({ fault: (method) => (method === 'correct' ? fault : null) });
    fake.add({ place: 'p1' });
    await open(fake);
    await press('j');
    await press('e');
    await type(row('p1').querySelector('textarea'), 'thee');
    await click(button(row('p1').querySelector('form') ?? document, 'Save'));
    expect(row('p1').querySelector('textarea')?.value).toBe('thee');
    expect(row('p1').querySelector('.trouble')?.textContent).toContain('cannot be reached');
    fault = null;
    await click(button(row('p1'), 'Try again'));
    expect(fake.get('p1')?.edited?.correction).toBe('thee');
    expect(row('p1').querySelector('form')).toBeNull();
  });

  it('keeps what is being written while the row is decided about, or another form is opened', async () => {
    const fake = fill(2);
    await open(fake);
    await press('j');
    await press('e');
    await type(row('p1').querySelector('textarea'), 'thee');
    await click(button(row('p1'), 'Accept'));
    expect(fake.get('p1')?.state).toBe('accepted');
    expect(row('p1').querySelector('textarea')?.value).toBe('thee');
    await press('j', row('p1'));
    await press('r');
    await type(row('p2').querySelector('textarea'), 'a name');
    expect(row('p1').querySelector('form')).toBeNull();
    row('p1').focus();
    await press('e');
    expect(row('p1').querySelector('textarea')?.value).toBe('thee');
    await click(button(row('p1').querySelector('form') ?? document, 'Save'));
    expect(fake.get('p1')?.edited?.correction).toBe('thee');
    expect(row('p1').querySelector('form')).toBeNull();
    row('p2').focus();
    await press('r');
    expect(row('p2').querySelector('textarea')?.value).toBe('a name');
    // What is cancelled is gone.
    await press('Escape');
    await press('r');
    expect(row('p2').querySelector('textarea')?.value).toBe('');
  });

  it('says so where a form has become impossible meanwhile, and keeps it', async () => {
    const fake = fill(1);
    await open(fake);
    await press('j');
    await press('r');
    await type(row('p1').querySelector('textarea'), 'a name');
    fake.decide('p1', 'rejected');
    await vi.waitFor(async () => {
      await settle();
      expect(row('p1').className).toContain('rejected');
    });
    await click(button(row('p1').querySelector('form') ?? document, 'Reject'));
    expect(row('p1').querySelector('.trouble')?.textContent).toContain('Bob');
    expect(row('p1').querySelector('textarea')?.value).toBe('a name');
    expect(fake.taken).toHaveLength(1);
  });

  it('takes a key for what the last will have made of the row', async () => {
    let answer: () => void = () => undefined;
    const fake = createDeskFake({
      pause: (method) =>
        method === 'decide'
          ? new Promise<void>((resolve) => (answer = resolve))
          : Promise.resolve(),
    });
    fake.add({ place: 'p1' });
    await open(fake);
    await press('j');
    await press('a');
    await press('f');
    for (let turn = 0; turn < 4; turn += 1) {
      answer();
      await settle();
    }
    expect(fake.taken.map(({ to }) => to)).toEqual(['accepted', 'fixed']);
  });

  it('says who decided first', async () => {
    const fake = fill(1);
    await open(fake);
    fake.decide('p1', 'spam');
    await click(button(row('p1'), 'Accept'));
    expect(row('p1').querySelector('.trouble')?.textContent).toContain('Bob');
    expect(fake.get('p1')?.state).toBe('spam');
  });

  it('counts what comes, and shows it when it is asked for', async () => {
    const fake = fill(2);
    await open(fake);
    await act(() => fake.arrive({ place: 'late' }));
    const [shown] = document.querySelectorAll<HTMLElement>('.arrivals button');
    expect(shown?.textContent).toContain('1 new');
    expect(rows()).toHaveLength(2);
    await click(shown);
    expect(rows()).toHaveLength(3);
    expect(document.activeElement).toBe(row('late'));
    expect(document.querySelector('.arrivals button')).toBeNull();
  });

  it('decides about those that are chosen', async () => {
    const fake = fill(4);
    await open(fake);
    await press('j');
    await press('x');
    const box = row('p3').querySelector<HTMLElement>('input[type="checkbox"]');
    await act(() => {
      box?.dispatchEvent(new MouseEvent('click', { bubbles: true, shiftKey: true }));
    });
    await click(button(document.querySelector('.bulk-bar') ?? document, 'Spam (3)'));
    expect(fake.clusters().filter(({ state }) => state === 'spam')).toHaveLength(3);
    expect(document.querySelector('.bulk-bar')).toBeNull();
    await click(button(document.querySelector('.batch') ?? document, 'Undo'));
    expect(fake.clusters().every(({ state }) => state === 'new')).toBe(true);
  });

  it('offers only what the token is good for', async () => {
    await open(fill(1), { scopes: ['read'] });
    expect(button(row('p1'), 'Details')).toBeDefined();
    for (const name of ['Accept', 'Reject', 'Spam'])
      expect(button(row('p1'), name)).toBeUndefined();
    await press('j');
    await press('a');
    await press('e');
    expect(row('p1').querySelector('form')).toBeNull();
  });

  it('opens the report of a link above the list, once', async () => {
    const fake = fill(3);
    const read = () => Promise.resolve(pass(makeItem({ place: 'p2', site: SITE })));
    await open(fake, {
      hash: `#report=urn:uuid:p2&site=${SITE}`,
      given: { reports: { ...fake.api.reports, read } },
    });
    expect(document.activeElement).toBe(document.querySelector('.opened li'));
    expect(document.activeElement?.querySelector('.details')).not.toBeNull();
    expect(document.querySelectorAll(`[data-key="${key('p2')}"]`)).toHaveLength(1);
    await press('a');
    expect(fake.get('p2')?.state).toBe('accepted');
    await press('j');
    expect(document.activeElement).toBe(row('p1'));
    await press('k');
    expect(document.activeElement).toBe(row('p2'));
  });

  it('shows words of pages and readers as words', async () => {
    const fake = createDeskFake();
    const hostile = '<img src=x onerror="alert(1)">\u202e';
    const sample = makeItem({
      ...{ exact: hostile, prefix: hostile, suffix: hostile, correction: `${hostile}!` },
      ...{ comment: hostile, kind: hostile, source: 'javascript:alert(1)', reason: hostile },
    });
    const edited = { correction: hostile, editor: hostile, at: 0 };
    fake.add({ place: 'p1', kind: hostile, sample, edited, note: hostile });
    await open(fake);
    await press('j');
    await press('d');
    await press('e');
    expect(document.querySelectorAll('img')).toHaveLength(0);
    expect(row('p1').querySelector('a[href^="javascript"]')).toBeNull();
    expect(row('p1').textContent).toContain('<img');
  });
});

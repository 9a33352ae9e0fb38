// @vitest-environment jsdom
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import english from '../../src/locales/en.json' with { type: 'json' };
import { REPORT_STATES, type ReportState } from '../../src/model/report.ts';
import { QueuePage } from '../../src/pages/review/queue/queue-page.tsx';
import type { NotesApi } from '../../src/platform/editors/notes.ts';
import { createDeskFake, makeSettings, SITE } from './review-desk-fake.ts';
import {
  closePage,
  fail,
  find,
  findNamed,
  list,
  openPage,
  pass,
  press,
  run,
  t,
  type,
} from './review-lists-fake.ts';

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
});

afterEach(closePage);

const text = () => find<HTMLTextAreaElement>('.row-form textarea');
const actions = () => list('.details .actions button').map((one) => one.textContent);

/** Opens the details of a mistake, in the list of its state. */
async function openDetails(
  state: ReportState,
  note: string,
  { notes = {}, publishes = true, scopes = ['read', 'decide'] } = {},
) {
  const fake = createDeskFake();
  fake.add({ place: 'p', state, note });
  await openPage(QueuePage, {
    given: { ...fake.api, notes },
    ...{ hash: `#page=queue&state=${state}`, scopes, sites: [makeSettings(SITE, { publishes })] },
  });
  await run(() => new Promise((resolve) => setTimeout(resolve, 20)));
  await press(english.reviewQueueDetails);
}

describe('a note', () => {
  it.each(REPORT_STATES)(
    'that is there can be changed and withdrawn of what is %s',
    async (state) => {
      const put = vi.fn<NotesApi['put']>(async () => fail('network'));
      const remove = vi.fn<NotesApi['remove']>(async () => pass(null));
      await openDetails(state, 'It was the.', { notes: { put, remove } });
      expect(actions()).not.toContain(english.reviewQueueNote);
      await press(english.reviewListsEditNote);
      expect(text().value).toBe('It was the.');
      await type(text(), ' It was: the. ');
      await press(english.reviewQueuePublish);
      expect(put.mock.calls).toEqual([[{ place: 'p', site: SITE }, 'It was: the.']]);
      expect(text().value).toBe(' It was: the. ');
      await press(english.reviewListsWithdraw);
      expect(remove.mock.calls).toEqual([[{ place: 'p', site: SITE }]]);
      expect(list('.row-form')).toEqual([]);
    },
  );

  it.each(REPORT_STATES)('is offered of what is put right: %s', async (state) => {
    await openDetails(state, '');
    const isOffered = state === 'accepted' || state === 'fixed';
    expect(actions().includes(english.reviewQueueNote)).toBe(isOffered);
    expect(actions()).not.toContain(english.reviewListsEditNote);
  });

  it('that is there can be changed where the site has ceased to publish, and that is said', async () => {
    await openDetails('accepted', 'It was the.', { publishes: false });
    await press(english.reviewListsEditNote);
    expect(text().value).toBe('It was the.');
    expect(find('.row-form').textContent).toContain(t('reviewQueueUnpublished', { site: SITE }));
    findNamed(english.reviewListsWithdraw);
  });

  it('is not changed by who may not decide', async () => {
    await openDetails('new', 'It was the.', { scopes: ['read'] });
    expect(actions()).toEqual([]);
  });
});

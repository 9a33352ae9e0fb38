// @vitest-environment jsdom
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import english from '../../src/locales/en.json' with { type: 'json' };
import { CorrectionsPage } from '../../src/pages/review/lists/corrections-page.tsx';
import type { Note, NotesApi } from '../../src/platform/editors/notes.ts';
import { makeCluster, makeItem } from './review-desk-fake.ts';
import {
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

beforeEach(() => void vi.useFakeTimers());
afterEach(async () => {
  await closePage();
  vi.useRealTimers();
});

const makeNote = (place: string, text = `text ${place}`, at = 0): Note => ({
  ...{ place, site: SITE, source: `https://${SITE}/${place}`, exact: place, correction: 'the' },
  ...{ text, editor: 'Bob', at },
});

/** An endpoint that others publish on as well, which answers changes when the test says so. */
function createNotes(...notes: Note[]) {
  const stored = new Map(notes.map((note) => [note.place, note]));
  const deeds: { name: string; answer(isTaken?: boolean): Promise<void> }[] = [];
  const wait = <T>(name: string, take: () => T) =>
    new Promise<ReturnType<typeof pass<T>> | ReturnType<typeof fail>>((resolve) => {
      const answer = (isTaken = true) =>
        run(() => resolve(isTaken ? pass(take()) : fail('refused', name)));
      deeds.push({ name, answer });
    });
  const given: NotesApi = {
    list: vi.fn(async () =>
      pass({ items: [...stored.values()].sort((one, other) => other.at - one.at), next: null }),
    ),
    put: ({ place }, text) =>
      wait(`put ${place}: ${text}`, () => {
        const note = makeNote(place, text, stored.get(place)?.at);
        stored.set(place, note);
        return note;
      }),
    remove: ({ place }) =>
      wait(`remove ${place}`, () => {
        stored.delete(place);
        return null;
      }),
  };
  return {
    ...{ given, stored },
    names: () => deeds.map(({ name }) => name),
    answer: async (isTaken?: boolean) => {
      const [first] = deeds.splice(0, 1);
      if (first === undefined) throw new Error('nothing was asked for');
      await first.answer(isTaken);
    },
  };
}
const open = (notes: ReturnType<typeof createNotes>, clusters = {}) =>
  openPage(CorrectionsPage, { given: { notes: notes.given, clusters } });
const actionOf = (action: string, about: string) => t('reviewListsActionOf', { action, about });
const edit = async (place: string) => {
  await press(actionOf(english.reviewListsEditNote, place));
  return find<HTMLTextAreaElement>('textarea', rowOf(place));
};
const rowOf = (place: string) => {
  const [row] = list('.entry').filter((one) => find('del', one).textContent?.includes(place));
  if (row === undefined) throw new Error(`no row of ${place}`);
  return row;
};
const saved = (place: string) => find('.said', rowOf(place)).textContent;
const passTime = () => run(() => vi.advanceTimersByTimeAsync(10));

describe('what is pressed while an answer is on its way', () => {
  it('is done after it: a text never overtakes its withdrawal', async () => {
    const notes = createNotes(makeNote('a'));
    await open(notes);
    await type(await edit('a'), 'other');
    await press(english.reviewListsSave);
    for (let times = 0; times < 3; times += 1) {
      await press(actionOf(english.reviewListsWithdraw, 'a'));
    }
    expect(notes.names()).toEqual(['put a: other']);
    await notes.answer();
    expect(notes.names()).toEqual(['remove a']);
    await notes.answer();
    expect(list('.entry.gone')).toHaveLength(1);
    expect(notes.stored.size).toBe(0);
    expect(notes.names()).toEqual([]);
  });

  it('is the newer text, which is saved in its turn and closes the field', async () => {
    const notes = createNotes(makeNote('a'));
    await open(notes);
    const area = await edit('a');
    await type(area, 'first');
    await press(english.reviewListsSave);
    await type(area, 'second');
    await press(english.reviewListsSave);
    await press(english.reviewListsSave);
    expect(notes.names()).toEqual(['put a: first']);
    // What became of the first is of no matter.
    await notes.answer(false);
    expect(readAlerts()).toEqual([]);
    expect(notes.names()).toEqual(['put a: second']);
    expect(find('textarea')).toBe(area);
    await notes.answer();
    expect(list('textarea')).toEqual([]);
    expect(saved('a')).toBe('second');
    expect(notes.names()).toEqual([]);
  });

  it('leaves in the field what was typed after it', async () => {
    const notes = createNotes(makeNote('a'));
    await open(notes);
    const area = await edit('a');
    await type(area, 'first');
    await press(english.reviewListsSave);
    await type(area, 'first, and more');
    await notes.answer();
    expect(find<HTMLTextAreaElement>('textarea').value).toBe('first, and more');
    await press(english.reviewListsSave);
    expect(notes.names()).toEqual(['put a: first, and more']);
    await notes.answer();
    expect(saved('a')).toBe('first, and more');
  });

  it.each([true, false])('takes the focus from nobody who has gone on, taken: %s', async (is) => {
    const notes = createNotes(makeNote('a'), makeNote('b'));
    await open(notes);
    await type(await edit('a'), 'other');
    await press(english.reviewListsSave);
    const area = await edit('b');
    expect(document.activeElement).toBe(area);
    await notes.answer(is);
    await passTime();
    expect(document.activeElement).toBe(area);
    expect(readAlerts()).toHaveLength(is ? 0 : 1);
  });

  it('stays cancelled', async () => {
    const notes = createNotes(makeNote('a'));
    await open(notes);
    await type(await edit('a'), 'other');
    await press(english.reviewListsSave);
    await press(english.dialogCancel);
    const again = await edit('a');
    await type(again, 'once more');
    await notes.answer();
    await passTime();
    expect(find('textarea')).toBe(again);
    expect(again.value).toBe('once more');
  });

  it('takes the focus to its row only where nobody is elsewhere', async () => {
    const notes = createNotes(makeNote('a'));
    const more = Array.from({ length: 3 }, (_, i) => makeNote(`more ${i}`));
    let answer = () => {};
    notes.given.list = async (_, after) => {
      if (after === null) return pass({ items: [makeNote('a')], next: 'more' });
      await new Promise<void>((resolve) => (answer = resolve));
      return pass({ items: more, next: null });
    };
    await open(notes);
    await press(english.reviewMore);
    const area = await edit('a');
    await run(() => answer());
    expect(list('.entry')).toHaveLength(4);
    expect(document.activeElement).toBe(area);
  });
});

describe('a row that is come back to', () => {
  it('has what was typed, also where somebody else has withdrawn it; saved, it is public again', async () => {
    const notes = createNotes(makeNote('a', 'old', 2), makeNote('b', 'old', 1));
    const { show } = await open(notes);
    const area = await edit('a');
    await type(area, 'half a sen');
    await show(false);
    notes.stored.delete('a');
    notes.stored.set('c', makeNote('c', 'new', 5));
    await show(true);
    expect(list('.entry .sentence').map((one) => one.textContent)).toEqual(
      ['c', 'a', 'b'].map((place) => expect.stringContaining(place)),
    );
    expect(find('textarea')).toBe(area);
    expect(area.value).toBe('half a sen');
    expect(rowOf('a').textContent).toContain(english.reviewListsWithdrawn);
    expect(rowOf('c').textContent).toContain('new');
    await press(english.reviewListsSave);
    await notes.answer();
    expect(list('.entry.gone')).toEqual([]);
    expect(saved('a')).toBe('half a sen');
  });

  it('is put back as it was without losing what is being written', async () => {
    const notes = createNotes(makeNote('a'));
    const { show } = await open(notes);
    await type(await edit('a'), 'half a sen');
    await show(false);
    notes.stored.delete('a');
    await show(true);
    await press(actionOf(english.reviewUndo, 'a'));
    await notes.answer();
    expect(notes.stored.get('a')?.text).toBe('text a');
    expect(list('.entry.gone')).toEqual([]);
    expect(find<HTMLTextAreaElement>('textarea').value).toBe('half a sen');
  });

  it('has the text of now in a field in which nothing was typed', async () => {
    const notes = createNotes(makeNote('a'));
    const { show } = await open(notes);
    const area = await edit('a');
    await show(false);
    notes.stored.set('a', makeNote('a', 'of somebody else'));
    await show(true);
    expect(area.value).toBe('of somebody else');
  });

  it('leads to where the words are now, and asks for nothing while it is out of sight', async () => {
    const notes = createNotes(makeNote('teh'));
    const sample = makeItem({ source: `https://${SITE}/teh` });
    const cluster = makeCluster({ place: 'teh', state: 'accepted', sample });
    const readMany = vi.fn(async () => pass([cluster]));
    const { show } = await open(notes, { readMany });
    const readLink = () => find('.address a').getAttribute('href') ?? '';
    expect(readLink()).toContain('teh#');
    expect(readLink()).toMatch(/:~:text=.*teh/);
    expect(readMany).toHaveBeenCalledTimes(1);
    await show(false);
    readMany.mockResolvedValue(pass([{ ...cluster, state: 'fixed' }]));
    expect(readMany).toHaveBeenCalledTimes(1);
    await show(true);
    expect(notes.given.list).toHaveBeenCalledTimes(2);
    expect(readLink()).toMatch(/:~:text=.*the\b/);
    expect(readMany).toHaveBeenCalledTimes(2);
  });

  it('has its place looked up once it is in sight', async () => {
    const notes = createNotes();
    let answer = () => {};
    notes.given.list = async (_, after) => {
      if (after === null) return pass({ items: [makeNote('a', 'text', 2)], next: 'more' });
      await new Promise<void>((resolve) => (answer = resolve));
      return pass({ items: [makeNote('b', 'text', 1)], next: null });
    };
    const readMany = vi.fn(async (some: readonly object[]) => pass(some.map(() => null)));
    const { show } = await open(notes, { readMany });
    await press(english.reviewMore);
    await show(false);
    await run(() => answer());
    expect(list('.entry')).toHaveLength(2);
    expect(readMany).toHaveBeenCalledTimes(1);
    await show(true);
    expect(readMany.mock.calls[1]?.[0]).toEqual([{ place: 'b', site: SITE }]);
  });

  it('that was withdrawn can still be put back', async () => {
    const notes = createNotes(makeNote('a'), makeNote('b'));
    const { show } = await open(notes);
    await press(actionOf(english.reviewListsWithdraw, 'a'));
    await notes.answer();
    await show(false);
    await show(true);
    expect(list('.entry')).toHaveLength(2);
    await press(findNamed(actionOf(english.reviewUndo, 'a')));
    await notes.answer();
    expect(list('.entry.gone')).toEqual([]);
    expect(saved('a')).toBe('text a');
  });
});

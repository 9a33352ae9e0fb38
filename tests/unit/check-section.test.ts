// @vitest-environment jsdom
import { h, render } from 'preact';
import { afterAll, afterEach, describe, expect, it, vi } from 'vitest';
import english from '../../src/locales/en.json' with { type: 'json' };
import { composeDraft } from '../../src/model/draft.ts';
import type { Receiver } from '../../src/model/receiver.ts';
import { readReport } from '../../src/model/report.ts';
import { fail, type Result, succeed } from '../../src/model/result.ts';
import type { CheckedPage } from '../../src/model/reuse/checked-page.ts';
import { createTranslate } from '../../src/model/translate.ts';
import { CheckSection } from '../../src/pages/popup/check/check-section.tsx';
import type { PopupDeps } from '../../src/pages/popup/popup-deps.ts';
import { WordsContext } from '../../src/ui/words.ts';
import { makeChecked, makeFinding, PAGE } from './checked-fake.ts';
import { makeEntry } from './outbox-fake.ts';

const messages: Record<string, string> = english;
const t = createTranslate((key) => messages[key] ?? '', 'en');
afterEach(() => render(null, document.body));
// What is left to be done after a frame is done while there is a window.
afterAll(() => new Promise((resolve) => setTimeout(resolve, 100)));

const READY: Receiver = {
  ...{ kind: 'ready', service: 'https://news.example/annotations/' },
  ...{ host: 'news.example', by: 'page' },
};

type Deps = Pick<
  PopupDeps,
  | 'checkPage'
  | 'readChecked'
  | 'showPassage'
  | 'writeClipboard'
  | 'saveFile'
  | 'findCreditReceiver'
  | 'reportCredit'
>;

function open(changes: Partial<Deps> = {}) {
  const announce = vi.fn();
  const deps: Deps = {
    checkPage: async () => succeed(makeChecked()),
    readChecked: async () => succeed(null),
    showPassage: async () => succeed(true),
    writeClipboard: async () => true,
    saveFile: () => undefined,
    findCreditReceiver: async () => succeed(READY),
    reportCredit: async () => succeed(makeEntry(1)),
    ...changes,
  };
  const told = {
    checkPage: vi.fn(deps.checkPage),
    writeClipboard: vi.fn(deps.writeClipboard),
    findCreditReceiver: vi.fn(deps.findCreditReceiver),
    reportCredit: vi.fn(deps.reportCredit),
  };
  render(
    h(
      WordsContext.Provider,
      { value: { t, locale: 'en' } },
      h(CheckSection, { ...deps, ...told, announce }),
    ),
    document.body,
  );
  return { ...told, announce };
}

/** As long as effects wait for a frame that never comes here. */
const settle = () => new Promise((resolve) => setTimeout(resolve, 80));
const find = (css: string) => document.querySelector<HTMLElement>(css);
const readText = (css: string) => find(css)?.textContent ?? '';

async function press(label: string): Promise<void> {
  const buttons = [...document.querySelectorAll<HTMLElement>('button')];
  const button = buttons.find(
    (one) => one.textContent === label && one.closest('.report-now') === null,
  );
  if (button === undefined) throw new Error(`no button “${label}”`);
  button.click();
  await settle();
}

async function openForm(changes: Partial<Deps> = {}) {
  const told = open(changes);
  await settle();
  await press(english.popupCheck);
  await press(english.popupCheckReport);
  return told;
}

async function type(words: string): Promise<void> {
  const field = document.querySelector('textarea');
  if (field === null) throw new Error('no field');
  field.value = words;
  field.dispatchEvent(new Event('input', { bubbles: true }));
  await settle();
}

describe('the check in the popup', () => {
  it('is made at a press, and not before', async () => {
    const { checkPage } = open();
    await settle();
    expect(checkPage).not.toHaveBeenCalled();
    expect(find('.passage')).toBeNull();
    await press(english.popupCheck);
    expect(checkPage).toHaveBeenCalledOnce();
    expect(readText('.passage')).toContain('It rained for three days and … the river stayed');
  });

  it('shows what the page found before, unless a check that was asked for is newer', async () => {
    let tell: (answer: Result<CheckedPage>) => void = () => undefined;
    open({
      readChecked: () =>
        new Promise((resolve) => {
          tell = resolve;
        }),
      checkPage: async () => succeed(makeChecked([makeFinding({ verdict: 'linked', faults: [] })])),
    });
    await press(english.popupCheck);
    tell(succeed(makeChecked()));
    await settle();
    expect(readText('.verdict')).toContain(english.popupCheckLinked);
    render(null, document.body);
    open({ readChecked: async () => succeed(makeChecked()) });
    await settle();
    expect(readText('.verdict')).toContain(english.popupCheckMissing);
  });

  it('says why it fails, and keeps what was found', async () => {
    const answers: Result<CheckedPage>[] = [
      succeed(makeChecked()),
      fail('internal', 'no room'),
      fail('no-answer', 'Error: receiving end does not exist'),
    ];
    open({ checkPage: async () => answers.shift() ?? fail('internal') });
    await settle();
    await press(english.popupCheck);
    await press(english.popupCheckAgain);
    expect(readText('.summary')).toContain('no room');
    expect(find('.passage')).not.toBeNull();
    await press(english.popupCheckAgain);
    expect(readText('.summary')).toContain(english.popupUnreadable);
    expect(find('.passage')).not.toBeNull();
  });

  it.each([
    [{ isLedgerAsked: true, isListAsked: false }, ['popupCheckNone', 'popupCheckListNot']],
    [{ isLedgerAsked: true, isListAsked: true }, ['popupCheckNone', 'popupCheckListAsked']],
    [{ isLedgerAsked: false, isListAsked: true }, ['popupCheckLedgerOff', 'popupCheckListAsked']],
    [{ isLedgerAsked: false, isListAsked: false }, ['popupCheckLedgerOff', 'popupCheckListNot']],
  ] as const)('says of an empty result what was looked through: %o', async (asked, said) => {
    open({ checkPage: async () => succeed(makeChecked([], asked)) });
    await press(english.popupCheck);
    const all = [
      'popupCheckNone',
      'popupCheckLedgerOff',
      'popupCheckListAsked',
      'popupCheckListNot',
    ] as const;
    const shown = all.filter((key) => readText('.summary').includes(english[key]));
    expect(shown.toSorted()).toEqual([...said].toSorted());
  });

  it('takes the words of pages for words', async () => {
    const hostile = '<img src=x onerror=alert(1)>';
    const source = { url: 'javascript:alert(1)', title: hostile, publisher: hostile };
    open({
      checkPage: async () =>
        succeed(makeChecked([makeFinding({ source, opening: hostile, evidence: hostile })])),
    });
    await press(english.popupCheck);
    expect(find('.passage img')).toBeNull();
    expect(find('.passage a')).toBeNull();
    expect(readText('.passage')).toContain(hostile);
  });

  it('offers a fix and a report only where something is missing', async () => {
    open({
      checkPage: async () =>
        succeed(makeChecked([makeFinding({ verdict: 'found', faults: [], fix: null })])),
    });
    await press(english.popupCheck);
    const labels = [...document.querySelectorAll('.passage button')].map((one) => one.textContent);
    expect(labels).toEqual([english.popupCheckShow]);
  });

  it('says of a passage that has gone, and of a clipboard that takes nothing', async () => {
    const { announce } = open({
      showPassage: async () => succeed(false),
      writeClipboard: async () => false,
    });
    await press(english.popupCheck);
    await press(english.popupCheckShow);
    expect(announce).toHaveBeenLastCalledWith(english.popupCheckGone);
    await press(english.popupCheckCopyFix);
    expect(announce).toHaveBeenLastCalledWith(english.popupFailed);
  });
});

describe('a missing credit', () => {
  it('is shown whole before it is sent, and is sent so', async () => {
    const { reportCredit, findCreditReceiver } = await openForm();
    expect(findCreditReceiver).toHaveBeenCalledWith(
      'https://news.example/story',
      'https://editors.example/annotations/',
    );
    const shown = readText('.credit-report');
    expect(shown).toContain('Goes to news.example');
    expect(shown).toContain(PAGE);
    await type('Seen today.');
    expect(reportCredit).not.toHaveBeenCalled();
    await press(english.dialogSend);
    const [sent] = reportCredit.mock.calls[0] ?? [];
    if (sent === undefined) throw new Error('nothing sent');
    expect(sent).toMatchObject({ standsAt: PAGE, agreed: false });
    const { exact, comment, kind, source } = readReport(composeDraft(sent.draft));
    expect({ kind, source }).toEqual({
      kind: 'missing-credit',
      source: 'https://news.example/story',
    });
    const [sentence = '', own] = comment.split('\n\n');
    expect(own).toBe('Seen today.');
    for (const words of [exact, sentence]) expect(shown).toContain(words);
    expect(find('.credit-report')).toBeNull();
    expect(readText('.passage [role="status"]')).toBe(english.popupCheckTold);
    expect(document.activeElement?.closest('.passage')).not.toBeNull();
  });

  it('says the address without what only tracks', async () => {
    const { reportCredit } = await openForm({
      checkPage: async () =>
        succeed(makeChecked(undefined, { url: `${PAGE}&utm_source=mail&fbclid=x#top` })),
    });
    expect(readText('.credit-report')).not.toContain('utm_source');
    await press(english.dialogSend);
    expect(JSON.stringify(reportCredit.mock.calls)).not.toMatch(/utm_source|fbclid/);
  });

  it('waits for consent, and for the host to be known', async () => {
    const ask: Receiver = { ...READY, kind: 'ask', host: 'editors.example' };
    const { reportCredit } = await openForm({ findCreditReceiver: async () => succeed(ask) });
    await press(english.dialogSend);
    expect(reportCredit).not.toHaveBeenCalled();
    expect(readText('.credit-report [role="status"]')).toBe(english.dialogAgreeMissing);
    find('.credit-report input')?.click();
    await settle();
    await press(english.dialogSend);
    expect(reportCredit.mock.calls[0]?.[0].agreed).toBe(true);
    render(null, document.body);
    const later = await openForm({ findCreditReceiver: () => new Promise(() => undefined) });
    await press(english.dialogSend);
    expect(later.reportCredit).not.toHaveBeenCalled();
  });

  it('fails without losing a word, and is the same report at the next press', async () => {
    const answers: Result<never>[] = [fail('storage-full'), fail('no-answer')];
    const { reportCredit } = await openForm({
      reportCredit: async () => answers.shift() ?? succeed(makeEntry(1)),
    });
    await type('Seen today.');
    await press(english.dialogSend);
    expect(readText('.credit-report [role="status"]')).toBe(english.dialogStorageFull);
    await press(english.dialogSend);
    expect(document.querySelector('textarea')?.value).toBe('Seen today.');
    await press(english.dialogSend);
    const canonicals = reportCredit.mock.calls.map(([{ draft }]) => draft.canonical);
    expect(canonicals).toHaveLength(3);
    expect(new Set(canonicals).size).toBe(1);
    expect(find('.credit-report')).toBeNull();
  });

  it('is sent once, however often it is pressed while it is under way', async () => {
    const { reportCredit } = await openForm({
      reportCredit: () => new Promise(() => undefined),
    });
    await press(english.dialogSend);
    await press(english.dialogSend);
    expect(reportCredit).toHaveBeenCalledOnce();
  });

  it('can be copied and mailed where nobody takes it, and given up', async () => {
    const { writeClipboard, reportCredit } = await openForm({
      findCreditReceiver: async () => succeed({ kind: 'none' }),
    });
    expect(readText('.receiver')).toBe(english.popupCheckKept);
    await press(english.dialogCopyText);
    expect(JSON.stringify(writeClipboard.mock.calls)).toContain(PAGE);
    const letter = find('.credit-report a[href^="mailto:"]')?.getAttribute('href') ?? '';
    expect(decodeURIComponent(letter)).toContain(PAGE);
    await press(english.dialogCancel);
    expect(find('.credit-report')).toBeNull();
    expect(reportCredit).not.toHaveBeenCalled();
  });
});

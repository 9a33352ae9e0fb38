// @vitest-environment jsdom
import fc from 'fast-check';
import { h, render } from 'preact';
import { afterEach, beforeAll, describe, expect, it, vi } from 'vitest';
import english from '../../src/locales/en.json' with { type: 'json' };
import type { OutboxEntry } from '../../src/model/outbox-entry.ts';
import type { Receiver } from '../../src/model/receiver.ts';
import { composeAnnotation } from '../../src/model/report.ts';
import { createTranslate } from '../../src/model/translate.ts';
import {
  type DialogStatus,
  ReportDialog,
  type ReportDialogProps,
} from '../../src/ui/report-dialog.tsx';

const messages: Record<string, string> = english;
const t = createTranslate((key) => messages[key] ?? '', 'en');
// What the stand-in for a browser lacks.
beforeAll(() => {
  window.Element.prototype.scrollIntoView = () => undefined;
  window.HTMLDialogElement.prototype.showModal = function () {
    this.open = true;
  };
});
afterEach(() => render(null, document.body));

function makeEntry(number: number, changes: Partial<OutboxEntry>): OutboxEntry {
  const canonical = `urn:uuid:01890000-0000-7000-8000-00000000000${number}`;
  const source = 'https://news.example/a';
  return {
    canonical,
    annotation: composeAnnotation({
      ...{ canonical, source, scope: '', kind: 'spelling', correction: '', comment: '' },
      ...{ language: 'en', createdAt: 0 },
      selectors: [{ type: 'TextQuoteSelector', exact: `teh ${number}`, prefix: '', suffix: '' }],
    }),
    page: { url: source, title: 'A story' },
    service: 'https://editors.example/annotations/',
    ...{ native: null, delivery: 'queued', attempts: 1, createdAt: 0, updatedAt: 0 },
    ...{ location: null, receiptUrl: null, receipt: null, reason: null },
    ...changes,
  };
}

const HOST = { service: 'https://editors.example/annotations/', host: 'editors.example' };
const RECEIVERS: (Receiver | null)[] = [
  null,
  { kind: 'none' },
  { kind: 'ready', by: 'page', ...HOST },
  { kind: 'ask', by: 'page', ...HOST },
];
const STATUSES: DialogStatus[] = [
  { kind: 'editing' },
  { kind: 'saving' },
  { kind: 'copied' },
  { kind: 'too-many', limit: 50 },
  { kind: 'failed', code: 'no-answer', detail: '' },
  { kind: 'failed', code: 'consent-needed', detail: '' },
  { kind: 'saved', entries: [makeEntry(1, {})] },
];
const MARKS = ['a', 'b', 'c'].map((canonical) => ({ canonical, exact: 'teh', correction: 'the' }));

function open(changes: Partial<ReportDialogProps> = {}) {
  const told = {
    ...{
      onEdit: vi.fn(),
      onSend: vi.fn(),
      onMark: vi.fn(),
      onCopy: vi.fn(),
      onRetry: vi.fn(),
    },
    ...{ onRemoveMark: vi.fn(), onStartOver: vi.fn(), onClose: vi.fn() },
  };
  let props: ReportDialogProps = {
    draft: {
      quote: { prefix: 'All of ', exact: 'teh', suffix: ' words' },
      ...{ kind: 'spelling', correction: 'teh', comment: '' },
    },
    ...{ isRestored: false, marks: [], noMistakes: [], language: 'en', pageHost: 'news.example' },
    ...{ contactHref: null, contactAddress: null, status: { kind: 'editing' }, t, locale: 'en' },
    receiver: { kind: 'ready', by: 'page', ...HOST },
    ...told,
    ...changes,
  };
  const redraw = (next: Partial<ReportDialogProps>) => {
    props = { ...props, ...next };
    render(h(ReportDialog, props), document.body);
  };
  redraw({});
  return { redraw, ...told };
}

function find(css: string): HTMLElement {
  const found = document.querySelector<HTMLElement>(css);
  if (found === null) throw new Error(`no ${css}`);
  return found;
}
const findField = (css: string) => find(css) as HTMLInputElement;
const findForm = () => find('form') as HTMLFormElement;
const readStatus = () => [...find('.status').querySelectorAll('p, li')].map((p) => p.textContent);

describe('the report dialog', () => {
  it('loses nothing that was typed, whatever is drawn meanwhile', () => {
    const change = fc.record({
      status: fc.constantFrom(...STATUSES),
      receiver: fc.constantFrom(...RECEIVERS),
      marks: fc.constantFrom([], MARKS),
      isRestored: fc.boolean(),
      draft: fc.record({
        quote: fc.constant({ prefix: 'All of ', exact: 'teh', suffix: ' words' }),
        kind: fc.constantFrom('spelling' as const, 'fact' as const),
        correction: fc.constantFrom('teh', 'something else that came from storage', 'two\nlines'),
        comment: fc.string(),
      }),
    });
    fc.assert(
      fc.property(fc.array(change, { maxLength: 8 }), (changes) => {
        const { redraw, onSend } = open();
        findField('#correction').value = 'the';
        findField('#comment').value = 'a remark';
        findField('#kind').value = 'grammar';
        for (const one of changes) redraw(one);
        redraw({ status: { kind: 'editing' }, receiver: RECEIVERS[2] ?? null });
        findForm().requestSubmit();
        expect(onSend).toHaveBeenCalledExactlyOnceWith({
          ...{ kind: 'grammar', correction: 'the', comment: 'a remark', agreed: false },
        });
        render(null, document.body);
      }),
      { numRuns: 60 },
    );
  });

  it('has Send as the button that Enter in a field presses, whatever stands before it', () => {
    for (const receiver of RECEIVERS) {
      open({ receiver, isRestored: true, marks: MARKS, contactHref: 'mailto:a@news.example' });
      const [first] = [...findForm().elements].filter(
        (one) => one instanceof window.HTMLButtonElement,
      );
      expect((first as HTMLButtonElement).value).toBe('send');
      render(null, document.body);
    }
  });

  it('starts over from the marked words, not from what was restored', () => {
    const { onStartOver } = open({
      isRestored: true,
      draft: {
        quote: { prefix: '', exact: 'teh', suffix: '' },
        ...{ kind: 'fact', correction: 'of old', comment: 'of old' },
      },
    });
    expect(['#kind', '#correction', '#comment'].map((css) => findField(css).value)).toEqual([
      ...['fact', 'of old', 'of old'],
    ]);
    find('[value="start-over"]').click();
    expect(['#kind', '#correction', '#comment'].map((css) => findField(css).value)).toEqual([
      ...['spelling', 'teh', ''],
    ]);
    expect(onStartOver).toHaveBeenCalledOnce();
  });

  it('sends nothing while it may not, nor because a script says so', () => {
    const { redraw, onSend, onMark } = open({ receiver: null });
    find('[value="send"]').click();
    redraw({ receiver: { kind: 'none' }, status: { kind: 'saving' } });
    for (const value of ['send', 'mark']) find(`[value="${value}"]`).click();
    redraw({ status: { kind: 'editing' } });
    findForm().dispatchEvent(new window.Event('submit', { cancelable: true }));
    redraw({ status: { kind: 'saved', entries: [makeEntry(1, {})] } });
    findForm().requestSubmit();
    expect(onSend).not.toHaveBeenCalled();
    expect(onMark).not.toHaveBeenCalled();
  });

  it('tells each keystroke, which comes as a change of the form', () => {
    const { onEdit } = open();
    findField('#correction').value = 'th';
    findForm().dispatchEvent(new window.Event('change'));
    expect(onEdit).toHaveBeenCalledExactlyOnceWith({
      ...{ kind: 'spelling', correction: 'th', comment: '', agreed: false },
    });
  });

  it('gives the focus to the next mark when one is removed, and at last to the correction', () => {
    let marks = MARKS;
    const { redraw, onRemoveMark } = open({ marks });
    onRemoveMark.mockImplementation((canonical: string) => {
      marks = marks.filter((mark) => mark.canonical !== canonical);
      redraw({ marks });
    });
    const readFocus = () =>
      document.activeElement?.id || document.activeElement?.getAttribute('value');
    find('[value="remove:b"]').click();
    expect(readFocus()).toBe('remove:c');
    find('[value="remove:c"]').click();
    expect(readFocus()).toBe('remove:a');
    find('[value="remove:a"]').click();
    expect(readFocus()).toBe('correction');
    expect(find('[value="send"]').textContent).toBe('Send');
  });

  it('counts all that is sent, and says what became of each that was not taken', () => {
    const { redraw } = open({ marks: MARKS });
    expect(find('[value="send"]').textContent).toBe('Send 4 reports');
    const entries = [1, 2, 3, 4].map((number) => makeEntry(number, {}));
    redraw({ status: { kind: 'saved', entries } });
    expect(readStatus()).toEqual(['4 reports saved. They are on their way to editors.example.']);
    expect(document.activeElement?.getAttribute('value')).toBe('close');
    const came: Partial<OutboxEntry>[] = [
      { delivery: 'sent' },
      { delivery: 'refused', reason: '410: gone' },
      { delivery: 'sent' },
      { delivery: 'sending' },
    ];
    redraw({
      status: { kind: 'saved', entries: came.map((changes, at) => makeEntry(at + 1, changes)) },
    });
    expect(readStatus()).toEqual([
      '2 × Delivered to editors.example.',
      '1 × Refused by editors.example.',
      'teh 2 Reason: 410: gone',
      '1 report saved. It is on its way to editors.example.',
    ]);
  });

  it('offers to send again what was refused, and nothing else', () => {
    const { redraw, onRetry } = open();
    redraw({ status: { kind: 'saved', entries: [makeEntry(1, { delivery: 'sent' })] } });
    expect(document.querySelector('[value="retry"]')).toBeNull();
    redraw({ status: { kind: 'saved', entries: [makeEntry(1, { delivery: 'refused' })] } });
    find('[value="retry"]').click();
    expect(onRetry).toHaveBeenCalledOnce();
  });

  it('keeps the outcome in sight when a refused report was copied', () => {
    const { redraw, onCopy } = open();
    findField('#correction').value = 'the';
    redraw({ status: { kind: 'saved', entries: [makeEntry(1, { delivery: 'refused' })] } });
    find('[value="copy"]').click();
    expect(onCopy).toHaveBeenCalledExactlyOnceWith(expect.objectContaining({ correction: 'the' }));
    redraw({ status: { kind: 'copied' } });
    expect(readStatus()).toEqual(['Refused by editors.example.', 'Copied.']);
    expect(document.querySelector('[value="send"]')).toBeNull();
  });
});

describe('what the editors have said is no mistake', () => {
  const readSaid = () => [...find('.no-mistakes').querySelectorAll('p')];

  it('is said where it can be heard, and Send stays', () => {
    const { redraw, onSend } = open();
    const region = find('.no-mistakes');
    expect(region.getAttribute('role')).toBe('status');
    expect(region.childNodes).toHaveLength(0);
    redraw({ noMistakes: [{ words: 'teh', reason: 'a dialect' }] });
    // The region that was there from the start: another would not be heard.
    expect(find('.no-mistakes')).toBe(region);
    expect(readSaid().map((p) => p.textContent)).toEqual([
      'The editors say that “teh” is not a mistake: a dialect',
    ]);
    findForm().requestSubmit(findField('button[value="send"]'));
    expect(onSend).toHaveBeenCalledOnce();
  });

  it('is said once of each words, also where only marks are sent', () => {
    const noMistakes = [
      { words: 'teh', reason: '' },
      { words: 'teh', reason: '' },
      { words: 'Kirgiz', reason: 'a name' },
    ];
    open({ draft: null, marks: MARKS, noMistakes });
    expect(readSaid().map((p) => p.textContent)).toEqual([
      'The editors say that “teh” is not a mistake.',
      'The editors say that “Kirgiz” is not a mistake: a name',
    ]);
  });

  it('is text of its own direction, whatever it says', () => {
    const words = '{reason} <b>teh</b>';
    open({ noMistakes: [{ words, reason: '<img src=x> {words}' }], language: 'ar' });
    expect(document.querySelector('.no-mistakes :is(b, img)')).toBeNull();
    const [first, second] = readSaid()[0]?.querySelectorAll('bdi') ?? [];
    expect([first?.textContent, first?.lang]).toEqual([words, 'ar']);
    expect([second?.textContent, second?.lang]).toEqual(['<img src=x> {words}', '']);
  });

  it('repeats long words no further than they are known by', () => {
    open({ noMistakes: [{ words: `${'𝒶b'.repeat(300)}`, reason: '' }] });
    const said = readSaid()[0]?.textContent ?? '';
    expect(said).toBe(`The editors say that “${'𝒶b'.repeat(40)}…” is not a mistake.`);
  });
});

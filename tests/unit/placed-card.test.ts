// @vitest-environment jsdom
import fc from 'fast-check';
import { h, render } from 'preact';
import { afterEach, describe, expect, it, vi } from 'vitest';
import english from '../../src/locales/en.json' with { type: 'json' };
import type { PlacedReport } from '../../src/model/placed-report.ts';
import { canMove, REPORT_STATES } from '../../src/model/report.ts';
import { createTranslate } from '../../src/model/translate.ts';
import { PlacedBar, type PlacedBarProps } from '../../src/ui/placed-bar.tsx';
import { PlacedCard, type PlacedCardProps } from '../../src/ui/placed-card.tsx';

const messages: Record<string, string> = english;
const t = createTranslate((key) => messages[key] ?? '', 'en');
afterEach(() => render(null, document.body));

const REPORT: PlacedReport = {
  canonical: 'urn:uuid:01890000-0000-7000-8000-000000000001',
  selectors: [],
  ...{ exact: 'teh', prefix: 'All of ', suffix: ' words', correction: 'the', comment: '' },
  ...{ kind: 'spelling', state: 'new', readers: 1, isOwn: false, told: null },
  sightings: { readers: 0, byEditor: false, replacement: '' },
  members: [{ canonical: 'urn:uuid:01890000-0000-7000-8000-000000000001', etag: '"1"' }],
};

function open(report: Partial<PlacedReport> = {}, changes: Partial<PlacedCardProps> = {}) {
  const told = { onDecide: vi.fn(), onStep: vi.fn(), onClose: vi.fn() };
  let props: PlacedCardProps = {
    report: { ...REPORT, ...report },
    ...{ index: 0, count: 1, status: { kind: 'none' }, t, locale: 'en' },
    ...told,
    ...changes,
  };
  const redraw = (next: Partial<PlacedCardProps>) => {
    props = { ...props, ...next };
    render(h(PlacedCard, props), document.body);
  };
  redraw({});
  return { redraw, ...told };
}

function openBar(changes: Partial<PlacedBarProps> = {}) {
  const told = { onStep: vi.fn(), onClose: vi.fn() };
  const props = { count: 2, unfound: 0, isRaised: false, t, locale: 'en', ...told, ...changes };
  render(h(PlacedBar, props), document.body);
  return told;
}

function find<T extends HTMLElement = HTMLElement>(css: string): T {
  const found = document.querySelector<T>(css);
  if (found === null) throw new Error(`no ${css}`);
  return found;
}
/** What the report quotes as the card shows it, without spaces: a change has one between old and new. */
const readOldWords = () => {
  const sentence = find('blockquote').cloneNode(true) as HTMLElement;
  for (const other of sentence.querySelectorAll('ins, .unseen')) other.remove();
  return sentence.textContent?.replaceAll(' ', '');
};
const press = async (value: string) => {
  find(`button[value="${value}"]`).click();
  await new Promise((resolve) => setTimeout(resolve));
};
const listDecisions = () =>
  [...document.querySelectorAll<HTMLButtonElement>('.decisions button')].map(({ value }) => value);

describe('the card of a reported mistake', () => {
  it('says what is to be changed, of which kind it is, and who reported it', () => {
    open({ isOwn: true, readers: 3, comment: 'a slip', members: [] });
    const card = find('[role="dialog"]');
    expect(find(`#${card.getAttribute('aria-labelledby')}`).textContent).toBe('Reported by you');
    expect(card.querySelector('del')?.textContent).toContain('teh');
    expect(card.querySelector('ins')?.textContent).toContain('the');
    for (const part of ['New', 'Spelling', 'Reported by 3 readers', 'a slip']) {
      expect(card.textContent).toContain(part);
    }
  });

  it('offers a reader nothing to decide', () => {
    open({ members: [] });
    expect(listDecisions()).toEqual([]);
  });

  it.each(REPORT_STATES)('offers an editor what may become of one that is %s', async (state) => {
    const { onDecide } = open({ state });
    const offered = listDecisions();
    expect(offered.filter((to) => !REPORT_STATES.some((one) => one === to))).toEqual([]);
    for (const to of REPORT_STATES.filter((one) => one !== 'spam')) {
      // What was corrected at once need not be accepted first.
      const isAtOnce = state === 'new' && to === 'fixed';
      expect(offered.includes(to)).toBe(canMove(state, to) || isAtOnce);
    }
    for (const to of offered.filter((one) => one !== 'rejected')) {
      await press(to);
      expect(onDecide).toHaveBeenLastCalledWith(to, '');
    }
  });

  it('asks for a reason before it rejects, with the focus in the field, and can be left', async () => {
    const { onDecide } = open();
    await press('rejected');
    expect(onDecide).not.toHaveBeenCalled();
    expect(document.activeElement).toBe(find('input'));
    await press('cancel');
    expect(document.querySelector('input')).toBeNull();
    expect(document.activeElement).toBe(find('button[value="accepted"]'));
    await press('rejected');
    find<HTMLInputElement>('input').value = '  it is meant so ';
    await press('rejected');
    expect(onDecide).toHaveBeenCalledExactlyOnceWith('rejected', 'it is meant so');
  });

  it('keeps a typed reason while it is drawn again', async () => {
    const { redraw, onDecide } = open();
    await press('rejected');
    find<HTMLInputElement>('input').value = 'a name';
    redraw({ report: { ...REPORT, readers: 2 }, count: 4, index: 3 });
    await press('rejected');
    expect(onDecide).toHaveBeenCalledExactlyOnceWith('rejected', 'a name');
  });

  it('takes one press while a decision is under way, and has the focus on what follows', async () => {
    const { redraw, onDecide } = open();
    await press('accepted');
    redraw({ status: { kind: 'deciding' } });
    expect(find('button[value="accepted"]').getAttribute('aria-disabled')).toBe('true');
    await press('accepted');
    expect(onDecide).toHaveBeenCalledOnce();
    redraw({ report: { ...REPORT, state: 'accepted' }, status: { kind: 'decided' } });
    expect(document.activeElement).toBe(find('button[value="fixed"]'));
    expect(find('[role="status"]').textContent).toBe(english.reviewDecidedAccepted);
  });

  it('says why a decision was not taken', () => {
    open({}, { status: { kind: 'failed', reason: english.reviewConflict } });
    expect(find('[role="status"]').textContent).toBe(english.reviewConflict);
  });

  it('says what others have seen, but not what they saw in the place of words that stand there', () => {
    open({ sightings: { readers: 2, byEditor: true, replacement: 'the other' } });
    const said = find('.sightings').textContent;
    for (const part of ['Seen fixed, 2 readers', 'Seen fixed by an editor']) {
      expect(said).toContain(part);
    }
    expect(said).not.toContain('the other');
    open();
    expect(document.querySelector('.sightings')).toBeNull();
  });

  it('steps on and back, and closes', async () => {
    const { onStep, onClose } = open({}, { index: 1, count: 3 });
    expect(find('.steps').textContent).toContain('2 / 3');
    await press('back');
    await press('on');
    expect(onStep.mock.calls).toEqual([[-1], [1]]);
    find('.close').click();
    expect(onClose).toHaveBeenCalledOnce();
  });

  it('makes no markup of what readers wrote', () => {
    const words = fc.string({
      unit: fc.constantFrom('<', '>', '&', '"', 'b', '/', ' ', '{t}', 'é'),
    });
    fc.assert(
      fc.property(words, words, words, (exact, correction, comment) => {
        open({
          exact,
          correction,
          comment,
          sightings: { readers: 1, byEditor: false, replacement: exact },
        });
        const names = [...document.querySelectorAll('[role="dialog"] *')].map(
          (one) => one.localName,
        );
        const known = [
          'form',
          'h2',
          'button',
          'span',
          'p',
          'blockquote',
          'del',
          'ins',
          'mark',
          'div',
        ];
        expect(names.filter((name) => !known.includes(name))).toEqual([]);
        expect(readOldWords()).toContain(exact.replaceAll(' ', ''));
      }),
      { numRuns: 600 },
    );
  });

  it('runs as its language does', () => {
    open({}, { locale: 'ar' });
    expect(find('[role="dialog"]').dir).toBe('rtl');
  });
});

describe('the bar of reported mistakes', () => {
  it('counts those that stand in the text, and those that are not found', async () => {
    const { onStep, onClose } = openBar({ unfound: 1 });
    expect(find('section').getAttribute('aria-label')).toBe(english.placedRegion);
    expect(find('[role="status"]').textContent).toBe(
      '2 reported mistakes on this page1 more is not found in the text',
    );
    await press('back');
    await press('on');
    expect(onStep.mock.calls).toEqual([[-1], [1]]);
    await press('close');
    expect(onClose).toHaveBeenCalledOnce();
  });
});

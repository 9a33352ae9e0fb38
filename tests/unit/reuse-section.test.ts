// @vitest-environment jsdom
import { h, render } from 'preact';
import { act } from 'preact/test-utils';
import { afterEach, expect, it } from 'vitest';
import english from '../../src/locales/en.json' with { type: 'json' };
import { NO_POLICY, type Policy, readSettings } from '../../src/model/settings.ts';
import { createTranslate } from '../../src/model/translate.ts';
import { ReuseSection } from '../../src/pages/options/reuse-section.tsx';
import { WordsContext } from '../../src/ui/words.ts';

const messages: Record<string, string> = english;
const t = createTranslate((key) => messages[key] ?? '', 'en');
afterEach(() => render(null, document.body));

function open(reuse: unknown, policy: Partial<Policy> = {}) {
  let settings = readSettings({ reuse });
  const forgetting = { isDone: false, hasStopped: false };
  const view = h(ReuseSection, {
    settings,
    policy: { ...NO_POLICY, ...policy },
    save: async (change) => {
      settings = change(settings);
    },
    watchCopies(onCount) {
      onCount(1);
      return () => {
        forgetting.hasStopped = true;
      };
    },
    async forgetCopies() {
      forgetting.isDone = true;
    },
    announce: () => undefined,
  });
  const value = { t, locale: 'en' };
  return act(() => {
    render(h(WordsContext.Provider, { value, children: view }), document.body);
  }).then(() => ({ forgetting, read: () => settings.reuse }));
}

const ledgerSwitch = () => document.querySelector<HTMLInputElement>('[role="switch"]');

it.each<[Policy['reuse'], boolean, boolean, string]>([
  ['off', true, false, 'Set by your administrator.'],
  ['on', false, true, 'Set by your administrator.'],
  ['required', false, true, 'and required'],
])(
  'under the policy %j the switch, set to %j, is at %j and locked',
  async (reuse, own, shown, said) => {
    const { read } = await open({ ledger: own }, { reuse });
    expect(ledgerSwitch()).toMatchObject({ checked: shown, disabled: true });
    expect(document.querySelector('strong')?.textContent).toContain(said);
    await act(() => ledgerSwitch()?.click());
    expect(read().ledger).toBe(own);
  },
);

it('without a policy the switch is the person’s', async () => {
  const { read } = await open({ ledger: false });
  expect(ledgerSwitch()).toMatchObject({ checked: false, disabled: false });
  expect(document.querySelector('strong')).toBeNull();
  await act(() => ledgerSwitch()?.click());
  expect(read().ledger).toBe(true);
});

it('the administrator’s sites stand beside the person’s, and only these can be taken out', async () => {
  const { read } = await open({ sites: ['b.example', 'a.example'] }, { reuseSites: ['c.example'] });
  const rows = [...document.querySelectorAll('.rows li')];
  expect(rows.map((row) => row.querySelector('bdi')?.textContent)).toEqual([
    'a.example',
    'b.example',
    'c.example',
  ]);
  expect(rows.map((row) => row.querySelector('button') !== null)).toEqual([true, true, false]);
  await act(() => rows[0]?.querySelector('button')?.click());
  expect(read().sites).toEqual(['b.example']);
});

it('stops counting when it goes', async () => {
  const { forgetting } = await open({});
  expect(document.body.textContent).toContain('1 copy is remembered on this device.');
  act(() => render(null, document.body));
  expect(forgetting).toEqual({ isDone: false, hasStopped: true });
});

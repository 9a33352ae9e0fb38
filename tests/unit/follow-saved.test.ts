import { expect, it } from 'vitest';
import { followSaved } from '../../src/content/reporting/follow-saved.ts';
import type { OutboxEntry } from '../../src/model/outbox-entry.ts';
import { fail, type Result, succeed } from '../../src/model/result.ts';
import { makeEntry } from './outbox-fake.ts';

/** Follows a report through these answers; after the last one nobody looks any more. */
async function follow(...answers: (Partial<OutboxEntry> | null)[]) {
  const shown: string[] = [];
  const pauses: number[] = [];
  let asked = 0;
  const first = makeEntry(1);
  await followSaved([first], {
    async ask(canonicals): Promise<Result<OutboxEntry[]>> {
      expect(canonicals).toEqual([first.canonical]);
      const facts = answers[asked++] ?? null;
      return facts === null ? fail('no-answer') : succeed([{ ...first, updatedAt: 1, ...facts }]);
    },
    isOpen: () => asked < answers.length,
    show: (entries) => void shown.push(entries.map(({ delivery }) => delivery).join()),
    pause: async (wait) => void pauses.push(wait),
  });
  return { shown, pauses, asked };
}

const down = { delivery: 'queued', attempts: 1, updatedAt: 2 } as const;
const receiptUrl = 'https://editors.example/receipts/x';
const receipt = { state: 'new', reason: '', readers: 1, checkedAt: 3 } as const;

it('shows each change once, and asks at once again while a report is on its way', async () => {
  const sending = { delivery: 'sending', attempts: 1 } as const;
  const { shown, pauses, asked } = await follow(sending, sending, { delivery: 'sent' }, null);
  expect({ shown, pauses, asked }).toEqual({
    shown: ['queued', 'sending', 'sent'],
    pauses: [],
    asked: 3,
  });
});

it('asks ever more rarely while nothing changes, and often again when something has', async () => {
  const { shown, pauses } = await follow(down, down, down, { ...down, updatedAt: 5 });
  expect(shown).toEqual(['queued', 'queued', 'queued']);
  const [first = 0, second = 0, third = 0, fourth] = pauses;
  expect(first).toBeLessThan(second);
  expect(second).toBeLessThan(third);
  expect(fourth).toBe(first);
  const long = await follow(...Array(100).fill(down));
  expect(Math.max(...long.pauses)).toBe(30_000);
});

it.each([
  ['limited', {}],
  ['refused', {}],
  ['sent', { receiptUrl }],
] as const)('goes on where more may come: %s', async (delivery, facts) => {
  const { shown, asked } = await follow(
    { delivery, updatedAt: 2, ...facts },
    { delivery: 'sent', updatedAt: 3, receiptUrl, receipt },
    null,
  );
  expect(shown.at(-1)).toBe('sent');
  expect(asked).toBe(2);
});

it.each([
  ['kept', {}],
  ['sent', { receiptUrl: null }],
  ['sent', { receiptUrl, receipt }],
] as const)('ends where nothing more is to come: %s', async (delivery, facts) => {
  expect((await follow({ delivery, ...facts }, null)).asked).toBe(1);
});

it('ends when every report has been deleted', async () => {
  let asked = 0;
  await followSaved([makeEntry(1)], {
    async ask() {
      asked += 1;
      return succeed([]);
    },
    isOpen: () => asked < 2,
    show: () => undefined,
    pause: async () => undefined,
  });
  expect(asked).toBe(1);
});

it('bears a background that starts again, but does not ask one for ever that is gone', async () => {
  const { shown } = await follow(null, null, null, { delivery: 'sent' });
  expect(shown).toEqual(['queued', 'sent']);
  expect((await follow(...Array(100).fill(null))).asked).toBeLessThan(10);
});

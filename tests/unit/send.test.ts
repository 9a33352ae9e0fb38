import fc from 'fast-check';
import { expect, it } from 'vitest';
import {
  type ContentCommand,
  contentReplySchemas,
} from '../../src/messages/content-to-background.ts';
import { createSend } from '../../src/messages/send.ts';
import { readSettings, ruleForHost } from '../../src/model/settings.ts';

function sendTo(carry: (command: unknown) => Promise<unknown>) {
  return createSend<ContentCommand, typeof contentReplySchemas>(carry, contentReplySchemas);
}

const command = { type: 'attribution/read' } as const;

it('gives back a reply that is what its command promises', async () => {
  const value = { ...ruleForHost(readSettings({}), 'news.example'), isOwn: false };
  expect(await sendTo(async () => ({ ok: true, value }))(command)).toEqual({ ok: true, value });
});

it('carries the command as it is', async () => {
  const carried: unknown[] = [];
  await sendTo(async (one) => void carried.push(one))(command);
  expect(carried).toEqual([command]);
});

it.each([
  ['nothing', undefined],
  ['an error’s words', 'Error'],
  ['another command’s value', { ok: true, value: { delivery: 'queued' } }],
  ['a value out of range', { ok: true, value: { when: 'often', minWords: 8 } }],
  ['success without a value', { ok: true }],
  ['an unknown failure', { ok: false, code: 'gone', detail: '' }],
  ['a failure without a detail', { ok: false, code: 'internal' }],
])('takes %s for no answer', async (_, answer) => {
  const result = await sendTo(async () => answer)(command);
  expect(result).toMatchObject({ ok: false, code: 'no-answer' });
});

it('passes a failure on with its code', async () => {
  const failure = { ok: false, code: 'storage-full', detail: 'QuotaExceededError' };
  expect(await sendTo(async () => failure)(command)).toEqual(failure);
});

it('takes a context that is gone for no answer, however it goes', async () => {
  const gone = new Error('Extension context invalidated.');
  const rejecting = await sendTo(() => Promise.reject(gone))(command);
  expect(rejecting).toMatchObject({ ok: false, code: 'no-answer' });
  const throwing = await sendTo(() => {
    throw gone;
  })(command);
  expect(throwing).toMatchObject({ ok: false, code: 'no-answer' });
});

it('never throws and never invents a success', async () => {
  await fc.assert(
    fc.asyncProperty(fc.anything({ withNullPrototype: true }), async (answer) => {
      const result = await sendTo(async () => answer)(command);
      expect(typeof result.ok).toBe('boolean');
      if (result.ok) expect((answer as { ok: unknown }).ok).toBe(true);
    }),
  );
});

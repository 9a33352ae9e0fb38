import fc from 'fast-check';
import * as v from 'valibot';
import { expect, it } from 'vitest';
import { createDispatch } from '../../src/messages/dispatch.ts';
import { pageCommandSchema } from '../../src/messages/pages-to-background.ts';
import { succeed } from '../../src/model/result.ts';

const schema = v.variant('type', [
  v.object({ type: v.literal('add'), a: v.number(), b: v.number() }),
  v.object({ type: v.literal('break') }),
]);

function makeDispatch(calls: unknown[] = []) {
  return createDispatch(schema, {
    async add({ a, b }, context: { by: string }) {
      calls.push(context.by);
      return succeed(a + b);
    },
    break() {
      calls.push('break');
      throw new Error('broken');
    },
  });
}

it('hands a command and its context to its handler', async () => {
  const calls: unknown[] = [];
  const answer = await makeDispatch(calls)({ type: 'add', a: 1, b: 2 }, { by: 'tab' });
  expect(answer).toEqual({ ok: true, value: 3 });
  expect(calls).toEqual(['tab']);
});

it('answers for a handler that throws', async () => {
  const answer = await makeDispatch()({ type: 'break' }, { by: 'tab' });
  expect(answer).toMatchObject({ ok: false, code: 'internal' });
});

it('hands a handler only what the command may hold', async () => {
  const seen: unknown[] = [];
  const dispatch = createDispatch(v.variant('type', [v.object({ type: v.literal('a') })]), {
    async a(command, _context: null) {
      seen.push(command);
      return succeed(null);
    },
  });
  await dispatch({ type: 'a', url: 'https://evil.example/' }, null);
  expect(seen).toEqual([{ type: 'a' }]);
});

it('refuses everything else before any handler, and never throws', async () => {
  const type = fc.constantFrom(
    'add',
    'break',
    '__proto__',
    'constructor',
    'toString',
    '',
    'report/save',
  );
  const input = fc.oneof(
    fc.anything({ withNullPrototype: true }),
    fc.record({ type, a: fc.anything() }),
    fc.record({ type: fc.anything() }),
  );
  await fc.assert(
    fc.asyncProperty(input, async (given) => {
      const calls: unknown[] = [];
      const answer = await makeDispatch(calls)(given, { by: 'tab' });
      const isBreak = (given as { type?: unknown } | null | undefined)?.type === 'break';
      if (!isBreak) {
        expect(answer).toMatchObject({ ok: false, code: 'bad-request' });
        expect(calls).toEqual([]);
      }
    }),
  );
});

it('says where a command is wrong', async () => {
  const answer = await makeDispatch()({ type: 'add', a: 1, b: '2' }, { by: 'tab' });
  expect(answer).toMatchObject({ ok: false, detail: expect.stringMatching(/^b: /) });
});

it('knows the pages’ commands by their own names only', () => {
  for (const type of ['__proto__', 'constructor', 'report/save', 'part/load']) {
    expect(v.is(pageCommandSchema, { type, canonical: 'x' })).toBe(false);
  }
});

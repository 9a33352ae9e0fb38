/** Receipts as an endpoint may give them. */
import { describe, expect, it } from 'vitest';
import { parse } from '../../src/model/annotation.ts';
import { outboxEntrySchema } from '../../src/model/outbox-entry.ts';
import { receiptSchema } from '../../src/model/receipt.ts';
import { makeSent } from './placed-fake.ts';

const SAID = { state: 'accepted', reason: 'Soon', readers: 2 } as const;

describe('a receipt', () => {
  it.each([
    ['no words', 7],
    ['null', null],
    ['no address', 'somewhere'],
    ['more than an address', `https://editors.example/${'a'.repeat(5_000)}`],
    ['a list', ['https://editors.example/o']],
  ])('is read without its observations where these are %s', (_, observations) => {
    expect(parse(receiptSchema, { ...SAID, observations })).toMatchObject({
      ok: true,
      value: SAID,
    });
    const parsed = parse(receiptSchema, { ...SAID, observations });
    expect(parsed.ok && parsed.value.observations).toBe(undefined);
    const entry = { ...makeSent(1), receipt: { ...SAID, observations, checkedAt: 1 } };
    expect(parse(outboxEntrySchema, entry)).toMatchObject({ ok: true, value: { receipt: SAID } });
  });

  it('says where observations are told, or does not', () => {
    const observations = 'https://editors.example/o';
    const told = { ...SAID, observations };
    expect(parse(receiptSchema, told)).toMatchObject({ ok: true, value: told });
    expect(parse(receiptSchema, SAID)).toMatchObject({ ok: true, value: SAID });
    expect(parse(receiptSchema, { ...SAID, state: 'perhaps' }).ok).toBe(false);
  });
});

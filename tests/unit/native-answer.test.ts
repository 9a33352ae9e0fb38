import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readNativeAnswer } from '../../src/content/native/read-native-answer.ts';
import { parse } from '../../src/model/annotation.ts';
import { nativeOutcomeSchema } from '../../src/model/native-form.ts';

const say = (success: boolean, title: string, message: string) =>
  JSON.stringify({ success, data: { title, message } });

describe('the answer of a site’s own reporter', () => {
  it.each<[string, number, string, string, string]>([
    ['taken', 200, say(true, 'Danke!', 'Wir sehen nach.'), 'taken', 'Danke! Wir sehen nach.'],
    ['taken, with a byte order mark', 200, `\ufeff${say(true, 'A', '')}`, 'taken', 'A'],
    ['taken, without words', 200, '{"success":true}', 'taken', ''],
    [
      'taken, said in markup',
      200,
      '{"success":true,"data":"<h2>Thanks &amp; bye</h2>"}',
      'taken',
      'Thanks & bye',
    ],
    ['taken, after warnings', 200, `<b>Notice</b> x\n${say(true, 'A', 'B')}`, 'taken', 'A B'],
    [
      'known in Russian',
      200,
      say(false, 'Спасибо!', 'Мы уже знаем.'),
      'known',
      'Спасибо! Мы уже знаем.',
    ],
    [
      'known in Ukrainian',
      200,
      say(false, 'Дякуємо', 'Про це вже писали.'),
      'known',
      'Дякуємо Про це вже писали.',
    ],
    [
      'limited in Ukrainian',
      200,
      say(false, 'Ні', 'Захист від спаму.'),
      'limited',
      'Ні Захист від спаму.',
    ],
    [
      'limited in Portuguese',
      200,
      say(false, '', 'Já são muitos do seu endereço IP.'),
      'limited',
      'Já são muitos do seu endereço IP.',
    ],
    ['limited by a proxy', 429, '<title>Slow down</title>', 'limited', 'Slow down'],
    [
      'refused',
      200,
      say(false, 'Nicht gesendet', 'Kein Text.'),
      'refused',
      'Nicht gesendet Kein Text.',
    ],
    [
      'refused, a word like another',
      200,
      say(false, 'Skip', 'Descriptions shipped.'),
      'refused',
      'Skip Descriptions shipped.',
    ],
    ['a success with a failing status', 500, say(true, 'A', ''), 'refused', 'A'],
    ['a nonce that is too old', 200, 'False', 'refused', 'False'],
    ['-1', 403, '-1', 'refused', '-1, HTTP 403'],
    ['nobody there', 400, '0', 'refused', '0, HTTP 400'],
    ['nothing said', 200, '0', 'unproven', '0'],
    ['empty', 200, '', 'unproven', ''],
    ['a page', 200, '<!doctype html><title>Home</title><p>Thanks', 'unproven', 'Home'],
    ['a page that forbids', 403, '<html><title>Forbidden', 'refused', 'Forbidden'],
    ['a gateway', 503, '<title>Maintenance</title>', 'unreachable', 'Maintenance'],
    ['other JSON', 200, '{"ok":true}', 'unproven', '{"ok":true}'],
    ['success in words alone', 200, '{"success":"true"}', 'unproven', '{"success":"true"}'],
  ])('%s', (_what, status, body, kind, detail) => {
    expect(readNativeAnswer(status, body)).toEqual({ kind, detail });
  });

  it('is always an outcome, in one bounded line without markup', () => {
    const body = fc.oneof(
      fc.string({ unit: 'binary', maxLength: 3_000 }),
      fc.json(),
      fc.record({ success: fc.boolean(), data: fc.jsonValue() }).map((one) => JSON.stringify(one)),
    );
    fc.assert(
      fc.property(fc.integer({ min: 200, max: 599 }), body, (status, answer) => {
        const outcome = readNativeAnswer(status, answer);
        expect(parse(nativeOutcomeSchema, outcome).ok).toBe(true);
        expect(outcome.detail.length).toBeLessThanOrEqual(500);
        expect(outcome.detail).not.toMatch(/[\r\n\u202e]/);
        if (!answer.includes('"success":true')) expect(outcome.kind).not.toBe('taken');
      }),
      { numRuns: 500 },
    );
  });

  it('takes no longer for a long one', () => {
    const long = '<'.repeat(50_000) + '{"success":'.repeat(5_000);
    expect(readNativeAnswer(200, long).kind).toBe('unproven');
  });
});

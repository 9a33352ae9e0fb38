import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { DIGIT, LETTER, startsCapital, startsSmall } from '../../src/model/letters.ts';

const letter = new RegExp(`^[${LETTER}]$`);
const digit = new RegExp(`^[${DIGIT}]$`);

describe('letters', () => {
  it.each([...'azAZéßŁığşöжЖіїҚңөҳӣґѓΩςאבעربیپگकाกขあア漢字한가', 'İ', '\u0301'])(
    'has %s',
    (one) => {
      expect(letter.test(one)).toBe(true);
    },
  );

  it.each([
    ...' \t-–—_.,;:!?…·•|/\\()[]{}<>«»“”„‘’"\'©®™°§¶€$£+×÷=~^`´¿¡0９٣',
    ...'،؛؟۔։՞״׳।॥、。「」『』・～！？：（）\u200b\u2028\u3000\ufeff',
  ])('has not %j', (one) => {
    expect(letter.test(one)).toBe(false);
  });

  it('has all digits of newspapers', () => {
    for (const one of '0189٠٩۰۹०९０９') expect(digit.test(one), one).toBe(true);
    for (const one of 'aж,٪') expect(digit.test(one), one).toBe(false);
  });

  it('agrees with Unicode in the scripts that newspapers are written in', () => {
    const scripts: [from: number, to: number][] = [
      [0x20, 0x2af],
      [0x370, 0x587],
      [0x620, 0x6d5],
      [0x905, 0x939],
      [0xe01, 0xe30],
      [0x10d0, 0x10fa],
      [0x3041, 0x3096],
      [0x30a1, 0x30fa],
      [0x4e00, 0x9fff],
      [0xac00, 0xd7a3],
    ];
    for (const [from, to] of scripts) {
      for (let code = from; code <= to; code += 1) {
        const one = String.fromCharCode(code);
        if (/[\p{L}\p{M}]/u.test(one)) expect(letter.test(one), code.toString(16)).toBe(true);
        if (/[\p{Zs}\p{Cc}]/u.test(one)) expect(letter.test(one), code.toString(16)).toBe(false);
      }
    }
  });

  it('knows capitals from small letters wherever there are such', () => {
    fc.assert(
      fc.property(fc.string({ minLength: 1, unit: 'binary' }), (text) => {
        expect(startsCapital(text) && startsSmall(text)).toBe(
          /^[\u01c5\u01c8\u01cb\u01f2\u1f88-\u1f8f\u1f98-\u1f9f\u1fa8-\u1faf\u1fbc\u1fcc\u1ffc]/.test(
            text,
          ),
        );
      }),
    );
    expect(['Жук', 'Élan', 'İzmir', 'Ω'].every(startsCapital)).toBe(true);
    expect(['жук', 'élan', 'ızgara', 'ß'].every(startsSmall)).toBe(true);
    expect(
      ['漢', 'عربي', '7', '', '«Жук»'].some((one) => startsCapital(one) || startsSmall(one)),
    ).toBe(false);
  });
});

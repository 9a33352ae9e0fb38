import { expect, test } from 'vitest';
import { writeChange } from '../../src/endpoint/write-change.ts';

test.each([
  ['accesible', 'accessible', 'accesible → accessible'],
  ['кечэ', 'кечээ', 'кечэ → кечээ'],
  ['المشورع', 'المشروع', 'المشورع ← المشروع'],
  ['«שלם', 'שלום', '«שלם ← שלום'],
  ['12', '21', '12 → 21'],
  ['Ali علي', 'علي', 'Ali علي → علي'],
])('%s and %s are read from the old to the new', (exact, correction, line) => {
  expect(writeChange(exact, correction)).toBe(line);
});

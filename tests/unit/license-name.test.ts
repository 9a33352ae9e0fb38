import fc from 'fast-check';
import { expect, it } from 'vitest';
import { nameLicense } from '../../src/model/license-name.ts';

it.each([
  ['https://creativecommons.org/licenses/by/4.0/', 'CC BY 4.0'],
  ['http://creativecommons.org/licenses/by-nc-sa/3.0/de/', 'CC BY-NC-SA 3.0'],
  ['https://www.creativecommons.org/licenses/BY-ND/2.5', 'CC BY-ND 2.5'],
  ['https://creativecommons.org/licenses/by', 'CC BY'],
  ['https://creativecommons.org/publicdomain/zero/1.0/', 'CC0 1.0'],
  ['https://creativecommons.org/publicdomain/mark/1.0/', 'Public Domain Mark 1.0'],
  ['https://creativecommons.org/publicdomain/constructor/1.0/', null],
  ['https://creativecommons.org/about/', null],
  ['https://creativecommons.org.example/licenses/by/4.0/', null],
  ['https://example.org/?creativecommons.org/licenses/by/4.0', null],
  ['', null],
])('names %s', (url, name) => {
  expect(nameLicense(url)).toBe(name);
});

it('names nothing that is no licence', () => {
  fc.assert(fc.property(fc.oneof(fc.string(), fc.webUrl()), (url) => nameLicense(url) === null));
});

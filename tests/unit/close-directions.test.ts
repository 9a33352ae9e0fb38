import { describe, expect, it } from 'vitest';
import { closeDirections } from '../../src/ui/close-directions.ts';

const [LRE, RLE, PDF, RLO, RLI, PDI] = '\u202a\u202b\u202c\u202e\u2067\u2069';

describe('a text that turns the reading direction round', () => {
  it('is ended where it leaves something open, from the inside out', () => {
    expect(closeDirections(`a${RLO}b`)).toBe(`a${RLO}b${PDF}`);
    expect(closeDirections(`${RLI}a${LRE}b`)).toBe(`${RLI}a${LRE}b${PDF}${PDI}`);
    expect(closeDirections(`${RLE}a${RLI}b`)).toBe(`${RLE}a${RLI}b${PDI}${PDF}`);
  });

  it('is left as it is where it ends what it begins, or ends what it has not begun', () => {
    const texts = ['', 'ab', 'نص', `${RLO}a${PDF}`, `${RLI}a${LRE}b${PDI}c`, `a${PDF}b${PDI}`];
    for (const text of texts) expect(closeDirections(text)).toBe(text);
  });

  it('is not ended by what ends something else', () => {
    // An embedding does not end inside an isolate that has begun in it.
    expect(closeDirections(`${RLO}${RLI}a${PDF}b${PDI}`)).toBe(`${RLO}${RLI}a${PDF}b${PDI}${PDF}`);
    expect(closeDirections(`${RLO}a${PDI}`)).toBe(`${RLO}a${PDI}${PDF}`);
    expect(closeDirections(`${RLI}a${PDF}`)).toBe(`${RLI}a${PDF}${PDI}`);
  });

  it('is ended in time however much it begins', () => {
    const many = RLO?.repeat(100_000) ?? '';
    expect(closeDirections(many)).toHaveLength(200_000);
  });
});

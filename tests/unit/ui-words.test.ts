import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readDirection } from '../../src/ui/document-locale.ts';
import { formatAge, formatDay, formatTime } from '../../src/ui/time.ts';
import { formatAddress, readWebUrl } from '../../src/ui/web-link.tsx';
import { diffWords } from '../../src/ui/word-diff.ts';

describe('diffWords', () => {
  it('sets aside what both share', () => {
    expect(diffWords('the wrong word here', 'the right word here')).toEqual({
      before: 'the ',
      removed: 'wrong',
      added: 'right',
      after: ' word here',
    });
  });

  it('knows pure insertions and deletions', () => {
    expect(diffWords('a b', 'a new b')).toMatchObject({ removed: '', added: 'new ' });
    expect(diffWords('the the end', 'the end').added).toBe('');
  });

  it('loses nothing of either text', () => {
    const text = fc.array(fc.constantFrom('a', 'b', ' ', '\n', 'ж')).map((parts) => parts.join(''));
    fc.assert(
      fc.property(text, text, (from, to) => {
        const { before, removed, added, after } = diffWords(from, to);
        expect(before + removed + after).toBe(from);
        expect(before + added + after).toBe(to);
      }),
    );
  });
});

describe('times', () => {
  const now = Date.UTC(2024, 4, 10, 12);

  it('say how long ago, or how soon', () => {
    expect(formatAge(now - 30_000, now, 'en')).toBe('now');
    expect(formatAge(now - 5 * 60_000, now, 'en')).toBe('5 minutes ago');
    expect(formatAge(now + 7_200_000, now, 'en')).toBe('in 2 hours');
    expect(formatAge(now - 86_400_000, now, 'en')).toBe('yesterday');
  });

  it('give an article’s day as the article names it', () => {
    expect(formatDay('2024-05-01T23:30:00-10:00', 'en')).toBe('May 1, 2024');
    expect(formatDay('some day', 'en')).toBe('some day');
    expect(formatDay('2024-99-99', 'en')).toBe('2024-99-99');
  });

  it('give nothing for what is no time', () => {
    expect(formatTime(Number.MAX_VALUE, 'en')).toBe('');
  });
});

describe('addresses', () => {
  it('become links only when they are of the web', () => {
    expect(readWebUrl('https://news.example/a')).toBe('https://news.example/a');
    expect(readWebUrl('javascript:alert(1)')).toBeNull();
    expect(readWebUrl('JAVA\nSCRIPT:alert(1)')).toBeNull();
    expect(readWebUrl('/relative')).toBeNull();
  });

  it('are shown in their own letters', () => {
    expect(formatAddress('https://news.example/')).toBe('news.example');
    expect(formatAddress('https://news.example/%D0%B6?q=1')).toBe('news.example/ж');
    expect(formatAddress('https://news.example/%FF')).toBe('news.example/%FF');
  });
});

it('readDirection knows the languages that run from right to left', () => {
  expect([readDirection('ar-EG'), readDirection('fa'), readDirection('ru')]).toEqual([
    'rtl',
    'rtl',
    'ltr',
  ]);
});

import { describe, expect, it } from 'vitest';
import { LANGUAGES } from '../../src/model/languages.ts';
import { formatRelativeTime, type TimeUnit } from '../../src/model/relative-time.ts';
import { formatAge, formatDay } from '../../src/ui/time.ts';

const UNITS: TimeUnit[] = ['minute', 'hour', 'day', 'month', 'year'];
const NOW = Date.UTC(2026, 10, 23, 12);

describe.each(LANGUAGES)('times in $tag', ({ tag }) => {
  it('are said with their number, before and after', () => {
    for (const unit of UNITS) {
      const [past, future] = [formatRelativeTime(-5, unit, tag), formatRelativeTime(5, unit, tag)];
      for (const said of [past, future]) expect(said).toMatch(/5|٥|۵/);
      expect(past).not.toBe(future);
    }
    expect(new Set(UNITS.map((unit) => formatRelativeTime(-5, unit, tag))).size).toBe(UNITS.length);
    expect(formatAge(NOW - 20_000, NOW, tag)).toBe(formatRelativeTime(0, 'minute', tag));
  });

  it('name the day without codes for months', () => {
    expect(formatDay('2026-03-01', tag)).not.toMatch(/M0?3|2026-03-01/);
  });
});

it('a language that a browser may not have is said in its own words', () => {
  expect(formatAge(NOW - 3 * 3_600_000, NOW, 'ky')).toBe('3 саат мурун');
  expect(formatAge(NOW + 3 * 3_600_000, NOW, 'tg')).toBe('пас аз 3 соат');
  expect(formatAge(NOW + 120_000, NOW, 'uz-Latn')).toBe('2 daqiqadan keyin');
});

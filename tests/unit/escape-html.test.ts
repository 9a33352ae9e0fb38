import fc from 'fast-check';
import { expect, it } from 'vitest';
import { escapeHtml } from '../../src/model/escape-html.ts';

const ESCAPES: Record<string, string> = { amp: '&', lt: '<', gt: '>', quot: '"' };

it('escapeHtml leaves nothing that could be markup, and can be undone', () => {
  const text = fc.oneof(
    fc.string({ unit: 'binary' }),
    fc.constantFrom('</a><script>', '&lt;b&gt;', '&amp;quot;', '"><img onerror=x>', '$& $1'),
  );
  fc.assert(
    fc.property(text, (given) => {
      const escaped = escapeHtml(given);
      expect(escaped).not.toMatch(/[<>"]|&(?!(?:amp|lt|gt|quot);)/);
      expect(escaped.replace(/&(\w+);/g, (_, name: string) => ESCAPES[name] ?? '')).toBe(given);
    }),
  );
});

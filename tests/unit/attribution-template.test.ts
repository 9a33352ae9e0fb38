import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  BUILT_IN,
  parseTemplate,
  TEMPLATE_FIELDS,
  TEMPLATE_NAMES,
} from '../../src/model/attribution/template.ts';
import { LONGEST_TEMPLATE } from '../../src/model/settings.ts';

describe('parseTemplate', () => {
  it.each(TEMPLATE_NAMES)('reads the built-in wording of %s', (name) => {
    expect(parseTemplate(BUILT_IN[name], name).ok).toBe(true);
  });

  it('reads fields, stretches within stretches, and escapes', () => {
    expect(parseTemplate('a { title }[, {date}[ x]]\\{\\[\\\\\\n', 'html')).toEqual({
      ok: true,
      nodes: [
        { kind: 'text', text: 'a ' },
        { kind: 'field', name: 'title' },
        {
          kind: 'optional',
          nodes: [
            { kind: 'text', text: ', ' },
            { kind: 'field', name: 'date' },
            { kind: 'optional', nodes: [{ kind: 'text', text: ' x' }] },
          ],
        },
        { kind: 'text', text: '{[\\\\n' },
      ],
    });
  });

  it.each([
    ['{titel} {url}', { kind: 'unknown-field', field: 'titel', at: 0 }],
    ['{url} {}', { kind: 'unknown-field', field: '', at: 6 }],
    ['{toString}{url}', { kind: 'unknown-field', field: 'toString', at: 0 }],
    ['{url} {title', { kind: 'brace', at: 6 }],
    ['{url} title}', { kind: 'brace', at: 11 }],
    ['{url} {ti{tle}', { kind: 'brace', at: 6 }],
    ['{url} \\{title}', { kind: 'brace', at: 13 }],
    ['{url} [x', { kind: 'bracket', at: 6 }],
    ['{url} [x [y]', { kind: 'bracket', at: 6 }],
    ['{url} x]', { kind: 'bracket', at: 7 }],
    ['', { kind: 'no-link' }],
    ['{source}, {publisher}', { kind: 'no-link' }],
    ['[{url}]', { kind: 'no-link' }],
    ['\\{url\\}', { kind: 'no-link' }],
    [`{url}${'x'.repeat(LONGEST_TEMPLATE)}`, { kind: 'too-long', limit: LONGEST_TEMPLATE }],
  ])('says what is wrong with %j', (text, fault) => {
    expect(parseTemplate(text, 'html')).toEqual({ ok: false, fault });
  });

  it('asks for what each wording cannot be without', () => {
    expect(parseTemplate('{title}', 'html').ok).toBe(true);
    expect(parseTemplate('{title}', 'plain')).toEqual({ ok: false, fault: { kind: 'no-link' } });
    for (const name of ['ccHtml', 'ccPlain'] as const) {
      expect(parseTemplate('{url}', name)).toEqual({ ok: false, fault: { kind: 'no-license' } });
      expect(parseTemplate('{url} {license}', name).ok).toBe(true);
    }
  });

  it('reads or refuses anything', () => {
    const part = fc.oneof(
      fc.string({ unit: 'binary' }),
      fc.constantFrom('{', '}', '[', ']', '\\', '{url}', ...TEMPLATE_FIELDS),
    );
    const text = fc.array(part).map((parts) => parts.join(''));
    fc.assert(
      fc.property(text, fc.constantFrom(...TEMPLATE_NAMES), (given, name) => {
        expect(typeof parseTemplate(given, name).ok).toBe('boolean');
      }),
    );
  });

  it('takes any text for text once it is escaped', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (text) => {
        const escaped = text.replace(/[\\[\]{}]/g, '\\$&');
        expect(parseTemplate(`${escaped}{url}`, 'plain')).toEqual({
          ok: true,
          nodes: [...(text === '' ? [] : [{ kind: 'text', text }]), { kind: 'field', name: 'url' }],
        });
      }),
    );
  });
});

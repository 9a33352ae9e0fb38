import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { composeNativeFields } from '../../src/model/native-fields.ts';
import type { NativeForm } from '../../src/model/native-form.ts';
import { composeAnnotation } from '../../src/model/report.ts';
import { sanitize } from '../drivers/native-endpoint.ts';

const EXTRAS = { postId: '7', nonce: null, kind: 'Spelling' };
const FORM: NativeForm = { reporter: 'mistape', action: 'https://news.example/a' };

interface Words {
  exact: string;
  prefix?: string;
  suffix?: string;
  correction?: string;
  comment?: string;
}

function compose(words: Words, reporter: NativeForm['reporter'] = 'mistape', extras = EXTRAS) {
  const { exact, prefix = '', suffix = '', correction = '', comment = '' } = words;
  const annotation = composeAnnotation({
    canonical: 'urn:uuid:0190b2c4-0000-7000-8000-000000000001',
    source: 'https://news.example/a',
    scope: '',
    selectors: [{ type: 'TextQuoteSelector', exact, prefix, suffix }],
    kind: 'spelling',
    correction,
    comment,
    language: '',
    createdAt: 1_750_000_000_000,
  });
  const fields = composeNativeFields({ ...FORM, reporter }, annotation, extras);
  const read = (name: string) => fields[name] ?? '';
  return { fields, read };
}

describe('the fields of a site’s own reporter', () => {
  it('are those that its dialog fills in, in plain words', () => {
    const { fields } = compose({
      prefix: 'The old ',
      exact: 'brigde',
      suffix: ' is closed.',
      correction: 'bridge',
      comment: 'Twice,\nin fact.',
    });
    expect(fields).toEqual({
      selection: 'brigde',
      word: 'brigde',
      replace_context: 'brigde',
      context: 'The old brigde is closed.',
      preview_text:
        'The old <span class="mistape_mistake_outer"><span class="mistape_mistake_inner">brigde</span></span> is closed.',
      comment: 'brigde → bridge · Spelling · Twice, in fact.',
      post_id: '7',
      action: 'mistape_report_error',
    });
  });

  it('are those of Mixtape with its nonce, and without an id where the page has none', () => {
    const extras = { postId: null as unknown as string, nonce: 'abc' as unknown as null, kind: '' };
    const { fields } = compose({ exact: 'brigde' }, 'mixtape', extras);
    expect(fields).toMatchObject({ nonce: 'abc', action: 'mixtape_report_error' });
    expect(fields).not.toHaveProperty('post_id');
    expect(fields).not.toHaveProperty('comment');
  });

  it.each([
    ['of a part of a word', { prefix: 'A wond', exact: 'efru', suffix: 'l day' }, 'wondefrul'],
    ['of marks', { prefix: 'said', exact: ' ,', suffix: 'then' }, ','],
    ['of Cyrillic', { prefix: 'стар', exact: 'ый', suffix: ' дом' }, 'старый'],
    ['of a script without spaces', { prefix: '我们的', exact: '城市', suffix: '很大' }, '城市'],
  ])('have the whole word %s', (_of, words, word) => {
    expect(compose(words).read('word')).toBe(word);
  });

  it('grow until the words stand once in their context, and no further', () => {
    const { read } = compose({ prefix: 'the cat saw ', exact: 'the', suffix: ' dog, the end' });
    expect(read('word')).toBe('saw the');
    expect(read('selection')).toBe('the');
    expect(compose({ prefix: 'ha ', exact: 'ha', suffix: ' ha' }).read('context')).toBe('ha ha ha');
  });

  it.each(['mistape', 'mixtape'] as const)('say where the context was cut, as %s does', (name) => {
    const { read } = compose(
      { prefix: 'word '.repeat(60), exact: 'brigde', suffix: ' word'.repeat(60) },
      name,
    );
    expect(read('context')).toMatch(
      name === 'mistape' ? /^\.\.\. word.*word \.\.\.$/ : /^\.\.\.word.*word\.\.\.$/,
    );
    expect(read('context').length).toBeLessThanOrEqual(150);
  });

  it('lose nothing by what the server takes out of a text field', () => {
    const { fields } = compose({
      prefix: 'In <em>HTML',
      exact: '<b>',
      suffix: ' means 100%25 bold',
      correction: '<strong>',
      comment: 'a < b & see %D0%BF <script>',
    });
    expect(fields['comment']).toBe('‹b> → ‹strong> · Spelling · a ‹ b & see ％D0％BF ‹script>');
    const sent = Object.entries(fields).filter(([name]) => name !== 'preview_text');
    for (const [, value] of sent) expect(sanitize(value)).toBe(value);
  });
});

const text = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 300 }),
  fc.stringMatching(/^[a-z <>%&"'=;+\n\u{1F600}ый.]{0,200}$/u),
);
const words = fc.record({
  exact: text.filter((one) => /[\p{L}\p{N}]/u.test(one)),
  prefix: text,
  suffix: text,
  correction: text,
  comment: fc.oneof(text, fc.string({ minLength: 900, maxLength: 4_000 })),
});

describe('whatever is reported,', () => {
  it('the fields hold together as the server puts them together again', () => {
    fc.assert(
      fc.property(words, fc.constantFrom('mistape', 'mixtape'), (one, reporter) => {
        const { read, fields } = compose(one, reporter);
        expect(read('selection')).not.toBe('');
        expect(read('word')).toContain(read('selection'));
        expect(read('context')).toContain(read('word'));
        expect(read('replace_context')).toBe(read('word'));
        const plain = read('preview_text')
          .replace(/<span class="m\w+">|<\/span>/g, '')
          .replace(/&lt;/g, '<')
          .replace(/&gt;/g, '>')
          .replace(/&quot;/g, '"')
          .replace(/&amp;/g, '&');
        expect(plain).toBe(read('context'));
        expect(read('selection').length).toBeLessThanOrEqual(255);
        expect(read('word').length).toBeLessThanOrEqual(255);
        expect(read('comment').length).toBeLessThanOrEqual(1_000);
        expect(read('context').length).toBeLessThanOrEqual(255 + 140 + 8);
        for (const value of Object.values(fields)) {
          expect(value.isWellFormed()).toBe(true);
          expect(value).not.toMatch(/[\r\n\0]/);
        }
      }),
      { numRuns: 500 },
    );
  });

  it('nothing of one field leaks into another on its way', () => {
    fc.assert(
      fc.property(words, (one) => {
        const { fields } = compose(one);
        const encoded = new URLSearchParams(fields).toString();
        expect(encoded).toMatch(/^[\w.~*%+=&-]*$/);
        const arrived = Object.fromEntries(
          encoded
            .split('&')
            .map((pair) =>
              pair.split('=').map((part) => decodeURIComponent(part.replaceAll('+', ' '))),
            ),
        );
        expect(arrived).toEqual(fields);
      }),
    );
  });
});

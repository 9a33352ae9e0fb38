import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import rows from '../../src/locales/attribution/letters.json' with { type: 'json' };
import {
  chooseLetterWords,
  composePermissionLetter,
  type LetterSource,
  needsPermission,
} from '../../src/model/permission-letter.ts';
import type { Terms } from '../../src/model/source.ts';

const TERMS: Terms = {
  kind: 'permission-required',
  also: null,
  link: null,
  target: null,
  position: null,
  indexable: false,
  maxShare: null,
  nonCommercial: false,
  print: null,
  evidence: 'Reprinting is allowed only with our written permission.',
};
const SOURCE: LetterSource = {
  url: 'https://bay.example/a/storm?id=7&x=%20',
  title: 'Storm & calm: 100% of it?',
  authors: ['Ann Writer', 'Bo Pen'],
  published: '2026-03-01T09:00:00+03:00',
  terms: TERMS,
};

/** A mailto as a mail program takes it apart (RFC 6068): "+" is a plus. */
function open(letter: string) {
  const [, to = '', query = ''] = /^mailto:([^?]*)\?(.*)$/s.exec(letter) ?? [];
  const fields = query.split('&').map((field) => {
    const at = field.indexOf('=');
    return [field.slice(0, at), decodeURIComponent(field.slice(at + 1))] as const;
  });
  return {
    to: decodeURIComponent(to),
    names: fields.map(([name]) => name),
    ...Object.fromEntries(fields),
  } as {
    to: string;
    names: string[];
    subject: string;
    body: string;
  };
}

const compose = (
  source: Partial<LetterSource> = {},
  contact: string | null = 'rights@bay.example',
  language = 'en',
) => composePermissionLetter({ ...SOURCE, ...source }, contact, chooseLetterWords(language));

describe('the letter that asks for permission', () => {
  it('says which article, what its site says, and leaves to fill in what is asked', () => {
    expect(open(compose())).toEqual({
      to: 'rights@bay.example',
      names: ['subject', 'body'],
      subject: 'Permission to republish: Storm & calm: 100% of it?',
      body: [
        'Good day,',
        '',
        'I ask for your permission to republish this article:',
        'Storm & calm: 100% of it?',
        'Ann Writer, Bo Pen, 2026-03-01',
        'https://bay.example/a/storm?id=7&x=%20',
        '',
        'Your site says: “Reprinting is allowed only with our written permission.”',
        '',
        'Which part: ',
        'Where it will be published: ',
        'By when: ',
        '',
        'The source will be named, with an active link. Thank you.',
      ].join('\r\n'),
    });
  });

  it('has no recipient where none is known, or where it is none', () => {
    for (const contact of [
      null,
      '',
      'nobody',
      'a@b.example,c@d.example',
      'a@b.example?cc=c',
      'a b@c.example',
    ]) {
      expect(open(compose({}, contact)).to).toBe('');
    }
  });

  it('encodes a plus, which some programs read as a space', () => {
    expect(compose({ title: 'a+b' }, 'desk+rights@bay.example')).toMatch(
      /^mailto:desk%2Brights@.*a%2Bb/,
    );
  });

  it('is in the language of the article, else in English', () => {
    expect(open(compose({}, null, 'ru-RU')).subject).toMatch(/^Разрешение на публикацию: /);
    expect(open(compose({}, null, 'ar')).subject).toMatch(/^Permission /);
    expect(open(compose({}, null, 'constructor')).subject).toMatch(/^Permission /);
  });

  it.each(Object.keys(rows))('tells all of a usual article in %s', (language) => {
    const title = 'Паромы снова ходят по четвергам'.slice(0, 40);
    const { body, subject } = open(compose({ title }, null, language));
    for (const told of [title, 'Ann Writer, Bo Pen, 2026-03-01', SOURCE.url])
      expect(body).toContain(told);
    expect(body).toContain('“Reprinting is allowed only');
    expect(subject).toContain(title);
  });

  it('shortens the site’s words first, then leaves out who and when, and never the address', () => {
    const wordy = 'Перепечатка разрешена только с письменного согласия редакции. '.repeat(9);
    const { body } = open(compose({ terms: { ...TERMS, evidence: wordy } }, null, 'ru'));
    expect(body).toMatch(/Ваши условия: “Перепечатка .*…”/);
    expect(body).toContain('Ann Writer');
    const long = open(compose({ terms: { ...TERMS, evidence: wordy }, title: wordy }, null, 'ru'));
    expect(long.body).toContain(SOURCE.url);
    expect(long.body).not.toContain('Ваши условия');
    expect(long.subject).toMatch(/Перепечатка .*…$/);
  });

  it('takes no header and no recipient from a page', () => {
    const title = 'A\r\nBcc: all@evil.example&cc=b@evil.example?subject=x#y';
    const letter = open(
      compose({ title, authors: ['x\nTo: a@evil.example'], url: 'https://bay.example/?a&cc=b' }),
    );
    expect(letter.names).toEqual(['subject', 'body']);
    expect(letter.subject).not.toMatch(/[\r\n]/);
    expect(letter.body.split('\r\n')).toHaveLength(14);
    expect(open(compose({ url: 'javascript:alert(1)' })).body).not.toContain('javascript');
  });

  it('is a mailto with those two fields whatever stands in the page', () => {
    const text = fc.oneof(
      fc.string({ unit: 'binary', maxLength: 3_000 }),
      fc.string({
        unit: fc.constantFrom(
          'я',
          '\r\n',
          '&',
          '?',
          '=',
          '%0A',
          '+',
          '\ud83d',
          '😀',
          '\u202e',
          ' ',
          '字',
        ),
        maxLength: 900,
      }),
    );
    const source = fc.record({
      url: fc.oneof(fc.webUrl({ withQueryParameters: true, withFragments: true }), text),
      title: text,
      authors: fc.array(text, { maxLength: 3 }),
      published: fc.option(text),
      terms: fc.option(text.map((evidence) => ({ ...TERMS, evidence }))),
    });
    fc.assert(
      fc.property(
        source,
        fc.option(text),
        fc.constantFrom(...Object.keys(rows)),
        (told, contact, language) => {
          const letter = composePermissionLetter(told, contact, chooseLetterWords(language));
          expect(letter.length).toBeLessThanOrEqual(1_800);
          expect(letter).toMatch(/^mailto:[\w.%+-]*(?:@[\w.-]+)?\?subject=[\w.%-]+&body=[\w.%-]+$/);
          expect(new URL(letter).href).toBe(letter);
          const { names, subject, body } = open(letter);
          expect(names).toEqual(['subject', 'body']);
          expect(subject).not.toMatch(/\p{Cc}/u);
          expect(body.replaceAll('\r\n', '')).not.toMatch(/\p{Cc}/u);
        },
      ),
    );
  });
});

it.each<[Terms['kind'], Terms['kind'] | null, boolean]>([
  ['permission-required', null, true],
  ['no-reuse', null, true],
  ['active-link-required', 'permission-required', true],
  ['active-link-required', null, false],
  ['cc-license', null, false],
])('terms of %s and %s need permission: %s', (kind, also, expected) => {
  expect(needsPermission({ ...TERMS, kind, also })).toBe(expected);
  expect(needsPermission(null)).toBe(false);
});

it('the words are there in every language, short enough to leave room for the article', () => {
  for (const words of Object.values(rows)) {
    expect(Object.keys(words)).toEqual(Object.keys(rows.en));
    expect(Object.values(words).filter((said) => said === '' || said !== said.trim())).toEqual([]);
    expect(encodeURIComponent(Object.values(words).join('')).length).toBeLessThan(1_150);
  }
});

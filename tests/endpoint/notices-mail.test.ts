/** What mails to editors say, in every language, and that no words of a reader's get out of their place. */
import fc from 'fast-check';
import { createTransport } from 'nodemailer';
import { describe, expect, test } from 'vitest';
import { composeMail, type Mail } from '../../src/endpoint/notices/compose-mail.ts';
import { readMailAddress } from '../../src/endpoint/notices/mail-address.ts';
import type { Notice, NoticeReport } from '../../src/endpoint/notices/notice.ts';
import { loadNoticeWords } from '../../src/endpoint/notices/notice-words.ts';
import { clip, clipStart, tidyLine } from '../../src/endpoint/notices/tidy-words.ts';
import rows from '../../src/locales/notices/notice-words.json' with { type: 'json' };
import { LANGUAGES } from '../../src/model/languages.ts';
import { composeFragmentUrl } from '../../src/model/text-fragment.ts';
import { SITE } from './endpoint.ts';
import { addChannel, makeNotifier, readMail, report, startMailServer } from './notice-receivers.ts';
import { openFor, sqliteKind } from './stores.ts';

const CANONICAL = 'urn:uuid:0190b6a0-0000-7000-8000-000000000001';
const SOURCE = `https://${SITE}/a`;
const WORDS: Readonly<Record<string, Readonly<Record<string, string>>>> = rows;
const PLURAL = /_(zero|one|two|few|many|other)$/;

function makeReport(changes: Partial<NoticeReport> = {}): NoticeReport {
  return {
    ...{ canonical: CANONICAL, source: SOURCE, scope: '', kind: 'spelling', exact: 'recieved' },
    ...{ prefix: 'it was ', suffix: ' late', correction: 'received', comment: 'i before e' },
    ...{ createdAt: 1, site: SITE, state: 'new', receivedAt: 2, readers: 3, edited: '' },
    placeUrl: composeFragmentUrl(SOURCE, { exact: 'recieved', prefix: '', suffix: '' }),
    reviewUrl: `https://sic.example/#report=${encodeURIComponent(CANONICAL)}&site=${SITE}`,
    ...changes,
  };
}

const head = { site: SITE, at: 1_700_000_000_000, queueUrl: 'https://sic.example/' };
const single = (changes: Partial<NoticeReport> = {}): Notice => ({
  ...{ ...head, type: 'report', report: makeReport(changes) },
});
const digest = (reports: number, newest: NoticeReport[], places = reports): Notice => ({
  ...{ ...head, type: 'digest', reports, places, newest },
});

function compose(notice: Notice, language = 'en'): Mail {
  const from = 'sic@news.example';
  return composeMail(notice, { id: 'id-1', from, replyTo: null, to: 'ed@news.example', language });
}

/** The mail as it goes over the wire. */
async function write(mail: Mail): Promise<string> {
  const transport = createTransport({ streamTransport: true, buffer: true, newline: 'windows' });
  const { message } = await transport.sendMail(mail);
  return message.toString('latin1');
}

describe('the words of messages', () => {
  const english = new Set(Object.keys(WORDS['en'] ?? {}).map((key) => key.replace(PLURAL, '')));

  test('are there in each of Sic’s languages and in no other', () => {
    expect(Object.keys(WORDS).sort()).toEqual(LANGUAGES.map(({ tag }) => tag).sort());
  });

  test.each(Object.entries(WORDS))('in %s are all there, each with its forms', (locale, row) => {
    expect(new Set(Object.keys(row).map((key) => key.replace(PLURAL, '')))).toEqual(english);
    const { pluralCategories } = new Intl.PluralRules(locale).resolvedOptions();
    for (const [key, said] of Object.entries(row)) {
      expect(said).toBe(said.trim());
      expect(said).not.toBe('');
      const holes = said.match(/\{\w+\}/g) ?? [];
      if (PLURAL.test(key)) {
        expect(pluralCategories).toContain(PLURAL.exec(key)?.[1]);
        expect(holes, key).toEqual(['{count}']);
      } else {
        const model = WORDS['en']?.[key]?.match(/\{\w+\}/g) ?? [];
        expect(holes, key).toEqual(model);
      }
    }
    for (const base of Object.keys(row).filter((key) => PLURAL.test(key))) {
      for (const category of pluralCategories) {
        expect(row).toHaveProperty(base.replace(PLURAL, `_${category}`));
      }
    }
  });

  test('have the form that goes with the number', () => {
    const said = (language: string) =>
      [1, 2, 5, 21].map((count) => loadNoticeWords(language).count('newReports', count));
    expect(said('ru')).toEqual([
      ...['1 новое сообщение', '2 новых сообщения'],
      ...['5 новых сообщений', '21 новое сообщение'],
    ]);
    expect(said('en')[3]).toBe('21 new reports');
    expect(loadNoticeWords('xx').language).toBe('en');
  });
});

describe.each(LANGUAGES)('a mail in $name', ({ tag }) => {
  test('says what, where and how many, and leads there', async () => {
    const mail = compose(single(), tag);
    const { text, html, headers } = readMail(await write(mail));
    expect(headers.get('subject')).toBe(`${SITE}: recieved → received`);
    const words = loadNoticeWords(tag);
    for (const said of [
      ...[
        'it was [recieved] late',
        'recieved → received',
        '> i before e',
        words.count('readers', 3),
      ],
      ...[words.nameKind('spelling'), words.say('openReport'), words.correction, words.comment],
      ...[`${SOURCE}#:~:text=recieved`, makeReport().reviewUrl, words.say('why', SITE)],
    ]) {
      expect(text).toContain(said);
    }
    expect(words.nameKind('spelling')).not.toBe('');
    expect(html).toContain(`<html lang="${tag}" dir="${tag === 'ar' ? 'rtl' : 'ltr'}">`);
    expect(html).toContain('it was <mark>recieved</mark> late');
    expect(html).toContain('<bdi><del>recieved</del> → <ins>received</ins></bdi>');
    expect(html).toContain('&amp;site=news.example"');
    expect(text + html).not.toMatch(/\{\w+\}|undefined|null/);
  });

  test('of many counts them, and says how many it does not show', async () => {
    const { text, html, headers } = readMail(
      await write(compose(digest(21, [makeReport(), makeReport({ exact: 'teh' })], 12), tag)),
    );
    const words = loadNoticeWords(tag);
    expect(headers.get('subject')).toBe(`${SITE}: ${words.count('newReports', 21)}`);
    for (const said of [words.count('places', 12), words.count('more', 10), '[teh]']) {
      expect(text).toContain(said);
    }
    expect(html.match(/<mark>/g)).toHaveLength(2);
    expect(html).toContain('href="https://sic.example/"');
  });

  test('that tries the channel names the site', async () => {
    const { text } = readMail(await write(compose({ ...head, type: 'test' }, tag)));
    expect(text).toContain(loadNoticeWords(tag).say('test', SITE));
    expect(text).toContain(SITE);
  });
});

test('a mail says that a machine has written it, for which list, and is the same whenever it is sent', async () => {
  const [one, other] = await Promise.all([write(compose(single())), write(compose(single()))]);
  const { headers } = readMail(one);
  expect(headers.get('auto-submitted')).toBe('auto-generated');
  expect(headers.get('list-id')).toBe(`<reports.${SITE}>`);
  expect(headers.get('message-id')).toBe('<sic.id-1@news.example>');
  expect(headers.get('date')).toBe('Tue, 14 Nov 2023 22:13:20 +0000');
  expect(readMail(other).headers.get('date')).toBe(headers.get('date'));
});

test('what a report does not say is left out', async () => {
  const bare = { exact: '', correction: '', comment: '', kind: 'odd', reviewUrl: null };
  const { text, html, headers } = readMail(await write(compose(single(bare))));
  expect(headers.get('subject')).toBe(`${SITE}: New report`);
  for (const said of ['Correction', 'Comment', '[]', 'Open the report']) {
    expect(text).not.toContain(said);
    expect(html).not.toContain(said);
  }
  expect(text).toContain(SOURCE);
});

const EVIL = [
  '\r\nBcc: x@evil.example',
  '\n\n.\r\n',
  '<script>',
  '"><img src=x>',
  '&lt;',
  '\u202e',
];
const hostile = fc
  .array(
    fc.oneof(fc.constantFrom(...EVIL, '\0', '\ud800', '\u2028'), fc.string({ unit: 'binary' })),
  )
  .map((parts) => parts.join(''));

test('no reader’s words become a header, markup or another direction', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.record({
        exact: hostile,
        prefix: hostile,
        correction: hostile,
        comment: hostile,
        kind: hostile,
      }),
      fc.constantFrom('en', 'ar', 'ru'),
      async (changes, language) => {
        const mail = compose(single(changes), language);
        const plain = readMail(await write(compose(single(), language)));
        const { headers, text, html } = readMail(await write(mail));
        expect([...headers.keys()]).toEqual([...plain.headers.keys()]);
        expect(headers.get('to')).toBe('ed@news.example');
        expect(mail.subject).toMatch(/^[^\p{Cc}\u2028\u2029]{1,130}$/u);
        expect(text + html).not.toMatch(/[\u202a-\u202e\u2066-\u2069\0]/);
        const tags = [...html.matchAll(/<(\/?[a-z!][a-z\d]*)/gi)].map(([, name]) => name);
        const allowed =
          /^(!doctype|\/?(html|head|body|hr|p|b|blockquote|mark|del|ins|bdi|a|br)|meta)$/;
        expect(tags.filter((name) => !allowed.test(name ?? ''))).toEqual([]);
        const inTags = (page: string) =>
          (page.match(/<[^>]*>/g) ?? []).flatMap((tag) => tag.match(/ [a-z]+=/g) ?? []);
        const known = new Set(inTags(plain.html));
        expect(inTags(html).filter((name) => !known.has(name))).toEqual([]);
      },
    ),
    { numRuns: 150 },
  );
});

test('a reader’s line cannot end the message or pass for the endpoint’s', () => {
  const { text } = compose(
    single({ comment: 'one\r\n-- \r\nOpen the report:\nhttps://evil.example/' }),
  );
  expect(text).toContain('> one\n> --\n> Open the report:\n> https://evil.example/');
  expect(text.match(/^-- $/gm)).toHaveLength(1);
});

test('a link leads to the web or nowhere', () => {
  const { html, text } = compose(
    single({ source: 'javascript:alert(1)', placeUrl: 'javascript:alert(1)' }),
  );
  expect(html).not.toContain('href="javascript');
  expect(text).toContain('javascript:alert(1)');
});

describe('words are cut', () => {
  test('between signs as people see them, and never longer than asked for', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: 'grapheme', maxLength: 60 }),
        fc.integer({ min: 2, max: 30 }),
        (text, most) => {
          const count = (said: string) => [...new Intl.Segmenter().segment(said)].length;
          for (const said of [clip(text, most), clipStart(text, most)]) {
            expect(count(said)).toBeLessThanOrEqual(most);
            expect(said.isWellFormed()).toBe(true);
            if (count(text) <= most && text.length <= most * 8) expect(said).toBe(text);
          }
        },
      ),
    );
    expect(clip('👩‍👩‍👧‍👦ab👩‍👩‍👧‍👦c', 3)).toBe('👩‍👩‍👧‍👦a…');
    expect(clipStart('👩‍👩‍👧‍👦ab👩‍👩‍👧‍👦c', 3)).toBe('…👩‍👩‍👧‍👦c');
  });

  test('although somebody heaps marks on them', () => {
    const heap = `a${'\u0301'.repeat(100_000)}`;
    expect(clip(heap, 40).length).toBeLessThanOrEqual(40 * 8 + 1);
    expect(clipStart(heap, 40).length).toBeLessThanOrEqual(40 * 8 + 1);
    expect(compose(single({ exact: heap })).subject.length).toBeLessThan(1_000);
  });

  test('in a line of their own', () => {
    fc.assert(
      fc.property(hostile, (text) => {
        expect(tidyLine(text)).not.toMatch(/[\r\n\p{Cc}\u2028\u2029\u202e]/u);
        expect(tidyLine(text).isWellFormed()).toBe(true);
      }),
    );
  });
});

describe('a mail address', () => {
  test.each([
    ['Ann.Lee+x@News.Example', 'Ann.Lee+x@news.example'],
    ['ed@новини.рф', 'ed@xn--b1amarcd.xn--p1ai'],
    ['редакция@news.example', 'редакция@news.example'],
  ])('%s is %s', (typed, address) => expect(readMailAddress(typed)).toBe(address));

  test.each([
    ...[
      '',
      'x',
      '@news.example',
      'x@',
      'a@b@c',
      'x y@news.example',
      'x@news example',
      '.x@n.example',
    ],
    ...['x..y@n.example', '"x"@n.example', 'x@n.example\r\nBcc: y@n.example', 'A <x@n.example>'],
    ...['x@n.example,y@n.example', 'x@[127.0.0.1]', 'x@n.example/a', `${'x'.repeat(65)}@n.example`],
    ...['x@n.example:25', 'x@-n.example', 'x\u2028@n.example', 'x@n.exa\u0000mple'],
  ])('%j is none', (typed) => expect(readMailAddress(typed)).toBeNull());

  test('is one line with one @ of its own, whatever is typed', () => {
    fc.assert(
      fc.property(fc.tuple(hostile, hostile), ([one, other]) => {
        const read = readMailAddress(`${one}@${other}`);
        if (read !== null) expect(read).toMatch(/^[^\s<>",;:()[\]\\]+@[a-z\d._-]+$/);
      }),
    );
  });
});

test('a mail reaches the editors with its letters whole, from what was stored', async () => {
  const store = await openFor(await sqliteKind.makeAddress());
  const mails = await startMailServer();
  await addChannel(store, { language: 'ar', target: 'ed@xn--b1amarcd.xn--p1ai' });
  const { canonical } = await report(store, {
    ...{ correction: 'مرحبا', comment: 'Привет, 👩‍👩‍👧‍👦!', kind: 'fact' },
  });
  await makeNotifier(
    store,
    { now: 1 },
    { mail: { smtpUrl: mails.url, from: 'sic@news.example', replyTo: 'desk@news.example' } },
  ).runOnce();
  const [mail] = mails.received;
  // The server shows the name behind the Punycode that it was given.
  expect(mail?.to).toEqual(['ed@новини.рф']);
  expect(mail?.raw).toContain('To: ed@xn--b1amarcd.xn--p1ai\r\n');
  const { headers, text, html } = readMail(mail?.raw ?? '');
  expect(headers.get('reply-to')).toBe('desk@news.example');
  expect(headers.get('subject')).toBe(`${SITE}: recieved → مرحبا`);
  expect(text).toContain('> Привет, 👩‍👩‍👧‍👦!');
  expect(html).toContain('Привет, 👩‍👩‍👧‍👦!');
  const link = /https:\/\/sic\.news\.example\/#\S+/.exec(text)?.[0] ?? '';
  const asked = new URLSearchParams(new URL(link).hash.slice(1));
  expect([asked.get('report'), asked.get('site')]).toEqual([canonical, SITE]);
});

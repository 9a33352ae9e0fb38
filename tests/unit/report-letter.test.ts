import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import en from '../../src/locales/en.json' with { type: 'json' };
import {
  composeReportLetter,
  composeReportText,
  type LetterReport,
} from '../../src/model/report-letter.ts';
import { createTranslate } from '../../src/model/translate.ts';

const words: Record<string, string> = en;
const t = createTranslate((key) => words[key] ?? '', 'en');

const report = (own: Partial<LetterReport> = {}): LetterReport => ({
  canonical: 'urn:uuid:0190b2c4-0000-7000-8000-000000000001',
  source: 'https://news.example/a?b=1&c=2',
  scope: '',
  kind: 'spelling',
  exact: 'brigde',
  prefix: 'The old ',
  suffix: ' is closed.',
  correction: 'bridge',
  comment: '',
  createdAt: 1_750_000_000_000,
  ...own,
});

/** A letter as a mail program would read it. */
function open(letter: string) {
  const [, to = '', query = ''] = /^mailto:([^?]*)(?:\?(.*))?$/.exec(letter) ?? [];
  const headers = query.split('&').map((pair) => pair.split('=').map(decodeURIComponent));
  return { to: decodeURIComponent(to), headers: Object.fromEntries(headers) };
}

describe('reports in words', () => {
  it('are the page, the sentence, what should stand there and why', () => {
    const page = {
      title: ' Bridge\nclosed ',
      reports: [report({ comment: 'Twice.\nSee below.' })],
    };
    expect(composeReportText(page, t)).toBe(
      [
        'Bridge closed',
        'https://news.example/a?b=1&c=2',
        '',
        'The old [brigde] is closed.',
        'Spelling',
        'Correction: brigde → bridge',
        'Comment: Twice.',
        'See below.',
      ].join('\n'),
    );
  });

  it('are numbered where they are several, and named by the page around a frame', () => {
    const reports = [
      report(),
      report({ exact: 'teh', correction: '', kind: 'unheard-of' }),
      report({ source: 'https://frame.example/', scope: 'https://news.example/a?b=1&c=2' }),
      report({ source: 'https://news.example/b' }),
    ];
    const text = composeReportText({ title: 'A', reports }, t);
    expect(text).toContain('\n\n2. The old [teh] is closed.\n\n3. ');
    expect(text).not.toContain('frame.example');
    expect(text).toMatch(/bridge\nhttps:\/\/news\.example\/b$/);
  });

  it('lead to the very words, where a browser is known to find them', () => {
    const directive = 'The%20old-,brigde,-is';
    const tell = (...reports: LetterReport[]) => composeReportText({ title: 'A', reports }, t);
    const link = `https://news.example/a?b=1&c=2#:~:text=${directive}`;
    expect(tell(report({ directive })).split('\n').slice(0, 4)).toEqual([
      'A',
      link,
      '',
      'The old [brigde] is closed.',
    ]);
    const several = tell(report({ directive }), report({ directive: null }), report({ directive }));
    expect(several.split('\n')[1]).toBe('https://news.example/a?b=1&c=2');
    expect(several.split(link)).toHaveLength(3);
    const route = report({ directive, source: 'https://news.example/#/a' });
    expect(tell(route)).toContain(`https://news.example/#/a:~:text=${directive}\n`);
    const part = report({ directive, source: 'https://news.example/a#part' });
    expect(tell(part)).toContain(`https://news.example/a#:~:text=${directive}\n`);
  });

  it('lead to no words of a frame, by no address that is none, and by none that is too long', () => {
    const directive = 'brigde';
    for (const own of [
      { directive, source: 'https://frame.example/', scope: 'https://news.example/' },
      { directive, source: 'javascript:alert(1)' },
      { directive, source: 'https://' },
      { directive: 'x'.repeat(700) },
      { directive: '' },
    ]) {
      expect(composeReportText({ title: 'A', reports: [report(own)] }, t)).not.toContain(':~:');
    }
  });

  it('keep to their lines whatever the page says', () => {
    const text = composeReportText(
      {
        title: 'A\r\nBcc: x@y.example',
        reports: [report({ exact: 'a\nb', suffix: '\n\nComment: no\u202e' })],
      },
      t,
    );
    expect(text.split('\n')[0]).toBe('A Bcc: x@y.example');
    expect(text).toContain('The old [a b] Comment: no');
    expect(text).not.toContain('\u202e');
  });
});

describe('a letter of reports', () => {
  it('is written to the contact, with subject and body', () => {
    const page = { title: 'A & B?', reports: [report({ comment: 'One.\nTwo.' })] };
    const letter = composeReportLetter(page, 'corrections+web@news.example', t);
    expect(letter).toMatch(
      /^mailto:corrections%2Bweb@news\.example\?subject=Spelling%20error%20report/,
    );
    expect(letter).toContain('%0D%0A');
    expect(letter).not.toMatch(/[+!'()*\n]/);
    const { headers } = open(letter);
    expect(headers.subject).toBe('Spelling error report: A & B?');
    expect(headers.body).toBe(composeReportText(page, t).replaceAll('\n', '\r\n'));
  });

  it('to nobody has no recipient, nor one that is none', () => {
    for (const contact of [null, 'a@b.example?bcc=c@d.example', 'a@b,c@d', 'x y@z.example']) {
      expect(open(composeReportLetter({ title: 'A', reports: [report()] }, contact, t)).to).toBe(
        '',
      );
    }
  });

  it('loses its context first, then its comment, and the change last', () => {
    const long = { prefix: 'слово '.repeat(60), suffix: ' слово'.repeat(60) };
    const { body } = open(
      composeReportLetter(
        { title: 'A', reports: [report({ ...long, comment: 'И всё.' })] },
        null,
        t,
      ),
    ).headers;
    expect(body).toMatch(/…(?:слово )+\[brigde\](?: слово)+…/);
    expect(body).toContain('brigde → bridge');
    expect(body).toContain('И всё.');
    const both = report({ ...long, comment: 'слово '.repeat(400) });
    const shorter = open(composeReportLetter({ title: 'A', reports: [both] }, null, t)).headers
      .body;
    expect(shorter).toContain('\r\n[brigde]\r\n');
    expect(shorter).toContain('brigde → bridge');
    expect(shorter).toMatch(/Comment: слово.*…$/);
  });

  it('keeps its link to the words rather than a long context, and a context rather than a long link', () => {
    const long = { prefix: 'слово '.repeat(60), suffix: ' слово'.repeat(60) };
    const write = (directive: string) => {
      const one = report({ ...long, directive, comment: 'x'.repeat(600) });
      return open(composeReportLetter({ title: 'A', reports: [one] }, null, t)).headers.body;
    };
    const near = write('%D1%81%D0%BB-,brigde');
    expect(near).toContain('#:~:text=%D1%81%D0%BB-,brigde\r\n');
    expect(near).toMatch(/…(?:слово ){6,}\[brigde\]/);
    const far = write(`${'%D1%81'.repeat(80)}`);
    expect(far).not.toContain(':~:');
    expect(far).toMatch(/…(?:слово ){9,}\[brigde\]/);
  });

  it('says how many reports did not fit', () => {
    const reports = Array.from({ length: 50 }, () => report({ exact: 'много разных слов' }));
    const { body } = open(composeReportLetter({ title: 'A', reports }, null, t)).headers;
    const kept = body.match(/^\d+\. /gm)?.length ?? 0;
    expect(kept).toBeGreaterThan(3);
    expect(body.endsWith(`… +${50 - kept}`)).toBe(true);
  });

  it('always fits, is well formed and says nothing in a header that is the page’s', () => {
    const text = fc.string({ unit: 'binary', maxLength: 2_500 });
    const one = fc.record({
      exact: text,
      prefix: text,
      suffix: text,
      correction: text,
      comment: text,
      source: fc.oneof(fc.webUrl(), text, fc.constant(`https://a.example/${'я'.repeat(700)}`)),
      directive: fc.option(text),
    });
    const page = fc.record({ title: text, reports: fc.array(one.map(report), { maxLength: 6 }) });
    fc.assert(
      fc.property(page, fc.option(fc.constant('desk@news.example')), (reported, contact) => {
        const letter = composeReportLetter(reported, contact, t);
        expect(letter.length).toBeLessThanOrEqual(1_900);
        expect(letter).toMatch(/^mailto:[\w.@%-]*\?subject=[\w.%-]*&body=[\w.%-]*$/);
        const { to, headers } = open(letter);
        expect(to).toBe(contact ?? '');
        expect(Object.keys(headers)).toEqual(['subject', 'body']);
        expect(headers.subject).not.toMatch(/[\r\n]/);
        expect(headers.body.replaceAll('\r\n', '')).not.toMatch(/[\r\n\ufffd]/);
      }),
      { numRuns: 200 },
    );
  });
});

import fc from 'fast-check';
import { parseHTML } from 'linkedom';
import { describe, expect, it } from 'vitest';
import { findCorrectionsContact } from '../../src/page/find-corrections-contact.ts';

const URL_OF_PAGE = 'https://www.bay.example/a/storm';

function find(body: string, url = URL_OF_PAGE): string | null {
  const { document } = parseHTML(`<!doctype html><html lang="en"><body>${body}</body></html>`);
  return findCorrectionsContact(document, url);
}

const mail = (address: string, words = 'Write') => `<a href="mailto:${address}">${words}</a>`;
const state = (node: object) =>
  `<script type="application/ld+json">${JSON.stringify(node)}</script>`;
const publisher = (own: object) =>
  state({ '@type': 'NewsArticle', publisher: { '@type': 'NewsMediaOrganization', ...own } });

describe('mistakes are told to', () => {
  it.each<[string, string, string]>([
    [
      'whom the publisher’s policy for corrections names',
      `${publisher({ correctionsPolicy: 'mailto:fix@bay.example?subject=x' })}<footer>${mail('corrections@bay.example')}</footer>`,
      'fix@bay.example',
    ],
    [
      'its policy for feedback, written as an address',
      publisher({
        correctionsPolicy: 'https://bay.example/policy',
        actionableFeedbackPolicy: 'readers@bay.example',
      }),
      'readers@bay.example',
    ],
    [
      'its contact for corrections, not another',
      publisher({
        contactPoint: [
          { '@type': 'ContactPoint', contactType: 'sales', email: 'one@bay.example' },
          { '@type': 'ContactPoint', contactType: 'Corrections', email: 'two@bay.example' },
        ],
      }),
      'two@bay.example',
    ],
    [
      'the desk for corrections before all who answer, and before the publisher’s own',
      `${publisher({ email: 'info@bay.example' })}<footer>${mail('editor@bay.example')} ${mail('errata@bay.example')}</footer>`,
      'errata@bay.example',
    ],
    [
      'a desk in German',
      `<p>${mail('korrektur@bay.example')}</p>${mail('info@bay.example')}`,
      'korrektur@bay.example',
    ],
    [
      'a desk in Russian letters of Latin',
      `<footer>${mail('red@bay.example')} ${mail('oshibka@bay.example')}</footer>`,
      'oshibka@bay.example',
    ],
    [
      'whom a link’s words say',
      `<p>${mail('mara@bay.example', 'Нашли опечатку?')}</p>${mail('editor@bay.example')}`,
      'mara@bay.example',
    ],
    [
      'whom a letter’s subject says',
      `<p>${mail('mara@bay.example?subject=Fehler%20im%20Text', 'Schreiben')}</p>`,
      'mara@bay.example',
    ],
    [
      'whom the line says',
      `<p>Spotted a mistake in this article? ${mail('mara@bay.example')}</p>`,
      'mara@bay.example',
    ],
    [
      'the newsroom, where a line names several',
      `<p>Mistake? ${mail('mara@bay.example')} or ${mail('newsroom@bay.example')}</p>`,
      'newsroom@bay.example',
    ],
    [
      'the editors before the office',
      `<footer>${mail('info@bay.example')} ${mail('redaktion@bay.example')}</footer>`,
      'redaktion@bay.example',
    ],
    [
      'readers’ desk before the editors',
      `<footer>${mail('redaktion@bay.example')} ${mail('leserbriefe@bay.example')}</footer>`,
      'leserbriefe@bay.example',
    ],
    ['who is written out at the end', '<footer>editor@bay.example</footer>', 'editor@bay.example'],
    [
      'the publisher’s address, where there is no other',
      publisher({ email: 'hello@bay.example' }),
      'hello@bay.example',
    ],
    [
      'a free mailbox in the footer',
      `<footer>${mail('bay@gmail.com', 'Errors')}</footer>`,
      'bay@gmail.com',
    ],
  ])('%s', (_who, body, expected) => {
    expect(find(body)).toBe(expected);
  });

  it.each<[string, string]>([
    [
      'another site',
      `<p>Mistake? ${mail('corrections@hill.example')}</p>${publisher({ correctionsPolicy: 'mailto:a@hill.example' })}`,
    ],
    [
      'a free mailbox of the text',
      `<article><p>He spoke of errors: ${mail('ann@gmail.com')}</p></article>`,
    ],
    [
      'who grants rights, sells space or cannot answer',
      [
        'rights',
        'copyright',
        'ads',
        'privacy',
        'noreply',
        'no-reply',
        'legal',
        'reklama',
        'werbung',
      ]
        .map((one) => `<footer>${mail(`${one}@bay.example`, 'Corrections')}</footer>`)
        .join(''),
    ],
    ['a person of the text', `<article><p>${mail('ann@bay.example')}</p></article>`],
    [
      'an author',
      state({ '@type': 'NewsArticle', author: { '@type': 'Person', email: 'ann@bay.example' } }),
    ],
    ['a reader', `<div class="comments">${mail('corrections@bay.example')}</div>`],
    ['a page’s policy', publisher({ correctionsPolicy: 'https://bay.example/corrections' })],
    [
      'several at once',
      `<p>${mail('%0D%0ABcc:x@y.example')}${publisher({ correctionsPolicy: 'a@bay.example\nb' })}</p>`,
    ],
    ['nobody', '<p>No address.</p>'],
  ])('never %s', (_who, body) => {
    expect(find(body)).toBeNull();
  });

  it('nobody where the page has no host', () => {
    expect(find(`<footer>${mail('corrections@bay.example')}</footer>`, 'about:blank')).toBeNull();
  });

  it('a checked address of this site or nobody, whatever the page says', () => {
    const part = fc.oneof(
      fc.string({ maxLength: 40 }),
      fc.emailAddress(),
      fc.constant('corrections@bay.example'),
    );
    fc.assert(
      fc.property(part, part, fc.jsonValue(), (one, other, json) => {
        const body = `${publisher({ correctionsPolicy: other, contactPoint: json })}<footer>${mail(encodeURIComponent(one), other.replace(/[<&]/g, ''))}</footer>`;
        expect(find(body) ?? 'a@bay.example').toMatch(
          /^[\w.+-]+@(?:[\w-]+\.)*(?:bay\.example|[a-z]+\.[a-z]+)$/,
        );
      }),
    );
  });

  it('in bounded time on a page of nothing but links and data', () => {
    const links = `<p>error ${mail('x@bay.example'.padStart(60, 'x'))}</p>`.repeat(5_000);
    const nodes = publisher({
      contactPoint: Array.from({ length: 3_000 }, () => ({ email: 'x'.repeat(500) })),
    });
    expect(find(links + nodes.repeat(3))).not.toBeUndefined();
  });
});

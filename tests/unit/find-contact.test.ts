import fc from 'fast-check';
import { parseHTML } from 'linkedom';
import { describe, expect, it } from 'vitest';
import { checkAddress, findContact } from '../../src/page/find-contact.ts';

const URL_OF_PAGE = 'https://www.bay.example/a/storm';
const TERMS = 'Reprinting is allowed only with our written permission.';

function find(body: string, evidence = TERMS): string | null {
  const { document } = parseHTML(`<!doctype html><html lang="en"><body>${body}</body></html>`);
  return findContact(document, evidence, URL_OF_PAGE);
}

const mail = (address: string) => `<a href="mailto:${address}">Write</a>`;

describe('whom to ask is', () => {
  it.each<[string, string, string]>([
    [
      'who stands in the terms’ own paragraph, of whatever site',
      `<footer><p>${TERMS} ${mail('desk@hill.example')}</p><p>${mail('rights@bay.example')}</p></footer>`,
      'desk@hill.example',
    ],
    [
      'the desk for rights before others',
      `<footer>${mail('info@bay.example')} ${mail('editor@bay.example')} ${mail('permissions@bay.example')}</footer>`,
      'permissions@bay.example',
    ],
    [
      'the editors before the office',
      `<footer>${mail('info@bay.example')} ${mail('redaktion@bay.example')}</footer>`,
      'redaktion@bay.example',
    ],
    [
      'an address that is written out',
      '<footer><p>Contact: info@bay.example, or call.</p></footer>',
      'info@bay.example',
    ],
    [
      'one of another part of the site',
      `<footer>${mail('office@mail.bay.example')}</footer>`,
      'office@mail.bay.example',
    ],
    [
      'without what else the link says',
      `<footer>${mail('Info%40BAY.example?subject=Hi&cc=a@b.example')}</footer>`,
      'Info@bay.example',
    ],
    [
      'a free mailbox in the footer',
      `<footer>${mail('bayweekly@gmail.com')}</footer>`,
      'bayweekly@gmail.com',
    ],
    [
      'the site’s own before a free one',
      `<footer>${mail('bay@gmail.com')} ${mail('tips@bay.example')}</footer>`,
      'tips@bay.example',
    ],
  ])('%s', (_who, body, expected) => {
    expect(find(body)).toBe(expected);
  });

  it('who is named in the terms’ words', () => {
    expect(find('', `${TERMS} Write to rights@hill.example.`)).toBe('rights@hill.example');
  });

  it.each<[string, string]>([
    ['another site’s', `<footer>${mail('info@maker.example')}</footer>`],
    [
      'a person’s in the text',
      `<article><p>Ann Writer, ${mail('ann.writer@bay.example')}</p></article>`,
    ],
    ['a link for sharing', `<footer>${mail('?subject=Look&body=info@bay.example')}</footer>`],
    [
      'who never answers',
      `<footer>${mail('noreply@bay.example')} ${mail('ads@bay.example')} privacy@bay.example</footer>`,
    ],
    ['a reader’s in a comment', `<div class="comments">${mail('info@bay.example')}</div>`],
    [
      'several at once, or none',
      `<footer>${mail('%0Ato:a@bay.example')} ${mail('%E0%A4')} ${mail('a b@bay.example')}</footer>`,
    ],
    ['anybody', '<footer>© The Bay Post</footer>'],
  ])('not %s', (_who, body) => {
    expect(find(body)).toBeNull();
  });
});

it('an address is one alone, and nothing of it is a mailto’s own sign', () => {
  const part = fc.constantFrom(
    'a',
    'desk',
    '@',
    '.',
    '?',
    '&',
    '%0A',
    ',',
    ' ',
    'bay.example',
    '+',
    '-',
    '\n',
    '"',
  );
  fc.assert(
    fc.property(
      fc.oneof(
        fc.array(part).map((all) => all.join('')),
        fc.string(),
        fc.emailAddress(),
      ),
      (text) => {
        const address = checkAddress(text);
        if (address !== null) expect(address).toMatch(/^[\w.+-]+@[\w-]+(?:\.[\w-]+)+$/);
      },
    ),
  );
  expect(checkAddress('rights@bay.example')).toBe('rights@bay.example');
});

import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { parseHTML } from 'linkedom';
import { describe, expect, it } from 'vitest';
import { readTerms } from '../../src/model/terms.ts';
import { findTerms as findTermsWith, mayStateTerms } from '../../src/page/find-terms.ts';
import { readTail } from '../../src/page/tail-text.ts';

function parse(body: string, lang = 'en'): Document {
  return parseHTML(`<!doctype html><html lang="${lang}"><body>${body}</body></html>`).document;
}

function findTerms(document: Document) {
  return findTermsWith(document, readTerms);
}

const LINK = 'Reprinting is allowed only with an active link to the article.';
const PERMISSION = 'Reproduction without written permission is prohibited.';
const ARTICLE = `<article>${'<p>The river rose again in the night, and the bridge was closed.</p>'.repeat(8)}</article>`;
const MENU = `<ul>${'<li><a href="/x">About us</a></li>'.repeat(12)}</ul>`;

describe('the terms of a page are found', () => {
  it.each([
    ['in a footer', `${ARTICLE}<footer>${MENU}<p>© 2026 The Bay Post. ${LINK}</p></footer>`],
    [
      'in a header',
      `<header><p>${LINK}</p>${MENU}</header>${ARTICLE}${'<p>More news.</p>'.repeat(400)}`,
    ],
    ['in the last words of a page', `<div>${ARTICLE}</div><div>${MENU}<div>${LINK}</div></div>`],
    [
      'in a footer that others follow',
      `<div class="footer"><p>${LINK}</p></div>${'<div>Offers of the day</div>'.repeat(400)}`,
    ],
    [
      'in an element named for copyright',
      `<p class="page-Copyright">${LINK}</p>${'<p>More news.</p>'.repeat(400)}`,
    ],
    [
      'in a note at the article’s end',
      ARTICLE.replace('</article>', `<p><em>${LINK}</em></p></article>`),
    ],
    [
      'over a line’s end',
      `<footer><p>Reprinting is allowed only with an active<br>link to the article.</p></footer>`,
    ],
    [
      'over marked words',
      `<footer><p>Reprinting is <b>allowed</b> only with an <a href="/t">active link</a> to the article.</p></footer>`,
    ],
  ])('%s', (_where, body) => {
    expect(findTerms(parse(body))).toMatchObject({
      kind: 'active-link-required',
      link: 'active',
      target: 'page',
      evidence: LINK,
    });
  });

  it('the most binding of several', () => {
    const { kind } = findTerms(parse(`<footer><p>${PERMISSION}</p><p>${LINK}</p></footer>`)) ?? {};
    expect(kind).toBe('active-link-required');
  });

  it('with what the next sentence adds', () => {
    const terms = findTerms(
      parse(
        `<footer><p>${LINK}</p><p>The link has to stand in the first paragraph of the reprint.</p></footer>`,
      ),
    );
    expect(terms?.position).toBe(1);
  });

  it('in the language of the page', () => {
    const text = 'Материалдарды пайдаланууда булакка активдүү шилтеме милдеттүү.';
    expect(findTerms(parse(`<footer>${text}</footer>`, 'ky'))?.evidence).toBe(text);
  });
});

it.each([
  ['an article on copying', `<article><p>${LINK}</p></article>`],
  ['a script', `<footer><script>"${LINK}"</script></footer>`],
  [
    'a footer that says nothing of it',
    `${ARTICLE}<footer>${MENU}<p>© 2026. All rights reserved.</p></footer>`,
  ],
  ['nothing', ''],
])('a page with %s has no terms', (_what, body) => {
  expect(findTerms(parse(body))).toBeNull();
});

it('reads so many last words and no more, each block apart', () => {
  const { body } = parse(`<p>One</p><p>Two <b>three</b></p><div>Four<br>five</div>`);
  expect(readTail(body, { nodes: 100, characters: 100 })).toEqual([
    'One',
    'Two three',
    'Four',
    'five',
  ]);
  expect(readTail(body, { nodes: 3, characters: 100 })).toEqual(['five']);
  expect(readTail(body, { nodes: 100, characters: 5 }).at(-1)).toBe('five');
});

it('seems to state terms wherever a sentence does', () => {
  const missed = readFileSync(new URL('../fixtures/reuse-sentences.tsv', import.meta.url), 'utf8')
    .trim()
    .split('\n')
    .map((line) => line.split('\t'))
    .filter(
      ([lang = '', , , , text = '']) =>
        readTerms(text, lang) !== null &&
        !mayStateTerms(parse(`${ARTICLE}<div>${text}</div>`, lang)),
    );
  expect(missed).toEqual([]);
});

it('does not seem to state terms where it names a rightholder and its pages', () => {
  const html = `${ARTICLE}<footer>${MENU}<p>© 2026 The Bay Post. All rights reserved.</p></footer>`;
  expect(mayStateTerms(parse(html))).toBe(false);
});

it('reads any tree without an error', () => {
  const tree = fc.letrec<{ node: string }>((tie) => ({
    node: fc.oneof(
      { depthSize: 'medium' },
      fc.constantFrom('reprint', 'only with a link', 'permission ', '. '),
      fc
        .tuple(
          fc.constantFrom('p', 'b', 'footer', 'article', 'script', 'ul'),
          fc.array(tie('node')),
        )
        .map(([name, inner]) => `<${name} class="copyright">${inner.join('')}</${name}>`),
    ),
  })).node;
  fc.assert(
    fc.property(tree, (html) => {
      findTerms(parse(html));
    }),
    { numRuns: 50 },
  );
});

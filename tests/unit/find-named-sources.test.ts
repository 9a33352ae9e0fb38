import { parseHTML } from 'linkedom';
import { describe, expect, it } from 'vitest';
import { findNamedSources } from '../../src/page/find-named-sources.ts';

const URL_OF_PAGE = 'https://www.bay.example/a/storm';

/** Each as "name address kinds". */
function read(body: string, url = URL_OF_PAGE, lang = 'en'): string[] {
  const { document } = parseHTML(
    `<!doctype html><html lang="${lang}"><body><nav><a href="https://reuters.com/">R</a></nav><article>${body}</article></body></html>`,
  );
  Object.defineProperty(document, 'URL', { value: url });
  Object.defineProperty(document, 'baseURI', { value: url });
  const root = document.querySelector('article');
  return findNamedSources(document, { root, url, language: lang }).map(
    ({ name, url: address, kinds }) => `${name} ${address} ${kinds.join('+')}`,
  );
}

const figure = (caption: string) =>
  `<figure><img src="a.jpg"><figcaption>${caption}</figcaption></figure>`;

describe('an article’s sources', () => {
  it.each<[string, string, string[]]>([
    [
      'the host in a caption',
      figure('Boats. Photo: hill.example'),
      ['hill.example https://hill.example/ photo'],
    ],
    [
      'an outlet in a caption',
      figure('Boats. Photo: Ann Writer/AFP'),
      ['AFP https://afp.com/ photo'],
    ],
    [
      'one in the text',
      '<p>It rains, according to Radio Hill (hill.example).</p>',
      ['Radio Hill https://hill.example/ text'],
    ],
    [
      'one of both kinds, once',
      `${figure('Boats. Photo: Reuters')}<p>It rains, Reuters reported.</p><p>It snows, Reuters reported.</p>`,
      ['Reuters https://reuters.com/ photo+text'],
    ],
    [
      'a credit that is a paragraph',
      '<p><em>Photo: hill.example</em></p><p>Source: Reuters</p>',
      ['hill.example https://hill.example/ photo', 'Reuters https://reuters.com/ text'],
    ],
    [
      'a photo’s, though the text links there',
      `${figure('Photo: Reuters')}<p><a href="https://www.reuters.com/x">Reuters reported</a> it.</p>`,
      ['Reuters https://reuters.com/ photo'],
    ],
    [
      'one of two photos that are not both linked',
      figure('One. Photo: <a href="https://reuters.com/">Reuters</a>') +
        figure('Two. Photo: Reuters'),
      ['Reuters https://reuters.com/ photo'],
    ],
    [
      'a name in letters of its own',
      figure('Photo: пример.рф'),
      ['пример.рф https://xn--e1afmkfd.xn--p1ai/ photo'],
    ],
  ])('%s', (_what, body, expected) => {
    expect(read(body)).toEqual(expected);
  });

  it.each<[string, string]>([
    ['a linked credit', figure('Photo: <a href="//www.reuters.com/">Reuters</a>')],
    [
      'a photo that is linked',
      `<figure><a href="https://reuters.com/1"><img src="a.jpg"></a><figcaption>Photo: Reuters</figcaption></figure>`,
    ],
    [
      'a linked sentence',
      '<p>It rains, <a href="https://www.reuters.com/x">Reuters</a> reported.</p>',
    ],
    [
      'one that is linked elsewhere in the text',
      '<p>It rains, <a href="https://www.reuters.com/x">they say</a>.</p><p>It snows, Reuters reported.</p>',
    ],
    [
      'the page’s own site',
      `${figure('Photo: bay.example')}<p>according to photos.bay.example, it rains</p>`,
    ],
    ['a network for sharing', figure('Photo: instagram.com')],
    [
      'what is only spoken of',
      '<p>Reuters has a house by hill.example, and write to a@hill.example.</p>',
    ],
    [
      'what stands beside the article',
      '<aside><p>Source: Reuters</p></aside><div class="Comments"><p>Source: Reuters</p></div><pre>Source: Reuters</pre>',
    ],
    ['a person', figure('Photo: Ann Writer')],
  ])('are not %s', (_what, body) => {
    expect(read(body)).toEqual([]);
  });

  it('are not those of the photos of other articles, but of one above the text', () => {
    const above = figure('Photo: hill.example');
    const teasers = `<aside>${figure('Photo: AFP')}</aside><a href="/b">${figure('Photo: Reuters')}</a>`;
    const { document } = parseHTML(
      `<!doctype html><html><body>${above}<div id="a"><p>It rains.</p></div>${teasers}</body></html>`,
    );
    const root = document.getElementById('a');
    const found = findNamedSources(document, { root, url: URL_OF_PAGE, language: 'en' });
    expect(found.map(({ name }) => name)).toEqual(['hill.example']);
  });

  it('are none where the page is the source’s own', () => {
    expect(read('<p>Source: Reuters</p>', 'https://www.reuters.com/world/')).toEqual([]);
  });

  it('are read in the article’s language', () => {
    expect(read('<p>Об этом сообщает ТАСС.</p>', URL_OF_PAGE, 'ru')).toEqual([
      'ТАСС https://tass.ru/ text',
    ]);
  });

  it('are read though the page around it is named like what stands beside an article', () => {
    const { document } = parseHTML(
      '<!doctype html><html><body class="comment-open"><div id="a"><p>It rains, Reuters reported.</p></div></body></html>',
    );
    const root = document.getElementById('a');
    expect(findNamedSources(document, { root, url: '', language: 'en' })).toHaveLength(1);
  });
});

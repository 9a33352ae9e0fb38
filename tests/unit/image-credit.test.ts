import fc from 'fast-check';
import { parseHTML } from 'linkedom';
import { describe, expect, it } from 'vitest';
import { nameImageFile } from '../../src/page/image-address.ts';
import { findImageCredit, readImage } from '../../src/page/image-credit.ts';

const BASE = 'https://bay.example/a/storm';

function find(html: string, head = ''): Element {
  const { document } = parseHTML(
    `<!doctype html><html lang="en"><head>${head}</head><body>${html}</body></html>`,
  );
  Object.defineProperty(document, 'baseURI', { value: BASE });
  const image = document.querySelector('#x') ?? document.querySelector('img');
  if (image === null) throw new Error('no image');
  return image;
}

const names = (html: string, head?: string) => findImageCredit(find(html, head))?.names ?? null;
const data = (value: unknown) =>
  `<script type="application/ld+json">${JSON.stringify(value)}</script>`;
const node = (url: unknown, more: object = {}) =>
  data({ '@type': 'ImageObject', url, creditText: 'Ann Writer/AFP', ...more });

describe('the credit of an image', () => {
  it.each<[string, string, string[] | null]>([
    [
      'its figure’s caption',
      '<figure><img src="a.jpg"><figcaption>Boats. Photo: Ann Writer</figcaption></figure>',
      ['Ann Writer'],
    ],
    [
      'the caption’s own element',
      '<figure><img src="a.jpg"><figcaption>Boats <b class="credit">Ann Writer</b></figcaption></figure>',
      ['Ann Writer'],
    ],
    ['an attribute', '<img src="a.jpg" data-credit="Ann Writer">', ['Ann Writer']],
    [
      'an attribute of the figure',
      '<figure data-copyright="Ann Writer"><img src="a.jpg"></figure>',
      ['Ann Writer'],
    ],
    [
      'a figure is asked for itself',
      '<figure id="x"><img src="a.jpg"><figcaption>Photo: Ann Writer</figcaption></figure>',
      ['Ann Writer'],
    ],
    [
      'a caption right beside it',
      '<div><a href="/big"><img src="a.jpg"></a></div><p class="caption">Photo: Ann Writer</p>',
      ['Ann Writer'],
    ],
    [
      'a credit as the next paragraph',
      '<p><img src="a.jpg"></p><p>Photo: Ann Writer</p>',
      ['Ann Writer'],
    ],
    [
      'a gallery’s',
      '<figure><figure id="x"><img src="a.jpg"></figure><figure><img src="b.jpg"></figure><figcaption>Photo: Ann Writer</figcaption></figure>',
      ['Ann Writer'],
    ],
    [
      'its own, not the gallery’s',
      '<figure><figure id="x"><img src="a.jpg"><figcaption>Photo: Bo Pen</figcaption></figure><figcaption>Photo: Ann Writer</figcaption></figure>',
      ['Bo Pen'],
    ],
    ['its title', '<img src="a.jpg" title="Boats. Photo by Ann Writer">', ['Ann Writer']],
    ['its alternative text', '<img src="a.jpg" alt="Boats. Photo: Reuters">', ['Reuters']],
    ['none in what is seen', '<img src="a.jpg" alt="Photo: boats at dawn">', null],
    [
      'none of another image',
      '<figure><img id="x" src="a.jpg"></figure><figure><img src="b.jpg"><figcaption>Photo: Ann Writer</figcaption></figure>',
      null,
    ],
    [
      'none in the prose behind it',
      '<p><img src="a.jpg"></p><p>The mayor said on Monday: no more boats.</p>',
      null,
    ],
    [
      'none where words come between',
      '<p><img src="a.jpg"> Boats lie here.</p><p class="caption">Photo: Ann Writer</p>',
      null,
    ],
  ])('%s', (_what, html, expected) => {
    expect(names(html)).toEqual(expected);
  });

  it.each<[string, string, unknown]>([
    [
      'at its address',
      '<img src="/i/harbour-boats.jpg">',
      'https://bay.example/i/harbour-boats.jpg',
    ],
    [
      'in another size',
      '<img src="/i/harbour-boats-640x360.jpg?w=640">',
      'https://cdn.example/harbour-boats.jpg',
    ],
    [
      'among a set',
      '<img src="data:image/gif;base64,R0" data-srcset="/i/harbour-boats_320w.webp 320w, /b.jpg 640w">',
      '/i/harbour-boats.jpg',
    ],
    [
      'behind a proxy',
      '<img src="/_next/image?url=%2Fi%2Fharbour-boats.jpg&w=64">',
      ['/i/harbour-boats.jpg'],
    ],
    ['a short name in one folder', '<img src="/i/7.jpg">', { url: 'https://bay.example/i/7.png' }],
  ])('is what machines are told of it, %s', (_where, html, url) => {
    expect(names(html, node(url))).toEqual(['Ann Writer', 'AFP']);
  });

  it.each<[string, string, unknown]>([
    ['another picture', '<img src="/i/harbour-boats.jpg">', '/i/harbour-bridge.jpg'],
    ['a short name elsewhere', '<img src="/i/7.jpg">', 'https://bay.example/j/7.jpg'],
    ['nothing that is an address', '<img src="/i/harbour-boats.jpg">', { a: 1 }],
  ])('is not what machines are told of %s', (_what, html, url) => {
    expect(names(html, node(url))).toBeNull();
  });

  it('asks for the page’s data only where its words say nothing', () => {
    const image = find('<figure><img src="a.jpg"><figcaption>Photo: AFP</figcaption></figure>');
    const credit = findImageCredit(image, () => {
      throw new Error('asked');
    });
    expect(credit?.links).toEqual([{ name: 'AFP', url: 'https://afp.com/' }]);
  });
});

describe('an image', () => {
  it('is read with its address, its words and its caption', () => {
    const html =
      '<figure><img src="../i/boats.jpg" alt=" Boats \n at dawn "><figcaption>Boats. <b>Photo:</b> AFP</figcaption></figure>';
    expect(readImage(find(html))).toEqual({
      src: 'https://bay.example/i/boats.jpg',
      alt: 'Boats at dawn',
      caption: 'Boats. Photo: AFP',
    });
  });

  it.each(['data:image/gif;base64,R0lGODlh', 'javascript:alert(1)', 'blob:https://a/b', ''])(
    'has no address in %j',
    (src) => {
      expect(readImage(find(`<img src="${src}">`))).toEqual({ src: null, alt: '', caption: '' });
    },
  );

  it('that is loaded late has the address that it will have', () => {
    expect(readImage(find('<img src="data:image/gif;base64,R0" data-src="/b.jpg">')).src).toBe(
      'https://bay.example/b.jpg',
    );
  });
});

it('any address has a name, or none', () => {
  fc.assert(
    fc.property(fc.oneof(fc.webUrl({ withQueryParameters: true }), fc.string()), (address) => {
      const name = nameImageFile(address);
      expect(nameImageFile(address)).toBe(name);
      expect(name).toBe(name.toLowerCase());
    }),
  );
  expect(nameImageFile('https://a.example/?url=http://%5B.jpg')).toBe('');
  expect(nameImageFile(`https://a.example/${'-640w'.repeat(20_000)}.jpg`)).toBeDefined();
});

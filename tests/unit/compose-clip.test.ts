import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { composeClip } from '../../src/content/copying/compose-clip.ts';
import { readSettings } from '../../src/model/settings.ts';
import { makeSource, URL_OF_STORY } from './attribution-source.ts';

function compose(html: string, quote: 'blockquote' | 'bare' = 'bare', plain = 'Rain.') {
  const rule = { ...readSettings({}).attribution, quote };
  const source = makeSource();
  const parts = { plain, html, source, url: source.url, isExcerpt: true, imageCredits: [] };
  return composeClip(parts, rule, 'en');
}
const NOTE = compose('').html;
const CITE = URL_OF_STORY.replace('&', '&amp;');
const OPEN = `<blockquote cite="${CITE}" lang="en">`;
/** What became of the quote itself, within its quotation. */
const shape = (html: string) =>
  compose(html, 'blockquote').html.slice(OPEN.length, -`</blockquote>${NOTE}`.length);

describe('a clip', () => {
  it('is the quote and then the source, in both flavours', () => {
    const { plain, html } = compose('<p>Rain.</p>', 'blockquote');
    expect(html).toBe(`${OPEN}<p>Rain.</p></blockquote>${NOTE}`);
    expect(NOTE).toContain(`href="${CITE}"`);
    expect(plain).toMatch(/^Rain\.\n\nSource: /);
    expect(plain.endsWith(URL_OF_STORY)).toBe(true);
  });

  it('is the source alone where nothing of the quote counts, without an empty quotation', () => {
    expect(compose('', 'blockquote').html).toBe(NOTE);
  });
});

describe('its shape', () => {
  const image = '<img src="https://news.example/a.jpg" alt="A &gt; B" width="640">';
  const linked = `<a href="https://news.example/a">${image}</a>`;
  const caption =
    '<figcaption lang="en">A <em>tower</em>,<br>Photo: <a href="/p">P</a></figcaption>';

  it.each([
    ['an image', image],
    ['an image with its caption', `${image}${caption}`],
    ['with white space between', `\n${image}\n${caption}\n`],
    ['a linked image', `<div>${linked}</div>${caption}`],
  ])('marks a figure of %s as one', (_, content) => {
    expect(shape(`<p>A</p><figure>${content}</figure>`)).toBe(
      `<p>A</p><figure class="image">${content}</figure>`,
    );
    expect(shape(`<figure lang="en">${content}</figure>`)).toBe(
      `<figure class="image" lang="en">${content}</figure>`,
    );
  });

  it.each([
    ['two images', `${image}${image}${caption}`],
    ['words beside the image', `${image}Photo: P${caption}`],
    ['a paragraph beside the image', `${image}<p>Photo: P</p>${caption}`],
    ['a caption of paragraphs', `${image}<figcaption><p>A</p><p>B</p></figcaption>`],
    ['two captions', `${image}${caption}${caption}`],
    ['a table', `<table><tbody></tbody></table>${caption}`],
    ['nothing but a caption', caption],
  ])('leaves a figure of %s as it is', (_, content) => {
    expect(shape(`<figure>${content}</figure>`)).toBe(`<figure>${content}</figure>`);
  });

  it('marks the figures of a gallery, not the gallery', () => {
    const figure = `<figure>${image}</figure>`;
    const marked = `<figure class="image">${image}</figure>`;
    expect(shape(`<figure>${figure}${figure}${caption}</figure>`)).toBe(
      `<figure>${marked}${marked}${caption}</figure>`,
    );
  });

  it('keeps cells and rows apart for editors without tables', () => {
    const row = (name: string) => `<tr><${name}>A</${name}><${name}>B</${name}></tr>`;
    const table = `<table><caption>T</caption><thead>${row('th')}</thead><tbody>${row('td')}</tbody></table>`;
    expect(shape(table).replace(/<[^>]*>/g, '')).toBe('T\nA\nB\n\nA\nB\n\n');
  });

  it('changes nothing but white space and the class, whatever it is of', () => {
    const piece = fc.constantFrom(
      ...'<p>|</p>|<figure>|</figure>|<table><tbody><tr><td>|</td></tr></tbody></table>|<div>|</div>| |\n|words'.split(
        '|',
      ),
      image,
      linked,
      caption,
    );
    fc.assert(
      fc.property(fc.array(piece, { minLength: 1, maxLength: 30 }), (pieces) => {
        const html = pieces.join('');
        const plain = (text: string) => text.replaceAll(' class="image"', '').replace(/\s/g, '');
        expect(plain(shape(html))).toBe(plain(html));
      }),
    );
  });
});

import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';
import fc from 'fast-check';
import { beforeAll, describe, expect, it } from 'vitest';
import type { Credit } from '../../src/model/source.ts';
import { setBody, usePageModule } from './page-session.ts';

const session = usePageModule();
const root = join(dirname(fileURLToPath(import.meta.url)), '../..');

declare global {
  var creditFinder: {
    findCredits(document: Document, nodes: Record<string, unknown>[]): Credit[];
  };
}

beforeAll(async () => {
  const { outputFiles } = await build({
    entryPoints: [join(root, 'src/page/find-credits.ts')],
    bundle: true,
    charset: 'utf8',
    format: 'iife',
    globalName: 'creditFinder',
    write: false,
  });
  await session.page.evaluate(
    `${outputFiles[0]?.text ?? ''}; globalThis.creditFinder = creditFinder;`,
  );
});

async function find(html: string, nodes: Record<string, unknown>[] = [], lang = 'en') {
  await setBody(session.page, html, lang);
  return session.page.evaluate((list) => creditFinder.findCredits(document, list), nodes);
}

const names = async (html: string, nodes: Record<string, unknown>[] = [], lang = 'en') =>
  (await find(html, nodes, lang)).map((credit) => credit.names);

const image = (fields: Record<string, unknown>) => [{ '@type': 'ImageObject', ...fields }];

describe('what readers see', () => {
  it.each<[string, string, string[][]]>([
    ['a caption', '<figcaption>Boats. Photo: Ann Writer/AP</figcaption>', [['Ann Writer', 'AP']]],
    [
      'a caption in parts that nothing parts',
      '<figcaption><span>Boats at dawn.</span><span>Photo: Ann Writer</span></figcaption>',
      [['Ann Writer']],
    ],
    [
      'a label apart from its name',
      '<figcaption><span>Photo:</span><span>Ann Writer</span>/<span>AFP</span></figcaption>',
      [['Ann Writer', 'AFP']],
    ],
    [
      'linked names',
      '<figcaption>Photo by <a href="/a">Ann Writer</a> on <a href="/u">Unsplash</a></figcaption>',
      [['Ann Writer', 'Unsplash']],
    ],
    [
      'a caption and its own element for the credit, once',
      '<figcaption>Boats <span class="img-credit">Ann Writer / Bay Agency</span></figcaption>',
      [],
    ],
    [
      'the same within a figure',
      '<figure><figcaption>Boats <span class="img-credit">Ann Writer / Bay Agency</span></figcaption></figure>',
      [['Ann Writer', 'Bay Agency']],
    ],
    ['a class', '<p class="wp-caption-text">Foto: Ann Writer</p>', [['Ann Writer']]],
    ['a class in another case', '<p class="ImageCredit-x1">© Ann Writer</p>', [['Ann Writer']]],
    [
      'an attribute',
      '<figure><img alt="" data-credit="Ann Writer / Reuters"></figure>',
      [['Ann Writer', 'Reuters']],
    ],
    [
      'the same credit of two photos, once',
      '<figcaption>One. Photo: Ann Writer</figcaption><figcaption>Two. Photo: ANN WRITER</figcaption>',
      [['Ann Writer']],
    ],
    [
      'several, in the order of the page',
      '<figcaption>Photo: Ann Writer</figcaption><p class="credit">Photo: Bo Pen</p><figcaption>Photo: Cy Ink</figcaption>',
      [['Ann Writer'], ['Bo Pen'], ['Cy Ink']],
    ],
    ['a caption that tells', '<figcaption>The mayor speaks: no more boats.</figcaption>', []],
    ['a line of a footer', '<p class="site-credit">© 2026 The Bay Post</p>', []],
    ['scripts and styles', '<figcaption><script>"Photo: Ann Writer"</script></figcaption>', []],
    ['alternative texts', '<img alt="Photo: Ann Writer" title="Photo: Bo Pen">', []],
  ])('%s', async (_, html, expected) => {
    expect(await names(html)).toEqual(expected);
  });

  it('is read in the language of the page', async () => {
    const html = '<figcaption>Foto: Ayşe Yılmaz/AA</figcaption>';
    expect((await find(html, [], 'tr'))[0]?.links).toEqual([
      { name: 'AA', url: 'https://aa.com.tr/' },
    ]);
    expect((await find(html, [], 'en'))[0]?.links).toEqual([]);
  });
});

describe('what machines are told of images', () => {
  it.each<[string, Record<string, unknown>, string[][]]>([
    ['creditText', { creditText: 'Ann Writer/Reuters' }, [['Ann Writer', 'Reuters']]],
    ['a creator', { creator: { '@type': 'Person', name: 'Ann Writer' } }, [['Ann Writer']]],
    ['creators', { creator: [{ name: 'Ann Writer' }] }, [['Ann Writer']]],
    ['a holder', { copyrightHolder: { name: 'Bay Agency' } }, [['Bay Agency']]],
    ['a notice', { copyrightNotice: '© Ann Writer' }, [['Ann Writer']]],
    ['a notice of the site', { copyrightNotice: '© 2026 The Bay Post. All rights reserved.' }, []],
    ['nothing', { url: 'https://bay.example/a.jpg' }, []],
    ['what is no text', { creditText: { a: [1] }, creator: 7, copyrightNotice: null }, []],
  ])('%s', async (_, fields, expected) => {
    expect(await names('', image(fields))).toEqual(expected);
  });

  it('comes after what is seen, and once', async () => {
    const html = '<figcaption>Photo: Bo Pen</figcaption>';
    const nodes = [...image({ creditText: 'Ann Writer' }), ...image({ creditText: 'Bo Pen' })];
    expect(await names(html, nodes)).toEqual([['Bo Pen'], ['Ann Writer']]);
  });

  it('is read of images alone', async () => {
    expect(await names('', [{ '@type': 'NewsArticle', creator: { name: 'Ann Writer' } }])).toEqual(
      [],
    );
  });
});

describe('hostile pages', () => {
  it('are read within bounds', async () => {
    const lengths = await session.page.evaluate(() => {
      const body = document.body;
      const count = (html: string) => {
        body.innerHTML = html;
        return creditFinder.findCredits(document, []).length;
      };
      const many = Array.from(
        { length: 5000 },
        (_, i) => `<figcaption>Photo: Ann W${i}</figcaption>`,
      );
      const deep = document.createElement('figcaption');
      let inner: Element = deep;
      for (let i = 0; i < 20_000; i += 1) inner = inner.appendChild(document.createElement('span'));
      inner.textContent = 'Photo: Ann Writer';
      body.replaceChildren(deep);
      return [
        creditFinder.findCredits(document, []).length <= 1,
        count(many.join('')) <= 50,
        count(`<figcaption>${'Photo: '.repeat(200_000)}</figcaption>`) <= 1,
        count(`<figcaption>${'<span>A</span>/'.repeat(50_000)}AFP</figcaption>`) <= 1,
        count(`<p class="credit">${'(©'.repeat(200_000)}</p>`) <= 1,
      ];
    });
    expect(lengths).toEqual([true, true, true, true, true]);
  });

  it('of any make give bounded credits', async () => {
    const part = fc.constantFrom(
      '<figcaption>',
      '</figcaption>',
      '<span class="credit">',
      '</span>',
      'Photo: ',
      'Ann Writer',
      '/',
      'AFP',
      '<br>',
      '<figure>',
      '</figure>',
      '<p class="caption">',
      '<svg>',
      '<template>',
      '©',
      'bay.example',
      ' ',
    );
    const pages = fc.sample(fc.array(part, { maxLength: 30 }), 200).map((parts) => parts.join(''));
    const read = await session.page.evaluate((list) => {
      return list.map((html) => {
        document.body.innerHTML = html;
        return creditFinder.findCredits(document, []);
      });
    }, pages);
    for (const credits of read) {
      expect(credits.length).toBeLessThanOrEqual(50);
      for (const credit of credits) expect(credit.names.length).toBeGreaterThan(0);
    }
  });
});

import fc from 'fast-check';
import { parseHTML } from 'linkedom';
import { describe, expect, it } from 'vitest';
import { isObject } from '../../src/page/json-ld.ts';
import { readMetadata } from '../../src/page/metadata.ts';
import { readLicenseTerms, readRights } from '../../src/page/rights.ts';

function read(head: string, body = '') {
  const { document } = parseHTML(
    `<!doctype html><html><head>${head}</head><body>${body}</body></html>`,
  );
  Object.defineProperties(document, {
    URL: { value: 'https://bay.example/story' },
    baseURI: { value: 'https://bay.example/story' },
  });
  const metadata = readMetadata(document);
  const article = metadata.nodes.find((node) => node['@type'] === 'NewsArticle') ?? null;
  return readRights(document, metadata, article);
}

const jsonLd = (value: unknown) =>
  `<script type="application/ld+json">${JSON.stringify(value)}</script>`;
const BY = 'https://creativecommons.org/licenses/by/4.0/';

describe('the licence', () => {
  it.each([
    ['a link', `<link rel="license" href="${BY}">`, ''],
    ['a link in the text', '', `<a rel="nofollow License" href="${BY}">CC BY</a>`],
    ['ccREL of the page itself', '', `<p about=""><a rel="license" href="${BY}">CC BY</a></p>`],
    ['microdata', '', `<a itemprop="license" href="${BY}">CC BY</a>`],
    ['Dublin Core', `<meta name="dcterms.license" content="${BY}">`, ''],
    ['words with its address', `<meta name="DC.rights" content="Free, see ${BY} for more">`, ''],
    ['schema.org', jsonLd({ '@type': 'NewsArticle', license: BY }), ''],
    ['schema.org of the site', jsonLd({ '@type': 'WebSite', license: { '@id': BY } }), ''],
  ])('is read from %s', (_where, head, body) => {
    expect(read(head, body).licenses.map(({ value }) => value)).toEqual([BY]);
  });

  it.each([
    ['a picture’s', `<figure><a rel="license" href="${BY}">CC BY</a></figure>`],
    [
      'another page’s',
      `<p about="https://other.example/"><a rel="license" href="${BY}">CC BY</a></p>`,
    ],
    ['a script’s address', '<a rel="license" href="javascript:alert(1)">CC BY</a>'],
  ])('is not %s', (_whose, body) => {
    expect(read('', body).licenses).toEqual([]);
  });

  it('stated only for machines gives terms where it is Creative Commons', () => {
    expect(readLicenseTerms(BY)).toMatchObject({
      kind: 'cc-license',
      nonCommercial: false,
      evidence: BY,
    });
    const nc = 'https://creativecommons.org/licenses/by-nc-sa/4.0/';
    expect(readLicenseTerms(nc)).toMatchObject({ kind: 'cc-license', nonCommercial: true });
    for (const free of ['zero', 'mark']) {
      expect(readLicenseTerms(`https://creativecommons.org/publicdomain/${free}/1.0/`)?.kind).toBe(
        'none',
      );
    }
    expect(readLicenseTerms('https://bay.example/terms')).toBeNull();
    expect(readLicenseTerms(null)).toBeNull();
  });
});

describe('rights', () => {
  it('are those of the article, else of the page, else of the site', () => {
    const { rights } = read(
      jsonLd([
        {
          '@type': 'WebSite',
          copyrightNotice: 'of the site',
          usageInfo: '/use',
          creditText: 'The Bay Post',
        },
        {
          '@type': 'NewsArticle',
          copyrightNotice: '© 2026 The Bay Post',
          acquireLicensePage: { '@type': 'WebPage', url: '/buy' },
        },
      ]),
    );
    expect(rights).toMatchObject({
      copyrightNotice: '© 2026 The Bay Post',
      creditText: 'The Bay Post',
      usageInfo: 'https://bay.example/use',
      acquireLicensePage: 'https://bay.example/buy',
    });
  });

  it('are those of its pictures where only they are for sale', () => {
    const image = { '@type': 'ImageObject', acquireLicensePage: 'https://bay.example/photo' };
    expect(read(jsonLd({ '@type': 'NewsArticle', image })).rights.acquireLicensePage).toBe(
      'https://bay.example/photo',
    );
  });

  it('are read from metas and ccREL', () => {
    expect(read('<meta name="copyright" content=" The  Bay Post ">').rights.copyrightNotice).toBe(
      'The Bay Post',
    );
    const { rights } = read(
      '',
      '<a property="cc:attributionName" rel="cc:attributionURL" href="/">Ada Byron</a><a rel="cc:morePermissions" href="/ask">more</a>',
    );
    expect(rights).toMatchObject({
      creditText: 'Ada Byron',
      acquireLicensePage: 'https://bay.example/ask',
    });
  });

  it.each([
    ['1', true],
    ['0', false],
    ['yes', null],
  ])('to mine text, tdm-reservation %s', (content, reserved) => {
    const { rights } = read(
      `<meta name="tdm-reservation" content="${content}"><meta name="tdm-policy" content="/tdm.json">`,
    );
    expect(rights).toMatchObject({
      tdmReserved: reserved,
      tdmPolicy: 'https://bay.example/tdm.json',
    });
  });

  it('by Really Simple Licensing are no licence of their own', () => {
    const linked = read('<link rel="license" type="application/rsl+xml" href="/license.xml">');
    expect(linked.rights.rsl).toBe('https://bay.example/license.xml');
    expect(linked.licenses).toEqual([]);
    const inside = read('<script type="application/rsl+xml"><rsl></rsl></script>');
    expect(inside.rights.rsl).toBe('https://bay.example/story');
  });

  it('are all null where nothing is said', () => {
    expect(Object.values(read('').rights).every((value) => value === null)).toBe(true);
  });
});

it('reads any JSON without an error', () => {
  fc.assert(
    fc.property(fc.jsonValue(), fc.string(), (value, text) => {
      const node = isObject(value) ? value : { license: value, usageInfo: text };
      read(
        jsonLd({ ...node, '@type': 'NewsArticle', acquireLicensePage: value }).replaceAll(
          '</',
          '<\\/',
        ),
      );
    }),
    { numRuns: 100 },
  );
});

/** Pages put together at random of what pages are made of: whatever comes of it keeps its promises. */
import fc from 'fast-check';
import * as v from 'valibot';
import { expect, it } from 'vitest';
import { sourceSchema } from '../../src/model/source.ts';
import { NEWS, usePageModule, visit } from './page-session.ts';

const session = usePageModule();

const WORDS = [
  'A storm over the bay',
  'The Bay Post',
  'Ada Byron',
  'By Ada Byron and Bo Pen',
  'Шторм над заливом',
  '海湾上的风暴',
  'عاصفة',
  '2026-03-01T08:00:00+01:00',
  '1 March 2026',
  '31/31/2031',
  'en_GB',
  'x-klingon-',
  'http://news.example/a?utm_source=b',
  '//[broken',
  'javascript:alert(1)',
  'https://creativecommons.org/licenses/by-nc/4.0/',
  'Photo: Ada Byron/AFP',
  'Copying is allowed only with an active link to the source.',
  '© 2026. All rights reserved.',
  '| – : » ,',
  '&amp;quot;&#0;&#x110000;',
  '\u202e\u0000\ud800',
  '',
];
const word = fc.oneof(fc.constantFrom(...WORDS), fc.string({ maxLength: 20 }));
const escapeHtml = (text: string) =>
  text.replaceAll('&', '&amp;').replaceAll('"', '&quot;').replaceAll('<', '&lt;');

const name = fc.constantFrom(
  ...'og:title og:url og:type og:site_name og:locale author article:author article:published_time article:modified_time citation_title citation_author dc.creator dc.date twitter:title twitter:creator copyright tdm-reservation tdm-policy parsely-author generator __proto__'.split(
    ' ',
  ),
);
const meta = fc
  .tuple(fc.constantFrom('name', 'property', 'itemprop', 'http-equiv'), name, word)
  .map(([kind, key, text]) => `<meta ${kind}="${key}" content="${escapeHtml(text)}">`);
const link = fc
  .tuple(fc.constantFrom('canonical', 'license', 'amphtml', 'author', 'Canonical license'), word)
  .map(([rel, text]) => `<link rel="${rel}" href="${escapeHtml(text)}">`);
const base = word.map((text) => `<base href="${escapeHtml(text)}">`);

const { node } = fc.letrec<{ node: unknown }>((tie) => ({
  node: fc.oneof(
    { depthSize: 'small' },
    word,
    fc.constantFrom(null, true, 0, -1, 1e21, 20260301),
    fc.array(tie('node'), { maxLength: 3 }),
    fc.dictionary(
      fc.constantFrom(
        ...'@type @id @graph headline name author creator publisher datePublished dateModified inLanguage license url mainEntityOfPage image creditText copyrightNotice usageInfo acquireLicensePage __proto__'.split(
          ' ',
        ),
      ),
      fc.oneof(
        tie('node'),
        fc.constantFrom('NewsArticle', 'Person', 'Organization', 'WebSite', 'ImageObject', '#a'),
      ),
      { maxKeys: 6 },
    ),
  ),
}));
const block = fc
  .tuple(node, fc.constantFrom('', ',', '}', '//', ';'))
  .map(
    ([value, end]) => `<script type="application/ld+json">${JSON.stringify(value)}${end}</script>`,
  );

const tag = fc.constantFrom(
  ...'h1 h2 p p p div span a time article main footer figure figcaption form ul li table svg template br'.split(
    ' ',
  ),
);
const mark = fc.constantFrom(
  '',
  'class="byline author"',
  'class="credit caption"',
  'class="copyright footer"',
  'class="comments"',
  'itemprop="author"',
  'itemscope itemtype="https://schema.org/NewsArticle"',
  'itemprop="articleBody"',
  'rel="license author" href="/author/ada"',
  'datetime="2026-03-01"',
  'name="body"',
  'name="parentNode"',
  'id="footer"',
  'hidden',
);
const { tree } = fc.letrec<{ tree: string }>((tie) => ({
  tree: fc.oneof(
    { depthSize: 'medium' },
    word.map(escapeHtml),
    fc
      .tuple(tag, mark, fc.array(tie('tree'), { maxLength: 5 }), fc.boolean())
      .map(
        ([one, own, inner, isClosed]) =>
          `<${one} ${own}>${inner.join('')}${isClosed ? `</${one}>` : ''}`,
      ),
  ),
}));

const page = fc
  .tuple(
    fc.array(fc.oneof(meta, link, block, base), { maxLength: 12 }),
    word,
    fc.array(tree, { maxLength: 10 }),
    word,
  )
  .map(
    ([head, title, body, lang]) =>
      `<html lang="${escapeHtml(lang)}"><title>${escapeHtml(title)}</title>${head.join('')}<body>${body.join('')}`,
  );

it('any page is read without an error, as promised, and the same twice', async () => {
  await visit(
    session,
    `${NEWS}/2026/03/storm-over-the-bay`,
    '<!doctype html><title>A storm</title>',
  );
  // The runner checks a batch at a time: a page of its own for each would take minutes.
  const pages = fc.sample(page, { numRuns: 400, seed: 20_260_301 });
  const answers = await session.page.evaluate((list) => {
    return list.map((html) => {
      const parsed = new DOMParser().parseFromString(html, 'text/html');
      try {
        const before = parsed.documentElement.outerHTML;
        const told = [sic.judgeArticle(parsed), sic.readSource(parsed)];
        const again = [sic.judgeArticle(parsed), sic.readSource(parsed)];
        return {
          source: told[1],
          verdict: told[0],
          isSame: JSON.stringify(told) === JSON.stringify(again),
          isUnchanged: before === parsed.documentElement.outerHTML,
        };
      } catch (fault) {
        return { fault: String(fault instanceof Error ? fault.stack : fault) };
      }
    });
  }, pages);
  for (const [i, answer] of answers.entries()) {
    const html = pages[i];
    expect(answer.fault, html).toBeUndefined();
    expect(answer.isSame, html).toBe(true);
    expect(answer.isUnchanged, html).toBe(true);
    const read = v.safeParse(sourceSchema, answer.source);
    expect(read.success ? answer.source : read.issues, html).toEqual(read.output);
    if (!read.success) continue;
    const { url, license, rights, authors, terms, credits } = read.output;
    expect(url, html).toMatch(/^https?:\/\/[^/]/);
    for (const one of [license, rights.usageInfo, rights.acquireLicensePage, rights.tdmPolicy]) {
      expect(one ?? 'http://a', html).toMatch(/^https?:\/\/[^/]/);
    }
    expect(
      authors.every((one) => one.trim() !== ''),
      html,
    ).toBe(true);
    expect(terms?.evidence, html).not.toBe('');
    for (const credit of credits) expect(credit.names.length, html).toBeGreaterThan(0);
  }
});

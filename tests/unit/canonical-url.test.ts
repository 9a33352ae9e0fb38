import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { chooseCanonical, cleanUrl } from '../../src/model/canonical-url.ts';

describe('cleanUrl', () => {
  it.each([
    ['https://news.example/a?utm_source=x&utm_medium=y', 'https://news.example/a'],
    ['https://news.example/a?id=7&fbclid=z&page=2', 'https://news.example/a?id=7&page=2'],
    ['https://news.example/a?UTM_Source=x', 'https://news.example/a'],
    ['https://news.example/a?utm%5Fsource=x&b', 'https://news.example/a?b'],
    ['https://news.example/a?yclid=1&ysclid=2&gclid=3', 'https://news.example/a'],
    ['https://news.example/a?', 'https://news.example/a'],
    ['https://news.example/a#comments', 'https://news.example/a'],
    ['https://news.example/#!/story/7', 'https://news.example/#!/story/7'],
    ['https://news.example/?utm_source=x#/story/7', 'https://news.example/#/story/7'],
    ['https://user:secret@news.example/a', 'https://news.example/a'],
    ['HTTPS://News.Example:443/A', 'https://news.example/A'],
  ])('%s', (given, expected) => {
    expect(cleanUrl(given)).toBe(expected);
  });

  it.each([
    'https://news.example/?12345',
    'https://news.example/a?q=two%20words&x=a+b',
    'https://news.example/a?ref=home&source=rss&from=top&id=1&amp=1',
    'https://news.example/a?utmost=1&mutm_x=2&pkg=3',
    'https://news.example/a?q=%D0%B6%7E~*&empty=&bare',
    'https://news.example/a?list[]=1&list[]=2;c',
    'https://news.example/a?q=%FF',
    'https://news.example/a??',
    'https://news.example/a???&?utm_source=x',
  ])('changes nothing else: %s', (url) => {
    expect(cleanUrl(url)).toBe(url);
    expect(cleanUrl(`${url}&utm_source=x`)).toBe(url);
    expect(cleanUrl(url.replace('?', '?gclid=x&'))).toBe(url);
  });

  it.each([
    'javascript:alert(1)',
    'data:,x',
    'file:///a',
    'mailto:a@b.example',
    'about:blank',
    '',
    '/a',
  ])('knows no article at %j', (candidate) => {
    expect(cleanUrl(candidate)).toBeNull();
  });

  it('removes the trackers and nothing else, once and for all', () => {
    const kept = fc
      .stringMatching(/^[a-z]{1,4}(=[A-Za-z0-9%+~.*[\]-]{0,6})?$/)
      .filter((one) => !/^(xtor|ncid|_ga)/.test(one));
    const tracker = fc
      .tuple(fc.constantFrom('utm_source', 'fbclid', 'gclid', 'mc_cid', 'yclid', 'itm_x'), fc.nat())
      .map(([name, value]) => `${name}=${value}`);
    const parts = fc.array(fc.oneof(kept, tracker), { maxLength: 6 });
    fc.assert(
      fc.property(parts, (all) => {
        const rest = all.filter((one) => !/^(utm_|fbclid|gclid|mc_cid|yclid|itm_)/.test(one));
        const expected = `https://news.example/a${rest.length === 0 ? '' : `?${rest.join('&')}`}`;
        expect(cleanUrl(`https://news.example/a?${all.join('&')}`)).toBe(expected);
      }),
    );
    const url = fc.webUrl({ withQueryParameters: true, withFragments: true });
    fc.assert(
      fc.property(fc.oneof(url, fc.string()), (candidate) => {
        const cleaned = cleanUrl(candidate);
        if (cleaned !== null) expect(cleanUrl(cleaned)).toBe(cleaned);
      }),
    );
  });
});

describe('chooseCanonical', () => {
  const page = 'https://www.news.example/2024/story.html?utm_source=mail';
  const clean = 'https://www.news.example/2024/story.html';

  it.each([
    ['https://news.example/2024/story', 'https://news.example/2024/story'],
    ['https://m.news.example/2024/story', 'https://m.news.example/2024/story'],
    ['//news.example/2024/story', 'https://news.example/2024/story'],
    ['/2024/other', 'https://www.news.example/2024/other'],
    ['http://news.example/story?utm_medium=x&id=3', 'http://news.example/story?id=3'],
    ['  https://news.example/spaced\n', 'https://news.example/spaced'],
  ])('believes %j', (candidate, expected) => {
    expect(chooseCanonical([candidate], page)).toBe(expected);
  });

  it.each([
    'https://www.news.example/',
    'https://www.news.example',
    'https://news.example/index.html',
    'https://news.example/?utm_source=x',
    '/',
    '',
    'news.example/2024/story',
    'story-2',
    '../story',
    'https://other.example/2024/story',
    '//other.example/2024/story',
    '/\\other.example/2024/story',
    'https://evilnews.example/2024/story',
    'https://news.example.evil.example2/2024/story',
    'https://',
    'http://[',
    'javascript:alert(1)',
    'undefined',
    '{{ canonical }}',
    '#',
  ])('does not believe %j', (candidate) => {
    expect(chooseCanonical([candidate, null], page)).toBe(clean);
  });

  it('takes the first that can be right', () => {
    const candidates = [null, 'https://www.news.example/', 'https://news.example/a', '/b'];
    expect(chooseCanonical(candidates, page)).toBe('https://news.example/a');
    expect(chooseCanonical([], page)).toBe(clean);
  });

  it('lets a home page be a home page', () => {
    expect(chooseCanonical(['https://news.example/'], 'https://www.news.example/')).toBe(
      'https://news.example/',
    );
  });

  it('resolves against the base that the page sets, and checks all the same', () => {
    expect(chooseCanonical(['/x'], page, 'https://www.news.example/base/')).toBe(
      'https://www.news.example/x',
    );
    expect(chooseCanonical(['/x'], page, 'https://cdn.example.org/base/')).toBe(clean);
  });

  it('never leaves the site, never names a bare home page, and holds what it chose', () => {
    const candidate = fc.oneof(
      fc.string(),
      fc.webUrl({ withQueryParameters: true, withFragments: true }),
      fc.webPath(),
      fc.webPath().map((path) => `https://news.example${path}`),
      fc.constantFrom(
        'https://www.news.example/#',
        '//',
        '///',
        '/\t/evil.example/a',
        'https:/evil.example/a',
        '/./',
      ),
    );
    fc.assert(
      fc.property(fc.array(fc.option(candidate), { maxLength: 4 }), (candidates) => {
        const chosen = chooseCanonical(candidates, page);
        const { hostname, pathname, search } = new URL(chosen);
        expect(hostname === 'news.example' || hostname.endsWith('.news.example')).toBe(true);
        expect(pathname + search).not.toBe('/');
        expect(chooseCanonical([chosen], page)).toBe(chosen);
      }),
      { numRuns: 2000 },
    );
  });
});

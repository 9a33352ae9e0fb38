import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { chooseCanonical, cleanUrl, isPlainUrl } from '../../src/model/canonical-url.ts';
import { isTrackingParameter } from '../../src/model/tracking-parameters.ts';

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
    [
      'https://news.example/a?srsltid=x&gad_source=1&_hsenc=y&at_custom1=z',
      'https://news.example/a',
    ],
    ['https://news.example/a?wt_zmc=x&wt.mc_id=y&ns_campaign=z&smid=tw', 'https://news.example/a'],
    ['https://буря.example/a', 'https://xn--90a4ai3c.example/a'],
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
      // A few short names are trackers' by chance.
      .filter((one) => !isTrackingParameter(one));
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

  it('cleans without a parser as with one', () => {
    const pick = (...pieces: string[]) => fc.constantFrom(...pieces);
    const label = fc.oneof(
      fc.stringMatching(/^[a-z\d-]{1,5}$/),
      pick('news', 'xn--90a4ai3c', 'xn--', '0x7f', '127', 'A', 'буря', 'ß', 'a_b', '%61', '\u00ad'),
    );
    const oddHost = fc.tuple(
      pick('', '', '', 'me@', 'me:secret@'),
      fc.array(label, { minLength: 1, maxLength: 4 }).map((all) => all.join('.')),
      pick('', '', '.example', '.example', '.example', '.', ':80', ':443', ':8080'),
    );
    const host = fc.oneof(
      pick('news.example', 'www.a-b.example', 'm.1tv.example').map((one) => [one]),
      oddHost,
    );
    const odd = pick(
      ...[
        "'",
        '"',
        ' ',
        '\t',
        '|',
        '^',
        '[',
        '{',
        '<',
        '\\',
        '\u00e9',
        '\ud800',
        '\0',
        '`',
        '?',
        '#',
      ],
    );
    const piece = fc.oneof(
      { weight: 6, arbitrary: fc.stringMatching(/^[\w!$%&()*+,.:;=@~-]{0,6}$/) },
      { weight: 6, arbitrary: pick('/', '/', 'utm_source=x', '&', '=', '%2e', '.', '%d0', '%zz') },
      { weight: 1, arbitrary: odd },
    );
    const written = fc.array(piece, { maxLength: 6 }).map((all) => all.join(''));
    const rest = fc.tuple(
      written.map((path) => `/${path}`),
      fc.oneof(
        fc.constant(''),
        written.map((query) => `?${query}`),
      ),
      fc.oneof(
        fc.constant(''),
        pick('#!', '#/', '#'),
        written.map((hash) => `#${hash}`),
      ),
    );
    let plain = 0;
    fc.assert(
      fc.property(pick('http', 'https', 'https', 'HTTPS'), host, rest, (scheme, place, more) => {
        const url = `${scheme}://${place.join('')}${more.join('')}`;
        // With a base, which an absolute address has no use for, a parser is always asked.
        expect(cleanUrl(url)).toBe(cleanUrl(url, 'https://base.example/'));
        if (!isPlainUrl(url)) return;
        plain += 1;
        expect(new URL(url).href).toBe(url);
      }),
      { numRuns: 3_000 },
    );
    expect(plain).toBeGreaterThan(200);
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
    'https://news.example/de/',
    'https://news.example/en-gb',
    'https://news.example/default.aspx',
    'https://news.example:8443/2024/story',
    'https://news.example/undefined',
    'https://news.example/{{slug}}',
    'https://news.example/%7B%7Bslug%7D%7D',
    'https://m.example/2024/story',
    'https://',
    'http://[',
    'javascript:alert(1)',
    'undefined',
    '{{ canonical }}',
    '#',
  ])('does not believe %j', (candidate) => {
    expect(chooseCanonical([candidate, null], page)).toBe(clean);
  });

  it.each([
    ['https://news.example/2024/storm-over-bay/amp/', 'https://news.example/2024/storm-over-bay/'],
    ['https://news.example/2024/storm-over-bay/amp', 'https://news.example/2024/storm-over-bay'],
    ['https://news.example/storm-7.amp.html', 'https://news.example/storm-7.html'],
    ['https://news.example/storm?amp=1&id=7', 'https://news.example/storm?id=7'],
    ['https://news.example/storm?outputType=amp', 'https://news.example/storm'],
    ['https://news.example/storm-7/print/', 'https://news.example/storm-7/'],
    ['https://news.example/storm?print=1&view=print', 'https://news.example/storm'],
    ['https://news.example/amp', 'https://news.example/amp'],
    ['https://news.example/topics/print', 'https://news.example/topics/print'],
    ['https://news.example/a?view=list&print=2', 'https://news.example/a?view=list&print=2'],
    [
      'https://news-example.cdn.ampproject.org/c/s/news.example/a-1?x=2',
      'https://news.example/a-1?x=2',
    ],
    ['https://www.google.com/amp/s/news.example/a-1/amp/', 'https://news.example/a-1/'],
  ])('resolves the variant %j', (variant, expected) => {
    expect(chooseCanonical([], variant)).toBe(expected);
  });

  it('believes what the cached page of a site states of that site', () => {
    const cached = 'https://news-example.cdn.ampproject.org/c/s/news.example/amp/a';
    expect(chooseCanonical(['https://news.example/a'], cached)).toBe('https://news.example/a');
    expect(chooseCanonical(['https://other.example/a'], cached)).toBe('https://news.example/amp/a');
  });

  it('takes the scheme that the page was loaded with', () => {
    expect(chooseCanonical(['http://www.news.example/a'], page)).toBe('https://www.news.example/a');
    expect(chooseCanonical(['http://news.example/a'], page)).toBe('http://news.example/a');
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

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { listAddressSignals } from '../../src/page/address-signals.ts';
import { WEIGHTS } from '../../src/page/signal-weights.ts';

const HOST = 'https://bay.example';

describe('an address is read by its shape', () => {
  it.each([
    ['/', 'home'],
    ['', 'home'],
    ['/index.html', 'home'],
    ['/?utm_source=mail', null],
    ['/?q=storm', 'searchQuery'],
    ['/en', 'homeOfLanguage'],
    ['/pt-BR/', 'homeOfLanguage'],
    ['/zh_tw', 'homeOfLanguage'],
    ['/news', 'plainWord'],
    ['/storm-over-the-bay', 'slug'],
    ['/storm_over_the_bay.html', 'slug'],
    ['/how-a-storm-took-the-old-bridge', 'longSlug'],
    ['/шторм-над-заливом-снёс-старый-мост', 'longSlug'],
    ['/шторм-над-старым-заливом', 'slug'],
    ['/2026/03/01/storm', 'dated'],
    ['/20260301/storm', 'dated'],
    ['/2026-03-01/storm', 'dated'],
    ['/storm-1234567', 'numbered'],
    ['/wiki/Storm', 'encyclopaedia'],
    ['/category/weather', 'listingWord'],
    ['/tag/storm/', 'listingWord'],
    ['/search?s=storm', 'searchQuery'],
    ['/products/lamp', 'shopWord'],
    ['/forum/thread/12', 'forumWord'],
    ['/docs/start', 'docsWord'],
    ['/news/storm', 'newsWord'],
    ['/blog/storm', 'newsWord'],
    ['/services/roofs', 'serviceWord'],
    ['/privacy-policy', 'legalWord'],
    ['/login', 'accountWord'],
    ['/my-account/', 'accountWord'],
    ['/#!/news/storm', 'newsWord'],
    ['/#/storm-over-the-bay', 'slug'],
  ])('%s: %s', (path, signal) => {
    const signals = listAddressSignals(HOST + path);
    if (signal === null) expect(signals).toEqual([]);
    else expect(signals).toContain(signal);
  });

  it.each([
    ['a place in the page is no route', '/storm-over-the-bay#news/storm', 'newsWord'],
    ['a word within a word is none', '/newsletters-of-newspapers', 'newsWord'],
    ['a discussion page of a wiki is no entry', '/wiki/Talk:Storm', 'encyclopaedia'],
    ['the same, escaped', '/wiki/Talk%3AStorm', 'encyclopaedia'],
    ['a year alone in a slug is no date', '/storms-of-1987', 'dated'],
    ['a page of a number is no date', '/page/3120', 'dated'],
    ['a short number is none', '/storm-1234', 'numbered'],
    ['a post of a forum is no news', '/forum/news/12', 'newsWord'],
    ['an article of a manual is no news', '/help/articles/12', 'newsWord'],
    ['a slug is no plain word', '/storm-over-the-bay', 'plainWord'],
    ['a query is more than a plain word', '/story?id=12', 'plainWord'],
    ['the language within an address is no home page', '/en/storm', 'homeOfLanguage'],
    ['a long slug is not counted twice', '/how-a-storm-took-the-old-bridge', 'slug'],
  ])('%s', (_what, path, signal) => {
    expect(listAddressSignals(HOST + path)).not.toContain(signal);
  });

  it('its host may be a tool’s', () => {
    for (const host of ['docs', 'help', 'shop', 'forum', 'community', 'developers']) {
      const signals = listAddressSignals(`https://www.${host}.bay.example/news/storm`);
      expect(signals).toContain('toolHost');
      expect(signals).not.toContain('newsWord');
    }
    expect(listAddressSignals('https://shopping.bay.example/storm')).not.toContain('toolHost');
  });

  it.each([
    '',
    'about:blank',
    'file:///news/storm',
    'data:text/html,news',
    'news/storm',
    'https://[',
  ])('says nothing where it is no address of the web: %j', (address) =>
    expect(listAddressSignals(address)).toEqual([]),
  );

  it('upper case, escapes and a missing host name change nothing of that', () => {
    expect(listAddressSignals(`${HOST}/NEWS/Storm`)).toEqual(
      listAddressSignals(`${HOST}/news/storm`),
    );
    expect(listAddressSignals('https://192.0.2.1/news/storm')).toContain('newsWord');
  });
});

it('of any address lists known signals, each once', () => {
  const part = fc.oneof(
    fc.constantFrom('/', '//', '.', '-', '_', '?', '&', '=', '#', '#!/', '%', '%3a', '2026', ':'),
    fc.constantFrom('news', 'wiki', 'docs', 'forum', 'shop', 'search', 'q=', 'en', 'index.php'),
    fc.string({ unit: 'binary', maxLength: 8 }),
  );
  fc.assert(
    fc.property(fc.webUrl(), fc.array(part, { maxLength: 12 }), (address, parts) => {
      for (const one of [address, parts.join(''), `${HOST}/${parts.join('')}`]) {
        const signals = listAddressSignals(one);
        expect(new Set(signals).size).toBe(signals.length);
        for (const name of signals) expect(Object.hasOwn(WEIGHTS, name)).toBe(true);
        expect(listAddressSignals(one)).toEqual(signals);
      }
    }),
    { numRuns: 500 },
  );
});

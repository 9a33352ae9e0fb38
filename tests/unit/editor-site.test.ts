/** An editor's endpoint is told of no page but those of the token's own site. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { coversPage } from '../../src/model/editor-site.ts';

describe('an editor’s site covers', () => {
  it.each([
    ['itself', 'news.example', 'https://news.example/a'],
    ['what lies below it', 'news.example', 'http://www.news.example/a'],
    ['itself on another port', 'localhost', 'http://localhost:8080/a'],
    ['an address', '127.0.0.1', 'http://127.0.0.1:8080/a'],
    ['a name as browsers write it', 'Новости.example', 'https://xn--b1amnebsh.example/'],
    ['a name with a dot at its end', 'news.example.', 'https://a.news.example./'],
    ['a name that others share, itself', 'github.io', 'https://github.io/'],
  ])('%s', (_, site, url) => {
    expect(coversPage(site, url)).toBe(true);
  });

  it.each([
    ['another site', 'news.example', 'https://other.example/'],
    ['a name that only ends so', 'news.example', 'https://fakenews.example/'],
    ['what lies above it', 'www.news.example', 'https://news.example/'],
    ['a site named in the path', 'news.example', 'https://other.example/news.example'],
    ['a site named as a user', 'news.example', 'https://news.example@other.example/'],
    ['all of a country', 'com', 'https://news.com/'],
    ['all of its second level', 'co.uk', 'https://news.co.uk/'],
    ['all who share a host', 'github.io', 'https://somebody.github.io/'],
    ['a part of an address', '0.0.1', 'http://127.0.0.1/'],
    ['nothing by no name', '', 'https://news.example/'],
    ['nothing by a dot', '.', 'https://news.example/'],
    ['nothing by a star', '*', 'https://news.example/'],
    ['a file', 'news.example', 'file://news.example/a'],
    ['no address', 'news.example', 'news.example'],
  ])('not %s', (_, site, url) => {
    expect(coversPage(site, url)).toBe(false);
  });

  it('hosts that end in its name, whatever it is', () => {
    fc.assert(
      fc.property(fc.domain(), fc.webUrl(), (site, url) => {
        if (!coversPage(site, url)) return;
        expect(`.${new URL(url).hostname}`.endsWith(`.${site.toLowerCase()}`)).toBe(true);
      }),
    );
  });
});

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  checkServiceUrl,
  isSameSite,
  type ReceiverChoice,
  readSite,
  resolveReceiver,
} from '../../src/model/resolve-receiver.ts';

function resolve(changes: Partial<ReceiverChoice>) {
  return resolveReceiver({
    page: 'https://news.example/story',
    declared: null,
    native: null,
    table: [],
    policy: [],
    consents: {},
    ...changes,
  });
}

describe('checkServiceUrl', () => {
  it.each([
    ['https://editors.example/a/', 'https://editors.example/a/'],
    ['HTTPS://Editors.Example:443/a', 'https://editors.example/a'],
    ['https://editors.example:8443/a?x=1#f', 'https://editors.example:8443/a?x=1'],
    ['https://редакция.рф/', 'https://xn--80ahcoj6a9b5d.xn--p1ai/'],
    ['http://localhost:8080/annotations/', 'http://localhost:8080/annotations/'],
    ['http://editor.localhost/', 'http://editor.localhost/'],
    ['http://127.0.0.1:3000/', 'http://127.0.0.1:3000/'],
    ['http://127.8.8.8/', 'http://127.8.8.8/'],
    ['http://[::1]:80/', 'http://[::1]/'],
    ['http://[0:0:0:0:0:0:0:1]/', 'http://[::1]/'],
    ['http://2130706433/', 'http://127.0.0.1/'],
    ['https://[2001:db8::1]/', 'https://[2001:db8::1]/'],
  ])('takes %s', (candidate, expected) => {
    expect(checkServiceUrl(candidate)).toBe(expected);
  });

  it.each([
    'http://editors.example/',
    'http://localhost.evil.example/',
    'http://localhost./',
    'http://evil-localhost/',
    'http://127.0.0.1.evil.example/',
    'http://127.0.0.1@evil.example/',
    'http://localhost@evil.example/',
    'https://user@editors.example/',
    'https://user:secret@editors.example/',
    'https://:secret@editors.example/',
    'http://128.0.0.1/',
    'http://0.0.0.0/',
    'http://10.0.0.1/',
    'http://[::2]/',
    'http://[::ffff:10.0.0.1]/',
    'ftp://localhost/',
    'ws://localhost/',
    'file:///etc/passwd',
    'javascript:alert(1)//https://',
    'data:text/plain,https://x',
    'blob:https://editors.example/1',
    '//editors.example/',
    '/annotations/',
    'https://',
    '',
  ])('refuses %s', (candidate) => {
    expect(checkServiceUrl(candidate)).toBeNull();
  });

  it('gives what it takes in one form, and never more than https or loopback', () => {
    const url = fc.oneof(
      fc.webUrl({
        validSchemes: ['http', 'https', 'ftp'],
        authoritySettings: { withIPv4: true, withIPv6: true, withPort: true, withUserInfo: true },
      }),
      fc.string(),
    );
    fc.assert(
      fc.property(url, (candidate) => {
        const checked = checkServiceUrl(candidate);
        if (checked === null) return;
        expect(checkServiceUrl(checked)).toBe(checked);
        const { protocol, username, password, hash } = new URL(checked);
        expect([username, password, hash]).toEqual(['', '', '']);
        if (protocol !== 'https:')
          expect(checked).toMatch(/^http:\/\/(([^/]*\.)?localhost|127\.[\d.]+|\[::1\])[:/]/);
      }),
      { numRuns: 1000 },
    );
  });
});

describe('isSameSite', () => {
  it.each([
    ['https://www.news.example/a', 'https://editors.news.example/'],
    ['https://news.co.uk/', 'https://m.news.co.uk:8443/'],
    ['https://news.example./', 'https://news.example/'],
    ['http://localhost:1/', 'http://localhost:2/'],
    ['https://[2001:db8::1]/', 'https://[2001:db8::1]:8443/'],
    ['https://НОВОСТИ.рф/', 'https://xn--b1amnebsh.xn--p1ai/'],
    ['https://a.b.c.news.com.kg/', 'https://news.com.kg/'],
  ])('%s is of the site of %s', (one, other) => {
    expect(isSameSite(one, other)).toBe(true);
    expect(isSameSite(other, one)).toBe(true);
  });

  it.each([
    ['https://alice.github.io/', 'https://mallory.github.io/'],
    ['https://alice.github.io/', 'https://github.io/'],
    ['https://alice.github.io/', 'https://github.com/'],
    ['https://a.co.uk/', 'https://b.co.uk/'],
    ['https://a.blogspot.com/', 'https://b.blogspot.com/'],
    ['https://news.example/', 'https://news.example.evil.example2/'],
    ['https://news.example/', 'https://evilnews.example/'],
    ['http://127.0.0.1/', 'http://127.0.0.2/'],
    ['https://news.com/', 'https://nеws.com/'],
    ['about:blank', 'about:blank'],
    ['', ''],
    ['data:text/html,x', 'data:text/html,y'],
    ['file:///a', 'file:///b'],
  ])('%s is not of the site of %s', (one, other) => {
    expect(isSameSite(one, other)).toBe(false);
    expect(isSameSite(other, one)).toBe(false);
  });

  it('readSite knows a site for every address, and none for what is none', () => {
    expect(readSite('https://a.alice.github.io/')).toBe('alice.github.io');
    expect(readSite('http://localhost:3/')).toBe('localhost');
    expect(readSite('rubbish')).toBe('');
  });
});

describe('resolveReceiver', () => {
  const table = [{ site: 'news.example', service: 'https://table.example/' }];
  const policy = [{ site: 'news.example', service: 'https://policy.example/' }];
  const foreign = 'https://service.example.org/a/';

  it('takes the page’s own endpoint, then the table’s, then the policy’s', () => {
    const declared = 'https://editors.news.example/';
    expect(resolve({ declared, table, policy })).toMatchObject({ by: 'page', kind: 'ready' });
    expect(resolve({ table, policy })).toMatchObject({ by: 'table', host: 'table.example' });
    expect(resolve({ policy })).toMatchObject({ by: 'policy', kind: 'ready' });
    expect(resolve({})).toEqual({ kind: 'none' });
  });

  it('asks for another site, and no longer once agreed', () => {
    expect(resolve({ declared: foreign })).toMatchObject({
      kind: 'ask',
      host: 'service.example.org',
    });
    const consents = { 'news.example': [foreign] };
    expect(resolve({ declared: foreign, consents })).toMatchObject({ kind: 'ready' });
    expect(resolve({ declared: `${foreign}#x`, consents })).toMatchObject({ kind: 'ready' });
    expect(resolve({ declared: `${foreign}b/`, consents })).toMatchObject({ kind: 'ask' });
    expect(resolve({ declared: foreign, consents, page: 'https://other.example/' })).toMatchObject({
      kind: 'ask',
    });
  });

  it('does not ask less because the page has a neighbour under a public suffix', () => {
    const page = 'https://alice.github.io/story';
    const consents = { 'mallory.github.io': [foreign], 'github.io': [foreign] };
    expect(resolve({ page, declared: 'https://mallory.github.io/' })).toMatchObject({
      kind: 'ask',
    });
    expect(resolve({ page, declared: foreign, consents })).toMatchObject({ kind: 'ask' });
  });

  it('passes over an endpoint that must not be sent to', () => {
    for (const declared of [
      'http://editors.news.example/',
      'https://a@editors.news.example/',
      '',
    ]) {
      expect(resolve({ declared, table })).toMatchObject({ by: 'table' });
      expect(resolve({ declared })).toEqual({ kind: 'none' });
    }
    const insecure = [{ site: 'news.example', service: 'http://table.example/' }];
    expect(resolve({ table: insecure, policy })).toMatchObject({ by: 'policy' });
  });

  it('takes the row of the most specific site', () => {
    const rows = [
      { site: 'example', service: 'https://broad.example/' },
      { site: 'blog.news.example', service: 'https://blog.example/' },
      ...table,
    ];
    const host = (page: string) => {
      const found = resolve({ page, table: rows });
      return found.kind === 'none' ? null : found.host;
    };
    expect(host('https://blog.news.example/x')).toBe('blog.example');
    expect(host('https://www.news.example/x')).toBe('table.example');
    expect(host('https://other.example/x')).toBe('broad.example');
    expect(host('https://notnews.example.com/x')).toBeNull();
    expect(host('https://news.example.evil.com/x')).toBeNull();
    expect(host('about:blank')).toBeNull();
  });

  it('knows a site in its own letters, and with the dot that may end a host', () => {
    const rows = [{ site: 'новости.рф', service: 'https://a.example/' }];
    expect(resolve({ page: 'https://www.новости.рф/x', table: rows })).toMatchObject({
      kind: 'ready',
    });
    expect(resolve({ page: 'https://news.example./x', table })).toMatchObject({ kind: 'ready' });
  });

  it('takes the site’s own form last, and only one of the page’s own origin', () => {
    const native = { reporter: 'mistape' as const, action: 'https://news.example/ajax' };
    const declared = 'https://editors.news.example/';
    expect(resolve({ native })).toEqual({ kind: 'native', form: native, host: 'news.example' });
    for (const first of [{ declared }, { table }, { policy }]) {
      expect(resolve({ native, ...first })).toMatchObject({ kind: 'ready' });
    }
    for (const action of [
      'https://evil.example/ajax',
      'http://news.example/ajax',
      'https://news.example:8443/ajax',
      'https://m.news.example/ajax',
      'javascript:1',
    ]) {
      expect(resolve({ native: { ...native, action } })).toEqual({ kind: 'none' });
    }
  });

  it('never throws, whatever is put in', () => {
    const word = fc.oneof(
      fc.string(),
      fc.webUrl(),
      fc.constantFrom('__proto__', 'constructor', 'https://__proto__/'),
    );
    const rows = fc.array(fc.record({ site: word, service: word }));
    fc.assert(
      fc.property(word, fc.option(word), rows, rows, (page, declared, tableRows, policyRows) => {
        const found = resolve({ page, declared, table: tableRows, policy: policyRows });
        if ('service' in found) expect(checkServiceUrl(found.service)).toBe(found.service);
      }),
      { numRuns: 1000 },
    );
  });
});

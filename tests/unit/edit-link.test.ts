import fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';
import {
  composeEditLink,
  EDIT_LINK_PATTERNS,
  EDIT_LINK_PLACEHOLDERS,
  findTemplateFault,
  LONGEST_EDIT_LINK,
} from '../../src/model/edit-link.ts';

const ARTICLE = 'https://www.news.example/a/elections-in-talas/32456789.html';

describe('a template', () => {
  it.each<[string, ReturnType<typeof findTemplateFault>]>([
    ['https://cms.example/', null],
    ['https://{host}/edit?url={url}', null],
    ['https://cms.{host}:8443/{path}#{slug}', null],
    ['http://localhost:3000/{id}', null],
    ['http://[::1]/{id}', null],
    ['HTTPS://CMS.example/{words}', null],
    [`https://cms.example/${'x'.repeat(LONGEST_EDIT_LINK - 20)}`, null],
    [`https://cms.example/${'x'.repeat(LONGEST_EDIT_LINK - 19)}`, 'too-long'],
    ['', 'not-a-url'],
    ['cms.example/{slug}', 'not-a-url'],
    ['//cms.example/{slug}', 'not-a-url'],
    ['https:cms.example/', 'not-a-url'],
    ['https:///cms.example/', 'not-a-url'],
    ['https://exa mple/', 'not-a-url'],
    ['https://cms.example/a b', 'not-a-url'],
    ['https://cms.example/\u0000', 'not-a-url'],
    ['ht\ntps://cms.example/', 'not-a-url'],
    [' https://cms.example/', 'not-a-url'],
    ['https://cms.example\\@evil.example/', 'not-a-url'],
    ['https://[::1/', 'not-a-url'],
    ['https://cms.example:99999/', 'not-a-url'],
    ['https://cms.example/\ud800', 'not-a-url'],
    ['javascript:alert(1)', 'not-a-url'],
    ['javascript://cms.example/%0aalert(1)', 'not-https'],
    ['data:text/html,x', 'not-a-url'],
    ['ftp://cms.example/', 'not-https'],
    ['http://cms.example/', 'not-https'],
    ['http://{host}/', 'not-https'],
    ['http://localhost.evil.example/', 'not-https'],
    ['https://user@cms.example/', 'credentials'],
    ['https://user:{slug}@cms.example/', 'credentials'],
    ['https://{host}@evil.example/', 'credentials'],
    ['https://{host}.evil.example/', 'placeholder-in-host'],
    ['https://evil{host}/', 'placeholder-in-host'],
    ['https://{slug}/', 'placeholder-in-host'],
    ['https://{host}:{id}/', 'placeholder-in-host'],
    ['https://{host}{host}/', 'placeholder-in-host'],
    ['https://cms.example/{title}', 'unknown-placeholder'],
    ['https://cms.example/{}', 'unknown-placeholder'],
    ['https://cms.example/{ slug }', 'unknown-placeholder'],
    ['https://cms.example/{constructor}', 'unknown-placeholder'],
    ['https://cms.example/{slug', 'brace'],
    ['https://cms.example/slug}', 'brace'],
    ['https://cms.example/{{slug}}', 'brace'],
  ])('%j: %s', (template, fault) => {
    expect(findTemplateFault(template)).toBe(fault);
    if (fault !== null) expect(composeEditLink(template, ARTICLE)).toBeNull();
  });
});

describe('an article is found', () => {
  it.each([
    ['WordPress', 'https://www.news.example/wp-admin/edit.php?name=elections-in-talas'],
    ['Ghost', 'https://www.news.example/2027/elections-in-talas/edit/'],
    ['Drupal', 'https://www.news.example/admin/content?title=elections%20in%20talas'],
    [
      'Joomla',
      'https://www.news.example/administrator/index.php?option=com_content&view=articles&filter[search]=elections-in-talas',
    ],
    ['Wagtail', 'https://www.news.example/admin/pages/search/?q=elections%20in%20talas'],
  ])('in %s', (name, link) => {
    const found = EDIT_LINK_PATTERNS.find((pattern) => pattern.name === name);
    const article = 'https://www.news.example/2027/elections-in-talas/?utm_source=x#c';
    expect(composeEditLink(found?.template ?? '', article)).toBe(link);
  });

  it('in DataLife Engine', () => {
    const { template = '' } = EDIT_LINK_PATTERNS.find(({ name }) => /DataLife/.test(name)) ?? {};
    expect(composeEditLink(template, 'https://news.example/kg/1234-saylau.html')).toBe(
      'https://news.example/admin.php?mod=editnews&action=editnews&id=1234',
    );
    expect(composeEditLink(template, 'https://news.example/kg/saylau.html')).toBeNull();
  });

  it('by patterns that have no fault, each another', () => {
    for (const { template } of EDIT_LINK_PATTERNS) {
      expect([template, findTemplateFault(template)]).toEqual([template, null]);
      expect(template).toMatch(/^https:\/\/\{host\}\//);
    }
    expect(new Set(EDIT_LINK_PATTERNS.map(({ name }) => name)).size).toBe(
      EDIT_LINK_PATTERNS.length,
    );
  });
});

describe('a placeholder', () => {
  it.each([
    ['{host}', ARTICLE, 'www.news.example'],
    ['{host}', 'http://127.0.0.1:8080/a', '127.0.0.1%3A8080'],
    ['{slug}', ARTICLE, '32456789'],
    ['{slug}', 'https://news.example/a/b.c/', 'b'],
    ['{slug}', 'https://news.example/a/v1.25/', 'v1.25'],
    ['{slug}', 'https://news.example/сайлоо/', encodeURIComponent('сайлоо')],
    ['{slug}', 'https://news.example/%zz', '%25zz'],
    ['{slug}', 'https://news.example/a%26b%3Dc', 'a%26b%3Dc'],
    ['{path}', ARTICLE, 'a/elections-in-talas/32456789.html'],
    ['{path}', 'https://news.example//x//y/', 'x/y'],
    ['{path}', 'https://news.example/..%2f..%2fz', '..%2F..%2Fz'],
    ['?p={path}', 'https://news.example/x/y', '?p=x%2Fy'],
    ['?p={path}', 'https://news.example/x%2Fy?q', '?p=x%2Fy'],
    ['#{path}?', 'https://news.example/x/y', '#x/y?'],
    [
      '?u={url}',
      'https://news.example/x?a=1&b#c',
      '?u=https%3A%2F%2Fnews.example%2Fx%3Fa%3D1%26b%23c',
    ],
    ['{words}', 'https://news.example/one-two__three+four.html', 'one%20two%20three%20four'],
    ['{id}', ARTICLE, '32456789'],
    ['{id}', 'https://news.example/title-32456', '32456'],
    ['{id}', 'https://news.example/2027-32456', '32456'],
    ['{id}', 'https://news.example/2027/01/15/98765/title', '98765'],
    ['{id}', 'https://news.example/2027/title?utm_id=x&newsid=7', '7'],
    ['{id}', 'https://news.example/?p=42', '42'],
  ])('%s of %s', (rest, article, expected) => {
    expect(composeEditLink(`https://cms.example/${rest}`, article)).toBe(
      `https://cms.example/${expected}`,
    );
  });

  it.each([
    ['{slug}', 'https://news.example/'],
    ['{slug}', 'https://news.example/...html'],
    ['{path}', 'https://news.example/?a=b'],
    ['{words}', 'https://news.example/---'],
    ['{id}', 'https://news.example/2027/title'],
    ['{url}', 'not a URL'],
    ['{url}', 'urn:x:y'],
    ['{url}', 'javascript:alert(1)'],
    ['', 'file:///etc/passwd'],
  ])('%s that %s does not have makes no link', (rest, article) => {
    expect(composeEditLink(`https://cms.example/${rest}`, article)).toBeNull();
  });
});

/** Texts of the signs that URLs are made of, and of others. */
const pieces = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 12 }),
  fc.string({ unit: fc.constantFrom(...'/\\?#@:%.2eEfF&=;{}[] \t\n<>"\'a0') }),
  fc.constantFrom(
    '..',
    '%2e%2e',
    '%2f',
    '//evil.example',
    '@evil.example',
    '\u202e',
    'javascript:',
  ),
);
const articles = fc
  .tuple(
    fc.constantFrom('https://', 'http://', 'HTTPS:\\\\', 'https:'),
    fc.oneof(
      fc.constantFrom('news.example', 'a:b@news.example:8080', '[::1]', 'xn--80a', '127.1'),
      pieces,
    ),
    fc.array(pieces, { maxLength: 5 }),
  )
  .map(([scheme, host, path]) => `${scheme}${host}/${path.join('/')}`);
const templates = fc
  .tuple(
    fc.constantFrom('https://', 'http://', 'javascript://', ''),
    fc.oneof(fc.constantFrom('{host}', 'cms.{host}', 'cms.example', 'localhost:1'), pieces),
    fc.array(
      fc.oneof(fc.constantFrom(...EDIT_LINK_PLACEHOLDERS.map((name) => `{${name}}`)), pieces),
      { maxLength: 6 },
    ),
    fc.constantFrom('', '/', '?'),
  )
  .map(([scheme, host, rest, joint]) => `${scheme}${host}/${rest.join(joint)}`);

test('no template and no article leads out of the template’s origin', () => {
  let made = 0;
  const fair = templates.filter((template) => findTemplateFault(template) === null);
  fc.assert(
    fc.property(fair, articles, (template, article) => {
      const link = composeEditLink(template, article);
      if (link === null) return;
      made++;
      const { host } = new URL(article);
      const [, origin = ''] = /^([^/]*\/\/[^/?#]*)/.exec(template) ?? [];
      const url = new URL(link);
      expect(url.origin).toBe(new URL(origin.replace('{host}', () => host)).origin);
      expect([url.username, url.password]).toEqual(['', '']);
      expect(link).toMatch(/^https:\/\/|^http:\/\/localhost:1\//);
      expect(link).toMatch(/^[!-~]*$/);
    }),
    { numRuns: 3_000 },
  );
  expect(made).toBeGreaterThan(100);
});

test('what the article puts in stays in the part of the address where it stands', () => {
  fc.assert(
    fc.property(articles, fc.constantFrom(...EDIT_LINK_PLACEHOLDERS), (article, name) => {
      const link = composeEditLink(
        `https://cms.example/a/{${name}}/b?c={${name}}&d=e#{${name}}`,
        article,
      );
      if (link === null) return;
      const { pathname, searchParams, hash } = new URL(link);
      expect(pathname.startsWith('/a/') && pathname.endsWith('/b')).toBe(true);
      if (name !== 'path') expect(pathname.split('/')).toHaveLength(4);
      expect([...searchParams.keys()]).toEqual(['c', 'd']);
      expect(searchParams.get('d')).toBe('e');
      expect(decodeURIComponent(hash.slice(1))).toBe(searchParams.get('c'));
    }),
    { numRuns: 2_000 },
  );
});

test('anything at all has a fault or makes a link of https, or of the machine itself', () => {
  fc.assert(
    fc.property(fc.oneof(templates, pieces), (template) => {
      const link = composeEditLink(template, 'https://news.example/a/b-c-12345.html');
      expect(link === null).toBe(findTemplateFault(template) !== null);
    }),
    { numRuns: 3_000 },
  );
});

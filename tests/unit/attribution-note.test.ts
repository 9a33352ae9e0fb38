import { describe, expect, it } from 'vitest';
import { composeNote } from '../../src/model/attribution/compose-note.ts';
import { makeOptions, makeSource, makeTerms, URL_OF_STORY } from './attribution-source.ts';

const LINK = '<a href="https://news.example/story?a=1&amp;b=2" rel="noopener">';
const BY = 'https://creativecommons.org/licenses/by/4.0/';
const compose = (
  source: Parameters<typeof makeSource>[0] = {},
  options: Parameters<typeof makeOptions>[1] = {},
  language = 'en-GB',
) => composeNote(makeSource(source), makeOptions(language, options));

describe('a note', () => {
  it('has title, authors, publisher, date and link', () => {
    expect(compose()).toEqual({
      plain: `\n\nSource: Rain in Osh. A. Writer, B. & C., The News, 1 May 2024. ${URL_OF_STORY}`,
      html: `<p>Source: ${LINK}Rain in Osh</a>. A. Writer, B. &amp; C., The News, 1 May 2024</p>`,
    });
  });

  it.each([
    ['ru', `Источник: Rain in Osh. A. Writer, B. & C., The News, 1 мая 2024 г. ${URL_OF_STORY}`],
    ['fr', `Source\u00a0: Rain in Osh. A. Writer, B. & C., The News, 1 mai 2024. ${URL_OF_STORY}`],
    ['ja', `出典：Rain in Osh。A. Writer、B. & C.、The News、2024年5月1日。 ${URL_OF_STORY}`],
    ['de_AT', `Quelle: Rain in Osh. A. Writer, B. & C., The News, 1. Mai 2024. ${URL_OF_STORY}`],
  ])('is set as %s sets it', (language, line) => {
    expect(compose({}, {}, language).plain).toBe(`\n\n${line}`);
  });

  it('is nothing but the link where the page says nothing', () => {
    const nothing = { title: ' ', authors: [''], publisher: ' ', published: null };
    expect(compose(nothing)).toEqual({
      plain: `\n\nSource: ${URL_OF_STORY}`,
      html: `<p>Source: ${LINK}https://news.example/story?a=1&amp;b=2</a></p>`,
    });
  });

  it.each([
    ['What now?', 'What now? A. Writer'],
    ['Enough!', 'Enough! A. Writer'],
    ['He said “yes.”', 'He said “yes.” A. Writer'],
    ['Rain.', 'Rain. A. Writer'],
    ['Rain...', 'Rain... A. Writer'],
    ['Rain…', 'Rain… A. Writer'],
    ['In the U.S.', 'In the U.S. A. Writer'],
    ['News:', 'News. A. Writer'],
    [' The \n rain\u0000 ', 'The rain. A. Writer'],
  ])('ends the title %j once', (title, said) => {
    expect(compose({ title }).plain).toContain(`Source: ${said},`);
  });

  it('sets no comma behind a title that asks', () => {
    expect(compose({ title: 'What now?', authors: [] }).plain).toContain('now? The News, 1 May');
  });

  it.each([
    [{ publisher: 'a. writer' }, 'Rain in Osh. A. Writer, B. & C., 1 May 2024. '],
    [{ title: 'Rain – The News' }, 'Rain – The News. A. Writer, B. & C., 1 May 2024. '],
    [{ title: 'THE NEWS: rain' }, 'THE NEWS: rain. A. Writer, B. & C., 1 May 2024. '],
    [{ title: 'The News today' }, 'The News today. A. Writer, B. & C., The News, 1 May 2024. '],
    [{ authors: ['Ann,', 'ann', ' '] }, 'Rain in Osh. Ann, The News, 1 May 2024. '],
  ])('names nobody twice: %j', (source, line) => {
    expect(compose(source).plain).toBe(`\n\nSource: ${line}${URL_OF_STORY}`);
  });

  it('keeps what runs the other way apart', () => {
    const hebrew = compose({ title: 'שלום עולם', authors: [], publisher: null });
    expect(hebrew.plain).toContain('Source: \u2068שלום עולם\u2069, 1 May');
    expect(hebrew.html).toBe(`<p>Source: ${LINK}<bdi>שלום עולם</bdi></a>, 1 May 2024</p>`);
    const persian = compose({ title: 'باران', authors: ['Ann'], publisher: null }, {}, 'fa');
    expect(persian.plain).toContain('\n\nمنبع: باران. \u2068Ann\u2069، ');
    expect(persian.plain.endsWith(`. ${URL_OF_STORY}`)).toBe(true);
    expect(persian.html).toMatch(
      /^<p dir="rtl">منبع: <a href="[^"]+" rel="noopener">باران<\/a>. <bdi>Ann<\/bdi>، /,
    );
    expect(compose({ title: 'abc \u202e cba' }).plain).not.toContain('\u202e');
  });

  it('links to addresses of the web only', () => {
    const urls = ['javascript:alert(1)', ' java\nscript:alert(1)', 'data:text/html,x', 'http://'];
    for (const url of urls) {
      const { plain, html } = compose({ url }, { url });
      expect(html).not.toContain('href');
      expect(plain).toContain(url.replace(/\s/g, ''));
    }
  });

  it('opens the article at the passage where that is asked for', () => {
    const url = `${URL_OF_STORY}#:~:text=rain,sun`;
    const { plain, html } = compose({ terms: makeTerms({ print: 'Name it.' }) }, { url });
    expect(plain.endsWith(` ${url}`)).toBe(true);
    const passage =
      '<a href="https://news.example/story?a=1&amp;b=2#:~:text=rain,sun" rel="noopener">';
    expect(html.split(passage)).toHaveLength(3);
    expect(html).toContain(`${passage}https://news.example/story?a=1&amp;b=2</a></p>`);
  });
});

describe('what terms ask for', () => {
  it('the publisher’s name leads to the home page, the title to the article', () => {
    const { plain, html } = compose({ terms: makeTerms({ target: 'home' }) });
    expect(plain).toContain('The News (https://news.example/), 1 May');
    expect(plain.endsWith(URL_OF_STORY)).toBe(true);
    expect(html).toContain(`${LINK}Rain`);
    expect(html).toContain('<a href="https://news.example/" rel="noopener">The News</a>');
  });

  it('a named host is linked, by the publisher’s name where it is the article’s own', () => {
    const read = (target: string, url = URL_OF_STORY) =>
      compose({ url, terms: makeTerms({ target }) }).html.replace(/.*C\., |, 1 May.*/g, '');
    expect(read('news.example')).toBe(
      '<a href="https://news.example/" rel="noopener">The News</a>',
    );
    expect(read('news.example', 'https://ky.news.example/a')).toBe(
      '<a href="https://news.example/" rel="noopener">The News</a>',
    );
    expect(read('news.example', 'http://www.news.example:8080/a')).toBe(
      '<a href="http://www.news.example:8080/" rel="noopener">The News</a>',
    );
    expect(read('other.example')).toBe(
      'The News (<a href="https://other.example/" rel="noopener">other.example</a>)',
    );
    expect(read('новости.рф')).toContain(
      'href="https://xn--b1amnebsh.xn--p1ai/" rel="noopener">новости.рф<',
    );
    for (const none of ['a b', 'x', '"><b>', 'a.b/c', '']) expect(read(none)).toBe('The News');
  });

  it('the home page is linked without a name, and where the wording has none', () => {
    const terms = makeTerms({ target: 'home' });
    const home = '<a href="https://news.example/" rel="noopener">news.example</a>';
    expect(compose({ terms, publisher: null }).html).toContain(`B. &amp; C., ${home}, 1 May`);
    expect(compose({ terms, publisher: 'A. Writer' }).html).toContain(`C., ${home}, 1 May`);
    const own = compose({ terms }, { templates: { html: '{title}.', plain: 'See {url}' } });
    expect(own.html).toBe(`<p>${LINK}Rain in Osh</a>. ${home}</p>`);
    expect(own.plain).toBe(`\n\nSee ${URL_OF_STORY}\nhttps://news.example/`);
  });

  it('no second link where the article is the home page', () => {
    const url = 'https://news.example/';
    expect(compose({ url, terms: makeTerms({ target: 'home' }) }, { url }).html).not.toMatch(
      /<a.*<a/,
    );
  });

  it('never links that search engines may not follow', () => {
    const terms = makeTerms({ target: 'home', indexable: true });
    const { html } = compose({ terms, license: BY });
    expect(html.match(/<a /g)).toHaveLength(3);
    expect(html.match(/ rel="noopener">/g)).toHaveLength(3);
  });

  it('a warning where commercial use is not granted, in any wording', () => {
    const terms = makeTerms({ nonCommercial: true });
    const { plain, html } = compose({ terms });
    expect(plain).toContain(`1 May 2024. Not for commercial use. ${URL_OF_STORY}`);
    expect(html).toMatch(/1 May 2024\. Not for commercial use<\/p>$/);
    const own = compose({ terms }, { templates: { html: '{title}', plain: '{url}' } }, 'de');
    expect(own.html).toBe(`<p>${LINK}Rain in Osh</a>. Nicht für kommerzielle Nutzung</p>`);
    expect(own.plain).toBe(`\n\n${URL_OF_STORY}\nNicht für kommerzielle Nutzung`);
    expect(compose().plain).not.toContain('commercial');
  });

  it('an address that can be read, where print has terms of its own', () => {
    const terms = makeTerms({ print: 'In print, name the address.' });
    const visible = `${LINK}https://news.example/story?a=1&amp;b=2</a>`;
    expect(compose({ terms }).html).toMatch(
      /1 May 2024\. <a href="[^"]+" rel="noopener">https:[^<]+<\/a><\/p>$/,
    );
    const own = compose({ terms }, { templates: { html: '{url} ({date})' } });
    expect(own.html).toBe(`<p>${visible} (1 May 2024)</p>`);
  });
});

describe('an article under a Creative Commons licence', () => {
  it('has title, author, source, licence, and that it is an excerpt', () => {
    expect(compose({ license: BY })).toEqual({
      plain: `\n\nSource: Rain in Osh (excerpt). A. Writer, B. & C., The News, 1 May 2024. Licence: CC BY 4.0 (${BY}). ${URL_OF_STORY}`,
      html: `<p>Source: ${LINK}Rain in Osh</a> (excerpt). A. Writer, B. &amp; C., The News, 1 May 2024. Licence: <a href="${BY}" rel="noopener">CC BY 4.0</a></p>`,
    });
    expect(compose({ license: BY }, { isExcerpt: false }).plain).toContain('Osh. A. Writer');
  });

  it.each([
    [
      { license: 'http://www.creativecommons.org/licenses/BY-SA/3.0/de/legalcode' },
      'CC BY-SA 3.0',
      'licenses/by-sa/3.0/de',
    ],
    [
      { license: 'https://creativecommons.org/licenses/by-nc/4.0/deed.ru' },
      'CC BY-NC 4.0',
      'licenses/by-nc/4.0',
    ],
    [
      { license: 'https://creativecommons.org/publicdomain/zero/1.0/' },
      'CC0 1.0',
      'publicdomain/zero/1.0',
    ],
    [{ evidence: 'Text is under CC BY-NC-ND 4.0.' }, 'CC BY-NC-ND 4.0', 'licenses/by-nc-nd/4.0'],
    [
      { evidence: 'See creativecommons.org/licenses/by/3.0/ for more.' },
      'CC BY 3.0',
      'licenses/by/3.0',
    ],
    [{ evidence: 'cc by sa' }, 'CC BY-SA', null],
    [{ evidence: 'Лицензия Creative Commons' }, 'Creative Commons', null],
  ])('names and links the licence of %j', (stated, name, path) => {
    const { license, evidence }: { license?: string; evidence?: string } = stated;
    const terms = evidence === undefined ? null : makeTerms({ kind: 'cc-license', evidence });
    const { html } = compose({ license: license ?? null, terms });
    const url = `https://creativecommons.org/${path}/`;
    expect(html).toContain(
      `Licence: ${path === null ? name : `<a href="${url}" rel="noopener">${name}</a>`}`,
    );
    expect(html.includes('Not for commercial use')).toBe(name.includes('NC'));
  });

  it('is none for other licences', () => {
    for (const license of ['https://creativecommons.org.evil.example/', 'https://a.example/mit']) {
      expect(compose({ license }).html).not.toContain('Licence');
    }
  });
});

describe('credits of copied images', () => {
  const credit = {
    names: ['Ada Byron', 'Agency'],
    domain: null,
    links: [{ name: 'Agency', url: 'https://agency.example/' }],
  };

  it('are a paragraph of their own, once each, linked where that is no guess', () => {
    const other = { names: [], domain: 'pix.example', links: [] };
    const { plain, html } = compose({}, { imageCredits: [credit, credit, other] });
    expect(plain.endsWith(`${URL_OF_STORY}\nPhoto: Ada Byron / Agency; pix.example`)).toBe(true);
    expect(html).toMatch(
      /<\/p><p>Photo: Ada Byron \/ <a href="https:\/\/agency\.example\/" rel="noopener">Agency<\/a>; pix\.example<\/p>$/,
    );
  });

  it('are left out where they name nobody, or lead nowhere', () => {
    const nobody = { names: [' '], domain: null, links: [] };
    expect(compose({}, { imageCredits: [nobody] })).toEqual(compose());
    const trap = { ...credit, links: [{ name: 'Agency', url: 'javascript:alert(1)' }] };
    expect(compose({}, { imageCredits: [trap] }).html).toMatch(/Photo: Ada Byron \/ Agency<\/p>$/);
  });
});

describe('a person’s own wording', () => {
  it('is filled in, its text escaped, a new line a paragraph', () => {
    const templates = {
      html: '<b> \\{x\\} {title}\n[{authors}][ ({date})]',
      plain: '{url}\n{title}',
    };
    expect(compose({}, { templates })).toEqual({
      plain: `\n\n${URL_OF_STORY}\nRain in Osh`,
      html: `<p>&lt;b&gt; {x} ${LINK}Rain in Osh</a></p><p>A. Writer, B. &amp; C. (1 May 2024)</p>`,
    });
  });

  it('leaves nothing of what is empty, in brackets or not', () => {
    const templates = {
      html: '{authors}, {publisher}: {title} ({date})[, of {date}]. {warning}',
      plain: '{authors}: {publisher}, {date}. {title}, {url}',
    };
    const bare = { authors: [], publisher: null, published: null };
    expect(compose(bare, { templates })).toEqual({
      plain: `\n\nRain in Osh, ${URL_OF_STORY}`,
      html: `<p>${LINK}Rain in Osh</a></p>`,
    });
  });

  it('gives way to the built-in one where it is faulty', () => {
    const faulty = ['', '{title', 'no way to the source', '[{title}]', '{constructor}', '{url}]'];
    for (const text of faulty) {
      expect(compose({}, { templates: { html: text, plain: text } })).toEqual(compose());
    }
    expect(compose({}, { templates: { plain: '{title}' } })).toEqual(compose());
  });
});

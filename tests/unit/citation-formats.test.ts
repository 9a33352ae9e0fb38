/** Citations that are data or code, read back by the parsers of their formats. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Cite } from '@citation-js/core';
import '@citation-js/plugin-bibtex';
import '@citation-js/plugin-ris';
import { Ajv } from 'ajv';
import fc from 'fast-check';
import { parseHTML } from 'linkedom';
import MarkdownIt from 'markdown-it';
import * as v from 'valibot';
import { describe, expect, it } from 'vitest';
import wtf from 'wtf_wikipedia';
import { type CitationFields, readDateParts } from '../../src/model/citation/citation-fields.ts';
import { prepareWork } from '../../src/model/citation/cited-work.ts';
import { composeCitation } from '../../src/model/citation/compose-citation.ts';
import type { CitationFormat } from '../../src/model/citation/formats.ts';
import { ACCESSED, harbour, hostileFields } from './citation-sources.ts';

const nameSchema = v.object({
  family: v.optional(v.string()),
  given: v.optional(v.string()),
  literal: v.optional(v.string()),
  suffix: v.optional(v.string()),
  'non-dropping-particle': v.optional(v.string()),
});
const dateSchema = v.object({ 'date-parts': v.array(v.array(v.number())) });
const itemSchema = v.object({
  id: v.string(),
  type: v.string(),
  title: v.string(),
  author: v.optional(v.array(nameSchema)),
  reporter: v.optional(
    v.union([
      v.array(v.string()),
      v.pipe(
        v.string(),
        v.transform((one) => [one]),
      ),
    ]),
  ),
  'container-title': v.optional(v.string()),
  publisher: v.optional(v.string()),
  URL: v.optional(v.string()),
  issued: v.optional(dateSchema),
  accessed: v.optional(dateSchema),
  language: v.optional(v.string()),
});
const itemsSchema = v.pipe(v.array(itemSchema), v.length(1));

const compose = (format: CitationFormat, fields: CitationFields) =>
  composeCitation(format, fields, ACCESSED).plain;

/** What the fields are once they are one line each, and their names taken apart. */
function prepare(fields: CitationFields) {
  const accessed = readDateParts(ACCESSED);
  if (accessed === null) throw new Error('no day');
  return prepareWork(fields, accessed);
}

function readOnly(data: unknown): v.InferOutput<typeof itemSchema> {
  const [item] = v.parse(itemsSchema, data);
  if (item === undefined) throw new Error('no item');
  return item;
}

const readBack = (text: string, forceType: string) => readOnly(new Cite(text, { forceType }).data);
const datesOf = (fields: CitationFields) => {
  const { date } = prepare(fields);
  return date === null
    ? undefined
    : { 'date-parts': [[date.year, date.month, date.day].filter((part) => part !== null)] };
};

/** Runs a check on hostile fields, and says which ones broke it. */
function holdFor(check: (fields: CitationFields) => void, numRuns = 300): void {
  fc.assert(fc.property(hostileFields, check), { numRuns });
}

describe('BibTeX', () => {
  it('is an entry that BibTeX and biblatex read', () => {
    expect(
      compose('bibtex', {
        ...harbour,
        title: '50% & {more}',
        authors: ['Jan van der Berg', 'Reuters'],
      }),
    ).toBe(
      [
        '@online{berg2026more,',
        '  author = {van der Berg, Jan and {Reuters}},',
        '  title = {{50\\% \\& \\textbraceleft{}more\\textbraceright{}}},',
        '  organization = {The Bay Post},',
        '  date = {2026-03-01},',
        '  year = {2026},',
        '  url = {https://bay.example/news/wall},',
        '  urldate = {2026-11-23},',
        '  langid = {english},',
        '  month = mar,',
        '}',
      ].join('\n'),
    );
  });

  it('keeps a name that ends in a hyphen', () => {
    const work = compose('bibtex', { ...harbour, authors: ['word- ,{'] });
    expect(work).toContain('author = {{word-}, {\\textbraceleft{}}}');
  });

  it('gives back the same fields, whatever a page says', () => {
    holdFor((fields) => {
      const work = prepare(fields);
      const item = readBack(compose('bibtex', fields), '@biblatex/text');
      expect(item.type).toBe('webpage');
      expect(item.title).toBe(work.title);
      expect(item.publisher ?? '').toBe(work.site === work.title ? '' : work.site);
      expect(item.issued).toEqual(datesOf(fields));
      // The parser encodes anew what is no proper percent-encoding.
      if (!/%(?![\da-f]{2})/i.test(work.url ?? '')) {
        expect(decodeUrl(item.URL ?? '')).toBe(decodeUrl(work.url ?? ''));
      }
      expect((item.author ?? []).map(readFullName)).toEqual(work.names.map(readFullName));
    });
  });
});

describe('RIS', () => {
  it('is lines with CR and LF, and its end', () => {
    expect(compose('ris', { ...harbour, isNews: true })).toBe(
      [
        'TY  - NEWS',
        'TI  - The harbour wall is raised',
        'AU  - Lovelace, Ada',
        'T2  - The Bay Post',
        'DA  - 2026/03/01/',
        'PY  - 2026',
        'LA  - en',
        'UR  - https://bay.example/news/wall',
        'Y2  - 2026/11/23/',
        'ER  - ',
        '',
      ].join('\r\n'),
    );
  });

  it('gives back the same fields, whatever a page says', () => {
    holdFor((fields) => {
      const work = prepare(fields);
      const text = compose('ris', fields);
      expect(text.match(/^TY {2}- /gm)).toHaveLength(1);
      expect(text.match(/^ER {2}- /gm)).toHaveLength(1);
      const item = readBack(text, '@ris/file');
      expect(item.type).toBe(fields.isNews ? 'article-newspaper' : 'webpage');
      expect(item.title).toBe(work.title);
      expect(item.URL ?? '').toBe(work.url ?? '');
      if (fields.isNews) expect(item.issued?.['date-parts'][0]?.[0]).toBe(work.date?.year);
      else expect(item.issued).toEqual(datesOf(fields));
      expect(item.author ?? item.reporter ?? []).toHaveLength(work.names.length);
    });
  });
});

describe('CSL-JSON', () => {
  // https://github.com/citation-style-language/schema, MIT licence
  const schema = JSON.parse(
    readFileSync(join(import.meta.dirname, '../fixtures/csl-data.json'), 'utf8'),
  );
  const validate = new Ajv({ strict: false, allErrors: true }).compile(schema);

  it('is valid by its schema, and says what the fields say, whatever a page says', () => {
    holdFor((fields) => {
      const work = prepare(fields);
      const data: unknown = JSON.parse(compose('csl-json', fields));
      expect(validate(data), JSON.stringify(validate.errors)).toBe(true);
      const item = readOnly(data);
      expect(item.type).toBe(fields.isNews ? 'article-newspaper' : 'webpage');
      expect(item.title).toBe(work.title);
      expect(item['container-title'] ?? '').toBe(work.site === work.title ? '' : work.site);
      expect(item.URL).toBe(work.url ?? undefined);
      expect(item.issued).toEqual(datesOf(fields));
      expect((item.author ?? []).map(readFullName)).toEqual(work.names.map(readFullName));
      expect(item.accessed).toEqual(
        work.url === null ? undefined : { 'date-parts': [[2026, 11, 23]] },
      );
    });
  });

  it('tells people, particles and institutions apart', () => {
    const authors = ['Jan van der Berg', 'Martin Luther King, Jr.', 'Reuters'];
    expect(readOnly(JSON.parse(compose('csl-json', { ...harbour, authors }))).author).toEqual([
      { family: 'Berg', given: 'Jan', 'non-dropping-particle': 'van der' },
      { family: 'King', given: 'Martin Luther', suffix: 'Jr.' },
      { literal: 'Reuters' },
    ]);
  });
});

describe('wikitext', () => {
  it('is the template for web pages, or for news', () => {
    expect(compose('wikitext', harbour)).toBe(
      '{{cite web |last=Lovelace |first=Ada |title=The harbour wall is raised |url=https://bay.example/news/wall |website=The Bay Post |date=2026-03-01 |access-date=2026-11-23 |language=en}}',
    );
    const month = compose('wikitext', { ...harbour, isNews: true, published: '2026-03' });
    expect(month).toMatch(/^\{\{cite news .* \|work=The Bay Post \|date=March 2026 /);
  });

  it('is one template with the same fields, whatever a page says', () => {
    holdFor((fields) => {
      const work = prepare(fields);
      const text = compose('wikitext', fields);
      expect(text.indexOf('{{')).toBe(text.lastIndexOf('{{'));
      expect(text.indexOf('}}')).toBe(text.length - 2);
      expect(text).not.toMatch(/~~|\[\[|\]\]|''|__|<|>|\n/);
      const values = readTemplate(text);
      expect(decodeEntities(values.get('title') ?? '')).toBe(work.title);
      expect(decodeUrl(values.get('url') ?? '')).toBe(decodeUrl(work.url ?? ''));
      expect(decodeEntities(values.get(fields.isNews ? 'work' : 'website') ?? '')).toBe(
        work.site === work.title ? '' : work.site,
      );
    });
  });

  it('is what a parser of wikitext takes for a citation', () => {
    const title = 'Walls [and] {more} | a=b';
    const [citation] = wtf(compose('wikitext', { ...harbour, title })).citations();
    const data = v.parse(v.record(v.string(), v.unknown()), citation?.json());
    expect(data).toMatchObject({
      type: 'cite web',
      url: harbour.url,
      last: 'Lovelace',
      first: 'Ada',
    });
    expect(decodeEntities(String(data['title']))).toBe(title);
  });
});

describe('Markdown', () => {
  const markdown = new MarkdownIt({ html: true, linkify: true });
  const draw = (text: string) =>
    parseHTML(`<html><body>${markdown.render(text)}</body></html>`).document.body;

  it('is a link with its details', () => {
    expect(compose('markdown', { ...harbour, title: 'Walls [and] *more*' })).toBe(
      '[Walls \\[and\\] \\*more\\*](https://bay.example/news/wall), Ada Lovelace, The Bay Post, 2026-03-01',
    );
  });

  it('is one paragraph with the title as its only link, whatever a page says', () => {
    holdFor((fields) => {
      const work = prepare(fields);
      const body = draw(compose('markdown', fields));
      expect(body.children).toHaveLength(1);
      expect(body.firstElementChild?.localName).toBe('p');
      const links = [...body.querySelectorAll('p *')];
      expect(links.map((link) => link.localName)).toEqual(work.url === null ? [] : ['a']);
      const [link] = links;
      const text = squeeze(body.textContent ?? '');
      expect(text.startsWith(squeeze(work.title))).toBe(true);
      if (link === undefined || work.url === null) return;
      expect(squeeze(link.textContent ?? '')).toBe(squeeze(work.title));
      expect(decodeUrl(link.getAttribute('href') ?? '')).toBe(decodeUrl(work.url));
    });
  });
});

describe('HTML', () => {
  it('is a cite, its link and a time', () => {
    expect(composeCitation('html', { ...harbour, title: '<b>"A" & B' }, ACCESSED)).toMatchObject({
      plain:
        '<cite lang="en"><a href="https://bay.example/news/wall">&lt;b&gt;&quot;A&quot; &amp; B</a></cite>, Ada Lovelace, The Bay Post, <time datetime="2026-03-01">2026-03-01</time>',
    });
  });

  it('has no element but its own, whatever a page says', () => {
    holdFor((fields) => {
      const work = prepare(fields);
      const { document } = parseHTML(`<html><body>${compose('html', fields)}</body></html>`);
      const names = [...document.body.querySelectorAll('*')].map((one) => one.localName);
      expect(names).toEqual([
        'cite',
        ...(work.url === null ? [] : ['a']),
        ...(work.date === null ? [] : ['time']),
      ]);
      expect(document.querySelector('cite')?.textContent).toBe(work.title);
      expect(document.querySelector('a')?.getAttribute('href')).toBe(work.url ?? undefined);
    });
  });
});

type NameLike = Partial<
  Record<
    'family' | 'given' | 'literal' | 'suffix' | 'particle' | 'non-dropping-particle',
    string | undefined
  >
>;

/** A name's parts in one order; where a particle is counted to the family name, it is the same name. */
function readFullName(name: NameLike): string {
  const { family, literal, given, suffix } = name;
  const particle = name.particle ?? name['non-dropping-particle'];
  return [given, particle, literal ?? family, suffix]
    .filter((part) => part !== undefined && part !== '')
    .join(' ');
}

/** The values of a template whose own signs are escaped. */
function readTemplate(text: string): Map<string, string> {
  const [, ...values] = text.slice(2, -2).split(' |');
  return new Map(
    values.map((value) => [
      value.slice(0, value.indexOf('=')),
      value.slice(value.indexOf('=') + 1),
    ]),
  );
}

function decodeEntities(text: string): string {
  return text.replace(/&#(\d+);|&amp;/g, (_, code) =>
    code === undefined ? '&' : String.fromCharCode(Number(code)),
  );
}

/** Addresses compare without regard to which signs are percent-encoded. */
function decodeUrl(url: string): string {
  return url.replace(/%(?![\da-f]{2})/gi, '%25').replace(/%([\da-f]{2})/gi, (whole, hex) => {
    const code = Number.parseInt(String(hex), 16);
    return code < 0x80 && code !== 0x25 ? String.fromCharCode(code) : whole.toUpperCase();
  });
}

function squeeze(text: string): string {
  return text.replace(/\s+/g, ' ').trim();
}

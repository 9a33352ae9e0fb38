/** Reading saved pages, with what may be wrong with them, and making synthetic ones. */
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import fc from 'fast-check';
import * as v from 'valibot';
import { afterAll, describe, expect, it } from 'vitest';
import { UsageError } from '../benchmark.ts';
import { readPages } from './read-pages.ts';
import { parseRows } from './read-rows.ts';
import { makePages } from './synthetic-pages.ts';

const root = mkdtempSync(join(tmpdir(), 'sic-corpus-'));
afterAll(() => rmSync(root, { recursive: true, force: true }));

const ROW = {
  name: 'one',
  url: 'https://news.example/a',
  isArticle: true,
  title: 'The old bridge',
  authors: ['Ada Fenwick'],
  siteName: 'The Harbour Courier',
  datePublished: '2026-03-01',
  more: 'of no interest',
};

let folders = 0;
function makeFolder(rows: readonly (object | string)[], pages = ['one']): string {
  folders += 1;
  const folder = join(root, String(folders));
  mkdirSync(join(folder, 'pages'), { recursive: true });
  const lines = rows.map((row) => (typeof row === 'string' ? row : JSON.stringify(row)));
  writeFileSync(join(folder, 'truth.jsonl'), `${lines.join('\n')}\n`);
  for (const name of pages) {
    writeFileSync(join(folder, 'pages', `${name}.html.gz`), gzipSync('<title>Ä</title>'));
  }
  return folder;
}

describe('saved pages', () => {
  it('come with their truth', () => {
    const [page] = readPages(makeFolder([ROW]));
    expect(page).toMatchObject({
      name: 'one',
      url: 'https://news.example/a',
      truth: {
        isArticle: true,
        title: 'The old bridge',
        authors: ['Ada Fenwick'],
        site: 'The Harbour Courier',
        published: '2026-03-01',
      },
    });
    expect(page?.readHtml()).toBe('<title>Ä</title>');
  });

  it('have no date where the page disputes it', () => {
    const derived = { dateDisputedByPage: '2026-03-05' };
    const [disputed, undisputed] = readPages(
      makeFolder([
        { ...ROW, derived },
        { ...ROW, derived: { dateDisputedByPage: null } },
      ]),
    );
    expect(disputed?.truth.published).toBeNull();
    expect(undisputed?.truth.published).toBe('2026-03-01');
  });

  it.each([
    ['no folder', () => join(root, 'nowhere'), /there is no folder/],
    ['no truth', () => mkdtempSync(join(root, 'empty-')), /truth\.jsonl cannot be read/],
    ['no rows', () => makeFolder(['']), /is empty/],
    ['no page', () => makeFolder([ROW], []), /one\.html\.gz is missing/],
    ['no JSON', () => makeFolder([ROW, '{']), /line 2 is no JSON/],
    ['no verdict', () => makeFolder([{ ...ROW, isArticle: 'yes' }]), /line 1: isArticle/],
    ['no address', () => makeFolder([{ ...ROW, url: 'news.example' }]), /line 1: url/],
    ['a name that leads elsewhere', () => makeFolder([{ ...ROW, name: '../one' }]), /1: name/],
  ])('with %s are refused', (_, make, message) => {
    const folder = make();
    expect(() => readPages(folder)).toThrow(UsageError);
    expect(() => readPages(folder)).toThrow(message);
  });
});

it('reads whatever lines, or says which is broken', () => {
  const schema = v.object({ a: v.number() });
  const line = fc.oneof(
    fc.string(),
    fc.json(),
    fc.double({ noNaN: true, noDefaultInfinity: true }).map((a) => JSON.stringify({ a })),
  );
  fc.assert(
    fc.property(fc.array(line), (lines) => {
      try {
        const rows = parseRows(lines.join('\n'), 'file', schema);
        expect(rows.every(({ a }) => typeof a === 'number')).toBe(true);
      } catch (fault) {
        expect(fault).toBeInstanceOf(UsageError);
        expect(String(fault)).toMatch(/file, line \d+/);
      }
    }),
  );
});

describe('synthetic pages', () => {
  const read = (seed: number) =>
    makePages(seed, 40).map((page) => ({ ...page, html: page.readHtml(), readHtml: null }));

  it('are the same for the same seed, and others for another', () => {
    expect(read(7)).toEqual(read(7));
    expect(read(7)).not.toEqual(read(8));
  });

  it('are articles and others, each at an address that is nobody’s', () => {
    const pages = makePages(1, 40);
    expect(pages.filter(({ truth }) => truth.isArticle)).toHaveLength(24);
    expect(pages.filter(({ truth }) => truth.isArticle === false)).toHaveLength(16);
    expect(pages.every(({ url }) => new URL(url).hostname.endsWith('.example'))).toBe(true);
  });
});

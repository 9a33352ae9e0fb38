/**
 * Pages with known truth, from a folder of saved ones: truth.jsonl, and beside it pages/NAME.html.gz. A
 * null in the truth is unknown, not absent.
 */
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import * as v from 'valibot';
import { UsageError } from '../benchmark.ts';
import { parseRows, readLines } from './read-rows.ts';

/** What is right about a page. */
export interface PageTruth {
  /** null: people do not agree */
  isArticle: boolean | null;
  title: string | null;
  authors: string[] | null;
  site: string | null;
  published: string | null;
}

export interface BenchPage {
  name: string;
  /** where it stood, and where it is served again */
  url: string;
  truth: PageTruth;
  readHtml(): string;
}

const text = v.nullish(v.string());
const rowSchema = v.object({
  name: v.pipe(v.string(), v.regex(/^[^/\\\0]+$/, 'must be the name of a file')),
  url: v.pipe(
    v.string(),
    v.check((url) => URL.canParse(url) && /^https?:/i.test(url), 'must be an http(s) URL'),
  ),
  isArticle: v.nullable(v.boolean()),
  title: text,
  authors: v.nullish(v.array(v.string())),
  siteName: text,
  datePublished: text,
  derived: v.optional(v.object({ dateDisputedByPage: v.optional(v.unknown()) })),
});

/**
 * Reads a corpus of pages.
 * @throws UsageError where the folder, the truth or a page is missing, or a row is broken
 */
export function readPages(folder: string): BenchPage[] {
  if (!existsSync(folder)) throw new UsageError(`there is no folder ${folder}`);
  const path = join(folder, 'truth.jsonl');
  const rows = parseRows(readLines(path), path, rowSchema);
  if (rows.length === 0) throw new UsageError(`${path} is empty`);
  return rows.map((row) => {
    const path = join(folder, 'pages', `${row.name}.html.gz`);
    if (!existsSync(path)) throw new UsageError(`the page ${path} is missing`);
    return {
      name: row.name,
      url: row.url,
      truth: readTruth(row),
      readHtml: () => gunzipSync(readFileSync(path)).toString('utf8'),
    };
  });
}

function readTruth(row: v.InferOutput<typeof rowSchema>): PageTruth {
  const isDisputed = Boolean(row.derived?.dateDisputedByPage);
  return {
    isArticle: row.isArticle,
    title: row.title ?? null,
    authors: row.authors ?? null,
    site: row.siteName ?? null,
    published: isDisputed ? null : (row.datePublished ?? null),
  };
}

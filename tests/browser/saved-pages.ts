/**
 * Twenty saved pages of different real sites, in many languages and scripts, some with hostile styles and
 * heavy scripts. The pages belong to their owners and are not part of the project: only their names are,
 * and where the folder is missing there are none. Served under the address that they had, without TLS, so
 * that a proxy on loopback can answer for them.
 */
import { existsSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { gunzipSync } from 'node:zlib';
import * as v from 'valibot';
import { ANNOTATION_SERVICE_REL } from '../../src/model/annotation-vocabulary.ts';

export const SAVED_PAGES = join(
  dirname(fileURLToPath(import.meta.url)),
  '../../../shared/data/pages',
);

/** Each page with what it is here for. */
const CHOSEN: [name: string, reason: string][] = [
  ['htmldate-24tv.ua', 'Ukrainian, Cyrillic; 51 scripts'],
  ['htmldate-arabic.sputniknews.com', 'Arabic, right to left; address in percent encoding'],
  ['htmldate-almadenahnews.com', 'Arabic; names no language'],
  ['htmldate-yjc.ir', 'Persian; address in Persian, no canonical link'],
  ['htmldate-jagran.com', 'Hindi, Devanagari; no canonical link'],
  ['htmldate-amarujala.com', 'Hindi; 280 KB of styles, trackers in the address'],
  ['fundus-asahi.com', 'Japanese, no spaces between words'],
  ['htmldate-news.ltn.com.tw', 'Chinese; no canonical link'],
  ['fundus-hankookilbo.com', 'Korean; 82 scripts'],
  ['htmldate-a1plus.am', 'Armenian'],
  ['fundus-ntv.com.tr', 'Turkish, dotted and dotless i; 57 scripts'],
  ['fundus-rp.pl', 'Polish; 110 KB of styles'],
  ['htmldate-baon.hu', 'Hungarian; 54 scripts'],
  ['htmldate-yle.fi', 'Finnish; 300 KB of styles'],
  ['fundus-nzz.ch', 'German; a live blog of 740 KB, its policy in a meta element'],
  ['fundus-apnews.com', 'English; 510 KB'],
  ['afnd-foxsports.com', 'English; 1 MB, its policy in a meta element'],
  ['fundus-dagbladet.no', 'Norwegian; 800 KB of styles'],
  ['htmldate-sudinfo.be', 'French; 370 KB of styles, 55 scripts'],
  ['fundus-elpais.com', 'Spanish'],
];

const rowSchema = v.object({
  name: v.string(),
  url: v.string(),
  isArticle: v.literal(true),
  lang: v.nullable(v.string()),
  derived: v.object({
    canonicalDeclaredEqualsUrl: v.nullable(v.string()),
    langGuess: v.nullish(v.string()),
  }),
});

export interface SavedPage {
  name: string;
  reason: string;
  lang: string;
  /** where it is served */
  url: string;
  /** the address that its copies have to carry, or null where the page itself states none */
  canonical: string | null;
  read(): string;
}

/** @returns the chosen pages, or none where the folder is missing */
export function listSavedPages(): SavedPage[] {
  if (!existsSync(SAVED_PAGES)) return [];
  const rows = readFileSync(join(SAVED_PAGES, '../truth.jsonl'), 'utf8').trim().split('\n');
  const wanted = new Map(CHOSEN);
  const found = rows.flatMap((line) => {
    const row = v.safeParse(rowSchema, JSON.parse(line));
    return row.success && wanted.has(row.output.name) ? [row.output] : [];
  });
  const missing = CHOSEN.filter(([name]) => !found.some((row) => row.name === name));
  if (missing.length > 0) throw new Error(`no saved article ${missing[0]?.[0]} in ${SAVED_PAGES}`);
  return CHOSEN.flatMap(([name, reason]) => {
    const row = found.find((one) => one.name === name);
    if (row === undefined) return [];
    const url = new URL(row.url);
    url.protocol = 'http:';
    return [
      {
        name,
        reason,
        lang: row.lang ?? row.derived.langGuess ?? '?',
        url: url.href,
        canonical: row.derived.canonicalDeclaredEqualsUrl,
        read: () => gunzipSync(readFileSync(join(SAVED_PAGES, `${name}.html.gz`))).toString(),
      },
    ];
  });
}

/** A page that names an endpoint for reports, as a site that takes part does. */
export function nameService(html: string, service: string): string {
  const link = `<link rel="${ANNOTATION_SERVICE_REL}" href="${service}">`;
  // A function, since a page's own text may hold "$&".
  return html.replace(/<head(\s[^>]*)?>/i, (head) => head + link);
}

/**
 * Sentences with known meaning: reuse-notices.jsonl (what a site's terms ask) and credits.jsonl (whom a
 * credit names). What a row does not state is not compared; rows that are templates of a site's software,
 * not sentences, are left out.
 */
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import * as v from 'valibot';
import { TERMS_KINDS } from '../../../src/model/source.ts';
import { UsageError } from '../benchmark.ts';
import { parseRows, readLines } from './read-rows.ts';

const flag = v.optional(v.boolean(), false);
const LINKS: Record<string, 'active' | 'plain' | 'reference'> = {
  active: 'active',
  direct: 'active',
  hyperlink: 'active',
  'active-hyperlink': 'active',
  'direct-hyperlink': 'active',
  link: 'plain',
  plain: 'plain',
  reference: 'reference',
};

const noticeRow = v.pipe(
  v.object({
    lang: v.string(),
    text: v.string(),
    kind: v.picklist(TERMS_KINDS),
    link: v.optional(v.picklist(Object.keys(LINKS))),
    target: v.optional(v.string()),
    position: v.optional(v.string()),
    max_share: v.optional(v.pipe(v.string(), v.regex(/^\d+(\.\d+)?%$/, 'must be a percentage'))),
    indexable: v.optional(v.boolean()),
    noncommercial: v.optional(v.boolean()),
    negative: flag,
    template: flag,
  }),
  v.transform(({ link, target, position, max_share: share, negative, ...row }) => ({
    ...row,
    negative: negative || row.kind === 'none',
    link: link === undefined ? undefined : LINKS[link],
    // "home-or-page": either is right.
    targets: target?.split('-or-'),
    position: readParagraph(position),
    maxShare: share === undefined ? undefined : Number.parseFloat(share) / 100,
  })),
);
export type Notice = v.InferOutput<typeof noticeRow>;

/** "<=2nd paragraph" → 2; a position in other words is none that can be compared. */
function readParagraph(position: string | undefined): number | undefined {
  const number = /^<=\s*(\d+)(st|nd|rd|th) paragraph/.exec(position ?? '')?.[1];
  return number === undefined ? undefined : Number(number);
}

const creditRow = v.pipe(
  v.object({
    lang: v.string(),
    text: v.string(),
    credited_name: v.array(v.string()),
    url_or_domain: v.nullable(v.string()),
    negative: flag,
    template: flag,
    linkable: v.optional(v.boolean(), true),
  }),
  v.transform(({ credited_name: names, url_or_domain: domain, ...row }) => ({
    ...row,
    names,
    domain: domain === null ? null : readHost(domain),
  })),
);
export type CreditRow = v.InferOutput<typeof creditRow>;

/** The host of an address or a bare domain, without `www`. */
export function readHost(address: string): string {
  const url = /^https?:/i.test(address) ? address : `https://${address}`;
  const host = URL.canParse(url) ? new URL(url).hostname : address;
  return host.toLowerCase().replace(/^www\./, '');
}

/**
 * Reads both files of a folder.
 * @throws UsageError where the folder or a file is missing, or a row is broken
 */
export function readNotices(folder: string): { notices: Notice[]; credits: CreditRow[] } {
  if (!existsSync(folder)) throw new UsageError(`there is no folder ${folder}`);
  const read = (file: string) => readLines(join(folder, file));
  return {
    notices: parseNotices(read('reuse-notices.jsonl'), 'reuse-notices.jsonl'),
    credits: parseCredits(read('credits.jsonl'), 'credits.jsonl'),
  };
}

export function parseNotices(text: string, path = 'notices'): Notice[] {
  return parseRows(text, path, noticeRow).filter(({ template }) => !template);
}

export function parseCredits(text: string, path = 'credits'): CreditRow[] {
  return parseRows(text, path, creditRow).filter(({ template }) => !template);
}

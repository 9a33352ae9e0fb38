/** What the editors' API takes and gives of the list of sources that a site reuses. */
import * as v from 'valibot';
import { copySchema, fingerprintSchema } from '../../model/reuse/copy.ts';
import { MOST_SOUGHT } from '../../model/reuse/fingerprint-text.ts';
import { storableText } from '../validation.ts';
import { afterSchema, limitSchema, ownSiteSchema, siteSchema, time } from './schemas.ts';

/** Entries that are taken at once. */
const MOST_ADDED = 100;
const URL_LIMIT = 4_096;

const sourceItemSchema = v.object({
  site: v.pipe(v.string(), v.description('host name: it holds for its subdomains, too')),
  url: v.pipe(v.string(), v.description('of the source’s article')),
  title: v.string(),
  editor: v.pipe(v.string(), v.description('who put it there')),
  at: time,
});

export const sourcePageSchema = v.object({
  items: v.array(sourceItemSchema),
  next: v.pipe(v.nullable(v.string()), v.description('`after` of the next page')),
});

export const sourceQuerySchema = v.object({
  site: siteSchema,
  after: afterSchema,
  limit: limitSchema,
});

export const sourcesInputSchema = v.object({
  site: ownSiteSchema,
  sources: v.pipe(
    v.array(v.record(v.string(), v.unknown())),
    v.minLength(1),
    v.maxLength(MOST_ADDED),
    v.description('entries of a source list, as `npm run audit -- --collect` writes them'),
  ),
});

export const sourcesAddedSchema = v.object({
  site: v.string(),
  count: v.pipe(
    v.number(),
    v.safeInteger(),
    v.minValue(0),
    v.description('how many were put there'),
  ),
});

export const sourceAddressSchema = v.object({
  site: ownSiteSchema,
  url: v.pipe(storableText, v.minLength(1), v.maxLength(URL_LIMIT)),
});

export const sourcesSoughtSchema = v.object({
  site: ownSiteSchema,
  fingerprints: v.pipe(
    v.array(fingerprintSchema),
    v.maxLength(MOST_SOUGHT),
    v.description('of a page’s own text'),
  ),
});

export const sourcesFoundSchema = v.object({
  sources: v.pipe(
    v.array(copySchema),
    v.description('those that share most of the fingerprints first'),
  ),
});

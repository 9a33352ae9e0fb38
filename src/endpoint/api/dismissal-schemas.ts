/** What the editors' API takes and gives of the list of what is no mistake. */
import * as v from 'valibot';
import { storableText } from '../validation.ts';
import {
  afterSchema,
  limitSchema,
  ownSiteSchema,
  reasonSchema,
  siteSchema,
  time,
} from './schemas.ts';

/** Characters of words that are no mistake: names and phrases, no paragraphs. */
const WORDS_LIMIT = 1_000;
const KEY_LIMIT = 100;

export const dismissalItemSchema = v.object({
  key: v.pipe(v.string(), v.description('of the words, for their address')),
  site: v.pipe(v.string(), v.description('host name: it holds for its subdomains, too')),
  words: v.string(),
  reason: v.pipe(v.string(), v.description('is given to the readers who report the words')),
  editor: v.pipe(v.string(), v.description('who put it there')),
  at: time,
});

export const dismissalListSchema = v.object({
  items: v.array(dismissalItemSchema),
  next: v.pipe(v.nullable(v.string()), v.description('`after` of the next page')),
});

export const dismissalQuerySchema = v.object({
  site: siteSchema,
  after: afterSchema,
  limit: limitSchema,
});

export const dismissalInputSchema = v.object({
  words: v.pipe(storableText, v.maxLength(WORDS_LIMIT)),
  site: ownSiteSchema,
  reason: reasonSchema,
  apply: v.optional(
    v.pipe(v.boolean(), v.description('rejects the new reports that quote the words as well')),
    false,
  ),
});

export const dismissedSchema = v.object({
  dismissal: dismissalItemSchema,
  rejected: v.pipe(
    v.number(),
    v.safeInteger(),
    v.minValue(0),
    v.description('how many reports have been rejected'),
  ),
  isComplete: v.pipe(
    v.boolean(),
    v.description('false where the words are so frequent that not all reports were looked at'),
  ),
});

export const dismissalParamsSchema = v.object({
  key: v.pipe(storableText, v.minLength(1), v.maxLength(KEY_LIMIT)),
});

export const dismissalSiteSchema = v.object({ site: ownSiteSchema });

/** What the editors' API takes and gives of notes: what editors publish about mistakes that they have put right. */
import * as v from 'valibot';
import { storableText } from '../validation.ts';
import { afterSchema, limitSchema, siteSchema, time } from './schemas.ts';

const TEXT_LIMIT = 2_000;

const noteItemSchema = v.object({
  place: v.pipe(v.string(), v.description('of the cluster, for its address')),
  site: v.pipe(v.string(), v.description('host name')),
  source: v.pipe(v.string(), v.description('URL of the article')),
  exact: v.pipe(v.string(), v.description('what was wrong, as it was reported')),
  correction: v.pipe(
    v.string(),
    v.description('what stands there instead, as it was known when the note was written; or empty'),
  ),
  text: v.string(),
  editor: v.pipe(v.string(), v.description('who wrote it last; this is not public')),
  at: v.pipe(time, v.description('when it was published first')),
});

export const noteListSchema = v.object({
  items: v.array(noteItemSchema),
  next: v.pipe(v.nullable(v.string()), v.description('`after` of the next page')),
});

/** What a token that is not good for reading is told of a note that it has written. */
const noteBriefSchema = v.pick(noteItemSchema, ['place', 'site', 'text', 'at']);
export const noteAnswerSchema = v.union([noteItemSchema, noteBriefSchema]);

export const noteQuerySchema = v.object({
  site: siteSchema,
  after: afterSchema,
  limit: limitSchema,
});

export const noteInputSchema = v.object({
  text: v.pipe(
    storableText,
    v.maxLength(TEXT_LIMIT),
    v.check((text) => text.trim() !== '', 'must say something'),
  ),
});

/** What is found of one passage that stands in an article and is from elsewhere. */
import * as v from 'valibot';

/**
 * found: nothing is asked of it · linked: what is asked is there · missing: there is no link, or no credit ·
 * wrong: there is one, and not as it is asked for, or the passage may not stand there at all
 */
export const VERDICTS = ['found', 'linked', 'missing', 'wrong'] as const;

/**
 * What the terms ask and a passage does not do. link: there is none · credit: the source is not named · home: the link
 * leads to the front page instead of the article · page: to the article instead of the site that is asked for ·
 * nofollow: search engines are told not to follow it · position: it stands too low · share: more of the article than
 * is granted · non-commercial: the reuse is commercial · permission: nothing may be reused without being asked ·
 * no-reuse: nothing may be reused
 */
export const REUSE_FAULTS = [
  'link',
  'credit',
  'home',
  'page',
  'nofollow',
  'position',
  'share',
  'non-commercial',
  'permission',
  'no-reuse',
] as const;
export type ReuseFault = (typeof REUSE_FAULTS)[number];

export const findingSchema = v.object({
  verdict: v.picklist(VERDICTS),
  /** of the copy that it was known by */
  copyId: v.string(),
  source: v.object({
    url: v.string(),
    title: v.string(),
    publisher: v.nullable(v.string()),
  }),
  /** the passage's first words and its last, as they stand there */
  opening: v.string(),
  closing: v.string(),
  /** words from the first to the last of it */
  words: v.number(),
  /** share of the article that all its passages are, 0 to 1; null where the article's length is not known */
  share: v.nullable(v.number()),
  faults: v.array(v.picklist(REUSE_FAULTS)),
  /** what only people can tell, and the terms ask: no commercial reuse */
  remarks: v.array(v.picklist(['non-commercial'])),
  /** the site's own sentence, or the licence that it names; null where it states nothing */
  evidence: v.nullable(v.string()),
  /** what puts a link in; null where none is missing, or none would mend it */
  fix: v.nullable(v.object({ plain: v.string(), html: v.string(), markdown: v.string() })),
});
export type Finding = v.InferOutput<typeof findingSchema>;

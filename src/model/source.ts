/** Whose text this is: what a page says of itself as a source, and how far it may be reused. */
import * as v from 'valibot';

export const termsSchema = v.object({
  kind: v.picklist([
    'active-link-required',
    'free-with-credit',
    'permission-required',
    'no-reuse',
    'cc-license',
    'none',
  ]),
  /** active: a link that can be followed · plain: the address in words · reference: the name suffices */
  link: v.nullable(v.picklist(['active', 'plain', 'reference'])),
  /** page: the article itself · home: the site's front page · a host name: that site */
  target: v.nullable(v.string()),
  /** the link has to stand no lower than this paragraph, counted from 1 */
  position: v.nullable(v.number()),
  /** the site's own sentence */
  evidence: v.string(),
});
export type Terms = v.InferOutput<typeof termsSchema>;

export const creditSchema = v.object({
  names: v.array(v.string()),
  domain: v.nullable(v.string()),
});
export type Credit = v.InferOutput<typeof creditSchema>;

export const sourceSchema = v.object({
  /** canonical URL, checked */
  url: v.string(),
  title: v.string(),
  authors: v.array(v.string()),
  publisher: v.nullable(v.string()),
  /** ISO 8601 as the page gives it, with its zone where it gives one */
  published: v.nullable(v.string()),
  modified: v.nullable(v.string()),
  /** BCP 47, or null */
  language: v.nullable(v.string()),
  /** URL of a licence, or null */
  license: v.nullable(v.string()),
  terms: v.nullable(termsSchema),
  credits: v.array(creditSchema),
});
export type Source = v.InferOutput<typeof sourceSchema>;

/** Whose text this is: what a page says of itself as a source, and how far it may be reused. */
import * as v from 'valibot';

export const TERMS_KINDS = [
  'active-link-required',
  'free-with-credit',
  'permission-required',
  'no-reuse',
  'cc-license',
  'none',
] as const;

export const termsSchema = v.object({
  kind: v.picklist(TERMS_KINDS),
  /** a second kind that the same words state, as "with a link, else only with permission" */
  also: v.nullable(v.picklist(TERMS_KINDS)),
  /** active: a link that can be followed · plain: a link, of whatever form · reference: the name suffices */
  link: v.nullable(v.picklist(['active', 'plain', 'reference'])),
  /** page: the article itself · home: the site's front page · a host name: that site */
  target: v.nullable(v.string()),
  /** the link has to stand no lower than this paragraph, counted from 1 */
  position: v.nullable(v.number()),
  /** search engines have to be able to follow the link: no nofollow */
  indexable: v.boolean(),
  /** the largest share of the article that may be reused, 0 to 1 */
  maxShare: v.nullable(v.number()),
  /** commercial reuse is not granted */
  nonCommercial: v.boolean(),
  /** what is asked of printed reuse, where that is worded apart */
  print: v.nullable(v.string()),
  /** the site's own sentence, or the licence that it names */
  evidence: v.string(),
});
export type Terms = v.InferOutput<typeof termsSchema>;

export const creditSchema = v.object({
  /** people, agencies and sites, as the text names them */
  names: v.array(v.string()),
  /** the host that the text itself names, or null */
  domain: v.nullable(v.string()),
  /** the names that can be linked without guessing: sites named in the text, outlets of the kept directory */
  links: v.array(v.object({ name: v.string(), url: v.string() })),
});
export type Credit = v.InferOutput<typeof creditSchema>;

/** What a page states of its rights for machines, each as it stands there; URLs absolute and http(s). */
export const rightsSchema = v.object({
  copyrightNotice: v.nullable(v.string()),
  /** how the rights holder wants to be credited (schema.org creditText) */
  creditText: v.nullable(v.string()),
  usageInfo: v.nullable(v.string()),
  acquireLicensePage: v.nullable(v.string()),
  /** text and data mining is reserved (TDMRep), null where nothing is said */
  tdmReserved: v.nullable(v.boolean()),
  tdmPolicy: v.nullable(v.string()),
  /** address of the Really Simple Licensing document */
  rsl: v.nullable(v.string()),
});
export type Rights = v.InferOutput<typeof rightsSchema>;

/** One thing that a page says of a field, and where it says it ("meta og:title", "JSON-LD NewsArticle.headline"). */
export const statementSchema = v.object({ from: v.string(), value: v.string() });
export type Statement = v.InferOutput<typeof statementSchema>;

const statementsSchema = v.array(statementSchema);

/** For each field all that the page says, the believed first; empty where it says nothing. */
export const originsSchema = v.object({
  url: statementsSchema,
  title: statementsSchema,
  authors: statementsSchema,
  publisher: statementsSchema,
  published: statementsSchema,
  modified: statementsSchema,
  language: statementsSchema,
  license: statementsSchema,
});
export type Origins = v.InferOutput<typeof originsSchema>;

/** How an article is cited, as its page says for machines and readers. */
export const citationSchema = v.object({
  /** canonical URL, checked */
  url: v.string(),
  title: v.string(),
  authors: v.array(v.string()),
  publisher: v.nullable(v.string()),
  /** ISO 8601 with the zone where the page gives one: a day, or a moment */
  published: v.nullable(v.string()),
  modified: v.nullable(v.string()),
  /** BCP 47, or null */
  language: v.nullable(v.string()),
  /** URL of a licence, or null */
  license: v.nullable(v.string()),
  rights: rightsSchema,
  origins: originsSchema,
});
export type Citation = v.InferOutput<typeof citationSchema>;

/** The article's citation, and all that its page asks of those who reuse it. */
export const sourceSchema = v.object({
  ...citationSchema.entries,
  terms: v.nullable(termsSchema),
  credits: v.array(creditSchema),
});
export type Source = v.InferOutput<typeof sourceSchema>;

/** Of a source of which nobody knows where its page states what. */
export const NO_ORIGINS: Origins = {
  url: [],
  title: [],
  authors: [],
  publisher: [],
  published: [],
  modified: [],
  language: [],
  license: [],
};

/** Of a page that states nothing of its rights for machines. */
export const NO_RIGHTS: Rights = {
  copyrightNotice: null,
  creditText: null,
  usageInfo: null,
  acquireLicensePage: null,
  tdmReserved: null,
  tdmPolicy: null,
  rsl: null,
};

/**
 * What a person, or a newsroom's administrator, can set: one schema with its defaults, so that they are
 * written once. A part that storage gives back broken falls back to its default; the rest is kept.
 */
import * as v from 'valibot';
import { CITATION_FORMATS } from './citation/formats.ts';

/** A host name as typed into the options: lower-cased, without scheme, path or port. */
export const siteSchema = v.pipe(
  v.string(),
  v.trim(),
  v.toLowerCase(),
  v.regex(/^(?=.{1,253}$)[\p{L}\p{N}]([\p{L}\p{N}-]*)(\.[\p{L}\p{N}-]+)*$/u, 'must be a host name'),
);

/** A list, or a record, without those of its values that are broken. */
const listOf = <S extends v.GenericSchema>(schema: S) =>
  v.pipe(
    v.array(v.unknown()),
    v.transform((values) => values.filter((value) => v.is(schema, value))),
    v.array(schema),
  );
const recordOf = <S extends v.GenericSchema>(schema: S) =>
  v.pipe(
    v.record(v.string(), v.unknown()),
    v.transform((values) =>
      Object.fromEntries(Object.entries(values).filter(([, value]) => v.is(schema, value))),
    ),
    v.record(v.string(), schema),
  );

export const serviceRowSchema = v.object({ site: siteSchema, service: v.string() });

/** always: on every article · asked: where the site's terms ask for a link · never */
const whenSchema = v.picklist(['always', 'asked', 'never']);
const minWordsSchema = v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(500));
/** Characters that a template of a person's own may have. */
export const LONGEST_TEMPLATE = 1_000;
const templateSchema = v.pipe(v.string(), v.maxLength(LONGEST_TEMPLATE));

/** How the source is put behind a copy. */
const attributionStyle = {
  /** the quoted text stands in `<blockquote cite>`, or bare */
  quote: v.fallback(v.picklist(['blockquote', 'bare']), 'blockquote'),
  /** whose language the note is in */
  language: v.fallback(v.picklist(['article', 'reader']), 'article'),
  /** the link opens the article at the copied words */
  deepLinks: v.fallback(v.boolean(), false),
  /** a person's own wordings by their names; the built-in one where there is none */
  templates: v.fallback(recordOf(templateSchema), {}),
};

export const attributionSchema = v.object({
  when: v.fallback(whenSchema, 'asked'),
  /** copies of fewer words than this carry no source */
  minWords: v.fallback(minWordsSchema, 8),
  /** host → on or off, whatever `when` says */
  sites: v.fallback(recordOf(v.boolean()), {}),
  ...attributionStyle,
});

/** Whose dialog the key opens where a site has a reporter of its own. */
const nativeChoiceSchema = v.picklist(['site', 'sic']);

export const reportingSchema = v.object({
  native: v.fallback(nativeChoiceSchema, 'site'),
  /** host → a choice of its own */
  nativeSites: v.fallback(recordOf(nativeChoiceSchema), {}),
  /** on touch screens, a button beside what is selected */
  touchButton: v.fallback(v.boolean(), false),
  /** a notification when a reported mistake has been fixed, if the browser allows it */
  notifyFixed: v.fallback(v.boolean(), false),
  /** reported mistakes are shown in the articles that they stand in */
  showPlaced: v.fallback(v.boolean(), true),
  /** the editors are told when a reported mistake is seen to be gone, or back */
  tellSeen: v.fallback(v.boolean(), true),
});

/** What of copies is remembered on this device, to know them again where they are reused. */
export const reuseSchema = v.object({
  ledger: v.fallback(v.boolean(), true),
  /** after which a copy is forgotten */
  days: v.fallback(v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(3_650)), 90),
  /** that are remembered at most: the oldest go first */
  copies: v.fallback(v.pipe(v.number(), v.integer(), v.minValue(100), v.maxValue(100_000)), 2_000),
  /** a person's own sites, with their subdomains, on which what is reused is looked after */
  sites: v.fallback(listOf(siteSchema), []),
  /** what is published there is commercial */
  commercial: v.fallback(v.boolean(), false),
});

export const settingsSchema = v.object({
  attribution: v.fallback(attributionSchema, () => v.parse(attributionSchema, {})),
  services: v.fallback(listOf(serviceRowSchema), []),
  consents: v.fallback(recordOf(listOf(v.string())), {}),
  reporting: v.fallback(reportingSchema, () => v.parse(reportingSchema, {})),
  reuse: v.fallback(reuseSchema, () => v.parse(reuseSchema, {})),
  /** what Sic speaks: one of its languages (BCP 47), or '' for the browser's */
  language: v.fallback(v.pipe(v.string(), v.maxLength(35)), ''),
  /** in which a source was cited last */
  citationFormat: v.fallback(v.picklist(CITATION_FORMATS), 'plain'),
});
export type Settings = v.InferOutput<typeof settingsSchema>;

/** What an administrator's policy may hold (storage.managed). */
export const policySchema = v.object({
  services: v.fallback(listOf(serviceRowSchema), []),
  /**
   * whether copies are remembered, whatever the person says; required: and what the terms of a source ask has to be
   * answered before a text goes out. null: as the person says
   */
  reuse: v.fallback(v.nullable(v.picklist(['on', 'off', 'required'])), null),
  /** the person's own sites, besides those of the settings */
  reuseSites: v.fallback(listOf(siteSchema), []),
});
export type Policy = v.InferOutput<typeof policySchema>;
export const NO_POLICY: Policy = v.parse(policySchema, {});

/** An editor's way into an endpoint: its base URL and the token that `token add` printed. */
export const editorAccessSchema = v.object({
  endpoint: v.string(),
  token: v.string(),
  /** the site that the token is for, with its subdomains; absent until the endpoint has told */
  site: v.optional(v.string()),
});
export type EditorAccess = v.InferOutput<typeof editorAccessSchema>;

/** Reads what storage holds, or nothing, as settings. */
export function readSettings(stored: unknown): Settings {
  return v.parse(
    v.fallback(settingsSchema, () => v.parse(settingsSchema, {})),
    stored,
  );
}

/** What copying on one host's pages has to know. */
export const attributionRuleSchema = v.object({
  when: whenSchema,
  minWords: minWordsSchema,
  ...attributionStyle,
});
export type AttributionRule = v.InferOutput<typeof attributionRuleSchema>;

export function ruleForHost(settings: Settings, host: string): AttributionRule {
  const { sites, ...rule } = settings.attribution;
  const own = Object.hasOwn(sites, host) ? sites[host] : undefined;
  return own === undefined ? rule : { ...rule, when: own ? 'always' : 'never' };
}

/** What reporting on one host's pages has to know before a key is pressed. */
export const reportingRuleSchema = v.object({
  /** whose dialog the key opens, should the site have a reporter of its own */
  native: nativeChoiceSchema,
  touchButton: v.boolean(),
  /** places of the page that are marked to be sent together */
  marks: v.number(),
  /** whether there may be reports of this page to look for on it */
  placed: v.boolean(),
});

/** What reuse has to know on one page. */
export const reuseRuleSchema = v.object({
  /** copies are remembered here, and known again */
  remembers: v.boolean(),
  /** what the terms ask has to be answered before a text goes out: the administrator's policy says so */
  holds: v.boolean(),
  /** the page is of the person's own sites */
  isOwn: v.boolean(),
  /** what the person publishes is commercial */
  commercial: v.boolean(),
});
export type ReuseRule = v.InferOutput<typeof reuseRuleSchema>;

export function chooseNative({ reporting }: Settings, host: string): 'site' | 'sic' {
  const { native, nativeSites } = reporting;
  return (Object.hasOwn(nativeSites, host) ? nativeSites[host] : undefined) ?? native;
}

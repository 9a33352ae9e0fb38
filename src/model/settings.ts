/**
 * What a person, or a newsroom's administrator, can set: one schema with its defaults, so that they are
 * written once. A part that storage gives back broken falls back to its default; the rest is kept.
 */
import * as v from 'valibot';

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

export const attributionSchema = v.object({
  /** always: on every article · asked: where the site's terms ask for a link · never */
  when: v.fallback(v.picklist(['always', 'asked', 'never']), 'always'),
  /** copies of fewer words than this carry no source */
  minWords: v.fallback(v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(500)), 8),
  /** host → on or off, whatever `when` says */
  sites: v.fallback(recordOf(v.boolean()), {}),
});

export const settingsSchema = v.object({
  attribution: v.fallback(attributionSchema, () => v.parse(attributionSchema, {})),
  services: v.fallback(listOf(serviceRowSchema), []),
  consents: v.fallback(recordOf(listOf(v.string())), {}),
});
export type Settings = v.InferOutput<typeof settingsSchema>;

/** What an administrator's policy may hold (storage.managed). */
export const policySchema = v.object({ services: v.fallback(listOf(serviceRowSchema), []) });
export type Policy = v.InferOutput<typeof policySchema>;

/** An editor's way into an endpoint: its base URL and the token that `token add` printed. */
export const editorAccessSchema = v.object({ endpoint: v.string(), token: v.string() });
export type EditorAccess = v.InferOutput<typeof editorAccessSchema>;

/** Reads what storage holds, or nothing, as settings. */
export function readSettings(stored: unknown): Settings {
  return v.parse(
    v.fallback(settingsSchema, () => v.parse(settingsSchema, {})),
    stored,
  );
}

/** What copying on one host's pages has to know. */
export interface AttributionRule {
  when: 'always' | 'asked' | 'never';
  minWords: number;
}

export function ruleForHost(settings: Settings, host: string): AttributionRule {
  const { when, minWords, sites } = settings.attribution;
  const own = Object.hasOwn(sites, host) ? sites[host] : undefined;
  if (own === undefined) return { when, minWords };
  return { when: own ? 'always' : 'never', minWords };
}

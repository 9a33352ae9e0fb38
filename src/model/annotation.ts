/**
 * The W3C Web Annotation as Sic sends and takes it: one report is one annotation, minted once with a
 * `canonical` urn:uuid and the same from the dialog to the editors' database.
 * https://www.w3.org/TR/annotation-model/
 */
import * as v from 'valibot';
import { ANNOTATION_CONTEXT } from './annotation-vocabulary.ts';

export {
  ANNOTATION_CONTEXT,
  ANNOTATION_MEDIA_TYPE,
  ANNOTATION_SERVICE_REL,
} from './annotation-vocabulary.ts';

/** Long enough for a paragraph, short enough that nobody can send a book. */
export const TEXT_LIMIT = 10_000;
const text = v.pipe(v.string(), v.maxLength(TEXT_LIMIT));
const oneOrMany = <S extends v.GenericSchema>(schema: S) =>
  v.pipe(
    v.union([v.array(schema), schema]),
    v.transform((value) => (Array.isArray(value) ? value : [value]) as v.InferOutput<S>[]),
  );

const offset = v.pipe(v.number(), v.safeInteger(), v.minValue(0));

export const textQuoteSelectorSchema = v.object({
  type: v.literal('TextQuoteSelector'),
  exact: v.pipe(text, v.minLength(1)),
  prefix: v.optional(text, ''),
  suffix: v.optional(text, ''),
  /**
   * How many UTF-16 units of the prefix and of the suffix stand in the quote's own block (paragraph, heading, item): an
   * extension of Sic's, by which what has come between two blocks is told from what has changed in one
   */
  inBlock: v.optional(v.object({ prefix: offset, suffix: offset })),
});

export const textPositionSelectorSchema = v.object({
  type: v.literal('TextPositionSelector'),
  start: offset,
  end: offset,
});

const otherSelectorSchema = v.looseObject({
  type: v.pipe(v.string(), v.notValues(['TextQuoteSelector', 'TextPositionSelector'])),
});

export const selectorSchema = v.union([
  textQuoteSelectorSchema,
  textPositionSelectorSchema,
  otherSelectorSchema,
]);

const bodySchema = v.looseObject({
  type: v.literal('TextualBody'),
  value: text,
  purpose: v.optional(v.string()),
  format: v.optional(v.string()),
  language: v.optional(v.string()),
});

/** The URL of a page that people can read. */
export const httpUrl = v.pipe(
  v.string(),
  v.maxLength(4096),
  v.check((value) => /^https?:\/\//i.test(value) && URL.canParse(value), 'must be an http(s) URL'),
);

/** urn:uuid, lower case: the idempotency key of a report. */
export const canonicalSchema = v.pipe(
  v.string(),
  v.regex(/^urn:uuid:[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/, 'must be a urn:uuid'),
);

export const annotationSchema = v.looseObject({
  '@context': v.union([
    v.literal(ANNOTATION_CONTEXT),
    v.pipe(v.array(v.unknown()), v.includes(ANNOTATION_CONTEXT)),
  ]),
  type: v.literal('Annotation'),
  canonical: canonicalSchema,
  motivation: v.literal('editing'),
  created: v.pipe(v.string(), v.isoTimestamp()),
  body: v.optional(v.pipe(oneOrMany(bodySchema), v.maxLength(20)), []),
  target: v.looseObject({
    source: httpUrl,
    /** the page that the source was read in (Annotation Model, section 4.5) */
    scope: v.optional(httpUrl),
    selector: v.pipe(oneOrMany(selectorSchema), v.maxLength(20)),
  }),
});

export type TextQuoteSelector = v.InferOutput<typeof textQuoteSelectorSchema>;
export type TextPositionSelector = v.InferOutput<typeof textPositionSelectorSchema>;
export type Selector = v.InferOutput<typeof selectorSchema>;
export type Annotation = v.InferOutput<typeof annotationSchema>;

/** One fault of an input: where it lies, as a dotted path, and what is wrong with it. */
export interface Fault {
  path: string;
  message: string;
}

export type Parsed<T> = { ok: true; value: T } | { ok: false; faults: Fault[] };

/**
 * Parses anything against a schema.
 * @param describe what is said of each thing that is wrong; its dotted path and valibot's words unless told
 * @returns the typed value, or every fault with its path; never throws.
 */
export function parse<S extends v.GenericSchema>(
  schema: S,
  input: unknown,
  describe: (issue: v.BaseIssue<unknown>) => Fault = describeIssue,
): Parsed<v.InferOutput<S>> {
  const result = v.safeParse(schema, input);
  return result.success
    ? { ok: true, value: result.output }
    : { ok: false, faults: result.issues.map((issue) => describe(issue)) };
}

function describeIssue(issue: v.BaseIssue<unknown>): Fault {
  return { path: v.getDotPath(issue) ?? '', message: issue.message };
}

/** Faults in one line, for a person who reads a log or an answer. */
export function describeFaults(faults: Fault[]): string {
  return faults.map(({ path, message }) => `${path}: ${message}`).join('; ');
}

/** Parses what came from a page, a server or storage as an annotation that reports a mistake. */
export function parseAnnotation(input: unknown): Parsed<Annotation> {
  return parse(annotationSchema, input);
}

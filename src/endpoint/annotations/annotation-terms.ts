/** The smallest parts that annotations are made of: IRIs, times, agents, and motivations. */
import * as v from 'valibot';

/** An absolute IRI: a scheme, and behind it nothing that has to be escaped (RFC 3987, section 2.2). */
const IRI = /^[A-Za-z][A-Za-z\d+.-]*:[^\s\p{Cc}<>"{}|\\^`]+$/u;

export const iri = v.pipe(v.string(), v.regex(IRI, 'must be an absolute IRI'));

export const time = v.pipe(
  v.string(),
  v.check(
    (text) => v.ISO_TIMESTAMP_REGEX.test(text) && Number.isFinite(Date.parse(text)),
    'must be a time with its zone, such as 2026-02-03T04:05:06Z',
  ),
);

/** Whether an object may be meant: schemas of objects let arrays through. */
export function isObject(input: unknown): input is object {
  return typeof input === 'object' && input !== null && !Array.isArray(input);
}

/** One, or an array of at least one: JSON-LD means the same by both. */
export function oneOrMany<S extends v.GenericSchema>(one: S) {
  const many = v.pipe(v.array(one), v.minLength(1));
  return v.lazy((input): S | typeof many => (Array.isArray(input) ? many : one));
}

export const iris = oneOrMany(iri);
export const texts = oneOrMany(v.string());
export const times = oneOrMany(time);

/** People, programs, audiences (sections 3.3.2 and 3.3.3): by IRI, or described. */
const described = v.looseObject({
  id: v.optional(iri),
  type: v.optional(texts),
  name: v.optional(texts),
  nickname: v.optional(texts),
  email: v.optional(iris),
  email_sha1: v.optional(texts),
  homepage: v.optional(iris),
});
export const agents = oneOrMany(v.lazy((input) => (isObject(input) ? described : iri)));

/** Section 3.3.5. */
const MOTIVATIONS = [
  ...['assessing', 'bookmarking', 'classifying', 'commenting', 'describing', 'editing'],
  ...['highlighting', 'identifying', 'linking', 'moderating', 'questioning', 'replying', 'tagging'],
];

/** What an annotation, or a body of it, is for: a word of the model's, or the IRI of another one. */
export const motivations = oneOrMany(
  v.pipe(
    v.string(),
    v.check(
      (text) => MOTIVATIONS.includes(text) || IRI.test(text),
      'must be a motivation of the model or an IRI',
    ),
  ),
);

/**
 * What the Web Annotation Data Model calls an annotation, with every kind of body, target and selector. It is asked of
 * whatever is stored; the model's own `annotationSchema` is narrower, and says what the extension writes.
 * Each part chooses its schema by its shape, so that a fault is named where it lies.
 * https://www.w3.org/TR/2017/REC-annotation-model-20170223/
 */
import * as v from 'valibot';
import { ANNOTATION_CONTEXT, httpUrl, TEXT_LIMIT } from '../../model/annotation.ts';
import {
  agents,
  iri,
  iris,
  isObject,
  motivations,
  oneOrMany,
  texts,
  time,
} from './annotation-terms.ts';
import { selectors, states } from './selector-schemas.ts';

/** Bytes: with the site and a time it has to go into an index of the database. */
const CANONICAL_LIMIT = 1_000;

/** The IRI that an annotation keeps wherever it is copied to (section 3.3.7): with the site, the key it is stored by. */
export const canonicalIri = v.pipe(
  iri,
  v.check(
    (text) => Buffer.byteLength(text) <= CANONICAL_LIMIT,
    `must have at most ${CANONICAL_LIMIT} bytes`,
  ),
);

type Role = 'body' | 'target';

const absent = (why: string) => v.optional(v.never(why));

/** Section 3.3: who made a part, when, for whom, and by whose leave. */
const provenance = {
  creator: v.optional(agents),
  created: v.optional(time),
  generator: v.optional(agents),
  generated: v.optional(time),
  modified: v.optional(time),
  audience: v.optional(agents),
  accessibility: v.optional(texts),
  rights: v.optional(iris),
  canonical: v.optional(iri),
  via: v.optional(iris),
};

/** Section 3.2.1. */
const description = {
  format: v.optional(texts),
  language: v.optional(texts),
  processingLanguage: v.optional(v.string()),
  textDirection: v.optional(v.picklist(['ltr', 'rtl', 'auto'])),
};

/** An IRI; one of a web page has to be whole, since the site is read from it. */
const pageIri = v.lazy((input) =>
  typeof input === 'string' && /^https?:/i.test(input) ? httpUrl : iri,
);

/** Sections 3.2.1 to 3.2.3. */
const external = v.looseObject({
  ...{ id: pageIri, type: v.optional(texts), ...description, ...provenance },
  purpose: absent('belongs to a specific resource or a textual body'),
  items: absent('needs the type Choice'),
});
const externalTarget = v.looseObject({
  ...external.entries,
  type: v.optional(
    v.pipe(
      texts,
      v.check((types) => !listOf(types).includes('TextualBody'), 'cannot be a TextualBody'),
    ),
  ),
});

/** Section 3.2.4. */
const textual = v.looseObject({
  ...{ type: v.optional(texts), id: v.optional(iri), ...description, ...provenance },
  value: v.pipe(v.string(), v.maxLength(TEXT_LIMIT)),
  purpose: v.optional(motivations),
  items: absent('has no place beside a value'),
  source: absent('has no place beside a value'),
});

/** Section 4. */
const specific = v.looseObject({
  ...{ type: v.optional(texts), id: v.optional(iri), ...provenance },
  source: v.lazy((input) => (isObject(input) ? external : pageIri)),
  purpose: v.optional(motivations),
  selector: v.optional(selectors),
  state: v.optional(states),
  styleClass: v.optional(texts),
  renderedVia: v.optional(agents),
  scope: v.optional(oneOrMany(pageIri)),
  items: absent('has no place beside a source'),
  value: absent('has no place beside a source'),
});

/** Section 3.2.7, and the sets of the vocabulary's appendix. */
const SETS = ['Choice', 'Composite', 'List', 'Independents'] as const;
const describeSet = (role: Role) =>
  v.looseObject({
    type: v.picklist(SETS, `must be one of ${SETS.join(', ')}`),
    id: v.optional(iri),
    ...provenance,
    items: v.pipe(v.array(v.lazy((input) => chooseResource(input, role))), v.minLength(1)),
    value: absent('has no place beside items'),
    source: absent('has no place beside items'),
    purpose: absent('belongs to each of the items'),
  });
const sets = { body: describeSet('body'), target: describeSet('target') };

function chooseResource(input: unknown, role: Role): v.GenericSchema {
  if (!isObject(input)) return pageIri;
  const types = 'type' in input ? listOf(input.type) : [];
  if ('items' in input || types.some((type) => SETS.some((set) => set === type))) return sets[role];
  if ('source' in input || types.includes('SpecificResource')) return specific;
  if (role === 'target') return externalTarget;
  return 'value' in input || types.includes('TextualBody') ? textual : external;
}

function listOf(value: unknown): unknown[] {
  return Array.isArray(value) ? value : [value];
}

const describeResources = (role: Role, least: number) => {
  const one = v.lazy((input) => chooseResource(input, role));
  const many = v.pipe(v.array(one), v.minLength(least));
  return v.lazy((input) => (Array.isArray(input) ? many : one));
};

/** Section 4.4. */
const stylesheet = v.lazy((input) => {
  if (!isObject(input)) return iri;
  return 'value' in input
    ? v.looseObject({ id: absent('has no place beside a value'), value: v.string() })
    : v.looseObject({ id: iri });
});

/** Any annotation (section 3.1), as it was read from JSON. */
export const annotationDocumentSchema = v.pipe(
  v.looseObject({
    '@context': v.union(
      [v.literal(ANNOTATION_CONTEXT), v.pipe(v.array(v.unknown()), v.includes(ANNOTATION_CONTEXT))],
      `must be or hold ${ANNOTATION_CONTEXT}`,
    ),
    id: v.optional(iri),
    type: v.lazy((input) =>
      Array.isArray(input)
        ? v.pipe(v.array(v.string()), v.includes('Annotation', 'must hold Annotation'))
        : v.literal('Annotation', 'must be Annotation'),
    ),
    ...provenance,
    canonical: v.optional(canonicalIri),
    motivation: v.optional(motivations),
    body: v.optional(describeResources('body', 0)),
    bodyValue: v.optional(v.pipe(v.string(), v.maxLength(TEXT_LIMIT))),
    stylesheet: v.optional(stylesheet),
    target: describeResources('target', 1),
  }),
  v.forward(
    v.check(
      (document) => !('bodyValue' in document && 'body' in document),
      'has no place beside a body',
    ),
    ['bodyValue'],
  ),
);

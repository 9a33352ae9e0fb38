/**
 * Any valid Web Annotation about a page of a site, and what makes one invalid, by the Data Model.
 * https://www.w3.org/TR/2017/REC-annotation-model-20170223/
 */
import fc from 'fast-check';
import { SITE } from './endpoint.ts';

export type Json = Record<string, unknown>;

const text = fc.string({ unit: 'binary', maxLength: 12 }).filter((value) => !value.includes('\0'));
/** What other vocabularies say. Names that would change what an object is are refused, in whatever they stand. */
const foreign = fc
  .jsonValue({ stringUnit: text, maxDepth: 2 })
  .filter((value) => !/"(__proto__|constructor)":/.test(JSON.stringify(value)));
const iri = fc.constantFrom(
  ...['urn:uuid:dbfb1861-0ecf-41ad-be94-a584e5c4f1df', 'https://other.example/ж?a=1#b', 'x:y'],
  ...['mailto:a@b.example', 'schema:thing', 'tag:x.example,2026:a'],
);
const page = fc.constantFrom(
  ...[`https://${SITE}/a`, `http://${SITE}:8080/b?c=%20d`, `HTTPS://WWW.${SITE}/é#ф`],
);
const time = fc
  .date({ min: new Date(0), max: new Date(4e12), noInvalidDate: true })
  .map((date) => date.toISOString());

const oneOrMany = <T>(one: fc.Arbitrary<T>): fc.Arbitrary<T | T[]> =>
  fc.oneof(one, fc.array(one, { minLength: 1, maxLength: 3 }));
const some = (model: Record<string, fc.Arbitrary<unknown>>): fc.Arbitrary<Json> =>
  fc.record(model, { requiredKeys: [] }).map((record) => ({ ...record }));
const all = (
  required: Record<string, fc.Arbitrary<unknown>>,
  optional: fc.Arbitrary<Json> = fc.constant({}),
): fc.Arbitrary<Json> =>
  fc.tuple(fc.record(required), optional).map(([one, other]) => ({ ...other, ...one }));

const agent = fc.oneof(
  iri,
  some({ id: iri, type: text, name: oneOrMany(text), nickname: text, email: iri, homepage: iri }),
);
const provenance = some({
  ...{ creator: oneOrMany(agent), created: time, generator: agent, generated: time },
  ...{ modified: time, audience: agent, accessibility: text, rights: oneOrMany(iri) },
  ...{ via: oneOrMany(iri), 'schema:extra': foreign },
});
const purpose = oneOrMany(
  fc.constantFrom('editing', 'tagging', 'commenting', 'linking', 'describing', 'x:y'),
);
const description = some({
  ...{ format: oneOrMany(text), language: oneOrMany(text), processingLanguage: text },
  textDirection: fc.constantFrom('ltr', 'rtl', 'auto'),
});
const described = fc
  .tuple(provenance, description)
  .map(([one, other]): Json => ({ ...one, ...other }));

const offset = fc.nat({ max: 1000 });
const is = (type: string) => fc.constant(type);
const { selector, state } = fc.letrec<{ selector: Json; state: Json }>((tie) => {
  const refined = fc
    .option(oneOrMany(tie('selector')), { nil: undefined })
    .map((refinedBy) => (refinedBy === undefined ? {} : { refinedBy }));
  const valued = (type: string) => all({ type: is(type), value: text }, refined);
  return {
    selector: fc.oneof(
      { depthSize: 'small', withCrossShrink: true },
      valued('CssSelector'),
      valued('XPathSelector'),
      valued('SvgSelector'),
      all({ id: iri }),
      all({ type: is('FragmentSelector'), value: text, conformsTo: iri }, refined),
      all({
        ...{ type: is('TextQuoteSelector'), prefix: text, suffix: text },
        exact: text.filter((value) => value !== ''),
      }),
      all({ type: is('TextQuoteSelector'), exact: is('quoted') }, refined),
      all({ type: is('TextPositionSelector'), start: offset, end: offset }, refined),
      all({ type: is('DataPositionSelector'), start: offset, end: offset }),
      all({ type: is('x:OwnSelector') }),
      all({
        type: is('RangeSelector'),
        ...{ startSelector: tie('selector'), endSelector: tie('selector') },
      }),
    ),
    state: fc.oneof(
      all({ type: is('TimeState'), sourceDate: oneOrMany(time) }, refined),
      all({ type: is('TimeState'), sourceDateStart: time, sourceDateEnd: time, cached: iri }),
      all({ type: is('HttpRequestState'), value: text }, refined),
    ),
  };
});

const specificTo = (source: fc.Arbitrary<unknown>) =>
  all(
    { source },
    fc
      .tuple(
        provenance,
        some({
          ...{ type: is('SpecificResource'), selector: oneOrMany(fc.oneof(selector, iri)) },
          ...{ state: oneOrMany(state), styleClass: text, renderedVia: agent, purpose },
          // The site is that of a page around it.
          scope: oneOrMany(fc.constantFrom(`https://${SITE}/around`, `http://${SITE}/`)),
        }),
      )
      .map(([one, other]) => ({ ...one, ...other })),
  );
const setOf = (item: fc.Arbitrary<unknown>) =>
  all(
    {
      type: fc.constantFrom('Choice', 'List', 'Composite', 'Independents'),
      items: fc.array(item, { minLength: 1, maxLength: 3 }),
    },
    provenance,
  );
const external = (id: fc.Arbitrary<unknown>) => all({ id }, described);

const textual = all(
  { value: text },
  fc
    .tuple(described, some({ type: is('TextualBody'), id: iri, purpose }))
    .map(([one, other]) => ({ ...one, ...other })),
);
const plainBody = fc.oneof(iri, textual, external(iri), specificTo(fc.oneof(iri, external(iri))));
const body = fc.oneof(
  { weight: 4, arbitrary: plainBody },
  { weight: 1, arbitrary: setOf(plainBody) },
);
const plainTarget = fc.oneof(page, external(page), specificTo(fc.oneof(page, external(page))));
const target = fc.oneof(
  { weight: 4, arbitrary: plainTarget },
  { weight: 1, arbitrary: setOf(plainTarget) },
);

export const annotations: fc.Arbitrary<Json> = fc
  .tuple(
    all({
      '@context': fc.constantFrom<unknown>('http://www.w3.org/ns/anno.jsonld', [
        ...['http://www.w3.org/ns/anno.jsonld', 'http://schema.example/context.jsonld'],
      ]),
      type: fc.constantFrom<unknown>('Annotation', ['Annotation', 'x:Report']),
      target: oneOrMany(target),
    }),
    provenance,
    some({ motivation: purpose, stylesheet: fc.oneof(iri, all({ value: text })) }),
    fc.oneof(
      some({ body: oneOrMany(body) }),
      all({ bodyValue: text }),
      all({ body: fc.constant([]) }),
    ),
  )
  .map((parts) => Object.assign({}, ...parts));

const IRI = 'https://other.example/1';
const PAGE = `https://${SITE}/a`;
const inBody = (part: unknown, path: string): [Json, string] => [
  ...([{ body: [IRI, part], bodyValue: undefined }, `body.1${path}`] as const),
];
const inSelector = (part: unknown, path: string): [Json, string] =>
  inBody({ source: IRI, selector: [IRI, part] }, `.selector.1${path}`);

/** What is put into a valid annotation (`undefined` takes out), and the path of the fault that this makes. */
export const FAULTS: [change: Json, path: string][] = [
  [{ '@context': undefined }, '@context'],
  [{ '@context': 'fish' }, '@context'],
  [{ type: undefined }, 'type'],
  [{ type: 'Squirrel' }, 'type'],
  [{ type: ['Squirrel'] }, 'type'],
  [{ id: 'not a uri' }, 'id'],
  [{ id: [IRI, IRI] }, 'id'],
  [{ canonical: 'not a uri' }, 'canonical'],
  [{ canonical: [IRI] }, 'canonical'],
  [{ via: 'not a uri' }, 'via'],
  [{ via: [IRI, 5] }, 'via.1'],
  [{ rights: 'not a uri' }, 'rights'],
  [{ created: 'yesterday' }, 'created'],
  [{ created: '2026-02-03' }, 'created'],
  [{ modified: ['2015-01-28T12:00:00Z', '2015-01-28T12:00:01Z'] }, 'modified'],
  [{ generated: 5 }, 'generated'],
  [{ creator: 6 }, 'creator'],
  [{ creator: [IRI, { homepage: 'not a uri' }] }, 'creator.1.homepage'],
  [{ motivation: 'complaining' }, 'motivation'],
  [{ motivation: ['editing', 5] }, 'motivation.1'],
  [{ stylesheet: { id: IRI, value: 'a {}' } }, 'stylesheet.id'],
  [{ body: IRI, bodyValue: 'twice' }, 'bodyValue'],
  [{ body: undefined, bodyValue: ['body'] }, 'bodyValue'],
  [{ body: null }, 'body'],
  inBody('not a uri', ''),
  inBody({ type: 'TextualBody' }, '.value'),
  inBody({ type: 'TextualBody', value: ['a', 'b'] }, '.value'),
  inBody({ type: 'TextualBody', value: 'x'.repeat(10_001) }, '.value'),
  inBody({ value: 'a', source: IRI }, '.value'),
  inBody({ value: 'a', purpose: 'complaining' }, '.purpose'),
  inBody({ id: 'not a uri' }, '.id'),
  inBody({ id: IRI, format: 6 }, '.format'),
  inBody({ id: IRI, textDirection: 'squirrel' }, '.textDirection'),
  inBody({ id: IRI, processingLanguage: ['en', 'de'] }, '.processingLanguage'),
  inBody({ id: IRI, purpose: 'tagging' }, '.purpose'),
  inBody({ format: 'text/plain' }, '.id'),
  inBody({ items: [IRI] }, '.type'),
  inBody({ type: ['Choice', 'List'], items: [IRI] }, '.type'),
  inBody({ type: 'Choice', items: [] }, '.items'),
  inBody({ type: 'Choice' }, '.items'),
  inBody({ type: 'Choice', items: [IRI, { type: 'TextualBody' }] }, '.items.1.value'),
  inBody({ type: 'SpecificResource' }, '.source'),
  inBody({ source: [IRI, IRI] }, '.source'),
  inBody({ source: IRI, scope: 'not a uri' }, '.scope'),
  inBody([IRI], ''),
  inBody({ source: IRI, selector: [[IRI]] }, '.selector.0'),
  inBody({ source: IRI, styleClass: 5 }, '.styleClass'),
  inBody(
    { source: IRI, state: { type: 'TimeState', sourceDateStart: '2015-01-28T12:00:00Z' } },
    '.state.sourceDateEnd',
  ),
  inBody({ source: IRI, state: { type: 'HttpRequestState' } }, '.state.value'),
  inSelector('not a uri', ''),
  inSelector({}, '.type'),
  inSelector({ type: 'FragmentSelector' }, '.value'),
  inSelector({ type: 'FragmentSelector', value: ['x', 'y'] }, '.value'),
  inSelector({ type: 'CssSelector', value: 5 }, '.value'),
  inSelector({ type: 'TextQuoteSelector', prefix: 'a' }, '.exact'),
  inSelector({ type: 'TextQuoteSelector', exact: 'a', suffix: 5 }, '.suffix'),
  inSelector({ type: 'TextPositionSelector', start: -1, end: 5 }, '.start'),
  inSelector({ type: 'DataPositionSelector', start: 1, end: 5.5 }, '.end'),
  inSelector({ type: 'RangeSelector', startSelector: { type: 'x:y' } }, '.endSelector'),
  inSelector({ type: 'x:y', refinedBy: { type: 'XPathSelector' } }, '.refinedBy.value'),
  [{ target: undefined }, 'target'],
  [{ target: [] }, 'target'],
  [{ target: 9 }, 'target'],
  [{ target: 'not a uri' }, 'target'],
  [{ target: 'http://' }, 'target'],
  [{ target: 'urn:isbn:1' }, 'target'],
  [{ target: ['urn:isbn:1', { id: 'urn:isbn:2' }] }, 'target.0'],
  [{ target: { source: { id: 'urn:isbn:1' } } }, 'target.source.id'],
  [{ target: { source: 'javascript:alert(1)' } }, 'target.source'],
  [{ target: ['x:y', { source: PAGE, scope: 'about:srcdoc' }] }, 'target.1.scope'],
  [{ target: { source: PAGE, scope: ['x:y', 'https://'] } }, 'target.scope.1'],
  [{ target: { type: 'List', items: ['urn:isbn:1'] } }, 'target.items.0'],
  [{ target: { type: 'TextualBody', id: `https://${SITE}/a` } }, 'target.type'],
];

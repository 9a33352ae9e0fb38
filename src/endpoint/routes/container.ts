/**
 * The container of annotations: anybody may post one to it, and learns where it is; the list is for an editor of the site.
 * https://www.w3.org/TR/2017/REC-annotation-protocol-20170223/#annotation-containers
 */
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import * as v from 'valibot';
import { ANNOTATION_CONTEXT } from '../../model/annotation.ts';
import {
  annotationDescription,
  BODY_LIMIT,
  describeContent,
  sendAnnotation,
  takeMediaType,
} from '../annotations/annotation-answers.ts';
import {
  type Collection,
  composeCollectionIri,
  composeContainer,
  composeLonePage,
  composePageIri,
} from '../annotations/collection.ts';
import { readPreference } from '../annotations/prefer.ts';
import { createCollectionReader } from '../annotations/read-collection.ts';
import { composeContainerIri, sendRepresentation } from '../annotations/representations.ts';
import { readSubmission } from '../annotations/submissions.ts';
import { readCursor } from '../api/cursors.ts';
import { admitEditor, hasToken, requireScope, takeEditor } from '../api/editors.ts';
import { describeProblems } from '../api/schemas.ts';
import { limitPerMinute } from '../limits/limits.ts';
import type { UncoveredSites } from '../operation/uncovered-sites.ts';
import { createFaultsProblem, ProblemError, refuseOtherMethods } from '../problems.ts';
import type { Store } from '../store/database.ts';
import type { ValibotTypeProvider } from '../validation.ts';

const METHODS = 'GET, HEAD, OPTIONS, POST';
const PAGE_METHODS = 'GET, HEAD, OPTIONS';
/** On all of the container's answers, refusals as well (section 4.1). */
const CONTAINER_LINKS = [
  '<http://www.w3.org/ns/ldp#BasicContainer>; rel="type"',
  '<http://www.w3.org/TR/annotation-protocol/>; rel="http://www.w3.org/ns/ldp#constrainedBy"',
];
const CONTAINER_HEADERS = {
  Allow: METHODS,
  'Accept-Post':
    'application/ld+json; profile="http://www.w3.org/ns/anno.jsonld", application/ld+json, application/json',
  Vary: 'Accept, Prefer',
};
/** A UUID of version 4 or 7, of which nobody can guess enough bits (RFC 9562, sections 5.4 and 5.7). */
const RANDOM_IRI = /^urn:uuid:[\da-f]{8}-[\da-f]{4}-[47][\da-f]{3}-[89ab][\da-f]{3}-[\da-f]{12}$/i;
const security = [{ editor: [] }];

const querySchema = v.object({
  iris: v.pipe(
    v.optional(v.picklist(['0', '1'], 'must be 0 or 1')),
    v.description('1 for pages of IRIs, 0 for pages of annotations'),
  ),
  page: v.optional(
    v.pipe(v.string(), v.regex(/^\d{1,9}$/, 'must be a whole number from 0'), v.transform(Number)),
  ),
  after: v.pipe(v.optional(v.string(), ''), v.description('as it stands in a page’s IRI')),
});
type Query = v.InferOutput<typeof querySchema>;

export interface ContainerRouteOptions {
  store: Store;
  uncovered: UncoveredSites;
  publicUrl: string | null;
  postsPerMinute: number;
  /** epoch ms */
  now: () => number;
}

export function registerContainer(
  app: FastifyInstance,
  { store, uncovered, publicUrl, postsPerMinute, now }: ContainerRouteOptions,
): void {
  const routes = app.withTypeProvider<ValibotTypeProvider>();

  app.addHook('onRequest', async (request, reply) => {
    if (!isPage(request)) reply.headers(CONTAINER_HEADERS).header('Link', CONTAINER_LINKS);
    else reply.headers({ Vary: CONTAINER_HEADERS.Vary, Allow: PAGE_METHODS });
  });

  routes.post(
    '/',
    {
      prefixTrailingSlash: 'slash',
      bodyLimit: BODY_LIMIT,
      config: { rateLimit: limitPerMinute(postsPerMinute, 'reports') },
      schema: {
        summary: 'Report a mistake; the same canonical again gives the report that is there',
        consumes: ['application/ld+json', 'application/json'],
        body: annotationDescription,
        response: {
          ...describeProblems(400, 409, 410, 413, 415, 429),
          '2xx': describeContent('The annotation as it stands here', annotationDescription),
        },
      },
      // `readSubmission` checks: it keeps what came beside what was read of it.
      validatorCompiler: () => (value: unknown) => ({ value }),
      onRequest: async (request) => {
        if (isPage(request)) throw refusePage();
      },
    },
    // A Slug is not heeded, as it may be: the IRI is a secret, and nobody's choice (section 5.2).
    async (request, reply) => {
      const container = composeContainerIri(request, publicUrl);
      const submission = readSubmission(request.body, now());
      if (!submission.ok) throw createFaultsProblem(submission.faults);
      const { site, canonical, annotation } = submission.value;
      await app.limits.countReport(site, async () =>
        (await store.reports.findReports(site, canonical)).some((known) => known.site === site),
      );
      const added = await store.reports.addReport(submission.value);
      if (added.was === 'deleted') {
        throw new ProblemError(410, 'This annotation was here, and has been taken out.');
      }
      const { was, report } = added;
      // What is not random may be known to anybody, and must not tell them where somebody else's annotation is.
      if (was === 'known' && !RANDOM_IRI.test(canonical) && report.annotation !== annotation) {
        throw new ProblemError(409, 'Another annotation is here by this canonical IRI.');
      }
      if (was === 'added') await uncovered.notice(report.site);
      reply.code(was === 'added' ? 201 : 200).header('Location', container + report.segment);
      return sendAnnotation(request, reply, { report, publicUrl });
    },
  );

  routes.route({
    method: ['GET', 'HEAD'],
    url: '/',
    prefixTrailingSlash: 'slash',
    schema: {
      summary: 'The annotations of the token’s site, oldest first, page by page',
      security,
      querystring: querySchema,
      response: {
        ...describeProblems(400, 401, 403, 404, 406),
        200: {
          description: 'An AnnotationCollection, or an AnnotationPage of it',
          content: { 'application/ld+json': { schema: { type: 'object' } } },
        },
      },
    },
    onRequest: async (request) => {
      takeMediaType(request);
      // HEAD without a token tells what the container is, not what it holds.
      if (request.method === 'HEAD' && !hasToken(request) && !isPage(request)) return;
      await admitEditor(request, store.tokens);
      requireScope(request, 'read');
    },
    handler: async (request, reply) => {
      if (request.editor === null) return describeContainer(request, reply);
      return sendContainer(request, reply, request.query);
    },
  });

  routes.options(
    '/',
    { prefixTrailingSlash: 'slash', schema: { hide: true } },
    async (_request, reply) => reply.send(),
  );

  refuseOtherMethods(app, '/', ['PUT', 'PATCH', 'DELETE'], METHODS);

  /** What everybody may know. */
  function describeContainer(request: FastifyRequest, reply: FastifyReply): FastifyReply {
    const id = composeContainerIri(request, publicUrl);
    reply.header('Content-Location', id);
    return sendRepresentation(
      request,
      reply,
      {
        '@context': [ANNOTATION_CONTEXT, 'http://www.w3.org/ns/ldp.jsonld'],
        ...{ id, type: ['BasicContainer', 'AnnotationCollection'] },
      },
      takeMediaType(request),
    );
  }

  async function sendContainer(
    request: FastifyRequest,
    reply: FastifyReply,
    { iris, page: number, after }: Query,
  ): Promise<FastifyReply> {
    const { site } = takeEditor(request);
    const preference = readPreference(request.headers['prefer']?.toString());
    // The IRI of a container or a page says what it holds; a preference chooses where it does not.
    const areIris = iris === undefined ? (preference?.areIris ?? false) : iris === '1';
    const collection: Collection = {
      ...{ container: composeContainerIri(request, publicUrl), areIris },
      ...(await store.reports.summarizeSite(site)),
    };
    const reader = createCollectionReader(store.reports, site);
    const mediaType = takeMediaType(request);
    if (number === undefined) {
      const isMinimal = preference?.isMinimal === true;
      if (isMinimal || preference?.areIris === areIris) {
        reply.header('Preference-Applied', 'return=representation');
      }
      const first = isMinimal ? null : await reader.readPage({ number: 0, after: null });
      const last = await reader.findLast(collection);
      reply.header('Content-Location', composeCollectionIri(collection));
      return sendRepresentation(
        request,
        reply,
        composeContainer(collection, first, last),
        mediaType,
      );
    }
    const place = number === 0 ? null : readCursor(after);
    const start =
      place === null ? await reader.findStart(collection, number) : { number, after: place };
    const page = start === null ? null : await reader.readPage(start);
    if (page === null) throw new ProblemError(404, 'There is no such page.');
    reply.header('Content-Location', composePageIri(collection, page.start));
    return sendRepresentation(request, reply, composeLonePage(collection, page), mediaType);
  }
}

/** A page has its IRI from the container's, but is none (section 4.3). */
function isPage(request: FastifyRequest): boolean {
  return new URLSearchParams(request.url.slice(request.url.indexOf('?') + 1)).has('page');
}

function refusePage(): ProblemError {
  return new ProblemError(405, `Only ${PAGE_METHODS} can be used here.`, {
    headers: { Allow: PAGE_METHODS },
  });
}

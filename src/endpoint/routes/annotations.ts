/**
 * The container of annotations, by the Web Annotation Protocol: anybody may post a report and read it back
 * by its unguessable IRI; the list is for an editor of the site.
 * https://www.w3.org/TR/annotation-protocol/
 */
import cors from '@fastify/cors';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import * as v from 'valibot';
import { annotationSchema } from '../../model/annotation.ts';
import { RECEIPT_REL } from '../../model/receipt.ts';
import { admitEditor, hasToken, takeEditor } from '../editors.ts';
import { limitPerMinute } from '../limits/limits.ts';
import { createFaultsProblem, ProblemError, refuseOtherMethods } from '../problems.ts';
import {
  composeAnnotation,
  composeContainer,
  composeContainerIri,
  composeLonePage,
  composeReceiptIri,
  countPages,
  PAGE_SIZE,
  sendRepresentation,
} from '../representations.ts';
import { describeProblems } from '../schemas.ts';
import type { Store } from '../store/database.ts';
import type { StoredReport } from '../store/stored-report.ts';
import { readSubmission } from '../submissions.ts';
import type { UncoveredSites } from '../uncovered-sites.ts';
import type { ValibotTypeProvider } from '../validation.ts';

const BODY_LIMIT = 64 * 1024;
const CONTAINER_METHODS = 'GET, HEAD, OPTIONS, POST';
const ANNOTATION_METHODS = 'GET, HEAD, OPTIONS';
const RESOURCE_LINK = '<http://www.w3.org/ns/ldp#Resource>; rel="type"';

const CONTAINER_HEADERS = {
  Allow: CONTAINER_METHODS,
  'Accept-Post':
    'application/ld+json; profile="http://www.w3.org/ns/anno.jsonld", application/ld+json, application/json',
  Link: [
    '<http://www.w3.org/ns/ldp#BasicContainer>; rel="type"',
    '<http://www.w3.org/TR/annotation-protocol/>; rel="http://www.w3.org/ns/ldp#constrainedBy"',
  ],
  Vary: 'Accept',
};
const ANNOTATION_HEADERS = { Allow: ANNOTATION_METHODS, Vary: 'Accept' };

const pageQuerySchema = v.object({
  page: v.optional(
    v.pipe(v.string(), v.regex(/^\d{1,9}$/, 'must be a whole number from 0'), v.transform(Number)),
  ),
});

export interface AnnotationRoutesOptions {
  store: Store;
  uncovered: UncoveredSites;
  publicUrl: string | null;
  postsPerMinute: number;
  /** epoch ms */
  now: () => number;
}

export function registerAnnotations(
  app: FastifyInstance,
  { store, uncovered, publicUrl, postsPerMinute, now }: AnnotationRoutesOptions,
): void {
  const routes = app.withTypeProvider<ValibotTypeProvider>();
  app.register(cors, {
    origin: '*',
    methods: ['GET', 'HEAD', 'POST'],
    allowedHeaders: ['Authorization', 'Content-Type', 'If-None-Match', 'Prefer', 'Slug'],
    exposedHeaders: [
      ...['Allow', 'Content-Location', 'ETag', 'Link', 'Location', 'Vary'],
      ...['Accept-Post', 'Retry-After'],
    ],
    maxAge: 86_400,
    // A preflight is an OPTIONS request like any other: the protocol's own answer serves it, too.
    preflightContinue: true,
    strictPreflight: false,
  });

  app.after(() => {
    routes.post(
      '/',
      {
        prefixTrailingSlash: 'slash',
        bodyLimit: BODY_LIMIT,
        config: { rateLimit: limitPerMinute(postsPerMinute, 'reports') },
        schema: {
          summary: 'Report a mistake; the same canonical again gives the report that is there',
          consumes: ['application/ld+json', 'application/json'],
          body: annotationSchema,
          response: {
            ...describeProblems(400, 413, 415, 429),
            '2xx': {
              description: 'The annotation as it stands here',
              content: { 'application/ld+json': { schema: annotationSchema } },
            },
          },
        },
        // `readSubmission` checks: it keeps what came beside what was read of it.
        validatorCompiler: () => (value: unknown) => ({ value }),
      },
      async (request, reply) => {
        const container = composeContainerIri(request, publicUrl);
        const submission = readSubmission(request.body, now());
        if (!submission.ok) throw createFaultsProblem(submission.faults);
        const { site, canonical } = submission.value;
        await app.limits.countReport(site, async () =>
          (await store.reports.findReports(site, canonical)).some((known) => known.site === site),
        );
        const added = await store.reports.addReport(submission.value);
        if (added.was === 'deleted') {
          throw new ProblemError(410, 'This annotation was here, and has been taken out.');
        }
        const { was, report } = added;
        if (was === 'added') await uncovered.notice(report.site);
        reply.code(was === 'added' ? 201 : 200).header('Location', container + report.segment);
        return sendAnnotation(request, reply, report);
      },
    );

    routes.route({
      method: ['GET', 'HEAD'],
      url: '/',
      prefixTrailingSlash: 'slash',
      schema: { hide: true, querystring: pageQuerySchema },
      onRequest: async (request, reply) => {
        reply.headers(CONTAINER_HEADERS);
        // HEAD without a token tells what the container is, not what it holds.
        if (request.method === 'GET' || hasToken(request)) await admitEditor(request, store.tokens);
      },
      handler: async (request, reply) => {
        if (request.editor === null) return reply.header('Cache-Control', 'no-store').send();
        return sendContainer(request, reply, request.query.page);
      },
    });

    routes.options(
      '/',
      { prefixTrailingSlash: 'slash', schema: { hide: true } },
      async (_request, reply) => reply.headers(CONTAINER_HEADERS).send(),
    );

    routes.route<{ Params: { segment: string } }>({
      method: ['GET', 'HEAD'],
      url: '/:segment',
      schema: { hide: true },
      handler: async (request, reply) => {
        const report = await store.reports.findBySegment(request.params.segment);
        if (report === null) throw new ProblemError(404, 'There is no such annotation.');
        return sendAnnotation(request, reply, report);
      },
    });

    routes.options('/:segment', { schema: { hide: true } }, async (_request, reply) =>
      reply.headers({ ...ANNOTATION_HEADERS, Link: RESOURCE_LINK }).send(),
    );

    refuseOtherMethods(app, '/', ['PUT', 'PATCH', 'DELETE'], CONTAINER_METHODS);
    refuseOtherMethods(app, '/:segment', ['POST', 'PUT', 'PATCH', 'DELETE'], ANNOTATION_METHODS);
  });

  function sendAnnotation(
    request: FastifyRequest,
    reply: FastifyReply,
    report: StoredReport,
  ): FastifyReply {
    const container = composeContainerIri(request, publicUrl);
    const receipt = composeReceiptIri(request, publicUrl, report.segment);
    reply.headers({
      ...ANNOTATION_HEADERS,
      Link: [RESOURCE_LINK, `<${receipt}>; rel="${RECEIPT_REL}"`],
      'Content-Location': container + report.segment,
    });
    return sendRepresentation(request, reply, composeAnnotation(report, container));
  }

  async function sendContainer(
    request: FastifyRequest,
    reply: FastifyReply,
    page: number | undefined,
  ): Promise<FastifyReply> {
    const { site } = takeEditor(request);
    const container = composeContainerIri(request, publicUrl);
    const { total, lastReceivedAt } = await store.reports.summarizeSite(site);
    const number = page ?? 0;
    if (number >= countPages(total)) throw new ProblemError(404, 'There is no such page.');
    const reports = await store.reports.listArrivals(
      site,
      { offset: number * PAGE_SIZE, total },
      PAGE_SIZE,
    );
    const input = { container, total, page: number, reports };
    if (page === undefined) {
      reply.header('Content-Location', container);
      return sendRepresentation(
        request,
        reply,
        composeContainer({ ...input, modified: lastReceivedAt }),
      );
    }
    reply.header('Content-Location', `${container}?page=${number}`);
    return sendRepresentation(request, reply, composeLonePage(input));
  }
}

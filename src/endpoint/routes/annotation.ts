/**
 * An annotation by its IRI, which nobody can guess: whoever has it reads it, and an editor of its site replaces it or
 * takes it out.
 * https://www.w3.org/TR/2017/REC-annotation-protocol-20170223/#annotation-retrieval
 */
import type { FastifyInstance, FastifyRequest } from 'fastify';
import {
  ANNOTATION_METHODS,
  ANNOTATION_TYPE_LINKS,
  annotationDescription,
  BODY_LIMIT,
  describeContent,
  sendAnnotation,
  takeMediaType,
  VARY_ACCEPT,
} from '../annotations/annotation-answers.ts';
import { findReportBySegment } from '../annotations/find-report.ts';
import { createChangedProblem, requireMatch } from '../annotations/preconditions.ts';
import { readReplacement } from '../annotations/replacements.ts';
import { composeContainerIri, writeAnnotationTag } from '../annotations/representations.ts';
import { admitEditor, hasToken, requireScope, takeEditor } from '../api/editors.ts';
import { describeProblems } from '../api/schemas.ts';
import { limitPerMinute } from '../limits/limits.ts';
import { ProblemError, refuseOtherMethods } from '../problems.ts';
import { coversHost } from '../sites.ts';
import type { Store } from '../store/database.ts';
import type { StoredReport } from '../store/stored-report.ts';

const security = [{ editor: [] }];
const described = describeContent('The annotation as it stands here', annotationDescription);

export interface AnnotationRouteOptions {
  store: Pick<Store, 'reports' | 'tokens'>;
  publicUrl: string | null;
  /** what one address may read in a minute, receipts included */
  readsPerMinute: number;
  /** epoch ms */
  now: () => number;
}

interface SegmentRoute {
  Params: { segment: string };
}

export function registerAnnotation(
  app: FastifyInstance,
  { store, publicUrl, readsPerMinute, now }: AnnotationRouteOptions,
): void {
  const limit = limitPerMinute(readsPerMinute, 'questions');

  app.route<SegmentRoute>({
    method: ['GET', 'HEAD'],
    url: '/:segment',
    schema: {
      summary: 'Read an annotation; its IRI is the capability',
      response: { ...describeProblems(404, 406, 410, 429), 200: described },
    },
    onRequest: async (request, reply) => {
      takeMediaType(request);
      if (!(await isEditor(request))) await app.limits.countRequest(request, reply, limit);
    },
    handler: async (request, reply) => {
      const report = await findReportBySegment(store.reports, request.params.segment, 'annotation');
      return sendAnnotation(request, reply, { report, publicUrl });
    },
  });

  app.options('/:segment', { schema: { hide: true } }, async (_request, reply) =>
    reply
      .headers({ ...VARY_ACCEPT, Allow: ANNOTATION_METHODS, Link: ANNOTATION_TYPE_LINKS })
      .send(),
  );

  app.register(async (scope) => {
    scope.addHook('onRequest', async (request) => {
      await admitEditor(request, store.tokens);
      requireScope(request, 'edit');
    });

    scope.put<SegmentRoute>(
      '/:segment',
      {
        bodyLimit: BODY_LIMIT,
        schema: {
          summary: 'Replace an annotation, in the state named by If-Match',
          security,
          consumes: ['application/ld+json', 'application/json'],
          body: annotationDescription,
          response: {
            ...describeProblems(400, 401, 403, 404, 409, 410, 412, 413, 415, 428),
            200: described,
          },
        },
        // `readReplacement` checks: it keeps what came beside what was read of it.
        validatorCompiler: () => (value: unknown) => ({ value }),
      },
      async (request, reply) => {
        const report = await takeReport(request, request.params.segment);
        const iri = composeContainerIri(request, publicUrl) + report.segment;
        const content = readReplacement(request.body, report, iri);
        const replaced = await store.reports.replaceAnnotation({ report, content, at: now() });
        if (replaced === null) throw createChangedProblem();
        return sendAnnotation(request, reply, { report: replaced, publicUrl });
      },
    );

    scope.delete<SegmentRoute>(
      '/:segment',
      {
        schema: {
          summary: 'Take an annotation out for good, in the state named by If-Match',
          security,
          response: {
            ...describeProblems(401, 403, 404, 410, 412, 428),
            204: { description: 'It is no more' },
          },
        },
      },
      async (request, reply) => {
        const report = await takeReport(request, request.params.segment);
        if (!(await store.reports.deleteAnnotation({ report, at: now() }))) {
          throw createChangedProblem();
        }
        return reply.code(204).send();
      },
    );
  });

  refuseOtherMethods(app, '/:segment', ['POST', 'PATCH'], ANNOTATION_METHODS);

  /** Whether somebody reads by a token, and is counted by that: an editor's program may go through all there are. */
  async function isEditor(request: FastifyRequest): Promise<boolean> {
    if (!hasToken(request)) return false;
    try {
      await admitEditor(request, store.tokens);
      return true;
    } catch (error) {
      // Nobody needs a token here.
      if (error instanceof ProblemError && error.statusCode === 401) return false;
      throw error;
    }
  }

  /**
   * The annotation that an editor may change, as the editor has seen it.
   * @throws ProblemError 404, 410, 403, 428 or 412
   */
  async function takeReport(request: FastifyRequest, segment: string): Promise<StoredReport> {
    const report = await findReportBySegment(store.reports, segment, 'annotation');
    const { site } = takeEditor(request);
    if (!coversHost(site, report.site)) {
      throw new ProblemError(403, `This token is for ${site} and its subdomains.`);
    }
    const container = composeContainerIri(request, publicUrl);
    requireMatch(writeAnnotationTag(report, container), request.headers['if-match']);
    return report;
  }
}

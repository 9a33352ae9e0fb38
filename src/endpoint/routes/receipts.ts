/**
 * Receipts: what became of a report, for the reader who sent it, and what that reader has seen since. There is no
 * account; the unguessable URL, which the answer to the report named, is the capability.
 * https://www.w3.org/TR/capability-urls/
 */
import cors from '@fastify/cors';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import * as v from 'valibot';
import { type Receipt, receiptSchema, type receiptStateSchema } from '../../model/receipt.ts';
import type { ReportState } from '../../model/report.ts';
import { findReportBySegment } from '../annotations/find-report.ts';
import {
  composeObservationsIri,
  composeReceiptIri,
  OBSERVATIONS_PATH,
  sendRepresentation,
} from '../annotations/representations.ts';
import { describeProblems, observationInputSchema } from '../api/schemas.ts';
import { limitPerMinute } from '../limits/limits.ts';
import { refuseOtherMethods } from '../problems.ts';
import type { Store } from '../store/database.ts';
import { MOST_READERS } from '../store/observations.ts';
import type { StoredReport } from '../store/stored-report.ts';
import type { ValibotTypeProvider } from '../validation.ts';

const METHODS = 'GET, HEAD, OPTIONS';
const OBSERVATION_METHODS = 'OPTIONS, POST';
const BODY_LIMIT = 4 * 1024;

/** What a reader is told. A spammer is not told how they were found out. */
const TOLD_STATES: Record<ReportState, v.InferOutput<typeof receiptStateSchema>> = {
  new: 'new',
  accepted: 'accepted',
  rejected: 'rejected',
  fixed: 'fixed',
  spam: 'rejected',
};

const segmentSchema = v.object({ segment: v.string() });

export interface ReceiptRoutesOptions {
  store: Store;
  publicUrl: string | null;
  receiptsPerMinute: number;
  /** epoch ms */
  now: () => number;
}

export function registerReceipts(
  app: FastifyInstance,
  { store, publicUrl, receiptsPerMinute, now }: ReceiptRoutesOptions,
): void {
  const routes = app.withTypeProvider<ValibotTypeProvider>();
  app.register(cors, {
    origin: '*',
    methods: ['GET', 'HEAD', 'POST'],
    allowedHeaders: ['Content-Type', 'If-None-Match'],
    exposedHeaders: ['Allow', 'ETag', 'Retry-After'],
    maxAge: 86_400,
    preflightContinue: true,
    strictPreflight: false,
  });

  app.addHook('onRequest', async (_request, reply) => {
    reply.header('Cross-Origin-Resource-Policy', 'cross-origin');
  });

  app.after(() => {
    routes.route<{ Params: { segment: string } }>({
      method: ['GET', 'HEAD'],
      url: '/:segment',
      config: { rateLimit: limitPerMinute(receiptsPerMinute, 'questions') },
      schema: {
        summary: 'What became of a report; its URL is the capability (Link with rel=status)',
        response: { ...describeProblems(404, 410, 429), 200: receiptSchema },
      },
      handler: async (request, reply) => {
        const report = await findReport(request.params.segment);
        reply.header('Allow', METHODS);
        const receipt = await composeReceipt(request, report);
        return sendRepresentation(request, reply, receipt, 'application/json');
      },
    });

    routes.options('/:segment', { schema: { hide: true } }, async (_request, reply) =>
      reply.header('Allow', METHODS).send(),
    );

    routes.post(
      `/:segment${OBSERVATIONS_PATH}`,
      {
        bodyLimit: BODY_LIMIT,
        config: { rateLimit: limitPerMinute(receiptsPerMinute, 'observations') },
        schema: {
          summary: 'Tell what a later look at the article has shown; the receipt’s holder may',
          params: segmentSchema,
          body: observationInputSchema,
          response: { ...describeProblems(400, 404, 410, 413, 415, 429), 200: receiptSchema },
        },
      },
      async (request, reply) => {
        const report = await store.observations.addObservation({
          report: await findReport(request.params.segment),
          observer: { by: 'reader' },
          observation: request.body,
          at: now(),
        });
        reply.headers({
          Allow: OBSERVATION_METHODS,
          'Content-Location': composeReceiptIri(request, publicUrl, report.segment),
        });
        const receipt = await composeReceipt(request, report);
        return sendRepresentation(request, reply, receipt, 'application/json');
      },
    );

    routes.options(
      `/:segment${OBSERVATIONS_PATH}`,
      { schema: { hide: true } },
      async (_request, reply) => reply.header('Allow', OBSERVATION_METHODS).send(),
    );

    refuseOtherMethods(app, '/:segment', ['POST', 'PUT', 'PATCH', 'DELETE'], METHODS);
    refuseOtherMethods(
      app,
      `/:segment${OBSERVATIONS_PATH}`,
      ['GET', 'PUT', 'PATCH', 'DELETE'],
      OBSERVATION_METHODS,
    );
  });

  async function findReport(segment: string): Promise<StoredReport> {
    return findReportBySegment(store.reports, segment, 'receipt');
  }

  async function composeReceipt(request: FastifyRequest, report: StoredReport): Promise<Receipt> {
    const { site, place, state, reason, segment } = report;
    const count = await store.reports.countPlace(site, place, MOST_READERS);
    return {
      state: TOLD_STATES[state],
      // With what was taken back, or is spam, a reason was given to colleagues.
      reason: state === 'new' || state === 'spam' ? '' : reason,
      readers: Math.max(1, count),
      observations: composeObservationsIri(request, publicUrl, segment),
    };
  }
}

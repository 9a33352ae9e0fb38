/**
 * Receipts: what became of a report, for the reader who sent it. There is no account; the unguessable URL, which
 * the answer to the report named, is the capability.
 * https://www.w3.org/TR/capability-urls/
 */
import cors from '@fastify/cors';
import type { FastifyInstance } from 'fastify';
import type * as v from 'valibot';
import { type Receipt, receiptSchema, type receiptStateSchema } from '../../model/receipt.ts';
import type { ReportState } from '../../model/report.ts';
import { limitPerMinute } from '../limits.ts';
import { ProblemError, refuseOtherMethods } from '../problems.ts';
import { sendRepresentation } from '../representations.ts';
import { describeProblems } from '../schemas.ts';
import type { Store } from '../store/database.ts';
import type { StoredReport } from '../store/reports.ts';
import type { ValibotTypeProvider } from '../validation.ts';

const METHODS = 'GET, HEAD, OPTIONS';
/** Beyond this nobody counts: it is many. */
const MOST_READERS = 1_000;

/** What a reader is told. A spammer is not told how they were found out. */
const TOLD_STATES: Record<ReportState, v.InferOutput<typeof receiptStateSchema>> = {
  new: 'new',
  accepted: 'accepted',
  rejected: 'rejected',
  fixed: 'fixed',
  spam: 'rejected',
};

export interface ReceiptRoutesOptions {
  store: Store;
  receiptsPerMinute: number;
}

export function registerReceipts(
  app: FastifyInstance,
  { store, receiptsPerMinute }: ReceiptRoutesOptions,
): void {
  const routes = app.withTypeProvider<ValibotTypeProvider>();
  app.register(cors, {
    origin: '*',
    methods: ['GET', 'HEAD'],
    allowedHeaders: ['If-None-Match'],
    exposedHeaders: ['Allow', 'ETag', 'Retry-After'],
    maxAge: 86_400,
    preflightContinue: true,
    strictPreflight: false,
  });

  app.after(() => {
    routes.route<{ Params: { segment: string } }>({
      method: ['GET', 'HEAD'],
      url: '/:segment',
      config: { rateLimit: limitPerMinute(receiptsPerMinute, 'questions') },
      schema: {
        summary: 'What became of a report; its URL is the capability (Link with rel=status)',
        response: { ...describeProblems(404, 429), 200: receiptSchema },
      },
      handler: async (request, reply) => {
        const report = await store.reports.findBySegment(request.params.segment);
        if (report === null) throw new ProblemError(404, 'There is no such receipt.');
        reply.header('Allow', METHODS);
        const receipt = await composeReceipt(report);
        return sendRepresentation(request, reply, receipt, 'application/json');
      },
    });

    routes.options('/:segment', { schema: { hide: true } }, async (_request, reply) =>
      reply.header('Allow', METHODS).send(),
    );

    refuseOtherMethods(app, '/:segment', ['POST', 'PUT', 'PATCH', 'DELETE'], METHODS);
  });

  async function composeReceipt({ site, place, state, reason }: StoredReport): Promise<Receipt> {
    const count = await store.reports.countPlace(site, place, MOST_READERS);
    return {
      state: TOLD_STATES[state],
      // With what was taken back, or is spam, a reason was given to colleagues.
      reason: state === 'new' || state === 'spam' ? '' : reason,
      readers: Math.max(1, count),
    };
  }
}

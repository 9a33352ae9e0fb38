/**
 * The editors' API: who may call it at all, and the routes it is made of. A route says in its configuration which
 * scope of a token it needs.
 */
import cors from '@fastify/cors';
import type { FastifyInstance } from 'fastify';
import { createDecider } from '../api/decide.ts';
import { admitEditor, requireScope } from '../api/editors.ts';
import { createReportItems } from '../api/report-items.ts';
import { refuseUnknownQuery } from '../api/unknown-query.ts';
import type { ChangeFeed } from '../events/change-feed.ts';
import type { Store } from '../store/database.ts';
import type { Scope } from '../store/tokens.ts';
import { registerClusterDecisions } from './cluster-decisions.ts';
import { registerClusters } from './clusters.ts';
import { registerDecisions } from './decisions.ts';
import { registerDismissals } from './dismissals.ts';
import { type EventTimings, registerEvents } from './events.ts';
import { registerExports } from './exports.ts';
import { registerFigures } from './figures.ts';
import { registerNotes } from './notes.ts';
import { registerReports } from './reports.ts';
import { registerSites } from './sites.ts';
import { registerSources } from './sources.ts';

declare module 'fastify' {
  interface FastifyContextConfig {
    /** what a token has to be good for, on a route for editors: `read` where it says nothing, null for nothing */
    scope?: Scope | null;
  }
}

export interface EditorsApiOptions {
  store: Store;
  publicUrl: string | null;
  /** epoch ms */
  now: () => number;
  feed: ChangeFeed;
  eventTimings?: Partial<EventTimings> | undefined;
}

export function registerEditorsApi(app: FastifyInstance, options: EditorsApiOptions): void {
  const { store, publicUrl, now } = options;
  // The review page inside the extension is another origin; no web page has business here.
  app.register(cors, {
    origin: /^(chrome|moz)-extension:\/\/[\w-]+$/,
    methods: ['GET', 'HEAD', 'POST', 'PUT', 'DELETE'],
    allowedHeaders: ['Authorization', 'Content-Type', 'If-Match', 'Last-Event-ID'],
    exposedHeaders: ['Content-Disposition', 'ETag', 'Retry-After'],
    maxAge: 86_400,
    // An OPTIONS request that is no preflight is answered like one, not refused in plain text.
    strictPreflight: false,
  });

  app.after(() => {
    app.get('/openapi.json', { schema: { hide: true } }, async () => app.swagger());
    app.register(async (scope) => {
      scope.addHook('onRequest', async (request, reply) => {
        reply.header('Cache-Control', 'no-store');
        await admitEditor(request, store.tokens);
        const { scope: needed = 'read' } = request.routeOptions.config;
        if (needed !== null) requireScope(request, needed);
      });
      scope.addHook('preValidation', refuseUnknownQuery);
      const items = createReportItems({ store, publicUrl });
      registerReports(scope, { store, items });
      const decider = createDecider({ store, items, now });
      registerDecisions(scope, { store, items, decider, now });
      registerClusters(scope, { store, items, decider });
      registerClusterDecisions(scope, { items, decider });
      registerDismissals(scope, { store, now });
      registerSources(scope, { store, now });
      registerNotes(scope, { store, decider, now });
      registerSites(scope, { store, now });
      const check = options.eventTimings?.check;
      registerExports(scope, { store, items, publicUrl, now, check });
      registerFigures(scope, { store, now });
      registerEvents(scope, { store, feed: options.feed, timings: options.eventTimings });
    });
  });
}

/**
 * Figures for Prometheus: how many requests by route and status, what became of reports, what waits. They have no
 * labels that a stranger chooses.
 */
import { Counter, collectDefaultMetrics, Gauge, Histogram, Registry } from 'prom-client';
import { CONTAINER_PATH } from '../annotations/representations.ts';
import type { Store } from '../store/database.ts';
import type { RequestWatcher } from './request-watch.ts';

/** Seconds. */
const BUCKETS = [0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10];
/** Messages that are counted: more are too many, however many more. */
const MOST_MESSAGES = 10_000;

export interface Metrics {
  watcher: RequestWatcher;
  /** All figures in Prometheus's text format. */
  write(): Promise<{ text: string; type: string }>;
}

/** Starts to count. */
export function createMetrics(store: Store): Metrics {
  const registry = new Registry();
  const registers = [registry];
  collectDefaultMetrics({ register: registry });
  const requests = new Counter({
    name: 'sic_http_requests_total',
    help: 'Requests that were answered; status 499 where the client did not wait',
    labelNames: ['method', 'route', 'status'],
    registers,
  });
  const durations = new Histogram({
    name: 'sic_http_request_duration_seconds',
    help: 'How long requests took, live events aside',
    labelNames: ['method', 'route'],
    buckets: BUCKETS,
    registers,
  });
  const running = new Gauge({
    name: 'sic_http_requests_running',
    help: 'Requests that are being answered; those of /api/events are the editors who listen',
    labelNames: ['route'],
    registers,
  });
  const reports = new Counter({
    name: 'sic_reports_total',
    help: 'Reports that were sent: stored, known already, refused, failed by a fault here',
    labelNames: ['outcome'],
    registers,
  });
  new Gauge({
    name: 'sic_reports_waiting',
    help: 'Reports that wait to be written',
    registers,
    collect() {
      this.set(store.reports.countWaiting());
    },
  });
  new Gauge({
    name: 'sic_messages',
    help: `Messages to editors that are to be sent, or were given up; at most ${MOST_MESSAGES} are counted`,
    labelNames: ['state'],
    registers,
    async collect() {
      this.reset();
      try {
        const { waiting, failed } = await store.countMessages(MOST_MESSAGES);
        this.set({ state: 'waiting' }, waiting);
        this.set({ state: 'failed' }, failed);
      } catch {
        // The database is away, which `/readyz` says: the other figures are wanted all the more.
      }
    },
  });
  return {
    watcher: {
      begin: ({ route }) => running.inc({ route }),
      end({ method, route, status, duration, isStream }) {
        running.dec({ route });
        requests.inc({ method, route, status });
        if (!isStream) durations.observe({ method, route }, duration / 1000);
        if (method === 'POST' && route === CONTAINER_PATH) {
          reports.inc({ outcome: nameOutcome(status) });
        }
      },
    },
    async write() {
      return { text: await registry.metrics(), type: registry.contentType };
    },
  };
}

function nameOutcome(status: number): string {
  if (status === 201) return 'stored';
  if (status === 200) return 'known';
  return status >= 500 || status === 499 ? 'failed' : 'refused';
}

/** What changes in the queue, as it changes. */
import * as v from 'valibot';
import { REPORT_STATES } from '../../model/report.ts';
import type { Endpoint } from './ask-endpoint.ts';

export const queueEventSchema = v.object({
  what: v.picklist(['report', 'deletion', 'observation', 'correction', 'note']),
  site: v.string(),
  place: v.string(),
  /** of the report; '' where it is about the place */
  canonical: v.string(),
  /** of the report as it is now; null where it is gone, or it is about the place */
  state: v.nullable(v.picklist(REPORT_STATES)),
  version: v.number(),
});
export type QueueEvent = v.InferOutput<typeof queueEventSchema>;

/** refused: the token is not good for it, and nothing more will come */
export type EventsStatus = 'live' | 'waiting' | 'refused';

export interface EventsWatch {
  onEvents(events: QueueEvent[]): void;
  /** what is shown may be old: all has to be read anew */
  onReset(): void;
  onStatus(status: EventsStatus): void;
  signal: AbortSignal;
}

export interface EventsApi {
  /** Follows until the signal comes, or the endpoint refuses for good; comes back by itself. Never rejects. */
  follow(watch: EventsWatch): Promise<void>;
}

export function createEventsApi(_endpoint: Endpoint): EventsApi {
  return {
    async follow({ onStatus }) {
      onStatus('waiting');
    },
  };
}

/** One connection of live events: read as it comes, and given up where it is silent for longer than it may be. */
import { createParser } from 'eventsource-parser';
import * as v from 'valibot';
import { parse } from '../../model/annotation.ts';
import { REPORT_STATES } from '../../model/report.ts';
import { readJson } from './read-body.ts';

const queueEventSchema = v.object({
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

/** What an endpoint says first: `reset` where it knows nothing of what it is asked to go on from. */
const startSchema = v.object({ reset: v.fallback(v.boolean(), false) });

export interface EventEars {
  onStart(reset: boolean): void;
  onEvent(event: QueueEvent): void;
  /** where to go on from */
  onId(id: string): void;
  /** how long to wait before coming back, in ms */
  onRetry(wait: number): void;
}

/** An endpoint says something at least each 15 s: three times nothing is a connection that is none any more. */
const SILENCE = 45_000;
/** How often it is looked whether it is: a machine that wakes up is not to wait for as long once more. */
const CHECK = 5_000;
/** Characters of an event; a longer one is none of an endpoint's. */
const LONGEST_EVENT = 100_000;
const ID = /^\d{1,15}$/;

/** Settled when the stream has ended, is broken or silent, or the signal comes. Never rejects. */
export async function readEvents(
  body: ReadableStream<Uint8Array>,
  ears: EventEars,
  signal: AbortSignal,
): Promise<void> {
  const reader = body.getReader();
  const decoder = new TextDecoder();
  const parser = createParser({
    maxBufferSize: LONGEST_EVENT,
    onId: (id) => {
      // What a header could not carry would keep it from ever coming back.
      if (ID.test(id)) ears.onId(id);
    },
    onRetry: ears.onRetry,
    onEvent: ({ event, data }) => tellEvent(event, readJson(data), ears),
  });
  const leave = () => void reader.cancel().catch(() => undefined);
  let heardAt = Date.now();
  const watch = setInterval(() => {
    if (Math.abs(Date.now() - heardAt) > SILENCE) leave();
  }, CHECK);
  signal.addEventListener('abort', leave);
  try {
    if (signal.aborted) leave();
    for (;;) {
      const { done, value } = await reader.read();
      if (done || signal.aborted) return;
      heardAt = Date.now();
      parser.feed(decoder.decode(value, { stream: true }));
    }
  } catch {
    leave();
  } finally {
    clearInterval(watch);
    signal.removeEventListener('abort', leave);
  }
}

/** What a later endpoint has to say, of which nothing is known here, is passed over. */
function tellEvent(name: string | undefined, data: unknown, ears: EventEars): void {
  if (name === 'start') {
    const start = parse(startSchema, data);
    ears.onStart(start.ok && start.value.reset);
    return;
  }
  const event = parse(queueEventSchema, data);
  if (event.ok) ears.onEvent(event.value);
}

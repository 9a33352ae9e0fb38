/**
 * What changes in the queue, as it changes: server-sent events, over fetch because EventSource can send no token. A
 * connection that is lost is made anew and goes on where it was; what came is handed over in batches, so that a burst
 * does not draw the list once for each.
 * https://html.spec.whatwg.org/multipage/server-sent-events.html
 */
import type { Endpoint } from './ask-endpoint.ts';
import { type QueueEvent, readEvents } from './read-events.ts';

export type { QueueEvent } from './read-events.ts';

/** refused: the token is not good for it, and nothing more will come */
export type EventsStatus = 'live' | 'waiting' | 'refused';

export interface EventsWatch {
  /** what changed since the stream was `live` first, in order */
  onEvents(events: QueueEvent[]): void;
  /** what is shown may be old: all has to be read anew */
  onReset(): void;
  /** is told of each change of it */
  onStatus(status: EventsStatus): void;
  signal: AbortSignal;
}

export interface EventsApi {
  /** Follows until the signal comes, or the endpoint refuses for good. Never rejects. */
  follow(watch: EventsWatch): Promise<void>;
}

/** How long events are gathered, in ms. */
const GATHERING = 250;
/** As many events tell less than a new look. */
const MOST_GATHERED = 2_000;
/** How long to wait before coming back, in ms, until an endpoint has said it. */
const FIRST_WAIT = 3_000;
const SHORTEST_WAIT = 500;
const LONGEST_WAIT = 60_000;
/** A connection that has held for as long, in ms, was none that fails. */
const STEADY = 15_000;

export function createEventsApi(endpoint: Pick<Endpoint, 'open'>): EventsApi {
  return { follow: (watch) => followEvents(endpoint, watch) };
}

async function followEvents({ open }: Pick<Endpoint, 'open'>, watch: EventsWatch): Promise<void> {
  const { signal } = watch;
  const batches = createBatches(watch);
  const tellStatus = createTeller(watch);
  let lastId = '';
  let firstWait = FIRST_WAIT;
  let failures = 0;
  while (!signal.aborted) {
    tellStatus('waiting');
    const leaving = new AbortController();
    const answer = await open('events', {
      headers: {
        Accept: 'text/event-stream',
        ...(lastId === '' ? {} : { 'Last-Event-ID': lastId }),
      },
      signal: AbortSignal.any([signal, leaving.signal]),
    });
    const openedAt = Date.now();
    if (answer.ok && isEventStream(answer.value)) {
      const ears = {
        onStart(reset: boolean) {
          if (reset) batches.reset();
          tellStatus('live');
        },
        onEvent: batches.add,
        onId(id: string) {
          lastId = id;
        },
        onRetry(wait: number) {
          firstWait = Math.min(LONGEST_WAIT, Math.max(SHORTEST_WAIT, wait));
        },
      };
      await readEvents(answer.value.body, ears, signal);
    } else if (!answer.ok && ['unauthorised', 'forbidden'].includes(answer.failure)) {
      tellStatus('refused');
      break;
    }
    // Of what is not read to its end, the connection would stay.
    leaving.abort();
    failures = answer.ok && Date.now() - openedAt >= STEADY ? 0 : failures + 1;
    const wait = Math.min(LONGEST_WAIT, firstWait * 2 ** Math.max(0, failures - 1));
    tellStatus('waiting');
    await pause(spread(Math.max(wait, answer.ok ? 0 : answer.retryAfter)), signal);
  }
  batches.stop();
}

/** A portal, or a proxy, answers 200 to anything. */
function isEventStream(
  response: Response,
): response is Response & { body: ReadableStream<Uint8Array> } {
  const type = response.headers.get('Content-Type') ?? '';
  return /^text\/event-stream\s*(;|$)/i.test(type) && response.body !== null;
}

/** Keeps many clients that have lost one endpoint from coming back at once; never earlier than asked. */
function spread(wait: number): number {
  return wait * (1 + Math.random() / 2);
}

function pause(wait: number, signal: AbortSignal): Promise<void> {
  if (signal.aborted) return Promise.resolve();
  return new Promise((resolve) => {
    const end = () => {
      clearTimeout(timer);
      signal.removeEventListener('abort', end);
      resolve();
    };
    const timer = setTimeout(end, wait);
    signal.addEventListener('abort', end);
  });
}

function createTeller({ onStatus, signal }: EventsWatch): (status: EventsStatus) => void {
  let told: EventsStatus | null = null;
  return (status) => {
    if (status === told || signal.aborted) return;
    told = status;
    onStatus(status);
  };
}

/** Hands events over a few times a second, those of more than one connection in one. */
function createBatches({ onEvents, onReset, signal }: EventsWatch) {
  let gathered: QueueEvent[] = [];
  let timer: ReturnType<typeof setTimeout> | undefined;
  const stop = () => {
    clearTimeout(timer);
    timer = undefined;
    gathered = [];
  };
  const hand = () => {
    const events = gathered;
    stop();
    if (signal.aborted) return;
    if (events.length > MOST_GATHERED) onReset();
    else onEvents(events);
  };
  return {
    stop,
    add(event: QueueEvent) {
      if (gathered.length <= MOST_GATHERED) gathered.push(event);
      timer ??= setTimeout(hand, GATHERING);
    },
    /** What was gathered is of a queue that is no more. */
    reset() {
      stop();
      onReset();
    },
  };
}

/**
 * The live queue as server-sent events. The id of an event is the number of the group's change that it tells, so that a
 * client which comes back with the last one it has seen misses nothing and is told nothing twice. So it also tells how
 * many changes there have been in the whole group, of which the token may cover a part; what they were it does not.
 * https://html.spec.whatwg.org/multipage/server-sent-events.html
 */
import * as v from 'valibot';
import { REPORT_STATES } from '../../model/report.ts';
import type { Change, ChangeStore } from '../store/changes.ts';
import type { ChangeFeed } from './change-feed.ts';

/** Changes that are read at once: a slow client has no more of them waiting in memory. */
const PAGE = 100;
/** When a client whose connection has broken should come back, in ms. */
const RETRY = 3_000;

/** What the data of an event says, as JSON. */
export const eventSchema = v.object({
  what: v.picklist(['report', 'deletion', 'observation', 'correction', 'note']),
  site: v.string(),
  place: v.pipe(v.string(), v.description('key of the quoted place, see `/clusters`')),
  canonical: v.pipe(v.string(), v.description('of the report; empty where a place has changed')),
  state: v.pipe(
    v.nullable(v.picklist(REPORT_STATES)),
    v.description('of the report as it is now; null where it is gone, or a place has changed'),
  ),
  version: v.number(),
});

export interface EventStreamOptions {
  changes: ChangeStore;
  feed: ChangeFeed;
  /** what is about it and its subdomains is told */
  site: string;
  /** the number of the last change that the client has seen; null to begin now */
  after: number | null;
  /** ends the stream */
  signal: AbortSignal;
  /** how long nothing may be said, in ms */
  heartbeat: number;
}

/**
 * The stream, piece by piece; the next piece is read when it is asked for. First comes `start`, with the number that it
 * begins at. Where the client has seen more than there is (the database was put back), it is told to read all anew.
 */
export async function* composeEvents(options: EventStreamOptions): AsyncGenerator<string> {
  const { changes, feed, site, after, signal, heartbeat } = options;
  const follower = feed.follow(site);
  try {
    const last = await changes.readLast(site);
    const isLost = after !== null && after > last;
    let position = after === null || isLost ? last : after;
    const data = JSON.stringify({ changed: position, reset: isLost });
    yield `retry: ${RETRY}\nevent: start\nid: ${position}\ndata: ${data}\n\n`;
    while (!signal.aborted) {
      const page = await feed.listChanges(site, position, PAGE);
      const told = page.changes.at(-1)?.changed ?? position;
      position = page.upTo;
      const text = page.changes.map(composeEvent).join('');
      // Without data: whoever comes back need not begin before what was of no concern.
      const moved = position > told ? `id: ${position}\n\n` : '';
      if (text + moved !== '') yield text + moved;
      if (position < page.last) continue;
      while (!signal.aborted && !(await follower.waitBeyond(position, heartbeat, signal))) {
        if (!signal.aborted) yield ': still here\n\n';
      }
    }
  } finally {
    follower.stop();
  }
}

function composeEvent({ changed, what, site, place, canonical, state, version }: Change): string {
  const data = JSON.stringify({ what, site, place, canonical, state, version });
  return `id: ${changed}\nevent: ${what}\ndata: ${data}\n\n`;
}

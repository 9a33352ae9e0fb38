/** Empties the outbox: sends what is due, a few at a time, and notes what became of each. */
import type { Channel } from '../store/channels.ts';
import type { Store } from '../store/database.ts';
import { type HeldMessage, LONGEST_DELAY } from '../store/messages.ts';
import type { Deliver } from './deliver.ts';
import { DeliveryError } from './delivery-error.ts';
import { loadNotice } from './notice.ts';
import { planRetry } from './retry-delay.ts';

const MOST_AT_ONCE = 4;
const MESSAGES_PER_PAGE = 50;
/** Pages of one round: whoever has more comes back. */
const MOST_PAGES = 20;

/** How long a channel is left alone whose receiver has not said it, in ms. */
const PAUSE = 60_000;

export interface SendingDeps {
  store: Store;
  deliver: Deliver;
  publicUrl: string | null;
  /** epoch ms */
  now: () => number;
  /** from 0 up to 1 */
  random: () => number;
  reportError: (error: unknown) => void;
  watchDelivery: DeliveryWatch;
}

/**
 * Is told when a channel's messages begin to fail, and when one goes through again. Why they fail is in the outbox: what
 * a receiver says may name people.
 */
export type DeliveryWatch = (
  channel: Pick<Channel, 'id' | 'site' | 'kind'>,
  now: 'fails' | 'works',
) => void;

export interface Sender {
  /** Sends what is due; resolves when it has been tried, or after `abort`. */
  sendDue(): Promise<void>;
}

/**
 * @param isStopped whether nothing more is to be taken
 * @param signal lets go of what is being sent
 */
export function createSender(
  deps: SendingDeps,
  isStopped: () => boolean,
  signal: AbortSignal,
): Sender {
  const { store, deliver, publicUrl, now, random, reportError, watchDelivery } = deps;
  /** Until when (epoch ms) a channel is left alone: its receiver is away, and each of its messages would find that out. */
  const pauses = new Map<string, number>();
  /** Channels whose last attempt has failed. */
  const failing = new Set<string>();
  /** What was sent, and could not be taken out of the outbox: the database was away at that moment. */
  const sent = new Set<string>();

  async function sendDue(): Promise<void> {
    const kinds = deliver.kinds;
    for (let page = 0; page < MOST_PAGES && !isStopped(); page += 1) {
      const at = now();
      for (const [id, until] of pauses) {
        // What lies further ahead than any pause was said by a clock that ran ahead.
        if (until <= at || until > at + LONGEST_DELAY) pauses.delete(id);
      }
      const due = await store.messages.listDue({
        ...{ kinds, paused: [...pauses.keys()], at, limit: MESSAGES_PER_PAGE },
      });
      if (due.length === 0) return;
      const queue = [...due];
      const work = async () => {
        for (let next = queue.shift(); next !== undefined; next = queue.shift()) {
          if (isStopped()) return;
          if (!pauses.has(next.channelId)) await send(next.id);
        }
      };
      await Promise.all(Array.from({ length: MOST_AT_ONCE }, work));
    }
  }

  async function send(id: string): Promise<void> {
    const message = await store.messages.holdMessage(id, now());
    if (message === null) return;
    try {
      const notice = sent.has(id) ? null : await loadNotice(store, message, publicUrl);
      if (notice !== null) {
        await deliver.send(message, notice, signal);
        if (failing.delete(message.channel.id)) watchDelivery(message.channel, 'works');
      }
    } catch (error) {
      if (signal.aborted) await store.messages.releaseMessage(message);
      else await noteFailure(message, error);
      return;
    }
    sent.add(id);
    await store.messages.finishMessage(id);
    sent.delete(id);
  }

  async function noteFailure(message: HeldMessage, error: unknown): Promise<void> {
    const { attempts, createdAt, channel } = message;
    const failure = error instanceof DeliveryError ? error : null;
    if (failure === null) reportError(error);
    else if (!failing.has(channel.id)) {
      failing.add(channel.id);
      watchDelivery(channel, 'fails');
    }
    const at = now();
    const retryAfter = failure?.retryAfter ?? null;
    const planned = planRetry({ attempts, createdAt, at, retryAfter, random: random() });
    const retryAt = failure?.isFinal === true ? null : planned;
    // A fault of the endpoint's own may tell what a report says.
    const said = failure?.message ?? 'The endpoint failed to write or send the message.';
    await store.messages.noteFailure(message, { error: said, retryAt, at });
    // One message that a receiver cannot take must not keep the others long.
    if (failure?.isCommon === true) pauses.set(channel.id, at + (retryAfter ?? PAUSE));
  }

  return { sendDue };
}

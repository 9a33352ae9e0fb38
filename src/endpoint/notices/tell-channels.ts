/**
 * Looks what the channels have still to tell, and puts it into the outbox. A channel whose outbox is full waits: what it
 * has not told stays where it is, in the reports themselves.
 */
import type { Channel } from '../store/channels.ts';
import type { Store } from '../store/database.ts';
import { writeContent } from './content.ts';
import { planDigest } from './digest-times.ts';

const CHANNELS_PER_PAGE = 100;
const REPORTS_PER_STEP = 100;
/** Messages of a channel that wait at the same time. */
const MOST_WAITING = 500;
const NEWEST_IN_DIGEST = 10;

/**
 * Tells every channel what it has to tell at epoch ms.
 * @param isStopped whether it is to end early
 */
export async function tellChannels(
  store: Store,
  now: () => number,
  isStopped: () => boolean,
): Promise<void> {
  for (let after = ''; ; ) {
    const channels = await store.channels.listUntold(now(), after, CHANNELS_PER_PAGE);
    for (const channel of channels) {
      if (isStopped()) return;
      if (channel.every === 'report') await tellReports(store, channel, now());
      else await tellDigest(store, channel, now());
    }
    const last = channels.at(-1);
    if (last === undefined || channels.length < CHANNELS_PER_PAGE) return;
    after = last.id;
  }
}

async function tellReports(store: Store, channel: Channel, at: number): Promise<void> {
  const waiting = await store.messages.countWaiting(channel.id, MOST_WAITING);
  if (waiting >= MOST_WAITING) return;
  const { reports, upTo } = await store.untold.listUntold(channel, REPORTS_PER_STEP);
  const contents = reports.map((report) => writeContent({ type: 'report', ...report }));
  await store.messages.tellChannel(channel, { upTo, dueAt: channel.dueAt, contents, at });
}

/** Nothing is sent where nothing came. */
async function tellDigest(store: Store, channel: Channel, at: number): Promise<void> {
  const dueAt = planDigest(channel.every, channel.dueAt, at);
  const isDue = channel.dueAt <= at;
  if (!isDue) {
    // A clock that ran ahead has planned it; it is planned anew, and nothing is told yet.
    await store.messages.tellChannel(channel, { upTo: channel.told, dueAt, contents: [], at });
    return;
  }
  const { digest, upTo } = await store.untold.summarizeUntold(channel, NEWEST_IN_DIGEST);
  const content = { type: 'digest', ...digest, after: channel.told } as const;
  const contents = digest.reports === 0 ? [] : [writeContent(content)];
  await store.messages.tellChannel(channel, { upTo, dueAt, contents, at });
}

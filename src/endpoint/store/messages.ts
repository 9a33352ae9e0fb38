/**
 * The outbox: what is to be sent to editors, kept until it has been. Several processes work on it: whoever sends a
 * message holds it for a while, and what a process that has died held is free again by itself.
 */
import { v7 } from 'uuid';
import { readGroup } from '../sites.ts';
import type { Channel, ChannelKind } from './channels.ts';
import type { Connections } from './database.ts';
import type { MessageTable } from './schema.ts';

/** How long a message is held by who sends it, in ms: longer than any attempt takes. */
export const HOLD = 120_000;
/** The longest time to the next attempt, in ms. */
export const LONGEST_DELAY = 86_400_000;

/** A message that this process may send, until `heldUntil`. */
export interface HeldMessage {
  id: string;
  channel: Pick<
    Channel,
    'id' | 'site' | 'kind' | 'target' | 'secret' | 'language' | 'every' | 'told'
  >;
  createdAt: number;
  attempts: number;
  /** epoch ms */
  heldUntil: number;
  /** JSON, see `notices/content.ts` */
  content: string;
}

/** What came of an attempt that failed. */
export interface Failure {
  error: string;
  /** epoch ms; null where it is not tried again */
  retryAt: number | null;
  /** epoch ms */
  at: number;
}

export interface MessageStore {
  /**
   * Puts what a channel has to tell into the outbox and notes how far it has been told, both or neither.
   * @param channel as it was read: where another process has told it more meanwhile, nothing happens
   * @returns whether it was this process that did it
   */
  tellChannel(
    channel: Channel,
    told: { upTo: number; dueAt: number; contents: readonly string[]; at: number },
  ): Promise<boolean>;
  /** Puts one message into the outbox. @returns its id @throws where the channel has ended */
  addMessage(channel: Pick<Channel, 'id' | 'site'>, content: string, at: number): Promise<string>;
  /** How many messages of a channel wait to be sent; never more than `limit`. */
  countWaiting(channelId: string, limit: number): Promise<number>;
  /** Ids of messages that are due, longest due first, by channels of these kinds but not those paused. */
  listDue(query: {
    kinds: readonly ChannelKind[];
    paused: readonly string[];
    at: number;
    limit: number;
  }): Promise<{ id: string; channelId: string; kind: ChannelKind }[]>;
  /** Takes a message to send, at epoch ms; null where another process has it, it is not due, or no more. */
  holdMessage(id: string, at: number): Promise<HeldMessage | null>;
  /** Takes out a message that has been sent, or is not to be. */
  finishMessage(id: string): Promise<void>;
  /** Lets go of a message that was not sent, for any process to take. */
  releaseMessage(message: HeldMessage): Promise<void>;
  /** Notes that an attempt failed. */
  noteFailure(message: HeldMessage, failure: Failure): Promise<void>;
  /** Takes out messages that failed for good before epoch ms. */
  removeFailed(before: number): Promise<void>;
}

export function createMessageStore({ read, write }: Connections): MessageStore {
  return {
    async tellChannel(channel, { upTo, dueAt, contents, at }) {
      return write.transaction().execute(async (transaction) => {
        const taken = await transaction
          .updateTable('channels')
          .set({ told: upTo, due_at: dueAt })
          .where('id', '=', channel.id)
          .where('told', '=', channel.told)
          .where('due_at', '=', channel.dueAt)
          .where('ended_at', 'is', null)
          .returning('id')
          .execute();
        if (taken.length === 0) return false;
        if (contents.length > 0) {
          const rows = contents.map((content) => composeRow(channel, content, at));
          await transaction.insertInto('messages').values(rows).execute();
        }
        return true;
      });
    },

    async addMessage(channel, content, at) {
      return write.transaction().execute(async (transaction) => {
        // Whoever ends it now waits, and takes the message out with the rest.
        const held = await transaction
          .updateTable('channels')
          .set(({ ref }) => ({ told: ref('told') }))
          .where('id', '=', channel.id)
          .where('ended_at', 'is', null)
          .returning('id')
          .executeTakeFirst();
        if (held === undefined) throw new Error(`The channel ${channel.id} has ended.`);
        const row = composeRow(channel, content, at);
        await transaction.insertInto('messages').values(row).execute();
        return row.id;
      });
    },

    async countWaiting(channelId, limit) {
      const { waiting } = await read
        .selectFrom(({ selectFrom }) =>
          selectFrom('messages')
            .select('id')
            .where('channel_id', '=', channelId)
            .where('failed_at', 'is', null)
            .limit(limit)
            .as('counted'),
        )
        .select(({ fn }) => fn.countAll<number>().as('waiting'))
        .executeTakeFirstOrThrow();
      return waiting;
    },

    async listDue({ kinds, paused, at, limit }) {
      if (kinds.length === 0) return [];
      let query = read
        .selectFrom('messages')
        .innerJoin('channels', 'channels.id', 'messages.channel_id')
        .select(['messages.id', 'channel_id as channelId', 'kind'])
        .where('failed_at', 'is', null)
        .where('kind', 'in', kinds)
        // What is due, or held, longer than anything is was planned by a clock that ran ahead.
        .where(({ or, eb }) =>
          or([eb('messages.due_at', '<=', at), eb('messages.due_at', '>', at + LONGEST_DELAY)]),
        )
        .where(({ or, eb }) => or([eb('held_until', '<=', at), eb('held_until', '>', at + HOLD)]));
      if (paused.length > 0) query = query.where('channel_id', 'not in', paused);
      return query.orderBy('messages.due_at').orderBy('messages.id').limit(limit).execute();
    },

    async holdMessage(id, at) {
      const heldUntil = at + HOLD;
      const row = await write
        .updateTable('messages')
        .set({ held_until: heldUntil })
        .where('id', '=', id)
        .where('failed_at', 'is', null)
        // Another process may have tried it since it was listed, and planned when to try it again.
        .where(({ or, eb }) => or([eb('due_at', '<=', at), eb('due_at', '>', at + LONGEST_DELAY)]))
        .where(({ or, eb }) => or([eb('held_until', '<=', at), eb('held_until', '>', heldUntil)]))
        .returning(['channel_id', 'created_at', 'attempts', 'content'])
        .executeTakeFirst();
      if (row === undefined) return null;
      const channel = await read
        .selectFrom('channels')
        .select(['id', 'site', 'kind', 'target', 'secret', 'language', 'every', 'told'])
        .where('id', '=', row.channel_id)
        .where('ended_at', 'is', null)
        .executeTakeFirst();
      if (channel === undefined) {
        // It would come up again and again.
        await write.deleteFrom('messages').where('id', '=', id).execute();
        return null;
      }
      const { attempts, content, created_at: createdAt } = row;
      return { id, channel, createdAt, attempts, heldUntil, content };
    },

    async finishMessage(id) {
      await write.deleteFrom('messages').where('id', '=', id).execute();
    },

    async releaseMessage({ id, heldUntil }) {
      await write
        .updateTable('messages')
        .set({ held_until: 0 })
        .where('id', '=', id)
        .where('held_until', '=', heldUntil)
        .execute();
    },

    async noteFailure({ id, heldUntil, attempts }, { error, retryAt, at }) {
      await write
        .updateTable('messages')
        .set({
          ...{ error, attempts: attempts + 1, held_until: 0 },
          ...(retryAt === null ? { failed_at: at } : { due_at: retryAt }),
        })
        .where('id', '=', id)
        .where('held_until', '=', heldUntil)
        .execute();
    },

    async removeFailed(before) {
      await write.deleteFrom('messages').where('failed_at', '<', before).execute();
    },
  };
}

function composeRow(
  { id, site }: Pick<Channel, 'id' | 'site'>,
  content: string,
  at: number,
): MessageTable {
  return {
    ...{ id: v7(), channel_id: id, site_group: readGroup(site), created_at: at, due_at: at },
    ...{ attempts: 0, held_until: 0, content, error: '', failed_at: null },
  };
}

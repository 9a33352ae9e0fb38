/** The ways in which the editors of a site are told of reports, and how far each has been told. */
import { v7 } from 'uuid';
import { readGroup } from '../sites.ts';
import type { Connections } from './database.ts';
import type { ChannelTable } from './schema.ts';

export type ChannelKind = ChannelTable['kind'];
export type Frequency = ChannelTable['every'];

export interface Channel {
  id: string;
  /** reports about its subdomains are told as well */
  site: string;
  kind: ChannelKind;
  /** a mail address, or the URL that is posted to */
  target: string;
  /** what a webhook is signed with; '' for others */
  secret: string;
  every: Frequency;
  /** one of `LANGUAGES` */
  language: string;
  /** up to which of the group's changes it has been told */
  told: number;
  /** epoch ms of the next digest; when it was made, where there are none */
  dueAt: number;
  createdAt: number;
}

export type NewChannel = Pick<
  Channel,
  'site' | 'kind' | 'target' | 'secret' | 'every' | 'language' | 'dueAt' | 'createdAt'
>;

/** A channel with what lies in its outbox. */
export interface ChannelRecord extends Channel {
  waiting: number;
  failed: number;
  /** why its last failure was one, or '' */
  error: string;
}

export interface ChannelStore {
  /** Makes a channel. What has come before is not told by it. */
  addChannel(channel: NewChannel): Promise<Channel>;
  /** A channel in force, or null. */
  findChannel(id: string): Promise<Channel | null>;
  /** Channels in force with an id behind another's, in the order they were made. */
  listChannels(after: string, limit: number): Promise<ChannelRecord[]>;
  /** Channels behind an id that may have something to tell at epoch ms, in the order of their ids. */
  listUntold(at: number, after: string, limit: number): Promise<Channel[]>;
  /**
   * Ends a channel, and with it what it had still to send.
   * @returns whether it was in force
   */
  endChannel(id: string, at: number): Promise<boolean>;
}

const COLUMNS = [
  ...(['channels.id', 'channels.site', 'kind', 'target', 'secret', 'every', 'language'] as const),
  ...(['told', 'channels.due_at as dueAt', 'channels.created_at as createdAt'] as const),
];

/** Longest time between two digests, in ms. */
const DAY = 86_400_000;

export function createChannelStore({ read, write }: Connections): ChannelStore {
  return {
    async addChannel(channel) {
      const { site, kind, target, secret, every, language, dueAt, createdAt } = channel;
      const id = v7();
      const site_group = readGroup(site);
      const told = await write.transaction().execute(async (transaction) => {
        const counter = await transaction
          .selectFrom('counters')
          .select('changed')
          .where('site_group', '=', site_group)
          .executeTakeFirst();
        const told = counter?.changed ?? 0;
        await transaction
          .insertInto('channels')
          .values({
            ...{ id, site_group, site, kind, target, secret, every, language, told },
            ...{ due_at: dueAt, created_at: createdAt, ended_at: null },
          })
          .execute();
        return told;
      });
      return { ...channel, id, told };
    },

    async findChannel(id) {
      const row = await read
        .selectFrom('channels')
        .select(COLUMNS)
        .where('id', '=', id)
        .where('ended_at', 'is', null)
        .executeTakeFirst();
      return row ?? null;
    },

    async listChannels(after, limit) {
      const channels = await read
        .selectFrom('channels')
        .select(COLUMNS)
        .where('id', '>', after)
        .where('ended_at', 'is', null)
        .orderBy('id')
        .limit(limit)
        .execute();
      return Promise.all(
        channels.map(async (channel) => {
          const { waiting, failed } = await read
            .selectFrom('messages')
            .select(({ fn, ref }) => [
              fn.count<number>(ref('failed_at')).as('failed'),
              fn.countAll<number>().as('waiting'),
            ])
            .where('channel_id', '=', channel.id)
            .executeTakeFirstOrThrow();
          const last = await read
            .selectFrom('messages')
            .select('error')
            .where('channel_id', '=', channel.id)
            .where('error', '<>', '')
            .orderBy('created_at', 'desc')
            .limit(1)
            .executeTakeFirst();
          return { ...channel, waiting: waiting - failed, failed, error: last?.error ?? '' };
        }),
      );
    },

    async listUntold(at, after, limit) {
      return read
        .selectFrom('channels')
        .leftJoin('counters', 'counters.site_group', 'channels.site_group')
        .select(COLUMNS)
        .where('channels.id', '>', after)
        .where('ended_at', 'is', null)
        .where(({ and, or, eb, ref }) =>
          or([
            and([eb('every', '=', 'report'), eb('counters.changed', '>', ref('told'))]),
            and([
              eb('every', '<>', 'report'),
              // A digest that is due in days was planned by a clock that ran ahead.
              or([eb('channels.due_at', '<=', at), eb('channels.due_at', '>', at + DAY)]),
            ]),
          ]),
        )
        .orderBy('channels.id')
        .limit(limit)
        .execute();
    },

    async endChannel(id, at) {
      return write.transaction().execute(async (transaction) => {
        const ended = await transaction
          .updateTable('channels')
          .set({ ended_at: at, secret: '' })
          .where('id', '=', id)
          .where('ended_at', 'is', null)
          .returning('id')
          .execute();
        await transaction.deleteFrom('messages').where('channel_id', '=', id).execute();
        return ended.length > 0;
      });
    },
  };
}

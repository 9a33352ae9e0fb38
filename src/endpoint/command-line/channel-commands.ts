/** What the command line does with the ways in which editors are told: makes them, lists them, tries and ends them. */

import { writeContent } from '../notices/content.ts';
import { planDigest } from '../notices/digest-times.ts';
import { findUrlFault } from '../notices/post-webhook.ts';
import { mintWebhookSecret } from '../notices/sign-webhook.ts';
import type { Channel, ChannelRecord } from '../store/channels.ts';
import { openStore, type Store } from '../store/database.ts';
import type { ChannelCommand } from './channel-arguments.ts';
import { composeTable, type Output, writeTime } from './output.ts';
import { requireData } from './token-commands.ts';

const CHANNELS_PER_PAGE = 100;

/** @throws with a sentence for a person when there is nothing to do it with */
export async function runChannelCommand(command: ChannelCommand, output: Output): Promise<void> {
  if (command.name !== 'add-channel') requireData(command.address);
  const store = await openStore(command.address);
  try {
    if (command.name === 'add-channel') await addChannel(store, command, output);
    else if (command.name === 'list-channels') await listChannels(store, output);
    else if (command.name === 'remove-channel') await removeChannel(store, command.id, output);
    else await testChannel(store, command.id, output);
  } finally {
    await store.close();
  }
}

async function addChannel(
  store: Store,
  {
    site,
    kind,
    target,
    every,
    digestAt,
    language,
  }: Extract<ChannelCommand, { name: 'add-channel' }>,
  { print, remark }: Output,
): Promise<void> {
  const createdAt = Date.now();
  const channel = await store.channels.addChannel({
    ...{ site, kind, target, every, language, createdAt },
    secret: kind === 'webhook' ? mintWebhookSecret() : '',
    dueAt: every === 'report' ? createdAt : planDigest(every, digestAt, createdAt),
  });
  remark(
    `What comes about ${site} and its subdomains from now on goes to ${writeTarget(channel)}.`,
  );
  if (kind !== 'mail' && findUrlFault(target, false) !== null) {
    remark('Only an endpoint that runs with --allow-private-webhooks sends there.');
  }
  if (every !== 'report') remark(`The first digest is due ${writeTime(channel.dueAt)}.`);
  if (kind === 'webhook') remark('The channel’s id, and its secret, which is shown this once:');
  print(channel.id);
  if (channel.secret !== '') print(channel.secret);
}

async function listChannels(store: Store, { print, remark }: Output): Promise<void> {
  const rows: string[][] = [];
  for (let after: string | null = ''; after !== null; ) {
    const page: ChannelRecord[] = await store.channels.listChannels(after, CHANNELS_PER_PAGE);
    rows.push(...page.map(listCells));
    after = page.length < CHANNELS_PER_PAGE ? null : (page.at(-1)?.id ?? null);
  }
  if (rows.length === 0) remark('No channel has been made yet.');
  else print(composeTable([HEAD, ...rows]));
}

async function removeChannel(store: Store, id: string, { print }: Output): Promise<void> {
  if (!(await store.channels.endChannel(id, Date.now()))) throw createMissingError(id);
  print(`Removed: ${id}, with what it had still to send`);
}

async function testChannel(store: Store, id: string, { print }: Output): Promise<void> {
  const channel = await store.channels.findChannel(id);
  if (channel === null) throw createMissingError(id);
  await store.messages.addMessage(channel, writeContent({ type: 'test' }), Date.now());
  print(
    `A test message to ${writeTarget(channel)} lies in the outbox: an endpoint that serves sends it within seconds. ` +
      'Where that fails, `channel list` says why.',
  );
}

const HEAD = ['ID', 'SITE', 'KIND', 'TO', 'EVERY', 'LANGUAGE', 'WAITING', 'FAILED', 'LAST ERROR'];

function listCells(channel: ChannelRecord): string[] {
  const { id, site, kind, every, language, waiting, failed, error } = channel;
  const counts = [waiting, failed].map(String);
  return [id, site, kind, writeTarget(channel), every, language, ...counts, error || '-'];
}

/** Who knows a chat's address may write there, and a webhook's query may hold a key. */
function writeTarget({ kind, target }: Pick<Channel, 'kind' | 'target'>): string {
  if (kind === 'mail') return target;
  const { origin, pathname, search } = new URL(target);
  if (kind === 'slack') return `${origin}/…`;
  return `${origin}${pathname}${search === '' ? '' : '?…'}`;
}

function createMissingError(id: string): Error {
  return new Error(`There is no channel ${id}; \`channel list\` shows those in force.`);
}

/** Reads what comes after `channel` on the command line. */
import { findLanguage } from '../../model/choose-language.ts';
import { LANGUAGES } from '../../model/languages.ts';
import { readMailAddress } from '../notices/mail-address.ts';
import { findUrlFault } from '../notices/post-webhook.ts';
import { readTypedSite } from '../sites.ts';
import type { ChannelKind, Frequency } from '../store/channels.ts';
import type { StoreAddress } from '../store/database.ts';
import { readAction } from './read-action.ts';
import type { Environment } from './read-settings.ts';

export type ChannelCommand =
  | {
      name: 'add-channel';
      address: StoreAddress;
      site: string;
      kind: ChannelKind;
      target: string;
      every: Frequency;
      /** when digests are due, in ms from the day's begin in UTC */
      digestAt: number;
      language: string;
    }
  | { name: 'list-channels'; address: StoreAddress }
  | { name: 'remove-channel' | 'test-channel'; address: StoreAddress; id: string };

export type ReadChannelCommand =
  | { ok: true; command: ChannelCommand }
  | { ok: false; message: string };

const KINDS = ['mail', 'webhook', 'slack'] as const;
const FREQUENCIES = ['report', 'hour', 'day'] as const;
const DEFAULT_TIME = '06:00';
const OPTIONS = {
  list: [],
  add: ['site', ...KINDS, 'every', 'at', 'language'],
  remove: ['id'],
  test: ['id'],
};

/**
 * @param args the arguments after `channel`
 * @returns what to do, or one sentence on what is wrong
 */
export function readChannelCommand(
  [action, ...args]: string[],
  environment: Environment,
): ReadChannelCommand {
  if (action !== 'list' && action !== 'add' && action !== 'remove' && action !== 'test') {
    return refuse('After `channel` comes `add`, `list`, `remove` or `test`.');
  }
  const read = readAction(args, { options: OPTIONS[action] }, environment);
  if (!read.ok) return read;
  const { address, values } = read;
  if (action === 'list') return { ok: true, command: { name: 'list-channels', address } };
  if (action === 'add') return readAddition(address, values);
  const id = values['id'] ?? '';
  if (!/^[\da-f-]{36}$/.test(id)) {
    return refuse('--id must be a channel’s, as `channel list` shows it.');
  }
  return { ok: true, command: { name: `${action}-channel`, address, id } };
}

function readAddition(
  address: StoreAddress,
  values: Readonly<Record<string, string | undefined>>,
): ReadChannelCommand {
  const typed = readTypedSite(values['site'] ?? '');
  if (!typed.ok) return typed;
  const [kind, ...others] = KINDS.filter((one) => values[one] !== undefined);
  if (kind === undefined || others.length > 0) {
    return refuse('One of --mail, --webhook and --slack says where the messages go.');
  }
  const target = readTarget(kind, values[kind] ?? '');
  if (!target.ok) return target;
  const every = FREQUENCIES.find((one) => one === (values['every'] ?? 'report'));
  if (every === undefined) return refuse('--every must be `report`, `hour` or `day`.');
  const at = values['at'];
  if (at !== undefined && every !== 'day') return refuse('--at is for --every day.');
  const digestAt = readTime(at ?? (every === 'day' ? DEFAULT_TIME : '00:00'));
  if (digestAt === null) return refuse('--at must be a time in UTC, such as 06:00.');
  const language = findLanguage(values['language'] ?? 'en');
  if (language === null) {
    return refuse(`--language must be one of ${LANGUAGES.map(({ tag }) => tag).join(', ')}.`);
  }
  const { site } = typed;
  return {
    ok: true,
    command: {
      ...{ name: 'add-channel', address, site, kind, target: target.text, every },
      ...{ digestAt, language },
    },
  };
}

function readTarget(
  kind: ChannelKind,
  text: string,
): { ok: true; text: string } | { ok: false; message: string } {
  if (kind !== 'mail') {
    // Whether it may be a private one is for the endpoint that sends to say.
    const fault = findUrlFault(text, true);
    return fault === null ? { ok: true, text: new URL(text).href } : refuse(fault);
  }
  const address = readMailAddress(text);
  if (address !== null) return { ok: true, text: address };
  return refuse('--mail must be one mail address, such as editors@news.example.');
}

/** HH:MM in ms. */
function readTime(text: string): number | null {
  const [, hours, minutes] = /^([01]\d|2[0-3]):([0-5]\d)$/.exec(text) ?? [];
  return hours === undefined ? null : (Number(hours) * 60 + Number(minutes)) * 60_000;
}

function refuse(message: string): { ok: false; message: string } {
  return { ok: false, message };
}

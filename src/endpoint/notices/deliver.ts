/** Sends a message by the channel that it is for. */
import type { ChannelKind } from '../store/channels.ts';
import type { HeldMessage } from '../store/messages.ts';
import { composeMail } from './compose-mail.ts';
import { composeSlack } from './compose-slack.ts';
import { composeWebhook } from './compose-webhook.ts';
import { DeliveryError } from './delivery-error.ts';
import type { Notice } from './notice.ts';
import { postWebhook } from './post-webhook.ts';
import { createMailer } from './send-mail.ts';
import { signWebhook } from './sign-webhook.ts';

/** How mail goes out. */
export interface MailSettings {
  /** may hold a password */
  smtpUrl: string;
  from: string;
  replyTo: string | null;
}

export interface Deliver {
  /** what this process can send; the rest is left for others */
  kinds: readonly ChannelKind[];
  /** Resolves when the receiver has it. @throws DeliveryError */
  send(message: HeldMessage, notice: Notice, signal: AbortSignal): Promise<void>;
  close(): void;
}

export interface DeliverOptions {
  /** null where no mail is sent */
  mail: MailSettings | null;
  /** whether webhooks may go to private addresses, and without TLS */
  allowPrivate: boolean;
  /** epoch ms */
  now: () => number;
  /** of a webhook, in ms */
  timeout?: number;
}

export function createDeliver({
  mail: settings,
  allowPrivate,
  now,
  timeout,
}: DeliverOptions): Deliver {
  const mailer = settings === null ? null : createMailer(settings.smtpUrl);

  async function sendMail(
    { id, channel }: HeldMessage,
    notice: Notice,
    signal: AbortSignal,
  ): Promise<void> {
    if (settings === null || mailer === null) throw new DeliveryError('No mail server is set.');
    const { from, replyTo } = settings;
    const { target: to, language } = channel;
    const mail = composeMail(notice, { id, from, replyTo, to, language });
    await Promise.race([mailer.send(mail), rejectOnAbort(signal)]);
  }

  return {
    kinds: settings === null ? ['webhook', 'slack'] : ['mail', 'webhook', 'slack'],

    async send(message, notice, signal) {
      const { id, channel } = message;
      if (channel.kind === 'mail') return sendMail(message, notice, signal);
      const at = now();
      const isSlack = channel.kind === 'slack';
      const body = JSON.stringify(
        isSlack ? composeSlack(notice, channel.language) : composeWebhook(notice),
      );
      const headers = isSlack ? {} : signWebhook({ id: `msg_${id}`, body, at }, channel.secret);
      const { target: url } = channel;
      await postWebhook({
        ...{ url, headers, body, allowPrivate, signal, now: at },
        ...(timeout === undefined ? {} : { timeout }),
      });
    },

    close: () => mailer?.close(),
  };
}

/** What cannot be broken off is left to itself. */
function rejectOnAbort(signal: AbortSignal): Promise<never> {
  return new Promise((_, reject) => {
    const fail = () => reject(new DeliveryError('The endpoint was stopped.'));
    if (signal.aborted) fail();
    else signal.addEventListener('abort', fail, { once: true });
  });
}

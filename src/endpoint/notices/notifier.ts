/**
 * Tells the editors: in every process that serves, a loop that looks for news, fills the outbox and empties it. What it
 * knows lies in the database, so it may end at any moment and another goes on.
 */
import { setTimeout as sleep } from 'node:timers/promises';
import type { Store } from '../store/database.ts';
import { readOutage } from '../store/outage.ts';
import { createDeliver, type MailSettings } from './deliver.ts';
import { createSender, type DeliveryWatch } from './send-messages.ts';
import { tellChannels } from './tell-channels.ts';

/** How often it looks by itself, in ms: another process may have stored the report. */
const INTERVAL = 3_000;
/** After a signal, in ms: reports that come together are looked for together. */
const SIGNAL_DELAY = 200;
/** How long messages that are being sent may take when it is stopped, in ms. */
const STOP_TIMEOUT = 5_000;
/** How long it may then take to note what was not sent, in ms. */
const LETTING_GO = 1_000;
/** How long messages that failed for good are kept, in ms, and how often that is looked at. */
const FAILED_KEPT = 30 * 86_400_000;
const CLEANING_INTERVAL = 3_600_000;

export interface NotifierDeps {
  store: Store;
  mail: MailSettings | null;
  /** where people reach the endpoint, for links to the review; null for messages without them */
  publicUrl: string | null;
  /** whether webhooks may go to private addresses, and without TLS */
  allowPrivateWebhooks?: boolean;
  /** epoch ms */
  now?: () => number;
  random?: () => number;
  /** in ms */
  interval?: number;
  webhookTimeout?: number;
  stopTimeout?: number;
  /** is told of failures that are the endpoint's own */
  reportError?: (error: unknown) => void;
  watchDelivery?: DeliveryWatch;
}

export interface Notifier {
  /** Begins to look by itself. */
  start(): void;
  /** Something has been stored: looks soon. */
  signal(): void;
  /** Looks once, and resolves when what was due has been tried. */
  runOnce(): Promise<void>;
  /** Ends it, a few seconds from now at most; what is not sent by then is left in the outbox. */
  stop(): Promise<void>;
}

export function createNotifier(deps: NotifierDeps): Notifier {
  const { store, publicUrl, mail, now = Date.now, random = Math.random } = deps;
  const { interval = INTERVAL, stopTimeout = STOP_TIMEOUT, webhookTimeout } = deps;
  const reportError = deps.reportError ?? (() => undefined);
  const watchDelivery = deps.watchDelivery ?? (() => undefined);
  const deliver = createDeliver({
    ...{ mail, now, allowPrivate: deps.allowPrivateWebhooks ?? false },
    ...(webhookTimeout === undefined ? {} : { timeout: webhookTimeout }),
  });
  const abort = new AbortController();
  const sender = createSender(
    { store, deliver, publicUrl, now, random, reportError, watchDelivery },
    () => isStopped,
    abort.signal,
  );
  let timer: NodeJS.Timeout | undefined;
  let running: Promise<void> | null = null;
  let isStarted = false;
  let isStopped = false;
  let isSignalled = false;
  let cleanedAt: number | null = null;

  function runOnce(): Promise<void> {
    if (isStopped) return Promise.resolve();
    running ??= run().finally(() => {
      running = null;
    });
    return running;
  }

  async function run(): Promise<void> {
    try {
      await tellChannels(store, now, () => isStopped);
      if (!isStopped) await sender.sendDue();
      await clean();
    } catch (error) {
      // A database that is away comes back; the endpoint tells of it elsewhere.
      if (readOutage(error) === null) reportError(error);
    }
  }

  async function clean(): Promise<void> {
    const at = now();
    if (cleanedAt !== null && Math.abs(at - cleanedAt) < CLEANING_INTERVAL) return;
    cleanedAt = at;
    await store.messages.removeFailed(at - FAILED_KEPT);
  }

  function schedule(delay: number): void {
    clearTimeout(timer);
    if (!isStarted || isStopped) return;
    timer = setTimeout(async () => {
      isSignalled = false;
      await runOnce();
      schedule(isSignalled ? SIGNAL_DELAY : interval);
    }, delay);
    timer.unref();
  }

  return {
    start() {
      if (isStarted) return;
      isStarted = true;
      schedule(0);
    },

    signal() {
      if (isSignalled) return;
      isSignalled = true;
      if (running === null) schedule(SIGNAL_DELAY);
    },

    runOnce,

    async stop() {
      isStopped = true;
      clearTimeout(timer);
      const patience = setTimeout(() => abort.abort(), stopTimeout);
      // A database that does not answer keeps nobody from ending either.
      const ended = new AbortController();
      const limit = sleep(stopTimeout + LETTING_GO, undefined, { signal: ended.signal });
      await Promise.race([running, limit.catch(() => undefined)]);
      ended.abort();
      clearTimeout(patience);
      deliver.close();
    },
  };
}

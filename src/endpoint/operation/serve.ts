/**
 * The endpoint as it runs: opens the store, listens, and ends so that what was begun is brought to its end. Nothing
 * that was acknowledged waits for that: it has been committed.
 */
import { composeTokenCommand } from '../command-line/commands.ts';
import type { Output } from '../command-line/output.ts';
import type { ServeSettings } from '../command-line/settings.ts';
import type { MailSettings } from '../notices/deliver.ts';
import { createNotifier } from '../notices/notifier.ts';
import { REVIEW_DIRECTORY } from '../places.ts';
import { createServer } from '../server.ts';
import { openStore, type StoreAddress } from '../store/database.ts';
import { createAnnouncer, createLog, type Log } from './log.ts';
import { createMetrics } from './metrics.ts';
import { type MetricsServer, serveMetrics } from './metrics-server.ts';
import type { RequestWatcher } from './request-watch.ts';
import { describePublicUrl, warnOfProxies } from './start-warnings.ts';

/** How long requests that have begun may take to end, in ms. */
const STOP_TIMEOUT = 10_000;
/** npm hands a signal on that the terminal has given to both: within this time, in ms, it is the same one. */
const SAME_SIGNAL = 1_000;

/**
 * @param output takes what is printed; `warnings` are sentences on how it was started, for the log
 * @throws when it cannot run; what had been opened is closed then
 */
export async function serve(
  address: StoreAddress,
  settings: ServeSettings,
  { print, warnings }: Pick<Output, 'print'> & { warnings: readonly string[] },
): Promise<void> {
  const log = createLog({
    level: settings['log-level'],
    format: settings['log-format'],
    write: (line) => void process.stderr.write(line),
  });
  const announce = createAnnouncer({ format: settings['log-format'], print });
  for (const warning of [...warnings, ...describePublicUrl(settings['public-url'])]) {
    log.warn(warning);
  }
  const store = await openStore(address, { migrates: !settings['no-migrate'] });
  const metrics = settings.metrics === null ? null : createMetrics(store);
  const watchers: RequestWatcher[] = metrics === null ? [] : [metrics.watcher];
  if (settings['log-level'] === 'info') watchers.push(createRequestLog(log));
  const { 'public-url': publicUrl } = settings;
  const { 'posts-per-minute': postsPerMinute, 'posts-per-site': postsPerSite } = settings;
  const server = createServer({
    store,
    watchers,
    reviewDirectory: REVIEW_DIRECTORY,
    ...(publicUrl === null ? {} : { publicUrl }),
    ...(postsPerMinute === null ? {} : { postsPerMinute }),
    ...(postsPerSite === null ? {} : { postsPerSite }),
    trustedProxies: settings['trust-proxy'],
    reportError: (error) => log.error('A request failed:', error),
    tellUncovered: (site) => {
      const make = composeTokenCommand(address, site);
      log.warn(`Reports about ${site} arrive, but no editor's token covers it: ${make}`);
    },
  });
  const notifier = createNotifier({
    store,
    publicUrl,
    mail: readMailSettings(settings),
    allowPrivateWebhooks: settings['allow-private-webhooks'],
    reportError: (error) => log.error('Editors could not be told:', error),
    watchDelivery: ({ id, kind }, now) => {
      const channel = `Channel ${id} (${kind})`;
      log.warn(
        now === 'works'
          ? `${channel} works again.`
          : `${channel} fails; \`channel list\` says whose it is, and why.`,
      );
    },
  });
  server.addHook('onResponse', async ({ method }) => {
    if (method === 'POST') notifier.signal();
  });
  warnOfProxies(server, log);
  let figures: MetricsServer | null = null;
  /** In the order in which they depend on each other: whoever uses the store before the store. */
  const close = async () => {
    await server.close();
    await notifier.stop();
    figures?.close();
    await store.close();
  };
  try {
    const port = settings.metrics?.port ?? 0;
    if (metrics !== null && settings.metrics !== null) {
      figures = await serveMetrics(metrics, settings.metrics).catch(explainPort('--metrics', port));
    }
    const { host } = settings;
    const url = await server
      .listen({ host, port: settings.port })
      .catch(explainPort('--port', settings.port));
    announce('Serving', { name: 'url', value: `${url}/` });
    if (figures !== null) announce('Metrics', { name: 'url', value: figures.url });
  } catch (error) {
    await close();
    throw error;
  }
  notifier.start();
  stopOnSignals(async () => {
    await close();
    announce('Stopped');
  }, log);
  if ((await store.tokens.countTokens()) === 0) {
    const make = composeTokenCommand(address, 'HOST');
    log.warn(`No editor has a token yet. This makes one: ${make}`);
  }
}

function readMailSettings(settings: ServeSettings): MailSettings | null {
  const { 'smtp-url': smtpUrl, 'mail-from': from, 'mail-reply-to': replyTo } = settings;
  return smtpUrl === null || from === null ? null : { smtpUrl, from, replyTo };
}

function createRequestLog(log: Log): RequestWatcher {
  return {
    end({ method, route, status, duration, isStream }) {
      const ms = Math.round(duration * 10) / 10;
      log.info('request', { method, route, status, ...(isStream ? { open_ms: ms } : { ms }) });
    },
  };
}

/** Ends the process when it is told to: at once when it is told again, or when the rest takes too long. */
function stopOnSignals(close: () => Promise<void>, log: Log): void {
  let stoppedAt: number | null = null;
  const stop = () => {
    const at = performance.now();
    if (stoppedAt !== null) {
      if (at - stoppedAt > SAME_SIGNAL) process.exit(1);
      return;
    }
    stoppedAt = at;
    setTimeout(() => {
      log.warn('Some requests did not end in time: they are broken off.');
      process.exit(1);
    }, STOP_TIMEOUT).unref();
    close().catch((error: unknown) => {
      log.error('It did not end as it should:', error);
      process.exitCode = 1;
    });
  };
  process.on('SIGTERM', stop).on('SIGINT', stop);
  // Node would print the error as it is, with what may be private in it. Nothing that was acknowledged is lost.
  process.on('uncaughtException', (error) => {
    log.error('It cannot go on:', error);
    process.exit(1);
  });
}

function explainPort(flag: string, port: number) {
  return (error: unknown): never => {
    const isTaken = error instanceof Error && 'code' in error && error.code === 'EADDRINUSE';
    if (!isTaken) throw error;
    throw new Error(`port ${port} is taken; choose another one with ${flag}`);
  };
}

/** The end of the demonstration: whatever was opened is closed, last first, once, and never waited for long. */

/** How long closing may take, in ms. */
const LIMIT = 15_000;
/** How often it is looked whether npm still runs, in ms. */
const LOOK_EVERY = 500;
const SIGNALS = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const;

export interface Shutdown {
  /** Adds what is to be closed. */
  add(close: () => Promise<void>): void;
  /** Takes the signals that end a program, from whoever else listens to them. */
  listen(): void;
  /** Ends with npm, where that started it. */
  followNpm(): void;
  /** Closes everything; a second call waits for the first. */
  run(): Promise<void>;
}

export function createShutdown(): Shutdown {
  const open: (() => Promise<void>)[] = [];
  let running: Promise<void> | undefined;

  const closeAll = async () => {
    for (let close = open.pop(); close; close = open.pop()) {
      await close().catch((error: unknown) => {
        console.error(error);
        process.exitCode = 1;
      });
    }
  };
  const run = () => {
    running ??= closeAll();
    return running;
  };
  const end = () => {
    if (running) return;
    console.log('\nClosing …');
    setTimeout(() => process.exit(1), LIMIT).unref();
    // What is being opened at this moment is not known yet: ending the process ends it as well.
    void run().then(() => process.exit());
  };

  return {
    add: (close) => void open.push(close),
    listen: () => {
      for (const signal of SIGNALS) process.removeAllListeners(signal).on(signal, end);
    },
    // npm hands a signal to the shell between, which ends without handing it on.
    followNpm: () => {
      if (process.env['npm_lifecycle_event'] === undefined) return;
      const { ppid } = process;
      setInterval(() => {
        if (process.ppid !== ppid) end();
      }, LOOK_EVERY).unref();
    },
    run,
  };
}

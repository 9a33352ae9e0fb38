/**
 * The browser's process: a profile of its own, an end that never hangs, and a sentence that says so
 * when it dies by itself instead of a test that waits for nothing.
 */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import puppeteer, { type Browser, type LaunchOptions } from 'puppeteer-core';
import { findBrowser } from '../ensure-browsers.ts';
import type { BrowserName } from './driver.ts';
import { giveUpAfter, pause } from './wait.ts';

const CLOSE_LIMIT_MS = 10_000;
const START_LIMIT_MS = 90_000;
const EXIT_NEWS_MS = 1000;
const KEPT_LINES = 15;

export interface Launched {
  browser: Browser;
  /** Settles as `work` does, but rejects at once, and says why, when the browser has died. */
  guard<T>(work: Promise<T>): Promise<T>;
  close(): Promise<void>;
}

/**
 * Starts a browser.
 * @param profile a folder to keep the profile in; a fresh one is made and removed where it is undefined
 * @throws where no browser is installed or it does not start, with what to do
 */
export async function launchBrowser(
  name: BrowserName,
  profile: string | undefined,
  options: LaunchOptions,
): Promise<Launched> {
  const executablePath = await findBrowser(name);
  if (executablePath === undefined) {
    throw new Error(`no ${name} is installed: run \`npm run browsers\``);
  }
  const folder = profile ?? mkdtempSync(join(tmpdir(), `sic-${name}-`));
  const removeProfile = () => {
    if (profile !== undefined) return;
    rmSync(folder, { recursive: true, force: true, maxRetries: 10, retryDelay: 100 });
  };
  const browser = await puppeteer
    .launch({ executablePath, userDataDir: folder, timeout: START_LIMIT_MS, ...options })
    .catch((cause: unknown) => {
      removeProfile();
      throw new Error(`${name} (${executablePath}) did not start`, { cause });
    });
  return watch(name, browser, removeProfile);
}

function watch(name: BrowserName, browser: Browser, removeProfile: () => void): Launched {
  const child = browser.process();
  const lastWords: string[] = [];
  let closing: Promise<void> | undefined;

  const died = Promise.withResolvers<never>();
  died.promise.catch(() => {}); // nobody may be waiting when it dies
  child?.stderr?.on('data', (chunk: Buffer) => {
    lastWords.push(...String(chunk).split('\n').filter(Boolean));
    lastWords.splice(0, lastWords.length - KEPT_LINES);
  });
  child?.once('exit', (code, signal) => {
    if (closing) return;
    const how = signal ? `by ${signal}` : `with code ${code}`;
    died.reject(new Error(`${name} ended by itself ${how}. It said:\n${lastWords.join('\n')}`));
  });

  // puppeteer lets go of Chromium's pipes before they are closed: one that breaks off at the end would be
  // an error that no test waits for.
  for (const pipe of child?.stdio.slice(3) ?? []) pipe?.on('error', () => {});

  // A test run that is ended from outside must not leave browsers behind.
  const endAtExit = () => {
    child?.kill('SIGKILL');
    removeProfile();
  };
  process.once('exit', endAtExit);

  const close = async () => {
    try {
      await giveUpAfter(CLOSE_LIMIT_MS, `closing ${name}`, browser.close());
    } catch {
      child?.kill('SIGKILL');
    }
    process.off('exit', endAtExit);
    removeProfile();
  };

  return {
    browser,
    guard: async (work) => {
      try {
        return await Promise.race([work, died.promise]);
      } catch (fault) {
        // The connection breaks a moment before the process is known to have ended.
        if (/closed|disconnected/i.test(String(fault)))
          await Promise.race([died.promise, pause(EXIT_NEWS_MS)]);
        throw fault;
      }
    },
    close: () => {
      closing ??= close();
      return closing;
    },
  };
}

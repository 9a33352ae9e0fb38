/** Opens a browser that people can see, with the extension; or says how to go on without. */
import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import type { BrowserName } from '../tests/drivers/driver.ts';
import { startDriver } from '../tests/drivers/start-driver.ts';
import { findBrowser } from '../tests/ensure-browsers.ts';
import { locateBuild } from './builds.ts';

export type Opened = { ok: true; close(): Promise<void> } | { ok: false; message: string };

/**
 * Opens an address in a browser of its own profile.
 * @param profile the profile's folder, kept between starts
 */
export async function openVisibleBrowser({
  name,
  url,
  profile,
}: {
  name: BrowserName;
  url: string;
  profile: string;
}): Promise<Opened> {
  const refuse = (why: string): Opened => ({ ok: false, message: `${why}\n${advise(name, url)}` });
  const { platform, env } = process;
  if (platform === 'linux' && !env['DISPLAY'] && !env['WAYLAND_DISPLAY']) {
    return refuse('There is no display here, so no browser was opened.');
  }
  if ((await findBrowser(name)) === undefined) {
    return refuse(`No ${name} was found. \`npm run browsers\` installs it; or go on by hand.`);
  }
  try {
    await mkdir(profile, { recursive: true });
    const driver = await startDriver(name, {
      extension: locateBuild(name),
      headless: false,
      network: 'all',
      profile,
    });
    driver.browser.once('disconnected', () => {
      console.log('The browser has ended; the newsroom and the endpoint are still serving.');
    });
    const [empty] = await driver.browser.pages();
    await driver.newPage(url);
    // The empty tab that a browser starts with would stand in front of the article's.
    if (empty !== undefined && /^about:|^chrome:/.test(empty.url())) await empty.close();
    return {
      ok: true,
      close: async () => {
        driver.browser.removeAllListeners('disconnected');
        await driver.close();
      },
    };
  } catch (error) {
    return refuse(`${name} could not be opened: ${describeCause(error)}`);
  }
}

function advise(name: BrowserName, url: string): string {
  const load =
    name === 'chromium'
      ? `open chrome://extensions, switch on “Developer mode”, choose “Load unpacked” and take\n  ${locateBuild(name)}`
      : `open about:debugging#/runtime/this-firefox, choose “Load Temporary Add-on…” and take\n  ${join(locateBuild(name), 'manifest.json')}`;
  return `To go on by hand: ${load}\nThen open\n  ${url}`;
}

function describeCause(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  return error.cause instanceof Error ? `${error.message} (${error.cause.message})` : error.message;
}

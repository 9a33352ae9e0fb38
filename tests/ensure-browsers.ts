/**
 * The browsers that the tests and the demonstration need: found where systems put them, and installed
 * where they are missing. Run as the first step of `npm test`; silent when both are there.
 */
import { spawnSync } from 'node:child_process';
import { accessSync, constants } from 'node:fs';
import { delimiter, join } from 'node:path';
import type { BrowserName } from './drivers/driver.ts';

const CACHE = join(import.meta.dirname, '..', 'node_modules', '.cache', 'browsers');

const PLACES: Record<BrowserName, { variable: string; commands: string[]; files: string[] }> = {
  chromium: {
    variable: 'SIC_CHROMIUM',
    commands: ['chromium', 'chromium-browser', 'google-chrome-stable', 'google-chrome'],
    files: [
      '/Applications/Chromium.app/Contents/MacOS/Chromium',
      '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
    ],
  },
  firefox: {
    variable: 'SIC_FIREFOX',
    commands: ['firefox-esr', 'firefox'],
    files: ['/Applications/Firefox.app/Contents/MacOS/firefox'],
  },
};

function isExecutable(path: string): boolean {
  try {
    accessSync(path, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}

/**
 * Finds a browser: where its variable points, on the PATH, in /usr/bin, or among the downloaded ones.
 * @returns the path of its program, or undefined
 * @throws where the variable points at nothing that can be run
 */
export async function findBrowser(name: BrowserName): Promise<string | undefined> {
  const { variable, commands, files } = PLACES[name];
  const wanted = process.env[variable];
  if (wanted) {
    if (isExecutable(wanted)) return wanted;
    throw new Error(`${variable} is ${wanted}, and no program is there`);
  }
  const folders = ['/usr/bin', ...(process.env['PATH'] ?? '').split(delimiter).filter(Boolean)];
  const places = commands.flatMap((command) => folders.map((folder) => join(folder, command)));
  return [...places, ...files].find(isExecutable) ?? (await findDownloaded(name));
}

async function findDownloaded(name: BrowserName): Promise<string | undefined> {
  const { getInstalledBrowsers } = await import('@puppeteer/browsers');
  const kind = name === 'chromium' ? 'chrome' : 'firefox';
  const installed = await getInstalledBrowsers({ cacheDir: CACHE });
  return installed
    .filter((one) => String(one.browser) === kind)
    .map((one) => one.executablePath)
    .find(isExecutable);
}

function run(command: string, args: string[]): boolean {
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
  const { status } = spawnSync(command, args, { stdio: ['ignore', 'inherit', 'inherit'], env });
  return status === 0;
}

function installFromDebian(missing: BrowserName[]): boolean {
  if (process.getuid?.() !== 0 || !isExecutable('/usr/bin/apt-get')) return false;
  const packages = missing.map((name) => (name === 'firefox' ? 'firefox-esr' : 'chromium'));
  console.log(`Installing ${packages.join(' and ')} from Debian …`);
  return (
    run('apt-get', ['update', '-qq']) &&
    run('apt-get', ['install', '-y', '-qq', '--no-install-recommends', ...packages])
  );
}

async function download(name: BrowserName): Promise<void> {
  const { Browser, detectBrowserPlatform, install, resolveBuildId } = await import(
    '@puppeteer/browsers'
  );
  const [browser, channel] =
    name === 'chromium' ? [Browser.CHROME, 'stable'] : [Browser.FIREFOX, 'esr'];
  const platform = detectBrowserPlatform();
  if (platform === undefined) throw new Error('there is no download for this system');
  console.log(`Downloading ${browser} (${channel}) into ${CACHE} …`);
  const buildId = await resolveBuildId(browser, platform, channel);
  await install({ browser, buildId, cacheDir: CACHE });
}

async function listMissing(): Promise<BrowserName[]> {
  const names: BrowserName[] = ['chromium', 'firefox'];
  const paths = await Promise.all(names.map(findBrowser));
  return names.filter((_, index) => paths[index] === undefined);
}

async function ensureBrowsers(): Promise<void> {
  let missing = await listMissing();
  if (missing.length === 0) return;
  if (installFromDebian(missing)) missing = await listMissing();
  for (const name of missing) {
    await download(name).catch((fault: unknown) => console.error(`${name}: ${String(fault)}`));
  }
  missing = await listMissing();
  if (missing.length === 0) return;
  for (const name of missing) {
    console.error(
      `No ${name} could be found or installed. Install it (on Debian: apt-get install chromium ` +
        `firefox-esr), or let ${PLACES[name].variable} name its program, and run this again.`,
    );
  }
  process.exitCode = 1;
}

if (import.meta.main) {
  await ensureBrowsers().catch((fault: unknown) => {
    console.error(fault instanceof Error ? fault.message : fault);
    process.exitCode = 1;
  });
}

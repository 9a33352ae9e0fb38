/**
 * The main job, walked from end to end without a window, in a data folder and on ports of its own: a line
 * for each step that works, and for the first that does not its reason and a picture.
 */
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { BrowserName, Driver } from '../tests/drivers/driver.ts';
import { startDriver } from '../tests/drivers/start-driver.ts';
import { findBrowser } from '../tests/ensure-browsers.ts';
import { locateBuild } from './builds.ts';
import { acceptReport, expectAccepted, expectPlaceLink, fetchReport } from './editor-steps.ts';
import { startEditors } from './editors.ts';
import { readPlantedMistake, startNewsroom } from './newsroom.ts';
import { expectCopy, openArticle, openDialog, sendCorrection } from './reader-steps.ts';
import { createShutdown, type Shutdown } from './shutdown.ts';

const PICTURES = join(import.meta.dirname, '../data');

/** @returns whether the report came out at the editors' end and was accepted there */
export async function runCheck(name: BrowserName): Promise<boolean> {
  const shutdown = createShutdown();
  const walk = createWalk();
  const begun = performance.now();
  try {
    await walkMainJob(name, shutdown, walk);
    console.log(`The main job works in ${name} (${formatTime(begun)}).`);
    return true;
  } catch (error) {
    console.error(`✗ ${walk.current()}: ${error instanceof Error ? error.message : String(error)}`);
    const picture = await takePicture(walk.driver, name);
    if (picture !== undefined) console.error(`  What the browser showed: ${picture}`);
    return false;
  } finally {
    await shutdown.run();
  }
}

interface Walk {
  step<T>(name: string, work: () => Promise<T>): Promise<T>;
  /** the step that is under way, or was the last */
  current(): string;
  driver: Driver | undefined;
}

function createWalk(): Walk {
  let current = '';
  return {
    driver: undefined,
    current: () => current,
    step: async (name, work) => {
      current = name;
      const begun = performance.now();
      const result = await work();
      console.log(`✓ ${name} (${formatTime(begun)})`);
      return result;
    },
  };
}

async function walkMainJob(name: BrowserName, shutdown: Shutdown, walk: Walk): Promise<void> {
  const { step } = walk;
  const directory = await mkdtemp(join(tmpdir(), 'sic-check-'));
  shutdown.add(() => rm(directory, { recursive: true, force: true }));

  const editors = await step('the editors’ endpoint serves', async () => {
    const started = await startEditors({ directory, port: 0, mayMove: true });
    shutdown.add(started.close);
    return started;
  });
  const newsroom = await step('the newsroom serves', async () => {
    const started = await startNewsroom({ endpoint: editors.annotations, port: 0 });
    shutdown.add(started.close);
    return started;
  });
  const token = await editors.grantToken(newsroom.site);
  const mistake = await readPlantedMistake();

  const driver = await step(`${name} starts with the extension`, async () => {
    if ((await findBrowser(name)) === undefined) {
      throw new Error('it is not installed; `npm run browsers` installs it');
    }
    const started = await startDriver(name, { extension: locateBuild(name), locale: 'en-US' });
    shutdown.add(started.close);
    walk.driver = started;
    // Puppeteer would end the process at a signal before the rest has closed.
    shutdown.listen();
    return started;
  });

  const page = await step('the article is recognised: its source line has the site’s terms', () =>
    openArticle(driver, newsroom.first),
  );
  await step('a copy carries the source, as text and as a link', () => expectCopy(driver, page));
  await step(`Ctrl+Enter on “${mistake.exact}” opens the dialog with its sentence`, () =>
    openDialog(driver, page, mistake),
  );
  await step(`the correction “${mistake.correction}” is sent, the dialog says saved`, () =>
    sendCorrection(driver, page, mistake),
  );

  const access = { url: editors.url, token };
  const report = await step('the endpoint has the report, word for word', () =>
    fetchReport(access, mistake, newsroom.first),
  );
  const review = await step('the editor signs in to the review and accepts it', () =>
    acceptReport(driver, access, report),
  );
  await step('the endpoint says that it is accepted', () => expectAccepted(access, report));
  await step('the review links to the very words', () => expectPlaceLink(review, report));
}

async function takePicture(
  driver: Driver | undefined,
  name: BrowserName,
): Promise<string | undefined> {
  try {
    const page = (await driver?.browser.pages())?.at(-1);
    if (driver === undefined || page === undefined) return undefined;
    const path = join(PICTURES, `check-${name}.png`);
    await driver.screenshot(page, path);
    return path;
  } catch {
    return undefined; // the browser may be what failed
  }
}

function formatTime(begun: number): string {
  return `${((performance.now() - begun) / 1000).toFixed(1)} s`;
}

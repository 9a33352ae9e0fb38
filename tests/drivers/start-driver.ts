/**
 * The one door to the drivers: tests name a browser and get a `Driver`.
 */
import { startChromium } from './chromium.ts';
import type { BrowserName, Driver, DriverOptions } from './driver.ts';
import { startFirefox } from './firefox.ts';

declare module 'vitest' {
  interface ProvidedContext {
    /** the browser that a test file runs for: `inject('browserName')` */
    browserName: BrowserName;
  }
}

/**
 * Starts a browser with the extension installed.
 * @throws where the browser is missing, does not start, or refuses the extension
 */
export function startDriver(name: BrowserName, options: DriverOptions): Promise<Driver> {
  return name === 'chromium' ? startChromium(options) : startFirefox(options);
}

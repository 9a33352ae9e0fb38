/** Where the built extension of a browser lies. */
import { join } from 'node:path';
import type { BrowserName } from '../tests/drivers/driver.ts';

const FOLDERS: Record<BrowserName, string> = { chromium: 'chrome', firefox: 'firefox' };

/** The unpacked extension's folder. */
export function locateBuild(name: BrowserName): string {
  return join(import.meta.dirname, '../dist', FOLDERS[name]);
}

/** What the tests of single-page apps share: the fixture app, opened at a route, and its source line. */
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Page } from 'puppeteer-core';
import { waitUntil } from '../drivers/wait.ts';
import { FIXTURES, openPage, readShadowText, type Session } from './session.ts';

export const LAMPS = '/2026/11/lamplighters-of-quay-street';
export const FERRY = '/2026/11/salt-ferry-sails-on-thursdays';
export const LAMPS_TITLE = 'Lamplighters of Quay Street Keep Their Ladders';
export const FERRY_TITLE = 'Salt Ferry Sails on Thursdays Again';

/** The fixture's own script, as the functions that tests run in its page see it. */
export interface App {
  write(route?: string): string;
  draw(title?: string): void;
  fill(): void;
  go(route: string, how?: { how?: 'pushState' | 'replaceState'; draw?: () => void }): void;
}

const html = await readFile(join(FIXTURES, 'app.html'), 'utf8');

/** Opens the app at a route, with something more in its head. */
export async function openApp(session: Session, path: string, head = ''): Promise<Page> {
  session.site.setPage(path.replace(/#.*/s, ''), html.replace('</head>', `${head}</head>`));
  return openPage(session, path);
}

/** Resolves when there is one source line, and it names this title; gives its address. */
export async function waitForLine(session: Session, page: Page, title: string): Promise<string> {
  const look = async () => {
    if ((await page.$$('sic-source')).length !== 1) return false;
    return (await readShadowText(session, page, 'sic-source', 'a').catch(() => '')) === title;
  };
  await waitUntil(look, { what: `the source line of “${title}”` });
  return session.driver.inShadow(page, 'sic-source', (root) => root.querySelector('a')?.href ?? '');
}

/** Resolves when no source line stands. */
export async function waitForNoLine(page: Page): Promise<void> {
  await waitUntil(async () => (await page.$$('sic-source')).length === 0, { what: 'no line' });
}

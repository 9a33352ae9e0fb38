/** The steps of reuse as a person does them: copying without the source, and what is seen of the note beside an editor. */
import type { Page } from 'puppeteer-core';
import type { CopyRow } from '../../src/platform/database.ts';
import type { Place } from '../drivers/driver.ts';
import { waitUntil } from '../drivers/wait.ts';
import { readRows } from './outbox-rows.ts';
import { changeSettings, copy, openArticle, type Session } from './session.ts';

/** The element that holds the note. */
export const NOTE = 'sic-reuse';
/** Before it speaks, its live region stands empty. */
const PUT_IN = 'section:not(.waiting) [data-act="put-in"]';

/** Copies a place of an article without its source, and waits until that is remembered. */
export async function copyPlain(session: Session, path: string, place: Place): Promise<string> {
  await changeSettings(session, { attribution: { when: 'never' } });
  return copyFrom(session, path, place);
}

/** Copies a place of an article as the settings say; gives its words. */
export async function copyFrom(session: Session, path: string, place: Place): Promise<string> {
  const before = (await readRows<CopyRow>(session, 'copies')).length;
  const page = await openArticle(session, path);
  const { plain } = await copy(session, page, place);
  await waitUntil(async () => (await readRows<CopyRow>(session, 'copies')).length > before, {
    what: `the copy from ${path}`,
  });
  await page.close();
  return plain;
}

export function readNote(
  { driver }: Session,
  page: Page,
): Promise<{ message: string; text: string }> {
  return driver.inShadow(page, NOTE, (root) => ({
    message: root.querySelector('[role="status"], [role="alert"]')?.textContent ?? '',
    text: root.querySelector('section')?.textContent ?? '',
  }));
}

/** Waits until something is said to be missing. */
export const waitForNote = ({ driver }: Session, page: Page) =>
  driver.waitForShadow(page, NOTE, PUT_IN);

export const waitForNoteGone = ({ driver }: Session, page: Page) =>
  driver.waitForShadowGone(page, NOTE, PUT_IN);

/**
 * What a person sees who pastes from an article that asks for a link, in the editors that newsrooms use: what is missing
 * is said, put in at a press, and said again when it has gone.
 */
import type { Page } from 'puppeteer-core';
import { beforeAll, describe, expect, it } from 'vitest';
import { PRIMARY_MODIFIER } from '../drivers/page-actions.ts';
import { waitUntil } from '../drivers/wait.ts';
import {
  BLOCK_EDITORS,
  EDITORS,
  type EditorName,
  openEditor,
  pasteIntoEditor,
  serveEditors,
} from './editor-pages.ts';
import { readFacts } from './editors/read-facts.ts';
import { copyPlain, NOTE, readNote, waitForNote, waitForNoteGone } from './reuse-steps.ts';
import { useSession } from './session.ts';

const session = useSession();
const ALL: EditorName[] = [...EDITORS, ...BLOCK_EDITORS];

beforeAll(async () => {
  await serveEditors(session.site, ALL);
});

const read = (page: Page) => page.evaluate(() => globalThis.standing?.read() ?? '');

async function listAddresses(page: Page, name: EditorName): Promise<string[]> {
  const saved = await read(page);
  if (name === 'textarea') return saved.match(/https?:\/\/\S+/g) ?? [];
  return (await page.evaluate(readFacts, saved)).links.map(({ href }) => href);
}

async function redo(page: Page): Promise<void> {
  const button = await page.evaluate(() => globalThis.standing?.redo ?? '');
  if (button === '') await session.driver.chord(page, [PRIMARY_MODIFIER, 'Shift'], 'z');
  else await page.click(button);
}

describe.each(ALL)('in %s', (name) => {
  it('a missing source is said, put in, and said again when it has been undone', async () => {
    const { driver, site } = session;
    const source = `${site.origin}/article.html`;
    await copyPlain(session, '/article.html', '#p2');
    const page = await openEditor(session, name);
    const pasted = await pasteIntoEditor(session, page);
    await waitForNote(session, page);
    const said = await readNote(session, page);
    expect(said.message).toBe('The source of this text is missing');
    expect(said.text).toContain('Clock Tower of Marrow Bridge Will Strike the Hours Again');
    expect(said.text).toContain('Marrow Bridge Observer');
    expect(said.text).toContain('No link leads to the source.');
    expect(await driver.axe(page, NOTE)).toEqual([]);
    // Whoever writes goes on writing.
    await page.keyboard.type('Evermore.');
    await waitUntil(async () => (await read(page)).includes('Evermore.'), {
      what: `typing in ${name}: ${await read(page)}`,
    });
    expect(await read(page)).not.toBe(pasted);

    await driver.clickInShadow(page, NOTE, '[data-act="put-in"]');
    await waitUntil(async () => (await listAddresses(page, name)).includes(source), {
      what: `the source in ${name}: ${await read(page)}`,
    });
    await waitUntil(
      async () => (await readNote(session, page)).message === 'The source is in order now.',
      {
        what: `the note in ${name} to say so`,
      },
    );
    await driver.chord(page, PRIMARY_MODIFIER, 'z');
    await waitUntil(async () => !(await listAddresses(page, name)).includes(source), {
      what: `undo in ${name}: ${await read(page)}`,
    });
    await waitForNote(session, page);
    await redo(page);
    await waitUntil(async () => (await listAddresses(page, name)).includes(source), {
      what: `redo in ${name}: ${await read(page)}`,
    });
    await waitForNoteGone(session, page);
    await page.close();
  });
});

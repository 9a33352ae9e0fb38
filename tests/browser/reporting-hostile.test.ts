/**
 * Pages that are bent on the report dialog: on what is typed there, on its buttons, and on its standing at all. Their
 * scripts run in the page's own world, as a site's do; the reader goes on with real keys.
 */
import type { Page } from 'puppeteer-core';
import { describe, expect, it } from 'vitest';
import { waitUntil } from '../drivers/wait.ts';
import { waitInPage } from '../drivers/wait-in-page.ts';
import {
  DISPLACING,
  INSISTING,
  OPEN_IN_CHROMIUM,
  READING,
  TAMPERING,
  WRITING,
} from './dialog-attacks.ts';
import { browserName, openArticle, openDialog, sendDialog, useSession } from './session.ts';

const session = useSession();
const HOST = 'sic-dialog';
/** Stands in no script of the tests, so that a page which has it has read it. */
const WORDS = 'quorvex lantern';
const CORRECTION = 'thirteen wheels';

/** Opens the article with a script before everything else in its head. */
async function openScripted(name: string, script: string): Promise<Page> {
  const { site } = session;
  const html = await (await fetch(`${site.origin}/article.html`)).text();
  const path = `/hostile-${name}.html`;
  site.setPage(path, html.replace('<head>', `<head><script>${script}</script>`));
  return openArticle(session, path);
}

/** A dialog with something typed into both fields, the focus in the second. */
async function typeInDialog(page: Page): Promise<void> {
  const { driver } = session;
  await openDialog(session, page, { css: '#p2', text: 'five months' });
  await driver.typeInShadow(page, HOST, '#correction', CORRECTION);
  await driver.typeInShadow(page, HOST, '#comment', WORDS);
}

/** Runs a script in the page in a task of its own, without the leave that a test's evaluation brings along. */
function attack(page: Page, script: string): Promise<string> {
  return page.evaluate(
    (body) =>
      new Promise<string>((resolve) => {
        const run = new Function(`return (async () => { ${body} })()`) as () => Promise<unknown>;
        setTimeout(() => {
          run().then(
            (value) => resolve(JSON.stringify(value) ?? ''),
            (fault) => resolve(`threw ${fault}`),
          );
        }, 20);
      }),
    script,
  );
}

function readTyped(page: Page): Promise<string[]> {
  return session.driver.inShadow(page, HOST, (root) =>
    [...root.querySelectorAll<HTMLInputElement>('#correction, #comment')].map(({ value }) => value),
  );
}

/** Sends the dialog, and expects the editors to get what was typed. */
async function expectSent(page: Page, comment: string): Promise<void> {
  await sendDialog(session, page);
  const [annotation] = await session.endpoint.waitForStored(1);
  const sent = JSON.stringify(annotation);
  expect(sent).toContain(JSON.stringify(CORRECTION));
  expect(sent).toContain(JSON.stringify(comment));
  await page.close();
}

describe('what a reader types', () => {
  const reading = {
    ...READING,
    ...(browserName === 'firefox' ? OPEN_IN_CHROMIUM : {}),
  };
  it('is in nothing that a page can read', async () => {
    const page = await openArticle(session, '/article.html');
    await typeInDialog(page);
    for (const [name, script] of Object.entries(reading)) {
      const read = await attack(page, script);
      expect(read, name).not.toContain('quorvex');
      expect(read, name).not.toContain('thirteen');
      expect(await readTyped(page), name).toEqual([CORRECTION, WORDS]);
    }
    await expectSent(page, WORDS);
  });

  it('is in no event that a page can hear of', async () => {
    const page = await openArticle(session, '/article.html');
    await attack(
      page,
      `window.heard = [];
      const types = new Set(['beforeinput', 'input', 'select', 'focus', 'blur', 'keydown', 'keyup', 'textInput']);
      for (const target of [window, document, document.documentElement])
        for (const key in target) if (key.startsWith('on')) types.add(key.slice(2));
      for (const type of types) {
        if (/pointer|mouse|message|error|transition|animation|scroll|selectionchange|visibility/.test(type)) continue;
        addEventListener(type, (event) => {
          if (event.target?.localName === 'sic-dialog' || 'key' in event || 'data' in event) heard.push(type);
        }, true);
      }`,
    );
    await typeInDialog(page);
    const heard = await page.evaluate(() => (window as unknown as { heard: string[] }).heard);
    // The keys that open it go to the page's own selection: the modifier alone.
    expect(heard.filter((type) => !/^key(?:down|up)$/.test(type))).toEqual([]);
    expect(heard.length).toBeLessThanOrEqual(2);
    await expectSent(page, WORDS);
  });

  it('stays as it was typed, whatever a page edits', async () => {
    const page = await openArticle(session, '/article.html');
    await typeInDialog(page);
    for (const [name, script] of Object.entries(WRITING)) {
      await attack(page, script);
      expect(await readTyped(page), name).toEqual([CORRECTION, WORDS]);
    }
    await page.keyboard.type(' too');
    await expectSent(page, `${WORDS} too`);
  });

  it('comes in by all ways of a reader’s', async () => {
    const { driver } = session;
    const page = await openArticle(session, '/article.html');
    await typeInDialog(page);
    const press = (modifier: 'Control' | 'Shift', key: string) => driver.chord(page, modifier, key);
    await press('Control', 'a');
    await press('Control', 'x');
    expect(await readTyped(page)).toEqual([CORRECTION, '']);
    await press('Control', 'v');
    await press('Control', 'v');
    expect(await readTyped(page)).toEqual([CORRECTION, WORDS + WORDS]);
    await press('Control', 'z');
    expect(await readTyped(page)).toEqual([CORRECTION, WORDS]);
    await press('Shift', 'Home');
    await page.keyboard.type('anew');
    expect(await readTyped(page)).toEqual([CORRECTION, 'anew']);
    await page.keyboard.press('Backspace');
    await press('Shift', 'Tab');
    await page.keyboard.press('End');
    await page.keyboard.press('Backspace');
    expect(await readTyped(page)).toEqual([CORRECTION.slice(0, -1), 'ane']);
    await page.close();
  });

  it('goes to its field while a page turns the focus away', async () => {
    const page = await openArticle(session, '/article.html');
    await typeInDialog(page);
    await attack(
      page,
      `window.heard = [];
      addEventListener('keydown', ({ key }) => heard.push(key), true);
      const frame = document.body.appendChild(document.createElement('iframe'));
      const field = frame.contentDocument.body.appendChild(frame.contentDocument.createElement('input'));
      let turn = 0;
      setInterval(() => {
        turn += 1;
        if (turn % 2) document.activeElement.blur();
        else { frame.contentWindow.focus(); field.focus(); }
        if (field.value !== '') heard.push(field.value);
      }, 1);`,
    );
    await page.keyboard.type(' too');
    expect(await readTyped(page)).toEqual([CORRECTION, `${WORDS} too`]);
    expect(await attack(page, 'return heard')).toBe('[]');
    await expectSent(page, `${WORDS} too`);
  });
});

describe('the buttons', () => {
  it('are not pressed by a page', async () => {
    const page = await openArticle(session, '/article.html');
    await typeInDialog(page);
    await attack(
      page,
      `const host = document.querySelector('sic-dialog');
      host.click();
      const init = { bubbles: true, composed: true, cancelable: true, view: window };
      for (let y = 2; y < innerHeight; y += 8) for (let x = 2; x < innerWidth; x += 40) {
        const hit = document.elementFromPoint(x, y);
        if (hit !== host) continue;
        for (const type of ['pointerdown', 'mousedown', 'pointerup', 'mouseup', 'click'])
          hit.dispatchEvent(new MouseEvent(type, { ...init, clientX: x, clientY: y }));
      }
      for (const key of ['Enter', ' ', 'Escape']) for (const type of ['keydown', 'keypress', 'keyup']) {
        for (const ctrlKey of [false, true]) for (const target of [host, document, window])
          target.dispatchEvent(new KeyboardEvent(type, { ...init, key, code: key, ctrlKey, keyCode: 13 }));
      }
      for (const type of ['submit', 'close', 'cancel', 'reset', 'change', 'toggle'])
        host.dispatchEvent(new Event(type, init));
      host.dispatchEvent(new SubmitEvent('submit', init));
      for (const command of ['insertParagraph', 'insertLineBreak', 'forwardDelete']) document.execCommand(command);
      document.querySelector('dialog')?.close();
      for (const form of document.forms) form.addEventListener('submit', (event) => event.preventDefault());`,
    );
    await session.driver.waitForShadow(page, HOST, 'button[value="send"]');
    expect(await readTyped(page)).toEqual([CORRECTION, WORDS]);
    expect(session.endpoint.posts).toEqual([]);
    await expectSent(page, WORDS);
  });
});

describe('a page that from its first line on', () => {
  it.each(Object.entries(TAMPERING))('%s hinders and reads nothing', async (name, script) => {
    const page = await openScripted(name.replaceAll(' ', '-'), `window.seen = [];${script}`);
    await typeInDialog(page);
    await sendDialog(session, page);
    const stored = [...(await session.endpoint.waitForStored(1))];
    expect(JSON.stringify(stored)).toContain(WORDS);
    // The page's own world may be past use by a test.
    const kept = await page.evaluate('window.seen.join("|")').catch(() => '');
    expect(String(kept)).not.toContain('quorvex');
    await page.close();
  });
});

describe('a page that while the reader types', () => {
  it.each(Object.entries(DISPLACING))('%s gets the report all the same', async (_, script) => {
    const { driver } = session;
    const page = await openArticle(session, '/article.html');
    await typeInDialog(page);
    await attack(page, `const host = document.querySelector('sic-dialog'); ${script}`);
    const isUp = () =>
      driver
        .inShadow(page, HOST, (root) => {
          const box = root.querySelector('dialog')?.getBoundingClientRect();
          if (box === undefined || box.width === 0) return false;
          const hit = document.elementFromPoint(box.x + box.width / 2, box.y + box.height / 2);
          return hit === root.host && root.activeElement?.id === 'comment';
        })
        .catch(() => false);
    await waitUntil(isUp, { what: 'the dialog to stand on top, its field with the focus' });
    await page.keyboard.type(' too');
    expect(await readTyped(page)).toEqual([CORRECTION, `${WORDS} too`]);
    const paper = await driver.inShadow(page, HOST, (root) => {
      const dialog = root.querySelector('dialog');
      return dialog === null ? '' : getComputedStyle(dialog).getPropertyValue('--paper');
    });
    expect(paper).not.toBe('');
    await expectSent(page, `${WORDS} too`);
  });

  it('writes the document anew gets it from a dialog made anew', async () => {
    const { driver } = session;
    const page = await openArticle(session, '/article.html');
    await typeInDialog(page);
    const write = `
      document.open();
      document.write('<!doctype html><title>x</title><p>another</p>');
      document.close();`;
    await attack(page, `${write}${write}`);
    await driver.waitForShadow(page, HOST, 'button[value="send"][aria-disabled="false"]');
    await waitUntil(async () => (await readTyped(page)).includes(WORDS), {
      what: 'what was typed to be back',
    });
    await driver.typeInShadow(page, HOST, '#comment', `${WORDS} too`);
    await expectSent(page, `${WORDS} too`);
  });

  it.each(Object.entries(INSISTING))(
    '%s has the reader told, and what was typed kept',
    async (_, script) => {
      const { driver } = session;
      const page = await openArticle(session, '/article.html');
      await typeInDialog(page);
      await attack(page, `const host = document.querySelector('sic-dialog'); ${script}`);
      const readNote = () =>
        driver.inShadow(page, 'sic-note', (root) => root.textContent ?? '').catch(() => '');
      await waitUntil(async () => (await readNote()) !== '', {
        what: 'the note that the page does not let it stand',
      });
      const badge = () =>
        driver.inExtension(async () => {
          type Api = {
            tabs: { query(which: object): Promise<{ id?: number }[]> };
            action: { getBadgeText(which: object): Promise<string> };
          };
          const scope = globalThis as unknown as { browser?: Api; chrome: Api };
          const { tabs, action } = scope.browser ?? scope.chrome;
          const texts = [];
          for (const { id } of await tabs.query({})) {
            texts.push(await action.getBadgeText({ ...(id === undefined ? {} : { tabId: id }) }));
          }
          return texts.join('');
        });
      await waitUntil(async () => (await badge()) !== '', {
        what: 'a badge on the toolbar button',
      });
      await page.reload();
      await waitInPage(page, () => document.readyState === 'complete');
      await openDialog(session, page, { css: '#p2', text: 'five months' });
      expect(await readTyped(page)).toEqual([CORRECTION, WORDS]);
      await expectSent(page, WORDS);
    },
  );
});

/** When the note beside an editor comes and goes, what it offers, and when nothing is said at all. */
import type { Page } from 'puppeteer-core';
import { beforeAll, describe, expect, it } from 'vitest';
import { PRIMARY_MODIFIER } from '../drivers/page-actions.ts';
import { waitUntil } from '../drivers/wait.ts';
import { waitInPage } from '../drivers/wait-in-page.ts';
import {
  copyFrom,
  copyPlain,
  NOTE,
  readNote,
  waitForNote,
  waitForNoteGone,
} from './reuse-steps.ts';
import { changeSettings, copy, openArticle, openPage, useSession } from './session.ts';

const session = useSession();
const FIELDS = `<!doctype html><html lang="en"><meta charset="utf-8"><title>Write</title><h1>Write</h1>
<textarea id="field" rows="12" cols="80" aria-label="Text"></textarea>
<textarea id="second" rows="12" cols="80" aria-label="Summary"></textarea>`;
/** The last part of a paragraph, of fewer words than are known again. */
const SHORT = { css: '#p2', text: 'a model of the wheel out of pear wood' };

beforeAll(() => session.site.setPage('/fields.html', FIELDS));

async function paste(page: Page, css = '#field'): Promise<void> {
  await page.bringToFront();
  await page.focus(css);
  await session.driver.chord(page, PRIMARY_MODIFIER, 'End');
  const before = await readField(page, css);
  await session.driver.chord(page, PRIMARY_MODIFIER, 'v');
  await waitUntil(async () => (await readField(page, css)) !== before, { what: 'the paste' });
}

const readField = (page: Page, css = '#field') =>
  page.$eval(css, (field) => (field as HTMLTextAreaElement).value);

const openFields = () => openPage(session, '/fields.html');

/** Whatever would be said has been said by then. */
async function expectNothingSaid(page: Page): Promise<void> {
  await page.evaluate(() => new Promise((resolve) => setTimeout(resolve, 2_500)));
  expect(await page.$(NOTE)).toBeNull();
}

const press = (page: Page, act: string) =>
  session.driver.clickInShadow(page, NOTE, `[data-act="${act}"]`);

describe('nothing is said', () => {
  it('of a paste with its source line, until the link is taken out', async () => {
    await changeSettings(session, { attribution: { when: 'always' } });
    await copyFrom(session, '/article.html', '#p2');
    const page = await openFields();
    await paste(page);
    await expectNothingSaid(page);
    // The line of the source, which stands last.
    await session.driver.chord(page, 'Shift', 'Home');
    await page.keyboard.press('Backspace');
    expect(await readField(page)).not.toContain('article.html');
    await waitForNote(session, page);
    expect((await readNote(session, page)).text).toContain(
      'The copy came with its source, which is not in the text.',
    );
    await page.keyboard.type(`From ${session.site.origin}/article.html`);
    await waitForNoteGone(session, page);
    await page.close();
  });

  it('of a short quote', async () => {
    await copyPlain(session, '/article.html', '#p2');
    const article = await openArticle(session, '/article.html');
    await copy(session, article, SHORT);
    await article.close();
    const page = await openFields();
    await page.bringToFront();
    await page.focus('#field');
    await page.keyboard.type('The council had, as a paper of the town said of it at length, ');
    await paste(page);
    await expectNothingSaid(page);
    await page.close();
  });

  it('of a text that was never copied from an article', async () => {
    await copyPlain(session, '/article.html', '#p2');
    const page = await openFields();
    await page.focus('#second');
    await page.keyboard.type(
      'No keeper of any tower that we have heard of was ever asked so much. '.repeat(3),
    );
    await session.driver.chord(page, 'Control', 'a');
    await session.driver.chord(page, PRIMARY_MODIFIER, 'c');
    await paste(page);
    await expectNothingSaid(page);
    await page.close();
  });

  it('where copies are not remembered', async () => {
    await copyPlain(session, '/article.html', '#p2');
    await changeSettings(session, { reuse: { ledger: false } });
    const page = await openFields();
    await paste(page);
    await expectNothingSaid(page);
    await page.close();
  });
});

describe('the note', () => {
  it('goes at "Not now" and stays away, until what is amiss has come into order and is amiss again', async () => {
    await copyPlain(session, '/article.html', '#p2');
    const page = await openFields();
    await paste(page);
    await waitForNote(session, page);
    await press(page, 'later');
    await session.driver.waitForShadowGone(page, NOTE, 'section');
    await page.keyboard.type(' More words.');
    await page.evaluate(() => new Promise((resolve) => setTimeout(resolve, 1_500)));
    expect(await page.$(NOTE)).toBeNull();
    const link = `\n${session.site.origin}/article.html`;
    await page.keyboard.type(link);
    await page.evaluate(() => new Promise((resolve) => setTimeout(resolve, 1_500)));
    await session.driver.chord(page, 'Shift', 'Home');
    await page.keyboard.press('Backspace');
    await waitForNote(session, page);
    await page.close();
  });

  it('is reached, used and left by the keyboard', async () => {
    const { driver } = session;
    await copyPlain(session, '/article.html', '#p2');
    const page = await openFields();
    await paste(page);
    await waitForNote(session, page);
    expect(await page.evaluate(() => document.activeElement?.id)).toBe('field');
    await page.focus('#second');
    const readFocus = () =>
      driver.inShadow(page, NOTE, (root) => {
        const one = root.activeElement;
        return one?.getAttribute('data-act') ?? one?.localName ?? '';
      });
    const passed: string[] = [];
    while (passed.at(-1) !== 'put-in' && passed.length < 6) {
      await page.keyboard.press('Tab');
      passed.push(await readFocus());
    }
    expect(passed).toEqual(['a', 'summary', 'put-in']);
    await page.keyboard.press('Enter');
    await waitInPage(page, () =>
      (document.querySelector('textarea')?.value ?? '').includes('/article.html'),
    );
    await waitForNoteGone(session, page);
    await page.close();
  });

  it('puts the source on the clipboard', async () => {
    const { driver, site } = session;
    await copyPlain(session, '/article.html', '#p2');
    const page = await openFields();
    await paste(page);
    await waitForNote(session, page);
    await press(page, 'copy');
    await waitUntil(
      async () => (await readNote(session, page)).message.startsWith('The source is copied.'),
      { what: 'the note to say so' },
    );
    const clip = await driver.readClipboard();
    expect(clip.plain).toContain(`${site.origin}/article.html`);
    expect(clip.html).toContain(`href="${site.origin}/article.html"`);
    await page.close();
  });

  it('comes for another field as well that the text is pasted on into', async () => {
    await copyPlain(session, '/article.html', '#p2');
    const page = await openFields();
    await paste(page);
    await waitForNote(session, page);
    await press(page, 'put-in');
    await waitForNoteGone(session, page);
    await paste(page, '#second');
    await waitForNote(session, page);
    await press(page, 'put-in');
    await waitUntil(async () => (await readField(page, '#second')).includes('/article.html'), {
      what: 'the source in the second field',
    });
    expect((await readField(page)).split('/article.html')).toHaveLength(2);
    await page.close();
  });

  it('goes with its field', async () => {
    await copyPlain(session, '/article.html', '#p2');
    const page = await openFields();
    await paste(page);
    await waitForNote(session, page);
    await page.evaluate(() => document.querySelector('#field')?.remove());
    await session.driver.waitForShadowGone(page, NOTE, 'section');
    await page.close();
  });

  it('offers a letter, and nothing to put in, where permission is asked for', async () => {
    await copyPlain(session, '/permission.html', '#p1');
    const page = await openFields();
    await paste(page);
    await session.driver.waitForShadow(page, NOTE, 'section:not(.waiting) .permission a');
    const { text } = await readNote(session, page);
    expect(text).toContain('Nothing may be reused without permission.');
    expect(text).toContain(
      'Reproduction of our articles without written permission is prohibited.',
    );
    const href = await session.driver.inShadow(
      page,
      NOTE,
      (root) => root.querySelector('.permission a')?.getAttribute('href') ?? '',
    );
    expect(href).toMatch(/^mailto:/);
    const acts = await session.driver.inShadow(page, NOTE, (root) =>
      [...root.querySelectorAll('button')].map((one) => one.dataset['act'] ?? ''),
    );
    expect(acts).toEqual(['later']);
    expect(await session.driver.axe(page, NOTE)).toEqual([]);
    await page.close();
  });
});

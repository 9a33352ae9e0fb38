/** The options about copying: how the source is put behind a copy, and the wordings with their previews. */
import type { Page } from 'puppeteer-core';
import { expect, it } from 'vitest';
import { BUILT_IN, type TemplateName } from '../../src/model/attribution/template.ts';
import { readSettings } from '../../src/model/settings.ts';
import { waitInPage } from '../drivers/wait-in-page.ts';
import { readStored, useSession } from './session.ts';

const session = useSession();

const LABELS: Record<TemplateName, string> = {
  html: 'Formatted text',
  plain: 'Plain text',
  ccHtml: 'Formatted text, under a Creative Commons licence',
  ccPlain: 'Plain text, under a Creative Commons licence',
};

async function openOptions(): Promise<Page> {
  const options = await session.driver.openExtensionPage('/pages/options/index.html');
  await options.bringToFront();
  await options.waitForSelector('textarea');
  return options;
}

/** The wording of a name, in words as a screen reader has them. */
async function findField(options: Page, name: TemplateName) {
  const field = await options.waitForSelector(`aria/${LABELS[name]}[role="textbox"]`);
  if (field === null) throw new Error(`no field for ${name}`);
  return field;
}

async function write(options: Page, name: TemplateName, text: string): Promise<void> {
  const field = await findField(options, name);
  await field.focus();
  await session.driver.chord(options, 'Control', 'a');
  await options.keyboard.type(text);
}

/** Leaves the field as the keyboard does. */
const leave = (options: Page) => options.keyboard.press('Tab');

async function waitForSaid(options: Page, words: string): Promise<void> {
  await waitInPage(
    options,
    (said) =>
      [...document.querySelectorAll('[role="status"]')].some(({ textContent }) =>
        textContent?.includes(said),
      ),
    words,
  );
}

const readNote = async (options: Page, name: TemplateName) =>
  (await findField(options, name)).evaluate((field) => {
    const note = field.closest('.wording')?.querySelector('.note');
    return {
      text: [...(note?.children ?? [])].map((one) => one.textContent ?? ''),
      links: [...(note?.querySelectorAll('a') ?? [])].map((one) => one.textContent),
    };
  });

const readError = async (options: Page, name: TemplateName) =>
  (await findField(options, name)).evaluate((field) => ({
    isInvalid: field.getAttribute('aria-invalid'),
    said: document.getElementById(field.getAttribute('aria-describedby') ?? '')?.textContent ?? '',
  }));

const readAttribution = async () => readSettings(await readStored(session, 'settings')).attribution;

async function choose(options: Page, name: string): Promise<void> {
  const choice = await options.waitForSelector(`aria/${name}[role="radio"]`);
  await choice?.click();
}

it('have no fault of accessibility, and show every wording on a sample', async () => {
  const options = await openOptions();
  expect(await readNote(options, 'html')).toEqual({
    text: ['Source: Rain in the valley. Ada Byron, The Valley Post, March 1, 2026'],
    links: ['Rain in the valley'],
  });
  expect((await readNote(options, 'plain')).text).toEqual([
    'Source: Rain in the valley. Ada Byron, The Valley Post, March 1, 2026. https://news.example/rain',
  ]);
  expect(await readNote(options, 'ccHtml')).toEqual({
    text: [
      'Source\u00a0: Pluie dans la vallée (extrait). Jules Martin, Le Journal de la vallée, 1 mars 2026. Licence\u00a0: CC BY-NC 4.0. Utilisation commerciale interdite',
    ],
    links: ['Pluie dans la vallée', 'CC BY-NC 4.0'],
  });
  const summary = await options.waitForSelector('details summary');
  await summary?.click();
  expect(await session.driver.axe(options)).toEqual([]);
  await options.close();
});

it('save how the source is put at once, and the previews follow', async () => {
  const options = await openOptions();
  expect((await readAttribution()).when).toBe('asked');
  await choose(options, 'as they are');
  await waitForSaid(options, 'Saved');
  await waitInPage(options, () => document.querySelector('.preview blockquote') === null);
  await choose(options, 'my language');
  await waitInPage(
    options,
    () => !document.querySelector('#app')?.textContent?.includes('Utilisation'),
  );
  const { text } = await readNote(options, 'ccHtml');
  expect(text[0]).toMatch(/\(excerpt\).*, March 1, 2026\. Licence: .*Not for commercial use$/);
  const deepLinks = await options.waitForSelector('aria/[role="switch"]');
  await deepLinks?.click();
  await waitInPage(
    options,
    () =>
      document.querySelector('.preview.plain .note')?.textContent?.includes(':~:text=') ?? false,
  );
  await waitForSaid(options, 'Saved');
  expect(await readAttribution()).toMatchObject({
    quote: 'bare',
    language: 'reader',
    deepLinks: true,
  });
  await options.close();
});

it('take a wording of one’s own: the preview follows the keys, and it stays', async () => {
  const options = await openOptions();
  await write(options, 'plain', 'via {publisher}, {url}');
  expect((await readNote(options, 'plain')).text).toEqual([
    'via The Valley Post, https://news.example/rain',
  ]);
  expect((await readAttribution()).templates).toEqual({});
  await leave(options);
  await waitForSaid(options, 'Saved');
  expect((await readAttribution()).templates).toEqual({ plain: 'via {publisher}, {url}' });
  await options.close();
  const again = await openOptions();
  const value = await (await findField(again, 'plain')).evaluate((one) =>
    one instanceof HTMLTextAreaElement ? one.value : '',
  );
  expect(value).toBe('via {publisher}, {url}');
  await again.close();
});

it('say what is wrong with a wording, and do not save it', async () => {
  const options = await openOptions();
  const before = await readNote(options, 'html');
  const faults = [
    ['{titel} {url}', 'no field {titel}'],
    ['{source} {publisher}', 'Nothing leads to the source'],
    ['[{title}]', 'Nothing leads to the source'],
    ['{title} [x', 'bracket at character 9'],
    ['{title} {', 'brace at character 9'],
  ] as const;
  for (const [wording, said] of faults) {
    await write(options, 'html', wording);
    await leave(options);
    await waitInPage(
      options,
      (words) => document.querySelector('.wording .error')?.textContent?.includes(words) ?? false,
      said,
    );
    expect(await readError(options, 'html')).toMatchObject({ isInvalid: 'true' });
    expect((await readError(options, 'html')).said).toContain(said);
  }
  expect(await session.driver.axe(options)).toEqual([]);
  await write(options, 'ccPlain', '{title} {url}');
  await leave(options);
  await waitInPage(options, () => document.querySelectorAll('.wording .error').length === 2);
  expect((await readError(options, 'ccPlain')).said).toContain('The licence is not named');
  expect((await readAttribution()).templates).toEqual({});
  // What was wrong is said no more once it is right.
  await write(options, 'html', 'See {title}');
  expect(await readError(options, 'html')).toEqual({ isInvalid: 'false', said: '' });
  expect((await readNote(options, 'html')).text).not.toEqual(before.text);
  await options.close();
});

it('go back to the built-in wording, by keyboard, and keep the focus there', async () => {
  const options = await openOptions();
  await write(options, 'ccHtml', '{license}: {title}');
  await leave(options);
  await waitForSaid(options, 'Saved');
  const name = `Back to the built-in wording: ${LABELS.ccHtml}`;
  expect(await options.evaluate(() => document.activeElement?.getAttribute('aria-label'))).toBe(
    name,
  );
  await options.keyboard.press('Enter');
  await waitForSaid(options, 'The built-in wording is back');
  expect((await readAttribution()).templates).toEqual({});
  const focused = await options.evaluate(() =>
    document.activeElement instanceof HTMLTextAreaElement ? document.activeElement.value : null,
  );
  expect(focused).toBe(BUILT_IN.ccHtml);
  await options.close();
});

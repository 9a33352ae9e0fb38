/**
 * The drivers themselves, on a small extension of their own: when one of these fails, no other browser
 * test is to be believed.
 */
import { mkdtempSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, beforeEach, describe, expect, inject, test } from 'vitest';
import type { Driver } from './driver.ts';
import { type Site, startSite } from './site.ts';
import { startDriver } from './start-driver.ts';
import { waitUntil } from './wait.ts';

const EXTENSION = join(import.meta.dirname, 'fixture-extension');
const STRICT = "default-src 'none'; require-trusted-types-for 'script'";
const name = inject('browserName');

let driver: Driver;
let site: Site;

beforeAll(async () => {
  site = await startSite({
    pages: {
      '/': '<!doctype html><title>Page</title><p id="a">One two <b>three</b> four</p><p id="b">Last</p>',
      'http://news.example/article': '<!doctype html><p>Elsewhere: {{origin}}</p>',
    },
    headers: { '/': { 'content-security-policy': STRICT } },
  });
  driver = await startDriver(name, { extension: EXTENSION, network: site.host });
});
afterAll(async () => {
  await driver?.close();
  await site?.close();
});
beforeEach(() => driver.reset());

async function openDialog() {
  const page = await driver.newPage(`${site.origin}/`);
  await driver.selectText(page, { css: '#a', text: 'two three' });
  await driver.chord(page, 'Control', 'Enter');
  await driver.waitForShadow(page, 'sic-dialog', 'dialog');
  return page;
}

describe(`the driver of ${name}`, () => {
  test('selects a text over elements, which a key then finds', async () => {
    const page = await openDialog();
    const said = await driver.inShadow(
      page,
      'sic-dialog',
      (root, css) => root.querySelector(css)?.textContent,
      'p',
    );
    expect(said).toBe('two three');
    await page.close();
  });

  test('selects a stretch over paragraphs, and says where there is no such place', async () => {
    const page = await driver.newPage(`${site.origin}/`);
    const stretch = { startCss: '#a', startOffset: 14, endCss: '#b', endOffset: 2 };
    await driver.selectRange(page, stretch);
    const selected = await page.evaluate(() => String(getSelection()).split(/\s+/));
    expect(selected).toEqual(['four', 'La']);
    await expect(driver.selectText(page, { css: '#a', text: 'five' })).rejects.toThrow('five');
    await page.close();
  });

  test('types and clicks in a closed shadow root with trusted events', async () => {
    const page = await openDialog();
    expect(await page.evaluate(() => document.querySelector('sic-dialog')?.shadowRoot)).toBe(null);
    await driver.typeInShadow(page, 'sic-dialog', 'input', 'wrong');
    await driver.typeInShadow(page, 'sic-dialog', 'input', 'söme wörds');
    await driver.clickInShadow(page, 'sic-dialog', 'button');
    await driver.waitForShadow(page, 'sic-dialog', '.said');
    const said = await driver.inShadow(
      page,
      'sic-dialog',
      (root) => root.querySelector('.said')?.textContent,
    );
    expect(said).toBe('trusted: söme wörds');
    await driver.waitForShadowGone(page, 'sic-dialog', 'input');
    await expect(driver.clickInShadow(page, 'sic-dialog', '.none')).rejects.toThrow('.none');
    await expect(driver.inShadow(page, 'sic-none', () => 1)).rejects.toThrow('sic-none');
    await page.close();
  });

  test('reads both flavours of the clipboard', async () => {
    const page = await driver.newPage(`${site.origin}/`);
    await driver.selectText(page, '#b');
    await driver.chord(page, 'Control', 'c');
    const clipboard = await driver.readClipboard();
    expect(clipboard.plain).toBe('Last (source)');
    expect(clipboard.html).toContain('Last <a href="https://sic.example/">source</a>');
    await page.close();
  });

  test('finds what axe-core finds, in a closed shadow root and in a page', async () => {
    const page = await openDialog();
    const inside = await driver.axe(page, 'sic-dialog');
    expect(inside.map((one) => one.id)).toEqual(['label']);
    expect(inside[0]?.nodes[0]).toContain('input');
    expect(await page.evaluate(() => document.querySelector('sic-dialog')?.shadowRoot)).toBe(null);
    const options = await driver.openExtensionPage('options.html');
    expect((await driver.axe(options)).map((one) => one.id)).toContain('label');
    await options.close();
    await page.close();
  });

  test('empties what the extension stored', async () => {
    const countAll = () =>
      driver.inExtension(async () => {
        const open = indexedDB.open('kept');
        open.onupgradeneeded = () => open.result.createObjectStore('rows');
        await new Promise((resolve) => {
          open.onsuccess = resolve;
        });
        const rows = open.result.transaction('rows', 'readwrite').objectStore('rows');
        const count = rows.count();
        await new Promise((resolve) => {
          count.onsuccess = resolve;
        });
        rows.put(1, 'one');
        open.result.close();
        return count.result;
      });
    expect([await countAll(), await countAll()]).toEqual([0, 1]);
    await driver.reset();
    expect(await countAll()).toBe(0);
  });

  test('ends the background, which a message wakes again', async () => {
    expect(await driver.sendMessage({ kind: 'echo', value: 1 })).toEqual({ echo: 1 });
    expect(await driver.backgroundRunning()).toBe(true);
    await driver.killBackground();
    expect(await driver.backgroundRunning()).toBe(false);
    expect(await driver.sendMessage({ kind: 'echo', value: 2 })).toEqual({ echo: 2 });
    expect(await driver.backgroundRunning()).toBe(true);
  });

  test('cuts the network off and back on, for a background that starts meanwhile too', async () => {
    const reach = () => driver.sendMessage({ kind: 'fetch', url: `${site.origin}/` });
    expect(await reach()).toBe('reached');
    await driver.setOffline(true);
    expect(await reach()).toBe('refused');
    await driver.killBackground();
    const what = 'the background that started offline to be cut off';
    await waitUntil(async () => (await reach()) === 'refused', { what });
    await driver.setOffline(false);
    expect(await reach()).toBe('reached');
  });

  test('shows a page under another host, dark, small, and as a picture', async () => {
    const page = await driver.newPage('http://news.example/article');
    expect(await page.evaluate(() => document.body.textContent)).toContain(site.origin);
    await driver.setDark(page, true);
    await driver.setDark(page, false);
    await driver.setViewport(page, 320, 600);
    expect(await page.evaluate(() => innerWidth)).toBe(320);
    const folder = mkdtempSync(join(tmpdir(), 'sic-picture-'));
    await driver.screenshot(page, join(folder, 'sub', 'page.png'));
    expect(statSync(join(folder, 'sub', 'page.png')).size).toBeGreaterThan(100);
    rmSync(folder, { recursive: true });
    await page.close();
  });
});

describe(`a second ${name}`, () => {
  test('keeps what was stored when it starts again on the same profile', async () => {
    const profile = mkdtempSync(join(tmpdir(), 'sic-profile-'));
    const start = () => startDriver(name, { extension: EXTENSION, profile });
    const first = await start();
    await first.inExtension(() => {
      const open = indexedDB.open('outlives');
      return new Promise<void>((resolve) => {
        open.onsuccess = () => resolve();
      });
    });
    await first.close();
    const second = await start();
    const names = await second.inExtension(async () =>
      (await indexedDB.databases()).map((one) => one.name ?? ''),
    );
    await second.close();
    rmSync(profile, { recursive: true, force: true });
    expect(names).toContain('outlives');
  });

  test('says so when it dies, beside one that goes on', async () => {
    const dying = await startDriver(name, { extension: EXTENSION });
    const page = await dying.newPage(`${site.origin}/`);
    const waiting = dying.waitForShadow(page, 'sic-dialog', 'dialog', 30_000);
    dying.browser.process()?.kill('SIGKILL');
    await expect(waiting).rejects.toThrow(`${name} ended by itself by SIGKILL`);
    await expect(dying.newPage('about:blank')).rejects.toThrow(`${name} ended by itself`);
    const pipes = dying.browser.process()?.stdio.slice(3) ?? [];
    await dying.close();
    expect(pipes).toHaveLength(name === 'chromium' ? 2 : 0);
    for (const pipe of pipes) pipe?.emit('error', new Error('the pipe broke'));
    expect(await driver.sendMessage({ kind: 'echo', value: 3 })).toEqual({ echo: 3 });
  });
});

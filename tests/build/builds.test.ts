import { appendFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import * as v from 'valibot';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { PARTS } from '../../src/messages/content-to-background.ts';
import { inspect } from '../source-tree.ts';
import { countWords, FINGERPRINTS, listNamedFiles } from './read-build.ts';
import { copySources, type Scratch } from './scratch-build.ts';

const BROWSERS = ['chrome', 'firefox'] as const;
/** What dist/page/sic-page.mjs promises. */
const PAGE_EXPORTS = [
  'checkReuse',
  'describeQuote',
  'findQuote',
  'judgeArticle',
  'readCredit',
  'readSource',
  'readTerms',
];

let scratch: Scratch;
beforeAll(async () => {
  scratch = await copySources();
  await scratch.build();
});
afterAll(() => scratch?.remove());

const readJson = (path: string): unknown => JSON.parse(scratch.read(path));
const readManifest = (browser: string) => readJson(`dist/${browser}/manifest.json`);
/** What runs in browsers: the endpoint's own threads and programs are none of them. */
const listScripts = () =>
  scratch
    .list('dist')
    .filter((path) => /\.m?js$/.test(path) && !path.startsWith('endpoint/'))
    .map((path) => `dist/${path}`);

describe.each(BROWSERS)('the manifest for %s', (browser) => {
  it('is of version 3, and of the package’s version', () => {
    const { version } = v.parse(v.object({ version: v.string() }), readJson('package.json'));
    expect(readManifest(browser)).toMatchObject({ manifest_version: 3, version });
  });

  it('asks for no more than it needs', () => {
    const manifest = readManifest(browser);
    const own = browser === 'firefox' ? ['declarativeNetRequestWithHostAccess'] : [];
    expect(manifest).toMatchObject({
      permissions: ['alarms', 'clipboardWrite', 'contextMenus', ...own, 'scripting', 'storage'],
      host_permissions: ['http://*/*', 'https://*/*'],
    });
    expect(manifest).toHaveProperty('optional_permissions', ['notifications']);
    expect(manifest).not.toHaveProperty('optional_host_permissions');
  });

  it('lets no page load its files or talk to it', () => {
    const manifest = readManifest(browser);
    expect(manifest).not.toHaveProperty('web_accessible_resources');
    expect(manifest).not.toHaveProperty('externally_connectable');
  });

  it('lets its pages run nothing but their own scripts', () => {
    expect(readManifest(browser)).toHaveProperty(
      ['content_security_policy', 'extension_pages'],
      expect.stringContaining("script-src 'self';"),
    );
  });
});

describe('each browser', () => {
  it('has the background in its own form', () => {
    expect(readManifest('chrome')).toHaveProperty('background', {
      service_worker: 'background.js',
    });
    expect(readManifest('firefox')).toHaveProperty('background', { scripts: ['background.js'] });
  });

  it('is told what concerns it, and nothing of the other', () => {
    const chrome = readManifest('chrome');
    expect(chrome).toHaveProperty('minimum_chrome_version');
    expect(chrome).not.toHaveProperty('browser_specific_settings');
    const firefox = readManifest('firefox');
    expect(firefox).not.toHaveProperty('minimum_chrome_version');
    expect(firefox).toHaveProperty(
      ['browser_specific_settings', 'gecko', 'id'],
      expect.stringMatching(/^[\w.-]+@[\w.-]+$/),
    );
  });

  it.each(PARTS)('has the part %s, which the background puts into pages', (part) => {
    for (const browser of BROWSERS) {
      expect(scratch.has(`dist/${browser}/content/${part}.js`)).toBe(true);
    }
  });

  it('gets the same but for the manifest', () => {
    const [chrome, firefox] = BROWSERS.map((browser) =>
      scratch
        .list(`dist/${browser}`)
        .filter((path) => path !== 'manifest.json')
        .map((path) => `${path} ${scratch.hash(`dist/${browser}/${path}`)}`),
    );
    expect(chrome).toEqual(firefox);
  });
});

describe.each([...BROWSERS, 'review'])('dist/%s', (folder) => {
  it('has every file that one of its files names', () => {
    const named = listNamedFiles(scratch, `dist/${folder}`);
    expect(named.length).toBeGreaterThan(folder === 'review' ? 1 : 15);
    expect(named.filter((path) => !scratch.has(`dist/${folder}/${path}`))).toEqual([]);
  });

  it('has no files of other kinds', () => {
    const files = scratch.list(`dist/${folder}`);
    expect(files.filter((path) => !/\.(js|css|html|json|png)$/.test(path))).toEqual([]);
  });
});

describe('no shipped script', () => {
  it('makes code of text', () => {
    const makes =
      /\beval\(|\bFunction\(|\bimportScripts\(|\bdocument\.write|set(Timeout|Interval)\(["'`]/;
    const scripts = listScripts();
    expect(scripts.length).toBeGreaterThan(10);
    expect(scripts.filter((path) => makes.test(scratch.read(path)))).toEqual([]);
  });

  it('loads code by an address', () => {
    const loads =
      /\bimport\s*\(|\bimport\s*["'`{*]|https?:\/\/[^\s"'`]+\.m?js\b|["'`]data:[^"'`]*script/;
    expect(listScripts().filter((path) => loads.test(scratch.read(path)))).toEqual([]);
    const pages = scratch.list('dist').filter((path) => path.endsWith('.html'));
    expect(pages.length).toBeGreaterThan(3);
    const strange = /<script(?![^>]*\ssrc="[\w./-]+")|(src|href)="(\w+:)?\/\/|\son\w+=/i;
    expect(pages.filter((path) => strange.test(scratch.read(`dist/${path}`)))).toEqual([]);
  });

  it('makes markup of text, but for what preact holds ready and Sic never asks for', () => {
    const ofPreact = countWords(scratch.read('node_modules/preact/dist/preact.mjs'), 'innerHTML');
    for (const path of listScripts()) {
      const text = scratch.read(path);
      const allowed = text.includes(FINGERPRINTS.preact) ? ofPreact : 0;
      expect(countWords(text, 'innerHTML'), path).toBeLessThanOrEqual(allowed);
      expect(countWords(text, 'outerHTML|insertAdjacentHTML|createContextualFragment')).toBe(0);
    }
  });
});

describe('the loader, which runs in every page', () => {
  it('carries no library', () => {
    const read = (path: string) => scratch.read(`dist/chrome/${path}`);
    // Each mark is shown where it has to be, so that its absence means something.
    expect(read('content/dialog.js')).toContain(FINGERPRINTS.preact);
    expect(read('content/dialog.js')).toContain(FINGERPRINTS.valibot);
    expect(read('background.js')).toContain(FINGERPRINTS.polyfill);
    expect(read('background.js')).toContain(FINGERPRINTS.dexie);
    expect(read('background.js')).toContain(FINGERPRINTS.tldts);
    for (const mark of Object.values(FINGERPRINTS)) {
      expect(read('content/loader.js')).not.toContain(mark);
    }
  });

  it('fails the build when it grows out of its budget', async () => {
    const bulky = await copySources();
    try {
      const path = join(bulky.folder, 'src/content/loader.ts');
      appendFileSync(path, `\nconsole.log('${'bulk '.repeat(4_000)}');\n`);
      await expect(bulky.build()).rejects.toThrow(
        /content\/loader\.js weighs \d+ bytes, its budget is \d+/,
      );
    } finally {
      bulky.remove();
    }
  });
});

describe('dist/page/sic-page.mjs', () => {
  const path = 'dist/page/sic-page.mjs';

  it('exports what is promised, as functions, and nothing else', async () => {
    const url = pathToFileURL(join(scratch.folder, path)).href;
    const module: Record<string, unknown> = await import(/* @vite-ignore */ url);
    expect(Object.keys(module).sort()).toEqual(PAGE_EXPORTS);
    expect(Object.values(module).every((one) => typeof one === 'function')).toBe(true);
  });

  it('imports nothing', () => {
    expect(inspect({ path: 'sic-page.ts', text: scratch.read(path) }).imports).toEqual([]);
  });
});

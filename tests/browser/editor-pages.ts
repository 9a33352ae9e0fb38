/**
 * Pages of the tests' own site with a real editor in each, built from its npm package, and the two things
 * that a test does with them: pasting as a person does, and reading what the editor would save.
 */
import { basename, dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build, type Plugin } from 'esbuild';
import type { Page } from 'puppeteer-core';
import { PRIMARY_MODIFIER } from '../drivers/page-actions.ts';
import type { Site } from '../drivers/site.ts';
import { waitUntil } from '../drivers/wait.ts';
import { waitInPage } from '../drivers/wait-in-page.ts';
import { openPage, type Session } from './session.ts';

const here = dirname(fileURLToPath(import.meta.url));
const modules = join(here, '../../node_modules');

export const EDITORS = [
  'textarea',
  'contenteditable',
  'tinymce',
  'ckeditor',
  'tiptap',
  'quill',
] as const;
/** Further ones, which take longer to build. */
export const BLOCK_EDITORS = ['wordpress', 'lexical', 'slate', 'trix'] as const;
export type EditorName = (typeof EDITORS)[number] | (typeof BLOCK_EDITORS)[number];

const STYLES: Partial<Record<EditorName, string>> = {
  ckeditor: 'ckeditor5/dist/browser/ckeditor5.css',
  quill: 'quill/dist/quill.snow.css',
  trix: 'trix/dist/trix.css',
};

/** Packages of WordPress share their stores by being there once, as they are in WordPress; npm may bring several of each. */
const oneOfEach: Plugin = {
  name: 'one-of-each',
  setup(build) {
    build.onResolve({ filter: /^@wordpress\/[a-z-]+$/ }, ({ path, kind, pluginData }) =>
      pluginData === 'resolved'
        ? undefined
        : build.resolve(path, { resolveDir: here, kind, pluginData: 'resolved' }),
    );
  },
};

/** Builds editors' pages and serves them under `/editors/NAME.html`. */
export async function serveEditors(
  site: Site,
  names: readonly EditorName[] = EDITORS,
): Promise<void> {
  const { outputFiles } = await build({
    entryPoints: names.map((name) => join(here, 'editors', `${name}.ts`)),
    outdir: '/',
    bundle: true,
    format: 'esm',
    target: 'es2024',
    minify: true,
    legalComments: 'none',
    write: false,
    logLevel: 'error',
    define: { 'process.env.NODE_ENV': '"production"' },
    // WordPress's own way with pictures, of megabytes.
    external: ['@wordpress/vips/worker', '@wordpress/video-conversion/worker'],
    plugins: [oneOfEach],
  });
  for (const { path, text } of outputFiles) site.setPage(`/editors/${basename(path)}`, text);
  for (const name of names) {
    const style = STYLES[name];
    if (style !== undefined) {
      site.setPage(`/editors/${name}.css`, { file: join(modules, style), type: 'text/css' });
    }
    const link = style === undefined ? '' : `<link rel="stylesheet" href="${name}.css">`;
    const tag = name === 'textarea' ? 'textarea' : 'div';
    site.setPage(
      `/editors/${name}.html`,
      `<!doctype html><html lang="en"><meta charset="utf-8"><title>${name}</title>${link}
<style>#place { min-height: 300px; width: 90% }</style><body><${tag} id="place"></${tag}>
<script type="module" src="${name}.js"></script>`,
    );
  }
}

/** Opens an editor's page; resolves when it can be written in. */
export async function openEditor(session: Session, name: EditorName): Promise<Page> {
  const page = await openPage(session, `/editors/${name}.html`);
  await waitInPage(page, () => globalThis.standing !== undefined);
  return page;
}

/** Empties the editor, clicks into it and pastes; gives what it would save. */
export async function pasteIntoEditor({ driver }: Session, page: Page): Promise<string> {
  await page.bringToFront();
  const spot = await page.evaluate(() => {
    globalThis.standing?.clear();
    return globalThis.standing?.spot ?? '';
  });
  const read = () => page.evaluate(() => globalThis.standing?.read() ?? '');
  const empty = await read();
  await page.click(spot);
  await driver.chord(page, PRIMARY_MODIFIER, 'v');
  let last = empty;
  // Some editors take a clipboard in steps: what they hold has to stand still for two looks.
  return waitUntil(
    async () => {
      const now = await read();
      const stands = now !== empty && now === last;
      last = now;
      return stands ? now : null;
    },
    { what: `a paste into ${page.url()}`, every: 60 },
  );
}

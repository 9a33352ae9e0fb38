/**
 * Builds everything that ships: dist/chrome and dist/firefox (unpacked extensions, from the one
 * manifest), dist/review (the editors' review as the endpoint serves it) and dist/page/sic-page.mjs (what
 * reads pages, for any DOM), and dist/endpoint (the server, for Node: without types it needs less memory). With
 * --package also the stores' zips, byte for byte the same from the same sources. `--only endpoint` builds just that
 * and the review.
 */
import { execFileSync } from 'node:child_process';
import { cp, mkdir, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';
import { zipSync } from 'fflate';

const root = dirname(fileURLToPath(import.meta.url));
const at = (...parts) => join(root, ...parts);
const readJson = async (path) => JSON.parse(await readFile(at(path), 'utf8'));

const PAGES = ['popup', 'options', 'review'];
/** The most that a file may weigh, in bytes: the loader runs in every page, the parts in many. */
const BUDGETS = {
  'content/loader.js': 28_800,
  // In every frame of every page.
  'content/frame.js': 7_000,
  // Also the words by which many languages name a text's source.
  'content/article.js': 220_000,
  'content/cite.js': 90_000,
  // With a note's words in the languages of articles.
  'content/copying.js': 110_000,
  'content/credits.js': 110_000,
  'content/dialog.js': 210_000,
  // In the page's own world.
  'content/editors.js': 12_000,
  'content/native.js': 30_000,
  'content/placed.js': 106_000,
  'content/quoting.js': 70_000,
  'content/reuse.js': 140_000,
  'content/touch.js': 24_000,
  // Also the letter that asks for permission, in the languages of articles.
  'content/terms.js': 220_000,
};

const sourceManifest = await readJson('manifest.json');

/** The oldest browsers that the manifest lets in. */
function readTargets({ minimum_chrome_version, browser_specific_settings }) {
  const firefox = browser_specific_settings.gecko.strict_min_version;
  return [`chrome${minimum_chrome_version}`, `firefox${firefox}`];
}

/** What every bundle has in common. `keepNames` is off and nothing is fetched, named or timed at build. */
const common = {
  absWorkingDir: root,
  bundle: true,
  charset: 'utf8',
  jsx: 'automatic',
  jsxImportSource: 'preact',
  legalComments: 'none',
  loader: { '.css': 'text' },
  logLevel: 'warning',
  minify: true,
  target: readTargets(sourceManifest),
};

async function buildExtension(browser, version) {
  const out = `dist/${browser}`;
  await rm(at(out), { recursive: true, force: true });
  await build({
    ...common,
    entryPoints: {
      background: 'src/background/background.ts',
      'content/loader': 'src/content/loader.ts',
      'content/article': 'src/content/article-part.ts',
      'content/cite': 'src/content/cite-part.tsx',
      'content/copying': 'src/content/copying-part.ts',
      'content/credits': 'src/content/credits-part.ts',
      'content/dialog': 'src/content/dialog-part.tsx',
      'content/editors': 'src/content/editors-part.ts',
      'content/frame': 'src/content/frame.ts',
      'content/native': 'src/content/native-part.ts',
      'content/placed': 'src/content/placed-part.tsx',
      'content/quoting': 'src/content/quoting-part.ts',
      'content/reuse': 'src/content/reuse-part.tsx',
      'content/terms': 'src/content/terms-part.ts',
      'content/touch': 'src/content/touch-part.tsx',
    },
    format: 'iife',
    outdir: out,
  });
  await buildPages(
    Object.fromEntries(PAGES.map((page) => [`pages/${page}/index`, `src/pages/${page}/index.tsx`])),
    out,
  );
  for (const page of PAGES) {
    await cp(at(`src/pages/${page}/index.html`), at(`${out}/pages/${page}/index.html`));
  }
  await copyIcons(out);
  await writeLocales(out);
  await writeContentWords(out);
  await cp(at('src/platform/managed-schema.json'), at(`${out}/managed-schema.json`));
  const manifest = deriveManifest(sourceManifest, browser, version);
  await writeFile(at(out, 'manifest.json'), `${JSON.stringify(manifest, null, 2)}\n`);
  await checkBudgets(out);
}

/** Needed in Firefox alone, whose installations each have an origin of their own to be kept from endpoints. */
const FIREFOX_PERMISSION = 'declarativeNetRequestWithHostAccess';

/** Each browser's own manifest: Chromium takes a service worker, Firefox an event page. */
function deriveManifest(source, browser, version) {
  const { browser_specific_settings, minimum_chrome_version, storage, ...manifest } = source;
  const { service_worker, scripts } = source.background;
  return browser === 'chrome'
    ? {
        ...manifest,
        version,
        permissions: manifest.permissions.filter((one) => one !== FIREFOX_PERMISSION),
        background: { service_worker },
        storage,
        minimum_chrome_version,
      }
    : { ...manifest, version, background: { scripts }, browser_specific_settings };
}

/** Pages are modules; their styles are files of their own, since their policy allows no inline style. */
async function buildPages(entryPoints, outdir) {
  await build({
    ...common,
    entryPoints,
    format: 'esm',
    outdir,
    loader: { '.css': 'css' },
  });
}

async function copyIcons(out) {
  await mkdir(at(out, 'icons'), { recursive: true });
  for (const name of await readdir(at('icons'))) {
    if (name.endsWith('.png')) await cp(at('icons', name), at(out, 'icons', name));
  }
}

/** A file for each language of the surfaces; folders hold words that the code takes in itself. */
async function listLocaleFiles() {
  return (await readdir(at('src/locales'))).filter((file) => file.endsWith('.json'));
}

async function writeLocales(out) {
  for (const file of await listLocaleFiles()) {
    const locale = file.replace(/\.json$/, '');
    const messages = { locale, ...(await readJson(`src/locales/${file}`)) };
    const entries = Object.entries(messages).map(([key, message]) => [key, { message }]);
    const folder = at(out, '_locales', locale.replace('-', '_'));
    await mkdir(folder, { recursive: true });
    await writeFile(
      join(folder, 'messages.json'),
      `${JSON.stringify(Object.fromEntries(entries), null, 1)}\n`,
    );
  }
}

/** Words that no content script says; some of the review's are said on the card beside a reported mistake. */
const OF_PAGES =
  /^(?:options|popup|review(?!Accept|Conflict|Decided|Fix|Network|Reason$|Refused|Reject$|State|Unauthorised|Undo))/;

/**
 * Words for content scripts, a script for each language: put into a frame before the parts that speak them, where
 * the reader's language is not the one that the browser's i18n gives (content-runtime.ts reads them).
 */
async function writeContentWords(out) {
  await mkdir(at(out, 'content/words'), { recursive: true });
  for (const file of await listLocaleFiles()) {
    const locale = file.replace(/\.json$/, '');
    const words = Object.entries(await readJson(`src/locales/${file}`));
    const messages = Object.fromEntries(words.filter(([key]) => !OF_PAGES.test(key)));
    const said = JSON.stringify({ locale, messages });
    await writeFile(
      at(out, `content/words/${locale}.js`),
      `globalThis[Symbol.for('sic.words')] = ${said};\n`,
    );
  }
}

async function checkBudgets(out) {
  for (const [file, budget] of Object.entries(BUDGETS)) {
    const { size } = await stat(at(out, file));
    if (size > budget)
      throw new Error(`${out}/${file} weighs ${size} bytes, its budget is ${budget}`);
  }
}

async function buildReview() {
  // Written over, not removed: an endpoint may be serving it.
  await buildPages({ review: 'src/pages/review/served.tsx' }, 'dist/review');
  await cp(at('src/pages/review/served.html'), at('dist/review/index.html'));
  await mkdir(at('dist/review/locales'), { recursive: true });
  for (const file of await listLocaleFiles()) {
    await cp(at('src/locales', file), at('dist/review/locales', file));
  }
}

/** Its dependencies stay where they are. Nothing is removed: an endpoint may be running from there. */
async function buildEndpoint() {
  await build({
    absWorkingDir: root,
    bundle: true,
    charset: 'utf8',
    entryPoints: {
      main: 'src/endpoint/main.ts',
      'sqlite-thread': 'src/endpoint/store/sqlite-thread.ts',
    },
    format: 'esm',
    logLevel: 'warning',
    outdir: 'dist/endpoint',
    outExtension: { '.js': '.mjs' },
    packages: 'external',
    platform: 'node',
    splitting: true,
    target: 'node22.14',
  });
}

async function buildPageModule() {
  await build({
    ...common,
    entryPoints: { 'sic-page': 'src/page/sic-page.ts' },
    format: 'esm',
    minify: false,
    outdir: 'dist/page',
    outExtension: { '.js': '.mjs' },
  });
}

/** Files below a folder, sorted, as paths relative to it. */
async function listFiles(folder) {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  return entries
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name).slice(folder.length + 1))
    .sort();
}

/** A zip that is the same whenever and wherever it is made: sorted names, one date, one level. */
async function zip(folder, files, target) {
  const entries = {};
  for (const file of files) {
    entries[file] = [await readFile(join(folder, file)), { mtime: new Date(1980, 0, 1), level: 9 }];
  }
  await writeFile(at(target), zipSync(entries));
  console.log(target);
}

async function packageAll(version) {
  for (const browser of ['chrome', 'firefox']) {
    await zip(
      at('dist', browser),
      await listFiles(at('dist', browser)),
      `dist/sic-${version}-${browser}.zip`,
    );
  }
  await zip(root, await listSources(), `dist/sic-${version}-sources.zip`);
}

/** What a store's reviewer rebuilds from: the tracked files, or all but what is made where git is absent. */
async function listSources() {
  try {
    return execFileSync('git', ['ls-files', '-z'], {
      cwd: root,
      encoding: 'utf8',
      stdio: ['ignore', 'pipe', 'ignore'],
    })
      .split('\0')
      .filter(Boolean)
      .sort();
  } catch {
    const made = /^(node_modules|dist|data|\.git)\//;
    return (await listFiles(root)).filter((file) => !made.test(file));
  }
}

/** What is to be made; a mistyped option is said rather than passed over. */
function readOptions(args) {
  const only = args[0] === '--only' && args[1] === 'endpoint';
  const packages = args[0] === '--package';
  if (args.length > (only ? 2 : packages ? 1 : 0)) {
    console.error('usage: node build.mjs [--package | --only endpoint]');
    process.exit(2);
  }
  return { only, packages };
}

const { only, packages } = readOptions(process.argv.slice(2));
const { version } = await readJson('package.json');
await buildReview();
await buildEndpoint();
if (!only) {
  await buildPageModule();
  await buildExtension('chrome', version);
  await buildExtension('firefox', version);
}
if (packages) await packageAll(version);

/** Reads what a build names: files in manifests, pages and styles, and the marks that libraries leave. */
import { posix } from 'node:path';
import * as v from 'valibot';
import type { Scratch } from './scratch-build.ts';

/** Text that stays in a bundle wherever the library does. */
export const FINGERPRINTS = {
  dexie: 'DatabaseClosedError',
  polyfill: 'should only be loaded in a browser extension',
  preact: 'dangerouslySetInnerHTML',
  tldts: 'allowPrivateDomains',
  valibot: '~run',
};

const manifestSchema = v.object({
  icons: v.record(v.string(), v.string()),
  background: v.object({
    service_worker: v.optional(v.string()),
    scripts: v.optional(v.array(v.string())),
  }),
  content_scripts: v.array(
    v.object({ js: v.array(v.string()), css: v.optional(v.array(v.string())) }),
  ),
  action: v.object({ default_popup: v.string(), default_icon: v.record(v.string(), v.string()) }),
  options_ui: v.object({ page: v.string() }),
  default_locale: v.string(),
  storage: v.optional(v.object({ managed_schema: v.string() })),
});

/**
 * Every file that a build's manifest, pages, styles and scripts name.
 * @param folder of the build, inside the scratch folder
 * @returns paths from the build's folder, sorted, each once
 */
export function listNamedFiles(scratch: Scratch, folder: string): string[] {
  const named = scratch.list(folder).flatMap((path) => {
    const text = /\.(js|css|html|json)$/.test(path) ? scratch.read(`${folder}/${path}`) : '';
    const resolve = (name: string) => posix.join(posix.dirname(path), name);
    if (path === 'manifest.json') return readManifest(JSON.parse(text));
    if (path.endsWith('.html')) {
      return readMatches(text, /\s(?:src|href)="(?!data:)([^"]+)"/g).map(resolve);
    }
    if (path.endsWith('.css')) {
      return readMatches(text, /url\(["']?(?!data:)([^"')]+)/g).map(resolve);
    }
    // Scripts name files of the build from its root: parts to inject, pages to open.
    if (!path.endsWith('.js')) return [];
    return readMatches(text, /["'`]\/?((?:content|pages|icons)\/[\w./-]+\.\w+)["'`]/g);
  });
  return [...new Set(named)].sort();
}

function readManifest(input: unknown): string[] {
  const manifest = v.parse(manifestSchema, input);
  const { background, storage, action } = manifest;
  return [
    ...Object.values(manifest.icons),
    ...Object.values(action.default_icon),
    ...(background.service_worker === undefined ? [] : [background.service_worker]),
    ...(background.scripts ?? []),
    ...manifest.content_scripts.flatMap(({ js, css = [] }) => [...js, ...css]),
    ...(storage === undefined ? [] : [storage.managed_schema]),
    action.default_popup,
    manifest.options_ui.page,
    `_locales/${manifest.default_locale}/messages.json`,
  ];
}

function readMatches(text: string, pattern: RegExp): string[] {
  return [...text.matchAll(pattern)].map(([, name = '']) => name);
}

/** How often one of the words, separated by `|`, stands in a text. */
export function countWords(text: string, words: string): number {
  return [...text.matchAll(new RegExp(`\\b(?:${words})\\b`, 'g'))].length;
}

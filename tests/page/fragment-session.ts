/**
 * What the tests of a quote's text fragment start from: what describes it, and a search of the tests' own, bundled
 * into a page as `fragments`.
 */
import { join } from 'node:path';
import { build } from 'esbuild';
import { beforeAll, beforeEach } from 'vitest';
import type * as describing from '../../src/page/describe-fragment.ts';
import type * as marking from '../../src/page/describe-words.ts';
import type * as quoting from '../../src/page/quote.ts';
import { type PageSession, usePageModule } from './page-session.ts';
import type * as searching from './spec-search.ts';

declare global {
  var fragments: typeof describing & typeof marking & typeof quoting & typeof searching;
}

const ROOT = join(import.meta.dirname, '../..');

async function bundleFragments(): Promise<string> {
  const { outputFiles } = await build({
    absWorkingDir: ROOT,
    stdin: {
      contents: `export * from './src/page/describe-fragment.ts';
        export * from './src/page/describe-words.ts';
        export * from './src/page/quote.ts';
        export * from './tests/page/spec-search.ts';`,
      resolveDir: ROOT,
      loader: 'ts',
    },
    bundle: true,
    format: 'iife',
    globalName: 'fragments',
    logLevel: 'warning',
    write: false,
  });
  // A declaration in an evaluated script may stay within it.
  return `${outputFiles[0]?.text ?? ''};globalThis.fragments = fragments;0`;
}

/** Starts a session whose page has the module at the start of each test; `script` brings it into others. */
export function useFragments(): PageSession & { script: string } {
  const session = Object.assign(usePageModule(), { script: '' });
  beforeAll(async () => {
    session.script = await bundleFragments();
  });
  beforeEach(async () => {
    // Some tests leave the page for another.
    await session.page.evaluate(session.script);
  });
  return session;
}

/** A directive decoded part by part; null for none. */
export function decodeFragment(value: unknown): string | null {
  if (typeof value !== 'string') return null;
  const [, directive = ''] = /^:~:text=(.*)$/.exec(value) ?? [];
  return directive.split(',').map(decodeURIComponent).join(' | ');
}

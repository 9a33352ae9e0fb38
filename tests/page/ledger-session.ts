/** The ledger's store bundled into a page of its own, where it has a real IndexedDB: as `ledger`. */
import { join } from 'node:path';
import { build } from 'esbuild';
import type * as databases from '../../src/platform/database.ts';
import type * as stores from '../../src/platform/ledger-store.ts';

declare global {
  /** the modules under test, in the page */
  var ledger: typeof databases & typeof stores;
}

const ROOT = join(import.meta.dirname, '../..');

/** The script that makes `ledger` known in a page. */
export async function bundleLedger(): Promise<string> {
  const { outputFiles } = await build({
    absWorkingDir: ROOT,
    stdin: {
      contents: `export * from './src/platform/database.ts';
        export * from './src/platform/ledger-store.ts';`,
      resolveDir: ROOT,
      loader: 'ts',
    },
    bundle: true,
    format: 'iife',
    globalName: 'ledger',
    logLevel: 'warning',
    write: false,
  });
  // A declaration in an evaluated script may stay within it.
  return `${outputFiles[0]?.text ?? ''};globalThis.ledger = ledger;`;
}

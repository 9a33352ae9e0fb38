/** Bundles what is put into pages, in memory: nothing that is built is touched or needed. */
import { join } from 'node:path';
import { build } from 'esbuild';

/**
 * Bundles a module of this folder.
 * @returns a script that a page can evaluate
 */
export async function bundleInPage(file: string): Promise<string> {
  const { outputFiles } = await build({
    absWorkingDir: join(import.meta.dirname, '..', '..'),
    entryPoints: [join(import.meta.dirname, file)],
    bundle: true,
    charset: 'utf8',
    format: 'iife',
    legalComments: 'none',
    logLevel: 'warning',
    minify: true,
    target: 'chrome130',
    write: false,
  });
  const [output] = outputFiles;
  if (output === undefined) throw new Error(`${file} gave no bundle`);
  return output.text;
}

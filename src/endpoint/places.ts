/**
 * Where things lie that are read or run as files: beside the sources, or beside what the build makes of them in
 * `dist/endpoint`, which is as deep.
 */
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';

const ROOT = join(import.meta.dirname, '../..');
const isBuilt = !import.meta.filename.endsWith('.ts');

export const REVIEW_DIRECTORY = join(ROOT, 'dist/review');
export const LOCALES_DIRECTORY = join(ROOT, 'src/locales');
export const SQLITE_THREAD = pathToFileURL(
  join(import.meta.dirname, isBuilt ? 'sqlite-thread.mjs' : 'store/sqlite-thread.ts'),
);

/**
 * The thread of a SQLite store as one file. Each of a thousand stores starts two threads, and a thread that finds its
 * modules one by one takes longer to start than most tests take.
 */
import { mkdir, rename, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { build } from 'esbuild';
import type { TestProject } from 'vitest/node';

declare module 'vitest' {
  interface ProvidedContext {
    /** URL of the file */
    sqliteThread: string;
  }
}

const ROOT = join(import.meta.dirname, '../..');
/** Below the packages, where the thread finds what cannot be bundled. */
const FOLDER = join(ROOT, 'node_modules/.cache');
const FILE = join(FOLDER, 'sqlite-thread.mjs');

async function bundle(): Promise<void> {
  const { outputFiles } = await build({
    absWorkingDir: ROOT,
    entryPoints: ['src/endpoint/store/sqlite-thread.ts'],
    ...{ bundle: true, platform: 'node', format: 'esm', write: false },
    external: ['better-sqlite3'],
  });
  await mkdir(FOLDER, { recursive: true });
  // Another run may be starting threads from it.
  const written = `${FILE}.${process.pid}`;
  await writeFile(written, outputFiles[0]?.contents ?? '');
  await rename(written, FILE);
}

/** Makes the file, and again when its sources have changed. */
export async function setup(project: TestProject): Promise<void> {
  await bundle();
  project.onTestsRerun(bundle);
  project.provide('sqliteThread', pathToFileURL(FILE).href);
}

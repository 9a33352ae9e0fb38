/** A directory for what a test keeps. */
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { onTestFinished } from 'vitest';

/** A temporary directory, for as long as the test lasts. */
export async function makeDirectory(): Promise<string> {
  const directory = await mkdtemp(join(tmpdir(), 'sic-endpoint-'));
  onTestFinished(() => rm(directory, { recursive: true, force: true }));
  return directory;
}

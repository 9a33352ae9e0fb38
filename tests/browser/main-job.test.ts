/** The demonstration's own check, as the README tells it: from the reader's dialog to the editors' decision. */
import { execFile } from 'node:child_process';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { expect, inject, it } from 'vitest';

const START = join(import.meta.dirname, '../../demo/start.ts');

it('walks the main job to its end', async () => {
  const browser = inject('browserName');
  const { stdout } = await promisify(execFile)(process.execPath, [
    START,
    '--check',
    '--browser',
    browser,
  ]);
  expect(stdout).toContain(`The main job works in ${browser}`);
  expect(stdout).not.toContain('✗');
});

import { expect, test } from 'vitest';
import { createRunCopyCommand, listMenuEntries } from '../../src/background/run-copy-command.ts';
import type { TabCommand } from '../../src/messages/to-content.ts';

function follow() {
  const told: [number, TabCommand][] = [];
  const run = createRunCopyCommand(async (tabId, command) => {
    told.push([tabId, command]);
  });
  return { told, run };
}

test('each entry of the menu and each shortcut becomes a command for the tab', async () => {
  const { told, run } = follow();
  await run('copy-with-source', 3, null);
  await run('copy-plain', 4, null);
  await run('copy-image', 5, 'https://news.example/a.jpg');
  expect(told).toEqual([
    [3, { type: 'copy/selection', how: 'with-source' }],
    [4, { type: 'copy/selection', how: 'plain' }],
    [5, { type: 'copy/image', src: 'https://news.example/a.jpg' }],
  ]);
});

test('what is no command of copying, or an image without an address, tells nobody', async () => {
  const { told, run } = follow();
  for (const name of ['_execute_action', 'constructor', '', 'copy-image']) await run(name, 1, null);
  expect(told).toEqual([]);
});

test('a tab without a content script is no error', async () => {
  const run = createRunCopyCommand(() => Promise.reject(new Error('no receiver')));
  await expect(run('copy-plain', 1, null)).resolves.toBeUndefined();
});

test('every entry of the menu is one that can be run, in words', async () => {
  const { told, run } = follow();
  const entries = listMenuEntries((key) => `words of ${key}`);
  for (const { id } of entries) await run(id, 1, 'https://news.example/a.jpg');
  expect(told).toHaveLength(entries.length);
  expect(entries.map(({ title }) => title)).toEqual([
    'words of copyWithSource',
    'words of copyPlain',
    'words of copyImageWithSource',
  ]);
});

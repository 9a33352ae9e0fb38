import { expect, test } from 'vitest';
import { createRunCommand, listMenuEntries } from '../../src/background/run-command.ts';
import type { TabCommand } from '../../src/messages/to-content.ts';

function follow() {
  const told: [number, TabCommand][] = [];
  const started: [number, number | null][] = [];
  const run = createRunCommand({
    tellTab: async (tabId, command) => {
      told.push([tabId, command]);
    },
    startReport: async (tabId, frameId) => {
      started.push([tabId, frameId]);
      return true;
    },
  });
  return { told, started, run };
}

const place = (tabId: number, image: string | null = null) => ({ tabId, frameId: null, image });

test('each entry of the menu and each shortcut becomes a command for the tab', async () => {
  const { told, started, run } = follow();
  await run('copy-with-source', place(3));
  await run('copy-plain', place(4));
  await run('copy-image', place(5, 'https://news.example/a.jpg'));
  await run('report', { tabId: 6, frameId: 11, image: null });
  await run('report', place(7));
  expect(told).toEqual([
    [3, { type: 'copy/selection', how: 'with-source' }],
    [4, { type: 'copy/selection', how: 'plain' }],
    [5, { type: 'copy/image', src: 'https://news.example/a.jpg' }],
  ]);
  expect(started).toEqual([
    [6, 11],
    [7, null],
  ]);
});

test('what is no command, or an image without an address, tells nobody', async () => {
  const { told, started, run } = follow();
  for (const name of ['_execute_action', 'constructor', '', 'copy-image'])
    await run(name, place(1));
  expect([told, started]).toEqual([[], []]);
});

test('a tab without a content script is no error', async () => {
  const run = createRunCommand({
    tellTab: () => Promise.reject(new Error('no receiver')),
    startReport: async () => false,
  });
  await expect(run('copy-plain', place(1))).resolves.toBeUndefined();
});

test('every entry of the menu is one that can be run, in words', async () => {
  const { told, started, run } = follow();
  const entries = listMenuEntries((key) => `words of ${key}`);
  for (const { id } of entries) await run(id, place(1, 'https://news.example/a.jpg'));
  expect(told.length + started.length).toBe(entries.length);
  expect(entries.map(({ title }) => title)).toEqual([
    'words of reportMistake',
    'words of copyWithSource',
    'words of copyPlain',
    'words of copyImageWithSource',
  ]);
});

import { describe, expect, it } from 'vitest';
import { createContinueDraft } from '../../src/background/continue-draft.ts';
import { fail, succeed } from '../../src/model/result.ts';
import { makeOpenDraft } from './draft-fake.ts';

const page = 'https://news.example/story';
const draft = { ...makeOpenDraft(1), page };

function start(tabs: { id: number; url: string }[], answers: boolean[]) {
  const done: string[] = [];
  const run = createContinueDraft({
    askTab: async (tabId, command) => {
      done.push(`ask ${tabId} ${command.type}`);
      return (answers.shift() ?? false) ? succeed(null as never) : fail('no-answer');
    },
    listTabs: async () => tabs,
    showTab: async (id) => void done.push(`show ${id}`),
    openTab: async (url) => {
      done.push(`open ${url}`);
      return 9;
    },
    pause: async () => void done.push('pause'),
  });
  return { run, done };
}

describe('what was begun', () => {
  it('goes on in the tab that shows its page, whatever else is in its address', async () => {
    const { run, done } = start(
      [
        { id: 3, url: 'https://news.example/other' },
        { id: 4, url: `${page}?utm_source=x#top` },
      ],
      [true],
    );
    expect(await run(draft)).toBe(true);
    expect(done).toEqual(['show 4', 'ask 4 report/continue']);
  });

  it('waits for a page that it has to open, and not for ever', async () => {
    const { run, done } = start([], [false, false, true]);
    expect(await run(draft)).toBe(true);
    expect(done[0]).toBe(`open ${page}`);
    expect(done.filter((one) => one === 'pause')).toHaveLength(2);
    const silent = start([], []);
    expect(await silent.run(draft)).toBe(false);
  });
});

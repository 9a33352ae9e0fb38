import { expect, it } from 'vitest';
import type { AskTab } from '../../src/background/ask-tab.ts';
import { createStartReport } from '../../src/background/start-report.ts';
import { fail } from '../../src/model/result.ts';

/** Notes what a tab is asked; nobody in it has anything to report. */
function follow() {
  const asked: [string, number | null, unknown][] = [];
  const askTab: AskTab = async (_, command, frameId) => {
    asked.push([command.type, frameId, 'isMeant' in command ? command.isMeant : undefined]);
    return fail('no-answer');
  };
  return { asked, startReport: createStartReport(askTab) };
}

it('asks the page where the person is, then the frames, then the page whatever was left there', async () => {
  const { asked, startReport } = follow();
  expect(await startReport(1, null)).toBe(false);
  expect(asked).toEqual([
    ['report/start', 0, false],
    ['report/start', null, false],
    ['report/start', 0, true],
    ['report/empty', 0, undefined],
  ]);
});

it('asks the frame alone that the person pointed at', async () => {
  const { asked, startReport } = follow();
  await startReport(1, 7, false);
  expect(asked).toEqual([['report/start', 7, true]]);
});

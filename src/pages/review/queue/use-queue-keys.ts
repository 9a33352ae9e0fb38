/** What the review's keys do in the queue: each is about the current row. */
import type { RefObject } from 'preact';
import { canMove, type ReportState } from '../../../model/report.ts';
import { composePlaceUrl } from '../place-url.ts';
import type { QueueTools } from './queue-context.ts';
import type { KeyCommand } from './read-key.ts';
import { readComingState } from './rows.ts';
import { useKeys } from './use-keys.ts';

interface QueueKeysOptions {
  tools: QueueTools;
  root: RefObject<HTMLElement | null>;
  isOn: boolean;
  focusRow(key: string): void;
  showKeys(): void;
}

const MOVES: Partial<Record<KeyCommand, ReportState>> = {
  accept: 'accepted',
  fix: 'fixed',
  spam: 'spam',
};

export function useQueueKeys({ tools, root, isOn, focusRow, showKeys }: QueueKeysOptions): void {
  const { queue, may, opened } = tools;

  const step = (by: 1 | -1) => {
    const key = queue.step(by, opened) ?? (by === -1 ? opened : null);
    if (key !== null) focusRow(key);
  };

  const runOnRow = (command: KeyCommand) => {
    const { current, rows } = queue.read();
    const row = current === null ? undefined : rows.get(current);
    if (row === undefined) return;
    const { key, isGone, cluster } = row;
    // Keys are quicker than answers: the next is about what the last will have made of it.
    const can = (to: ReportState) => may.decide && !isGone && canMove(readComingState(row), to);
    const to = MOVES[command];
    if (to !== undefined && can(to)) void tools.move(key, to);
    if (command === 'reject' && can('rejected')) tools.openPanel({ key, kind: 'reject' });
    if (command === 'edit' && may.decide && !isGone) tools.openPanel({ key, kind: 'correct' });
    if (command === 'details') tools.toggleDetails(key);
    if (command === 'choose') queue.selection.toggle(key);
    if (command === 'open') openPlace(cluster && composePlaceUrl(cluster.sample));
  };

  const run = (command: KeyCommand) => {
    if (command === 'next') return step(1);
    if (command === 'previous') return step(-1);
    if (command === 'help') return showKeys();
    if (command === 'undo') return void tools.undo();
    if (command === 'search') {
      return root.current?.querySelector<HTMLInputElement>('.queue-search')?.focus();
    }
    runOnRow(command);
  };

  useKeys(isOn, run);
}

function openPlace(url: string | null): void {
  if (url !== null) window.open(url, '_blank', 'noopener,noreferrer');
}

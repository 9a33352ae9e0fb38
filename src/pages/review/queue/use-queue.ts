/** The queue of one editor for as long as the page is there, and its state, drawn anew after each change. */
import { useEffect, useMemo, useState } from 'preact/hooks';
import type { ReviewApi } from '../../../platform/editors/review-api.ts';
import { type DeskLocation, startPage, writeLocation } from '../location.ts';
import { createQueue } from './queue.ts';
import type { Queue, QueueState } from './queue-state.ts';

export function useQueue(
  api: ReviewApi,
  editor: string,
  { filter, sort }: Pick<DeskLocation, 'filter' | 'sort'>,
): [Queue, QueueState] {
  const queue = useMemo(() => createQueue({ api, editor }), [api, editor]);
  const [state, setState] = useState(() => queue.read());

  useEffect(() => {
    setState(queue.read());
    return queue.subscribe(() => setState(queue.read()));
  }, [queue]);
  useEffect(() => queue.start(), [queue]);

  const view = writeLocation({ ...startPage('queue'), filter, sort });
  // biome-ignore lint/correctness/useExhaustiveDependencies: another object may say the same
  useEffect(() => void queue.show({ filter, sort }), [queue, view]);

  return [queue, state];
}

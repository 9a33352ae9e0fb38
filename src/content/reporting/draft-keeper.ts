/** Has what is typed into the dialog kept by the background, soon after each keystroke. */
import type { Draft } from '../../model/draft.ts';
import type { Result } from '../../model/result.ts';
import { askBackground } from '../ask-background.ts';

/** ms: one letter more may be lost when all breaks down at once */
const SOON = 250;

export interface DraftKeeper {
  /** Keeps a draft in a moment, with what comes until then. */
  keep(draft: Draft): void;
  /** Keeps at once what waits. */
  flush(): void;
  /** Forgets what waits. */
  drop(): void;
}

export function createDraftKeeper(): DraftKeeper {
  let waiting: Draft | null = null;
  let timer: ReturnType<typeof setTimeout> | undefined;

  function flush(): void {
    clearTimeout(timer);
    timer = undefined;
    if (waiting !== null) void saveDraft(waiting);
    waiting = null;
  }

  return {
    keep(draft) {
      waiting = draft;
      timer ??= setTimeout(flush, SOON);
    },
    flush,
    drop() {
      clearTimeout(timer);
      timer = undefined;
      waiting = null;
    },
  };
}

export function saveDraft(draft: Draft): Promise<Result<null>> {
  return askBackground({ type: 'draft/save', draft });
}

/**
 * What comes of reports that were just saved, for as long as somebody looks: often while they are on their way, then
 * ever more rarely while they wait for an endpoint that is down or asks for patience.
 */
import type { OutboxEntry } from '../../model/outbox-entry.ts';
import type { Result } from '../../model/result.ts';

const FIRST_PAUSE = 500;
const LONGEST_PAUSE = 30_000;
/** Questions in a row that the background, which may just be starting, leaves without an answer. */
const MOST_SILENT = 5;

export interface FollowSavedDeps {
  /** the reports as they stand; answered late while they are on their way */
  ask(canonicals: string[]): Promise<Result<OutboxEntry[]>>;
  /** whether somebody still looks */
  isOpen(): boolean;
  /** is called at the start and at each change */
  show(entries: OutboxEntry[]): void;
  /** @param wait ms */
  pause(wait: number): Promise<void>;
}

/** Resolves when nothing more is to be heard of the reports for now, or nobody looks any more. */
export async function followSaved(saved: OutboxEntry[], deps: FollowSavedDeps): Promise<void> {
  const canonicals = saved.map(({ canonical }) => canonical);
  let last = saved;
  let wait = FIRST_PAUSE;
  let silent = 0;
  deps.show(saved);
  while (deps.isOpen() && silent < MOST_SILENT) {
    const answer = await deps.ask(canonicals);
    silent = answer.ok ? 0 : silent + 1;
    if (answer.ok) {
      if (describeStand(answer.value) !== describeStand(last)) {
        deps.show(answer.value);
        wait = FIRST_PAUSE;
      }
      last = answer.value;
      if (last.every(isThrough)) return;
      // The answer has taken its time already.
      if (last.some(isOnItsWay)) continue;
    }
    await deps.pause(wait);
    wait = Math.min(wait * 1.5, LONGEST_PAUSE);
  }
}

function describeStand(entries: OutboxEntry[]): string {
  return entries
    .map(({ canonical, delivery, updatedAt }) => `${canonical} ${delivery} ${updatedAt}`)
    .join('\n');
}

/** A refused one is not: the reader may send it again from the popup. */
function isThrough({ delivery, receiptUrl, receipt }: OutboxEntry): boolean {
  return delivery === 'kept' || (delivery === 'sent' && (receiptUrl === null || receipt !== null));
}

function isOnItsWay({ delivery, attempts }: OutboxEntry): boolean {
  return delivery === 'sending' || (delivery === 'queued' && attempts === 0);
}

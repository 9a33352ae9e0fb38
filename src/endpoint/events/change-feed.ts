/**
 * Tells those who follow a group of sites that it has changed, in whatever process that was: one look at the group's
 * counter a second serves everybody here who follows it, and what this process has written itself is looked for at once.
 */
import { readGroup } from '../sites.ts';
import type { ChangeStore } from '../store/changes.ts';

/** How long to wait between two looks at a counter, in ms. */
const POLL_DELAY = 1_000;
/** Writes come in bursts: one look serves those of so many ms. */
const WAKE_DELAY = 20;

export interface Follower {
  /**
   * Waits until the group's last number, as far as it is known here, is beyond one.
   * @param timeout in ms
   * @returns false where it took too long, or the signal came first
   */
  waitBeyond(changed: number, timeout: number, signal: AbortSignal): Promise<boolean>;
  stop(): void;
}

export interface ChangeFeed {
  /** Begins to follow the group of a site. */
  follow(site: string): Follower;
  /** The same as the store's; those who ask the same at the same time share one answer. */
  listChanges: ChangeStore['listChanges'];
  /** Says that this process may have written something. */
  wake(): void;
  /** Stops looking. */
  close(): void;
}

interface Group {
  last: number;
  /** are told when `last` has grown */
  waiting: Set<() => void>;
  followers: number;
  timer: NodeJS.Timeout | undefined;
  isLooking: boolean;
  /** whether the next look is to come at once */
  isWoken: boolean;
}

/** @param changes the store's; @param pollDelay in ms */
export function createChangeFeed(changes: ChangeStore, pollDelay = POLL_DELAY): ChangeFeed {
  const groups = new Map<string, Group>();
  const asked = new Map<string, ReturnType<ChangeStore['listChanges']>>();
  let isClosed = false;

  function lookLater(name: string, group: Group): void {
    clearTimeout(group.timer);
    if (isClosed || group.followers === 0) return;
    const delay = group.isWoken ? WAKE_DELAY : pollDelay;
    group.timer = setTimeout(() => void look(name, group), delay).unref();
  }

  async function look(name: string, group: Group): Promise<void> {
    group.isLooking = true;
    group.isWoken = false;
    try {
      group.last = await changes.readLast(name);
      for (const tell of group.waiting) tell();
    } catch {
      // The database is away. Who asks for something is told so; who waits, waits on.
    }
    group.isLooking = false;
    lookLater(name, group);
  }

  return {
    follow(site) {
      const name = readGroup(site);
      const group = groups.get(name) ?? createGroup();
      groups.set(name, group);
      group.followers++;
      if (group.followers === 1) lookLater(name, group);
      let isStopped = false;
      return {
        waitBeyond: (changed, timeout, signal) => waitBeyond(group, changed, timeout, signal),
        stop() {
          if (isStopped) return;
          isStopped = true;
          group.followers--;
          if (group.followers > 0) return;
          clearTimeout(group.timer);
          groups.delete(name);
        },
      };
    },

    listChanges(site, after, limit) {
      const key = `${after} ${limit} ${site}`;
      const known = asked.get(key);
      if (known !== undefined) return known;
      const answer = changes.listChanges(site, after, limit).finally(() => asked.delete(key));
      asked.set(key, answer);
      return answer;
    },

    wake() {
      for (const [name, group] of groups) {
        if (group.isWoken) continue;
        group.isWoken = true;
        if (!group.isLooking) lookLater(name, group);
      }
    },

    close() {
      isClosed = true;
      for (const group of groups.values()) clearTimeout(group.timer);
    },
  };
}

function createGroup(): Group {
  return {
    ...{ last: 0, waiting: new Set(), followers: 0 },
    ...{ timer: undefined, isLooking: false, isWoken: false },
  };
}

function waitBeyond(
  group: Group,
  changed: number,
  timeout: number,
  signal: AbortSignal,
): Promise<boolean> {
  if (group.last > changed || signal.aborted) return Promise.resolve(group.last > changed);
  return new Promise((resolve) => {
    const tell = () => {
      if (group.last > changed) end();
    };
    const end = () => {
      clearTimeout(timer);
      group.waiting.delete(tell);
      signal.removeEventListener('abort', end);
      resolve(group.last > changed);
    };
    const timer = setTimeout(end, timeout);
    group.waiting.add(tell);
    signal.addEventListener('abort', end);
  });
}

/** Rows that were chosen to be decided about together. Only what is listed can be. */
import type { Rows } from './rows.ts';

export interface Selection {
  keys(): ReadonlySet<string>;
  toggle(key: string): void;
  /** Chooses, or no longer, all from the row that was touched last to this one. */
  extend(key: string): void;
  /** Chooses all that are loaded. */
  addAll(): void;
  drop(dropped: readonly string[]): void;
  clear(): void;
}

export function createSelection(
  rows: Pick<Rows, 'order' | 'indexOf'>,
  onChange: () => void,
): Selection {
  let keys: ReadonlySet<string> = new Set();
  let last: string | null = null;

  const set = (next: ReadonlySet<string>) => {
    keys = next;
    onChange();
  };
  const put = (chosen: readonly string[], isOn: boolean) => {
    const next = new Set(keys);
    for (const key of chosen) isOn ? next.add(key) : next.delete(key);
    set(next);
  };

  const selection: Selection = {
    keys: () => keys,
    toggle(key) {
      if (rows.indexOf(key) === -1) return;
      put([key], !keys.has(key));
      last = key;
    },
    extend(key) {
      const [from, to] = [last === null ? -1 : rows.indexOf(last), rows.indexOf(key)];
      if (from === -1 || to === -1) return selection.toggle(key);
      const isOn = !keys.has(key);
      put(rows.order().slice(Math.min(from, to), Math.max(from, to) + 1), isOn);
      last = key;
    },
    addAll: () => set(new Set(rows.order())),
    drop: (dropped) => put(dropped, false),
    clear() {
      last = null;
      if (keys.size > 0) set(new Set());
    },
  };
  return selection;
}

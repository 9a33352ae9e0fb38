/**
 * Gathers what is to be written, so that a commit takes as much as has come by then: waiting for the disk is what a
 * write costs most, and many can wait for it together.
 */

export interface WriteGroupOptions<T, R> {
  /** Writes all of them in one transaction; gives the results in their order. */
  write: (items: readonly T[]) => Promise<R[]>;
  /** so many are written at once; fewer, when nothing more has come in the same turn of the event loop */
  enough: number;
  /** in one transaction; more are left for the next */
  most: number;
  /** groups that are under way at a time; who writes may join them */
  underWay: number;
  /** whether a failure would be the same for each of them alone, and so is not tried again */
  isCommonFailure: (error: unknown) => boolean;
}

/** Adds one item; resolves after the transaction that wrote it has been committed. */
export interface WriteGroup<T, R> {
  (item: T): Promise<R>;
  /** How many wait for a transaction. */
  countWaiting(): number;
}

export function createWriteGroup<T, R>(options: WriteGroupOptions<T, R>): WriteGroup<T, R> {
  const { write, enough, most, underWay, isCommonFailure } = options;
  interface Waiting {
    item: T;
    resolve: (result: R) => void;
    reject: (error: unknown) => void;
  }
  let waiting: Waiting[] = [];
  let writing = 0;
  let isPlanned = false;

  function writeWaiting(): void {
    isPlanned = false;
    while (waiting.length > 0 && writing < underWay) {
      const group = waiting.slice(0, most);
      waiting = waiting.slice(most);
      writing += 1;
      void writeGroup(group);
    }
  }

  async function writeGroup(group: readonly Waiting[]): Promise<void> {
    const end = await tryGroup(group);
    writing -= 1;
    // The next is on its way before those who waited for this one go on.
    writeWaiting();
    end();
  }

  /** @returns tells those who wait */
  async function tryGroup(group: readonly Waiting[]): Promise<() => void> {
    try {
      const results = await write(group.map(({ item }) => item));
      return () => {
        for (const [i, { resolve, reject }] of group.entries()) {
          const result = results[i];
          if (result === undefined) reject(new Error('a write was left out of its group'));
          else resolve(result);
        }
      };
    } catch (error) {
      if (group.length === 1 || isCommonFailure(error)) {
        return () => {
          for (const { reject } of group) reject(error);
        };
      }
      // One that cannot be written must not take the others along.
      const ends: (() => void)[] = [];
      for (const one of group) ends.push(await tryGroup([one]));
      return () => {
        for (const end of ends) end();
      };
    }
  }

  const add = (item: T) =>
    new Promise<R>((resolve, reject) => {
      waiting.push({ item, resolve, reject });
      if (waiting.length >= enough) writeWaiting();
      else if (!isPlanned) {
        isPlanned = true;
        setImmediate(writeWaiting);
      }
    });
  return Object.assign(add, { countWaiting: () => waiting.length });
}

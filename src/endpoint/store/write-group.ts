/**
 * Gathers what is to be written while a commit is under way, so that the next one takes it all: waiting for the disk
 * is what a write costs most, and many can wait for it together.
 */

export interface WriteGroupOptions<T, R> {
  /** Writes all of them in one transaction; gives the results in their order. */
  write: (items: readonly T[]) => Promise<R[]>;
  /** more are left for the next transaction */
  most: number;
  /** whether a failure would be the same for each of them alone, and so is not tried again */
  isCommonFailure: (error: unknown) => boolean;
}

/** Adds one item; resolves after the transaction that wrote it has been committed. */
export interface WriteGroup<T, R> {
  (item: T): Promise<R>;
  /** How many wait for a transaction. */
  countWaiting(): number;
}

export function createWriteGroup<T, R>({
  write,
  most,
  isCommonFailure,
}: WriteGroupOptions<T, R>): WriteGroup<T, R> {
  interface Waiting {
    item: T;
    resolve: (result: R) => void;
    reject: (error: unknown) => void;
  }
  let waiting: Waiting[] = [];
  let isWriting = false;

  async function writeAll(): Promise<void> {
    while (waiting.length > 0) {
      const group = waiting.slice(0, most);
      waiting = waiting.slice(most);
      await writeGroup(group);
    }
    isWriting = false;
  }

  async function writeGroup(group: readonly Waiting[]): Promise<void> {
    try {
      const results = await write(group.map(({ item }) => item));
      for (const [i, { resolve, reject }] of group.entries()) {
        const result = results[i];
        if (result === undefined) reject(new Error('a write was left out of its group'));
        else resolve(result);
      }
    } catch (error) {
      if (group.length === 1 || isCommonFailure(error)) {
        for (const { reject } of group) reject(error);
        return;
      }
      // One that cannot be written must not take the others along.
      for (const one of group) await writeGroup([one]);
    }
  }

  const add = (item: T) =>
    new Promise<R>((resolve, reject) => {
      waiting.push({ item, resolve, reject });
      if (isWriting) return;
      isWriting = true;
      // What has arrived in the same turn of the event loop comes along.
      setImmediate(() => void writeAll());
    });
  return Object.assign(add, { countWaiting: () => waiting.length });
}

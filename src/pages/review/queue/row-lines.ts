/** What is done to one row goes one after the other, because hands are quicker than answers. */
import type { Told } from './deciding.ts';

export type RowLine = (key: string, work: () => Promise<Told>) => Promise<Told>;

/**
 * @returns does work for a row, once what was begun for it before is over; where that has failed, nothing is done: what
 *   was asked for before it was known is not about what there is now
 */
export function createRowLines(): RowLine {
  const lines = new Map<string, Promise<Told>>();
  return (key, work) => {
    const follow = (told: Told): Promise<Told> =>
      told.kind === 'trouble' || told.kind === 'gone'
        ? Promise.resolve({ kind: 'nothing' })
        : work();
    const before = lines.get(key);
    const mine = before === undefined ? work() : before.then(follow);
    lines.set(key, mine);
    const leave = () => {
      if (lines.get(key) === mine) lines.delete(key);
    };
    mine.then(leave, leave);
    return mine;
  };
}

/** What editors have said is no mistake, as far as it has been read: a list for each endpoint and site. */
import { parse } from '../model/annotation.ts';
import { type NoMistakeList, noMistakeListSchema } from '../model/no-mistake.ts';
import { openDatabase } from './database.ts';

export interface NoMistakeStore {
  /** @returns the list; null where there is none, or none that can be read */
  find(service: string, site: string): Promise<NoMistakeList | null>;
  /** Writes a list over the one that there is; of too many, those that were asked for longest ago go. */
  save(list: NoMistakeList): Promise<void>;
  clear(): Promise<void>;
}

/** Sites that are remembered. */
const MOST_LISTS = 100;

export function createNoMistakeStore(database = openDatabase()): NoMistakeStore {
  const { noMistakes } = database;
  return {
    async find(service, site) {
      const parsed = parse(noMistakeListSchema, await noMistakes.get([service, site]));
      return parsed.ok ? parsed.value : null;
    },
    async save(list) {
      await database.transaction('rw', noMistakes, async () => {
        await noMistakes.put(list);
        const surplus = (await noMistakes.count()) - MOST_LISTS;
        if (surplus <= 0) return;
        const oldest = await noMistakes.orderBy('checkedAt').limit(surplus).primaryKeys();
        await noMistakes.bulkDelete(oldest);
      });
    },
    async clear() {
      await noMistakes.clear();
    },
  };
}

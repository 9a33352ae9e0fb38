/** What is taken out is out: nothing of it stands in SQLite's file any more, where a deletion leaves it otherwise. */
import { randomBytes } from 'node:crypto';
import { readdir, readFile } from 'node:fs/promises';
import { expect, test } from 'vitest';
import { openStore } from '../../src/endpoint/store/database.ts';
import { DATABASE_FILE } from '../../src/endpoint/store/sqlite-file.ts';
import { checkConsistency } from './consistency.ts';
import { makeDirectory } from './directory.ts';
import { addReport, makeContent, makeReport, migrateUntil } from './stored.ts';

const COUNT = 300;
/** Of so many one is taken out, and the next one replaced. */
const EVERY = 10;
/** Words may share their beginning with others in the index, and then stand there without it. */
const TAIL = 10;

interface Texts {
  word: string;
  text: string;
}

const composeTexts = (): Texts => ({
  word: `w${randomBytes(12).toString('hex')}`,
  // Longer than a page of the file.
  text: randomBytes(4_000).toString('hex'),
});

/** Finds which of the texts are in the directory's file. The database is closed. */
async function findTexts(directory: string, all: readonly Texts[]): Promise<Texts[]> {
  expect(await readdir(directory)).toEqual([DATABASE_FILE]);
  const file = await readFile(`${directory}/${DATABASE_FILE}`);
  const pieces = (text: string) => [text.slice(0, 64), text.slice(3_968, 4_032), text.slice(-64)];
  return all.filter(({ word, text }) =>
    [word.slice(-TAIL), ...pieces(text)].some((piece) => file.includes(piece)),
  );
}

test('a report that is taken out or replaced leaves no words in the file', async () => {
  const directory = await makeDirectory();
  const store = await openStore({ directory });
  const all = Array.from({ length: COUNT }, composeTexts);
  const gone: Texts[] = [];
  const reports = await Promise.all(
    all.map(({ word, text }, i) =>
      addReport(store, {
        place: `p${i % 20}`,
        words: `all ${word}`,
        annotation: `{"text":"${text}"}`,
      }),
    ),
  );
  for (const [i, report] of reports.entries()) {
    const texts = all[i];
    if (texts === undefined || i % EVERY > 1) continue;
    gone.push(texts);
    if (i % EVERY === 0) {
      expect(await store.reports.deleteAnnotation({ report, at: 3 })).toBe(true);
      continue;
    }
    const content = makeContent({ ...report, words: 'all else', annotation: '{}' });
    expect(await store.reports.replaceAnnotation({ report, content, at: 3 })).not.toBeNull();
  }
  await store.close();
  expect(await findTexts(directory, all)).toHaveLength(COUNT - gone.length);
  expect(await findTexts(directory, gone)).toEqual([]);
  await checkConsistency({ directory });
});

test('tables that are renewed leave nothing behind', async () => {
  const directory = await makeDirectory();
  const early = await migrateUntil(directory, '0007');
  const all = Array.from({ length: 50 }, composeTexts);
  const insert =
    early.prepare(`insert into reports (site, canonical, segment, source, kind, state, reason, version,
    created_at, received_at, annotation, site_group, place, article)
    values ('news.example', ?, '', '', 'fact', 'new', '', 1, 1, 1, ?, 'news.example', '', '')`);
  for (const { text } of all) insert.run(makeReport().canonical, JSON.stringify({ text }));
  early.close();
  const store = await openStore({ directory });
  for (const report of await store.reports.listArrivals('news.example', null, 100)) {
    await store.reports.deleteAnnotation({ report, at: 3 });
  }
  await store.close();
  expect(await findTexts(directory, all)).toEqual([]);
});

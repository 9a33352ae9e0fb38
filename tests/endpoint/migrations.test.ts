/** Databases from every time before, and processes that bring one up to date at once. */
import { describe, expect, test } from 'vitest';
import { earlyMigrations } from '../../src/endpoint/store/migrations/early-migrations.ts';
import { readSearch } from '../../src/endpoint/store/search.ts';
import { checkConsistency } from './consistency.ts';
import { makeDirectory } from './directory.ts';
import { mintCanonical, SITE, writeAnnotation } from './endpoint.ts';
import { readUrl, send, startOn } from './program.ts';
import { ALL, addReport, migrateUntil } from './stored.ts';
import { describeStores, openFor } from './stores.ts';

const PROCESSES = 4;
const NAMES = Object.keys(earlyMigrations).sort();

describe('a database that was left', () => {
  test.each(NAMES)('after %s has all its reports, and takes others', async (name) => {
    const directory = await makeDirectory();
    const database = await migrateUntil(directory, `${name}~`);
    const columns = database.prepare("select name from pragma_table_info('reports')").pluck().all();
    const reports = Array.from({ length: 3 }, (_, i) => {
      const canonical = mintCanonical();
      const source = `https://www.${SITE}/${i}?utm_source=x`;
      return {
        ...{ site: `www.${SITE}`, site_group: SITE, canonical, segment: `segment${i}`, source },
        ...{ article: '', place: `p${i}`, kind: 'spelling', state: 'new', reason: '', version: 1 },
        ...{ moved_at: null, created_at: 1, received_at: 2 + i },
        annotation: JSON.stringify(writeAnnotation({ canonical, source, comment: `Räte ${i}` })),
      };
    });
    for (const report of reports) {
      const given = Object.entries(report).filter(([column]) => columns.includes(column));
      database
        .prepare(
          `insert into reports (${given.map(([column]) => column).join(', ')})
           values (${given.map(() => '?').join(', ')})`,
        )
        .run(given.map(([, value]) => value));
    }
    database.close();
    const store = await openFor({ directory });
    for (const [i, report] of reports.entries()) {
      const found = await store.reports.findBySegment(`segment${i}`);
      expect(found).toMatchObject({ canonical: report.canonical, annotation: report.annotation });
    }
    const found = await store.reports.listReports({
      ...ALL,
      site: SITE,
      limit: 10,
      words: ['rate', '1'],
    });
    expect(found.map(({ segment }) => segment)).toEqual(['segment1']);
    await addReport(store, { site: `www.${SITE}` });
    expect(await store.changes.readLast(SITE)).toBe(4);
    await checkConsistency({ directory });
  });
});

test('what was seen of one place that has become two goes where who saw it has reported', async () => {
  const directory = await makeDirectory();
  const database = await migrateUntil(directory, '0007');
  const canonicals = [mintCanonical(), mintCanonical(), mintCanonical()];
  for (const [i, canonical] of canonicals.entries()) {
    // The last two are of one place by the present rule, all three by the former one.
    const source = `https://${SITE}/${Math.min(i, 1)}`;
    database
      .prepare(`insert into reports (site, site_group, canonical, segment, source, article, place, kind, state, reason,
          version, moved_at, created_at, received_at, annotation)
        values (?, ?, ?, ?, ?, '', 'former', 'fact', 'new', '', 1, null, 1, 2, ?)`)
      .run(
        ...[SITE, SITE, canonical, `s${i}`, source],
        JSON.stringify(writeAnnotation({ canonical, source })),
      );
  }
  const look =
    database.prepare(`insert into observations (site, place, observer, kind, verdict, replacement, at)
    values (?, 'former', ?, ?, 'open', '', ?)`);
  for (const [i, canonical] of canonicals.entries()) look.run(SITE, canonical, 'reader', 10 + i);
  look.run(SITE, 'token', 'editor', 20);
  database.close();
  const store = await openFor({ directory });
  const reports = await store.reports.listArrivals(SITE, null, 10);
  const views = await store.observations.viewPlaces(reports);
  const seen = new Map(
    reports.map(({ segment }, i) => [segment, views[i]?.looks.map(({ at }) => at).sort()]),
  );
  expect(Object.fromEntries(seen)).toEqual({ s0: [10, 20], s1: [11, 12, 20], s2: [11, 12, 20] });
  await checkConsistency({ directory });
});

test('what was found by other forms of letters is found by the usual ones, and as it was', async () => {
  const directory = await makeDirectory();
  const database = await migrateUntil(directory, '0009');
  const insert =
    database.prepare(`insert into reports (site_group, site, canonical, segment, source, article, place,
      kind, state, reason, version, edition, created_at, received_at, changed, words, annotation)
    values (?, ?, ?, ?, '', '', 'p', 'fact', 'new', '', 1, 1, 1, 2, ?, ?, '{}')`);
  const words = ['congreſs 50 \u00b5m', 'ϐιος', 'congress'];
  for (const [i, had] of words.entries()) insert.run(SITE, SITE, mintCanonical(), `s${i}`, i, had);
  database.close();
  const store = await openFor({ directory });
  const search = async (text: string) => {
    const query = { ...ALL, site: SITE, words: readSearch(text), limit: 10 };
    return (await store.reports.listReports(query)).map(({ segment }) => segment).sort();
  };
  expect(await search('congress')).toEqual(['s0', 's2']);
  expect(await search('Congreſs')).toEqual(['s0', 's2']);
  expect(await search('\u03bcm')).toEqual(['s0']);
  expect(await search('\u00b5m 50')).toEqual(['s0']);
  expect(await search('βιος')).toEqual(['s1']);
});

describeStores((kind) => {
  test('processes that start on nothing at once make the tables once, and store a report once', async () => {
    const address = await kind.makeAddress();
    const programs = Array.from({ length: PROCESSES }, () => startOn(address));
    const urls = await Promise.all(programs.map(async (program) => readUrl(await program)));
    const canonicals = Array.from({ length: 20 }, mintCanonical);
    for (const canonical of canonicals) {
      const responses = await Promise.all(urls.map((url) => send(url, canonical)));
      expect(responses.map(({ status }) => status).sort()).toEqual([200, 200, 200, 201]);
      const places = responses.map(({ headers }) => headers.get('location')?.split('/').at(-1));
      expect(new Set(places).size).toBe(1);
    }
    await checkConsistency(address);
  });
});

/** What was observed, at rest: databases from before, many at once, and how much is asked of the database. */
import { expect, onTestFinished, test } from 'vitest';
import { openStore } from '../../src/endpoint/store/database.ts';
import { createObservationStore, MOST_READERS } from '../../src/endpoint/store/observations.ts';
import { createReportStore } from '../../src/endpoint/store/reports.ts';
import { openDatabase } from '../../src/endpoint/store/sqlite-file.ts';
import { toRow } from '../../src/endpoint/store/stored-report.ts';
import {
  ask,
  decide,
  makeDirectory,
  mintCanonical,
  observe,
  SITE,
  send,
  startEndpoint,
} from './endpoint.ts';
import {
  ALL,
  addReport,
  connect,
  explain,
  makeReport,
  migrateUntil,
  withDatabase,
} from './stored.ts';

const FIXED = { verdict: 'fixed', replacement: '' } as const;
const EDITOR = { tokenId: 't', name: 'Ann' };

test('a database from before has its articles, and knows when its reports were moved', async () => {
  const directory = await makeDirectory();
  const database = await migrateUntil(directory, '0006');
  const addReport = database.prepare(
    `INSERT INTO reports (site, site_group, canonical, segment, source, place, kind, state, reason, version,
       created_at, received_at, annotation)
     VALUES (?, ?, ?, ?, ?, 'p', 'fact', ?, '', ?, 1, 2, '{}')`,
  );
  const addDecision = database.prepare(
    `INSERT INTO decisions (site, canonical, version, at, editor, token_id, from_state, to_state, reason)
     VALUES (?, ?, ?, ?, 'Ann', 't', ?, ?, '')`,
  );
  const canonicals = Array.from({ length: 1_203 }, (_, i) => {
    const canonical = mintCanonical();
    const source = `https://${SITE}/${i % 3}#part${i}`;
    addReport.run(
      SITE,
      SITE,
      canonical,
      `s${i}`,
      source,
      i === 0 ? 'accepted' : 'new',
      i === 0 ? 4 : 1,
    );
    return canonical;
  });
  const [decided = ''] = canonicals;
  addDecision.run(SITE, decided, 2, 5_000, 'new', 'rejected');
  addDecision.run(SITE, decided, 3, 6_000, 'rejected', 'new');
  addDecision.run(SITE, decided, 4, 7_000, 'new', 'accepted');
  database.close();

  const store = await openStore({ directory });
  onTestFinished(() => store.close());
  const article = withDatabase(directory, (database) =>
    String(
      database.prepare('SELECT article FROM reports WHERE canonical = ?').pluck().get(decided),
    ),
  );
  const found = await store.reports.listReports({ ...ALL, site: SITE, article, limit: 2_000 });
  expect(found).toHaveLength(401);
  const report = found.find(({ canonical }) => canonical === decided);
  expect(report).toMatchObject({ state: 'accepted', version: 4, movedAt: 6_000 });
  expect(found.filter(({ movedAt }) => movedAt === null)).toHaveLength(400);
  if (report === undefined) throw new Error('no report');
  const observer = { by: 'editor', tokenId: 't' } as const;
  const look = { report, observer, observation: FIXED };
  expect(await store.observations.addObservation({ ...look, at: 6_000 })).toEqual(report);
  const moved = await store.observations.addObservation({ ...look, at: 6_001 });
  expect(moved).toMatchObject({ state: 'fixed', version: 5, movedAt: 6_001 });
});

test('of many who look at once each counts once, and the place moves once', async () => {
  const endpoint = await startEndpoint({ now: () => 1_800_000_000_000 });
  const sent = await Promise.all(Array.from({ length: 20 }, () => send(endpoint)));
  const responses = await Promise.all(
    [...sent, ...sent].map(({ url }) =>
      endpoint.server.inject({ method: 'POST', url: `${url}/observations`, payload: FIXED }),
    ),
  );
  expect(new Set(responses.map(({ statusCode }) => statusCode))).toEqual(new Set([200]));
  for (const { canonical } of sent) {
    const item = (await ask(endpoint, `/api/reports/${canonical}`)).json();
    expect(item).toMatchObject({ state: 'fixed', etag: '"2"', sightings: { readers: 20 } });
    const { items } = (await ask(endpoint, `/api/reports/${canonical}/decisions`)).json();
    expect(items).toHaveLength(1);
  }
});

test('a decision and observations at once leave each report with a history that holds', async () => {
  let clock = 1_800_000_000_000;
  const endpoint = await startEndpoint({ now: () => clock++ });
  const sent = await Promise.all(Array.from({ length: 12 }, () => send(endpoint)));
  const match = { 'if-match': '"1"' };
  const answers = await Promise.all(
    sent.flatMap(({ canonical, url }, i) => [
      decide(endpoint, canonical, { state: i % 2 ? 'rejected' : 'accepted' }, match),
      i % 3 === 0
        ? observe(endpoint, canonical, FIXED)
        : endpoint.server.inject({ method: 'POST', url: `${url}/observations`, payload: FIXED }),
    ]),
  );
  const decisions = answers.filter((_, i) => i % 2 === 0);
  for (const [i, { canonical }] of sent.entries()) {
    const item = (await ask(endpoint, `/api/reports/${canonical}`)).json();
    const { items } = (await ask(endpoint, `/api/reports/${canonical}/decisions`)).json();
    expect(item.etag).toBe(`"${items.length + 1}"`);
    let state = 'new';
    for (const [step, { version, from, to, editor }] of items.entries()) {
      expect([version, from]).toEqual([step + 2, state]);
      if (editor === '') expect(['new fixed', 'accepted fixed']).toContain(`${from} ${to}`);
      state = to;
    }
    expect(item.state).toBe(state);
    const taken = items.some(({ editor }: { editor: string }) => editor === 'Ann');
    expect(taken).toBe(decisions[i]?.statusCode === 200);
    // Who was told that it is rejected finds it so; nothing else is left open when an editor saw it fixed.
    expect(state).toBe(
      items.some(({ to }: { to: string }) => to === 'rejected') ? 'rejected' : 'fixed',
    );
  }
});

test('two processes on one database count each other’s looks', async () => {
  const directory = await makeDirectory();
  const stores = [await openStore({ directory }), await openStore({ directory })] as const;
  onTestFinished(async () => {
    for (const store of stores) await store.close();
  });
  const added = await Promise.all([1, 2].map(() => addReport(stores[0])));
  const states: string[] = [];
  for (const [i, report] of added.entries()) {
    const look = { report, observer: { by: 'reader' }, observation: FIXED, at: 10 + i } as const;
    states.push((await stores[i === 0 ? 0 : 1].observations.addObservation(look)).state);
  }
  expect(states).toEqual(['new', 'fixed']);
  for (const report of added) {
    const [found] = await stores[1].reports.findReports(SITE, report.canonical);
    expect(found).toMatchObject({ state: 'fixed', version: 2 });
  }
});

test('a page of the queue asks as often as a single report, and reads by index', async () => {
  const directory = await makeDirectory();
  await (await openStore({ directory })).close();
  const database = openDatabase(directory);
  const asked: string[] = [];
  const { db, ...connections } = connect(database, (statement) => asked.push(statement));
  onTestFinished(() => db.destroy());
  const reports = createReportStore(connections);
  const observations = createObservationStore(connections);
  for (let i = 0; i < 200; i++) {
    const site = `s${i % 50}.${SITE}`;
    const report = await addReport({ reports }, { site, place: `p${i % 100}` });
    const observer = { by: 'editor', tokenId: `t${i}` } as const;
    const observation = { verdict: 'open', replacement: '' } as const;
    await observations.addObservation({ report, observer, observation, at: 10 });
  }
  const found = await reports.listReports({ ...ALL, site: SITE, limit: 200 });
  expect(found).toHaveLength(200);
  for (const some of [found.slice(0, 1), found]) {
    asked.length = 0;
    const views = await observations.viewPlaces(some);
    expect(views.map(({ readers, looks }) => [readers, looks.length])).toEqual(
      some.map(() => [2, 2]),
    );
    expect(asked).toHaveLength(2);
    for (const sql of asked)
      expect(explain(database, sql)).not.toMatch(/SCAN (reports|seen|places)/);
  }
  expect(await observations.viewPlaces([])).toEqual([]);
});

test('a report is moved by nobody’s name where it was observed', async () => {
  const store = await openStore({ directory: await makeDirectory() });
  onTestFinished(() => store.close());
  const report = await addReport(store);
  const look = { report, observer: { by: 'reader' }, observation: FIXED, at: 10 } as const;
  const fixed = await store.observations.addObservation(look);
  expect(await store.reports.listDecisions(SITE, report.canonical)).toEqual([
    { version: 2, at: 10, editor: '', from: 'new', to: 'fixed', reason: '' },
  ]);
  // Whoever decided about the version before is told so.
  const move = { to: 'rejected', reason: '', editor: EDITOR, at: 11 } as const;
  expect(await store.reports.moveReport({ ...move, report })).toBeNull();
  expect(await store.reports.moveReport({ ...move, to: 'new', report: fixed })).toMatchObject({
    ...{ state: 'new', version: 3, movedAt: 11 },
  });
});

test('a place that thousands have reported is moved by parts, and none of their words is read for it', async () => {
  const directory = await makeDirectory();
  await (await openStore({ directory })).close();
  const database = openDatabase(directory);
  const asked: string[] = [];
  const { db, ...connections } = connect(database, (statement) => asked.push(statement));
  onTestFinished(() => db.destroy());
  const reports = createReportStore(connections);
  const observations = createObservationStore(connections);
  const count = MOST_READERS + 200;
  const added = await db.transaction().execute(async (transaction) => {
    const rows = Array.from({ length: count }, () => toRow(makeReport(), 1));
    for (const row of rows) await transaction.insertInto('reports').values(row).execute();
    return rows;
  });
  const states = async () => {
    const rows = await db.selectFrom('reports').select('state').execute();
    return rows.filter(({ state }) => state === 'fixed').length;
  };
  const report = await reports.findBySegment(added[0]?.segment ?? '');
  if (report === null) throw new Error('nothing was added');
  const observer = { by: 'editor', tokenId: 't' } as const;
  asked.length = 0;
  await observations.addObservation({ report, observer, observation: FIXED, at: 10 });
  const [listed = ''] = asked.filter((sql) => /^select .* order by "received_at"/.test(sql));
  expect(listed).toContain('"version"');
  expect(listed).not.toMatch(/\*|annotation/);
  expect(await states()).toBe(MOST_READERS);
  await observations.addObservation({ report, observer, observation: FIXED, at: 11 });
  expect(await states()).toBe(count);
});

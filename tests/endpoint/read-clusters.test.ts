/** A cluster and its reports are read one after the other: what moves in between must not make it look gone. */
import { expect, test } from 'vitest';
import { openStore } from '../../src/endpoint/store/database.ts';
import { readClusters } from '../../src/endpoint/store/read-clusters.ts';
import { openDatabase } from '../../src/endpoint/store/sqlite-file.ts';
import { REPORT_STATES } from '../../src/model/report.ts';
import { makeDirectory } from './directory.ts';
import { SITE } from './endpoint.ts';
import { addReport, connect } from './stored.ts';

test.each(REPORT_STATES)(
  'a cluster that was %s when it was read is there while it has reports',
  async (state) => {
    const directory = await makeDirectory();
    const store = await openStore({ directory });
    const { canonical } = await addReport(store, { place: 'p' });
    await store.close();
    const database = openDatabase(directory);
    const { db } = connect(database);
    const read = () =>
      readClusters(db, [
        {
          ...{ site: SITE, place: 'p', kind: 'fact', state, version: 1, firstAt: 1, lastAt: 1 },
          counts: { new: 1, accepted: 0, rejected: 0, fixed: 0, spam: 0 },
        },
      ]);
    for (const now of REPORT_STATES) {
      database.prepare('update reports set state = ?').run(now);
      expect([now, (await read()).map(({ newest }) => newest[0].canonical)]).toEqual([
        now,
        [canonical],
      ]);
    }
    database.prepare('delete from reports').run();
    expect(await read()).toEqual([]);
    database.close();
  },
);

/** A cluster and its reports are read one after the other: what moves in between must not make it look gone. */
import { expect, test } from 'vitest';
import { openStore } from '../../src/endpoint/store/database.ts';
import { CLUSTER_COLUMNS, readClusters, readRow } from '../../src/endpoint/store/read-clusters.ts';
import { openDatabase } from '../../src/endpoint/store/sqlite-file.ts';
import { REPORT_STATES } from '../../src/model/report.ts';
import { makeDirectory } from './directory.ts';
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
    const row = await db.selectFrom('clusters').select(CLUSTER_COLUMNS).executeTakeFirstOrThrow();
    const read = () => readClusters(db, [{ ...readRow(row), state }]);
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

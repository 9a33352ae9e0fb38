/** The connection by which one process writes to a SQLite file, in a thread that also adds reports by itself. */
import { Kysely } from 'kysely';
import type { AddedReport } from './add-reports.ts';
import type { Connections } from './database.ts';
import type { Tables } from './schema.ts';
import { createSqliteDialect, keepSqliteThread } from './sqlite-dialect.ts';
import type { NewReport } from './stored-report.ts';

/** How long reports may have the connection while others wait for it, in ms. */
const TURN = 100;

interface Waiting {
  reports: readonly NewReport[];
  resolve: (added: AddedReport[]) => void;
  reject: (error: unknown) => void;
}

export function createSqliteWriter(file: string): Required<Pick<Connections, 'write' | 'add'>> {
  const threads = keepSqliteThread(file, false);
  const write = new Kysely<Tables>({ dialect: createSqliteDialect(threads) });
  let waiting: Waiting[] = [];
  let underWay = 0;
  /** hands on what comes, while reports have the connection; null while they do not ask for it, or wait for it */
  let handOn: (() => void) | null = null;
  let isAsking = false;

  /** Whoever has the connection has it alone: no transaction is open. */
  async function takeTurn(): Promise<void> {
    isAsking = true;
    try {
      while (waiting.length > 0) await write.connection().execute(useTurn);
    } catch (error) {
      for (const { reject } of waiting) reject(error);
      waiting = [];
    }
    isAsking = false;
  }

  /** Reports are handed on as they come, without an answer to those before: the thread writes together what it finds. */
  function useTurn(): Promise<void> {
    const thread = threads.connect();
    const end = performance.now() + TURN;
    return new Promise((resolve) => {
      const settle = () => {
        underWay -= 1;
        handOn?.();
        if (underWay > 0) return;
        handOn = null;
        resolve();
      };
      handOn = () => {
        // What a dead thread is given fails; what waits gets the next one.
        if (performance.now() > end || thread.hasEnded()) return;
        for (const one of waiting.splice(0)) {
          underWay += 1;
          thread.addReports(one.reports).then(one.resolve, one.reject).finally(settle);
        }
      };
      handOn();
    });
  }

  return {
    write,
    add: (reports) =>
      new Promise((resolve, reject) => {
        waiting.push({ reports, resolve, reject });
        handOn?.();
        if (!isAsking) void takeTurn();
      }),
  };
}

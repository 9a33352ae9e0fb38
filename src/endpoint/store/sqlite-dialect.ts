/** Lets Kysely speak with SQLite in a thread of its own. */
import { once } from 'node:events';
import { Worker } from 'node:worker_threads';
import {
  CompiledQuery,
  type DatabaseConnection,
  type Dialect,
  type Driver,
  type QueryResult,
  SqliteAdapter,
  SqliteIntrospector,
  SqliteQueryCompiler,
} from 'kysely';
import { SQLITE_THREAD } from '../places.ts';
import type { AddedReport } from './add-reports.ts';
import { type Answer, type Order, ROLLBACK } from './sqlite-orders.ts';
import type { NewReport } from './stored-report.ts';

/** An error of SQLite's, as the thread told it. */
export class SqliteError extends Error {
  /** such as SQLITE_FULL; '' where it was another's */
  readonly code: string;

  constructor(message: string, code: string) {
    super(message);
    this.name = 'SqliteError';
    this.code = code;
  }
}

function createClosedError(): SqliteError {
  return new SqliteError('The database is closed.', 'SQLITE_MISUSE');
}

/**
 * What a thread keeps of new objects before it looks which of them are wanted still, in MB. Node would let it grow to
 * a hundred, to win what is not worth a tenth of that.
 */
const YOUNG_GENERATION = 12;

type Done = Extract<Answer, { ok: true }>;
type Asked = Order extends infer T ? (T extends { id: number } ? Omit<T, 'id'> : never) : never;

export interface SqliteConnection {
  execute(
    sql: string,
    parameters: readonly unknown[],
  ): Promise<{ rows: unknown[]; changes: number }>;
}

/** Its methods throw SqliteError, also when the thread has ended. */
export interface SqliteThread extends SqliteConnection {
  /** Whether it cannot be used any more. */
  hasEnded(): boolean;
  /** Adds reports as `addReports` does, in a transaction; none may be open. */
  addReports(reports: readonly NewReport[]): Promise<AddedReport[]>;
  /** Carries out what it has been told before, and ends. */
  close(): Promise<void>;
}

/** Where a connection is had, as long as they are not closed. */
export interface SqliteConnections<C extends SqliteConnection = SqliteConnection> {
  /** @throws SqliteError when they have been closed */
  connect(): C;
  close(): Promise<void>;
}

/**
 * A thread that has a connection to a SQLite file.
 * @param isReader whether the connection only reads
 */
function startSqliteThread(file: string, isReader: boolean): SqliteThread {
  const worker = new Worker(SQLITE_THREAD, {
    workerData: { file, isReader },
    resourceLimits: { maxYoungGenerationSizeMb: YOUNG_GENERATION },
  });
  interface Caller {
    resolve: (done: Done) => void;
    reject: (error: unknown) => void;
  }
  const callers = new Map<number, Caller>();
  let count = 0;
  let failure: unknown = null;

  worker.on('message', (answer: Answer) => {
    const caller = callers.get(answer.id);
    callers.delete(answer.id);
    if (answer.ok) caller?.resolve(answer);
    else caller?.reject(new SqliteError(answer.message, answer.code));
  });
  // It ends by itself only when it cannot go on: what it was in the middle of is not done.
  worker.on('error', fail);
  worker.on('exit', () => fail(createClosedError()));

  function fail(error: unknown): void {
    failure ??= error;
    for (const { reject } of callers.values()) reject(failure);
    callers.clear();
  }

  function ask(order: Asked): Promise<Done> {
    if (failure !== null) return Promise.reject(failure);
    return new Promise((resolve, reject) => {
      const id = count++;
      callers.set(id, { resolve, reject });
      worker.postMessage({ ...order, id });
    });
  }

  return {
    hasEnded: () => failure !== null,
    execute: (sql, parameters) => ask({ what: 'execute', sql, parameters }),
    async addReports(reports) {
      const { rows } = await ask({ what: 'add', reports });
      return (rows as AddedReport[]).map((one, i) =>
        one.was === 'added'
          ? { ...one, report: { ...one.report, annotation: reports[i]?.annotation ?? '' } }
          : one,
      );
    },
    async close() {
      if (failure !== null) return;
      const ended = once(worker, 'exit');
      const order: Order = { what: 'close' };
      worker.postMessage(order);
      await ended;
    },
  };
}

/** Starts a thread when it is first needed, and another one when that has died, so that one failure is one failure. */
export function keepSqliteThread(file: string, isReader: boolean): SqliteConnections<SqliteThread> {
  let thread: SqliteThread | null = null;
  let isClosed = false;
  return {
    connect() {
      // Who has waited while it was closed must not open it again: nobody would close it.
      if (isClosed) throw createClosedError();
      if (thread === null || thread.hasEnded()) thread = startSqliteThread(file, isReader);
      return thread;
    },
    async close() {
      isClosed = true;
      await thread?.close();
    },
  };
}

/** @param connections are asked whenever one is taken: what is done in one go is done by what they give, or fails */
export function createSqliteDialect(connections: SqliteConnections): Dialect {
  let opened: SqliteConnection | null = null;
  const connection: DatabaseConnection = {
    async executeQuery<R>({ sql, parameters }: CompiledQuery): Promise<QueryResult<R>> {
      opened ??= connections.connect();
      const { rows, changes } = await opened.execute(sql, parameters);
      // Kysely has inferred R from the statement itself; no value here tells of it.
      return { rows: rows as R[], numAffectedRows: BigInt(changes) };
    },
    // biome-ignore lint/correctness/useYield: what is long is read page by page
    async *streamQuery() {
      throw new Error('nothing is streamed from SQLite');
    },
  };
  const execute = async (sql: string) => {
    await connection.executeQuery(CompiledQuery.raw(sql));
  };
  const driver: Driver = {
    init: async () => undefined,
    // Kysely would wait for ever for one that could not be had here: it is had with the first statement.
    acquireConnection: async () => {
      opened = null;
      return connection;
    },
    // Writers of other processes wait here, where waiting helps; a reader that turns into a writer would be
    // refused (https://www.sqlite.org/isolation.html).
    beginTransaction: () => execute('begin immediate'),
    commitTransaction: () => execute('commit'),
    rollbackTransaction: () => execute(ROLLBACK),
    releaseConnection: async () => undefined,
    destroy: () => connections.close(),
  };
  return {
    createDriver: () => driver,
    createQueryCompiler: () => new SqliteQueryCompiler(),
    createAdapter: () => new SqliteAdapter(),
    createIntrospector: (db) => new SqliteIntrospector(db),
  };
}

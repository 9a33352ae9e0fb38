/** What is said between the endpoint and a thread that has a connection to SQLite. */
import type { NewReport } from './stored-report.ts';

export const ROLLBACK = 'rollback';

/** A transaction of its own, which others of its kind may share; its rows are what became of each. */
export interface AddOrder {
  what: 'add';
  id: number;
  reports: readonly NewReport[];
}

export type Order =
  | AddOrder
  | { what: 'execute'; id: number; sql: string; parameters: readonly unknown[] }
  | { what: 'close' };

export type Answer =
  | { id: number; ok: true; rows: unknown[]; changes: number }
  | { id: number; ok: false; message: string; code: string };

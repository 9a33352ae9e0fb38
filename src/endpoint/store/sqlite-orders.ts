/** What is said between the endpoint and a thread that has a connection to SQLite. */
import type { NewReport } from './stored-report.ts';

export const ROLLBACK = 'rollback';

export type Order =
  | { what: 'execute'; id: number; sql: string; parameters: readonly unknown[] }
  /** a transaction of its own; its rows are what became of each */
  | { what: 'add'; id: number; reports: readonly NewReport[] }
  | { what: 'close' };

export type Answer =
  | { id: number; ok: true; rows: unknown[]; changes: number }
  | { id: number; ok: false; message: string; code: string };

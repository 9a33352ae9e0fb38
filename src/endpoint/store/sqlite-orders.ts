/** What is said between the endpoint and a thread that has a connection to SQLite. */

export const ROLLBACK = 'rollback';

export type Order =
  | { what: 'execute'; id: number; sql: string; parameters: readonly unknown[] }
  | { what: 'close' };

export type Answer =
  | { id: number; ok: true; rows: unknown[]; changes: number }
  | { id: number; ok: false; message: string; code: string };

/** Stores that tests open in their own process start their threads from one file; programs do as ever. */
import { inject, vi } from 'vitest';

vi.mock('../../src/endpoint/places.ts', async (importOriginal) => ({
  ...(await importOriginal<typeof import('../../src/endpoint/places.ts')>()),
  SQLITE_THREAD: new URL(inject('sqliteThread')),
}));

/** Runs tests that start endpoints with `startEndpoint` on PostgreSQL, where there is one. */
import { beforeEach, inject } from 'vitest';

const postgres = inject('postgres');

beforeEach((context) => {
  if ('missing' in postgres) context.skip(postgres.missing);
});

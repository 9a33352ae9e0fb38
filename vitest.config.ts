/**
 * How the tests run: those in Node beside each other, those in a browser once in each browser. At most
 * two browsers work at the same time; every test file starts its own and leaves nothing behind.
 */
import { availableParallelism } from 'node:os';
import { join } from 'node:path';
import { defineConfig } from 'vitest/config';
import type { BrowserName } from './tests/drivers/driver.ts';

/** Vitest keeps a core for itself: of the two that continuous integration has, one would be idle. */
const NODE_WORKERS = Math.max(2, availableParallelism() - 1);

/** Of compiled modules: threads and programs are started a thousand times, in half the time with it. */
const COMPILED = join(import.meta.dirname, 'node_modules/.cache/compiled');

const nodeProject = (name: string, include: string[]) => ({
  test: {
    ...{ name, include, environment: 'node' as const, maxWorkers: NODE_WORKERS },
    ...{ testTimeout: 60_000, hookTimeout: 60_000 },
    env: { NODE_COMPILE_CACHE: COMPILED },
    // What is waited for comes later where others work as well.
    expect: { poll: { timeout: 20_000 } },
  },
});

const ON_BOTH_STORES = [
  'protocol*',
  'observations',
  'decisions',
  'cluster*',
  'dismissals',
  'sources',
  'search',
  'receipts',
  'subdomains',
  'article-reports',
  'sites',
  'notes',
  'corrections',
  'no-mistakes',
];

const endpointProject = (name: string, storeKind: 'SQLite' | 'PostgreSQL', files: string[]) => {
  const { test } = nodeProject(
    name,
    files.map((file) => `tests/endpoint/${file}.test.ts`),
  );
  return {
    test: {
      ...test,
      provide: { storeKind },
      globalSetup: ['tests/endpoint/postgres-server.ts', 'tests/endpoint/bundle-thread.ts'],
      setupFiles: [
        'tests/endpoint/use-bundled-thread.ts',
        ...(storeKind === 'PostgreSQL' ? ['tests/endpoint/on-postgres.ts'] : []),
      ],
    },
  };
};

const browserProject = (browserName: BrowserName) => ({
  test: {
    name: browserName,
    include: [
      'tests/drivers/drivers.test.ts',
      'tests/page/**/*.test.ts',
      'tests/browser/**/*.test.ts',
    ],
    environment: 'node' as const,
    provide: { browserName },
    testTimeout: 60_000,
    hookTimeout: 120_000,
    teardownTimeout: 30_000,
    // One group for both browsers, after the Node tests: its two workers take a file each.
    maxWorkers: 2,
    sequence: { groupOrder: 1 },
  },
});

export default defineConfig({
  test: {
    pool: 'forks',
    retry: 0,
    reporters: ['default', './tests/summary-reporter.ts'],
    projects: [
      nodeProject('unit', [
        'tests/unit/**/*.test.ts',
        'tests/*.test.ts',
        'tests/bench/**/*.test.ts',
        'tests/drivers/servers.test.ts',
      ]),
      endpointProject('endpoint', 'SQLite', ['**/*']),
      // The same tests once more, where they start endpoints and look into no file.
      endpointProject('endpoint-postgres', 'PostgreSQL', ON_BOTH_STORES),
      nodeProject('build', ['tests/build/**/*.test.ts']),
      browserProject('chromium'),
      browserProject('firefox'),
    ],
  },
});

/**
 * The last line of a test run, alone and always the same, so that people and machines can read it:
 * `N passed, N failed`, and `, N skipped` where any were. A run without tests has failed.
 */
import type { Reporter, TestModule, TestRunEndReason } from 'vitest/node';

export interface Counts {
  passed: number;
  failed: number;
  skipped: number;
}

/** Counts tests; a file that could not be read and an error outside tests count as one failure each. */
export function countTests(modules: readonly TestModule[], strayErrors: number): Counts {
  const counts: Counts = { passed: 0, failed: strayErrors, skipped: 0 };
  for (const module of modules) {
    counts.failed += module.errors().length;
    for (const suite of module.children.allSuites()) counts.failed += suite.errors().length;
    for (const test of module.children.allTests()) {
      const { state } = test.result();
      // A test that never came to its end has shown nothing.
      counts[state === 'pending' ? 'failed' : state] += 1;
    }
  }
  return counts;
}

/** Writes the counts as the run's last line. */
export function writeSummary({ passed, failed, skipped }: Counts): string {
  const line = `${passed} passed, ${failed} failed`;
  return skipped === 0 ? line : `${line}, ${skipped} skipped`;
}

// biome-ignore lint/style/noDefaultExport: vitest loads a reporter by its file's default export
export default class SummaryReporter implements Reporter {
  onTestRunEnd(
    modules: readonly TestModule[],
    strayErrors: readonly unknown[],
    reason: TestRunEndReason,
  ): void {
    const counts = countTests(modules, strayErrors.length);
    if (counts.passed + counts.failed === 0) {
      console.log('No test ran.');
      counts.failed = 1;
    }
    if (reason === 'interrupted' && counts.failed === 0) counts.failed = 1;
    if (counts.failed > 0) process.exitCode = 1;
    // The default reporter and vitest itself may still have a word: this one comes last.
    process.once('exit', () => console.log(writeSummary(counts)));
  }
}

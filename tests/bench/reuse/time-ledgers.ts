/** Times the check of pages against ledgers of ten, a thousand and a hundred thousand copies, in one browser and in turns. */
import * as v from 'valibot';
import { openTab } from '../anchoring/pages.ts';
import type { Figures } from '../benchmark.ts';
import { bundleInPage } from '../bundle-in-page.ts';
import type { BenchPage } from '../corpus/read-pages.ts';
import { findPercentile } from '../percentiles.ts';

const SIZES = [10, 1_000, 100_000];
/** Copies that are filled in by one call, so that none takes too long. */
const CALL = 5_000;
const PAGES = 60;
/** Pages that are checked before the clock counts. */
const WARMING = 5;

const timesSchema = v.array(v.object({ name: v.string(), ms: v.number(), found: v.number() }));

export interface TimeOptions {
  /** copies in the largest ledger */
  rows: number | undefined;
  tell: (text: string) => void;
}

/** @param pages with an article of some paragraphs each, which passages are put into */
export async function timeLedgers(
  pages: readonly BenchPage[],
  { rows, tell }: TimeOptions,
): Promise<Figures> {
  const sizes = SIZES.map((size) => Math.min(size, Math.max(10, rows ?? Infinity)));
  const tab = await openTab('chromium');
  try {
    const script = await bundleInPage('reuse/in-page-ledger.ts');
    await tab.open('<!doctype html><title>Ledger</title><body>', script);
    const names = sizes.map((_, at) => `ledger-${at}`);
    for (const [at, size] of sizes.entries()) {
      const name = names[at] ?? '';
      for (let from = 0; from < size; from += CALL) {
        if (from % 20_000 === 0) tell(`filling a ledger of ${size}: ${from}`);
        await tab.ask('fill', { name, from, to: Math.min(size, from + CALL) });
      }
    }
    tell('checking pages against each ledger …');
    const times = new Map(names.map((name) => [name, [] as number[]]));
    let differing = 0;
    for (const [at, page] of pages.slice(0, WARMING + PAGES).entries()) {
      await tab.open(page.readHtml(), script);
      const asked = v.parse(timesSchema, await tab.ask('checkPage', { names, page: at }));
      if (at < Math.min(WARMING, pages.length - 1)) continue;
      for (const { name, ms } of asked) times.get(name)?.push(ms);
      if (new Set(asked.map(({ found }) => found)).size > 1) differing += 1;
    }
    const medians = names.map((name) => findPercentile(times.get(name) ?? [], 0.5));
    const [few, many] = [medians[0] ?? null, medians.at(-1) ?? null];
    return {
      ms_growth: few === null || many === null ? null : many / few,
      ...Object.fromEntries(sizes.map((size, at) => [`ms_${size}`, medians[at] ?? null])),
      differing_rows: differing,
    };
  } finally {
    await tab.close();
  }
}

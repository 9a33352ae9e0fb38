/** Readers who report as the extension's outbox does: what was not acknowledged is sent again, under the same canonical. */
import * as v from 'valibot';
import { expect } from 'vitest';
import type { StoreAddress } from '../../src/endpoint/store/database.ts';
import { lookInto } from './consistency.ts';
import { mintCanonical, SITE } from './endpoint.ts';
import { send } from './program.ts';

/** How long one waits before the next attempt, in ms. */
const PAUSE = 20;
/** Articles that are reported: their places have many reports each. */
const ARTICLES = 5;

export interface Outbox {
  /** the last part of the IRI of each acknowledged report, by its canonical */
  acknowledged: Map<string, string>;
  /** canonicals of all that was ever sent */
  sent: Set<string>;
  /** statuses of answers that did not acknowledge, with how often each came */
  refusals: Map<number, number>;
  /** Lets the readers stop once what each has begun is acknowledged. */
  finish(): Promise<void>;
  /** Resolves when so many are acknowledged. */
  reach(count: number): Promise<void>;
  /** Resolves when so many attempts have been refused. */
  refuse(count: number): Promise<void>;
}

/**
 * Starts readers who report, each one report after another.
 * @param findUrl where the endpoint is at that moment; undefined while it is nowhere
 * @param twice whether each report is sent twice at once
 */
export function startReaders(
  readers: number,
  findUrl: () => string | undefined,
  { twice = false } = {},
): Outbox {
  const acknowledged = new Map<string, string>();
  const sent = new Set<string>();
  const refusals = new Map<number, number>();
  let isEnding = false;
  let hear: () => void = () => undefined;

  async function report(canonical: string): Promise<boolean> {
    const url = findUrl();
    if (url === undefined) return false;
    sent.add(canonical);
    const source = `https://${SITE}/${Number.parseInt(canonical.slice(-2), 16) % ARTICLES}`;
    const response = await send(url, canonical, source).catch(() => null);
    if (response === null) return false;
    const body = await response.json().catch(() => null);
    if (response.status === 503) {
      expect(response.headers.get('retry-after')).toMatch(/^\d+$/);
      expect(body).toMatchObject({ status: 503 });
    }
    if (!response.ok) {
      refusals.set(response.status, (refusals.get(response.status) ?? 0) + 1);
      hear();
      return false;
    }
    const location = String(response.headers.get('location'));
    const segment = location.split('/').at(-1) ?? '';
    // Wherever it was asked, and as often: it is one report.
    expect(acknowledged.get(canonical) ?? segment).toBe(segment);
    acknowledged.set(canonical, segment);
    hear();
    return true;
  }

  const pause = () => new Promise((resolve) => setTimeout(resolve, PAUSE));

  async function read(): Promise<void> {
    while (!isEnding) {
      const canonical = mintCanonical();
      const attempt = () => Promise.all([report(canonical), ...(twice ? [report(canonical)] : [])]);
      while (!(await attempt()).every(Boolean)) await pause();
    }
  }

  /** Resolves when what is asked after each answer holds. */
  function wait(isEnough: () => boolean): Promise<void> {
    return new Promise((resolve) => {
      hear = () => {
        if (isEnough()) resolve();
      };
      hear();
    });
  }

  const ended = Promise.all(Array.from({ length: readers }, read));
  ended.catch(() => undefined);
  return {
    acknowledged,
    sent,
    refusals,
    async finish() {
      isEnding = true;
      await ended;
    },
    reach: (count) => wait(() => acknowledged.size >= count),
    refuse: (count) =>
      wait(() => [...refusals.values()].reduce((sum, times) => sum + times, 0) >= count),
  };
}

const storedSchema = v.array(v.object({ canonical: v.string(), segment: v.string() }));

/** Fails unless a store has every acknowledged report where it was said to be, and nothing that nobody sent. */
export async function checkOutbox(
  address: StoreAddress,
  { acknowledged, sent }: Outbox,
): Promise<void> {
  const rows = await lookInto(address, 'select canonical, segment from reports');
  const stored = new Map(
    v.parse(storedSchema, rows).map(({ canonical, segment }) => [canonical, segment]),
  );
  expect(stored.size).toBe(rows.length);
  const lost = [...acknowledged].filter(
    ([canonical, segment]) => stored.get(canonical) !== segment,
  );
  expect(lost).toEqual([]);
  expect([...stored.keys()].filter((canonical) => !sent.has(canonical))).toEqual([]);
}

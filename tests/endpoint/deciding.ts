/** An editor who decides about each report once, however often the endpoint breaks down meanwhile. */
import { expect } from 'vitest';

export interface DecidingEditor {
  /** the state that each report was moved to, as the endpoint has acknowledged it or shown it later */
  decided: Map<string, string>;
  finish(): Promise<void>;
}

const PAUSE = 20;

/**
 * Starts an editor who accepts or rejects the reports that come.
 * @param reports their canonicals, as keys; others are added meanwhile
 * @param findUrl where the endpoint is at that moment; undefined while it is nowhere
 */
export function decideAgain(
  token: string,
  reports: ReadonlyMap<string, unknown>,
  findUrl: () => string | undefined,
): DecidingEditor {
  const decided = new Map<string, string>();
  let isEnding = false;

  async function decide(canonical: string): Promise<boolean> {
    const url = findUrl();
    if (url === undefined) return false;
    const state = decided.size % 2 === 0 ? 'accepted' : 'rejected';
    const response = await fetch(`${url}api/reports/${encodeURIComponent(canonical)}/decisions`, {
      method: 'POST',
      headers: {
        authorization: `Bearer ${token}`,
        'content-type': 'application/json',
        'if-match': '"1"',
      },
      body: JSON.stringify({ state, reason: '' }),
    }).catch(() => null);
    if (response === null || response.status === 503) return false;
    await response.text().catch(() => '');
    // An attempt whose answer was lost has moved it: the next one is told so.
    expect([200, 409, 412]).toContain(response.status);
    decided.set(canonical, state);
    return true;
  }

  async function work(): Promise<void> {
    while (!isEnding) {
      const next = [...reports.keys()].find((canonical) => !decided.has(canonical));
      if (next === undefined || !(await decide(next))) {
        await new Promise((done) => setTimeout(done, PAUSE));
      }
    }
  }

  const ended = work();
  ended.catch(() => undefined);
  return {
    decided,
    async finish() {
      isEnding = true;
      await ended;
    },
  };
}

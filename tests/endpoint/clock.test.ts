/** The server's clock is set back while reports come: what is counted and listed stays whole. */
import { expect, test } from 'vitest';
import { checkConsistency } from './consistency.ts';
import {
  ask,
  decide,
  mintCanonical,
  observe,
  post,
  SITE,
  send,
  startEndpoint,
  writeAnnotation,
} from './endpoint.ts';
import { ALL } from './stored.ts';

const HOUR = 3_600_000;
const START = Date.UTC(2026, 5, 1);
/** An hour on, two back, a day on, a year back. */
const TIMES = [0, HOUR, -HOUR, 24 * HOUR, -8_760 * HOUR, 5].map((time) => START + time);

function startClock() {
  let time = START;
  return {
    now: () => time,
    set(at: number) {
      time = at;
    },
  };
}

test('reports from any of its times are all listed, once, in the order of their times', async () => {
  const clock = startClock();
  const endpoint = await startEndpoint({ now: clock.now });
  const sent: string[] = [];
  for (let i = 0; i < 24; i++) {
    clock.set(TIMES[i % TIMES.length] ?? START);
    const source = `https://${SITE}/${i % 3}`;
    sent.push((await send(endpoint, { source })).canonical);
  }
  const { reports, changes } = endpoint.store;
  const seen: { canonical: string; receivedAt: number; site: string }[] = [];
  for (;;) {
    const after = seen.at(-1) ?? null;
    const page = await reports.listReports({ ...ALL, site: SITE, after, limit: 5 });
    if (page.length === 0) break;
    seen.push(...page);
  }
  expect(seen.map(({ canonical }) => canonical).sort()).toEqual([...sent].sort());
  const times = seen.map(({ receivedAt }) => receivedAt);
  expect(times).toEqual([...times].sort((one, other) => other - one));
  // Who follows the changes hears of them as they came, whatever the clock said.
  const told = await changes.listChanges(SITE, 0, 100);
  expect(told.changes.map(({ canonical }) => canonical)).toEqual(sent);
  await checkConsistency({ directory: endpoint.directory });
  expect(endpoint.errors).toEqual([]);
});

test('the container’s ETag is another after each report, also one from before the last', async () => {
  const clock = startClock();
  const endpoint = await startEndpoint({ now: clock.now });
  const etags = new Set<unknown>();
  for (const time of TIMES) {
    clock.set(time);
    await send(endpoint);
    etags.add((await ask(endpoint, '/annotations/')).headers.etag);
  }
  expect(etags.size).toBe(TIMES.length);
});

test('a report that is sent again is known, and decisions hold by version, not by time', async () => {
  const clock = startClock();
  const endpoint = await startEndpoint({ now: clock.now });
  const annotation = writeAnnotation({ canonical: mintCanonical() });
  expect((await post(endpoint.server, annotation)).statusCode).toBe(201);
  clock.set(START - 24 * HOUR);
  expect((await post(endpoint.server, annotation)).statusCode).toBe(200);
  const { canonical } = annotation;
  const states = ['rejected', 'new', 'accepted'];
  for (const [i, state] of states.entries()) {
    clock.set(START - i * HOUR);
    const reason = state === 'rejected' ? 'no' : '';
    const answer = await decide(
      endpoint,
      canonical,
      { state, reason },
      { 'if-match': `"${i + 1}"` },
    );
    expect([state, answer.statusCode]).toEqual([state, 200]);
  }
  const { items } = (await ask(endpoint, `/api/reports/${canonical}/decisions`)).json();
  expect(items.map(({ to }: { to: string }) => to)).toEqual(states);
});

test('an editor’s look counts, though the clock was set back since the report came', async () => {
  const clock = startClock();
  const endpoint = await startEndpoint({ now: clock.now });
  const { canonical } = await send(endpoint, { createdAt: START });
  clock.set(START - 2 * HOUR);
  const early = await observe(endpoint, canonical, { verdict: 'fixed' });
  expect(early.statusCode).toBe(200);
  // And once the clock is right again, a later look is the one that holds.
  clock.set(START + HOUR);
  const late = await observe(endpoint, canonical, { verdict: 'fixed' });
  expect(late.json().state).toBe('fixed');
  await checkConsistency({ directory: endpoint.directory });
  expect(endpoint.errors).toEqual([]);
});

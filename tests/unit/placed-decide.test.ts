/** An editor's decision about a place is one about each of its reports, in the version that was seen. */
import { describe, expect, it } from 'vitest';
import { findWay } from '../../src/background/decide-placed.ts';
import { canMove, REPORT_STATES, type ReportState } from '../../src/model/report.ts';
import { makeCanonical } from './outbox-fake.ts';
import { ACCESS, type Asked, createPlacedFake, makeItem, sender } from './placed-fake.ts';

/** An endpoint that holds reports in memory, as strict about versions and moves as the real one. */
function createEndpoint(states: Record<number, ReportState>) {
  const held = new Map(
    Object.entries(states).map(([number, state]) => [
      makeCanonical(Number(number)),
      { number: Number(number), state, version: 1, reason: '' },
    ]),
  );
  const refuse = (status: number, detail: string) => Response.json({ detail }, { status });
  const answer = ({ method, url, init, body }: Asked): Response => {
    const canonical = decodeURIComponent(new URL(url).pathname.split('/reports/')[1] ?? '');
    const report = held.get(canonical.replace('/decisions', ''));
    if (report === undefined) return refuse(404, 'gone');
    if (method === 'POST') {
      const { state, reason = '' } = body as { state: ReportState; reason?: string };
      const seen = new Headers(init.headers).get('If-Match');
      if (seen !== `"${report.version}"`) return refuse(412, 'stale');
      if (!canMove(report.state, state)) return refuse(409, `not from ${report.state}`);
      Object.assign(report, { state, reason, version: report.version + 1 });
    }
    const { number, state, version, reason } = report;
    return Response.json(makeItem(number, { state, reason, etag: `"${version}"` }));
  };
  const tell = () =>
    Object.fromEntries([...held.values()].map(({ number, state }) => [number, state]));
  return { answer, tell, held };
}

async function decide(
  states: Record<number, ReportState>,
  state: 'new' | 'accepted' | 'rejected' | 'fixed',
  options: { reason?: string; prepare?(endpoint: ReturnType<typeof createEndpoint>): void } = {},
) {
  const endpoint = createEndpoint(states);
  const members = Object.keys(states).map((number) => ({
    canonical: makeCanonical(Number(number)),
    etag: '"1"',
  }));
  options.prepare?.(endpoint);
  const fake = createPlacedFake({ access: ACCESS, answer: endpoint.answer });
  const { reason = '' } = options;
  const result = await fake.placed.decidePlaced(sender(), { members, state, reason });
  return { result, ...fake, ...endpoint };
}

describe('a decision', () => {
  it.each([
    ['accepted', { 1: 'new', 2: 'new' }, { 1: 'accepted', 2: 'accepted' }],
    ['fixed', { 1: 'new', 2: 'accepted', 3: 'fixed' }, { 1: 'fixed', 2: 'fixed', 3: 'fixed' }],
    ['rejected', { 1: 'new', 2: 'accepted' }, { 1: 'rejected', 2: 'rejected' }],
    ['new', { 1: 'fixed', 2: 'accepted', 3: 'new' }, { 1: 'new', 2: 'new', 3: 'new' }],
    // What was fixed once is not dug up for a later report of the same words.
    ['accepted', { 1: 'fixed', 2: 'new' }, { 1: 'fixed', 2: 'accepted' }],
    ['rejected', { 1: 'fixed', 2: 'new' }, { 1: 'fixed', 2: 'rejected' }],
  ] as const)('to %s of %j', async (state, before, after) => {
    const { result, tell, held } = await decide(before, state);
    // The versions then, so that it can be taken back.
    const members = [...held].map(([canonical, { version }]) => ({
      canonical,
      etag: `"${version}"`,
    }));
    expect(result).toEqual({ ok: true, value: members });
    expect(tell()).toEqual(after);
  });

  it('gives its reason with the last move alone', async () => {
    const { asked } = await decide({ 1: 'accepted' }, 'rejected', { reason: 'a name' });
    expect(asked.filter(({ method }) => method === 'POST').map(({ body }) => body)).toEqual([
      { state: 'new' },
      { state: 'rejected', reason: 'a name' },
    ]);
  });

  it('that somebody has made meanwhile is no conflict', async () => {
    const { result } = await decide({ 1: 'new' }, 'accepted', {
      prepare: ({ held }) => {
        for (const one of held.values()) Object.assign(one, { state: 'accepted', version: 2 });
      },
    });
    expect(result).toEqual({ ok: true, value: [{ canonical: makeCanonical(1), etag: '"2"' }] });
  });

  it('about what somebody else has decided is a conflict, and holds for the others', async () => {
    const { result, tell } = await decide({ 1: 'new', 2: 'new' }, 'accepted', {
      prepare: ({ held }) =>
        Object.assign(held.get(makeCanonical(1)) ?? {}, { state: 'rejected', version: 2 }),
    });
    expect(result).toMatchObject({ ok: false, code: 'conflict' });
    expect(tell()).toEqual({ 1: 'rejected', 2: 'accepted' });
  });

  it('that meets another between its look and its move is a conflict', async () => {
    const endpoint = createEndpoint({ 1: 'new' });
    const fake = createPlacedFake({
      access: ACCESS,
      answer: (asked) => {
        const report = endpoint.held.get(makeCanonical(1));
        if (asked.method === 'POST') Object.assign(report ?? {}, { version: 5 });
        return endpoint.answer(asked);
      },
    });
    const members = [{ canonical: makeCanonical(1), etag: '"1"' }];
    const decision = { members, state: 'accepted' as const, reason: '' };
    expect(await fake.placed.decidePlaced(sender(), decision)).toEqual({
      ...{ ok: false, code: 'conflict', detail: 'stale' },
    });
  });

  it('about a report that has gone is a conflict', async () => {
    const { result, tell } = await decide({ 1: 'new', 2: 'new' }, 'accepted', {
      prepare: ({ held }) => held.delete(makeCanonical(1)),
    });
    expect(result).toMatchObject({ ok: false, code: 'conflict' });
    expect(tell()).toEqual({ 2: 'accepted' });
  });

  it.each([
    ['network', () => undefined, 1],
    ['unauthorised', () => Response.json({ detail: 'no' }, { status: 401 }), 1],
    ['refused', () => Response.json({ detail: 'no' }, { status: 500 }), 2],
    ['refused', () => new Response('<html>'), 2],
  ])('fails as %s', async (code, answer, times) => {
    const fake = createPlacedFake({ access: ACCESS, answer });
    const members = [1, 2].map((number) => ({ canonical: makeCanonical(number), etag: '"1"' }));
    const decision = { members, state: 'fixed' as const, reason: '' };
    expect(await fake.placed.decidePlaced(sender(), decision)).toMatchObject({ ok: false, code });
    // Where the others would fail alike, they are not tried.
    expect(fake.asked).toHaveLength(times);
  });

  it('is nobody’s who has not signed in, nor a frame’s', async () => {
    const endpoint = createEndpoint({ 1: 'new' });
    const members = [{ canonical: makeCanonical(1), etag: '"1"' }];
    const decision = { members, state: 'accepted' as const, reason: '' };
    const stranger = createPlacedFake({ answer: endpoint.answer });
    const refused = { ok: false, code: 'unauthorised' };
    expect(await stranger.placed.decidePlaced(sender(), decision)).toMatchObject(refused);
    const fake = createPlacedFake({ access: ACCESS, answer: endpoint.answer });
    expect(await fake.placed.decidePlaced(sender(undefined, 2), decision)).toMatchObject(refused);
    expect([...stranger.asked, ...fake.asked]).toEqual([]);
  });
});

describe('the way from state to state', () => {
  const pairs = REPORT_STATES.flatMap((from) => REPORT_STATES.map((to) => [from, to] as const));
  it.each(pairs)('%s → %s keeps the rules', (from, to) => {
    const way = findWay(from, to);
    expect(way.at(-1) ?? from).toBe(to);
    let at = from;
    for (const next of way) {
      expect(canMove(at, next)).toBe(true);
      at = next;
    }
  });
});

import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { EventsStatus, QueueEvent } from '../../src/platform/editors/follow-events.ts';
import { createReviewApi } from '../../src/platform/editors/review-api.ts';
import { ENDPOINT } from './review-items.ts';

const encoder = new TextEncoder();
const START = 'retry: 3000\nevent: start\nid: 7\ndata: {"changed":7,"reset":false}\n\n';

function makeEvent(version: number): QueueEvent {
  const words = { site: 'новости.example', place: `p${version}`, canonical: 'urn:x' };
  return { what: 'report', ...words, state: 'new', version };
}

function write(event: QueueEvent, id = event.version): string {
  return `id: ${id}\nevent: ${event.what}\ndata: ${JSON.stringify(event)}\n\n`;
}

/** A connection that the endpoint holds in its hand. */
class Line {
  #stream: ReadableStreamDefaultController<Uint8Array> | undefined;
  readonly lastId: string | null;
  isLeft = false;
  readonly response: Response;

  constructor(init: RequestInit | undefined) {
    this.lastId = new Headers(init?.headers).get('Last-Event-ID');
    const body = new ReadableStream<Uint8Array>({
      start: (stream) => {
        this.#stream = stream;
      },
      cancel: () => {
        this.isLeft = true;
      },
    });
    const headers = { 'Content-Type': 'text/event-stream; charset=utf-8' };
    this.response = new Response(body, { headers });
  }

  say(said: string | Uint8Array): void {
    this.#stream?.enqueue(typeof said === 'string' ? encoder.encode(said) : said);
  }
  end(): void {
    this.#stream?.close();
  }
  breakOff(): void {
    this.#stream?.error(new TypeError('network error'));
  }
}

/** @param answers what the endpoint does with one request after the other; a line where nothing is said */
function follow(answers: (() => Promise<Response>)[] = []) {
  const lines: Line[] = [];
  const askedAt: number[] = [];
  const send: typeof fetch = async (_, init) => {
    askedAt.push(Date.now());
    const answer = answers.shift();
    if (answer !== undefined) return answer();
    const line = new Line(init);
    lines.push(line);
    return line.response;
  };
  const onUnauthorised = vi.fn();
  const api = createReviewApi({ endpoint: ENDPOINT, token: 't' }, { send, onUnauthorised });
  const batches: QueueEvent[][] = [];
  const statuses: EventsStatus[] = [];
  const leaving = new AbortController();
  const onReset = vi.fn();
  const ended = vi.fn();
  const following = api.events.follow({
    onEvents: (events) => void batches.push(events),
    onReset,
    onStatus: (status) => void statuses.push(status),
    signal: leaving.signal,
  });
  void following.then(ended);
  const line = (at: number) => {
    const found = lines.at(at);
    if (found === undefined) throw new Error(`no connection ${at}`);
    return found;
  };
  return {
    ...{ lines, line, askedAt, batches, statuses, onReset, onUnauthorised, ended, following },
    leave: () => leaving.abort(),
  };
}

const pass = (time: number) => vi.advanceTimersByTimeAsync(time);

beforeEach(() => {
  vi.useFakeTimers();
  vi.spyOn(Math, 'random').mockReturnValue(0);
});
afterEach(() => {
  vi.useRealTimers();
  vi.restoreAllMocks();
});

describe('what is heard', () => {
  it('is live from the start on, and handed over in batches', async () => {
    const { line, statuses, batches } = follow();
    await pass(0);
    expect(statuses).toEqual(['waiting']);
    line(0).say(START);
    await pass(0);
    expect(statuses).toEqual(['waiting', 'live']);
    for (let version = 8; version < 16; version += 1) {
      line(0).say(write(makeEvent(version)));
      await pass(100);
    }
    await pass(1_000);
    expect(batches.flat().map(({ version }) => version)).toEqual([8, 9, 10, 11, 12, 13, 14, 15]);
    expect(batches.length).toBeLessThanOrEqual(4);
  });

  it('is the same however its bytes are parted', async () => {
    const events = [makeEvent(8), { ...makeEvent(9), what: 'note' as const, state: null }];
    const said = `${START}: still here\n\n${events.map((one) => write(one)).join('')}id: 12\n\n`;
    const bytes = encoder.encode(said);
    await fc.assert(
      fc.asyncProperty(
        fc.uniqueArray(fc.integer({ min: 1, max: bytes.length - 1 }), { maxLength: 12 }),
        fc.constantFrom('\n', '\r\n', '\r'),
        async (cuts, lineEnd) => {
          const sent = encoder.encode(said.replaceAll('\n', lineEnd));
          const { line, batches, leave, lines } = follow();
          await pass(0);
          const ends = [...cuts.toSorted((one, other) => one - other), sent.length];
          for (const [at, end] of ends.entries()) line(0).say(sent.slice(ends[at - 1] ?? 0, end));
          await pass(300);
          expect(batches.flat()).toEqual(events);
          line(0).end();
          await pass(10_000);
          expect(lines[1]?.lastId).toBe('12');
          leave();
          await pass(0);
        },
      ),
      { numRuns: 60 },
    );
  });

  it('is passed over where nothing is known of it', async () => {
    const { line, batches, statuses } = follow();
    await pass(0);
    line(0).say(
      `${START}event: weather\nid: 8\ndata: {"rain":true}\n\nevent: report\ndata: {"what"\n\n` +
        `event: report\ndata: ${JSON.stringify({ ...makeEvent(9), state: 'lost' })}\n\n${write(makeEvent(10))}`,
    );
    await pass(1_000);
    expect(batches).toEqual([[makeEvent(10)]]);
    expect(statuses.at(-1)).toBe('live');
  });

  it('is to be read anew where the endpoint knows nothing of what was seen', async () => {
    const { line, batches, onReset } = follow();
    await pass(0);
    line(0).say(START + write(makeEvent(8)));
    line(0).end();
    await pass(200);
    expect(onReset).not.toHaveBeenCalled();
    await pass(3_000);
    expect(line(1).lastId).toBe('8');
    line(1).say('event: start\nid: 2\ndata: {"changed":2,"reset":true}\n\n');
    await pass(0);
    expect(onReset).toHaveBeenCalledOnce();
    line(1).breakOff();
    await pass(10_000);
    expect(line(2).lastId).toBe('2');
    expect(batches.flat()).toEqual([makeEvent(8)]);
  });

  it('that was of the queue before a reset is not told after it', async () => {
    const { line, batches, onReset } = follow();
    await pass(0);
    line(0).say(`${START}${write(makeEvent(8))}`);
    line(0).say('event: start\nid: 2\ndata: {"changed":2,"reset":true}\n\n');
    await pass(1_000);
    expect(onReset).toHaveBeenCalledOnce();
    expect(batches).toEqual([]);
  });

  it('is to be read anew where more has come than anybody would go through', async () => {
    const { line, batches, onReset } = follow();
    await pass(0);
    line(0).say(START);
    for (let version = 0; version < 2_500; version += 1) line(0).say(write(makeEvent(version)));
    await pass(1_000);
    expect(onReset).toHaveBeenCalledOnce();
    expect(batches).toEqual([]);
    line(0).say(write(makeEvent(3_000)));
    await pass(1_000);
    expect(batches).toEqual([[makeEvent(3_000)]]);
  });
});

describe('a connection that is lost', () => {
  it('is made anew from where it was, with what was heard before', async () => {
    const { line, lines, statuses, batches } = follow();
    await pass(0);
    line(0).say(START + write(makeEvent(8)));
    await pass(0);
    line(0).breakOff();
    await pass(0);
    expect(statuses).toEqual(['waiting', 'live', 'waiting']);
    await pass(2_999);
    expect(lines).toHaveLength(1);
    await pass(1);
    expect(line(1).lastId).toBe('8');
    line(1).say('event: start\nid: 8\ndata: {"changed":8,"reset":false}\n\n');
    await pass(0);
    expect(statuses.at(-1)).toBe('live');
    expect(batches).toEqual([[makeEvent(8)]]);
  });

  it('is given up when it has been silent for three heartbeats, not before', async () => {
    const { line, lines } = follow();
    await pass(0);
    line(0).say(START);
    for (let beat = 0; beat < 8; beat += 1) {
      await pass(40_000);
      line(0).say(': still here\n\n');
    }
    expect(lines).toHaveLength(1);
    await pass(44_000);
    expect(line(0).isLeft).toBe(false);
    await pass(7_000);
    expect(line(0).isLeft).toBe(true);
    await pass(3_000);
    expect(line(1).lastId).toBe('7');
  });

  it('is found out soon after a machine that slept has woken up', async () => {
    const { line, lines } = follow();
    await pass(0);
    line(0).say(START);
    await pass(0);
    vi.setSystemTime(Date.now() + 8 * 3_600_000);
    await pass(5_000 + 3_000);
    expect(lines).toHaveLength(2);
  });

  it('is asked for less and less often, up to a minute, and not by all at once', async () => {
    const down = () => Promise.reject(new TypeError('Failed to fetch'));
    const { askedAt, line, lines } = follow(Array.from({ length: 9 }, () => down));
    await pass(340_000);
    const waits = askedAt.slice(1).map((at, i) => at - (askedAt[i] ?? 0));
    expect(waits.slice(0, 8)).toEqual([3, 6, 12, 24, 48, 60, 60, 60].map((s) => s * 1_000));
    expect(lines).toHaveLength(1);
    // One that has held for a while begins from the shortest wait again.
    line(0).say(START);
    await pass(20_000);
    line(0).end();
    vi.mocked(Math.random).mockReturnValue(0.999);
    await pass(3_000);
    expect(lines).toHaveLength(1);
    await pass(1_500);
    expect(lines).toHaveLength(2);
  });

  it('is asked for when the endpoint says', async () => {
    const full = async () =>
      Response.json({ detail: 'full' }, { status: 503, headers: { 'Retry-After': '120' } });
    const { askedAt, line } = follow([full]);
    await pass(130_000);
    expect((askedAt[1] ?? 0) - (askedAt[0] ?? 0)).toBe(120_000);
    line(0).say('retry: 20000\n\n');
    line(0).end();
    await pass(39_000);
    expect(askedAt).toHaveLength(2);
    await pass(1_000);
    expect(askedAt).toHaveLength(3);
  });

  it.each([
    ['a page of a portal', 'text/html', START],
    ['no type', '', START],
  ])('is not one where %s answers', async (_, type, said) => {
    const portal = async () => new Response(said, { headers: { 'Content-Type': type } });
    const { statuses, line } = follow([portal]);
    await pass(3_000);
    expect(statuses).toEqual(['waiting']);
    expect(line(0).lastId).toBeNull();
  });

  it('does not hang on an id that no header could carry', async () => {
    const { line } = follow();
    await pass(0);
    line(0).say(`${START}id: 8\u0435\n\nid: x\n\n`);
    line(0).end();
    await pass(3_000);
    expect(line(1).lastId).toBe('7');
  });

  it('is one that sends an event without an end', async () => {
    const { line, lines } = follow();
    await pass(0);
    line(0).say(`${START}data: `);
    for (let i = 0; i < 30; i += 1) line(0).say('x'.repeat(10_000));
    await pass(4_000);
    expect(line(0).isLeft).toBe(true);
    expect(lines).toHaveLength(2);
  });
});

describe('the end', () => {
  it.each([
    [401, 1],
    [403, 0],
  ])('comes with %d', async (status, told) => {
    const refuse = async () => Response.json({ detail: 'no' }, { status });
    const { statuses, ended, onUnauthorised, lines } = follow([refuse]);
    await pass(600_000);
    expect(statuses).toEqual(['waiting', 'refused']);
    expect(onUnauthorised).toHaveBeenCalledTimes(told);
    expect(ended).toHaveBeenCalled();
    expect(lines).toHaveLength(0);
  });

  it.each([
    ['while it listens', 0],
    ['while it waits', 1_000],
  ])('comes with the signal %s, and nothing is told after it', async (_, after) => {
    const { line, batches, statuses, leave, ended } = follow();
    await pass(0);
    line(0).say(START + write(makeEvent(8)));
    await pass(0);
    if (after > 0) line(0).end();
    await pass(after);
    const heard = [batches.length, statuses.length];
    leave();
    await pass(0);
    expect(ended).toHaveBeenCalled();
    if (after === 0) expect(line(0).isLeft).toBe(true);
    await pass(100_000);
    expect([batches.length, statuses.length]).toEqual(heard);
    expect(vi.getTimerCount()).toBe(0);
  });
});

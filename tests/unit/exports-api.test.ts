import fc from 'fast-check';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { ANY_CLUSTER } from '../../src/platform/editors/clusters.ts';
import { createReviewApi } from '../../src/platform/editors/review-api.ts';
import { ENDPOINT, ITEM } from './review-items.ts';

const QUESTION = { filter: ANY_CLUSTER, from: '', to: '', zone: '' };
const TYPES = {
  csv: 'text/csv; charset=utf-8',
  json: 'application/json',
  jsonld: 'application/ld+json',
};
const encoder = new TextEncoder();

/** Words that look like the file around them. */
const HOSTILE = [
  '"',
  '\\"',
  '}]}',
  '{"a":[',
  '\r\n',
  '",\r\n"',
  '\\',
  'слово „\u{1f600}“',
  '\u2028',
];
const hostile = fc.array(fc.oneof(fc.constantFrom(...HOSTILE), fc.string()), { maxLength: 6 });
const words = hostile.map((parts) => parts.join('').toWellFormed());

function composeJson(items: readonly object[]): string {
  return `[${items.map((item, i) => `${i === 0 ? '' : ','}\n${JSON.stringify(item)}`).join('')}\n]\n`;
}

function composeCollection(items: readonly object[]): string {
  const first = { id: 'urn:p', partOf: 'urn:c', items };
  return `${JSON.stringify({ '@context': 'x', id: 'urn:c', first, total: items.length })}\n`;
}

function composeCsv(rows: readonly string[]): string {
  const cell = (text: string) => `"${text.replaceAll('"', '""')}"`;
  const starts = ['\ufeff"exact","place"', ...rows.map((row) => `${cell(row)},"p-1"`)];
  return `${starts
    .join('\r\n')
    .slice(0, -1)
    .replace(/"([\w-]*)$/, '$1')}\r\n`;
}

/** An endpoint that sends a file in pieces, and after them what is told. */
function send(
  pieces: readonly Uint8Array<ArrayBuffer>[],
  { type = TYPES.json, headers = {}, end = 'close' }: Sending = {},
) {
  const asked: URL[] = [];
  const state = { isLeft: false };
  const api = createReviewApi(
    { endpoint: ENDPOINT, token: 't' },
    {
      send: async (url) => {
        asked.push(new URL(String(url)));
        let at = 0;
        const body = new ReadableStream<Uint8Array>({
          pull(stream) {
            const piece = pieces[at];
            at += 1;
            if (piece !== undefined) stream.enqueue(piece);
            else if (end === 'close') stream.close();
            else if (end === 'break') stream.error(new TypeError('network error'));
          },
          cancel() {
            state.isLeft = true;
          },
        });
        return new Response(body, { headers: { 'Content-Type': type, ...headers } });
      },
    },
  );
  return { exports: api.exports, asked, state };
}

interface Sending {
  type?: string;
  headers?: Record<string, string>;
  end?: 'close' | 'break' | 'hang';
}

/** A file in pieces, parted at any bytes. */
function part(text: string, cuts: readonly number[]): Uint8Array<ArrayBuffer>[] {
  const bytes = encoder.encode(text);
  const ends = [...cuts.map((cut) => cut % bytes.length).sort((a, b) => a - b), bytes.length];
  return ends
    .map((end, i) => bytes.slice(ends[i - 1] ?? 0, end))
    .filter(({ length }) => length > 0);
}

const cuts = fc.array(fc.nat(), { maxLength: 8 });
const never = () => new AbortController().signal;
const watch = () => ({ onProgress: vi.fn(), signal: never() });

afterEach(() => void vi.useRealTimers());

describe('a file', () => {
  it('is what was sent, byte for byte, with the reports counted', async () => {
    const file = fc.array(words, { maxLength: 5 }).chain((rows) =>
      fc.constantFrom(
        { format: 'csv' as const, text: composeCsv(rows), count: rows.length },
        {
          format: 'json' as const,
          text: composeJson(rows.map((exact) => ({ exact }))),
          count: rows.length,
        },
        {
          ...{ format: 'jsonld' as const, count: rows.length },
          text: composeCollection(rows.map((value) => ({ body: [{ value }], target: { value } }))),
        },
      ),
    );
    await fc.assert(
      fc.asyncProperty(file, cuts, async ({ format, text, count }, at) => {
        const { exports } = send(part(text, at), { type: TYPES[format] });
        const watching = watch();
        const answer = await exports.download({ ...QUESTION, format }, watching);
        expect(answer.ok).toBe(true);
        if (!answer.ok) return;
        const { blob } = answer.value;
        expect(new Uint8Array(await blob.arrayBuffer())).toEqual(encoder.encode(text));
        expect(TYPES[format].startsWith(blob.type)).toBe(true);
        const size = encoder.encode(text).length;
        expect(watching.onProgress.mock.lastCall).toEqual([size, count]);
      }),
    );
  });

  it('is none where a part of it is missing, even where nothing says so', async () => {
    const rows = ['a', 'b "c"', 'd\r\ne'];
    const files = [
      { format: 'json' as const, text: composeJson(rows.map((exact) => ({ exact }))).trimEnd() },
      {
        format: 'jsonld' as const,
        text: composeCollection(rows.map((value) => ({ value }))).trimEnd(),
      },
      { format: 'csv' as const, text: composeCsv(rows) },
      { format: 'csv' as const, text: composeCsv([]) },
    ];
    for (const { format, text } of files) {
      for (let end = 0; end < text.length; end += 1) {
        const { exports } = send(part(text.slice(0, end), []), { type: TYPES[format] });
        const answer = await exports.download({ ...QUESTION, format }, watch());
        expect([end, answer]).toMatchObject([end, { ok: false, failure: 'network' }]);
      }
    }
  });

  it.each(['csv', 'json'] as const)('is none where the connection breaks: %s', async (format) => {
    const text = format === 'csv' ? composeCsv(['a']) : composeJson([{ exact: 'a' }]);
    const { exports } = send(part(text, []), { type: TYPES[format], end: 'break' });
    const answer = await exports.download({ ...QUESTION, format }, watch());
    expect(answer).toMatchObject({ ok: false, failure: 'network' });
  });

  it('is none where something follows it, or it is another than was asked for', async () => {
    const more = { csv: `${composeCsv(['a'])}"a","p"\r\n`, json: `${composeJson([])}{}` };
    for (const format of ['csv', 'json'] as const) {
      const { exports } = send(part(more[format], []), { type: TYPES[format] });
      const answer = await exports.download({ ...QUESTION, format }, watch());
      expect([format, answer]).toMatchObject([format, { ok: false, failure: 'network' }]);
    }
    const portal = send(part('<html>\n', []), { type: 'text/html' });
    expect(await portal.exports.download({ ...QUESTION, format: 'csv' }, watch())).toMatchObject({
      ...{ ok: false, failure: 'malformed' },
    });
    expect(portal.state.isLeft).toBe(true);
  });

  it('is asked for as it is filtered', async () => {
    const { exports, asked } = send(part(composeCsv([]), []), { type: TYPES.csv });
    const filter = { ...ANY_CLUSTER, state: 'fixed', site: 'a.example', language: 'kk' } as const;
    const days = { from: '2026-01-01', to: '2026-02-01', zone: 'Asia/Almaty' };
    const answer = await exports.download({ filter, ...days, format: 'csv' }, watch());
    expect(Object.fromEntries(asked[0]?.searchParams ?? [])).toEqual({
      ...{ state: 'fixed', site: 'a.example', language: 'kk', ...days, format: 'csv' },
    });
    expect(answer).toMatchObject({ value: { name: 'sic-a.example.csv' } });
  });

  it.each([
    ['sic-a.example-2026-11-23.csv', 'sic-a.example-2026-11-23.csv'],
    ['setup.exe', 'sic-reports.csv'],
    ['../sic.csv', 'sic-reports.csv'],
    ['.csv', 'sic-reports.csv'],
  ])(
    'is named as the endpoint says, where that is a name of such a file: %s',
    async (told, name) => {
      const headers = { 'Content-Disposition': `attachment; filename="${told}"` };
      const { exports } = send(part(composeCsv([]), []), { type: TYPES.csv, headers });
      const answer = await exports.download({ ...QUESTION, format: 'csv' }, watch());
      expect(answer).toMatchObject({ ok: true, value: { name } });
    },
  );

  it('is left when nobody wants it any more', async () => {
    const { exports, state } = send(part(composeJson([{}]).slice(0, 3), []), { end: 'hang' });
    const leaving = new AbortController();
    const downloading = exports.download(
      { ...QUESTION, format: 'json' },
      { onProgress: () => leaving.abort(), signal: leaving.signal },
    );
    expect(await downloading).toMatchObject({ ok: false, failure: 'network' });
    expect(state.isLeft).toBe(true);
  });

  it('is given up where nothing comes any more', async () => {
    vi.useFakeTimers();
    const { exports, state } = send(part(composeCsv(['a']), []), { type: TYPES.csv, end: 'hang' });
    const downloading = exports.download({ ...QUESTION, format: 'csv' }, watch());
    await vi.advanceTimersByTimeAsync(59_000);
    expect(state.isLeft).toBe(false);
    await vi.advanceTimersByTimeAsync(2_000);
    expect(await downloading).toMatchObject({ ok: false, failure: 'network' });
    expect(state.isLeft).toBe(true);
  });

  it('is refused with what the endpoint says', async () => {
    const refuse = async () => Response.json({ detail: 'two are enough' }, { status: 429 });
    const api = createReviewApi({ endpoint: ENDPOINT, token: 't' }, { send: refuse });
    const refused = { ok: false, failure: 'limited', detail: 'two are enough' };
    expect(await api.exports.download({ ...QUESTION, format: 'csv' }, watch())).toEqual(refused);
    expect(await api.exports.readEach(QUESTION, () => undefined, never())).toEqual(refused);
  });
});

describe('reports one after the other', () => {
  it('are those of the file, in its order, however it is parted', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(words, { maxLength: 6 }), cuts, async (quoted, at) => {
        const items = quoted.map((exact) => ({ ...ITEM, exact, comment: exact }));
        const { exports } = send(part(composeJson(items), at));
        const taken: string[] = [];
        const take = (some: { exact: string }[]) => {
          expect(some).not.toEqual([]);
          taken.push(...some.map(({ exact }) => exact));
        };
        const answer = await exports.readEach(QUESTION, take, never());
        expect(answer).toEqual({ ok: true, value: quoted.length });
        expect(taken).toEqual(quoted);
      }),
    );
  });

  it('are not believed where one is malformed', async () => {
    const { exports, state } = send(part(composeJson([ITEM, { ...ITEM, state: 'lost' }]), []), {
      end: 'hang',
    });
    const answer = await exports.readEach(QUESTION, () => undefined, never());
    expect(answer).toMatchObject({ ok: false, failure: 'malformed' });
    expect(state.isLeft).toBe(true);
  });

  it('are not all where the file breaks off between two', async () => {
    const text = composeJson([ITEM, ITEM]);
    const { exports } = send(part(text.slice(0, text.indexOf(',\n')), []));
    const take = vi.fn();
    const answer = await exports.readEach(QUESTION, take, never());
    expect(answer).toMatchObject({ ok: false, failure: 'network' });
    expect(take).toHaveBeenCalledOnce();
  });
});

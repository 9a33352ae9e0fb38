/** What the log and the metrics hold, and that nobody can be known by them. */
import { once } from 'node:events';
import { describe, expect, test, vi } from 'vitest';
import { createLog } from '../../src/endpoint/operation/log.ts';
import { makeDirectory } from './directory.ts';
import { mintCanonical, SITE } from './endpoint.ts';
import { readUrl, run, send, start } from './program.ts';

/** Starts the program and uses it as readers, an editor and strangers do. */
async function useEndpoint(...options: string[]) {
  const directory = await makeDirectory();
  const args = ['token', 'add', '--name', 'Ann', '--site', SITE, '--data', directory];
  const token = (await run(args, directory)).stdout.trim();
  const child = start(directory, ...options);
  let [stdout, stderr] = ['', ''];
  child.stdout?.on('data', (chunk) => {
    stdout += chunk;
  });
  child.stderr?.on('data', (chunk) => {
    stderr += chunk;
  });
  const url = await vi.waitFor(
    () => {
      const found = /Serving (\S+)\n/.exec(stdout)?.[1] ?? /"url":"(.*?)"/.exec(stdout)?.[1];
      if (found === undefined) throw new Error(`it does not serve yet: ${stderr}`);
      return found;
    },
    { timeout: 30_000 },
  );
  const canonical = mintCanonical();
  const location = String((await send(url, canonical)).headers.get('location'));
  await send(url, canonical);
  const refused = await fetch(`${url}annotations/`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: '{"bodyValue": "recieved"',
  });
  expect(refused.status).toBe(400);
  await fetch(location);
  await fetch(`${url}no/such/page?name=Ann`);
  await fetch(`${url}api/reports?search=recieved`, {
    headers: { authorization: `Bearer ${token}` },
  });
  const segment = location.split('/').at(-1) ?? '';
  const secrets = [canonical, segment, token, token.slice(4, 12), SITE, 'recieved', 'Ann'];
  return { child, url, secrets, read: () => ({ stdout, stderr }) };
}

test('the log names requests by their routes, and nobody', async () => {
  const { secrets, read } = await useEndpoint('--log-level', 'info', '--log-format', 'json');
  const lines = await vi.waitFor(
    () => {
      const found = read().stderr.trimEnd().split('\n');
      expect(found.length).toBeGreaterThanOrEqual(6);
      return found.map((line) => JSON.parse(line));
    },
    { timeout: 20_000 },
  );
  const requests = lines.filter(({ message }) => message === 'request');
  expect(requests.map(({ method, route, status }) => [method, route, status])).toEqual([
    ['POST', '/annotations/', 201],
    ['POST', '/annotations/', 200],
    ['POST', '/annotations/', 400],
    ['GET', '/annotations/:segment', 200],
    // Where the review page has been built, its files' route looks for whatever there is no other for.
    ['GET', expect.stringMatching(/^(\/\*)?$/), 404],
    ['GET', '/api/reports', 200],
  ]);
  for (const line of lines) expect(new Date(line.time).toISOString()).toBe(line.time);
  for (const secret of [...secrets, '127.0.0.1', 'search', 'no/such']) {
    expect(read().stderr).not.toContain(secret);
  }
});

const TIME = String.raw`\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ`;

test('for people it says in plain words where it serves, and when it has stopped', async () => {
  const { child, url, read } = await useEndpoint('--log-level', 'silent');
  const ended = once(child, 'close');
  child.kill('SIGTERM');
  expect(await ended).toEqual([0, null]);
  expect(read().stdout).toMatch(new RegExp(`^Serving ${url}\nStopped ${TIME}\n$`));
});

test('for machines each line is JSON, from the first to the last', async () => {
  const { child, url, read } = await useEndpoint(
    ...['--log-format', 'json', '--log-level', 'info', '--metrics', '0'],
  );
  const ended = once(child, 'close');
  child.kill('SIGTERM');
  await ended;
  const { stdout, stderr } = read();
  const lines = stdout
    .trimEnd()
    .split('\n')
    .map((line) => JSON.parse(line));
  const time = expect.stringMatching(/^\d{4}-.*Z$/);
  expect(lines).toEqual([
    { time, level: 'info', message: 'Serving', url },
    { time, level: 'info', message: 'Metrics', url: expect.stringMatching(/\/metrics$/) },
    { time, level: 'info', message: 'Stopped' },
  ]);
  for (const line of stderr.trimEnd().split('\n')) expect(JSON.parse(line)).toHaveProperty('level');
});

test('by itself it logs no requests', async () => {
  const { read } = await useEndpoint();
  expect(read().stderr).toBe('');
});

test('the metrics stand at an address of their own, and tell of nobody', async () => {
  const { url, secrets, read } = await useEndpoint('--metrics', '0');
  const metricsUrl = /Metrics (\S+)\n/.exec(read().stdout)?.[1] ?? '';
  expect(new URL(metricsUrl).hostname).toBe('127.0.0.1');
  const text = await vi.waitFor(
    async () => {
      const figures = await (await fetch(metricsUrl)).text();
      expect(figures).toContain('route="/api/reports",status="200"} 1');
      return figures;
    },
    { timeout: 20_000 },
  );
  for (const figure of [
    'sic_reports_total{outcome="stored"} 1',
    'sic_reports_total{outcome="known"} 1',
    'sic_reports_total{outcome="refused"} 1',
    'sic_http_requests_total{method="POST",route="/annotations/",status="201"} 1',
    'sic_http_requests_total{method="GET",route="/annotations/:segment",status="200"} 1',
    'sic_http_request_duration_seconds_count{method="POST",route="/annotations/"} 3',
    'sic_http_requests_running{route="/annotations/"} 0',
    'sic_reports_waiting 0',
    'sic_messages{state="waiting"} 0',
    'sic_messages{state="failed"} 0',
    'process_resident_memory_bytes ',
  ]) {
    expect(text).toContain(`\n${figure}`);
  }
  for (const secret of secrets) expect(text).not.toContain(secret);
  expect((await fetch(`${url}metrics`)).status).toBe(404);
  expect((await fetch(new URL('/', metricsUrl))).status).toBe(404);
  expect((await fetch(metricsUrl, { method: 'POST' })).status).toBe(404);
});

test('without being told to it serves no metrics', async () => {
  const child = start(await makeDirectory());
  let stdout = '';
  child.stdout?.on('data', (chunk) => {
    stdout += chunk;
  });
  await readUrl(child);
  expect(stdout).not.toContain('Metrics');
});

describe('an error in the log', () => {
  function logError(error: unknown, format: 'json' | 'text' = 'json'): string {
    let written = '';
    const log = createLog({
      ...{ level: 'error', format, now: () => 0 },
      write: (line) => {
        written += line;
      },
    });
    log.error('A request failed:', error);
    return written;
  }

  test.each<[Error, string]>([
    [new Error('550 no such user <ann@news.example>'), '550 no such user <…@…>'],
    [
      new Error('postgres://sic:hunter2@db.example:5432/x?y refused'),
      'postgres://db.example:5432 refused',
    ],
    [new Error('POST https://hooks.example/T0/secret failed'), 'POST https://hooks.example failed'],
    [new Error('the token sic_abc-DEF_1 is odd'), 'the token sic_… is odd'],
    [new SyntaxError('"recieved\nlate" is not JSON'), '"…" is not JSON'],
    [new SyntaxError('Unexpected end: "recieved'), 'Unexpected end: "…"'],
    [new Error('duplicate urn:uuid:0198c3a0-0000-7000-8000-000000000000'), 'duplicate urn:uuid:…'],
    [Object.assign(new Error('no relation "reports"'), { code: '42P01' }), 'no relation "reports"'],
  ])('%s is told as %j', (error, reason) => {
    const line = JSON.parse(logError(error));
    expect(line).toMatchObject({ level: 'error', error: error.name, reason });
    expect(line.stack[0]).toMatch(/^at /);
    const text = logError(error, 'text');
    expect(text).toMatch(/^1970-01-01T00:00:00Z A request failed: /);
    expect(text.split('\n')[0]).toContain(`reason=${reason}`);
    for (const secret of ['hunter2', 'recieved', 'ann@']) {
      expect(JSON.stringify(line) + text).not.toContain(secret);
    }
  });

  test('what is no error is not shown', () => {
    expect(logError('recieved')).not.toContain('recieved');
  });

  test('is one line of JSON, whatever stands in it', () => {
    expect(logError(new Error('a\nb\r\n\u2028c')).trimEnd().split('\n')).toHaveLength(1);
  });
});

test('levels leave out what is less', () => {
  const lines: string[] = [];
  for (const level of ['silent', 'error', 'warn', 'info'] as const) {
    const log = createLog({
      level,
      format: 'text',
      now: () => 1_700_000_000_999,
      write: (line) => lines.push(`${level}: ${line.replace('2023-11-14T22:13:20Z ', '')}`),
    });
    log.info('i', { a: 1 });
    log.warn('w');
    log.error('e', null);
  }
  expect(lines).toEqual([
    'error: e error=object\n',
    ...['warn: w\n', 'warn: e error=object\n'],
    ...['info: i a=1\n', 'info: w\n', 'info: e error=object\n'],
  ]);
});

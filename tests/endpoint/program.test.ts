/** The program as an editor's machine runs it: its command line, its end, and its end by force. */
import { once } from 'node:events';
import { copyFile, mkdir, writeFile } from 'node:fs/promises';
import { createServer as createTcpServer } from 'node:net';
import { join } from 'node:path';
import SQLite from 'better-sqlite3';
import { describe, expect, onTestFinished, test } from 'vitest';
import { openStore } from '../../src/endpoint/store/database.ts';
import { makeDirectory, mintCanonical, SITE } from './endpoint.ts';
import { readUrl, run, send, serve, start } from './program.ts';

describe('the command line', () => {
  test.each<[string[], RegExp]>([
    [['--database-url', 'mysql://x/y'], /^--database-url must be a URL such as postgres:/],
    [['--prot', '1'], /--prot/],
    [['surve'], /surve/],
    [['--port', '65536'], /--port/],
    [['--port', 'http'], /--port/],
    [['--posts-per-minute', '0'], /--posts-per-minute/],
    [['--public-url', 'ftp://x'], /--public-url/],
    [['token'], /add/],
    [['token', 'add', '--site', 'x.example'], /--name/],
    [['token', 'add', '--name', 'Ann', '--site', 'https://x.example/'], /not a URL: x\.example$/],
    [['token', 'add', '--name', 'Ann'], /--site/],
    [['token', 'add', '--name', 'A\nB', '--site', 'x.example'], /--name/],
    [['token', 'revoke'], /--name/],
    [['token', 'revoke', '--name', 'Ann', '--site', 'x.example/a'], /--site/],
    [['token', 'list', '--name', 'Ann'], /--name/],
    [['token', 'forget'], /`add`, `list` or `revoke`/],
    [['--trust-proxy', ''], /--trust-proxy/],
    [['--trust-proxy', 'proxy.example'], /--trust-proxy/],
    [['--trust-proxy', '127.0.0.1,0.0.0.0/0'], /--trust-proxy/],
    [['--trust-proxy', '10.0.0.0/33'], /--trust-proxy/],
    [['token', 'add', '--name', 'Ann', '--site', 'x.example:80'], /--site/],
  ])('%j is answered with exit 2 and what is wrong', async (args, message) => {
    const { code, stdout, stderr } = await run(args, await makeDirectory());
    expect([code, stdout]).toEqual([2, '']);
    expect(stderr.split('\n')[0]).toMatch(message);
  });

  test('prints an editor’s token alone, which holds', async () => {
    const directory = await makeDirectory();
    const args = ['token', 'add', '--name', 'Ann', '--site', 'News.Example', '--data', directory];
    const { code, stdout } = await run(args, directory);
    expect(code).toBe(0);
    expect(stdout).toMatch(/^sic_[\w-]{43}\n$/);
    const url = await serve(directory);
    const me = await fetch(`${url}api/me`, {
      headers: { authorization: `Bearer ${stdout.trim()}` },
    });
    expect(await me.json()).toMatchObject({ name: 'Ann', site: SITE });
  });

  test('says in one line which place cannot be written to', async () => {
    const directory = await makeDirectory();
    const file = join(directory, 'file');
    await writeFile(
      file,
      'this is no database, and far longer than the head of one would be'.repeat(9),
    );
    await mkdir(join(directory, 'odd'));
    await copyFile(file, join(directory, 'odd', 'sic.sqlite'));
    const data = join(directory, 'data');
    expect((await run(['migrate', '--data', data], directory)).code).toBe(0);
    const cases: [string[], number, RegExp][] = [
      [
        ['--port', '0', '--data', file],
        2,
        /^--data must name a directory, and a file is there\.\n/,
      ],
      [
        ['--port', '0', '--data', join(directory, 'odd')],
        1,
        /^The endpoint cannot run: .*\/odd\)\n$/,
      ],
      [['token', 'list', '--data', join(directory, 'odd')], 1, /^.*\(in .*\/odd\)\n$/],
      [
        ['backup', join(directory, 'none', 'copy'), '--data', data],
        1,
        /^A backup cannot be written to .*\/none: ENOENT: no such file or directory\.\n$/,
      ],
      // A directory that is a file.
      [['backup', join(file, 'copy'), '--data', data], 1, /^(A|The) backup .*\/file.*\n$/],
      [['backup', '/proc/sic-copy', '--data', data], 1, /^(A|The) backup .*\/proc.*\n$/],
    ];
    for (const [args, exit, message] of cases) {
      const { code, stdout, stderr } = await run(args, directory);
      expect([code, stdout]).toEqual([exit, '']);
      expect(stderr).toMatch(message);
      expect(stderr).not.toMatch(/^ +at /m);
    }
  });

  test('says so when the port is taken', async () => {
    const taken = createTcpServer().listen(0, '127.0.0.1');
    onTestFinished(() => void taken.close());
    await once(taken, 'listening');
    const address = taken.address();
    const port = typeof address === 'object' && address !== null ? address.port : 0;
    const directory = await makeDirectory();
    const { code, stderr } = await run(['--port', String(port), '--data', directory], directory);
    expect(code).toBe(1);
    expect(stderr).toContain(`port ${port} is taken; choose another one with --port`);
  });
});

test('serves behind a proxy as it is told to', async () => {
  const publicUrl = 'https://editors.example.org/';
  const child = start(
    await makeDirectory(),
    ...['--public-url', publicUrl, '--trust-proxy', '127.0.0.1', '--posts-per-minute', '1'],
  );
  const url = await readUrl(child);
  const sendFor = (reader: string) =>
    send(url, mintCanonical(), undefined, { 'x-forwarded-for': reader });
  for (const reader of ['198.51.100.1', '198.51.100.2']) {
    const response = await sendFor(reader);
    expect(response.status).toBe(201);
    expect(response.headers.get('location')).toMatch(
      /^https:\/\/editors\.example\.org\/annotations\/[^/]+$/,
    );
  }
  expect((await sendFor('198.51.100.1')).status).toBe(429);
});

test.each(['SIGTERM', 'SIGINT'] as const)('%s ends it cleanly', async (signal) => {
  const directory = await makeDirectory();
  const child = start(directory);
  const url = await readUrl(child);
  expect((await send(url)).status).toBe(201);
  const [code] = await Promise.all([
    once(child, 'exit').then(([status]) => status),
    child.kill(signal),
  ]);
  expect(code).toBe(0);
});

test('kill -9 in the middle of posts takes nothing along that was acknowledged', async () => {
  const directory = await makeDirectory();
  const acknowledged = new Map<string, string>();
  for (let round = 0; round < 4; round++) {
    const child = start(directory);
    const url = await readUrl(child);
    const target = acknowledged.size + 15 + round * 12;
    const write = async () => {
      for (;;) {
        const canonical = mintCanonical();
        const response = await send(url, canonical).catch(() => null);
        if (response === null) return;
        expect(response.status).toBe(201);
        acknowledged.set(canonical, String(response.headers.get('location')));
        if (acknowledged.size === target) child.kill('SIGKILL');
      }
    };
    const ended = once(child, 'exit');
    await Promise.all(Array.from({ length: 8 }, write));
    expect((await ended)[1]).toBe('SIGKILL');
    expect(acknowledged.size).toBeGreaterThanOrEqual(target);
  }
  const store = await openStore({ directory });
  onTestFinished(() => store.close());
  const lost: string[] = [];
  for (const [canonical, location] of acknowledged) {
    const [report] = await store.reports.findReports(SITE, canonical);
    if (report === undefined || !location.endsWith(`/${report.segment}`)) lost.push(canonical);
  }
  expect(lost).toEqual([]);
  const { total } = await store.reports.summarizeSite(SITE);
  expect(total).toBeGreaterThanOrEqual(acknowledged.size);
  // At most what was on its way, unanswered, at each of the four ends.
  expect(total).toBeLessThanOrEqual(acknowledged.size + 4 * 8);
  const database = new SQLite(join(directory, 'sic.sqlite'));
  onTestFinished(() => void database.close());
  expect(database.pragma('integrity_check', { simple: true })).toBe('ok');
});

test('two processes on one directory store each report once', async () => {
  const directory = await makeDirectory();
  // Started at once on nothing: each would make the tables.
  const urls = await Promise.all([serve(directory), serve(directory)]);
  const canonicals = Array.from({ length: 40 }, mintCanonical);
  const segments = await Promise.all(
    canonicals.map(async (canonical) => {
      const responses = await Promise.all(urls.map((url) => send(url, canonical)));
      expect(responses.map((response) => response.status).sort()).toEqual([200, 201]);
      return responses.map((response) => response.headers.get('location')?.split('/').at(-1));
    }),
  );
  for (const [one, other] of segments) expect(one).toBe(other);
});

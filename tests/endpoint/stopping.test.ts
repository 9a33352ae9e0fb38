/** The end of the program when it is told to stop: what was begun comes to its end, and nothing is lost. */
import type { ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { connect, type Socket } from 'node:net';
import { expect, onTestFinished, test } from 'vitest';
import { makeDirectory } from './directory.ts';
import { mintCanonical, SITE, startEndpoint } from './endpoint.ts';
import { readUrl, run, send, start } from './program.ts';
import { openFor } from './stores.ts';

async function readEnd(child: ChildProcess): Promise<{ code: unknown; stderr: string }> {
  let stderr = '';
  child.stderr?.on('data', (chunk) => {
    stderr += chunk;
  });
  const [code] = await once(child, 'close');
  return { code, stderr };
}

/** A connection on which a request has begun and not ended. */
async function beginRequest(
  url: string,
  head: string,
): Promise<Socket & { received: () => string }> {
  const { hostname, port } = new URL(url);
  const socket = connect(Number(port), hostname);
  onTestFinished(() => void socket.destroy());
  socket.on('error', () => undefined);
  let received = '';
  socket.on('data', (chunk) => {
    received += chunk;
  });
  await once(socket, 'connect');
  socket.write(head);
  // What comes on another connection later is answered after this one's beginning has been read.
  await fetch(`${url}healthz`);
  return Object.assign(socket, { received: () => received });
}

test('of the reports that are under way when it stops each is stored and acknowledged, or neither', async () => {
  const directory = await makeDirectory();
  const acknowledged = new Set<string>();
  const outcomes = new Set<number | null>();
  let sent = 0;
  for (let round = 0; round < 3; round++) {
    const child = start(directory);
    const url = await readUrl(child);
    const target = acknowledged.size + 40;
    const write = async () => {
      for (;;) {
        const canonical = mintCanonical();
        sent++;
        const response = await send(url, canonical).catch(() => null);
        outcomes.add(response?.status ?? null);
        if (response?.status !== 201) return;
        acknowledged.add(canonical);
        if (acknowledged.size === target) child.kill('SIGTERM');
      }
    };
    const [{ code }] = await Promise.all([readEnd(child), ...Array.from({ length: 24 }, write)]);
    expect(code).toBe(0);
    expect(acknowledged.size).toBeGreaterThanOrEqual(target);
  }
  // Some were refused, or nothing has been shown.
  expect(sent).toBeGreaterThan(acknowledged.size);
  for (const outcome of outcomes) expect([201, 503, null]).toContain(outcome);
  const store = await openFor({ directory });
  expect((await store.reports.summarizeSite(SITE)).total).toBe(acknowledged.size);
  for (const canonical of acknowledged) {
    expect(await store.reports.findReports(SITE, canonical)).toHaveLength(1);
  }
});

test('who listens for events is sent off, and the end is a clean one', async () => {
  const directory = await makeDirectory();
  const args = ['token', 'add', '--name', 'Ann', '--site', SITE, '--data', directory];
  const token = (await run(args, directory)).stdout.trim();
  const child = start(directory);
  const url = await readUrl(child);
  const response = await fetch(`${url}api/events`, {
    headers: { authorization: `Bearer ${token}` },
  });
  expect(response.status).toBe(200);
  const [{ code, stderr }, events] = await Promise.all([
    readEnd(child),
    response.text(),
    child.kill('SIGTERM'),
  ]);
  expect([code, stderr]).toEqual([0, '']);
  expect(events).toContain('event: start');
});

test('while it waits for a request to end it is not ready, and a second signal ends it at once', async () => {
  const child = start(await makeDirectory());
  const url = await readUrl(child);
  const ended = readEnd(child);
  const asking = await beginRequest(url, 'GET /readyz HTTP/1.1\r\nHost: x\r\n');
  const head = 'POST /annotations/ HTTP/1.1\r\nHost: x\r\nContent-Type: application/json\r\n';
  await beginRequest(url, `${head}Content-Length: 1000\r\n\r\n{"`);
  // npm hands on a signal that the terminal has sent to both: two that come together are one.
  child.kill('SIGINT');
  child.kill('SIGTERM');
  for (;;) {
    const isTaken = await fetch(`${url}healthz`).then(
      () => true,
      () => false,
    );
    if (!isTaken) break;
  }
  asking.write('\r\n');
  await once(asking, 'data');
  expect(asking.received()).toMatch(/^HTTP\/1\.1 503 /);
  await new Promise((resolve) => setTimeout(resolve, 1_500));
  expect(child.exitCode).toBe(null);
  child.kill('SIGTERM');
  const { code, stderr } = await ended;
  expect(code).toBe(1);
  expect(stderr).not.toContain('did not end in time');
});

test('connections that were opened beforehand and never used do not keep a server open', async () => {
  const { server } = await startEndpoint();
  const { hostname, port } = new URL(await server.listen({ port: 0, host: '127.0.0.1' }));
  const socket = connect(Number(port), hostname);
  onTestFinished(() => void socket.destroy());
  await once(socket, 'connect');
  await fetch(`http://${hostname}:${port}/healthz`);
  const gone = once(socket, 'close');
  await server.close();
  await gone;
});

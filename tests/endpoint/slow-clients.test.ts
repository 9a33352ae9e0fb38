/** Clients that say what they want byte by byte, or not to the end: others are served meanwhile, and nothing is stored. */
import { once } from 'node:events';
import { connect, type Socket } from 'node:net';
import { expect, onTestFinished, test, vi } from 'vitest';
import { type Endpoint, SITE, startEndpoint, writeAnnotation } from './endpoint.ts';
import { send } from './program.ts';

const SLOW = 150;
const HEAD =
  'POST /annotations/ HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/ld+json\r\n';

interface Listening extends Endpoint {
  url: string;
  port: number;
}

/** An endpoint that listens, and whose patience is as short as a test's. */
async function listen(patience: number): Promise<Listening> {
  const endpoint = await startEndpoint();
  const { server } = endpoint;
  // How patient Node is, it has been told when the server was made, and reads when it listens.
  Object.assign(server.server, {
    requestTimeout: patience,
    headersTimeout: patience,
    connectionsCheckingInterval: 50,
  });
  const url = new URL('/', await server.listen({ host: '127.0.0.1', port: 0 }));
  return { ...endpoint, url: url.href, port: Number(url.port) };
}

interface Slow {
  socket: Socket;
  closed: Promise<unknown>;
  answer: () => string;
}

async function open(port: number): Promise<Slow> {
  const socket = connect(port, '127.0.0.1');
  onTestFinished(() => void socket.destroy());
  socket.on('error', () => undefined);
  const closed = new Promise((resolve) => socket.once('close', resolve));
  let answer = '';
  socket.on('data', (chunk) => {
    answer += chunk;
  });
  await once(socket, 'connect');
  return { socket, closed, answer: () => answer };
}

async function countReports({ store }: Endpoint): Promise<number> {
  return (await store.reports.summarizeSite(SITE)).total;
}

test.each([
  ['headers', HEAD + 'X-Slow: 1\r\n'.repeat(500)],
  ['bodies', `${HEAD}Content-Length: 5000\r\n\r\n${' '.repeat(4_000)}`],
  ['chunks', `${HEAD}Transfer-Encoding: chunked\r\n\r\n${'1\r\n \r\n'.repeat(600)}`],
])('who sends %s byte by byte is cut off, and holds nobody up', async (_what, text) => {
  const endpoint = await listen(1_000);
  const slow = await Promise.all(Array.from({ length: SLOW }, () => open(endpoint.port)));
  let sent = 0;
  const drip = setInterval(() => {
    for (const { socket } of slow) if (socket.writable) socket.write(text[sent] ?? ' ');
    sent += 1;
  }, 5);
  onTestFinished(() => clearInterval(drip));
  const ended = Promise.all(slow.map(({ closed }) => closed));
  for (let i = 0; i < 10; i++) expect((await send(endpoint.url)).status).toBe(201);
  // Nobody has been given up yet, and nobody will be waited for to the end.
  await ended;
  expect(sent).toBeLessThan(text.length);
  for (const { answer } of slow) expect(answer()).toMatch(/^(HTTP\/1\.1 408 |$)/);
  expect([await countReports(endpoint), endpoint.errors]).toEqual([10, []]);
});

test('a body that breaks off is not stored, however much of it came', async () => {
  const endpoint = await listen(30_000);
  const body = JSON.stringify(writeAnnotation());
  const length = Buffer.byteLength(body);
  const parts = [0, 1, length / 2, length - 1].map((end) => body.slice(0, end));
  const requests = parts.flatMap((part) => [
    `${HEAD}Content-Length: ${length}\r\n\r\n${part}`,
    // Whole, but the chunk that ends it is missing.
    `${HEAD}Transfer-Encoding: chunked\r\n\r\n${length.toString(16)}\r\n${part}`,
  ]);
  requests.push(
    `${HEAD}Transfer-Encoding: chunked\r\n\r\n${length.toString(16)}\r\n${body}\r\n`,
    `${HEAD}Content-Length: ${length + 1}\r\n\r\n${body}`,
  );
  for (const request of requests) {
    for (const cut of ['destroy', 'end', 'resetAndDestroy'] as const) {
      const { socket, closed, answer } = await open(endpoint.port);
      await new Promise((resolve) => socket.write(request, resolve));
      socket[cut]();
      await closed;
      expect(answer()).not.toMatch(/^HTTP\/1\.1 2/);
    }
  }
  // Whoever comes behind is served, and the server has taken none of it for its own fault.
  expect((await send(endpoint.url)).status).toBe(201);
  expect(await countReports(endpoint)).toBe(1);
  expect(endpoint.errors).toEqual([]);
});

test('who does not read the answer holds nobody up', async () => {
  const endpoint = await listen(30_000);
  const request = `GET /api/openapi.json HTTP/1.1\r\nHost: localhost\r\n\r\n`;
  for (let i = 0; i < 20; i++) {
    const { socket } = await open(endpoint.port);
    socket.pause();
    socket.write(request.repeat(50));
  }
  for (let i = 0; i < 10; i++) expect((await send(endpoint.url)).status).toBe(201);
  await vi.waitFor(async () => expect(await countReports(endpoint)).toBe(10), { timeout: 20_000 });
});

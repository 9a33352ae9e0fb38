/** Places for what takes long: whoever goes gives theirs back, at whatever moment that is. */
import { once } from 'node:events';
import { connect, type Socket } from 'node:net';
import type { FastifyInstance } from 'fastify';
import { describe, expect, onTestFinished, test, vi } from 'vitest';
import { createServer } from '../../src/endpoint/server.ts';
import { addEditor, ask, post, SITE, startEndpoint, writeAnnotation } from './endpoint.ts';
import { open } from './event-client.ts';
import { createWireClient, listen } from './wire-client.ts';

/** More than a token may have of either. */
const MANY = 21;
const PATHS = ['/api/export', '/api/events'];

/** An endpoint that looks nobody's token up until it is told to. */
async function listenSlowly() {
  const { store, token } = await startEndpoint();
  let looked: () => void = () => undefined;
  let isSlow = true;
  const waiting: (() => void)[] = [];
  const tokens: typeof store.tokens = {
    ...store.tokens,
    async findEditor(asked) {
      const editor = await store.tokens.findEditor(asked);
      if (!isSlow) return editor;
      await new Promise<void>((resolve) => {
        waiting.push(resolve);
        looked();
      });
      return editor;
    },
  };
  const server = createServer({ store: { ...store, tokens }, requestsPerEditor: 1_000 });
  onTestFinished(() => server.close());
  const port = await listen(server);
  const head = `HTTP/1.1\r\nHost: localhost\r\nAuthorization: Bearer ${token}\r\n\r\n`;
  return {
    ...{ port, server, token },
    /** Asks for something, and more on the same connection, until all of it is being looked up. */
    async ask(paths: readonly string[]): Promise<Socket> {
      const socket = connect(port, '127.0.0.1');
      socket.on('error', () => undefined);
      const isLookedUp = new Promise<void>((resolve) => {
        looked = () => waiting.length === paths.length && resolve();
      });
      socket.write(paths.map((path) => `GET ${path} ${head}`).join(''));
      await isLookedUp;
      return socket;
    },
    goOn(): void {
      for (const resolve of waiting.splice(0)) resolve();
    },
    hurry(): void {
      isSlow = false;
    },
  };
}

async function leave(server: FastifyInstance, socket: Socket): Promise<void> {
  const closed = once(socket, 'close');
  socket.resetAndDestroy();
  await closed;
  await vi.waitFor(
    async () => {
      const open = await new Promise((resolve) =>
        server.server.getConnections((_error, count) => resolve(count)),
      );
      expect(open).toBe(0);
    },
    { timeout: 20_000 },
  );
}

async function expectPlaces(port: number, token: string): Promise<void> {
  const send = createWireClient(port);
  const headers = { authorization: `Bearer ${token}` };
  for (const path of PATHS) {
    await vi.waitFor(
      async () => {
        expect((await send({ method: 'GET', path, headers })).status).toBe(200);
      },
      { timeout: 20_000 },
    );
  }
}

test.each([
  ...PATHS.map((path) => ({ paths: [path] })),
  ...PATHS.map((path) => ({ paths: ['/api/events', path] })),
])('whoever asks for $paths and goes before the answer takes no place', async ({ paths }) => {
  const { ask, goOn, hurry, port, server, token } = await listenSlowly();
  for (let i = 0; i < MANY; i++) {
    const socket = await ask(paths);
    await leave(server, socket);
    goOn();
  }
  hurry();
  await expectPlaces(port, token);
});

test.each(PATHS)('nor who asks for %s behind something else on a connection', async (path) => {
  const { ask, goOn, hurry, port, server, token } = await listenSlowly();
  for (let i = 0; i < MANY; i++) {
    const socket = await ask(['/api/events', path]);
    goOn();
    await once(socket, 'data');
    await leave(server, socket);
  }
  hurry();
  await expectPlaces(port, token);
});

describe('a file that is sent', () => {
  async function listenWithMuch(check: number) {
    const endpoint = await startEndpoint({ events: { check } });
    // The sockets hold some megabytes, and nobody holds the rest.
    const comment = 'x'.repeat(9_000);
    for (let i = 0; i < 10; i++) {
      const many = Array.from({ length: 200 }, () => writeAnnotation({ comment }));
      await Promise.all(many.map((annotation) => post(endpoint.server, annotation)));
    }
    return { ...endpoint, port: await listen(endpoint.server) };
  }

  test('holds no place for who reads nothing of it', async () => {
    const { port, token, server } = await listenWithMuch(100);
    const left = [];
    for (let i = 0; i < 2; i++) {
      const connected = once(server.server, 'connection');
      const { response } = await open({ server, token }, '/api/export');
      expect(response.statusCode).toBe(200);
      const [socket] = await connected;
      left.push(once(socket, 'close'));
    }
    await Promise.all(left);
    await expectPlaces(port, token);
  });

  test('ends with the token', async () => {
    const { store, server } = await listenWithMuch(20);
    const { id, token } = await store.tokens.addToken({ name: 'Bob', site: SITE, at: 1 });
    const { response } = await open({ server, token }, '/api/export');
    await store.tokens.revokeToken(id, 2);
    await expect(once(response.resume(), 'end')).rejects.toThrow(/aborted/);
  });
});

test('who asks for many figures keeps nobody else from theirs', async () => {
  const endpoint = await startEndpoint();
  const { store } = endpoint;
  let goOn: () => void = () => undefined;
  const isReady = new Promise<void>((resolve) => {
    goOn = resolve;
  });
  const countReports = vi.spyOn(store.figures, 'countReports');
  countReports.mockImplementationOnce(async () => {
    await isReady;
    return [];
  });
  const bob = await addEditor(endpoint, SITE);
  const from = (day: number) => `/api/figures?from=2026-11-0${day}&to=2026-11-09`;
  const first = [1, 2, 3, 4].map((day) => ask(endpoint, from(day)));
  await vi.waitFor(() => expect(countReports).toHaveBeenCalled(), { timeout: 20_000 });
  expect((await ask(endpoint, from(5))).statusCode).toBe(429);
  // What is asked already, and what others ask, waits for its turn alone.
  const others = [ask(endpoint, from(4)), ask(bob, from(5))];
  goOn();
  for (const { statusCode } of await Promise.all([...first, ...others])) {
    expect(statusCode).toBe(200);
  }
  expect((await ask(endpoint, from(6))).statusCode).toBe(200);
});

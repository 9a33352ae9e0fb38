/** Places for what takes long: whoever goes gives theirs back, at whatever moment that is. */
import { once } from 'node:events';
import { connect, type Socket } from 'node:net';
import type { FastifyInstance } from 'fastify';
import { expect, onTestFinished, test, vi } from 'vitest';
import { createServer } from '../../src/endpoint/server.ts';
import { startEndpoint } from './endpoint.ts';
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
  await vi.waitFor(async () => {
    const open = await new Promise((resolve) =>
      server.server.getConnections((_error, count) => resolve(count)),
    );
    expect(open).toBe(0);
  });
}

async function expectPlaces(port: number, token: string): Promise<void> {
  const send = createWireClient(port);
  const headers = { authorization: `Bearer ${token}` };
  for (const path of PATHS) {
    await vi.waitFor(async () => {
      expect((await send({ method: 'GET', path, headers })).status).toBe(200);
    });
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

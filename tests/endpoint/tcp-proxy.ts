/** A network between the endpoint and its database, which a test can let fail. */
import { once } from 'node:events';
import { connect, createServer, type Socket } from 'node:net';
import { onTestFinished } from 'vitest';

export interface TcpProxy {
  port: number;
  /** Lets nothing through any more, in no direction, and closes nothing: as when a cable is out. */
  partition(): void;
  /** Lets through again what has waited, and what comes. */
  heal(): void;
  /**
   * Swallows what the server says after a client has said two things one after the other, once, and then cuts that
   * connection.
   */
  loseAnswerTo(first: RegExp, then: RegExp): void;
  /** how often an answer has been lost */
  lost(): number;
}

/** What the server needs at most to do what it was told, in ms, before the connection is cut. */
const LOSS_DELAY = 200;

export async function startProxy(target: number): Promise<TcpProxy> {
  const sockets = new Set<Socket>();
  let isPartitioned = false;
  let unheard: { first: RegExp; then: RegExp } | null = null;
  let lost = 0;

  const server = createServer((client) => {
    const upstream = connect(target, '127.0.0.1');
    let isMute = false;
    let hasSaidFirst = false;
    for (const [one, other] of [
      [client, upstream],
      [upstream, client],
    ] as const) {
      sockets.add(one);
      if (isPartitioned) one.pause();
      one.on('close', () => {
        sockets.delete(one);
        other.destroy();
      });
      one.on('error', () => undefined);
    }
    client.on('data', (chunk) => {
      const said = chunk.toString('latin1');
      hasSaidFirst ||= unheard?.first.test(said) === true;
      if (hasSaidFirst && unheard?.then.test(said) === true) {
        unheard = null;
        isMute = true;
        setTimeout(() => {
          lost += 1;
          client.destroy();
        }, LOSS_DELAY);
      }
      upstream.write(chunk);
    });
    upstream.on('data', (chunk) => {
      if (!isMute) client.write(chunk);
    });
  }).listen(0, '127.0.0.1');
  await once(server, 'listening');
  onTestFinished(() => {
    server.close();
    for (const socket of sockets) socket.destroy();
  });
  const address = server.address();
  if (typeof address !== 'object' || address === null) throw new Error('the proxy has no port');

  return {
    port: address.port,
    partition() {
      isPartitioned = true;
      for (const socket of sockets) socket.pause();
    },
    heal() {
      isPartitioned = false;
      for (const socket of sockets) socket.resume();
    },
    loseAnswerTo(first, then) {
      unheard = { first, then };
    },
    lost: () => lost,
  };
}

/** Follows an endpoint's live events over real HTTP. */
import { once } from 'node:events';
import { request as ask, type IncomingMessage } from 'node:http';
import { createParser, type EventSourceMessage } from 'eventsource-parser';
import type { FastifyInstance } from 'fastify';
import { expect, onTestFinished, vi } from 'vitest';
import type { Endpoint } from './endpoint.ts';

export interface Listener {
  response: IncomingMessage;
  events: EventSourceMessage[];
  comments: string[];
  /** the last id heard, also one that came without an event */
  lastId(): string;
  /** Resolves when so many events have come, `start` among them. */
  hear(count: number): Promise<EventSourceMessage[]>;
  /** Resolves when the stream has ended; tells whether it was cut off. */
  ended: Promise<'ended' | 'broken'>;
  leave(): void;
}

/** Makes a server listen; gives its address. */
export async function serve(server: FastifyInstance): Promise<string> {
  const address = server.server.address();
  if (typeof address === 'object' && address !== null) return `http://127.0.0.1:${address.port}`;
  return server.listen({ host: '127.0.0.1', port: 0 });
}

/** Asks for something by a connection of its own, and does not begin to read it. */
export async function open(
  { server, token }: Pick<Endpoint, 'server' | 'token'>,
  path: string,
  headers: Record<string, string> = {},
): Promise<{ response: IncomingMessage; leave: () => void }> {
  const request = ask((await serve(server)) + path, {
    // fetch would connect again when it is left, in case something else is asked.
    agent: false,
    headers: { authorization: `Bearer ${token}`, ...headers },
  });
  const leave = () => void request.destroy();
  onTestFinished(leave);
  request.end();
  const [response] = await once(request, 'response');
  request.on('error', () => undefined);
  return { response, leave };
}

export async function listen(
  endpoint: Pick<Endpoint, 'server' | 'token'>,
  { query = '', headers = {} }: { query?: string; headers?: Record<string, string> } = {},
): Promise<Listener> {
  const { response, leave } = await open(endpoint, `/api/events${query}`, headers);
  const events: EventSourceMessage[] = [];
  const comments: string[] = [];
  let lastId = '';
  const parser = createParser({
    onEvent: (event) => events.push(event),
    onId: (id) => {
      lastId = id;
    },
    onComment: (comment) => comments.push(comment),
    onError: (error) => {
      throw error;
    },
  });
  const read = async () => {
    try {
      for await (const chunk of response.setEncoding('utf8')) {
        if (response.statusCode === 200) parser.feed(chunk);
      }
      return 'ended' as const;
    } catch {
      return 'broken' as const;
    }
  };
  return {
    ...{ response, events, comments, ended: read() },
    lastId: () => lastId,
    async hear(count) {
      await vi.waitFor(() => expect(events.length).toBeGreaterThanOrEqual(count), {
        timeout: 20_000,
        interval: 10,
      });
      return events;
    },
    leave,
  };
}

export function readData({ data }: EventSourceMessage): Record<string, unknown> {
  return JSON.parse(data);
}

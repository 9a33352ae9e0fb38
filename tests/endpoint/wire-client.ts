/** A client that sends what it is told, byte for byte, and reads the answer: others mend what is wrong. */
import { once } from 'node:events';
import { Agent, type IncomingHttpHeaders, request } from 'node:http';
import { connect } from 'node:net';
import type { FastifyInstance } from 'fastify';
import { expect, onTestFinished } from 'vitest';

const PROBLEM = 'application/problem+json';

export interface WireAnswer {
  status: number;
  headers: IncomingHttpHeaders;
  body: string;
}

export interface WireRequest {
  method: string;
  /** path and query, as they are sent */
  path: string;
  headers?: Record<string, string | string[]>;
  body?: string | Buffer | undefined;
}

/** Listens on a free port, until the test is over. */
export async function listen(server: FastifyInstance): Promise<number> {
  const url = await server.listen({ port: 0, host: '127.0.0.1' });
  return Number(new URL(url).port);
}

/** @returns a function that sends requests, over connections that are kept */
export function createWireClient(port: number): (wire: WireRequest) => Promise<WireAnswer> {
  const agent = new Agent({ keepAlive: true });
  onTestFinished(() => agent.destroy());
  const send = ({ method, path, headers = {}, body }: WireRequest): Promise<WireAnswer> =>
    new Promise((resolve, reject) => {
      const options = { agent, host: '127.0.0.1', port, method, path, headers };
      const asked = request(options, (response) => {
        const answer = { status: response.statusCode ?? 0, headers: response.headers };
        // A stream of events has no end.
        if (String(answer.headers['content-type']).startsWith('text/event-stream')) {
          response.destroy();
          resolve({ ...answer, body: '' });
          return;
        }
        const parts: Buffer[] = [];
        response.on('data', (part: Buffer) => parts.push(part));
        response.on('end', () => resolve({ ...answer, body: Buffer.concat(parts).toString() }));
        response.on('error', reject);
      });
      asked.on('error', (error) => {
        // The server may hang up on a connection that has been idle, or whose last body it did not read.
        if (asked.reusedSocket) resolve(send({ method, path, headers, body }));
        else reject(error);
      });
      asked.end(body);
    });
  return send;
}

/** Sends bytes on a socket of their own, and reads until the server hangs up. */
export async function sendBytes(port: number, bytes: string | Buffer): Promise<WireAnswer> {
  const socket = connect(port, '127.0.0.1');
  const parts: Buffer[] = [];
  socket.on('data', (part: Buffer) => parts.push(part));
  socket.on('error', () => undefined);
  socket.write(bytes);
  await once(socket, 'close');
  const text = Buffer.concat(parts).toString();
  const [head = '', ...rest] = text.split('\r\n\r\n');
  const [first = '', ...lines] = head.split('\r\n');
  const headers = Object.fromEntries(
    lines.map((line) => {
      const colon = line.indexOf(':');
      return [line.slice(0, colon).toLowerCase(), line.slice(colon + 1).trim()];
    }),
  );
  return { status: Number(first.split(' ')[1] ?? 0), headers, body: rest.join('\r\n\r\n') };
}

/** An answer that says what was wrong with the request, in the one form there is for that. */
export function expectRefusal({ status, headers, body }: WireAnswer, asked = ''): void {
  expect([asked, status >= 400 && status < 500]).toEqual([asked, true]);
  expect([asked, headers['content-type']]).toEqual([asked, expect.stringContaining(PROBLEM)]);
  if (asked.startsWith('HEAD')) return;
  expect(JSON.parse(body)).toMatchObject({ status, detail: expect.any(String) });
}

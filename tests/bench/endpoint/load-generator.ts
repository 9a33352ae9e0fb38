/**
 * Posts reports over kept connections for a while and tells how long each answer took. A process of its own, that writes
 * bytes to sockets itself: it shares the machine with the server, and a full HTTP client would take as much of it as
 * the server does.
 */
import { connect, type Socket } from 'node:net';
import * as v from 'valibot';
import { parse } from '../../../src/model/annotation.ts';
import { createReportMaker } from './make-reports.ts';

const MEDIA_TYPE = 'application/ld+json; profile="http://www.w3.org/ns/anno.jsonld"';
const HEAD_END = '\r\n\r\n';
/** As Node writes it. */
const LENGTH = '\r\ncontent-length: ';

const orderSchema = v.object({
  host: v.string(),
  port: v.number(),
  path: v.string(),
  connections: v.number(),
  /** how long it posts, in ms */
  ms: v.number(),
  /** reports that are made beforehand; more than will be posted */
  reports: v.number(),
  seed: v.number(),
});

export type LoadOrder = v.InferOutput<typeof orderSchema>;

export const loadResultSchema = v.object({
  /** ms of each answer 201 */
  times: v.array(v.number()),
  /** from the first request to the last answer, in ms */
  ms: v.number(),
  /** answers by status; 0 for a connection that broke */
  statuses: v.record(v.string(), v.number()),
});

export type LoadResult = v.InferOutput<typeof loadResultSchema>;

process.on('message', (message) => {
  const order = parse(orderSchema, message);
  if (!order.ok) throw new TypeError('an order that nobody can carry out');
  postReports(order.value).then((result) => process.send?.(result));
});

async function postReports(order: LoadOrder): Promise<LoadResult> {
  const { make } = createReportMaker(order.seed);
  const requests = Array.from({ length: order.reports }, () =>
    writeRequest(order, JSON.stringify(make())),
  );
  const times: number[] = [];
  const statuses: Record<string, number> = {};
  let next = 0;
  const start = performance.now();
  const end = start + order.ms;
  const take = () => (performance.now() < end ? requests[next++] : undefined);
  const note = (status: number, ms: number) => {
    statuses[status] = (statuses[status] ?? 0) + 1;
    if (status === 201) times.push(ms);
  };
  await Promise.all(
    Array.from({ length: order.connections }, () => keepPosting(order, take, note)),
  );
  return { times, ms: performance.now() - start, statuses };
}

function writeRequest({ host, port, path }: LoadOrder, body: string): Buffer {
  const head = [
    `POST ${path} HTTP/1.1`,
    `Host: ${host}:${port}`,
    'Connection: keep-alive',
    'Accept: */*',
    'Origin: chrome-extension://abcdefghijklmnopabcdefghijklmnop',
    `Content-Type: ${MEDIA_TYPE}`,
    `Content-Length: ${Buffer.byteLength(body)}`,
  ].join('\r\n');
  return Buffer.from(head + HEAD_END + body);
}

/** One connection: the next request follows when the answer is whole. Resolves when there is none, or it broke. */
function keepPosting(
  { host, port }: LoadOrder,
  take: () => Buffer | undefined,
  note: (status: number, ms: number) => void,
): Promise<void> {
  return new Promise((resolve) => {
    const socket = connect({ host, port, noDelay: true });
    let sentAt = 0;
    const parts: Buffer[] = [];
    socket.on('connect', () => send());
    socket.on('data', (chunk) => {
      parts.push(chunk);
      const status = readAnswer(parts.length === 1 ? chunk : Buffer.concat(parts));
      if (status === null) return;
      note(status, performance.now() - sentAt);
      parts.length = 0;
      send();
    });
    socket.on('error', () => note(0, 0));
    socket.on('close', () => resolve());

    function send(): void {
      const request = take();
      if (request === undefined) endSocket(socket);
      else {
        sentAt = performance.now();
        socket.write(request);
      }
    }
  });
}

function endSocket(socket: Socket): void {
  socket.end();
  socket.destroy();
}

/** @returns the status of an answer that is whole; null while it is not */
function readAnswer(received: Buffer): number | null {
  const headEnd = received.indexOf(HEAD_END);
  if (headEnd === -1) return null;
  const lengthAt = received.indexOf(LENGTH);
  const hasLength = lengthAt !== -1 && lengthAt < headEnd;
  const length = hasLength ? Number.parseInt(readText(received, lengthAt + LENGTH.length), 10) : 0;
  if (received.length < headEnd + HEAD_END.length + length) return null;
  return Number(received.toString('latin1', 9, 12));
}

function readText(received: Buffer, at: number): string {
  return received.toString('latin1', at, at + 8);
}

/** Who receives what editors are told: an SMTP server and a program behind a URL, both real, and reports to tell of. */
import { once } from 'node:events';
import { createServer, type IncomingHttpHeaders } from 'node:http';
import type { AddressInfo } from 'node:net';
import { SMTPServer } from 'smtp-server';
import { expect, onTestFinished } from 'vitest';
import {
  createNotifier,
  type Notifier,
  type NotifierDeps,
} from '../../src/endpoint/notices/notifier.ts';
import { keyPlace } from '../../src/endpoint/place.ts';
import type { Channel, NewChannel } from '../../src/endpoint/store/channels.ts';
import type { Store } from '../../src/endpoint/store/database.ts';
import type { StoredReport } from '../../src/endpoint/store/stored-report.ts';
import { type ReportDraft, readReport } from '../../src/model/report.ts';
import { SITE, writeAnnotation } from './endpoint.ts';
import { addReport } from './stored.ts';

export const FROM = 'sic@news.example';
export const EDITORS = 'editors@news.example';

export interface ReceivedMail {
  from: string;
  to: string[];
  raw: string;
}

export interface MailServer {
  port: number;
  url: string;
  received: ReceivedMail[];
  /** the status that recipients, or else whole mails, are refused with; null while none are */
  refusal: { recipient?: number; mail?: number } | null;
  /** mails whose words it has been sent */
  begun: number;
  /** it takes no mail before */
  gate: Promise<void>;
  close(): Promise<void>;
}

export async function startMailServer(port = 0): Promise<MailServer> {
  const refuse = (status: number) =>
    Object.assign(new Error('not\r\nhere'), { responseCode: status });
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ['STARTTLS', 'AUTH'],
    closeTimeout: 100,
    onRcptTo(_address, _session, callback) {
      const status = mails.refusal?.recipient;
      callback(status === undefined ? null : refuse(status));
    },
    onData(stream, { envelope }, callback) {
      const chunks: Buffer[] = [];
      stream.on('data', (chunk: Buffer) => chunks.push(chunk));
      stream.on('end', () => {
        const status = mails.refusal?.mail;
        if (status !== undefined) {
          callback(refuse(status));
          return;
        }
        mails.begun += 1;
        void mails.gate.then(() => {
          mails.received.push({
            from: envelope.mailFrom === false ? '' : envelope.mailFrom.address,
            to: envelope.rcptTo.map(({ address }) => address),
            raw: Buffer.concat(chunks).toString('latin1'),
          });
          callback(null);
        });
      });
    },
  });
  server.on('error', () => undefined);
  const mails: MailServer = {
    ...{ port, url: '', received: [], refusal: null, begun: 0, gate: Promise.resolve() },
    close: () => new Promise((resolve) => server.close(() => resolve())),
  };
  const listening = server.listen(port, '127.0.0.1');
  await once(listening, 'listening');
  mails.port = readPort(listening.address());
  mails.url = `smtp://127.0.0.1:${mails.port}`;
  onTestFinished(() => mails.close());
  return mails;
}

export interface ReceivedPost {
  path: string;
  headers: IncomingHttpHeaders;
  body: string;
}

export interface PostReceiver {
  url: string;
  received: ReceivedPost[];
  /** what it answers with: 204 until it is said otherwise */
  answer: { status: number; headers?: Record<string, string>; body?: string; hangs?: boolean };
}

export async function startReceiver(): Promise<PostReceiver> {
  const receiver: PostReceiver = { url: '', received: [], answer: { status: 204 } };
  const server = createServer(async (request, response) => {
    const chunks: Buffer[] = [];
    for await (const chunk of request) chunks.push(Buffer.from(chunk));
    const body = Buffer.concat(chunks).toString('utf8');
    receiver.received.push({ path: request.url ?? '', headers: request.headers, body });
    const { status, headers = {}, body: said = '', hangs = false } = receiver.answer;
    response.writeHead(status, headers);
    if (hangs) response.write(said);
    else response.end(said);
  }).listen(0, '127.0.0.1');
  await once(server, 'listening');
  receiver.url = `http://127.0.0.1:${readPort(server.address())}/hook`;
  onTestFinished(() => {
    server.closeAllConnections();
    server.close();
  });
  return receiver;
}

function readPort(address: AddressInfo | string | null): number {
  if (typeof address !== 'object' || address === null) throw new Error('it does not listen');
  return address.port;
}

/** A port where nothing listens. */
export async function findFreePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const port = readPort(server.address());
  server.close();
  await once(server, 'close');
  return port;
}

/** Stores a report as the endpoint does; each is about another place unless it says otherwise. */
export async function report(
  store: Store,
  draft: Partial<ReportDraft> = {},
  site = SITE,
): Promise<StoredReport> {
  const { canonical } = writeAnnotation();
  const annotation = writeAnnotation({
    ...{ canonical, source: `https://${site}/${canonical.slice(-12)}` },
    ...draft,
  });
  const read = readReport(annotation);
  const { source, kind } = read;
  return addReport(store, {
    ...{ site, source, kind, canonical: annotation.canonical, place: keyPlace(read) },
    annotation: JSON.stringify(annotation),
  });
}

export function addChannel(store: Store, channel: Partial<NewChannel> = {}): Promise<Channel> {
  return store.channels.addChannel({
    ...{ site: SITE, kind: 'mail', target: EDITORS, secret: '', every: 'report', language: 'en' },
    ...{ dueAt: 0, createdAt: 0 },
    ...channel,
  });
}

export interface Clock {
  now: number;
}

/** A notifier that looks when it is told to, on a clock of the test's; any failure of its own fails the test. */
export function makeNotifier(
  store: Store,
  clock: Clock,
  deps: Partial<NotifierDeps> = {},
): Notifier {
  const errors: unknown[] = [];
  const notifier = createNotifier({
    ...{ store, mail: null, publicUrl: 'https://sic.news.example/', allowPrivateWebhooks: true },
    ...{ now: () => clock.now, random: () => 0.5, reportError: (error) => errors.push(error) },
    ...deps,
  });
  onTestFinished(async () => {
    await notifier.stop();
    expect(errors).toEqual([]);
  });
  return notifier;
}

export interface ReadMail {
  headers: Map<string, string>;
  text: string;
  html: string;
}

/** Reads a mail as its receiver does (RFC 5322, 2045, 2047), as far as these have it. */
export function readMail(raw: string): ReadMail {
  const { headers, body } = splitHeaders(raw);
  const boundary = /boundary="([^"]+)"/.exec(headers.get('content-type') ?? '')?.[1];
  if (boundary === undefined) throw new Error('the mail has no parts');
  const parts = body
    .split(`--${boundary}`)
    .slice(1, -1)
    .map((part) => splitHeaders(part.replace(/^\r\n/, '').replace(/\r\n$/, '')));
  const find = (type: string) => {
    const part = parts.find((one) => one.headers.get('content-type')?.startsWith(type));
    if (part === undefined) throw new Error(`the mail has no ${type}`);
    return decodeBody(part.body, part.headers.get('content-transfer-encoding') ?? '');
  };
  return { headers, text: find('text/plain'), html: find('text/html') };
}

function splitHeaders(raw: string): { headers: Map<string, string>; body: string } {
  const end = raw.indexOf('\r\n\r\n');
  const lines = raw
    .slice(0, end)
    .replace(/\r\n[ \t]+/g, ' ')
    .split('\r\n');
  const headers = new Map<string, string>();
  for (const line of lines) {
    const at = line.indexOf(':');
    const name = line.slice(0, at).toLowerCase();
    if (headers.has(name)) throw new Error(`the header ${name} is there twice`);
    headers.set(name, decodeWords(line.slice(at + 1).trim()));
  }
  return { headers, body: raw.slice(end + 4) };
}

function decodeWords(value: string): string {
  return value
    .replace(/(=\?[^?]+\?[BQ]\?[^?]*\?=)\s+(?==\?)/gi, '$1')
    .replace(/(?:=\?utf-8\?([BQ])\?([^?]*)\?=)+/gi, (words) => {
      const bytes = [...words.matchAll(/=\?utf-8\?([BQ])\?([^?]*)\?=/gi)].map(
        ([, how = '', text = '']) =>
          how.toUpperCase() === 'B'
            ? Buffer.from(text, 'base64')
            : decodeQuoted(text.replaceAll('_', ' ')),
      );
      return Buffer.concat(bytes).toString('utf8');
    });
}

function decodeBody(body: string, encoding: string): string {
  if (encoding === 'base64') return Buffer.from(body, 'base64').toString('utf8');
  const bytes =
    encoding === 'quoted-printable'
      ? decodeQuoted(body.replace(/=\r\n/g, ''))
      : Buffer.from(body, 'latin1');
  return bytes.toString('utf8').replaceAll('\r\n', '\n');
}

function decodeQuoted(text: string): Buffer {
  return Buffer.from(
    text.replace(/=([\dA-F]{2})/gi, (_, hex: string) =>
      String.fromCharCode(Number.parseInt(hex, 16)),
    ),
    'latin1',
  );
}

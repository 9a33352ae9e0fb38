/**
 * Every failure leaves the endpoint in one form, RFC 9457 problem details, so that an outbox, a review
 * page and a person with curl read it alike.
 */
import { ServerResponse, STATUS_CODES } from 'node:http';
import type { Duplex } from 'node:stream';
import type { FastifyInstance, FastifyReply } from 'fastify';
import type { Fault } from '../model/annotation.ts';
import { type Outage, readOutage } from './store/outage.ts';

const PROBLEM_MEDIA_TYPE = 'application/problem+json; charset=utf-8';
/** Of what bodies may be, on every route that takes one. */
export const BODY_MEDIA_TYPES = ['application/ld+json', 'application/json'];
/** More faults than a person would read; the rest would only make the answer long. */
const FAULT_LIMIT = 50;

/** After how many seconds somebody may ask again when the database could not be had. */
const OUTAGE_RETRY = 10;
const OUTAGE_DETAILS: Record<Outage, string> = {
  full: 'The endpoint’s disk is full.',
  busy: 'The endpoint’s database is busy.',
  away: 'The endpoint’s database cannot be reached.',
  ended: 'The endpoint’s way to its database broke off.',
};
const ASKING_AGAIN = 'Please try again later.';
/** What of the request was stored before nobody knows here: of many decisions some may have been. */
const SENDING_AGAIN =
  'Please send again later what was not acknowledged; a report that has a canonical is stored once.';

/** What Node's HTTP parser gives up on (https://nodejs.org/api/http.html#event-clienterror). */
const CLIENT_ERRORS = new Map<unknown, [status: number, detail: string]>([
  ['ERR_HTTP_REQUEST_TIMEOUT', [408, 'The request took too long to arrive.']],
  ['HPE_HEADER_OVERFLOW', [431, 'The request’s headers are too long.']],
  ['HPE_CHUNK_EXTENSIONS_OVERFLOW', [413, 'The body’s chunks have too long extensions.']],
]);
const NO_HTTP: [status: number, detail: string] = [400, 'The request is not HTTP.'];

/** A failure with its answer: thrown anywhere in a route, sent by the error handler. */
export class ProblemError extends Error {
  readonly statusCode: number;
  readonly faults: Fault[] | undefined;
  readonly headers: Record<string, string>;

  /**
   * @param statusCode HTTP status, 400 to 599
   * @param detail one sentence for a person: what is wrong and what to do
   * @param more faults of the input with their paths; headers that go along
   */
  constructor(
    statusCode: number,
    detail: string,
    more: { faults?: Fault[]; headers?: Record<string, string> } = {},
  ) {
    super(detail);
    this.name = 'ProblemError';
    this.statusCode = statusCode;
    this.faults = more.faults?.slice(0, FAULT_LIMIT);
    this.headers = more.headers ?? {};
  }
}

export function createFaultsProblem(faults: Fault[]): ProblemError {
  return new ProblemError(400, 'The request has faults; each is named with its path.', { faults });
}

/** Names what would have been taken (RFC 9110, section 15.5.16). */
function createMediaTypeProblem(): ProblemError {
  return new ProblemError(415, `Bodies are taken as ${BODY_MEDIA_TYPES.join(' or ')}.`, {
    headers: { Accept: BODY_MEDIA_TYPES.join(', ') },
  });
}

/** Answers a failure; what is not a client's fault is named to nobody but `reportError`. */
export function sendProblem(
  reply: FastifyReply,
  error: unknown,
  reportError: (error: unknown) => void,
): FastifyReply {
  const problem = toProblem(error, /^(GET|HEAD)$/.test(reply.request.method));
  if (problem.statusCode >= 500) reportError(error);
  return reply
    .code(problem.statusCode)
    .headers({ 'Cache-Control': 'no-store', ...problem.headers })
    .type(PROBLEM_MEDIA_TYPE)
    .send(composeBody(problem));
}

function composeBody({ statusCode, message, faults }: ProblemError): string {
  return JSON.stringify({
    type: 'about:blank',
    title: STATUS_CODES[statusCode] ?? 'Error',
    status: statusCode,
    detail: message,
    ...(faults === undefined ? {} : { faults }),
  });
}

/** Answers what never became a request, on its bare socket, and hangs up: what follows cannot be told apart. */
export function answerClientError(error: Error, socket: Duplex): void {
  const code = 'code' in error ? error.code : undefined;
  // A response may be under way, and nothing may stand in the middle of it.
  const response: unknown = Reflect.get(socket, '_httpMessage');
  const hasBegun = response instanceof ServerResponse && response.headersSent;
  if (code === 'ECONNRESET' || !socket.writable || hasBegun) {
    socket.destroy();
    return;
  }
  const [status, detail] = CLIENT_ERRORS.get(code) ?? NO_HTTP;
  const body = composeBody(new ProblemError(status, detail));
  const head = [
    `HTTP/1.1 ${status} ${STATUS_CODES[status]}`,
    ...[`Content-Type: ${PROBLEM_MEDIA_TYPE}`, `Content-Length: ${Buffer.byteLength(body)}`],
    ...['Cache-Control: no-store', 'X-Content-Type-Options: nosniff', 'Connection: close'],
  ];
  // To HEAD nobody expects a body (RFC 9110, section 9.3.2).
  const packet = 'rawPacket' in error ? error.rawPacket : undefined;
  const isHead = Buffer.isBuffer(packet) && packet.subarray(0, 5).toString('latin1') === 'HEAD ';
  socket.end(`${head.join('\r\n')}\r\n\r\n${isHead ? '' : body}`, () => socket.destroy());
}

export function registerProblems(app: FastifyInstance, reportError: (error: unknown) => void) {
  app.setErrorHandler((error, _request, reply) => sendProblem(reply, error, reportError));
  app.setNotFoundHandler((_request, reply) =>
    sendProblem(reply, new ProblemError(404, 'There is nothing here.'), reportError),
  );
}

/** Answers other methods than a route's own with what can be used. @param allowed as the Allow header lists them */
export function refuseOtherMethods(
  app: FastifyInstance,
  url: string,
  method: string[],
  allowed: string,
): void {
  app.route({
    method,
    url,
    prefixTrailingSlash: 'slash',
    schema: { hide: true },
    onRequest: async () => {
      throw new ProblemError(405, `Only ${allowed} can be used here.`, {
        headers: { Allow: allowed },
      });
    },
    handler: async () => undefined,
  });
}

function toProblem(error: unknown, isReading: boolean): ProblemError {
  if (error instanceof ProblemError) return error;
  if (error instanceof Error && 'statusCode' in error) {
    const { statusCode } = error;
    if (statusCode === 415) return createMediaTypeProblem();
    if (typeof statusCode === 'number' && statusCode >= 400 && statusCode < 500) {
      return new ProblemError(statusCode, error.message);
    }
  }
  const outage = readOutage(error);
  if (outage !== null) {
    const advice = isReading ? ASKING_AGAIN : SENDING_AGAIN;
    return new ProblemError(503, `${OUTAGE_DETAILS[outage]} ${advice}`, {
      headers: { 'Retry-After': String(OUTAGE_RETRY) },
    });
  }
  return new ProblemError(500, `The endpoint could not answer. ${ASKING_AGAIN}`);
}

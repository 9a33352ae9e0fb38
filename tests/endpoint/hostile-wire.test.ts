/** What breaks HTTP itself, or goes to its bounds: said byte for byte, and answered in the one form there is. */
import { once } from 'node:events';
import { connect } from 'node:net';
import { Duplex } from 'node:stream';
import { expect, test } from 'vitest';
import { answerClientError } from '../../src/endpoint/problems.ts';
import { postFrom, SITE, startEndpoint, writeAnnotation } from './endpoint.ts';
import { HOSTILE_SEGMENTS } from './hostile-texts.ts';
import { createWireClient, expectRefusal, listen, sendBytes } from './wire-client.ts';

const BODY_LIMIT = 64 * 1024;

/** A request, with what is said of its body left to the test. */
function compose(first: string, headers: string[], body = ''): string {
  const lines = [first, 'Host: localhost', 'Connection: close', ...headers];
  return `${lines.join('\r\n')}\r\n\r\n${body}`;
}

const POST = 'POST /annotations/ HTTP/1.1';
const JSON_TYPE = 'Content-Type: application/ld+json';

const BROKEN: [name: string, status: number, bytes: string][] = [
  ['no HTTP', 400, 'hello\r\n\r\n'],
  ['TLS', 400, '\x16\x03\x01\x02\x00\x01\x00\x01\xfc\x03\x03'],
  ['HTTP/9.9', 400, compose('GET / HTTP/9.9', [])],
  ['a method that is none', 400, compose('GE\0T / HTTP/1.1', [])],
  ['a path with a space', 400, compose('GET /a b HTTP/1.1', [])],
  ['a header that is none', 400, compose('GET / HTTP/1.1', ['no colon'])],
  ['NUL in a header', 400, compose('GET / HTTP/1.1', ['X: a\0b'])],
  ['a lone CR in a header', 400, compose('GET / HTTP/1.1', ['X: a\rY: b'])],
  ['two lengths', 400, compose(POST, ['Content-Length: 2', 'Content-Length: 3'], '{}')],
  ['a length below zero', 400, compose(POST, ['Content-Length: -1'], '{}')],
  ['a length that is no number', 400, compose(POST, ['Content-Length: 1e1'], '{}')],
  [
    'a length and chunks',
    400,
    compose(POST, ['Content-Length: 2', 'Transfer-Encoding: chunked'], '0\r\n\r\n'),
  ],
  [
    'chunks that are none',
    400,
    compose(POST, [JSON_TYPE, 'Transfer-Encoding: chunked'], 'zz\r\n{}\r\n'),
  ],
  ['headers without end', 431, compose('GET / HTTP/1.1', [`X: ${'x'.repeat(20_000)}`])],
  ['a path without end', 431, compose(`GET /${'x'.repeat(20_000)} HTTP/1.1`, [])],
  [
    'a length that is too much',
    413,
    compose(POST, [JSON_TYPE, `Content-Length: ${BODY_LIMIT + 1}`]),
  ],
  ['no type', 415, compose(POST, ['Content-Length: 2'], '{}')],
  ['another type', 415, compose(POST, ['Content-Type: text/html', 'Content-Length: 2'], '{}')],
  ['a type that is none', 415, compose(POST, ['Content-Type: ///', 'Content-Length: 2'], '{}')],
  [
    'a form',
    415,
    compose(POST, ['Content-Type: multipart/form-data; boundary=x', 'Content-Length: 2'], '{}'),
  ],
  [
    'a host that is none',
    400,
    `${POST}\r\nHost: a b\r\n${JSON_TYPE}\r\nContent-Length: 2\r\nConnection: close\r\n\r\n{}`,
  ],
];

test('what is broken, or too much, is refused with what it is', async () => {
  const { server, store, errors } = await startEndpoint();
  const port = await listen(server);
  for (const [name, status, bytes] of BROKEN) {
    const answer = await sendBytes(port, Buffer.from(bytes, 'latin1'));
    expect([name, answer.status]).toEqual([name, status]);
    expectRefusal(answer, name);
  }
  expect(errors).toEqual([]);
  expect((await store.reports.summarizeSite(SITE)).total).toBe(0);
});

test('a body that grows too large in chunks is refused as it grows', async () => {
  const { server, store } = await startEndpoint();
  const socket = connect(await listen(server), '127.0.0.1');
  let heard = '';
  socket.on('data', (part: Buffer) => {
    heard += part.toString();
  });
  socket.on('error', () => undefined);
  const closed = once(socket, 'close');
  socket.write(compose(POST, [JSON_TYPE, 'Transfer-Encoding: chunked'], ''));
  const chunk = `4000\r\n${'x'.repeat(0x4000)}\r\n`;
  for (let i = 0; i < 100 && !socket.destroyed; i++) {
    socket.write(chunk);
    await new Promise((resolve) => setTimeout(resolve, 1));
  }
  await closed;
  expect(heard).toMatch(/^HTTP\/1\.1 413 /);
  expect(heard).toContain('application/problem+json');
  expect((await store.reports.summarizeSite(SITE)).total).toBe(0);
});

test('a report in chunks, in pieces and in one packet with another is taken like any', async () => {
  const { server, store } = await startEndpoint();
  const port = await listen(server);
  const chunked = (close: boolean) => {
    const body = Buffer.from(JSON.stringify(writeAnnotation({ comment: 'Ω 🙂' })));
    const cut = 100;
    const parts = [body.subarray(0, cut), body.subarray(cut)];
    const head = [POST, 'Host: localhost', JSON_TYPE, 'Transfer-Encoding: chunked'];
    if (close) head.push('Connection: close');
    return Buffer.concat([
      Buffer.from(`${head.join('\r\n')}\r\n\r\n`),
      ...parts.flatMap((part) => [
        Buffer.from(`${part.length.toString(16)}\r\n`),
        part,
        Buffer.from('\r\n'),
      ]),
      Buffer.from('0\r\n\r\n'),
    ]);
  };
  const answer = await sendBytes(port, Buffer.concat([chunked(false), chunked(true)]));
  expect(answer.status).toBe(201);
  expect(answer.body.match(/HTTP\/1\.1 201/g)).toHaveLength(1);
  expect((await store.reports.summarizeSite(SITE)).total).toBe(2);
});

test('a request that breaks off stores nothing, and leaves the server as it was', async () => {
  const { server, store, errors } = await startEndpoint();
  const port = await listen(server);
  const bytes = Buffer.from(
    compose(POST, [JSON_TYPE, 'Content-Length: 5000'], JSON.stringify(writeAnnotation())),
  );
  for (const length of [1, 20, 60, 100, bytes.length]) {
    const socket = connect(port, '127.0.0.1');
    socket.on('error', () => undefined);
    await once(socket, 'connect');
    socket.write(bytes.subarray(0, length));
    await new Promise((resolve) => setTimeout(resolve, 20));
    socket.resetAndDestroy();
  }
  expect((await postFrom(server, '192.0.2.1')).statusCode).toBe(201);
  expect((await store.reports.summarizeSite(SITE)).total).toBe(1);
  expect(errors).toEqual([]);
});

test('no path leads elsewhere', async () => {
  const { server, token, errors } = await startEndpoint();
  const ask = createWireClient(await listen(server));
  for (const prefix of ['/', '/annotations/', '/receipts/', '/api/reports/', '/api/', '/no/']) {
    for (const segment of HOSTILE_SEGMENTS) {
      for (const path of [prefix + segment, `${prefix}${segment}/`, `${prefix}x/../${segment}`]) {
        const headers = { authorization: `Bearer ${token}` };
        const answer = await ask({ method: 'GET', path, headers });
        expect([path, answer.status < 500]).toEqual([path, true]);
        expect(answer.headers).not.toHaveProperty('x-injected');
        expect(answer.body).not.toMatch(/root:|"dependencies"/);
        if (answer.status >= 400) expectRefusal(answer, path);
      }
    }
  }
  expect(errors).toEqual([]);
});

test('other methods are refused everywhere', async () => {
  const { server } = await startEndpoint();
  const ask = createWireClient(await listen(server));
  for (const method of ['TRACE', 'PROPFIND', 'PATCH', 'LINK', 'SEARCH', 'M-SEARCH', 'PURGE']) {
    for (const path of ['/', '/annotations/', '/annotations/x', '/receipts/x', '/api/reports']) {
      expectRefusal(await ask({ method, path }), `${method} ${path}`);
    }
  }
});

test.each([
  ['ERR_HTTP_REQUEST_TIMEOUT', 408],
  ['HPE_HEADER_OVERFLOW', 431],
  ['HPE_INVALID_METHOD', 400],
  ['', 400],
])('what the parser gives up on with %s is answered with %d', async (code, status) => {
  const sent: string[] = [];
  const socket = new Duplex({
    read: () => undefined,
    write(part: Buffer, _encoding, done) {
      sent.push(part.toString());
      done();
    },
  });
  const closed = once(socket, 'close');
  answerClientError(Object.assign(new Error('x'), { code }), socket);
  await closed;
  const [head = '', body = ''] = sent.join('').split('\r\n\r\n');
  expect(head).toMatch(new RegExp(`^HTTP/1\\.1 ${status} `));
  expect(head).toContain('application/problem+json');
  expect(head).toContain(`Content-Length: ${Buffer.byteLength(body)}`);
  expect(JSON.parse(body)).toMatchObject({ status });
});

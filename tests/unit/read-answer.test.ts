import fc from 'fast-check';
import { expect, it } from 'vitest';
import { readAnswer as readAnswerOf } from '../../src/background/read-answer.ts';
import { finishAttempt } from '../../src/model/delivery.ts';
import { makeCanonical, makeEntry } from './outbox-fake.ts';

const canonical = makeCanonical(1);
const SERVICE = 'https://editors.example/annotations/';
const readAnswer = (response: Response, of: string) => readAnswerOf(response, of, SERVICE);

it('believes a 200 only when it shows the report itself', async () => {
  for (const body of [
    '',
    '<html>Sign in</html>',
    'null',
    '{}',
    '[]',
    '{"canonical":null}',
    JSON.stringify({ canonical: makeCanonical(2) }),
    JSON.stringify([{ canonical }]),
    JSON.stringify({ canonical }).slice(0, -1),
  ]) {
    expect((await readAnswer(new Response(body), canonical)).kind).toBe('unproven');
  }
  expect((await readAnswer(Response.json({ canonical }), canonical)).kind).toBe('response');
});

it('believes a 201 whatever it shows', async () => {
  const answer = await readAnswer(new Response('created', { status: 201 }), canonical);
  expect(answer).toMatchObject({ kind: 'response', status: 201 });
});

it('believes no other success and no redirect', async () => {
  for (const status of [202, 203, 204, 205, 206, 226, 300, 301, 302, 304, 307, 308]) {
    const body = [204, 205, 304].includes(status) ? null : JSON.stringify({ canonical });
    const answer = await readAnswer(new Response(body, { status }), canonical);
    expect(answer.kind).toBe('unproven');
  }
  const redirect = Object.defineProperty(Response.error(), 'type', { value: 'opaqueredirect' });
  expect((await readAnswer(redirect, canonical)).kind).toBe('unproven');
});

it('gives the reason in the words of the problem', async () => {
  const read = async (body: string, status: number) => {
    const answer = await readAnswer(new Response(body, { status }), canonical);
    return answer.kind === 'response' ? answer.detail : null;
  };
  expect(await read('{"title":"Bad","detail":"too long"}', 422)).toBe('422: too long');
  expect(await read('{"title":"Bad"}', 400)).toBe('400: Bad');
  expect(await read('{"title":7}', 400)).toBe('400');
  expect(await read('<b>no</b>', 403)).toBe('403');
  expect((await read(JSON.stringify({ detail: 'x'.repeat(1e6) }), 400))?.length).toBeLessThan(600);
});

it('resolves the address of what was created, or knows none', async () => {
  const read = async (location: string) => {
    const headers = { Location: location };
    const response = new Response(null, { status: 201, headers });
    const answer = await readAnswer(response, canonical);
    return answer.kind === 'response' ? answer.location : undefined;
  };
  expect(await read('/annotations/5')).toBe('https://editors.example/annotations/5');
  expect(await read('https://other.example/5')).toBe('https://other.example/5');
  expect(await read('http://[')).toBeNull();
  expect(await read('javascript:alert(1)')).toBeNull();
});

it.each<[string, string | null]>([
  ['</receipts/5>; rel="status"', 'https://editors.example/receipts/5'],
  ['<5?a=b#c>; rel=status', 'https://editors.example/annotations/5?a=b'],
  [
    '<http://www.w3.org/ns/ldp#Resource>; rel="type", </r/5>;rel=status',
    'https://editors.example/r/5',
  ],
  ['<https://other.example/5>; rel=status, </r/5>; rel=status', 'https://editors.example/r/5'],
  ['<https://editors.example:8443/5>; rel=status', null],
  ['<http://editors.example/5>; rel=status', null],
  ['<//other.example/5>; rel=status', null],
  ['<\\\\other.example/5>; rel=status', null],
  ['<https://me:secret@editors.example/5>; rel=status', null],
  ['<javascript:alert(1)>; rel=status', null],
  ['<blob:https://editors.example/5>; rel=status', null],
  ['<data:application/json,{}>; rel=status', null],
  ['<http://[>; rel=status', null],
  [`</${'a'.repeat(5000)}>; rel=status`, null],
  ['</r/5>; rel="type"', null],
  ['', null],
])('takes from %j the receipt %s', async (link, expected) => {
  const response = new Response(null, { status: 201, headers: { Link: link } });
  const answer = await readAnswer(response, canonical);
  expect(answer.kind === 'response' && answer.receiptUrl).toBe(expected);
});

it('knows no receipt where no link is', async () => {
  const answer = await readAnswer(new Response(null, { status: 201 }), canonical);
  expect(answer).toMatchObject({ receiptUrl: null });
});

it('never throws, and whatever came the entry is sent, refused or due later', async () => {
  const response = fc
    .record({
      status: fc.integer({ min: 200, max: 599 }),
      body: fc.oneof(fc.string(), fc.json()),
      retryAfter: fc.option(fc.stringMatching(/^[\x20-\x7e]*$/)),
    })
    .map(({ status, body, retryAfter }) => {
      const headers = retryAfter === null ? {} : { 'Retry-After': retryAfter };
      const isEmpty = [204, 205, 304].includes(status);
      return new Response(isEmpty ? null : body, { status, headers });
    });
  await fc.assert(
    fc.asyncProperty(response, async (given) => {
      const answer = await readAnswer(given, canonical);
      const after = finishAttempt(makeEntry(1, { attempts: 1 }), answer, 1000, 0.5);
      const isDone = after.delivery === 'sent' || after.delivery === 'refused';
      expect(isDone).toBe(after.dueAt === undefined);
      if (after.delivery === 'sent')
        expect(given.status === 200 || given.status === 201).toBe(true);
      if (!isDone) expect(after.dueAt).toBeGreaterThan(1000);
    }),
  );
});

/** Who asks wrongly is told how to ask rightly; and every answer has the headers that keep browsers from harm. */
import { expect, test } from 'vitest';
import { createNotifier } from '../../src/endpoint/notices/notifier.ts';
import {
  ask,
  decide,
  type Endpoint,
  pathOf,
  post,
  SITE,
  send,
  startEndpoint,
  tell,
  writeAnnotation,
} from './endpoint.ts';
import { addChannel, FROM, readMail, startMailServer } from './notice-receivers.ts';

/** As @fastify/helmet sent them, with the options that there were. */
const SECURITY_HEADERS = {
  'content-security-policy':
    "default-src 'none';script-src 'self';style-src 'self';connect-src 'self';img-src 'self' data:;base-uri 'none';" +
    "frame-ancestors 'none';form-action 'none'",
  'cross-origin-opener-policy': 'same-origin',
  'cross-origin-resource-policy': 'same-origin',
  'origin-agent-cluster': '?1',
  'referrer-policy': 'no-referrer',
  'x-content-type-options': 'nosniff',
  'x-dns-prefetch-control': 'off',
  'x-download-options': 'noopen',
  'x-frame-options': 'DENY',
  'x-permitted-cross-domain-policies': 'none',
  'x-xss-protection': '0',
};

test('every answer has all security headers; annotations are for other origins, too', async () => {
  const { server } = await startEndpoint();
  const hostile = { method: 'POST', url: '/annotations/', headers: { host: 'a b' } } as const;
  const own = ['/', '/nothing', '/api/me', '/api/openapi.json', '/healthz', '/readyz', '/%ff'];
  for (const request of [...own, hostile]) {
    const { headers } = await server.inject(request);
    expect([request, headers]).toEqual([request, expect.objectContaining(SECURITY_HEADERS)]);
  }
  for (const url of ['/annotations/', '/annotations/x', '/receipts/x']) {
    expect((await server.inject(url)).headers).toMatchObject({
      ...SECURITY_HEADERS,
      'cross-origin-resource-policy': 'cross-origin',
    });
  }
  expect((await server.inject('/')).headers).not.toHaveProperty('strict-transport-security');
});

test('a parameter that a route for editors does not know is named, with those it knows', async () => {
  const endpoint = await startEndpoint();
  const { canonical } = await send(endpoint);
  const report = `/api/reports/${encodeURIComponent(canonical)}`;
  const refused = await ask(endpoint, '/api/reports?stat=open&limit=1&__proto__=x');
  expect(refused.statusCode).toBe(400);
  const message =
    'is not known; there are `state`, `kind`, `search`, `site`, `page`, `language`, `after`, `limit`';
  expect(refused.json().faults).toEqual([
    { path: 'stat', message },
    { path: '__proto__', message },
  ]);
  for (const path of [
    ...['/api/me', '/api/clusters', '/api/clusters/counts', '/api/clusters/p/reports'],
    ...['/api/dismissals', '/api/export', '/api/figures', '/api/events', report],
  ]) {
    const { statusCode, json } = await ask(endpoint, `${path}?x=1`);
    expect([path, statusCode, json().faults[0].path]).toEqual([path, 400, 'x']);
  }
  // One that another route knows is none of this.
  expect((await ask(endpoint, '/api/clusters/counts?state=new')).statusCode).toBe(400);
  expect((await ask(endpoint, '/api/me?site=')).json().faults[0].message).toContain(
    'no parameters',
  );
  const { etag } = (await ask(endpoint, report)).json();
  const verdict = { state: 'accepted' };
  const version = { 'if-match': etag };
  expect((await decide(endpoint, canonical, verdict, version, '?sit=x')).statusCode).toBe(400);
  expect((await tell(endpoint, '/api/decisions?x', { items: [] })).statusCode).toBe(400);
  expect((await decide(endpoint, canonical, verdict, version)).statusCode).toBe(200);
  // A stranger is told nothing but that.
  expect((await endpoint.server.inject('/api/reports?stat=open')).statusCode).toBe(401);
});

test('annotations, receipts and feeds take parameters that others have put there', async () => {
  const endpoint = await startEndpoint();
  const { url: receipt } = await send(endpoint);
  const created = await endpoint.server.inject({
    ...{ method: 'POST', url: '/annotations/?utm_source=x', payload: writeAnnotation() },
  });
  expect(created.statusCode).toBe(201);
  expect((await endpoint.server.inject(`${receipt}?x=1`)).statusCode).toBe(200);
  const annotation = pathOf(created.headers.location);
  expect((await endpoint.server.inject(`${annotation}?x=1`)).statusCode).toBe(200);
  expect((await ask(endpoint, '/annotations/?x=1')).statusCode).toBe(200);
});

test('415 names what would be taken', async () => {
  const endpoint = await startEndpoint();
  const { server, token } = endpoint;
  for (const [url, type] of [
    ['/annotations/', 'text/turtle'],
    ['/api/decisions', 'application/x-www-form-urlencoded'],
    ['/annotations/', '///'],
  ] as const) {
    const headers = { 'content-type': type, authorization: `Bearer ${token}` };
    const response = await server.inject({ method: 'POST', url, payload: 'x', headers });
    expect(response.statusCode).toBe(415);
    expect(response.headers.accept).toBe('application/ld+json, application/json');
    expect(response.json().detail).toMatch(/application\/ld\+json or application\/json/);
  }
  const nowhere = { method: 'POST', url: '/nothing', payload: 'x' } as const;
  expect((await server.inject(nowhere)).statusCode).toBe(404);
});

test('401 names Bearer', async () => {
  const { server } = await startEndpoint();
  for (const authorization of ['', 'Basic eDp5', 'Bearer none']) {
    const { statusCode, headers } = await server.inject({
      ...{ url: '/api/reports', headers: { authorization } },
    });
    expect([statusCode, headers['www-authenticate']]).toEqual([
      ...[401, expect.stringMatching(/^Bearer realm="sic"/)],
    ]);
  }
});

test('the container is served without its slash, with whatever was sent', async () => {
  const endpoint = await startEndpoint();
  const { server, token } = endpoint;
  const payload = writeAnnotation();
  const url = '/annotations';
  const created = await server.inject({ method: 'POST', url, payload });
  expect(created.statusCode).toBe(201);
  expect(created.headers.location).toContain('/annotations/');
  expect((await post(server, payload)).headers.location).toBe(created.headers.location);
  const headers = { authorization: `Bearer ${token}` };
  for (const query of ['', '?iris=1', '?page=0&iris=1']) {
    const [plain, slashed] = [`${url}${query}`, `${url}/${query}`].map((one) =>
      server.inject({ url: one, headers }),
    );
    expect((await plain)?.statusCode).toBe(200);
    expect((await plain)?.body).toBe((await slashed)?.body);
    expect((await plain)?.headers['content-location']).toBe(
      (await slashed)?.headers['content-location'],
    );
  }
  const preflight = await server.inject({
    ...{ method: 'OPTIONS', url },
    headers: { origin: 'https://x.example', 'access-control-request-method': 'POST' },
  });
  expect(preflight.headers['access-control-allow-origin']).toBe('*');
  expect((await server.inject({ method: 'DELETE', url })).statusCode).toBe(405);
  expect((await server.inject('/annotationsx')).statusCode).toBe(404);
});

test('a Host that somebody else has written stays in the answer to who wrote it', async () => {
  const endpoint = await startEndpoint();
  const { server, token, store } = endpoint;
  const evil = { host: 'evil.example', authorization: `Bearer ${token}` };
  const payload = writeAnnotation({ source: `https://${SITE}/evil` });
  const posted = await server.inject({
    method: 'POST',
    url: '/annotations/',
    payload,
    headers: evil,
  });
  const location = pathOf(posted.headers.location);
  const receipt = location.replace('annotations', 'receipts');
  const grant = { name: 'F', site: SITE, scopes: ['feed'] as const, at: 1 };
  const { token: feed } = await store.tokens.addToken(grant);
  const report = `/api/reports/${encodeURIComponent(payload.canonical)}`;
  const urls = [
    ...['/', '/nothing', '/api/openapi.json', '/api/me', '/api/figures', '/healthz'],
    ...['/annotations/', '/annotations/?page=0', location, receipt, '/api/reports', report],
    ...['/api/clusters', `/feeds/${feed}.atom`, `/feeds/${feed}.json`, '/api/export?format=jsonld'],
  ];
  const quoted: string[] = [];
  for (const url of urls) {
    const answer = await server.inject({ url, headers: evil });
    const said = JSON.stringify(answer.headers) + answer.body;
    if (!said.includes('evil.example')) continue;
    quoted.push(url);
    // None of it may be shown to another by what stands between (RFC 9111, section 3).
    expect([url, answer.headers['cache-control']]).toEqual([
      ...[url, expect.stringMatching(/\b(private|no-store)\b/)],
    ]);
    const next = await server.inject({ url, headers: { ...evil, host: 'sic.example' } });
    expect(JSON.stringify(next.headers) + next.body).not.toContain('evil.example');
  }
  expect(quoted).toContain(location);
  expect(quoted).toContain(`/feeds/${feed}.atom`);
});

test('a mail has no link to where the reader said that the endpoint is', async () => {
  const endpoint: Endpoint = await startEndpoint();
  const mails = await startMailServer();
  await addChannel(endpoint.store);
  const payload = writeAnnotation();
  const headers = { host: 'evil.example', 'x-forwarded-host': 'evil.example' };
  await endpoint.server.inject({ method: 'POST', url: '/annotations/', payload, headers });
  for (const publicUrl of [null, 'https://sic.example/']) {
    const notifier = createNotifier({
      ...{ store: endpoint.store, publicUrl },
      mail: { smtpUrl: mails.url, from: FROM, replyTo: null },
    });
    await notifier.runOnce();
    await notifier.stop();
    const other = { method: 'POST', url: '/annotations/', headers } as const;
    const source = `https://${SITE}/b`;
    await endpoint.server.inject({ ...other, payload: writeAnnotation({ source }) });
  }
  expect(mails.received).toHaveLength(2);
  for (const { raw } of mails.received) {
    const { text, html } = readMail(raw);
    expect(raw + text + html).not.toContain('evil.example');
  }
  expect(readMail(mails.received[1]?.raw ?? '').text).toContain('https://sic.example/');
});

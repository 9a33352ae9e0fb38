/** Where the endpoint says that it is, and whom it lets ask. */
import { describe, expect, test } from 'vitest';
import { findReceipt, pathOf, post, startEndpoint, writeAnnotation } from './endpoint.ts';

describe('IRIs', () => {
  test('names hosts by a configured public URL only', async () => {
    const { server } = await startEndpoint({ publicUrl: 'https://reports.example/sic/' });
    const response = await post(server, writeAnnotation(), { host: 'evil.example' });
    expect(response.headers.location).toMatch(
      /^https:\/\/reports\.example\/sic\/annotations\/[\w-]+$/,
    );
  });

  test.each(['evil.example/x', 'a b', 'user@evil.example', 'x"y'])(
    'refuses the Host %s',
    async (host) => {
      const { server } = await startEndpoint();
      expect((await post(server, writeAnnotation(), { host })).statusCode).toBe(400);
    },
  );
});

describe('other origins', () => {
  test.each([
    ['/annotations/', 'POST', 'content-type'],
    ['/annotations/', 'GET', 'authorization, prefer'],
    ['/annotations/x', 'PUT', 'authorization, content-type, if-match'],
    ['/annotations/x', 'DELETE', 'authorization, if-match'],
    ['/annotations/x', 'GET', 'if-none-match'],
  ])('may ask %s by %s with %s', async (url, method, names) => {
    const { server } = await startEndpoint();
    const preflight = await server.inject({
      ...{ method: 'OPTIONS', url },
      headers: {
        origin: 'https://news.example',
        'access-control-request-method': method,
        'access-control-request-headers': names,
      },
    });
    expect(preflight.statusCode).toBe(200);
    expect(preflight.headers['access-control-allow-origin']).toBe('*');
    const allowed = (name: string) =>
      String(preflight.headers[`access-control-allow-${name}`]).toLowerCase().split(', ');
    expect(allowed('methods')).toContain(method.toLowerCase());
    expect(allowed('headers')).toEqual(expect.arrayContaining(names.split(', ')));
  });

  test('may read every header the protocol names, on answers and refusals', async () => {
    const { server } = await startEndpoint();
    const headers = { origin: 'https://news.example' };
    const posted = await post(server, writeAnnotation(), headers);
    const url = pathOf(posted.headers.location);
    for (const response of [
      posted,
      await post(server, '{', headers),
      await server.inject({ url, headers }),
      await server.inject({ method: 'DELETE', url, headers }),
      await server.inject({ url: '/annotations/', headers }),
    ]) {
      expect(response.headers['access-control-allow-origin']).toBe('*');
      const exposed = String(response.headers['access-control-expose-headers']).split(', ');
      expect(exposed).toEqual(
        expect.arrayContaining([
          ...['Allow', 'Content-Location', 'ETag', 'Link', 'Location', 'Vary'],
          ...['Accept-Post', 'Preference-Applied', 'Retry-After'],
        ]),
      );
    }
  });

  test('may embed what they may read, and nothing else', async () => {
    const { server } = await startEndpoint();
    const posted = await post(server, writeAnnotation());
    const policy = async (url: string) =>
      (await server.inject({ url })).headers['cross-origin-resource-policy'];
    expect(posted.headers['cross-origin-resource-policy']).toBe('cross-origin');
    for (const url of [
      ...[pathOf(posted.headers.location), findReceipt(posted.headers.link)],
      ...['/annotations/', '/annotations/nothing', '/receipts/nothing'],
    ]) {
      expect(await policy(url), url).toBe('cross-origin');
    }
    for (const url of ['/', '/api/me', '/nothing']) expect(await policy(url)).toBe('same-origin');
  });

  test('of the editors’ API, only an extension’s', async () => {
    const { server, token } = await startEndpoint();
    const allowed = async (origin: string) =>
      (
        await server.inject({
          url: '/api/me',
          headers: { origin, authorization: `Bearer ${token}` },
        })
      ).headers['access-control-allow-origin'];
    expect(await allowed('chrome-extension://abcdef')).toBe('chrome-extension://abcdef');
    expect(await allowed('moz-extension://12-ab')).toBe('moz-extension://12-ab');
    expect(await allowed('https://news.example')).toBeUndefined();
    expect(await allowed('https://x.example/?chrome-extension://abcdef')).toBeUndefined();
  });
});

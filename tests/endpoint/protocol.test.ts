/** The container as the Web Annotation Protocol has it. */
import { describe, expect, test } from 'vitest';
import { ANNOTATION_MEDIA_TYPE } from '../../src/model/annotation.ts';
import { ask, pathOf, post, SITE, startEndpoint, writeAnnotation } from './endpoint.ts';

const CONTAINER_LINKS = [
  '<http://www.w3.org/ns/ldp#BasicContainer>; rel="type"',
  '<http://www.w3.org/TR/annotation-protocol/>; rel="http://www.w3.org/ns/ldp#constrainedBy"',
];
const RESOURCE_LINK = '<http://www.w3.org/ns/ldp#Resource>; rel="type"';

const statusLink = (annotation: unknown) =>
  `<${String(annotation).replace('/annotations/', '/receipts/')}>; rel="status"`;

describe('POST', () => {
  test('creates an annotation and says where it is', async () => {
    const { server } = await startEndpoint();
    const annotation = writeAnnotation();
    const response = await post(server, annotation, { host: 'reports.example:8787' });
    expect(response.statusCode).toBe(201);
    const body = response.json();
    expect(body).toEqual({ ...annotation, id: response.headers.location });
    expect(Object.keys(body).slice(0, 2)).toEqual(['@context', 'id']);
    expect(response.headers.location).toMatch(
      /^http:\/\/reports\.example:8787\/annotations\/[\w-]{32}$/,
    );
    expect(response.headers).toMatchObject({
      'content-type': ANNOTATION_MEDIA_TYPE,
      'content-location': response.headers.location,
      link: [RESOURCE_LINK, statusLink(response.headers.location)],
      allow: 'GET, HEAD, OPTIONS',
      etag: expect.stringMatching(/^"[^"]+"$/),
    });
  });

  test.each([
    'application/json',
    'application/json; charset=utf-8',
    'application/ld+json',
    'application/ld+json; profile="https://example.org/another"; charset=utf-8',
    'Application/LD+JSON;profile="http://www.w3.org/ns/anno.jsonld"',
  ])('takes %s', async (type) => {
    const { server } = await startEndpoint();
    const payload = JSON.stringify(writeAnnotation());
    expect((await post(server, payload, { 'content-type': type })).statusCode).toBe(201);
  });

  test.each(['text/plain', 'application/x-www-form-urlencoded', 'text/turtle'])(
    'refuses %s',
    async (type) => {
      const { server } = await startEndpoint();
      const payload = JSON.stringify(writeAnnotation());
      const response = await post(server, payload, { 'content-type': type });
      expect(response.statusCode).toBe(415);
      expect(response.headers['content-type']).toContain('application/problem+json');
    },
  );

  test('keeps what it does not know, and puts a foreign id into via', async () => {
    const { server } = await startEndpoint();
    const foreign = 'https://other.example/annotations/1';
    const annotation = { ...writeAnnotation(), id: foreign, 'schema:x': { deep: [1, null, 'ж'] } };
    const { id, ...kept } = annotation;
    const response = await post(server, annotation);
    expect(response.json()).toEqual({ ...kept, via: id, id: response.headers.location });

    const travelled = { ...writeAnnotation(), id: foreign, via: ['urn:first'] };
    expect((await post(server, travelled)).json().via).toEqual(['urn:first', foreign]);
    const again = { ...writeAnnotation(), id: foreign, via: foreign };
    expect((await post(server, again)).json().via).toBe(foreign);
  });

  test('a single selector and body stay single, as they came', async () => {
    const { server } = await startEndpoint();
    const annotation = {
      ...writeAnnotation(),
      body: { type: 'TextualBody', purpose: 'tagging', value: 'fact', extra: true },
      target: {
        source: `https://${SITE}/b`,
        selector: { type: 'TextQuoteSelector', exact: 'x', y: 1 },
      },
    };
    const response = await post(server, annotation);
    expect(response.json()).toMatchObject({ body: annotation.body, target: annotation.target });
    expect(Array.isArray(response.json().body)).toBe(false);
  });

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

describe('an annotation', () => {
  test('is read by its IRI, without a token', async () => {
    const { server } = await startEndpoint();
    const created = await post(server, writeAnnotation());
    const url = pathOf(created.headers.location);
    const got = await server.inject(url);
    expect(got.statusCode).toBe(200);
    expect(got.body).toBe(created.body);
    const names = ['etag', 'link', 'allow', 'vary', 'content-type', 'content-location'];
    for (const name of names) expect(got.headers[name], name).toEqual(created.headers[name]);

    const head = await server.inject({ method: 'HEAD', url });
    expect([head.statusCode, head.body]).toEqual([200, '']);
    for (const name of names) expect(head.headers[name], name).toEqual(got.headers[name]);

    const options = await server.inject({ method: 'OPTIONS', url });
    expect(options.statusCode).toBe(200);
    expect(options.headers).toMatchObject({ allow: 'GET, HEAD, OPTIONS', link: RESOURCE_LINK });

    const known = { 'if-none-match': String(got.headers.etag) };
    expect((await server.inject({ url, headers: known })).statusCode).toBe(304);
  });

  test('cannot be guessed, changed or removed', async () => {
    const { server } = await startEndpoint();
    const created = await post(server, writeAnnotation());
    expect((await server.inject('/annotations/nothing')).statusCode).toBe(404);
    for (const method of ['PUT', 'PATCH', 'DELETE', 'POST'] as const) {
      const response = await server.inject({ method, url: pathOf(created.headers.location) });
      expect([response.statusCode, response.headers.allow]).toEqual([405, 'GET, HEAD, OPTIONS']);
    }
  });
});

describe('the container', () => {
  test('describes itself to HEAD and OPTIONS', async () => {
    const { server } = await startEndpoint();
    for (const method of ['HEAD', 'OPTIONS'] as const) {
      const response = await server.inject({ method, url: '/annotations/' });
      expect([response.statusCode, response.body]).toEqual([200, '']);
      expect(response.headers).toMatchObject({
        link: CONTAINER_LINKS,
        allow: 'GET, HEAD, OPTIONS, POST',
        vary: 'Accept',
        'accept-post': expect.stringContaining(ANNOTATION_MEDIA_TYPE),
      });
    }
  });

  test('lists a site’s annotations, first page embedded', async () => {
    const endpoint = await startEndpoint();
    const bodies: unknown[] = [];
    for (let i = 0; i < 3; i++)
      bodies.push((await post(endpoint.server, writeAnnotation())).json());
    const response = await ask(endpoint, '/annotations/');
    expect(response.statusCode).toBe(200);
    expect(response.headers).toMatchObject({
      'content-type': ANNOTATION_MEDIA_TYPE,
      'content-location': 'http://localhost/annotations/',
      link: CONTAINER_LINKS,
      vary: 'Accept',
      etag: expect.any(String),
    });
    const container = response.json();
    expect(container).toMatchObject({
      '@context': expect.arrayContaining(['http://www.w3.org/ns/anno.jsonld']),
      id: 'http://localhost/annotations/',
      type: ['BasicContainer', 'AnnotationCollection'],
      total: 3,
      first: { type: 'AnnotationPage', startIndex: 0, partOf: { id: container.id, total: 3 } },
      last: container.first.id,
    });
    expect(container.first.items).toHaveLength(3);
    expect(container.first.items).toEqual(expect.arrayContaining(bodies));
    expect(container.first.next).toBeUndefined();

    const head = await endpoint.server.inject({
      method: 'HEAD',
      url: '/annotations/',
      headers: { authorization: `Bearer ${endpoint.token}` },
    });
    expect([head.statusCode, head.headers.etag]).toEqual([200, response.headers.etag]);
    await post(endpoint.server, writeAnnotation());
    expect((await ask(endpoint, '/annotations/')).headers.etag).not.toBe(response.headers.etag);
  });

  test('its pages lead from first to last and hold each annotation once', async () => {
    const endpoint = await startEndpoint();
    const expected = new Set<string>();
    for (let i = 0; i < 103; i++) {
      expected.add((await post(endpoint.server, writeAnnotation())).json().id);
    }
    const container = (await ask(endpoint, '/annotations/')).json();
    const seen: string[] = [];
    const visited: string[] = [];
    let next: string | undefined = container.first.id;
    while (next !== undefined) {
      const { pathname, search } = new URL(next);
      const page = (await ask(endpoint, pathname + search)).json();
      expect(page).toMatchObject({ id: next, type: 'AnnotationPage', startIndex: seen.length });
      expect(page.prev).toBe(visited.at(-1));
      seen.push(...page.items.map((item: { id: string }) => item.id));
      visited.push(next);
      next = page.next;
    }
    expect(visited.at(-1)).toBe(container.last);
    expect(seen).toHaveLength(103);
    expect(new Set(seen)).toEqual(expected);
    expect((await ask(endpoint, '/annotations/?page=99')).statusCode).toBe(404);
    expect((await ask(endpoint, '/annotations/?page=-1')).statusCode).toBe(400);
  });

  test('an empty one is a collection, too', async () => {
    const container = (await ask(await startEndpoint(), '/annotations/')).json();
    expect(container).toMatchObject({ total: 0, first: { items: [] } });
  });

  test.each(['PUT', 'PATCH', 'DELETE'] as const)('refuses %s', async (method) => {
    const { server } = await startEndpoint();
    const response = await server.inject({ method, url: '/annotations/' });
    expect([response.statusCode, response.headers.allow]).toEqual([
      405,
      'GET, HEAD, OPTIONS, POST',
    ]);
  });
});

describe('other origins', () => {
  test('may post and read every header the protocol names', async () => {
    const { server } = await startEndpoint();
    const preflight = await server.inject({
      method: 'OPTIONS',
      url: '/annotations/',
      headers: {
        origin: 'https://news.example',
        'access-control-request-method': 'POST',
        'access-control-request-headers': 'content-type',
      },
    });
    expect(preflight.statusCode).toBe(200);
    expect(preflight.headers['access-control-allow-origin']).toBe('*');
    expect(preflight.headers['access-control-allow-methods']).toContain('POST');
    expect(preflight.headers['access-control-allow-headers']).toContain('Content-Type');

    const posted = await post(server, writeAnnotation(), { origin: 'https://news.example' });
    const refused = await post(server, '{', { origin: 'https://news.example' });
    for (const response of [posted, refused]) {
      expect(response.headers['access-control-allow-origin']).toBe('*');
      const exposed = String(response.headers['access-control-expose-headers']).split(', ');
      expect(exposed).toEqual(
        expect.arrayContaining(['Allow', 'Content-Location', 'ETag', 'Link', 'Location', 'Vary']),
      );
    }
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

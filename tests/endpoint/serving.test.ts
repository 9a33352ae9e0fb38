/** What else is served: the review page, the headers on everything, the description of the API. */
import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { makeDirectory, post, startEndpoint, writeAnnotation } from './endpoint.ts';

const POLICY = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  "connect-src 'self'",
  "img-src 'self' data:",
  "base-uri 'none'",
  "frame-ancestors 'none'",
  "form-action 'none'",
];

const METHODS: Record<string, 'POST' | 'PUT' | 'DELETE'> = {
  ...{ post: 'POST', put: 'PUT', delete: 'DELETE' },
};

describe('the review page', () => {
  test('is served with its files, and nothing beside them', async () => {
    const parent = await makeDirectory();
    const reviewDirectory = join(parent, 'review');
    await mkdir(reviewDirectory);
    await writeFile(join(reviewDirectory, 'index.html'), '<!doctype html><title>Review</title>');
    await writeFile(join(reviewDirectory, 'review.js'), 'export {};');
    await writeFile(join(reviewDirectory, '.secret'), 'x');
    await writeFile(join(parent, 'outside.txt'), 'x');
    const { server } = await startEndpoint({ reviewDirectory });
    const index = await server.inject('/');
    expect([index.statusCode, index.body]).toEqual([200, '<!doctype html><title>Review</title>']);
    expect(index.headers['content-type']).toContain('text/html');
    const script = await server.inject('/review.js');
    expect(script.headers['content-type']).toContain('javascript');
    const outside = ['/.secret', '/../outside.txt', '/%2e%2e/outside.txt', '/..%2foutside.txt'];
    for (const url of [...outside, '/nothing.js', '/api/nothing']) {
      const { statusCode } = await server.inject(url);
      expect([url, statusCode >= 400 && statusCode < 500]).toEqual([url, true]);
    }
    expect((await server.inject('/api/reports')).statusCode).toBe(401);
  });

  test('that has not been built says how to', async () => {
    const reviewDirectory = join(await makeDirectory(), 'none');
    const { server } = await startEndpoint({ reviewDirectory });
    const response = await server.inject('/');
    expect(response.statusCode).toBe(200);
    expect(response.headers['content-type']).toContain('text/plain');
    expect(response.body).toContain('npm run build');
  });
});

test('every answer has a strict policy', async () => {
  const { server } = await startEndpoint();
  const responses = [
    await server.inject('/'),
    await server.inject('/nothing'),
    await server.inject('/api/me'),
    await post(server, writeAnnotation()),
    await post(server, '{'),
  ];
  for (const { headers } of responses) {
    expect(String(headers['content-security-policy']).split(';')).toEqual(POLICY);
    expect(headers).toMatchObject({
      'x-content-type-options': 'nosniff',
      'referrer-policy': 'no-referrer',
      'x-frame-options': 'DENY',
    });
  }
});

describe('the OpenAPI document', () => {
  test('describes every route of the API from the schemas that check it', async () => {
    const { server } = await startEndpoint();
    const response = await server.inject('/api/openapi.json');
    expect(response.statusCode).toBe(200);
    const document = response.json();
    expect(document.openapi).toBe('3.1.0');
    expect(Object.keys(document.paths).sort()).toEqual([
      '/annotations/',
      '/annotations/{segment}',
      '/api/clusters',
      '/api/clusters/counts',
      '/api/clusters/languages',
      '/api/clusters/read',
      '/api/clusters/{place}',
      '/api/clusters/{place}/correction',
      '/api/clusters/{place}/decisions',
      '/api/clusters/{place}/elsewhere',
      '/api/clusters/{place}/note',
      '/api/clusters/{place}/reports',
      '/api/decisions',
      '/api/dismissals',
      '/api/dismissals/{key}',
      '/api/events',
      '/api/export',
      '/api/figures',
      '/api/me',
      '/api/notes',
      '/api/reports',
      '/api/reports/{canonical}',
      '/api/reports/{canonical}/decisions',
      '/api/reports/{canonical}/observations',
      '/api/sites',
      '/api/sites/{site}',
      '/api/sources',
      '/api/sources/find',
      '/corrections/{site}',
      '/corrections/{site}.atom',
      '/corrections/{site}.json',
      '/feeds/{token}.atom',
      '/feeds/{token}.json',
      '/no-mistakes/{site}',
      '/receipts/{segment}',
      '/receipts/{segment}/observations',
    ]);
    for (const path of ['/receipts/{segment}', '/api/reports/{canonical}']) {
      const { requestBody } = document.paths[`${path}/observations`].post;
      expect(requestBody.content['application/json'].schema).toMatchObject({
        required: ['verdict'],
        properties: {
          verdict: { enum: ['open', 'fixed'] },
          replacement: { type: 'string', maxLength: 500 },
        },
      });
    }
    const receipt = document.paths['/receipts/{segment}'].get.responses['200'];
    expect(receipt.content['application/json'].schema).toMatchObject({
      required: ['state', 'reason', 'readers'],
      properties: { state: { enum: ['new', 'accepted', 'rejected', 'fixed'] } },
    });
    const decision = document.paths['/api/reports/{canonical}/decisions'].post;
    expect(decision.requestBody.content['application/json'].schema).toMatchObject({
      type: 'object',
      required: ['state'],
      properties: {
        state: { enum: ['new', 'accepted', 'rejected', 'fixed', 'spam'] },
        reason: { type: 'string', maxLength: 2_000 },
      },
    });
    expect(Object.keys(decision.responses).sort()).toEqual(
      ['200', '400', '401', '403', '404', '409', '412', '413', '415', '428', '429'].sort(),
    );
    expect(decision.responses['409'].content).toHaveProperty(['application/problem+json']);
    const parameters = document.paths['/api/reports'].get.parameters.map(
      (parameter: { name: string; in: string }) => `${parameter.in} ${parameter.name}`,
    );
    const names = ['state', 'kind', 'search', 'site', 'page', 'language', 'after', 'limit'];
    expect(parameters).toEqual(names.map((name) => `query ${name}`));
    const taken = document.paths['/annotations/'].post.requestBody.content;
    expect(Object.keys(taken)).toEqual(['application/ld+json', 'application/json']);
    expect(taken['application/json'].schema.required).toContain('target');
  });

  test('asks a token of every editors’ route, and every one does', async () => {
    const { server } = await startEndpoint();
    const { paths } = (await server.inject('/api/openapi.json')).json();
    for (const path of Object.keys(paths).filter((name) => name.startsWith('/api/'))) {
      for (const method of Object.keys(paths[path])) {
        expect(paths[path][method].security).toEqual([{ editor: expect.any(Array) }]);
        const response = await server.inject({
          method: METHODS[method] ?? 'GET',
          url: path.replace(/\{\w+\}/, 'x'),
        });
        expect([path, response.statusCode]).toEqual([path, 401]);
      }
    }
  });
});

test('a failure of the endpoint’s own says nothing about itself', async () => {
  const endpoint = await startEndpoint();
  await endpoint.store.close();
  const response = await post(endpoint.server, writeAnnotation());
  expect(response.statusCode).toBe(500);
  expect(response.json().detail).not.toMatch(/sqlite|database|driver/i);
  expect(endpoint.errors).toHaveLength(1);
});

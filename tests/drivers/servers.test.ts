/**
 * The two loopback servers that browser tests lean on: the site that pages come from, and the scripted
 * endpoint whose counts decide whether a report was lost or sent twice.
 */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { request } from 'node:http';
import { connect } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { gzipSync } from 'node:zlib';
import { afterEach, describe, expect, test } from 'vitest';
import { composeAnnotation } from '../../src/model/report.ts';
import { type EditorEndpoint, startEditorEndpoint } from './editor-endpoint.ts';
import { startSite } from './site.ts';

const cleanups: (() => unknown)[] = [];
afterEach(async () => {
  for (const clean of cleanups.splice(0)) await clean();
});

async function startEndpoint(): Promise<EditorEndpoint> {
  const endpoint = await startEditorEndpoint();
  cleanups.push(endpoint.close);
  return endpoint;
}

const annotation = (digit: number) =>
  composeAnnotation({
    canonical: `urn:uuid:0190b2c4-0000-7000-8000-00000000000${digit}`,
    source: 'https://news.example/a',
    selectors: [{ type: 'TextQuoteSelector', exact: 'teh', prefix: '', suffix: '' }],
    scope: '',
    kind: 'spelling',
    correction: 'the',
    comment: '',
    language: 'en',
    createdAt: 1_700_000_000_000,
  });
const post = (endpoint: EditorEndpoint, body: object) =>
  fetch(endpoint.url, { method: 'POST', body: JSON.stringify(body) });

describe('the scripted endpoint', () => {
  test('stores each report once, and says which post was the first', async () => {
    const endpoint = await startEndpoint();
    const first = await post(endpoint, annotation(1));
    expect(first.status).toBe(201);
    expect(first.headers.get('location')).toContain(endpoint.url);
    expect(await first.json()).toMatchObject({ canonical: annotation(1).canonical });
    expect((await post(endpoint, annotation(1))).status).toBe(200);
    expect((await post(endpoint, annotation(2))).status).toBe(201);
    expect((await post(endpoint, { type: 'Annotation' })).status).toBe(400);
    expect(endpoint.posts.map(({ status }) => status)).toEqual([201, 200, 201, 400]);
    expect(await endpoint.waitForStored(2)).toHaveLength(2);
  });

  test('fails as it is told, for a while or for good', async () => {
    const endpoint = await startEndpoint();
    endpoint.behaveOnce({ status: 429, retryAfter: 2 }, { status: 500 }, 'drop');
    const limited = await post(endpoint, annotation(1));
    expect([limited.status, limited.headers.get('retry-after')]).toEqual([429, '2']);
    expect((await post(endpoint, annotation(1))).status).toBe(500);
    await expect(post(endpoint, annotation(1))).rejects.toThrow();
    expect(endpoint.stored.size).toBe(0);
    endpoint.behave('store-then-drop');
    await expect(post(endpoint, annotation(1))).rejects.toThrow();
    expect(endpoint.stored.size).toBe(1);
    endpoint.behave('accept');
    expect((await post(endpoint, annotation(1))).status).toBe(200);
  });

  test('goes down, whoever waits, and comes back on the same port', async () => {
    const endpoint = await startEndpoint();
    endpoint.behave('hang');
    const hanging = post(endpoint, annotation(1)).catch(() => 'cut');
    await endpoint.waitForPosts(1);
    await endpoint.goDown();
    expect(await hanging).toBe('cut');
    await expect(post(endpoint, annotation(1))).rejects.toThrow();
    await endpoint.comeUp();
    endpoint.reset();
    expect((await post(endpoint, annotation(1))).status).toBe(201);
    expect(endpoint.posts).toHaveLength(1);
  });
});

describe('the site', () => {
  test('fills in pages, unpacks saved ones, and adds headers by path', async () => {
    const root = mkdtempSync(join(tmpdir(), 'sic-site-'));
    cleanups.push(() => rmSync(root, { recursive: true }));
    writeFileSync(join(root, 'saved.html.gz'), gzipSync('<p>сохранено</p>'));
    writeFileSync(join(root, 'data.json'), '{"a":"{{origin}}"}');
    const site = await startSite({
      root,
      endpoint: 'http://127.0.0.1:1/annotations/',
      pages: {
        '/a.html': '<link href="{{endpoint}}"><a href="{{origin}}/b">',
        '/gone': { body: 'x', status: 410, type: 'text/plain' },
        '/packed': { file: join(root, 'saved.html.gz') },
      },
      headers: {
        '*': { 'x-all': '1' },
        '/a.html': { 'content-security-policy': "default-src 'none'" },
      },
      transform: (html) => `${html}<hr>`,
    });
    cleanups.push(site.close);
    const read = async (path: string) => {
      const response = await fetch(site.origin + path);
      return { response, body: await response.text() };
    };
    const page = await read('/a.html');
    expect(page.body).toBe(
      `<link href="http://127.0.0.1:1/annotations/"><a href="${site.origin}/b"><hr>`,
    );
    expect(page.response.headers.get('content-security-policy')).toBe("default-src 'none'");
    expect(page.response.headers.get('x-all')).toBe('1');
    expect((await read('/saved.html')).body).toBe('<p>сохранено</p><hr>');
    const packed = await read('/packed');
    expect(packed.body).toBe('<p>сохранено</p><hr>');
    expect(packed.response.headers.get('content-type')).toBe('text/html; charset=utf-8');
    expect((await read('/data.json')).body).toBe('{"a":"{{origin}}"}');
    expect((await read('/gone')).response.status).toBe(410);
    expect((await read('/none')).response.status).toBe(404);
    expect((await read('/..%2f..%2fetc%2fpasswd')).response.status).toBe(404);
    expect(site.asked.slice(0, 2)).toEqual(['/a.html', '/saved.html']);
  });

  test('answers as a proxy for other hosts, and only with what it was given', async () => {
    const site = await startSite({ pages: { 'http://news.example/a': '<p>News</p>' } });
    cleanups.push(site.close);
    const ask = (path: string) =>
      new Promise<string>((resolve, reject) => {
        const [host = '', port = ''] = site.host.split(':');
        request({ host, port, path }, (response) => text(response).then(resolve, reject))
          .once('error', reject)
          .end();
      });
    expect(await ask('http://news.example/a?b=1')).toBe('<p>News</p>');
    expect(await ask('http://other.example/a')).toBe('not here');
  });

  test('refuses a tunnel, and outlives a browser that resets it', async () => {
    const site = await startSite({ pages: { '/a': 'still here' } });
    cleanups.push(site.close);
    const { hostname, port } = new URL(site.origin);
    const tunnel = 'CONNECT news.example:443 HTTP/1.1\r\nHost: news.example:443\r\n\r\n';
    const askAndReset = (wait: number) =>
      new Promise<void>((resolve, reject) => {
        const socket = connect(Number(port), hostname, () => {
          socket.write(`${tunnel}hello`);
          setTimeout(() => {
            socket.resetAndDestroy();
            resolve();
          }, wait);
        });
        socket.once('error', reject);
      });
    for (let round = 0; round < 30; round += 1) await askAndReset(round % 3);
    const answered = new Promise<string>((resolve, reject) => {
      const socket = connect(Number(port), hostname, () => socket.write(tunnel));
      text(socket).then(resolve, reject);
    });
    expect(await answered).toMatch(/^HTTP\/1.1 502 /);
    expect(await (await fetch(`${site.origin}/a`)).text()).toBe('still here');
  });
});

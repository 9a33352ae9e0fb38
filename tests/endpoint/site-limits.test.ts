/** How many reports one site takes, however many names strangers invent for it, and how that is told. */
import { describe, expect, onTestFinished, test } from 'vitest';
import { createServer, type ServerDeps } from '../../src/endpoint/server.ts';
import type { Store } from '../../src/endpoint/store/database.ts';
import { type Endpoint, post, SITE, writeAnnotation } from './endpoint.ts';
import { describeStores, openFor } from './stores.ts';

/** Another process on a store, as far as a test can have one. */
function serve(store: Store, deps: Partial<ServerDeps> = {}) {
  const server = createServer({ store, postsPerMinute: 100_000, ...deps });
  onTestFinished(() => server.close());
  return server;
}

async function postTo(server: Endpoint['server'], site: string): Promise<number> {
  return (await post(server, writeAnnotation({ source: `https://${site}/a` }))).statusCode;
}

describeStores(({ makeAddress }) => {
  describe('a site', () => {
    test('has a limit of its own, which its subdomains share; others are not touched', async () => {
      const store = await openFor(await makeAddress());
      await store.sites.addSite({ site: 'news.example', postsPerMinute: 2, at: 1 });
      await store.sites.addSite({ site: 'x.news.example', postsPerMinute: 1, at: 1 });
      const server = serve(store, { postsPerSite: 3 });
      expect(await postTo(server, 'news.example')).toBe(201);
      expect(await postTo(server, 'a.news.example')).toBe(201);
      const response = await post(server, writeAnnotation({ source: 'https://b.news.example/a' }));
      expect(response.statusCode).toBe(429);
      expect(response.json().detail).toMatch(/^Too many reports for news\.example\. /);
      expect(Number(response.headers['retry-after'])).toBeGreaterThan(0);
      expect(await postTo(server, 'x.news.example')).toBe(201);
      expect(await postTo(server, 'y.x.news.example')).toBe(429);
      for (const expected of [201, 201, 201, 429]) {
        expect(await postTo(server, 'other.example')).toBe(expected);
      }
      expect((await store.reports.summarizeSite('news.example')).total).toBe(3);
      expect((await store.reports.summarizeSite('other.example')).total).toBe(3);
    });

    test('is not passed by the subdomains that strangers invent', async () => {
      const store = await openFor(await makeAddress());
      for (const site of ['paper.co.uk', 'blog.paper.co.uk', 'other.co.uk']) {
        await store.tokens.addToken({ name: 'Ann', site, at: 1 });
      }
      const server = serve(store, { postsPerSite: 3 });
      const codes: number[] = [];
      for (const host of ['x1.', 'blog.', 'x.blog.', 'x3.', '', 'y.blog.']) {
        codes.push(await postTo(server, `${host}paper.co.uk`));
      }
      expect(codes).toEqual([201, 201, 201, 429, 429, 429]);
      // Who has an editor of their own is not touched.
      expect(await postTo(server, 'www.other.co.uk')).toBe(201);
    });

    test('of which strangers invent many shares one limit with all that have no editor', async () => {
      const store = await openFor(await makeAddress());
      await store.tokens.addToken({ name: 'Ann', site: SITE, at: 1 });
      await store.sites.addSite({ site: 'set.example', postsPerMinute: 1, at: 1 });
      const server = serve(store, { postsPerSite: 3 });
      const codes: number[] = [];
      for (let i = 0; i < 6; i++) codes.push(await postTo(server, `www.s${i}.example`));
      expect(codes).toEqual([201, 201, 201, 429, 429, 429]);
      const refused = await post(server, writeAnnotation({ source: 'https://s9.example/a' }));
      expect(refused.json().detail).toMatch(/^Too many reports for sites that have no editor here/);
      expect(await postTo(server, SITE)).toBe(201);
      expect(await postTo(server, 'x.set.example')).toBe(201);
      expect(await postTo(server, 'set.example')).toBe(429);
    });

    test('takes what it has already, however often that is sent', async () => {
      const store = await openFor(await makeAddress());
      const server = serve(store, { postsPerSite: 2 });
      const annotations = [writeAnnotation(), writeAnnotation(), writeAnnotation()];
      const codes = async () => {
        const all: number[] = [];
        for (const annotation of annotations) all.push((await post(server, annotation)).statusCode);
        return all;
      };
      expect(await codes()).toEqual([201, 201, 429]);
      expect(await codes()).toEqual([200, 200, 429]);
      expect((await store.reports.summarizeSite(SITE)).total).toBe(2);
    });

    test('has its limit counted over what is faulty not at all', async () => {
      const store = await openFor(await makeAddress());
      const server = serve(store, { postsPerSite: 1 });
      for (let i = 0; i < 3; i++) {
        expect((await post(server, { ...writeAnnotation(), canonical: 'x' })).statusCode).toBe(400);
      }
      expect(await postTo(server, SITE)).toBe(201);
    });

    test('takes no more than its limit when all come at once', async () => {
      const store = await openFor(await makeAddress());
      const server = serve(store, { postsPerSite: 10 });
      const codes = await Promise.all(Array.from({ length: 40 }, () => postTo(server, SITE)));
      expect(codes.filter((code) => code === 201)).toHaveLength(10);
      expect(codes.filter((code) => code === 429)).toHaveLength(30);
      expect((await store.reports.summarizeSite(SITE)).total).toBe(10);
    });
  });
});

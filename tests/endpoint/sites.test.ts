/** What editors set for the sites that their token covers. */
import { describe, expect, test } from 'vitest';
import { addEditor, ask, type Endpoint, SITE, send, startEndpoint } from './endpoint.ts';
import { change, setSite } from './noting.ts';

const LINK = 'https://{host}/wp-admin/edit.php?name={slug}';

interface Held {
  editLink: string;
  publishes: boolean;
}

async function list(endpoint: Endpoint) {
  const response = await ask(endpoint, '/api/sites');
  expect(response.statusCode).toBe(200);
  return response.json().items;
}

/** What holds for each site. */
async function listHeld(endpoint: Endpoint): Promise<(Held & { site: string })[]> {
  const items: (Held & { site: string })[] = await list(endpoint);
  return items.map(({ site, editLink, publishes }) => ({ site, editLink, publishes }));
}

const unset = { editLink: '', publishes: false };
const nothing = { editLink: null, publishes: null };

describe('sites', () => {
  test('are the token’s own, and those below it that have reports or settings, by name', async () => {
    const endpoint = await startEndpoint();
    expect(await listHeld(endpoint)).toEqual([{ site: SITE, ...unset }]);
    for (const host of [`www.${SITE}`, `b.a.${SITE}`, 'other.example', `old${SITE}`]) {
      await send(endpoint, { source: `https://${host}/a` });
    }
    await setSite(endpoint, `kk.${SITE}`, false);
    const names = (await listHeld(endpoint)).map(({ site }) => site);
    expect(names).toEqual([`b.a.${SITE}`, `kk.${SITE}`, SITE, `www.${SITE}`]);
    const below = await addEditor(endpoint, `a.${SITE}`);
    expect(await listHeld(below)).toEqual([
      { site: `a.${SITE}`, ...unset },
      { site: `b.a.${SITE}`, ...unset },
    ]);
  });

  test('whose reports have all been taken out are not among them', async () => {
    const endpoint = await startEndpoint();
    const { canonical } = await send(endpoint, { source: `https://www.${SITE}/a` });
    expect(await listHeld(endpoint)).toHaveLength(2);
    const [report] = await endpoint.store.reports.findReports(SITE, canonical);
    if (report === undefined) throw new Error('the report is not there');
    await endpoint.store.reports.deleteAnnotation({ report, at: 3 });
    expect(await listHeld(endpoint)).toEqual([{ site: SITE, ...unset }]);
  });

  test('have what is set for the nearest above them, until something is set for them', async () => {
    const endpoint = await startEndpoint();
    for (const host of [`www.${SITE}`, `a.www.${SITE}`]) {
      await send(endpoint, { source: `https://${host}/a` });
    }
    // A limit says nothing of what editors set.
    await endpoint.store.sites.addSite({ site: `www.${SITE}`, postsPerMinute: 9, at: 1 });
    await setSite(endpoint, SITE, true, LINK);
    const set = { editLink: LINK, publishes: true };
    expect(await listHeld(endpoint)).toEqual([
      { site: `a.www.${SITE}`, ...set },
      { site: SITE, ...set },
      { site: `www.${SITE}`, ...set },
    ]);
    await setSite(endpoint, `www.${SITE}`, false);
    expect(await listHeld(endpoint)).toEqual([
      { site: `a.www.${SITE}`, ...unset },
      { site: SITE, ...set },
      { site: `www.${SITE}`, ...unset },
    ]);
    expect(await endpoint.store.sites.findLimit(`www.${SITE}`)).toMatchObject({
      postsPerMinute: 9,
    });
    const below = await addEditor(endpoint, `x.${SITE}`);
    expect(await listHeld(below)).toEqual([{ site: `x.${SITE}`, ...set }]);
  });

  test('are a thousand at most, the token’s own among them', async () => {
    const endpoint = await startEndpoint();
    const { store } = endpoint;
    for (let i = 0; i < 1_005; i++) {
      await store.sites.addSite({ site: `a${i}.${SITE}`, postsPerMinute: null, at: 1 });
    }
    const items = await listHeld(endpoint);
    expect(items).toHaveLength(1_000);
    expect(items).toContainEqual({ site: SITE, ...unset });
    const names = items.map(({ site }) => site);
    expect(names).toEqual([...names].sort());
  });
});

describe('a setting', () => {
  test('is of a site that the token covers, and of nobody who may not edit', async () => {
    const endpoint = await startEndpoint();
    const body = { editLink: LINK, publishes: true };
    const response = await change(endpoint, 'PUT', `/api/sites/WWW.${SITE.toUpperCase()}`, body);
    expect([response.statusCode, response.json()]).toEqual([
      200,
      { site: `www.${SITE}`, ...body, own: body, above: { site: SITE, ...unset } },
    ]);
    const below = await addEditor(endpoint, `kk.${SITE}`);
    const other = await addEditor(endpoint, 'other.example');
    for (const editor of [below, other]) {
      expect((await change(editor, 'PUT', `/api/sites/${SITE}`, body)).statusCode).toBe(403);
    }
    for (const scopes of [['read'], ['read', 'decide']] as const) {
      const { token } = await endpoint.store.tokens.addToken({
        ...{ name: 'Bob', site: SITE, at: 1, scopes: [...scopes] },
      });
      const reader = { ...endpoint, token };
      expect((await change(reader, 'PUT', `/api/sites/${SITE}`, body)).statusCode).toBe(403);
      expect(await listHeld(reader)).toHaveLength(2);
    }
    const { server } = endpoint;
    expect((await server.inject('/api/sites')).statusCode).toBe(401);
    const url = `/api/sites/${SITE}`;
    expect((await server.inject({ method: 'PUT', url, payload: body })).statusCode).toBe(401);
    expect(await listHeld(endpoint)).toContainEqual({ site: SITE, ...unset });
  });

  test.each<[string, string, object]>([
    ['editLink', SITE, { publishes: true }],
    ['publishes', SITE, { editLink: '' }],
    ['publishes', SITE, { editLink: '', publishes: 'yes' }],
    ['editLink', SITE, { editLink: 'javascript:alert(1)', publishes: true }],
    ['editLink', SITE, { editLink: 'http://cms.example/', publishes: true }],
    ['editLink', SITE, { editLink: 'https://{slug}/', publishes: true }],
    ['editLink', SITE, { editLink: 'https://cms.example/{title}', publishes: true }],
    ['editLink', SITE, { editLink: `https://x/${'x'.repeat(2_000)}`, publishes: true }],
    ['editLink', SITE, { editLink: 'https://x/\0', publishes: true }],
    ['editLink', SITE, { editLink: 1, publishes: true }],
    ['editLink', SITE, { publishes: null }],
    ['publishes', SITE, { editLink: null }],
    ['site', `%24(x).${SITE}`, { editLink: '', publishes: true }],
    ['site', `-a.${SITE}`, { editLink: '', publishes: true }],
  ])('names %s as the fault for %s of %j', async (path, site, body) => {
    const endpoint = await startEndpoint();
    const response = await change(endpoint, 'PUT', `/api/sites/${site}`, body);
    expect([response.statusCode, response.json().faults?.[0]?.path]).toEqual([400, path]);
    expect(await listHeld(endpoint)).toEqual([{ site: SITE, ...unset }]);
  });

  test('is its own or that of the site above, each for itself', async () => {
    const endpoint = await startEndpoint();
    await setSite(endpoint, SITE, true, LINK);
    const above = { site: SITE, editLink: LINK, publishes: true };
    const site = `www.${SITE}`;
    const put = async (body: object) =>
      (await change(endpoint, 'PUT', `/api/sites/${site}`, body)).json();
    const own = 'https://cms.example/{slug}';
    for (const [body, held] of [
      [
        { editLink: own, publishes: null },
        { editLink: own, publishes: true },
      ],
      [
        { editLink: '', publishes: null },
        { editLink: '', publishes: true },
      ],
      [
        { editLink: null, publishes: false },
        { editLink: LINK, publishes: false },
      ],
      [
        { editLink: own, publishes: false },
        { editLink: own, publishes: false },
      ],
    ] as const) {
      const item = { site, ...held, own: body, above };
      expect(await put(body)).toEqual(item);
      expect(await list(endpoint)).toContainEqual(item);
    }
    // What is set above comes through where there is nothing of its own, at once.
    await put({ editLink: null, publishes: false });
    await setSite(endpoint, SITE, true, 'https://other.example/{id}');
    expect(await list(endpoint)).toContainEqual(
      expect.objectContaining({ site, editLink: 'https://other.example/{id}', publishes: false }),
    );
  });

  test('that is taken back leaves nothing, but a limit', async () => {
    const endpoint = await startEndpoint();
    const { sites } = endpoint.store;
    const limit = { site: `b.${SITE}`, postsPerMinute: 9 };
    await sites.addSite({ ...limit, at: 1 });
    for (const site of [SITE, `a.${SITE}`, `b.${SITE}`]) await setSite(endpoint, site, true, LINK);
    for (const site of [SITE, `a.${SITE}`, `b.${SITE}`]) {
      await setSite(endpoint, site, null, null);
    }
    const above = { site: SITE, ...unset };
    expect(await list(endpoint)).toEqual([
      { site: `b.${SITE}`, ...unset, own: nothing, above },
      { site: SITE, ...unset, own: nothing, above: null },
    ]);
    expect(await sites.listSites()).toEqual([{ ...limit, own: nothing, createdAt: 1 }]);
  });

  test('comes from the nearest site above that has one, also from beyond what the token covers', async () => {
    const endpoint = await startEndpoint();
    await setSite(endpoint, SITE, null, LINK);
    await setSite(endpoint, `b.${SITE}`, true, null);
    const below = await addEditor(endpoint, `a.b.${SITE}`);
    await setSite(below, `x.a.b.${SITE}`, null, '');
    const above = { site: `b.${SITE}`, editLink: LINK, publishes: true };
    const held = { editLink: LINK, publishes: true };
    const site = `a.b.${SITE}`;
    const own = { site, ...held, own: nothing, above };
    expect(await list(below)).toEqual([
      own,
      {
        ...{ site: `x.${site}`, editLink: '', publishes: true },
        ...{ own: { editLink: '', publishes: null }, above: { site, ...held } },
      },
    ]);
    expect((await change(below, 'PUT', `/api/sites/${site}`, nothing)).json()).toEqual(own);
  });

  test('may be made from the review inside the extension', async () => {
    const { server } = await startEndpoint();
    const origin = 'chrome-extension://abc';
    const { headers } = await server.inject({
      ...{ method: 'OPTIONS', url: `/api/sites/${SITE}` },
      headers: { origin, 'access-control-request-method': 'PUT' },
    });
    expect(headers['access-control-allow-origin']).toBe(origin);
    expect(String(headers['access-control-allow-methods'])).toMatch(/\bPUT\b/);
  });
});

/** What is set for sites, and the keys that processes share. */
import { describe, expect, onTestFinished, test } from 'vitest';
import type { SiteCommand } from '../../src/endpoint/command-line/data-arguments.ts';
import { runSiteCommand } from '../../src/endpoint/command-line/site-commands.ts';
import { openStore } from '../../src/endpoint/store/database.ts';
import { makeDirectory, SITE, send, startEndpoint } from './endpoint.ts';

async function open(directory: string) {
  const store = await openStore({ directory });
  onTestFinished(() => store.close());
  return store;
}

describe('a site', () => {
  test('is set up once, and again with other settings', async () => {
    const { sites } = await open(await makeDirectory());
    await sites.addSite({ site: 'b.example', postsPerMinute: 5, at: 1 });
    await sites.addSite({ site: 'a.example', postsPerMinute: null, at: 2 });
    await sites.addSite({ site: 'b.example', postsPerMinute: 7, at: 3 });
    const own = { editLink: null, publishes: null };
    expect(await sites.listSites()).toEqual([
      { site: 'a.example', postsPerMinute: null, createdAt: 2, own },
      { site: 'b.example', postsPerMinute: 7, createdAt: 1, own },
    ]);
    expect(await sites.removeSite('b.example')).toBe(true);
    expect(await sites.removeSite('b.example')).toBe(false);
    expect((await sites.listSites()).map(({ site }) => site)).toEqual(['a.example']);
    expect(await sites.findLimit('b.example')).toBeNull();
  });

  test('that editors have set is listed before the hosts that strangers make up', async () => {
    const endpoint = await startEndpoint();
    const labels = Array.from({ length: 110 }, () => 'a').join('.');
    for (let n = 0; n < 400; n += 1) {
      await send(endpoint, { source: `https://${n}.${labels}.${SITE}/a` });
    }
    const { sites } = endpoint.store;
    const editLink = 'https://cms.example/edit?url={url}';
    await sites.putSettings({ site: `www.${SITE}`, editLink, publishes: true, at: 1 });
    const few = await sites.listSettings(SITE, 3);
    expect(few.map(({ site }) => site)).toEqual(expect.arrayContaining([SITE, `www.${SITE}`]));
    expect(few).toHaveLength(3);
    expect(await sites.listSettings(SITE, 1_000)).toHaveLength(402);
  });

  test('of which only editors have set something has no limit, and is listed and taken away like others', async () => {
    const directory = await makeDirectory();
    const { sites } = await open(directory);
    const editLink = 'https://cms.example/edit?url={url}';
    await sites.putSettings({ site: 'www.set.example', editLink, publishes: true, at: 3 });
    await sites.addSite({ site: 'set.example', postsPerMinute: 4, at: 1 });
    expect(await sites.findLimit('www.set.example')).toEqual({
      ...{ site: 'set.example', postsPerMinute: 4 },
    });
    const say = async (command: SiteCommand) => {
      const lines: string[] = [];
      const add = (line: string) => void lines.push(...line.split('\n'));
      await runSiteCommand(command, { print: add, remark: add });
      return lines;
    };
    const address = { directory };
    const remove = { name: 'remove-site', address, site: 'www.set.example' } as const;
    const [head, above, ours] = await say({ name: 'list-sites', address });
    expect(head?.split(/ {2,}/)).toEqual(['SITE', 'POSTS/MIN', 'MADE', 'PUBLISHES', 'EDIT LINK']);
    expect(above?.split(/ {2,}/)).toEqual([
      ...['set.example', '4', '1970-01-01T00:00:00Z', '-', '-'],
    ]);
    expect(ours?.split(/ {2,}/)).toEqual([
      ...['www.set.example', '-', '1970-01-01T00:00:00Z', 'yes', editLink],
    ]);
    // A limit leaves what editors have set, and the other way round.
    await sites.addSite({ site: 'www.set.example', postsPerMinute: 2, at: 5 });
    const own = { editLink: '', publishes: false };
    await sites.putSettings({ site: 'www.set.example', ...own, at: 6 });
    expect(await sites.listSites()).toContainEqual({
      ...{ site: 'www.set.example', postsPerMinute: 2, own, createdAt: 3 },
    });
    const [, , refused] = await say({ name: 'list-sites', address });
    // None, which is another thing than nothing.
    expect(refused?.split(/ {2,}/).slice(-2)).toEqual(['no', 'none']);
    expect((await say(remove)).join()).toMatch(/^Removed: .*www\.set\.example/);
    expect((await sites.listSites()).map(({ site }) => site)).toEqual(['set.example']);
    await expect(say(remove)).rejects.toThrow('Nothing is set for www.set.example');
  });

  test('has its own limit, or that of the nearest site above it that has one', async () => {
    const { sites } = await open(await makeDirectory());
    const set = (site: string, postsPerMinute: number | null) =>
      sites.addSite({ site, postsPerMinute, at: 1 });
    await set('news.example', 10);
    await set('x.y.news.example', 20);
    await set('y.news.example', null);
    await set('192.0.2.1', 30);
    const cases: [string, string, number][] = [
      ['news.example', 'news.example', 10],
      ['y.news.example', 'news.example', 10],
      ['x.y.news.example', 'x.y.news.example', 20],
      ['z.x.y.news.example', 'x.y.news.example', 20],
      ['192.0.2.1', '192.0.2.1', 30],
    ];
    for (const [host, site, postsPerMinute] of cases) {
      expect(await sites.findLimit(host)).toEqual({ site, postsPerMinute });
    }
    for (const host of ['example', 'oldnews.example', 'other.example', '']) {
      expect(await sites.findLimit(host)).toBeNull();
    }
  });
});

describe('a key', () => {
  test('is the same for all who ask at once, in several processes, and for each name another', async () => {
    const directory = await makeDirectory();
    const stores = [await open(directory), await open(directory), await open(directory)];
    const take = (name: string) =>
      Promise.all(
        [...stores, ...stores].map(({ secrets }) =>
          secrets.takeSecret(name, Number.POSITIVE_INFINITY, 1),
        ),
      );
    const [first, ...others] = await take('one');
    expect(first).toHaveLength(32);
    for (const other of others) expect(other).toEqual(first);
    expect((await take('two'))[0]).not.toEqual(first);
    expect((await take('one'))[3]).toEqual(first);
  });

  test('is replaced when its time is over, once for all', async () => {
    const directory = await makeDirectory();
    const stores = [await open(directory), await open(directory)];
    const take = (at: number) =>
      Promise.all(stores.map(({ secrets }) => secrets.takeSecret('key', 100, at)));
    const [old] = await take(1_000);
    expect((await take(1_099))[0]).toEqual(old);
    const [fresh, same] = await take(1_100);
    expect(fresh).not.toEqual(old);
    expect(same).toEqual(fresh);
    // A process whose clock is behind does not bring another.
    expect((await take(1_050))[0]).toEqual(fresh);
  });
});

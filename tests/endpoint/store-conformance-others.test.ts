/** What every store does with what is not a report: tokens, sites, keys, channels and their outbox. */
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { coversHost } from '../../src/endpoint/sites.ts';
import { SITE } from './endpoint.ts';
import { addReport } from './stored.ts';
import { describeAllStores, openFor } from './stores.ts';

describeAllStores((kind) => {
  test('a token is known by itself alone, until it is revoked, in every process', async () => {
    const address = await kind.makeAddress();
    const stores = [await openFor(address), await openFor(address)] as const;
    const names = ['Änn', 'ann', 'ANN', "'; --"];
    const made = await Promise.all(
      names.map((name, i) =>
        stores[i % 2 === 0 ? 0 : 1].tokens.addToken({ name, site: SITE, at: i }),
      ),
    );
    for (const [i, { token, id }] of made.entries()) {
      const editor = await stores[1].tokens.findEditor(token);
      expect(editor).toMatchObject({ tokenId: id, name: names[i], site: SITE });
    }
    const listed = await stores[0].tokens.listTokens();
    expect(listed.map(({ name }) => name)).toEqual(names);
    expect(listed.map(({ createdAt, revokedAt }) => [createdAt, revokedAt])).toEqual(
      names.map((_, i) => [i, null]),
    );
    const [first] = made;
    if (first === undefined) throw new Error('no token was made');
    await stores[0].tokens.revokeToken(first.id, 7);
    await stores[0].tokens.revokeToken(first.id, 8);
    expect(await stores[1].tokens.findEditor(first.token)).toBeNull();
    expect((await stores[1].tokens.listTokens())[0]?.revokedAt).toBe(7);
    expect(await stores[1].tokens.countTokens()).toBe(names.length - 1);
    expect(await stores[1].tokens.findEditor(`${first.token}x`)).toBeNull();
    expect(await stores[1].tokens.findEditor('')).toBeNull();
    const covered = ['a.b.news.example', SITE, 'xnews.example', 'example'];
    expect(await Promise.all(covered.map((host) => stores[0].tokens.isCovered(host)))).toEqual([
      ...[true, true, false, false],
    ]);
  });

  test('the widest site of a token in force that covers a host is found', async () => {
    const { tokens } = await openFor(await kind.makeAddress());
    const sites = [SITE, `a.${SITE}`, 'b.a.other.example', '192.0.2.1', 'localhost'];
    const made = await Promise.all(
      sites
        .flatMap((site) => [site, site])
        .map((site) => tokens.addToken({ name: '', site, at: 1 })),
    );
    const labels = ['a', 'b', 'news', 'other', 'example', 'localhost', ''];
    const hosts = fc
      .array(fc.constantFrom(...labels), { maxLength: 5 })
      .map((all) => all.join('.'));
    const host = fc.oneof(hosts, fc.constantFrom(...sites, 'x.192.0.2.1', '2.0.192.0.2.1'));
    const check = (inForce: readonly string[]) =>
      fc.assert(
        fc.asyncProperty(host, async (one) => {
          const covering = inForce.filter((site) => coversHost(site, one));
          const widest = covering.toSorted((before, after) => before.length - after.length)[0];
          expect(await tokens.findCoveringSite(one)).toBe(widest ?? null);
        }),
        { numRuns: 60 },
      );
    await check(sites);
    // One of two tokens, then the other.
    await tokens.revokeToken(made[0]?.id ?? '', 2);
    await check(sites);
    await tokens.revokeToken(made[1]?.id ?? '', 2);
    await check(sites.slice(1));
  });

  test('the nearest limit that was set for a site holds, and settings can be changed and taken away', async () => {
    const { sites } = await openFor(await kind.makeAddress());
    await sites.addSite({ site: SITE, postsPerMinute: 10, at: 1 });
    await sites.addSite({ site: `a.${SITE}`, postsPerMinute: 5, at: 2 });
    await sites.addSite({ site: 'other.example', postsPerMinute: null, at: 3 });
    expect(await sites.findLimit(`x.a.${SITE}`)).toEqual({ site: `a.${SITE}`, postsPerMinute: 5 });
    expect(await sites.findLimit(`b.${SITE}`)).toEqual({ site: SITE, postsPerMinute: 10 });
    expect(await sites.findLimit('other.example')).toBeNull();
    expect(await sites.findLimit('nothing.test')).toBeNull();
    await sites.addSite({ site: `a.${SITE}`, postsPerMinute: null, at: 9 });
    expect((await sites.listSites()).map(({ site, createdAt }) => [site, createdAt])).toEqual([
      ...[
        [`a.${SITE}`, 2],
        [SITE, 1],
        ['other.example', 3],
      ],
    ]);
    expect([await sites.removeSite(SITE), await sites.removeSite(SITE)]).toEqual([true, false]);
  });

  test('a key is the same for all who ask, until its time is over', async () => {
    const address = await kind.makeAddress();
    const stores = [await openFor(address), await openFor(address)];
    const takeAll = async (name: string, at: number) => {
      const keys = await Promise.all(
        [0, 1, 2, 3, 4, 5].map((i) => stores[i % 2]?.secrets.takeSecret(name, 100, at)),
      );
      const texts = new Set(keys.map((key) => key?.toString('hex')));
      expect([texts.size, keys[0]?.length]).toEqual([1, 32]);
      return [...texts][0];
    };
    const first = await takeAll('x', 1_000);
    expect(await takeAll('x', 1_099)).toBe(first);
    const second = await takeAll('x', 1_100);
    expect(second).not.toBe(first);
    expect(await takeAll('y', 1_100)).not.toBe(second);
  });

  test('a channel is told once, by one of the processes, and its message sent by one', async () => {
    const address = await kind.makeAddress();
    const stores = [await openFor(address), await openFor(address)];
    const [store] = stores;
    if (store === undefined) throw new Error('no store');
    await addReport(store, { place: 'before' });
    const channel = await store.channels.addChannel({
      ...{ site: SITE, kind: 'mail', target: 'ed@news.example', secret: '', every: 'report' },
      ...{ language: 'en', dueAt: 5, createdAt: 5 },
    });
    expect(await store.channels.listUntold(10, '', 10)).toEqual([]);
    const { canonical } = await addReport(store, { place: 'behind' });
    expect(await store.channels.listUntold(10, '', 10)).toEqual([channel]);
    const { reports, upTo } = await store.untold.listUntold(channel, 10);
    expect(reports).toEqual([{ site: SITE, canonical }]);
    const told = await Promise.all(
      [0, 1, 2, 3].map((i) =>
        stores[i % 2]?.messages.tellChannel(channel, {
          ...{ upTo, dueAt: 5, contents: [`{"n":${i}}`], at: 10 },
        }),
      ),
    );
    expect(told.filter(Boolean)).toHaveLength(1);
    const query = { kinds: ['mail'] as const, paused: [], at: 10, limit: 10 };
    const due = await store.messages.listDue(query);
    expect(due).toHaveLength(1);
    const id = due[0]?.id ?? '';
    const held = await Promise.all(
      [0, 1, 2, 3].map((i) => stores[i % 2]?.messages.holdMessage(id, 10)),
    );
    const [message, ...others] = held.filter((one) => one !== null && one !== undefined);
    if (message === undefined) throw new Error('nobody has it');
    expect([message.content, others]).toEqual([`{"n":${told.indexOf(true)}}`, []]);
    expect(await store.messages.listDue(query)).toEqual([]);
    await store.messages.noteFailure(message, { error: 'É', retryAt: 50, at: 12 });
    expect(await store.channels.listChannels('', 10)).toEqual([
      { ...channel, told: upTo, waiting: 1, failed: 0, error: 'É' },
    ]);
    expect(await store.messages.listDue({ ...query, at: 50, paused: [channel.id] })).toEqual([]);
    expect(await store.messages.listDue({ ...query, at: 50 })).toEqual(due);
    expect(await store.channels.endChannel(channel.id, 60)).toBe(true);
    expect(await store.channels.endChannel(channel.id, 61)).toBe(false);
    expect(await store.messages.listDue({ ...query, at: 50 })).toEqual([]);
  });
});

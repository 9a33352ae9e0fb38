/** What a token covers: its site, the site's subdomains, and nothing that only looks like one. */
import { expect, onTestFinished, test } from 'vitest';
import { coversHost, readGroup, readTypedSite } from '../../src/endpoint/sites.ts';
import { openStore } from '../../src/endpoint/store/database.ts';
import {
  addEditor,
  ask,
  decide,
  makeDirectory,
  mintCanonical,
  post,
  startEndpoint,
  writeAnnotation,
} from './endpoint.ts';
import { migrateUntil } from './stored.ts';

const CASES: [site: string, host: string, covered: boolean][] = [
  ['example.org', 'example.org', true],
  ['example.org', 'www.example.org', true],
  ['example.org', 'a.b.c.example.org', true],
  ['example.org', 'badexample.org', false],
  ['example.org', 'example.org.evil.example', false],
  ['example.org', 'xexample.org', false],
  ['www.example.org', 'example.org', false],
  ['www.example.org', 'm.www.example.org', true],
  ['www.example.org', 'm.example.org', false],
  ['a_b.example.org', 'x.a_b.example.org', true],
  ['a_b.example.org', 'x.acb.example.org', false],
  ['xn--b1amnebsh.example', 'xn--80ak6aa.xn--b1amnebsh.example', true],
  ['127.0.0.1', '127.0.0.1', true],
  ['127.0.0.1', '127.0.0.10', false],
  ['0.0.1', '127.0.0.1', false],
  ['localhost', 'localhost', true],
  ['localhost', 'sub.localhost', false],
  ['org', 'example.org', false],
  ['[::1]', '[::1]', true],
];

test.each(CASES)('a token for %s sees reports about %s: %s', async (site, host, covered) => {
  const editor = await addEditor(await startEndpoint(), site);
  const annotation = writeAnnotation({ source: `https://${host}/a` });
  const { canonical } = annotation;
  expect((await post(editor.server, annotation)).statusCode).toBe(201);

  const url = `/api/reports/${canonical}`;
  const status = covered ? 200 : 404;
  expect((await ask(editor, '/api/reports')).json().items).toHaveLength(covered ? 1 : 0);
  expect((await ask(editor, '/api/reports?state=new')).json().items).toHaveLength(covered ? 1 : 0);
  expect((await ask(editor, '/annotations/')).json().total).toBe(covered ? 1 : 0);
  expect((await ask(editor, '/annotations/?page=0')).json().items).toHaveLength(covered ? 1 : 0);
  expect((await ask(editor, url)).statusCode).toBe(status);
  const moved = await decide(editor, canonical, { state: 'accepted' }, { 'if-match': '"1"' });
  expect(moved.statusCode).toBe(status);
  expect((await ask(editor, `${url}/decisions`)).statusCode).toBe(status);
  expect(coversHost(site, host)).toBe(covered);
});

test('the queue over several sites is paged without gaps, also within one millisecond', async () => {
  let clock = 1_000;
  const endpoint = await startEndpoint({ now: () => clock });
  const editor = await addEditor(endpoint, 'example.org');
  const hosts = ['example.org', 'www.example.org', 'm.example.org', 'badexample.org'];
  const sent: string[] = [];
  for (let i = 0; i < 10; i++) {
    if (i % 4 === 0) clock++;
    // One canonical on all of them: then the site alone tells two places apart.
    const canonical = mintCanonical();
    for (const host of hosts) {
      const source = `https://${host}/${i}`;
      await post(endpoint.server, writeAnnotation({ canonical, source }));
      if (host !== 'badexample.org') sent.push(source);
    }
  }
  const seen: string[] = [];
  let after = '';
  do {
    const page = (await ask(editor, `/api/reports?after=${after}&limit=4`)).json();
    seen.push(...page.items.map((item: { source: string }) => item.source));
    after = page.next ?? '';
  } while (after !== '');
  expect(seen).toHaveLength(sent.length);
  expect(new Set(seen)).toEqual(new Set(sent));
});

test('one canonical on two covered sites is decided by naming the site', async () => {
  const endpoint = await startEndpoint();
  const editor = await addEditor(endpoint, 'example.org');
  const canonical = mintCanonical();
  for (const host of ['www.example.org', 'm.example.org']) {
    await post(endpoint.server, writeAnnotation({ canonical, source: `https://${host}/a` }));
  }
  const url = `/api/reports/${canonical}`;
  expect((await ask(editor, url)).statusCode).toBe(409);
  const match = { 'if-match': '"1"' };
  const unsure = await decide(editor, canonical, { state: 'spam' }, match);
  expect(unsure.statusCode).toBe(409);
  const sure = await decide(editor, canonical, { state: 'spam' }, match, '?site=m.example.org');
  expect(sure.json()).toMatchObject({ source: 'https://m.example.org/a', state: 'spam' });
  expect((await ask(editor, `${url}?site=www.example.org`)).json().state).toBe('new');
  expect((await ask(editor, `${url}?site=example.org`)).statusCode).toBe(404);
});

test('reports from before there were groups are found', async () => {
  const directory = await makeDirectory();
  const database = await migrateUntil(directory, '0004');
  const insert = database.prepare(
    `INSERT INTO reports VALUES (?, ?, ?, 'https://x/', 'fact', 'new', '', 1, 1, 2, '{}')`,
  );
  const sites = ['example.org', 'www.example.org', 'localhost', '127.0.0.1'];
  for (const site of sites) insert.run(site, mintCanonical(), site);
  database.close();
  const store = await openStore({ directory });
  onTestFinished(() => store.close());
  const count = async (site: string) => (await store.reports.summarizeSite(site)).total;
  expect(await Promise.all(sites.map(count))).toEqual([2, 1, 1, 1]);
});

test.each([
  ['www.example.org', 'example.org'],
  ['127.0.0.1', '127.0.0.1'],
  ['localhost', 'localhost'],
  ['[::1]', '[::1]'],
])('%s lies in the group %s', (site, group) => expect(readGroup(site)).toBe(group));

test.each<[string, string | RegExp]>([
  ['News.Example', 'news.example'],
  ['news.example.', 'news.example'],
  ['новости.example', 'xn--b1amnebsh.example'],
  ['localhost', 'localhost'],
  ['127.0.0.1', '127.0.0.1'],
  ['[::1]', '[::1]'],
  ['https://News.example/a', /not a URL: news\.example$/],
  ['news.example/a', /not a URL: news\.example$/],
  ['http://', /not a URL, such as/],
  ['news.example:80', /without a port/],
  ['*.news.example', /subdomains are covered/],
  ['.news.example', /host name/],
  ['news..example', /host name/],
  ['a b', /host name/],
  ['$(x).example', /host name/],
  ['me@news.example', /host name/],
  ['', /host name/],
])('the site %j as typed is %s', (text, expected) => {
  const read = readTypedSite(text);
  if (typeof expected === 'string') expect(read).toEqual({ ok: true, site: expected });
  else expect(read).toMatchObject({ ok: false, message: expect.stringMatching(expected) });
});

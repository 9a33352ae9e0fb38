/** What whoever runs the endpoint sees and does: hints, editors' tokens, the proxy in front. */
import { mkdir } from 'node:fs/promises';
import { join, relative } from 'node:path';
import { expect, test, vi } from 'vitest';
import { composeTokenCommand } from '../../src/endpoint/command-line/commands.ts';
import {
  ask,
  makeDirectory,
  mintCanonical,
  pathOf,
  post,
  postFrom,
  SITE,
  startEndpoint,
  writeAnnotation,
} from './endpoint.ts';
import { readUrl, run, send, start } from './program.ts';

test('tokens are listed and revoked', async () => {
  const directory = await makeDirectory();
  const token = (...args: string[]) =>
    run(['token', ...args, '--data', directory], directory, { TZ: 'Asia/Tokyo' });
  for (const [name, site] of [
    ['Ann', SITE],
    ['Ann', 'other.example'],
    ['Боб', SITE],
  ] as const) {
    expect((await token('add', '--name', name, '--site', site)).code).toBe(0);
  }
  const time = String.raw`\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ`;
  const row = (name: string, site: string, revoked: string) =>
    expect.stringMatching(new RegExp(`^${name} +${site} +read,decide,edit  ${time}  ${revoked}$`));
  const listed = await token('list');
  const lines = listed.stdout.trimEnd().split('\n');
  expect(lines).toHaveLength(4);
  expect(lines[0]).toMatch(/^NAME +SITE +SCOPES +MADE +REVOKED$/);
  expect(lines).toContainEqual(row('Боб', SITE, '-'));
  expect(listed.stdout).not.toContain('sic_');

  const revoked = await token('revoke', '--name', 'Ann', '--site', SITE);
  expect([revoked.code, revoked.stdout]).toEqual([
    0,
    expect.stringMatching(`^Revoked: Ann for ${SITE}, made ${time}\n$`),
  ]);
  const after = (await token('list')).stdout.trimEnd().split('\n');
  expect(after).toContainEqual(row('Ann', SITE, time));
  expect(after).toContainEqual(row('Ann', 'other.example', '-'));

  const again = await token('revoke', '--name', 'Ann', '--site', SITE);
  expect([again.code, again.stdout]).toEqual([1, '']);
  expect(again.stderr).toContain(`No token of Ann for ${SITE} is in force`);
  expect((await token('revoke', '--name', 'Ann')).stdout).toContain('other.example');
  expect((await token('revoke', '--name', 'Nobody')).stderr).toContain('No token of Nobody is');
});

test('who makes a second token of a name is told that both hold, and revokes both', async () => {
  const directory = await makeDirectory();
  const token = (...args: string[]) => run(['token', ...args, '--data', directory], directory);
  const add = (name: string, site: string) => token('add', '--name', name, '--site', site);
  const first = await add('Ann', SITE);
  for (const [name, site] of [
    ['Bob', SITE],
    ['Ann', 'other.example'],
  ] as const) {
    expect((await add(name, site)).stderr).not.toContain('already');
  }
  const second = await add('Ann', SITE);
  expect(second.code).toBe(0);
  expect(second.stdout).toMatch(/^sic_[\w-]{43}\n$/);
  expect(second.stdout).not.toBe(first.stdout);
  expect(second.stderr).toMatch(
    /Ann has a token for news\.example already \(made \S+Z\), which stays good/,
  );
  const { stdout } = await token('revoke', '--name', 'Ann', '--site', SITE);
  expect(stdout.trimEnd().split('\n')).toHaveLength(2);
  // What has ended is none any more.
  expect((await add('Ann', SITE)).stderr).not.toContain('already');
});

test('a feed’s token comes with addresses that are served', async () => {
  const directory = await makeDirectory();
  const add = (name: string, scope: string, env: Record<string, string>, ...more: string[]) =>
    run(
      [
        'token',
        'add',
        '--name',
        name,
        '--site',
        SITE,
        '--scope',
        scope,
        '--data',
        directory,
        ...more,
      ],
      directory,
      env,
    );
  const url = await readUrl(start(directory));
  const { stdout, stderr } = await add('Feed', 'feed', { SIC_PUBLIC_URL: url });
  expect(stdout).toMatch(/^sic_[\w-]{43}\n$/);
  const addresses = stderr.match(/^http\S+$/gm) ?? [];
  expect(addresses).toHaveLength(2);
  for (const address of addresses) {
    const answer = await fetch(address);
    expect([answer.status, answer.headers.get('content-type')]).toEqual([
      200,
      expect.stringMatching(/^application\/(atom\+xml|feed\+json)/),
    ]);
  }
  const below = await add('Low', 'feed', {}, '--public-url', 'https://e.example/sic/');
  expect(below.stderr).toContain(`\nhttps://e.example/sic/feeds/${below.stdout.trim()}.atom\n`);
  const bare = await add('Bare', 'feed', {});
  expect(bare.stderr).toContain(`\n/feeds/${bare.stdout.trim()}.atom\n`);
  const editor = await add('Ann', 'read', { SIC_PUBLIC_URL: url });
  expect(editor.stderr).not.toContain('/feeds/');
});

test('a directory without a database is not taken for an empty one', async () => {
  const directory = join(await makeDirectory(), 'mistyped');
  for (const args of [['list'], ['revoke', '--name', 'Ann']]) {
    const { code, stderr } = await run(['token', ...args, '--data', directory], process.cwd());
    expect([code, stderr]).toEqual([1, `There is no endpoint’s data in ${directory}.\n`]);
  }
});

test('an endpoint without tokens prints the commands that make them', async () => {
  const directory = join(await makeDirectory(), 'with space');
  await mkdir(directory);
  // As typed below another directory: what is printed holds everywhere.
  const child = start(relative(process.cwd(), directory));
  let stderr = '';
  child.stderr?.on('data', (chunk) => {
    stderr += chunk;
  });
  const url = await readUrl(child);
  for (const host of ['www.news.example', 'www.news.example', 'a$(x).example', 'b.example']) {
    const sent = await send(url, mintCanonical(), `https://${host}/a`);
    expect(sent.status).toBe(201);
  }
  const command = (site: string) => composeTokenCommand({ directory }, site);
  expect(command(SITE)).toBe(
    `npm run endpoint -- token add --name NAME --site ${SITE} --data '${directory}'`,
  );
  await vi.waitFor(() => expect(stderr).toContain('b.example'), { timeout: 20_000 });
  expect(stderr.replace(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ /gm, '')).toBe(
    `No editor has a token yet. This makes one: ${command('HOST')}\n` +
      ['www.news.example', 'b.example']
        .map(
          (host) =>
            `Reports about ${host} arrive, but no editor's token covers it: ${command(host)}\n`,
        )
        .join(''),
  );
});

test('of a site that no token covers is told once, and its reports are kept', async () => {
  const told: string[] = [];
  let time = Date.now();
  const endpoint = await startEndpoint({
    tellUncovered: (site) => told.push(site),
    now: () => time,
  });
  const sendTo = async (host: string) =>
    expect(
      (await post(endpoint.server, writeAnnotation({ source: `https://${host}/a` }))).statusCode,
    ).toBe(201);
  await Promise.all(Array.from({ length: 5 }, () => sendTo('www.other.example')));
  await sendTo(SITE);
  await sendTo(`www.${SITE}`);
  await sendTo('other.example');
  expect(told).toEqual(['www.other.example', 'other.example']);
  const { id } = await endpoint.store.tokens.addToken({
    name: 'Bob',
    site: 'third.example',
    at: 1,
  });
  await sendTo('third.example');
  await endpoint.store.tokens.revokeToken(id, 2);
  // That a site is covered is known for a minute.
  time += 60_000;
  await sendTo('third.example');
  expect(told.slice(2)).toEqual(['third.example']);
});

test('strangers cannot fill the log with sites', async () => {
  const told: string[] = [];
  const { server } = await startEndpoint({ tellUncovered: (site) => told.push(site) });
  for (let i = 0; i < 110; i++) {
    await post(server, writeAnnotation({ source: `https://s${i}.example/a` }));
  }
  expect(told).toHaveLength(100);
});

test('nor with the subdomains that they invent', async () => {
  const told: string[] = [];
  const { server } = await startEndpoint({ tellUncovered: (site) => told.push(site) });
  const sendTo = (site: string) => post(server, writeAnnotation({ source: `https://${site}/a` }));
  for (let i = 0; i < 20; i++) await sendTo(`s${i}.invented.example`);
  await Promise.all(Array.from({ length: 20 }, (_, i) => sendTo(`t${i}.another.example`)));
  await sendTo('www.third.example');
  expect(told.filter((site) => site.endsWith('.invented.example'))).toHaveLength(5);
  expect(told.filter((site) => site.endsWith('.another.example'))).toHaveLength(5);
  expect(told.at(-1)).toBe('www.third.example');
});

test('behind a trusted proxy the limit counts readers', async () => {
  const { server } = await startEndpoint({
    postsPerMinute: 1,
    trustedProxies: ['10.0.0.0/8', '192.0.2.7'],
  });
  const from = async (remoteAddress: string, forwarded: string) =>
    (await postFrom(server, remoteAddress, forwarded)).statusCode;
  expect(await from('10.1.2.3', '198.51.100.1')).toBe(201);
  expect(await from('10.1.2.3', '198.51.100.2')).toBe(201);
  expect(await from('192.0.2.7', '198.51.100.2')).toBe(429);
  // What a reader wrote in front of what the proxy saw is not believed.
  expect(await from('10.1.2.3', '203.0.113.9, 198.51.100.1')).toBe(429);
  // Nor is anything from an address that was not named.
  expect(await from('192.0.2.8', '198.51.100.3')).toBe(201);
  expect(await from('192.0.2.8', '198.51.100.4')).toBe(429);
  expect(await from('10.1.2.3', 'unknown')).toBe(201);
});

test('a forwarded protocol that is none is refused', async () => {
  const { server } = await startEndpoint({ trustedProxies: ['127.0.0.1'] });
  const codes: number[] = [];
  for (const protocol of ['https', 'javascript', 'a b']) {
    const headers = { 'x-forwarded-proto': protocol };
    codes.push((await post(server, writeAnnotation(), headers)).statusCode);
  }
  expect(codes).toEqual([201, 400, 400]);
});

test('with a public URL, ids and ETags are the same whatever Host a client names', async () => {
  const endpoint = await startEndpoint({ publicUrl: 'https://reports.example/sic' });
  const created = await post(endpoint.server, writeAnnotation(), { host: 'one.example' });
  const path = pathOf(created.headers.location).replace('/sic', '');
  const authorization = `Bearer ${endpoint.token}`;
  for (const url of [path, '/annotations/', '/annotations/?page=0', '/api/reports']) {
    const answers = [];
    for (const host of ['one.example', 'two.example:81', 'no host']) {
      const { statusCode, headers, body } = await endpoint.server.inject({
        url,
        headers: { host, authorization, 'x-forwarded-host': 'three.example' },
      });
      expect(statusCode).toBe(200);
      answers.push({ body, etag: headers.etag, location: headers['content-location'] });
    }
    expect(answers[1]).toEqual(answers[0]);
    expect(answers[2]).toEqual(answers[0]);
    expect(answers[0]?.body).toContain('https://reports.example/sic/annotations/');
  }
  expect((await ask(endpoint, '/api/reports')).json().items[0].id).toBe(created.headers.location);
});

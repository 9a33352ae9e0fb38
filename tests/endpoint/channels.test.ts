/** Channels as an administrator makes them on the command line, and the program that tells editors by them. */
import { once } from 'node:events';
import { describe, expect, test } from 'vitest';
import { readCommand } from '../../src/endpoint/command-line/arguments.ts';
import { makeDirectory } from './directory.ts';
import { SITE } from './endpoint.ts';
import {
  EDITORS,
  FROM,
  findFreePort,
  readMail,
  startMailServer,
  startReceiver,
} from './notice-receivers.ts';
import { readUrl, run, send, start } from './program.ts';
import { withDatabase } from './stored.ts';

const UUID = /^[\da-f]{8}(-[\da-f]{4}){3}-[\da-f]{12}$/;

describe('the command line refuses', () => {
  const add = ['channel', 'add', '--site', SITE];
  const mail = [...add, '--mail', EDITORS];
  test.each<[string[], RegExp]>([
    [['channel'], /`add`, `list`, `remove` or `test`/],
    [['channel', 'forget'], /`add`, `list`, `remove` or `test`/],
    [add, /--mail, --webhook and --slack/],
    [[...mail, '--slack', 'https://chat.example/'], /--mail, --webhook and --slack/],
    [['channel', 'add', '--mail', EDITORS], /--site/],
    [[...add, '--mail', 'Ann <ann@news.example>'], /--mail must be one mail address/],
    [[...add, '--webhook', 'ftp://x.example/'], /https:\/\//],
    [[...add, '--webhook', 'https://user:geheim@x.example/'], /no name and no password/],
    [[...add, '--webhook', 'x.example'], /URL/],
    [[...mail, '--every', 'minute'], /--every/],
    [[...mail, '--at', '07:00'], /--at is for/],
    [[...mail, '--every', 'day', '--at', '24:00'], /--at must be/],
    [[...mail, '--language', 'la'], /--language must be one of en, ru/],
    [['channel', 'remove'], /--id/],
    [['channel', 'test', '--id', 'x'], /--id/],
    [['channel', 'list', '--id', 'x'], /--id/],
    [['--smtp-url', 'smtp://u:geheim@mail.example'], /--mail-from/],
    [['--smtp-url', 'http://u:geheim@mail.example', '--mail-from', FROM], /--smtp-url must be/],
    [['--smtp-url', 'smtp://mail.example', '--mail-from', 'nobody'], /--mail-from must be/],
    [['--mail-reply-to', 'a@b.example\nBcc: c@d.example'], /--mail-reply-to must be/],
  ])('%j', (args, message) => {
    const read = readCommand(args, {});
    const said = read.ok ? '' : read.message;
    expect(said).toMatch(message);
    expect(said).not.toMatch(/geheim|\n/);
  });
});

/** How often each message that waits has been tried. */
function countAttempts(directory: string): unknown[] {
  return withDatabase(directory, (database) =>
    database.prepare('select attempts from messages').pluck().all(),
  );
}

/** What waits is tried as soon as somebody looks: nobody wants to wait as long as after a failure. */
function makeDue(directory: string): void {
  withDatabase(directory, (database) => database.exec('update messages set due_at = 0'));
}

async function runOn(directory: string, ...args: string[]) {
  return run(['channel', ...args, '--data', directory], process.cwd());
}

test('channels are made, listed, tried and ended; what is secret is shown once', async () => {
  const directory = await makeDirectory();
  const made = [
    await runOn(
      directory,
      'add',
      '--site',
      'News.Example',
      '--mail',
      'Ed@News.Example',
      '--language',
      'ky',
    ),
    await runOn(
      directory,
      'add',
      '--site',
      SITE,
      '--webhook',
      'https://x.example/a?key=geheim',
      '--every',
      'hour',
    ),
    await runOn(
      directory,
      'add',
      '--site',
      SITE,
      '--slack',
      'http://10.0.0.1/services/geheim',
      '--every',
      'day',
      '--at',
      '07:45',
    ),
  ];
  expect(made.map(({ code }) => code)).toEqual([0, 0, 0]);
  const [mail, webhook, slack] = made.map(({ stdout }) => stdout.trimEnd().split('\n'));
  expect([mail?.length, webhook?.length, slack?.length]).toEqual([1, 2, 1]);
  const ids = [mail, webhook, slack].map((lines) => lines?.[0] ?? '');
  for (const id of ids) expect(id).toMatch(UUID);
  expect(webhook?.[1]).toMatch(/^whsec_[A-Za-z\d+/]{43}=$/);
  expect(made[2]?.stderr).toMatch(/--allow-private-webhooks/);
  expect(made[2]?.stderr).toMatch(/T07:45:00Z/);
  expect(made[1]?.stderr).toMatch(/:00:00Z/);
  expect(made[0]?.stderr).not.toMatch(/--allow-private-webhooks|due/);

  expect((await runOn(directory, 'test', '--id', ids[0] ?? '')).code).toBe(0);
  const { stdout } = await runOn(directory, 'list');
  const rows = stdout
    .trimEnd()
    .split('\n')
    .map((line) => line.split(/ {2,}/));
  expect(rows.slice(1)).toEqual([
    [ids[0], SITE, 'mail', 'Ed@news.example', 'report', 'ky', '1', '0', '-'],
    [ids[1], SITE, 'webhook', 'https://x.example/a?…', 'hour', 'en', '0', '0', '-'],
    [ids[2], SITE, 'slack', 'http://10.0.0.1/…', 'day', 'en', '0', '0', '-'],
  ]);
  for (const { stderr } of made) expect(stderr).not.toContain('geheim');

  const removed = await runOn(directory, 'remove', '--id', ids[0] ?? '');
  expect(removed.code).toBe(0);
  for (const action of ['remove', 'test']) {
    const again = await runOn(directory, action, '--id', ids[0] ?? '');
    expect([again.code, again.stdout]).toEqual([1, '']);
    expect(again.stderr).toMatch(/There is no channel/);
  }
  expect((await runOn(directory, 'list')).stdout).not.toContain(ids[0]);
  const missing = await runOn(`${directory}/mistyped`, 'list');
  expect([missing.code, missing.stdout]).toEqual([1, '']);
});

test('the program that serves mails a report soon, and the test', async () => {
  const directory = await makeDirectory();
  const mails = await startMailServer();
  const { stdout } = await runOn(directory, 'add', '--site', SITE, '--mail', EDITORS);
  const child = start(
    directory,
    ...['--smtp-url', mails.url, '--mail-from', FROM, '--public-url', 'https://sic.example/'],
  );
  const url = await readUrl(child);
  expect((await send(url)).status).toBe(201);
  await expect.poll(() => mails.received.length, { timeout: 30_000 }).toBe(1);
  expect(readMail(mails.received[0]?.raw ?? '').text).toContain('https://sic.example/#report=');
  await runOn(directory, 'test', '--id', stdout.trim());
  await expect.poll(() => mails.received.length, { timeout: 30_000 }).toBe(2);
  expect(readMail(mails.received[1]?.raw ?? '').text).toContain('This is a test');
  child.kill('SIGTERM');
  const [code] = await once(child, 'exit');
  expect(code).toBe(0);
});

test('what a program that was killed had still to mail, the next one mails', async () => {
  const directory = await makeDirectory();
  const port = await findFreePort();
  await runOn(directory, 'add', '--site', SITE, '--mail', EDITORS);
  const options = ['--smtp-url', `smtp://127.0.0.1:${port}`, '--mail-from', FROM];
  const child = start(directory, ...options);
  const url = await readUrl(child);
  expect((await send(url)).status).toBe(201);
  await expect.poll(() => countAttempts(directory), { timeout: 30_000 }).toEqual([1]);
  child.kill('SIGKILL');
  await once(child, 'exit');
  makeDue(directory);
  const mails = await startMailServer(port);
  await readUrl(start(directory, ...options));
  await expect.poll(() => mails.received.length, { timeout: 40_000 }).toBe(1);
  await expect.poll(() => countAttempts(directory), { timeout: 20_000 }).toEqual([]);
});

test('the program posts to private addresses only with leave', async () => {
  const directory = await makeDirectory();
  const hook = await startReceiver();
  await runOn(directory, 'add', '--site', SITE, '--webhook', hook.url);
  const strict = start(directory);
  expect((await send(await readUrl(strict))).status).toBe(201);
  await expect.poll(() => countAttempts(directory), { timeout: 30_000 }).toEqual([1]);
  expect((await runOn(directory, 'list')).stdout).toContain('must begin with https://');
  expect(hook.received).toEqual([]);
  strict.kill('SIGTERM');
  await once(strict, 'exit');
  makeDue(directory);
  await readUrl(start(directory, '--allow-private-webhooks'));
  await expect.poll(() => hook.received.length, { timeout: 40_000 }).toBe(1);
});

/** Settings: where they come from, which one holds, and what is said of a wrong one. */
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { readCommand } from '../../src/endpoint/command-line/arguments.ts';
import { nameVariable, readSettings } from '../../src/endpoint/command-line/read-settings.ts';
import { SERVE_SETTINGS } from '../../src/endpoint/command-line/settings.ts';
import { makeDirectory } from './directory.ts';
import { run } from './program.ts';

function readServe(args: string[], environment: Record<string, string> = {}) {
  const read = readCommand(args, environment);
  if (!read.ok) throw new Error(read.message);
  if (read.command.name !== 'serve') throw new Error('something else is to be done');
  return read.command;
}

function readFault(args: string[], environment: Record<string, string> = {}): string {
  const read = readCommand(args, environment);
  return read.ok ? '' : read.message;
}

test('a flag beats the environment, and the environment what is so by itself', () => {
  expect(readServe([]).settings.port).toBe(8787);
  expect(readServe([], { SIC_PORT: '1' }).settings.port).toBe(1);
  expect(readServe(['--port', '2'], { SIC_PORT: '1' }).settings.port).toBe(2);
  expect(readServe(['serve', '--port', '2']).settings.port).toBe(2);
  expect(readServe([], { SIC_PORT: '' }).settings.port).toBe(8787);
  // What the environment says is not read where a flag is there, however wrong it is.
  expect(readServe(['--port', '2'], { SIC_PORT: 'x' }).settings.port).toBe(2);
});

test('a switch is on where it is named, and as the environment says', () => {
  expect(readServe([]).settings['no-migrate']).toBe(false);
  expect(readServe(['--no-migrate']).settings['no-migrate']).toBe(true);
  expect(readServe([], { SIC_NO_MIGRATE: '1' }).settings['no-migrate']).toBe(true);
  expect(readServe([], { SIC_NO_MIGRATE: 'false' }).settings['no-migrate']).toBe(false);
  expect(readFault([], { SIC_NO_MIGRATE: 'yes' })).toBe('SIC_NO_MIGRATE must be true or false.');
});

test.each<[string, unknown]>([
  ['9464', { host: '127.0.0.1', port: 9464 }],
  ['0.0.0.0:9464', { host: '0.0.0.0', port: 9464 }],
  ['[::1]:9464', { host: '::1', port: 9464 }],
  ['metrics.internal:1', { host: 'metrics.internal', port: 1 }],
  ['', null],
  ['::1:9464', null],
  ['65536', null],
  [':9464', null],
  ['127.0.0.1:', null],
])('--metrics %j is read as %j', (text, address) => {
  const read = readCommand(['--metrics', text], {});
  if (address === null) expect(readFault(['--metrics', text])).toMatch(/^--metrics must be a port/);
  else expect(read).toMatchObject({ ok: true, command: { settings: { metrics: address } } });
});

describe('where the data lies', () => {
  const url = 'postgres://sic@db.example/sic';

  test.each<[string[], Record<string, string>, object]>([
    [[], {}, { directory: 'data' }],
    [[], { SIC_DATA: 'd' }, { directory: 'd' }],
    [[], { SIC_DATA: 'd', SIC_DATABASE_URL: url }, { databaseUrl: url }],
    [['--data', 'e'], { SIC_DATA: 'd', SIC_DATABASE_URL: url }, { directory: 'e' }],
    [['--database-url', url], { SIC_DATA: 'd' }, { databaseUrl: url }],
  ])('%j with %j is %j', (args, environment, address) => {
    expect(readServe(args, environment).address).toEqual(address);
    const commands = [['token', 'list'], ['site', 'list'], ['migrate'], ['export', '--out', '-']];
    for (const command of commands) {
      expect(readCommand([...command, ...args], environment)).toMatchObject({
        ok: true,
        command: { address },
      });
    }
  });

  test('two places on the command line are one too many', () => {
    for (const command of [[], ['token', 'list'], ['migrate'], ['export', '--out', '-']]) {
      expect(readFault([...command, '--data', 'e', '--database-url', url])).toMatch(
        /^--data and --database-url are two places/,
      );
    }
  });

  test('a file is no directory', async () => {
    const file = join(await makeDirectory(), 'file');
    await writeFile(file, '');
    expect(readFault(['--data', file])).toBe('--data must name a directory, and a file is there.');
    expect(readFault(['token', 'list'], { SIC_DATA: file })).toMatch(/^SIC_DATA must name/);
    expect(readFault(['--data', `${file}.no`])).toBe('');
  });

  test('a secret comes from a file as well, but not from two places', async () => {
    const file = join(await makeDirectory(), 'url');
    await writeFile(file, `${url}\n`);
    expect(readServe([], { SIC_DATABASE_URL_FILE: file }).address).toEqual({ databaseUrl: url });
    expect(readFault([], { SIC_DATABASE_URL_FILE: file, SIC_DATABASE_URL: url })).toBe(
      'SIC_DATABASE_URL and SIC_DATABASE_URL_FILE are both set: one of them is enough.',
    );
    expect(readFault([], { SIC_DATABASE_URL_FILE: `${file}.no` })).toMatch(
      /^SIC_DATABASE_URL_FILE cannot be read: /,
    );
    await writeFile(file, 'hunter2');
    const fault = readFault([], { SIC_DATABASE_URL_FILE: file });
    expect(fault).toMatch(/^SIC_DATABASE_URL_FILE must be a URL/);
    expect(fault).not.toContain('hunter2');
    // What is no secret is not read from files that a variable names.
    expect(readServe([], { SIC_PORT_FILE: file }).settings.port).toBe(8787);
  });

  test.each([
    'postgres://sic:hunter2@127.0.0.1:1/sic',
    'postgres://sic:hunter2@[bad/sic',
    'mysql://sic:hunter2@127.0.0.1:1/sic',
    'postgres://sic@127.0.0.1:1/sic?password=hunter2',
  ])('the password of %j is not shown when nothing comes of it', async (secret) => {
    const { code, stdout, stderr } = await run(['token', 'list'], await makeDirectory(), {
      SIC_DATABASE_URL: secret,
    });
    expect(code).not.toBe(0);
    expect(stderr).not.toBe('');
    expect(stdout + stderr).not.toContain('hunter2');
  });
});

test('whatever is set to whatever, it is read or the one that is wrong is named', () => {
  const flags = Object.keys(SERVE_SETTINGS);
  fc.assert(
    fc.property(fc.constantFrom(...flags), fc.string({ unit: 'binary' }), (flag, text) => {
      const byFlag = readSettings(SERVE_SETTINGS, { [flag]: text }, {});
      const byVariable = readSettings(SERVE_SETTINGS, {}, { [nameVariable(flag)]: text });
      if (!byFlag.ok) expect(byFlag.message).toMatch(new RegExp(`^--${flag} must .*\\.$`, 's'));
      if (text === '') return;
      expect(byVariable.ok).toBe(byFlag.ok);
      if (!byVariable.ok) expect(byVariable.message).toContain(`${nameVariable(flag)} must `);
    }),
  );
});

test.each<[string[], RegExp]>([
  [['site'], /`add`, `list` or `remove`/],
  [['site', 'add'], /--site/],
  [['site', 'add', '--site', 'x.example', '--posts-per-minute', '0'], /--posts-per-minute/],
  [['site', 'remove', '--site', 'x/y'], /--site/],
  [['token', 'add', '--name', 'A', '--site', 'x.example', '--scope', 'read,write'], /--scope/],
  [['token', 'add', '--name', 'A', '--site', 'x.example', '--scope', ''], /--scope/],
  [['export'], /--out/],
  [['import'], /file/],
  [['backup', 'a', 'b'], /One file/],
  [['backup', '-'], /must name a file/],
  [['migrate', 'now'], /now/],
  [['--log-level', 'loud'], /--log-level must be one of/],
  [['--log-format', 'xml'], /--log-format/],
  [['token', 'add', '--name', 'A', '--site', 'x.example', '--scope', 'read,feed'], /--scope feed/],
])('%j is answered with what is wrong', (args, message) => {
  expect(readFault(args)).toMatch(message);
});

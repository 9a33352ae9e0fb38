/** What is said to who asks how the program is called, or calls it wrongly. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { readCommand } from '../../src/endpoint/command-line/arguments.ts';
import { findNearest } from '../../src/endpoint/command-line/nearest-name.ts';
import { nameVariable } from '../../src/endpoint/command-line/read-settings.ts';
import { SERVE_SETTINGS, STORE_SETTINGS } from '../../src/endpoint/command-line/settings.ts';
import { describeUnknownVariables } from '../../src/endpoint/command-line/unknown-variables.ts';
import { composeUsage, findTopic, USAGE } from '../../src/endpoint/command-line/usage.ts';
import { makeDirectory } from './directory.ts';
import { run } from './program.ts';

const COMMANDS = [
  ...['token add', 'token list', 'token revoke', 'site add', 'site list', 'site remove'],
  ...['channel add', 'channel list', 'channel test', 'channel remove'],
  ...['migrate', 'backup', 'export', 'import'],
];

function readFault(args: string[]): string {
  const read = readCommand(args, {});
  return read.ok ? '' : read.message;
}

test('the usage names every setting and every command, in lines that a terminal holds', () => {
  for (const flag of Object.keys({ ...SERVE_SETTINGS, ...STORE_SETTINGS })) {
    expect(USAGE).toMatch(new RegExp(`^  --${flag}( |$)`, 'm'));
  }
  for (const command of COMMANDS) {
    expect(USAGE).toContain(`npm run endpoint -- ${command}`);
    expect(readFault([...command.split(' '), '--no-such-option'])).toContain('--no-such-option');
  }
  expect(USAGE.split('\n').filter((line) => line.length > 110)).toEqual([]);
});

describe('--help', () => {
  test.each(COMMANDS)('behind `%s` is about it alone', (command) => {
    const words = command.split(' ');
    const asked = [
      [...words, '--help'],
      [...words, '--id', 'x', '-h'],
      ['help', ...words],
    ];
    for (const args of asked) {
      expect(readCommand(args, {})).toEqual({ ok: true, command: { name: 'help', about: words } });
    }
    const calls = composeUsage(words).match(/^ {2}npm run .*/gm) ?? [];
    expect(calls).toHaveLength(1);
    expect(calls[0]).toContain(` -- ${command}`);
  });

  test('behind what several commands begin with is about those', () => {
    expect(readCommand(['channel', '--help'], {})).toMatchObject({
      command: { about: ['channel'] },
    });
    expect(composeUsage(['channel']).match(/^ {2}npm run .*/gm)).toHaveLength(4);
    expect(findTopic(['channel', 'tell', '--help'])).toEqual(['channel']);
    expect(findTopic(['backup', 'file'])).toEqual(['backup']);
  });

  test.each([
    [['--help']],
    [['-h']],
    [['help']],
    [['help', 'serve']],
    [['help', '--help']],
    [['serve', '--help']],
    [['--port', 'x', '--help']],
  ])('%j is about all', (args) => {
    expect(readCommand(args, {})).toEqual({ ok: true, command: { name: 'help', about: [] } });
  });

  test('is printed by the program', async () => {
    const { code, stdout, stderr } = await run(
      ['channel', 'test', '--help'],
      await makeDirectory(),
    );
    expect([code, stdout, stderr]).toEqual([0, `${composeUsage(['channel', 'test'])}\n`, '']);
  });
});

describe('what is wrong', () => {
  test.each<[string[], string]>([
    [['--prot', '1'], '--prot is no option here; --port is one.'],
    [['--data=x', '--zzz=1'], '--zzz is no option here.'],
    [['-x'], '-x is no option here.'],
    [['token', 'add', '--scopes', 'feed'], '--scopes is no option here; --scope is one.'],
    [['tokne', 'add'], 'tokne is no command; token is one.'],
    [['zzz'], 'zzz is no command.'],
    [['help', 'tokne'], 'tokne is no command; token is one.'],
    [['--data', 'x', 'token', 'add'], 'The command comes first: token, then its options.'],
    [['--name', 'A', 'token', 'add'], 'The command comes first: token, then its options.'],
    [['--name', 'A'], '--name is no option here.'],
    [['--data=x', '--out=y', 'export'], 'The command comes first: export, then its options.'],
    [['--port', '1', 'serve'], 'The command comes first: serve, then its options.'],
    [['serve', 'token'], 'token is not expected here.'],
    [['migrate', 'now'], 'now is not expected here.'],
    [['backup', 'x', '--dat', 'y'], '--dat is no option here; --data is one.'],
    [['--port'], "Option '--port <value>' argument missing"],
    [['--port', '--host', 'x'], "Option '--port' argument is ambiguous."],
  ])('in %j is said in one line', (args, message) => {
    expect(readFault(args)).toBe(message);
  });

  test.each<[string[], string]>([
    [['--prot', '1'], '--help'],
    [['channel', 'test', '--idd', 'x'], 'channel test --help'],
    [['channel', 'tset'], 'channel --help'],
    [['backup', 'a', 'b'], 'backup --help'],
  ])('%j ends with where more is said', async (args, call) => {
    const { code, stdout, stderr } = await run(args, await makeDirectory());
    expect([code, stdout]).toEqual([2, '']);
    expect(stderr.trimEnd().split('\n').slice(1)).toEqual([`See npm run endpoint -- ${call}`]);
  });
});

describe('variables that are no settings', () => {
  test.each<[Record<string, string>, string[]]>([
    [{ SIC_PORT: '1', SIC_SMTP_URL_FILE: 'f', PORT: '1', SICK_LEAVE: '1', sic_x: '1' }, []],
    [{ SIC_PROT: '' }, []],
    [{ SIC_PROT: '1' }, ['SIC_PROT is no setting, and is not read; SIC_PORT is one.']],
    [
      { SIC_DATABSE_URL_FILE: 'f' },
      ['SIC_DATABSE_URL_FILE is no setting, and is not read; SIC_DATABASE_URL_FILE is one.'],
    ],
    [{ SIC_SOMETHING: '1' }, ['SIC_SOMETHING is no setting, and is not read.']],
    [
      { SIC_MAIL_FROM_FILE: 'f' },
      [
        'SIC_MAIL_FROM_FILE is not read: only secrets come from files (SIC_DATABASE_URL_FILE, SIC_SMTP_URL_FILE).',
      ],
    ],
  ])('%j', (environment, sentences) => {
    expect(describeUnknownVariables(environment)).toEqual(sentences);
  });

  test('are told by every command, also where all else is well', async () => {
    const directory = await makeDirectory();
    const { code, stderr } = await run(['migrate', '--data', directory], directory, {
      SIC_DATABSE_URL: 'postgres://sic:hunter2@x/y',
    });
    expect([code, stderr]).toEqual([
      0,
      'SIC_DATABSE_URL is no setting, and is not read; SIC_DATABASE_URL is one.\n' +
        'The tables are up to date.\n',
    ]);
  });

  test('are told in no more lines than are read', () => {
    const environment = Object.fromEntries(
      Array.from({ length: 99 }, (_, i) => [`SIC_X${i}`, '1']),
    );
    expect(describeUnknownVariables(environment)).toHaveLength(10);
  });
});

test('the nearest name is found again after one slip in it', () => {
  const names = Object.keys(SERVE_SETTINGS).map(nameVariable);
  fc.assert(
    fc.property(
      fc.constantFrom(...names),
      fc.nat(),
      fc.constantFrom('drop', 'double', 'swap', 'replace'),
      (name, seed, slip) => {
        const at = 4 + (seed % (name.length - 5));
        const [head, one = '', two = '', tail] = [
          name.slice(0, at),
          name[at],
          name[at + 1],
          name.slice(at + 2),
        ];
        const made = { drop: two, double: one + one + two, swap: two + one, replace: `#${two}` }[
          slip
        ];
        expect(findNearest(head + made + tail, names)).toBe(name);
      },
    ),
  );
  expect(findNearest('SIC_LIBRARY', names)).toBeNull();
  expect(findNearest('', names)).toBeNull();
});

/** What the pages about running the endpoint name is what there is. */
import { spawnSync } from 'node:child_process';
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import * as v from 'valibot';
import { expect, onTestFinished, test, vi } from 'vitest';
import { readCommand } from '../../src/endpoint/command-line/arguments.ts';
import { nameVariable, type Setting } from '../../src/endpoint/command-line/read-settings.ts';
import { SERVE_SETTINGS } from '../../src/endpoint/command-line/settings.ts';
import { createLimits } from '../../src/endpoint/limits/limits.ts';
import { createMemoryRates } from '../../src/endpoint/limits/rates.ts';
import { createMetrics } from '../../src/endpoint/operation/metrics.ts';
import { createServer } from '../../src/endpoint/server.ts';
import type { SiteLimit } from '../../src/endpoint/store/sites.ts';
import { judgeObservations, type Look, RETURN_GRACE } from '../../src/model/judge-observations.ts';
import { listNextStates, REPORT_STATES } from '../../src/model/report.ts';
import { makeDirectory } from './directory.ts';
import { ask, post, SITE, startEndpoint, writeAnnotation } from './endpoint.ts';
import { openFor, sqliteKind } from './stores.ts';

const DOCS = join(import.meta.dirname, '../../docs');
const FILES = ['running-the-endpoint.md', 'sic-endpoint.service', 'Containerfile'];

const read = (name: string) => readFile(join(DOCS, name), 'utf8');

test.each(FILES)('%s names variables that there are', async (name) => {
  const text = await read(name);
  const variables = Object.entries(SERVE_SETTINGS).flatMap(([flag, setting]) => [
    nameVariable(flag),
    ...('isSecret' in setting ? [`${nameVariable(flag)}_FILE`] : []),
  ]);
  const named = text.match(/\bSIC_[A-Z_]+\b/g) ?? [];
  expect(named.length).toBeGreaterThan(0);
  expect(named.filter((variable) => !['SIC_NAME', ...variables].includes(variable))).toEqual([]);
});

test.each(FILES)('%s shows commands that are understood', async (name) => {
  const text = (await read(name)).replaceAll('\\\n', ' ');
  const calls = [
    ...text.matchAll(
      /(?:npm run endpoint --|node(?: --max-\S+)* dist\/endpoint\/main\.mjs)((?: +[^\s#`|]+)*)/g,
    ),
  ];
  if (name !== 'Containerfile') expect(calls.length).toBeGreaterThan(0);
  for (const [, rest = ''] of calls) {
    // As a shell would take them apart, as far as these pages go.
    const args = rest
      .trim()
      .split(/ +/)
      .filter((word) => word !== '');
    const result = readCommand(
      args.map((arg) => arg.replace(/\$\(.*/, 'x')).filter((arg) => !arg.startsWith('+%')),
      {},
    );
    expect(result.ok ? '' : `${args.join(' ')}: ${result.message}`).toBe('');
  }
});

test('the settings that are listed are those that there are, as the usage has them', async () => {
  const rows = Object.entries<Setting<unknown>>(SERVE_SETTINGS).map(
    ([flag, { sign, says, byDefault = '–', isSecret = false }]) => {
      const variable = nameVariable(flag);
      const variables = `\`${variable}\`${isSecret ? `, \`${variable}_FILE\`` : ''}`;
      return `| \`--${flag}${sign === '' ? '' : ` ${sign}`}\` | ${variables} | ${byDefault} | ${says} |`;
    },
  );
  expect((await read('running-the-endpoint.md')).match(/^\| `--(?!metrics 9464).*/gm)).toEqual(
    rows,
  );
});

test('what is said of settings that nobody set is so', async () => {
  for (const [flag, { byDefault, fallback, schema }] of Object.entries<Setting<unknown>>(
    SERVE_SETTINGS,
  )) {
    const isNothing = fallback === null || fallback === false || String(fallback) === '';
    if (byDefault === undefined) expect([flag, isNothing]).toEqual([flag, true]);
    else if (fallback !== null)
      expect([flag, v.parse(schema, byDefault)]).toEqual([flag, fallback]);
  }
  // This one the server knows by itself.
  const server = createServer({ store: await openFor(await sqliteKind.makeAddress()) });
  onTestFinished(() => server.close());
  expect((await post(server, writeAnnotation())).headers['ratelimit-policy']).toBe(
    `"reports";q=${SERVE_SETTINGS['posts-per-minute'].byDefault};w=60`,
  );
});

test('the states lead where the table says', async () => {
  const rows = [
    ...(await read('running-the-endpoint.md')).matchAll(
      /^\| `(\w+)` \| ((?:`\w+`(?:, )?)+) \| (?:`(\w+)`: .*|–) \|$/gm,
    ),
  ].map(([, state, decided = '', seen]) => [state, decided.replaceAll('`', '').split(', '), seen]);
  const look = (verdict: 'fixed' | 'open'): Look => ({
    ...{ by: 'editor', observer: 'a', verdict, knownSince: null },
    at: 2 * RETURN_GRACE,
  });
  const states = REPORT_STATES.map((state) => {
    const seen = (['fixed', 'open'] as const).flatMap(
      (verdict) =>
        judgeObservations({
          ...{ state, reports: 1, reportedAt: 1, movedAt: null, acceptedAt: null },
          looks: [look(verdict)],
        }) ?? [],
    );
    return [state, [...listNextStates(state)], seen[0]];
  });
  expect(rows).toEqual(states);
});

test('so many wrong tokens are looked at as are said, each once', async () => {
  const [, said = ''] =
    /after (\d+) different ones/.exec(await read('running-the-endpoint.md')) ?? [];
  const endpoint = await startEndpoint();
  const status = async (token: string) => (await ask({ ...endpoint, token }, '/api/me')).statusCode;
  for (let i = 0; i < Number(said); i++) {
    if (i > 0) expect(await status('sic_0')).toBe(401);
    expect(await status(`sic_${i}`)).toBe(401);
  }
  expect(Number(said)).toBeGreaterThan(1);
  expect(await status('sic_another')).toBe(429);
});

test('a site’s own limit holds, and ends, as soon as is said', async () => {
  const [, said = ''] =
    /holds in a running endpoint within (\d+) s/.exec(await read('running-the-endpoint.md')) ?? [];
  let now = 0;
  let limit: SiteLimit | null = null;
  const clock = vi.spyOn(performance, 'now').mockImplementation(() => now);
  onTestFinished(() => clock.mockRestore());
  const limits = createLimits({
    rates: createMemoryRates(),
    sites: { findLimit: async () => limit },
    tokens: { findCoveringSite: async () => null },
    ...{ postsPerSite: 100, requestsPerEditor: 1, guessesPerAddress: 1 },
  });
  const isTaken = () =>
    limits
      .countReport(SITE, async () => false)
      .then(
        () => true,
        () => false,
      );
  expect(await isTaken()).toBe(true);
  limit = { site: SITE, postsPerMinute: 1 };
  now += Number(said) * 1_000 - 1;
  expect([await isTaken(), await isTaken()]).toEqual([true, true]);
  now += 1;
  expect([await isTaken(), await isTaken()]).toEqual([true, false]);
  limit = null;
  now += Number(said) * 1_000;
  expect(await isTaken()).toBe(true);
});

const hasSystemd = spawnSync('systemd-analyze', ['--version']).status === 0;

test.runIf(hasSystemd)('systemd finds no fault in the unit', async () => {
  const directory = await makeDirectory();
  const unit = join(directory, 'sic-endpoint.service');
  const text = await read('sic-endpoint.service');
  // What it starts is not installed where this is run.
  const check = async (changed: string) => {
    await writeFile(unit, changed.replace(/^ExecStart=\S+/m, `ExecStart=${process.execPath}`));
    const { status, stdout, stderr } = spawnSync('systemd-analyze', ['verify', unit]);
    return [status, `${stdout}${stderr}`];
  };
  expect(await check(text)).toEqual([0, '']);
  expect((await check(text.replace('LockPersonality=', 'LockPersonalty=')))[1]).toContain(
    'Personalty',
  );
});

test('the figures that are described are those that are served', async () => {
  const store = await openFor(await sqliteKind.makeAddress());
  const { text: served } = await createMetrics(store).write();
  const names = [...served.matchAll(/^# HELP (sic_\w+)/gm)].map(([, name]) => name);
  const described = [...(await read('running-the-endpoint.md')).matchAll(/^\| `(sic_\w+)/gm)];
  expect(described.map(([, name]) => name).sort()).toEqual(names.sort());
  expect(names.length).toBeGreaterThan(3);
});

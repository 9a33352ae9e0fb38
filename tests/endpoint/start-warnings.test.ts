/** What is warned of when the endpoint starts, or stands behind a proxy that it was told nothing of. */
import { once } from 'node:events';
import { expect, test, vi } from 'vitest';
import { describePublicUrl, warnOfProxies } from '../../src/endpoint/operation/start-warnings.ts';
import { checkServiceUrl } from '../../src/model/resolve-receiver.ts';
import { makeDirectory } from './directory.ts';
import { mintCanonical, post, postFrom, startEndpoint, writeAnnotation } from './endpoint.ts';
import { readUrl, send, spawnProgram } from './program.ts';

test('a proxy that nobody named is told of once', async () => {
  const listen = async (deps: { trustedProxies?: string[] }) => {
    const warn = vi.fn();
    const { server } = await startEndpoint(deps);
    warnOfProxies(server, { warn });
    return { server, warn };
  };
  const plain = await listen({});
  const { warn } = plain;
  await post(plain.server, writeAnnotation());
  expect(warn).not.toHaveBeenCalled();
  for (let i = 0; i < 3; i++) await postFrom(plain.server, '10.1.2.3', '198.51.100.1');
  expect(warn).toHaveBeenCalledOnce();
  expect(warn.mock.calls[0]?.[0]).toMatch(/--trust-proxy/);
  // Whose address it was is nobody's business.
  expect(JSON.stringify(warn.mock.calls)).not.toMatch(/10\.1|198\.51/);

  const named = await listen({ trustedProxies: ['10.0.0.0/8'] });
  await postFrom(named.server, '10.1.2.3', '198.51.100.1');
  await postFrom(named.server, '10.1.2.3', '10.1.2.3');
  expect(named.warn).not.toHaveBeenCalled();
  // Another one than is there has been named.
  await postFrom(named.server, '172.17.0.1', '198.51.100.1');
  expect(named.warn).toHaveBeenCalledOnce();
});

test.each<[string | null, number]>([
  [null, 0],
  ['https://editors.example.org/', 0],
  ['HTTPS://editors.example.org/', 0],
  ['http://editors.example.org/', 1],
  ['http://192.168.1.7/', 1],
  ['http://127.0.0.1.example.org/', 1],
  ['http://localhost:8787/', 0],
  ['http://sic.localhost/', 0],
  ['http://127.0.0.1:8787/', 0],
  ['http://[::1]/', 0],
])('of --public-url %s there are %i warnings', (url, count) => {
  expect(describePublicUrl(url)).toHaveLength(count);
  // Readers' extensions think the same of it.
  if (url !== null) expect(checkServiceUrl(url) === null).toBe(count > 0);
});

test('how it was started is in the log once', async () => {
  const directory = await makeDirectory();
  const child = spawnProgram(
    [
      '--port',
      '0',
      '--data',
      directory,
      '--public-url',
      'http://editors.example.org/',
      '--log-format',
      'json',
    ],
    {
      SIC_PROT: '1',
      SIC_PORT_FILE: 'hunter2',
      SIC_DATABSE_URL: 'postgres://hunter2@x/y',
      SIC_NO: '',
    },
  );
  let stderr = '';
  child.stderr?.on('data', (chunk) => {
    stderr += chunk;
  });
  const url = await readUrl(child);
  for (let i = 0; i < 2; i++) {
    await send(url, mintCanonical(), undefined, { 'x-forwarded-for': '198.51.100.1' });
  }
  const ended = once(child, 'close');
  child.kill('SIGTERM');
  await ended;
  const lines = stderr
    .trimEnd()
    .split('\n')
    .map((line) => JSON.parse(line));
  const begins = lines.map(({ level, message }) => [level, ...message.split(' ').slice(0, 3)]);
  expect(begins.slice(0, 4)).toEqual([
    ['warn', 'SIC_DATABSE_URL', 'is', 'no'],
    ['warn', 'SIC_PORT_FILE', 'is', 'not'],
    ['warn', 'SIC_PROT', 'is', 'no'],
    ['warn', '--public-url', 'is', 'http:'],
  ]);
  expect(
    begins
      .slice(4)
      .map(([, ...words]) => words.join(' '))
      .sort(),
  ).toEqual(['A request came', 'No editor has', 'Reports about news.example']);
  expect(stderr).not.toMatch(/hunter2|198\.51/);
});

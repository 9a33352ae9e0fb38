/** The endpoint as a process of its own, and what it prints. */
import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { onTestFinished } from 'vitest';
import type { StoreAddress } from '../../src/endpoint/store/database.ts';
import { makeDirectory } from './directory.ts';
import { mintCanonical, SITE, writeAnnotation } from './endpoint.ts';

const MAIN = join(import.meta.dirname, '../../src/endpoint/main.ts');

export async function send(
  url: string,
  canonical = mintCanonical(),
  source = `https://${SITE}/a`,
  headers: Record<string, string> = {},
  signal: AbortSignal | null = null,
): Promise<Response> {
  return fetch(`${url}annotations/`, {
    method: 'POST',
    signal,
    headers: { 'content-type': 'application/ld+json', ...headers },
    body: JSON.stringify(writeAnnotation({ canonical, source })),
  });
}

/** Without settings of whoever runs the tests, which would be the program's. */
function makeEnvironment(): NodeJS.ProcessEnv {
  return Object.fromEntries(
    Object.entries(process.env).filter(([name]) => !name.startsWith('SIC_')),
  );
}

/** Starts the program on a free port; an option named again takes the place of the one set here. */
export function start(directory: string, ...options: string[]): ChildProcess {
  const data = options.includes('--database-url') ? [] : ['--data', directory];
  const args = ['--port', '0', ...data, '--posts-per-minute', '100000', ...options];
  return spawnProgram(args, {});
}

/** Starts the program with these arguments and variables alone. */
export function spawnProgram(args: string[], variables: Record<string, string>): ChildProcess {
  const child = spawn(process.execPath, [MAIN, ...args], {
    env: { ...makeEnvironment(), ...variables },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  onTestFinished(() => void child.kill('SIGKILL'));
  return child;
}

/** Starts the program on a store of either kind. */
export async function startOn(address: StoreAddress, ...options: string[]): Promise<ChildProcess> {
  if ('directory' in address) return start(address.directory, ...options);
  return start(await makeDirectory(), '--database-url', address.databaseUrl, ...options);
}

export async function serve(directory: string): Promise<string> {
  return readUrl(start(directory));
}

/** The URL that the program prints when it serves. */
export async function readUrl(child: ChildProcess): Promise<string> {
  let printed = '';
  let failed = '';
  child.stderr?.on('data', (chunk) => {
    failed += chunk;
  });
  for await (const chunk of child.stdout ?? []) {
    printed += chunk;
    const url = /http:\/\/\S+\//.exec(printed)?.[0];
    if (url !== undefined) return url;
  }
  throw new Error(`it never served: ${printed}${failed}`);
}

export async function run(args: string[], cwd: string, env: Record<string, string> = {}) {
  const child = spawn(process.execPath, [MAIN, ...args], {
    cwd,
    env: { ...makeEnvironment(), ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  onTestFinished(() => void child.kill('SIGKILL'));
  let stdout = '';
  let stderr = '';
  child.stdout.on('data', (chunk) => {
    stdout += chunk;
  });
  child.stderr.on('data', (chunk) => {
    stderr += chunk;
  });
  const [code] = await once(child, 'close');
  return { code, stdout, stderr };
}

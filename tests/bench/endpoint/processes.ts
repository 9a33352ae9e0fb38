/** The processes that a run starts: servers that print their URL, and the load generator. */
import { type ChildProcess, execFileSync, fork, spawn } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import * as v from 'valibot';
import { parse } from '../../../src/model/annotation.ts';
import { type LoadOrder, type LoadResult, loadResultSchema } from './load-generator.ts';

const ROOT = join(import.meta.dirname, '../../..');
const MAIN = join(ROOT, 'dist/endpoint/main.mjs');
const packageSchema = v.object({ scripts: v.object({ endpoint: v.string() }) });

export interface ServerProcess {
  /** with a slash at the end */
  url: string;
  /** what it keeps of the machine's memory now, in MB; null where the system does not tell */
  readMemory(): number | null;
  /** the most that it has kept, in MB */
  readPeakMemory(): number | null;
  stop(): Promise<void>;
}

/**
 * Starts a program that prints `Serving URL` when it serves.
 * @throws with what it said, when it ends before
 */
async function startServer(
  script: string,
  args: readonly string[],
  flags: readonly string[] = [],
): Promise<ServerProcess> {
  const child = spawn(process.execPath, [...flags, script, ...args], {
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const url = await readUrl(child);
  const read = (line: string) => readStatus(child, line);
  return {
    url,
    readMemory: () => read('VmRSS'),
    readPeakMemory: () => read('VmHWM'),
    stop: () => stop(child),
  };
}

async function readUrl(child: ChildProcess): Promise<string> {
  let printed = '';
  child.stderr?.on('data', (chunk) => {
    printed = (printed + chunk).slice(-10_000);
  });
  return new Promise((resolve, reject) => {
    child.stdout?.on('data', (chunk) => {
      printed += chunk;
      const url = /Serving (http:\/\/\S+\/)/.exec(printed)?.[1];
      if (url !== undefined) resolve(url);
    });
    child.on('exit', () => reject(new Error(`a server did not serve: ${printed}`)));
  });
}

async function stop(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const ended = once(child, 'exit');
  child.kill('SIGTERM');
  await ended;
}

/** https://www.kernel.org/doc/html/latest/filesystems/proc.html: pages of files that are mapped count as well. */
function readStatus({ pid }: ChildProcess, line: string): number | null {
  try {
    const status = readFileSync(`/proc/${pid}/status`, 'utf8');
    const kilobytes = new RegExp(`^${line}:\\s*(\\d+) kB`, 'm').exec(status)?.[1];
    return kilobytes === undefined ? null : Number(kilobytes) / 1024;
  } catch {
    return null;
  }
}

/** Makes what `startEndpoint` starts. */
export function buildEndpoint(): void {
  execFileSync(process.execPath, ['build.mjs', '--only', 'endpoint'], { cwd: ROOT });
}

/** The endpoint itself, as who runs one starts it, but for a limit that one address does not reach. */
export function startEndpoint(where: { directory: string } | { databaseUrl: string }) {
  const address =
    'directory' in where ? ['--data', where.directory] : ['--database-url', where.databaseUrl];
  const args = ['--port', '0', '--posts-per-minute', '999999999', ...address];
  return startServer(MAIN, args, readFlags());
}

/** What `npm run endpoint` tells Node. */
function readFlags(): string[] {
  const text = readFileSync(join(ROOT, 'package.json'), 'utf8');
  const read = parse(packageSchema, JSON.parse(text));
  const command = read.ok ? read.value.scripts.endpoint : '';
  const flags = /node ((?:--\S+ )*)dist\/endpoint\/main\.mjs$/.exec(command)?.[1];
  if (flags === undefined) throw new Error('package.json does not say how the endpoint is started');
  return flags.split(' ').filter((flag) => flag !== '');
}

export function startBareFastify() {
  return startServer(join(import.meta.dirname, 'bare-fastify.ts'), []);
}

export interface Load {
  run(order: Omit<LoadOrder, 'host' | 'port' | 'path'>, url: string): Promise<LoadResult>;
  stop(): Promise<void>;
}

export function startLoad(): Load {
  const child = fork(join(import.meta.dirname, 'load-generator.ts'), { serialization: 'advanced' });
  return {
    async run(order, url) {
      const { hostname, port } = new URL(url);
      const answered = once(child, 'message', { signal: AbortSignal.timeout(order.ms + 120_000) });
      child.send({ ...order, host: hostname, port: Number(port), path: '/annotations/' });
      const [message] = await answered;
      const result = parse(loadResultSchema, message);
      if (!result.ok) throw new TypeError('the load generator answers nonsense');
      return result.value;
    },
    stop: () => stop(child),
  };
}

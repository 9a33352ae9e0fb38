/**
 * The PostgreSQL that the endpoint's tests start servers of: found where systems put it, and installed where it is
 * missing, as continuous integration does on Debian. Run before the tests; without one, what needs it is skipped.
 */
import { spawnSync } from 'node:child_process';
import { accessSync, constants, existsSync, globSync, mkdirSync, writeFileSync } from 'node:fs';
import { delimiter, dirname, join } from 'node:path';

/** Folder of the server's programs, where none of the usual places has it. */
const VARIABLE = 'SIC_POSTGRES_BIN';
const PROGRAMS = ['initdb', 'postgres'];
/** Where PostgreSQL is installed beside its other versions: Debian, Red Hat, Homebrew. */
const PLACES = [
  '/usr/lib/postgresql/*/bin',
  '/usr/pgsql-*/bin',
  '/opt/homebrew/opt/postgresql@*/bin',
];
/** With this, Debian's package makes no cluster, and starts none. */
const NO_CLUSTER = '/etc/postgresql-common/createcluster.conf';

function hasPrograms(folder: string): boolean {
  try {
    for (const program of PROGRAMS) accessSync(join(folder, program), constants.X_OK);
    return true;
  } catch {
    return false;
  }
}

/**
 * Finds the newest PostgreSQL server on this machine.
 * @returns the folder of its programs, or undefined
 * @throws where the variable names a folder without them
 */
export function findPostgres(): string | undefined {
  const wanted = process.env[VARIABLE];
  if (wanted) {
    if (hasPrograms(wanted)) return wanted;
    throw new Error(`${VARIABLE} is ${wanted}, and no server is there`);
  }
  const versions = PLACES.flatMap((place) => globSync(place)).sort((one, other) =>
    other.localeCompare(one, 'en', { numeric: true }),
  );
  const path = (process.env['PATH'] ?? '').split(delimiter).filter(Boolean);
  return [...versions, ...path, ...askConfig()].find(hasPrograms);
}

function askConfig(): string[] {
  const { status, stdout } = spawnSync('pg_config', ['--bindir'], { encoding: 'utf8' });
  return status === 0 ? [stdout.trim()] : [];
}

function run(command: string, args: string[]): boolean {
  // The package may bring the file that has been written before it: that one stays.
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive', UCF_FORCE_CONFFOLD: '1' };
  const { status } = spawnSync(command, args, { stdio: ['ignore', 'inherit', 'inherit'], env });
  return status === 0;
}

function installFromDebian(): void {
  if (process.getuid?.() !== 0 || !existsSync('/usr/bin/apt-get')) return;
  console.log('Installing postgresql from Debian …');
  if (!existsSync(NO_CLUSTER)) {
    mkdirSync(dirname(NO_CLUSTER), { recursive: true });
    writeFileSync(NO_CLUSTER, 'create_main_cluster = false\n');
  }
  const install = ['install', '-y', '-qq', '--no-install-recommends', 'postgresql'];
  if (run('apt-get', install)) return;
  if (run('apt-get', ['update', '-qq'])) run('apt-get', install);
}

if (import.meta.main) {
  if (findPostgres() === undefined && process.env['CI']) installFromDebian();
  if (findPostgres() === undefined) {
    console.error(
      'No PostgreSQL server could be found: the endpoint’s tests on it are skipped. Install it (on Debian: ' +
        `apt-get install postgresql), or let ${VARIABLE} name the folder of its programs.`,
    );
  }
}

/** A disk of a few megabytes, which a test can fill. */
import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, statfsSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { onTestFinished } from 'vitest';

export interface SmallDisk {
  /** an empty directory of the user who is to write there */
  directory: string;
  /** Leaves so many bytes free. */
  fill(free: number): void;
  /** Takes away what `fill` has put there. */
  clear(): void;
}

/** Whether this machine lets the tests make a disk: as root, and outside of many containers. */
export function canMakeDisks(): boolean {
  if (process.platform !== 'linux' || process.getuid?.() !== 0) return false;
  const directory = mkdtempSync(join(tmpdir(), 'sic-disk-'));
  const isMounted = mount(directory, 1);
  if (isMounted) spawnSync('umount', [directory]);
  rmSync(directory, { recursive: true });
  if (!isMounted) console.log('Tests of full disks are skipped: nothing can be mounted here.');
  return isMounted;
}

/** Makes a disk that lasts as long as the test. */
export function makeDisk(megabytes: number, owner = { uid: 0, gid: 0 }): SmallDisk {
  const disk = mkdtempSync(join(tmpdir(), 'sic-disk-'));
  if (!mount(disk, megabytes)) throw new Error(`nothing can be mounted on ${disk}`);
  onTestFinished(() => {
    // Lazily: who has been stopped may hold a file for a moment.
    spawnSync('umount', ['-l', disk]);
    rmSync(disk, { recursive: true, force: true });
  });
  const directory = join(disk, 'data');
  mkdirSync(directory, { mode: 0o700 });
  spawnSync('chown', [`${owner.uid}:${owner.gid}`, disk, directory]);
  const filler = join(disk, 'filler');
  return {
    directory,
    fill(free) {
      const { bavail, bsize } = statfsSync(disk);
      try {
        writeFileSync(filler, Buffer.alloc(Math.max(0, bavail * bsize - free)));
      } catch {
        // Somebody else has taken some of it meanwhile: so much the fuller.
      }
    },
    clear() {
      rmSync(filler, { force: true });
    },
  };
}

function mount(directory: string, megabytes: number): boolean {
  const options = `size=${megabytes}m,mode=0755`;
  return spawnSync('mount', ['-t', 'tmpfs', '-o', options, 'sic', directory]).status === 0;
}

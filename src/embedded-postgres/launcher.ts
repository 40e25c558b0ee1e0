import { spawn, spawnSync, type ChildProcess } from 'node:child_process';
import type { Account } from './account';
import type { Binaries } from './binaries';

/** A file descriptor or "ignore" for stdout, stderr and what follows. */
type Output = number | 'ignore';

/** Starts PostgreSQL's programs under the chosen account. */
export class Launcher {
  private readonly diesWithParent: boolean;

  constructor(
    readonly account: Account,
    readonly binaries: Binaries,
  ) {
    const probe = spawnSync('setpriv', ['--pdeathsig', 'INT', 'true'], { env: binaries.env });
    this.diesWithParent = probe.status === 0;
  }

  /**
   * `deathSignal` is what the kernel sends the process when this program dies, however it dies; without setpriv the
   * next start cleans up instead. The kernel watches the thread that called this, so it must be the main thread.
   *
   * Detached, so that Ctrl-C in a terminal reaches this program only, which then stops the server when it is done.
   */
  start(
    deathSignal: 'INT' | 'KILL',
    program: 'initdb' | 'postgres',
    args: string[],
    outputs: Output[],
  ): ChildProcess {
    const parentDeathArgs = this.diesWithParent ? ['setpriv', '--pdeathsig', deathSignal] : [];
    const [command = '', ...rest] = [
      ...this.account.prefix,
      ...parentDeathArgs,
      this.binaries[program],
      ...args,
    ];
    return spawn(command, rest, {
      ...this.account.spawnAs,
      env: this.binaries.env,
      // The current folder may be one the account cannot read, which PostgreSQL does not accept.
      cwd: '/',
      detached: true,
      stdio: ['ignore', ...outputs],
    });
  }
}

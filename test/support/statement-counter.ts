import type { Socket } from 'node:net';

/** So much of a message names its kind and says how long it is. */
const HEAD = 5;
/** What every transaction consists of besides its statements; it waits for nothing of its own. */
const FRAME = /^(?:BEGIN|SET LOCAL|COMMIT)\b/;

/**
 * Counts the statements that the program's pool for requests sends, by listening to the protocol: the same for every
 * version of PostgreSQL, without rights on the server. The worker's connections say who they are and are left out.
 */
export class StatementCounter {
  private statements = 0;

  /** To be handed to a Relay. */
  readonly watch = (client: Socket): void => {
    let rest = Buffer.alloc(0);
    let counts: boolean | undefined;
    client.on('data', (chunk: Buffer) => {
      rest = Buffer.concat([rest, chunk]);
      if (counts === undefined) {
        const length = rest.length >= 4 ? rest.readInt32BE(0) : Infinity;
        if (rest.length < length) return;
        counts = rest.subarray(0, length).includes('application_name\0kundenportal\0');
        rest = rest.subarray(length);
      }
      for (; rest.length >= HEAD; rest = rest.subarray(1 + rest.readInt32BE(1))) {
        if (rest.length < 1 + rest.readInt32BE(1)) return;
        const kind = String.fromCharCode(rest[0] ?? 0);
        const text = kind === 'Q' ? rest.toString('latin1', HEAD, 1 + rest.readInt32BE(1)) : '';
        // A simple query, or the end of one in parts.
        if (counts && ['Q', 'S'].includes(kind) && !FRAME.test(text)) this.statements += 1;
      }
    });
  };

  /** How many statements the work takes when nothing else happens: the least of some runs, each prepared for. */
  async of(work: () => Promise<unknown>, prepare?: () => Promise<unknown>): Promise<number> {
    let least = Infinity;
    for (let run = 0; run < 3; run++) {
      await prepare?.();
      const before = this.statements;
      await work();
      least = Math.min(least, this.statements - before);
    }
    return least;
  }
}

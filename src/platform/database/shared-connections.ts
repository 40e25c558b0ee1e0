import type { Pool, PoolClient } from 'pg';
import { heardElsewhere } from './heard-elsewhere';
import { inOnePiece } from './one-piece';

/** So many statements wait for one another, while the pool has further connections. */
const MOST = 16;
/** A connection that answers nothing for so long works on something slow, for which nobody else should wait. */
const PATIENCE_MS = 10;

interface Lane {
  readonly client: Promise<PoolClient>;
  /** Statements that are not answered yet. */
  underWay: number;
  heardAt: number;
}

/**
 * Lets statements that need no transaction of their own share connections, one behind the other without waiting for
 * answers in between: a few connections that are always at work cost far less than many that are woken for each
 * statement. They come from the pool and go back to it; while somebody waits for one, nobody shares.
 */
export class SharedConnections {
  private readonly lanes = new Set<Lane>();

  /** The pool's connections must be able to send ahead (`pipeline`). */
  constructor(private readonly pool: Pool) {}

  /** Whatever `work` does, it must not leave anything behind on the connection. */
  async use<T>(work: (client: PoolClient) => Promise<T>): Promise<T> {
    const lane = this.shared() ?? this.another();
    lane.underWay += 1;
    try {
      const client = await lane.client;
      inOnePiece(client);
      return await work(client);
    } finally {
      lane.underWay -= 1;
      lane.heardAt = performance.now();
      if (lane.underWay === 0) this.giveBack(lane);
    }
  }

  /** The first that will do, so that the others come to rest. */
  private shared(): Lane | undefined {
    const { waitingCount, idleCount, totalCount, options } = this.pool;
    if (waitingCount > idleCount) return undefined;
    const now = performance.now();
    const lively = [...this.lanes].filter(({ heardAt }) => now - heardAt < PATIENCE_MS);
    const free = lively.find(({ underWay }) => underWay < MOST);
    if (free || idleCount > 0 || totalCount < options.max) return free;
    return lively.sort((a, b) => a.underWay - b.underWay)[0];
  }

  private another(): Lane {
    const client = this.pool.connect();
    const lane = { client, underWay: 0, heardAt: performance.now() };
    this.lanes.add(lane);
    // A broken connection is told to each of its statements; the event with nobody to hear it would end the program.
    client.then(
      (connected) => connected.on('error', heardElsewhere),
      () => this.lanes.delete(lane),
    );
    return lane;
  }

  private giveBack(lane: Lane): void {
    this.lanes.delete(lane);
    lane.client.then((client) => {
      client.off('error', heardElsewhere);
      client.release();
    }, heardElsewhere);
  }
}

import type { Api } from './api';
import { chainsFor, type IdPools } from './id-pools';
import { fillPath, type Operation } from './operations';

export interface ListBody {
  items: { id: string }[];
  nextCursor?: string;
  totalCount?: number;
}

/** Every list of the document, called by who may. */
export class DocumentLists {
  readonly operations: readonly Operation[];

  constructor(
    operations: readonly Operation[],
    readonly pools: IdPools,
    readonly callerOf: (operation: Operation) => Api,
  ) {
    this.operations = operations.filter(({ method, query }) => method === 'get' && query.includes('cursor'));
  }

  async read(operation: Operation, path: string, query: string): Promise<ListBody> {
    const { body } = await this.callerOf(operation).request('get', `${path}?${query}`).expect(200);
    return body as ListBody;
  }

  /** Holds each against something, where it has the most rows; what is wrong with it is said. */
  async each(
    check: (operation: Operation, path: string, rows: number) => Promise<string | undefined>,
  ): Promise<void> {
    const complaints: string[] = [];
    for (const operation of this.operations) {
      const found = await this.fullest(operation);
      const complaint = found && (await check(operation, found.path, found.rows));
      if (complaint) complaints.push(`${operation.id}: ${complaint}`);
    }
    expect(complaints).toEqual([]);
  }

  /** The path of a list that has the most rows, as far as there are any. */
  private async fullest(operation: Operation): Promise<{ path: string; rows: number } | undefined> {
    let best: { path: string; rows: number } | undefined;
    for (const ids of chainsFor(this.pools, operation.path, operation.idNames.length)) {
      const path = fillPath(operation.path, ids);
      const { status, body } = await this.callerOf(operation).request('get', `${path}?limit=100`);
      const rows = status === 200 ? (body as ListBody).items.length : 0;
      if (rows > (best?.rows ?? 0)) best = { path, rows };
    }
    return best;
  }
}

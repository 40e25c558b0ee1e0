import type { Api } from './api';
import { fillPath, type Operation } from './operations';

/** The ids that exist, by the collection they belong to, e.g. /api/v1/staff/tickets/{id}/comments. */
export type IdPools = ReadonlyMap<string, readonly (readonly string[])[]>;

/** Few of each kind are enough: what holds for one row holds for its neighbours. */
const PER_COLLECTION = 3;

/**
 * Walks through every GET of the document, from the collections down, and notes each id together with the ids of the
 * path that led to it. New operations are walked without being told of.
 */
export async function harvestIds(
  operations: readonly Operation[],
  callers: readonly Api[],
): Promise<IdPools> {
  const pools = new Map<string, string[][]>();
  const reads = operations
    .filter(({ method, audience, endless }) => method === 'get' && audience !== 'PUBLIC' && !endless)
    .sort((a, b) => a.idNames.length - b.idNames.length || a.path.length - b.path.length);
  for (const { path, idNames } of reads) {
    for (const chain of chainsFor(pools, path, idNames.length)) {
      for (const caller of callers) {
        const { status, body } = await caller.request('get', fillPath(path, chain));
        if (status === 200) note(pools, path, chain, body as unknown);
      }
    }
  }
  return pools;
}

/** Ids to put into a path, as far as there are any. */
export function chainsFor(pools: IdPools, path: string, count: number): readonly (readonly string[])[] {
  if (count === 0) return [[]];
  const collection = path.slice(0, path.lastIndexOf('/{'));
  const known = pools.get(collection);
  if (known) return known;
  // Listed elsewhere: /staff/contacts/{id} is found through /staff/customers/{id}/contacts.
  const name = collection.slice(collection.lastIndexOf('/'));
  const alike = chainsBelow(pools, name);
  return alike.length > 0 ? alike.map((chain) => chain.slice(-count)) : chainsByName(pools, path);
}

/** Fields that are not called after the collection they refer to. */
const COLLECTIONS: Readonly<Record<string, string>> = {
  assigneeId: 'users',
  categoryId: 'ticket-categories',
};

/** An id for a field such as `contactId`: of what belongs to something chosen before, where there is such a thing. */
export function idFor(pools: IdPools, field: string, chosen: readonly string[]): string | undefined {
  const named = field.replace(/Id$/, 's').replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);
  const chains = chainsBelow(pools, `/${COLLECTIONS[field] ?? named}`);
  return (chains.find((chain) => chain.some((id) => chosen.includes(id))) ?? chains[0])?.at(-1);
}

function chainsBelow(pools: IdPools, name: string): readonly (readonly string[])[] {
  return [...pools].filter(([other]) => other.endsWith(name)).flatMap(([, chains]) => chains);
}

/** Named after what they stand for: {articleId} is the id of something in a collection /articles. */
function chainsByName(pools: IdPools, path: string): readonly (readonly string[])[] {
  const names = [...path.matchAll(/\{(\w+?)Id\}/g)].map(([, name]) => name);
  return names.reduce<readonly (readonly string[])[]>(
    (found, name) => {
      const ids = new Set(chainsBelow(pools, `/${name}s`).map((chain) => chain.at(-1) ?? ''));
      return found.flatMap((chain) => [...ids].slice(0, PER_COLLECTION).map((id) => [...chain, id]));
    },
    [[]],
  );
}

function note(pools: Map<string, string[][]>, path: string, chain: readonly string[], body: unknown): void {
  const { items, ...rest } = body as { items?: unknown; [name: string]: unknown };
  add(pools, path, chain, items);
  for (const [name, value] of Object.entries(rest)) add(pools, `${path}/${name}`, chain, value);
}

function add(
  pools: Map<string, string[][]>,
  collection: string,
  chain: readonly string[],
  items: unknown,
): void {
  if (!Array.isArray(items)) return;
  const known = pools.get(collection) ?? [];
  for (const item of items as { id?: unknown }[]) {
    const found = [...chain, String(item.id)];
    const isNew = typeof item.id === 'string' && !known.some((other) => other.join() === found.join());
    if (isNew && known.length < PER_COLLECTION * (chain.length + 1)) known.push(found);
  }
  pools.set(collection, known);
}

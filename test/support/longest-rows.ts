import { randomBytes } from 'node:crypto';
import type { DocumentLists } from './document-lists';
import { chainsFor } from './id-pools';
import { longTextsOf } from './long-texts';
import { fillPath, operationsOfDocument } from './operations';

/** Characters that take the most bytes: in UTF-8, escaped in JSON, and as two units of UTF-16. */
export const FILLERS = ['日', '"', '😀', 'ß'];

/**
 * Some of all that can be made where it is listed, each text as long as it may be; how many, by the operation that makes them.
 * What needs more than its example says is left out.
 */
export async function addLongestRows(lists: DocumentLists): Promise<ReadonlyMap<string, number>> {
  const made = new Map<string, number>();
  for (const create of await operationsOfDocument()) {
    if (create.method !== 'post' || !lists.operations.some(({ path }) => path === create.path)) continue;
    const [ids = []] = chainsFor(lists.pools, create.path, create.idNames.length);
    for (const filler of FILLERS) {
      const example = create.exampleBody();
      const email = { email: `${randomBytes(6).toString('hex')}@example.com` };
      const { status } = await lists
        .callerOf(create)
        .request('post', fillPath(create.path, ids))
        .send({ ...example, ...('email' in example && email), ...longTextsOf(create, filler) });
      if (status === 201) made.set(create.id, (made.get(create.id) ?? 0) + 1);
    }
  }
  return made;
}

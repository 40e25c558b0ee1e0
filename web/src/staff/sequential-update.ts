/** The latest change of each record, pending or settled. */
const latestChange = new Map<string, Promise<unknown>>();
/** The version that an own change produced, by record and previous version. */
const nextVersion = new Map<string, number>();

/**
 * Sends the user's own changes of a record one after another. A change made before the previous one was answered is sent with the
 * version that the previous one produced; a version by another user is still refused with 412.
 */
export function sequentialUpdate<Saved extends { readonly version: number }>(
  { id, version }: { readonly id: string; readonly version: number },
  send: (header: { 'If-Match': string }) => Promise<Saved>,
): Promise<Saved> {
  const change = async (): Promise<Saved> => {
    let current = version;
    let next = nextVersion.get(keyOf(id, current));
    while (next !== undefined) {
      current = next;
      next = nextVersion.get(keyOf(id, current));
    }
    const saved = await send({ 'If-Match': `"${current}"` });
    if (saved.version !== current) nextVersion.set(keyOf(id, current), saved.version);
    return saved;
  };
  // Also when the previous one failed.
  const changed = (latestChange.get(id) ?? Promise.resolve()).then(change, change);
  latestChange.set(id, changed);
  return changed;
}

function keyOf(id: string, version: number): string {
  return `${id} ${version}`;
}

/** The latest change of each record, as long as it is under way and after. */
const latestChange = new Map<string, Promise<unknown>>();
/** The version that one's own change has made, by record and the version before. */
const nextVersion = new Map<string, number>();

/**
 * Sends one's own changes of a record one after another. A change that was chosen before the answer to an earlier one had come is
 * sent with the version that the earlier one has made; a version that somebody else has made is still refused with 412.
 */
export function inTurn<Saved extends { readonly version: number }>(
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
  // Whatever has become of the one before.
  const changed = (latestChange.get(id) ?? Promise.resolve()).then(change, change);
  latestChange.set(id, changed);
  return changed;
}

function keyOf(id: string, version: number): string {
  return `${id} ${version}`;
}

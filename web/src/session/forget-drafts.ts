export const DRAFT = 'draft:';

/** Whoever logs out leaves nothing behind in this browser. */
export function forgetDrafts(person: string): void {
  for (const key of Object.keys(localStorage)) {
    if (key.startsWith(`${DRAFT}${person}:`)) localStorage.removeItem(key);
  }
}

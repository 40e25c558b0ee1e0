export const DRAFT = 'draft:';

/** Whoever logs out leaves nothing behind in this browser; other tabs do the same. */
export function forgetDrafts(person: string): void {
  for (const place of [localStorage, sessionStorage]) {
    for (const key of Object.keys(place)) {
      if (key.startsWith(`${DRAFT}${person}:`)) place.removeItem(key);
    }
  }
}

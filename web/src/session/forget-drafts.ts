export const DRAFT = 'draft:';

/** A logout deletes the user's drafts from this browser; other tabs do the same. */
export function forgetDrafts(person: string): void {
  for (const place of [localStorage, sessionStorage]) {
    for (const key of Object.keys(place)) {
      if (key.startsWith(`${DRAFT}${person}:`)) place.removeItem(key);
    }
  }
}

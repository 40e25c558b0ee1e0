const MAX_LETTERS = 100;

/** What an address says was searched for; it may be a number. */
export function searchWords(value: unknown): string | undefined {
  if (typeof value !== 'string' && typeof value !== 'number') return undefined;
  return String(value).slice(0, MAX_LETTERS) || undefined;
}

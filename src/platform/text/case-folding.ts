/**
 * Without regard to case, the same everywhere: character by character, by Unicode's own tables and in no language (`ß` is
 * `ss`, both small sigmas are one, `İ` is an `i` with a dot above). PostgreSQL's lower() depends on the locale of the
 * database; so nothing is folded there, what is folded here is stored.
 */
export function caseFolded(text: string): string {
  return Array.from(text, (character) => character.toLowerCase().toUpperCase().toLowerCase()).join('');
}

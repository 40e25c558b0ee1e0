import { createHash } from 'node:crypto';

const MANY = 1_000;
/** A longer one is built of many rows; it would hardly be sent a second time. */
const LONGEST = 4_000;

const names = new Map<string, string>();

/** Under which a connection prepares a statement, once, so that it is parsed and planned once; none for very long ones. */
export function statementName(text: string): string | undefined {
  if (text.length > LONGEST) return undefined;
  const known = names.get(text);
  if (known) return known;
  if (names.size >= MANY) names.clear();
  const name = createHash('sha256').update(text).digest('base64url');
  names.set(text, name);
  return name;
}

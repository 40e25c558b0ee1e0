import { createHash } from 'node:crypto';
import type { QueryConfig } from 'pg';

export interface Statement {
  readonly text: string;
  readonly values: readonly unknown[];
}

const MAX_NAMES = 1_000;
/** A longer text is built from many rows and would hardly be sent a second time. */
const MAX_PREPARED_LENGTH = 4_000;
/** PostgreSQL's codes for a prepared statement that does not exist, and for one whose result columns have changed. */
const UNUSABLE = ['26000', '0A000'];

const names = new Map<string, string>();
let generation = 0;
let areNamed = true;

/** Statements get no names from now on: a pooler may hand each transaction to another connection, which does not know them. */
export function disablePreparedStatements(): void {
  areNamed = false;
}

/** The statement as the driver takes it. It gets a name, so each connection parses and plans it once. */
export function prepared({ text, values }: Statement): QueryConfig {
  return { name: nameOf(text), text, values: values.map(serialized) };
}

/**
 * Whether the error says that a statement which was prepared earlier cannot be used any more, for example because a
 * migration has changed a column. It has done nothing.
 */
export function isUnusable(error: unknown): boolean {
  return UNUSABLE.includes((error as { code?: string }).code ?? '');
}

/** Every statement is prepared again, on every connection, when it is sent the next time. */
export function prepareAnew(): void {
  generation += 1;
}

function nameOf(text: string): string | undefined {
  if (!areNamed || text.length > MAX_PREPARED_LENGTH) return undefined;
  let name = names.get(text);
  if (!name) {
    if (names.size >= MAX_NAMES) names.clear();
    name = createHash('sha256').update(text).digest('base64url');
    names.set(text, name);
  }
  return generation === 0 ? name : `${generation}.${name}`;
}

/** Objects become JSON here: a value that cannot be sent has to fail before a part of its statement is on its way. */
function serialized(value: unknown): unknown {
  const isPlain =
    typeof value === 'object' && value !== null && Object.getPrototypeOf(value) === Object.prototype;
  return isPlain ? JSON.stringify(value) : value;
}

import { isISO8601 } from 'class-validator';
import { validationFailed } from '../../errors';

const LARGEST_INTEGER = 2_147_483_647;

/** PostgreSQL types of what lists are sorted by, and whether it can read a text as one. */
const VALUES = {
  timestamptz: (text: string): boolean =>
    /^[1-9]\d{3}-\d\d-\d\d \d\d:\d\d:\d\d(?:\.\d{1,6})?[+-](?:0\d|1[0-4])(?::[0-5]\d)?$/.test(text) &&
    isISO8601(text.slice(0, 10), { strict: true }) &&
    !Number.isNaN(Date.parse(text.slice(0, 19))),
  text: (text: string): boolean => !text.includes('\0'),
  integer: (text: string): boolean => /^-?\d{1,10}$/.test(text) && Math.abs(Number(text)) <= LARGEST_INTEGER,
  bigint: (text: string): boolean => /^-?\d{1,18}$/.test(text),
  real: (text: string): boolean =>
    /^-?\d{1,38}(?:\.\d{1,50})?(?:e[+-]\d{1,2})?$/.test(text) && isReal(Math.abs(Number(text))),
} as const;
export type SortType = keyof typeof VALUES;

/** Where a page ended: the sort, the last row's value in it as text, and its id. */
export interface Cursor {
  readonly sort: string;
  readonly value: string;
  readonly id: string;
}

const UUID = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

/** Whether PostgreSQL's `real` holds it, being neither too small nor too large. */
function isReal(value: number): boolean {
  return value === 0 || (value > 1.5e-45 && value < 3.4e38);
}

export function encodeCursor({ sort, value, id }: Cursor): string {
  return Buffer.from(JSON.stringify([sort, value, id])).toString('base64url');
}

/** @throws validationFailed where the text is no cursor, or one of another sort */
export function decodeCursor(text: string, sort: string, type: SortType): Cursor {
  const parts = parse(text);
  if (
    Array.isArray(parts) &&
    parts.length === 3 &&
    parts[0] === sort &&
    typeof parts[1] === 'string' &&
    VALUES[type](parts[1]) &&
    UUID.test(String(parts[2]))
  ) {
    return { sort, value: parts[1], id: String(parts[2]) };
  }
  throw validationFailed({
    fields: [
      {
        pointer: '?cursor',
        code: 'cursor',
        texts: {
          de: 'Dieser Cursor gehört nicht zu dieser Liste und Sortierung.',
          en: 'This cursor does not belong to this list and sort.',
        },
      },
    ],
  });
}

function parse(text: string): unknown {
  try {
    return JSON.parse(Buffer.from(text, 'base64url').toString()) as unknown;
  } catch {
    return undefined;
  }
}

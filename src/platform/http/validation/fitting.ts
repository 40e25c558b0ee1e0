import type { Type } from '@nestjs/common';
import type { FieldError } from '../../errors';
import { fieldError, MAX_ERRORS, pointerTo } from './field-errors';
import { type FieldShape, shapeOf } from './class-shape';

type Fields = Record<string, unknown>;

/** Characters beyond the longest text: blanks around it are cut off later, and some signs consist of several. */
const SPARE = 1_000;

/**
 * A copy of what came in with no more in it than the class can hold, so that whatever transforms and validates it has
 * little to do: names that the class does not know and texts without end are complained of and left out, lists end one
 * entry after the longest that is allowed, and in place of a list or an object where the class knows none stands an empty
 * one, which is refused just as well.
 */
export function fitting(
  value: object,
  type: Type,
  prefix: string,
): { copy: Fields; fieldErrors: FieldError[] } {
  const fieldErrors: FieldError[] = [];
  return { copy: fittingFields(value as Fields, type, prefix, fieldErrors), fieldErrors };
}

function fittingFields(value: Fields, type: Type, prefix: string, fieldErrors: FieldError[]): Fields {
  const shape = shapeOf(type);
  const copy: Fields = {};
  for (const name in value) {
    if (fieldErrors.length === MAX_ERRORS) break;
    const field = shape.get(name);
    const pointer = pointerTo(prefix, name);
    if (!field) fieldErrors.push(fieldError(pointer, 'whitelistValidation'));
    else if (isEndless(value[name], field)) fieldErrors.push(tooLong(pointer, field));
    else copy[name] = fittingValue(value[name], field, `${pointer}/`, fieldErrors);
  }
  return copy;
}

function fittingValue(
  value: unknown,
  { nested, most, length }: FieldShape,
  prefix: string,
  fieldErrors: FieldError[],
): unknown {
  if (typeof value !== 'object' || value === null) return value;
  if (!Array.isArray(value)) {
    return nested && most === undefined ? fittingFields(value as Fields, nested, prefix, fieldErrors) : {};
  }
  if (most === undefined) return [];
  const entries = value.slice(0, most + 1) as unknown[];
  // A list is not what the validator minds among objects, but nothing is.
  if (nested) return entries.map((entry, i) => (Array.isArray(entry) ? null : within(entry, i)));
  return entries.map(within);

  function within(entry: unknown, i: number): unknown {
    return fittingValue(entry, { nested, length }, `${prefix}${i}/`, fieldErrors);
  }
}

function isEndless(value: unknown, { length }: FieldShape): boolean {
  return typeof value === 'string' && length !== undefined && value.length > 2 * length[1] + SPARE;
}

function tooLong(pointer: string, { length: [min, max] = [0, 0] }: FieldShape): FieldError {
  return fieldError(pointer, 'isLength', { min, max });
}

import { type ArgumentMetadata, Injectable, type PipeTransform, type Type } from '@nestjs/common';
import { plainToInstance } from 'class-transformer';
import { validate, type ValidationError } from 'class-validator';
import { type FieldError, textOf, type Texts } from '../../errors';
import { malformed, notFound, validationFailed } from '../http.errors';
import { isQueryList } from './query-fields';
import { complaintAbout } from './texts';

const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i;
/** No request class is this deep; what is, would exhaust the stack of all who walk through it. */
const DEEPEST = 20;
const BUILT_IN: readonly unknown[] = [Object, Array, String, Number, Boolean];

/**
 * Turns what came in into instances of the request classes and refuses everything they do not name. A path parameter
 * that should be an id and is none names nothing, so it is a 404.
 */
@Injectable()
export class InputPipe implements PipeTransform<unknown, unknown> {
  async transform(value: unknown, { type, metatype, data }: ArgumentMetadata): Promise<unknown> {
    if (type === 'param') return pathValue(value, data ?? '');
    if (type === 'custom') return value;
    if (!metatype || BUILT_IN.includes(metatype)) {
      throw new Error('Every @Body() and @Query() needs a request class.');
    }
    return checked(value === undefined ? {} : value, metatype, type === 'query' ? '?' : '/');
  }
}

/** For input that nobody asked for. */
export function unknownFields(pointers: readonly string[]): Error {
  return wrong(pointers.map((pointer) => fieldError(pointer, 'whitelistValidation')));
}

function pathValue(value: unknown, name: string): unknown {
  if (!/^(id|\w+Id)$/.test(name)) return value;
  if (!UUID.test(String(value))) throw notFound();
  // As in bodies; see the field `Id`.
  return String(value).toLowerCase();
}

/**
 * Checks what did not come through a route's parameter, e.g. the fields of an upload form.
 * @throws validationFailed with a pointer to each field at fault, malformed
 */
export async function checked<T extends object>(
  value: unknown,
  type: Type<T>,
  prefix: '/' | '?' = '/',
): Promise<T> {
  if (typeof value !== 'object' || value === null || Array.isArray(value))
    throw wrong([fieldError('', 'isObject')]);
  if (prefix === '?') refuseRepeated(value, type);
  const dropped = droppedNames(value, prefix);
  const instance = plainToInstance(type, value, { exposeUnsetFields: false });
  const errors = await validate(instance, {
    whitelist: true,
    forbidNonWhitelisted: true,
    forbidUnknownValues: true,
    stopAtFirstError: true,
  });
  const wrongFields = [
    ...dropped.map((pointer) => fieldError(pointer, 'whitelistValidation')),
    ...errors.flatMap((error) => fieldErrors(error, prefix)),
  ];
  if (wrongFields.length > 0) throw wrong(wrongFields);
  return instance;
}

/**
 * Pointers to names that the transformer drops without a word, at any depth: they are refused like every unknown one.
 * @throws malformed
 */
function droppedNames(value: object, prefix: string, depth = 1): string[] {
  if (depth > DEEPEST) throw malformed();
  return (Object.entries(value) as [string, unknown][]).flatMap(([name, inner]) => {
    if (name === 'constructor' || name === '__proto__') return [`${prefix}${name}`];
    return typeof inner === 'object' && inner !== null
      ? droppedNames(inner, `${prefix}${name}/`, depth + 1)
      : [];
  });
}

/** What is no list has one value: of two, nobody knows which is meant. */
function refuseRepeated(query: object, type: Type<object>): void {
  const repeated = Object.entries(query).filter(
    ([name, value]) => Array.isArray(value) && !isQueryList(type, name),
  );
  if (repeated.length > 0) throw wrong(repeated.map(([name]) => fieldError(`?${name}`, 'repeated')));
}

function wrong(fields: readonly FieldError[]): Error {
  return validationFailed({ fields });
}

function fieldErrors(error: ValidationError, prefix: string): FieldError[] {
  const pointer = `${prefix}${error.property.replace(/~/g, '~0').replace(/\//g, '~1')}`;
  const nested = (error.children ?? []).flatMap((child) => fieldErrors(child, `${pointer}/`));
  const [constraint] = Object.keys(error.constraints ?? {});
  if (!constraint) return nested;
  const missing = error.value === undefined && constraint !== 'whitelistValidation';
  const values = error.contexts?.[constraint] as Record<string, string | number> | undefined;
  return [fieldError(pointer, missing ? 'required' : constraint, values), ...nested];
}

function fieldError(
  pointer: string,
  constraint: string,
  values?: Record<string, string | number>,
): FieldError {
  const { code, texts } = complaintAbout(constraint);
  const filled: Texts = { de: textOf(texts, 'de', values), en: textOf(texts, 'en', values) };
  return { pointer, code, texts: filled };
}

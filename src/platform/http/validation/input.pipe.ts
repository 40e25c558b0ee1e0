import { type ArgumentMetadata, Injectable, type PipeTransform, type Type } from '@nestjs/common';
import { plainToInstance } from 'class-transformer';
import { validate, type ValidationError } from 'class-validator';
import { type FieldError, notFound } from '../../errors';
import { fieldError, pointerTo, wrong } from './field-errors';
import { fitting } from './fitting';
import { isQueryList } from './query-fields';

const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i;
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

function pathValue(value: unknown, name: string): unknown {
  if (!/^(id|\w+Id)$/.test(name)) return value;
  if (!UUID.test(String(value))) throw notFound();
  // As in bodies; see the field `Id`.
  return String(value).toLowerCase();
}

/**
 * Checks what did not come through a route's parameter, e.g. the fields of an upload form.
 * @throws validationFailed with a pointer to each of the first fields at fault
 */
export async function checked<T extends object>(
  value: unknown,
  type: Type<T>,
  prefix: '/' | '?' = '/',
): Promise<T> {
  if (typeof value !== 'object' || value === null || Array.isArray(value))
    throw wrong([fieldError('', 'isObject')]);
  if (prefix === '?') refuseRepeated(value, type);
  const { copy, fieldErrors } = fitting(value, type, prefix);
  const instance = plainToInstance(type, copy, { exposeUnsetFields: false });
  const errors = await validate(instance, {
    whitelist: true,
    forbidNonWhitelisted: true,
    forbidUnknownValues: true,
    stopAtFirstError: true,
  });
  // What was left out of the copy for its length is missing there, of course.
  const reported = new Set(fieldErrors.map(({ pointer }) => pointer));
  const others = errors
    .flatMap((error) => fieldErrorsOf(error, prefix))
    .filter(({ pointer }) => !reported.has(pointer));
  if (reported.size + others.length > 0) throw wrong([...fieldErrors, ...others]);
  return instance;
}

/** A parameter that is no list has one value: two are ambiguous. */
function refuseRepeated(query: object, type: Type<object>): void {
  const repeated = Object.entries(query).filter(
    ([name, value]) => Array.isArray(value) && !isQueryList(type, name),
  );
  if (repeated.length > 0) throw wrong(repeated.map(([name]) => fieldError(`?${name}`, 'repeated')));
}

function fieldErrorsOf(error: ValidationError, prefix: string): FieldError[] {
  const pointer = pointerTo(prefix, error.property);
  const nested = (error.children ?? []).flatMap((child) => fieldErrorsOf(child, `${pointer}/`));
  const [constraint] = Object.keys(error.constraints ?? {});
  if (!constraint) return nested;
  const missing = error.value === undefined && constraint !== 'whitelistValidation';
  const values = error.contexts?.[constraint] as Record<string, string | number> | undefined;
  return [fieldError(pointer, missing ? 'required' : constraint, values), ...nested];
}

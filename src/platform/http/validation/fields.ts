import { applyDecorators } from '@nestjs/common';
import { ApiProperty, type ApiPropertyOptions } from '@nestjs/swagger';
import { Transform, Type } from 'class-transformer';
import {
  IsBoolean,
  IsIn,
  IsInt,
  IsNumber,
  IsObject,
  IsOptional,
  IsString,
  IsUrl,
  IsUUID,
  Length,
  Matches,
  Max,
  Min,
  ValidateIf,
  ValidateNested,
  isISO8601,
  ValidateBy,
} from 'class-validator';
import { manyLines, oneLine } from '../../text/normal-text';
import type { NestedContext } from './class-shape';
import { IsMailbox, MANY_LINES, mailboxForm, ONE_LINE, Visible } from './text-rules';

/**
 * Decorators of request classes: each checks one kind of field and documents it. A field is required unless it is
 * also decorated with `Optional` (may be left out) or `Nullable` (may be left out, or null to clear it).
 */

const PRINTABLE = /^[^\p{Cs}\0]*$/u;

interface TextOptions extends Pick<ApiPropertyOptions, 'description' | 'example'> {
  /** Characters of the normal form. */
  readonly max: number;
  readonly min?: number;
  /** Line breaks allowed. */
  readonly lines?: boolean;
}

/** In its normal form; nothing invisible where there is but one line. */
export function Text({ max, min = 1, lines, ...docs }: TextOptions): PropertyDecorator {
  return applyDecorators(
    Normalised(lines ? manyLines : oneLine),
    IsString(),
    Matches(lines ? MANY_LINES : ONE_LINE),
    ...(lines ? [] : [Visible()]),
    Length(min, max, { context: { min, max } }),
    ApiProperty({ type: String, minLength: min, maxLength: max, ...docs }),
  );
}

/**
 * Taken as typed: spaces count, and any character is welcome. The form that is hashed is made by the hasher, which may still
 * have to look at what was typed; the length is checked where passwords are judged.
 */
export function Password(): PropertyDecorator {
  return applyDecorators(
    IsString(),
    Matches(PRINTABLE),
    Length(1, 1024, { context: { min: 1, max: 1024 } }),
    ApiProperty({ type: String, format: 'password', minLength: 1, maxLength: 1024 }),
  );
}

/** In its one readable form, whichever way it was written. */
export function EmailAddress(docs: ApiPropertyOptions = {}): PropertyDecorator {
  return applyDecorators(
    Normalised(mailboxForm),
    IsString(),
    Matches(ONE_LINE),
    Visible(),
    Length(3, 254, { context: { min: 3, max: 254 } }),
    IsMailbox(),
    ApiProperty({ type: String, format: 'email', maxLength: 254, ...docs }),
  );
}

/** Of the web, in its long form; lower case from then on. */
export function Color(): PropertyDecorator {
  return applyDecorators(
    Lowercased(),
    IsString(),
    Matches(/^#[\da-f]{6}$/),
    ApiProperty({ type: String, pattern: '^#[0-9A-Fa-f]{6}$', example: '#0f5e6e' }),
  );
}

export function WebAddress(docs: ApiPropertyOptions = {}): PropertyDecorator {
  return applyDecorators(
    Normalised(oneLine),
    IsString(),
    Visible(),
    Length(1, 500, { context: { min: 1, max: 500 } }),
    IsUrl({ protocols: ['https', 'http'], require_protocol: true, require_tld: false }),
    ApiProperty({ type: String, format: 'uri', maxLength: 500, ...docs }),
  );
}

/** In small letters, as the database spells it: what is compared with rows must not depend on how it was typed. */
export function Id(docs: ApiPropertyOptions = {}): PropertyDecorator {
  return applyDecorators(
    Lowercased(),
    IsString(),
    IsUUID(),
    ApiProperty({ type: String, format: 'uuid', ...docs }),
  );
}

/** A day that the calendar has, e.g. 2026-12-31: what is none would reach the database. */
export function Day(docs: ApiPropertyOptions = {}): PropertyDecorator {
  return applyDecorators(
    ValidateBy({ name: 'day', validator: { validate: isDay } }),
    ApiProperty({ type: String, format: 'date', ...docs }),
  );
}

function isDay(value: unknown): boolean {
  return typeof value === 'string' && /^\d{4}-\d{2}-\d{2}$/.test(value) && isISO8601(value, { strict: true });
}

export function OneOf(values: readonly string[], docs: ApiPropertyOptions = {}): PropertyDecorator {
  return applyDecorators(
    IsIn([...values], { context: { values: values.join(', ') } }),
    ApiProperty({ enum: [...values], ...docs }),
  );
}

export function WholeNumber(min: number, max: number, docs: ApiPropertyOptions = {}): PropertyDecorator {
  return applyDecorators(
    IsInt(),
    Min(min, { context: { min } }),
    Max(max, { context: { max } }),
    ApiProperty({ type: 'integer', minimum: min, maximum: max, ...docs }),
  );
}

/** A number with so many decimal places at most. */
export function DecimalNumber(
  min: number,
  max: number,
  decimals: number,
  docs: ApiPropertyOptions = {},
): PropertyDecorator {
  return applyDecorators(
    IsNumber({ maxDecimalPlaces: decimals }, { context: { decimals } }),
    Min(min, { context: { min } }),
    Max(max, { context: { max } }),
    ApiProperty({ type: 'number', minimum: min, maximum: max, ...docs }),
  );
}

export function YesNo(docs: ApiPropertyOptions = {}): PropertyDecorator {
  return applyDecorators(IsBoolean(), ApiProperty({ type: Boolean, ...docs }));
}

export function Nested(type: () => new () => object, docs: ApiPropertyOptions = {}): PropertyDecorator {
  return applyDecorators(
    IsObject(),
    ValidateNested({ context: { nested: type } satisfies NestedContext }),
    Type(type),
    // The library tells a function that gives a type from a type by its name, which is `type`.
    ApiProperty({ type: () => type(), ...docs }),
  );
}

/** May be left out. */
export function Optional(): PropertyDecorator {
  return applyDecorators(
    ValidateIf((_, value) => value !== undefined),
    ApiProperty({ required: false }),
  );
}

/** May be left out, and null clears it. */
export function Nullable(): PropertyDecorator {
  return applyDecorators(IsOptional(), ApiProperty({ required: false, nullable: true }));
}

function Normalised(normal: (text: string) => string): PropertyDecorator {
  return Transform(({ value }: { value: unknown }) => (typeof value === 'string' ? normal(value) : value));
}

function Lowercased(): PropertyDecorator {
  return Transform(({ value }: { value: unknown }) =>
    typeof value === 'string' ? value.toLowerCase() : value,
  );
}

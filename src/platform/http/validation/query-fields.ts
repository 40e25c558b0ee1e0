import { applyDecorators, type Type } from '@nestjs/common';
import { ApiProperty, type ApiPropertyOptions } from '@nestjs/swagger';
import { Transform } from 'class-transformer';
import { ArrayMaxSize, ArrayMinSize, IsArray, IsIn } from 'class-validator';
import { shapeOf } from './class-shape';
import { Day, Optional, WholeNumber, YesNo } from './fields';

/** Decorators of query classes; everything in a query string may be left out and arrives as text. */

export function QueryNumber(min: number, max: number, docs: ApiPropertyOptions = {}): PropertyDecorator {
  return applyDecorators(
    Optional(),
    Reading((text) => (/^-?\d{1,10}$/.test(text) ? Number(text) : text)),
    WholeNumber(min, max, { ...docs, required: false } as ApiPropertyOptions),
  );
}

export function QueryFlag(docs: ApiPropertyOptions = {}): PropertyDecorator {
  return applyDecorators(
    Optional(),
    Reading((text) => (text === 'true' ? true : text === 'false' ? false : text)),
    YesNo({ ...docs, required: false } as ApiPropertyOptions),
  );
}

export function QueryDay(docs: ApiPropertyOptions = {}): PropertyDecorator {
  return applyDecorators(Optional(), Day({ ...docs, required: false } as ApiPropertyOptions));
}

/**
 * Several values: `?status=NEW&status=IN_PROGRESS`, as clients of the document send them, or `?status=NEW,IN_PROGRESS`, as
 * people type them.
 */
export function QueryList(values: readonly string[], docs: ApiPropertyOptions = {}): PropertyDecorator {
  return applyDecorators(
    Optional(),
    Transform(({ value }: { value: unknown }) => valuesIn(value)),
    IsArray(),
    ArrayMinSize(1),
    ArrayMaxSize(values.length),
    IsIn([...values], { each: true, context: { values: values.join(', ') } }),
    ApiProperty({
      type: 'array',
      items: { type: 'string', enum: [...values] },
      required: false,
      ...docs,
    } as ApiPropertyOptions),
  );
}

/** Whether a query parameter may be repeated, as its class declares it. */
export function isQueryList(type: Type<object>, name: string): boolean {
  return shapeOf(type).get(name)?.most !== undefined;
}

function valuesIn(value: unknown): unknown {
  const given = Array.isArray(value) ? (value as unknown[]) : [value];
  const texts = given.flatMap((one) => (typeof one === 'string' ? one.split(',') : [one]));
  return value === undefined ? undefined : [...new Set(texts)];
}

function Reading(read: (text: string) => unknown): PropertyDecorator {
  return Transform(({ value }: { value: unknown }) => (typeof value === 'string' ? read(value) : value));
}

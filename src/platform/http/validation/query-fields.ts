import { applyDecorators } from '@nestjs/common';
import { ApiProperty, type ApiPropertyOptions } from '@nestjs/swagger';
import { Transform } from 'class-transformer';
import { ArrayMaxSize, ArrayMinSize, IsArray, IsIn } from 'class-validator';
import { Optional, WholeNumber, YesNo } from './fields';

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

/** Several values, separated by commas: `?status=NEW,IN_PROGRESS`. */
export function QueryList(values: readonly string[], docs: ApiPropertyOptions = {}): PropertyDecorator {
  return applyDecorators(
    Optional(),
    Reading((text) => [...new Set(text.split(','))]),
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

function Reading(read: (text: string) => unknown): PropertyDecorator {
  return Transform(({ value }: { value: unknown }) => (typeof value === 'string' ? read(value) : value));
}

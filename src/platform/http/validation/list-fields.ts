import { applyDecorators } from '@nestjs/common';
import { ApiProperty, type ApiPropertyOptions } from '@nestjs/swagger';
import { Transform, Type } from 'class-transformer';
import { ArrayMaxSize, ArrayMinSize, IsArray, IsUUID, ValidateNested } from 'class-validator';
import type { NestedContext } from './class-shape';

interface ListOptions extends Pick<ApiPropertyOptions, 'description'> {
  readonly max: number;
}

/** Objects of a class, one or more unless `min` says that there may be none. */
export function NestedList(
  type: () => new () => object,
  { max, min = 1, ...docs }: ListOptions & { readonly min?: 0 | 1 },
): PropertyDecorator {
  return applyDecorators(
    IsArray(),
    ArrayMinSize(min),
    ArrayMaxSize(max),
    ValidateNested({ each: true, context: { nested: type } satisfies NestedContext }),
    Type(type),
    ApiProperty({ type: () => type(), isArray: true, minItems: min, maxItems: max, ...docs }),
  );
}

/** Ids, in small letters as the database spells them. */
export function IdList({ max, ...docs }: ListOptions): PropertyDecorator {
  return applyDecorators(
    Transform(({ value }: { value: unknown }) => (Array.isArray(value) ? value.map(lowercased) : value)),
    IsArray(),
    ArrayMaxSize(max),
    IsUUID(undefined, { each: true }),
    ApiProperty({ type: 'array', items: { type: 'string', format: 'uuid' }, maxItems: max, ...docs }),
  );
}

function lowercased(value: unknown): unknown {
  return typeof value === 'string' ? value.toLowerCase() : value;
}

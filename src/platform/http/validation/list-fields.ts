import { applyDecorators } from '@nestjs/common';
import { ApiProperty, type ApiPropertyOptions } from '@nestjs/swagger';
import { Type } from 'class-transformer';
import { ArrayMaxSize, ArrayMinSize, IsArray, ValidateNested } from 'class-validator';
import type { NestedContext } from './class-shape';

interface ListOptions extends Pick<ApiPropertyOptions, 'description'> {
  readonly max: number;
}

/** One or more objects of a class. */
export function NestedList(type: () => new () => object, { max, ...docs }: ListOptions): PropertyDecorator {
  return applyDecorators(
    IsArray(),
    ArrayMinSize(1),
    ArrayMaxSize(max),
    ValidateNested({ each: true, context: { nested: type } satisfies NestedContext }),
    Type(type),
    ApiProperty({ type: () => type(), isArray: true, minItems: 1, maxItems: max, ...docs }),
  );
}

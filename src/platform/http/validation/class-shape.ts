import type { Type } from '@nestjs/common';
import { getMetadataStorage } from 'class-validator';

/** What a request class says of one of its fields, as far as it bounds the size of what may stand there. */
export interface FieldShape {
  /** Class of the object, or of the objects in the list. */
  readonly nested?: Type;
  /** Entries of the list; absent where the field is none. */
  readonly most?: number;
  /** Least and most characters of the text. */
  readonly length?: readonly [min: number, max: number];
}

/** Put into the context of `ValidateNested`, which knows that there is a class, but not which. */
export interface NestedContext {
  readonly nested: () => Type;
}

const shapes = new WeakMap<Type, ReadonlyMap<string, FieldShape>>();

/** The fields of a request class by their names, as its decorators declare them; nothing else may come in. */
export function shapeOf(type: Type): ReadonlyMap<string, FieldShape> {
  const known = shapes.get(type);
  if (known) return known;
  const shape = new Map<string, FieldShape>();
  const rules = getMetadataStorage().getTargetValidationMetadatas(type, '', false, false);
  for (const { propertyName, type: rule, name = rule, constraints, context } of rules) {
    shape.set(propertyName, { ...shape.get(propertyName), ...boundOf(name, constraints, context) });
  }
  shapes.set(type, shape);
  return shape;
}

function boundOf(rule: string, constraints: unknown[] | undefined, context: unknown): FieldShape {
  switch (rule) {
    case 'nestedValidation':
      return { nested: (context as NestedContext).nested() };
    case 'arrayMaxSize':
      return { most: Number(constraints?.[0]) };
    case 'isLength':
      return { length: [Number(constraints?.[0]), Number(constraints?.[1])] };
    default:
      return {};
  }
}

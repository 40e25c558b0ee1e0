import fc from 'fast-check';
import type { Schema } from '../../support/operations';
import { spelling } from './hostile';

export interface Values {
  /** Ids that exist. */
  readonly ids: readonly string[];
}

const NOW = Date.UTC(2026, 5, 1);
const YEAR = 365 * 24 * 60 * 60 * 1000;

/** Values that the schema allows. */
export function valid(schema: Schema, values: Values): fc.Arbitrary<unknown> {
  if (schema.enum) return fc.constantFrom(...schema.enum);
  const type = typeof schema.type === 'string' ? schema.type : schema.type?.find((name) => name !== 'null');
  switch (schema.properties ? 'object' : type) {
    case 'object':
      return validObject(schema, (_name, field) => valid(field, values));
    case 'array':
      return fc.array(schema.items ? valid(schema.items, values) : fc.string(), { maxLength: 4 });
    case 'integer':
      return fc.integer({ min: schema.minimum ?? 0, max: Math.min(schema.maximum ?? 1000, 100_000) });
    case 'number':
      return fc.oneof(
        fc.integer({ min: schema.minimum ?? 0, max: schema.maximum ?? 1000 }),
        fc.constant(7.5),
      );
    case 'boolean':
      return fc.boolean();
    default:
      return validText(schema, values);
  }
}

/** Required fields always, the others as it comes. */
export function validObject(
  { properties = {}, required = [] }: Schema,
  field: (name: string, schema: Schema) => fc.Arbitrary<unknown>,
): fc.Arbitrary<Record<string, unknown>> {
  const fields = Object.fromEntries(
    Object.entries(properties).map(([name, schema]) => [name, field(name, schema)]),
  );
  return fc.record(fields, {
    requiredKeys: Object.keys(fields).filter((name) => required.includes(name)),
  });
}

function validText(schema: Schema, { ids }: Values): fc.Arbitrary<string> {
  const { format, minLength = 1, maxLength = 60 } = schema;
  const example =
    typeof schema.example === 'string' ? [fc.constant(schema.example), spelling(schema.example)] : [];
  switch (format) {
    case 'uuid':
      return ids.length > 0 ? fc.oneof(fc.constantFrom(...ids), fc.uuid()) : fc.uuid();
    case 'email':
      return fc
        .tuple(
          fc.stringMatching(/^[a-z]{3,12}$/),
          fc.constantFrom('fuzz', 'FUZZ', 'fu\u0308zz', 'xn--fzz-hoa', 'İx', 'ｆuzz'),
        )
        .map(([name, domain]) => `${name}@${domain}.example`);
    case 'uri':
      return fc.constantFrom('https://fuzz.example/', 'https://fuzz.example/a?b=c#d');
    case 'date-time':
      return fc.integer({ min: 0, max: 2 * YEAR }).map((ms) => new Date(NOW + ms).toISOString());
    case 'date':
      return fc.integer({ min: 0, max: 2 * YEAR }).map((ms) => new Date(NOW + ms).toISOString().slice(0, 10));
    default:
      return fc.oneof(
        ...example,
        fc
          .string({ unit: 'grapheme', minLength, maxLength: Math.min(maxLength, 60) })
          .map((text) => text.padEnd(minLength, 'x')),
      );
  }
}

import type { Schema } from './operations';

/** Of a field in a body, from outside in. */
type Path = readonly (string | number)[];

/** Where ids stand in a body, at any depth. */
export function idPlaces(schema: Schema, path: Path = []): Path[] {
  if (schema.format === 'uuid') return [path];
  if (schema.items) return idPlaces(schema.items, [...path, 0]);
  return Object.entries(schema.properties ?? {}).flatMap(([name, field]) => idPlaces(field, [...path, name]));
}

/** Where lists stand in it. */
export function listPlaces(schema: Schema, path: Path = []): Path[] {
  const inner = Object.entries(schema.properties ?? {}).flatMap(([name, field]) =>
    listPlaces(field, [...path, name]),
  );
  return schema.items ? [path, ...listPlaces(schema.items, [...path, 0])] : inner;
}

/** A body with another value in one place. */
export function placed(body: Record<string, unknown>, path: Path, value: unknown): Record<string, unknown> {
  const copy = structuredClone(body);
  let target = copy as Record<string | number, unknown>;
  for (const step of path.slice(0, -1)) target = target[step] as Record<string | number, unknown>;
  target[path.at(-1) ?? ''] = value;
  return copy;
}

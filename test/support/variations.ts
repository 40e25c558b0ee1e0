import type { Operation, Schema } from './operations';

/** What people type into filters of free text, for which the document has no example. */
const WORDS: Readonly<Record<string, readonly string[]>> = {
  search: ['Toner', 'Drucker'],
  category: ['Toner', 'Drucker'],
  type: ['Drucker'],
  assigneeId: ['me', 'none'],
  number: ['B-2026-000001'],
  action: ['portal-access.activated'],
};

/** Query strings that an operation understands: each value of each choice, and each other parameter by itself. */
export function queriesOf({ parameters }: Operation): string[] {
  const query = parameters.filter(({ in: place }) => place === 'query');
  const pairs = query.flatMap(({ name, schema }) =>
    [...valuesOf(schema), ...(WORDS[name] ?? [])].map((value) => ({ name, value })),
  );
  return [
    '',
    ...pairs.map(({ name, value }) => `?${name}=${encodeURIComponent(String(value))}`),
    // Pages of one, so that there are cursors.
    ...(query.some(({ name }) => name === 'limit')
      ? pairs
          .filter(({ name }) => name === 'sort')
          .map(({ value }) => `?limit=1&count=true&sort=${String(value)}`)
      : []),
  ];
}

/** Each sort together with each value of each other parameter: what is refused by itself must not slip through in company. */
export function sortedQueriesOf(operation: Operation): string[] {
  const others = queriesOf(operation).filter((query) => query !== '' && !query.includes('sort='));
  return operation.sorts.flatMap((sort) => others.map((query) => `${query}&sort=${sort}`));
}

/** Bodies that an operation understands, and some that it does not: each value of each choice, nothing, too little. */
export function bodiesOf(operation: Operation): (object | undefined)[] {
  if (!operation.bodySchema) return [undefined];
  const examples = [operation.exampleBody(), operation.exampleBody(true)];
  const choices = Object.entries(operation.bodySchema.properties ?? {}).flatMap(([name, schema]) =>
    valuesOf(schema).flatMap((value) => examples.map((example) => ({ ...example, [name]: value }))),
  );
  return [{}, ...choices, ...examples];
}

function valuesOf(schema: Schema): unknown[] {
  const choices = schema.items?.enum ?? schema.enum;
  if (choices) return [...choices];
  const { example, minimum, maximum } = schema;
  const decomposed = typeof example === 'string' ? example.normalize('NFD') : undefined;
  const other = decomposed === example ? undefined : decomposed;
  return [example, other, minimum, maximum, ...(schema.type === 'boolean' ? [true] : [])].filter(
    (value) => value !== undefined,
  );
}

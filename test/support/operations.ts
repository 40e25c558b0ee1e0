import { Api } from './api';

export type Method = 'get' | 'post' | 'put' | 'patch' | 'delete';

/** A schema of the document. */
export interface Schema {
  readonly $ref?: string;
  readonly allOf?: readonly Schema[];
  readonly type?: string | readonly string[];
  readonly format?: string;
  readonly enum?: readonly string[];
  readonly example?: unknown;
  readonly default?: unknown;
  readonly minLength?: number;
  readonly maxLength?: number;
  readonly minimum?: number;
  readonly maximum?: number;
  readonly properties?: Readonly<Record<string, Schema>>;
  readonly required?: readonly string[];
  readonly items?: Schema;
}

export interface Parameter {
  readonly name: string;
  readonly in: string;
  readonly schema: Schema;
  readonly required?: boolean;
  readonly example?: unknown;
  readonly examples?: unknown;
  readonly style?: string;
  readonly explode?: boolean;
}

/** What an operation takes as its body, in one media type. */
interface Media {
  readonly schema: Schema;
  readonly example?: unknown;
  readonly examples?: Readonly<Record<string, { readonly value: unknown }>>;
}

interface OperationObject {
  readonly operationId: string;
  readonly 'x-audience'?: string;
  readonly parameters?: readonly Parameter[];
  readonly requestBody?: { readonly content: Readonly<Record<string, Media>> };
  readonly responses: Readonly<
    Record<string, { readonly description?: string; readonly content?: Readonly<Record<string, unknown>> }>
  >;
  readonly summary?: string;
  readonly description?: string;
}

interface Document {
  readonly paths: Readonly<Record<string, Partial<Record<Method, OperationObject>>>>;
  readonly components: { readonly schemas: Readonly<Record<string, Schema>> };
}

/** One operation of the document, with what a test needs to call it. */
export interface Operation {
  readonly id: string;
  readonly method: Method;
  /** As in the document, e.g. /api/v1/staff/tickets/{id}. */
  readonly path: string;
  readonly audience: string | undefined;
  /** Names of the path parameters that are ids, in their order. */
  readonly idNames: readonly string[];
  /** Names of the query parameters that are ids. */
  readonly queryIds: readonly string[];
  readonly query: readonly string[];
  /** Values of the query parameter `sort`. */
  readonly sorts: readonly string[];
  /** Media type of the body. */
  readonly consumes: string | undefined;
  /** The answer stays open: only a test that closes it again may ask for it. */
  readonly endless: boolean;
  readonly summary: string | undefined;
  readonly description: string | undefined;
  readonly idempotent: boolean;
  /** Names of the body's fields that are ids. */
  readonly bodyIds: readonly string[];
  /** Of path, query and headers. */
  readonly parameters: readonly Parameter[];
  /** Of the body, without references. */
  readonly bodySchema: Schema | undefined;
  /** Codes of the failures that the document names. */
  readonly codes: readonly string[];
  /** What Swagger UI writes into the form of the body; absent: an example of every field. */
  readonly prefilledBody: unknown;
  /** Bodies that can be chosen there. */
  readonly bodyChoices: readonly unknown[];
  /** Statuses that the document names. */
  readonly statuses: readonly number[];
  /** A body that satisfies the schema. */
  exampleBody(everything?: boolean): Record<string, unknown>;
}

const METHODS: readonly Method[] = ['get', 'post', 'put', 'patch', 'delete'];

/** Every operation that the running program documents. */
export async function operationsOfDocument(): Promise<Operation[]> {
  const { body } = await Api.anonymous().request('get', '/openapi.json').expect(200);
  const { paths } = body as Document;
  return Object.entries(paths).flatMap(([path, item]) =>
    METHODS.flatMap((method) => {
      const operation = item[method];
      return operation ? [describe(body as Document, path, method, operation)] : [];
    }),
  );
}

/** Puts values in place of the path's parameters, in their order. */
export function fillPath(path: string, values: readonly string[]): string {
  const rest = [...values];
  return path.replace(/\{\w+\}/g, () => rest.shift() ?? 'missing');
}

function describe(document: Document, path: string, method: Method, operation: OperationObject): Operation {
  const parameters = operation.parameters ?? [];
  const [consumes, media] = Object.entries(operation.requestBody?.content ?? {})[0] ?? [];
  const schema = media && resolved(document, media.schema);
  const isId = (field: Schema): boolean => resolved(document, field).format === 'uuid';
  return {
    id: operation.operationId,
    method,
    path,
    audience: operation['x-audience'],
    idNames: parameters.filter((p) => p.in === 'path' && isId(p.schema)).map(({ name }) => name),
    queryIds: parameters.filter((p) => p.in === 'query' && isId(p.schema)).map(({ name }) => name),
    query: parameters.filter((p) => p.in === 'query').map(({ name }) => name),
    sorts: parameters.find(({ name }) => name === 'sort')?.schema.enum ?? [],
    consumes,
    endless: operation.responses['200']?.content?.['text/event-stream'] !== undefined,
    summary: operation.summary,
    description: operation.description,
    idempotent: parameters.some(({ name }) => name === 'Idempotency-Key'),
    bodyIds: Object.entries(schema?.properties ?? {})
      .filter(([, field]) => isId(field))
      .map(([name]) => name),
    parameters: parameters.map((p) => ({ ...p, schema: dereferenced(document, p.schema) })),
    bodySchema: media && dereferenced(document, media.schema),
    codes: Object.values(operation.responses).flatMap(({ description = '' }) =>
      Array.from(description.matchAll(/`([^`]+)`/g), ([, code = '']) => code),
    ),
    prefilledBody: Object.values(media?.examples ?? {})[0]?.value ?? media?.example,
    bodyChoices: Object.values(media?.examples ?? {}).map(({ value }) => value),
    statuses: Object.keys(operation.responses).map(Number),
    exampleBody: (everything = false) =>
      schema ? (exampleOf(document, schema, everything) as Record<string, unknown>) : {},
  };
}

function resolved(document: Document, schema: Schema): Schema {
  const { allOf, ...own } = schema;
  if (allOf?.[0]) return { ...resolved(document, allOf[0]), ...own };
  if (!schema.$ref) return schema;
  return resolved(document, document.components.schemas[schema.$ref.split('/').at(-1) ?? ''] ?? {});
}

/** With everything it refers to in place; schemas of inputs hold no circles. */
function dereferenced(document: Document, raw: Schema): Schema {
  const schema = resolved(document, raw);
  return {
    ...schema,
    ...(schema.items && { items: dereferenced(document, schema.items) }),
    ...(schema.properties && {
      properties: Object.fromEntries(
        Object.entries(schema.properties).map(([name, field]) => [name, dereferenced(document, field)]),
      ),
    }),
  };
}

function exampleOf(document: Document, raw: Schema, everything: boolean): unknown {
  const schema = resolved(document, raw);
  if (schema.properties) {
    const wanted = Object.keys(schema.properties).filter(
      (name) => everything || schema.required?.includes(name),
    );
    return Object.fromEntries(
      wanted.map((name) => [name, exampleOf(document, schema.properties?.[name] ?? {}, everything)]),
    );
  }
  if (schema.example !== undefined) return schema.example;
  if (schema.enum?.[0] !== undefined) return schema.enum[0];
  const type = typeof schema.type === 'string' ? schema.type : schema.type?.[0];
  switch (type) {
    case 'integer':
    case 'number':
      return schema.minimum ?? 1;
    case 'boolean':
      return true;
    case 'array':
      return schema.items ? [exampleOf(document, schema.items, everything)] : [];
    default:
      return exampleText(schema);
  }
}

function exampleText({ format, minLength = 1 }: Schema): string {
  switch (format) {
    case 'uuid':
      return '01900000-0000-7000-8000-000000000000';
    case 'email':
      return `somebody-${Math.random().toString(36).slice(2, 10)}@example.com`;
    case 'uri':
      return 'https://example.com/';
    case 'date-time':
      return '2026-01-01T00:00:00Z';
    default:
      return 'Text'.padEnd(minLength, 'x');
  }
}

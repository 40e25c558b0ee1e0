import createClient from 'openapi-fetch';
import type { Api } from './api';
import type { Operation, Parameter } from './operations';

/** What Swagger UI writes into the field of a parameter before anybody has typed; absent: nothing. */
export function prefilled({ example, schema, required }: Parameter): unknown {
  return example ?? schema.example ?? schema.default ?? (required ? schema.enum?.[0] : undefined);
}

/** The query that its button "Execute" sends when nobody has typed anything. */
export function prefilledQuery({ parameters }: Operation): string {
  const fields = parameters
    .filter(({ in: place }) => place === 'query')
    .map((parameter) => [parameter.name, prefilled(parameter)] as const)
    .filter(([, value]) => value !== undefined);
  return new URLSearchParams(fields.map(([name, value]) => [name, String(value)])).toString();
}

/** The parameters of the query that take several values. */
export function listsOf({ parameters }: Operation): Parameter[] {
  return parameters.filter(({ in: place, schema }) => place === 'query' && schema.type === 'array');
}

type AnyPath = Readonly<
  Record<string, { get: { responses: { 200: { content: { 'application/json': unknown } } } } }>
>;

/** A GET as a client sends it that goes by what the document says about lists in the query. */
export async function getByDocument(
  caller: Api,
  baseUrl: string,
  path: string,
  parameter: Parameter,
  values: readonly string[],
): Promise<{ status: number; url: string; body: unknown }> {
  // What a generator takes where the document is silent.
  const { style = 'form', explode = true } = parameter;
  const client = createClient<AnyPath>({
    baseUrl,
    headers: { authorization: `Bearer ${caller.accessToken}`, 'x-forwarded-for': caller.address },
    querySerializer: { array: { style: style as 'form', explode } },
  });
  const { data, error, response } = await client.GET(path, {
    params: { query: { [parameter.name]: values, limit: 100 } },
  } as never);
  return { status: response.status, url: response.url, body: response.ok ? data : error };
}

import fc from 'fast-check';
import { MULTIPART, multipart } from '../../support/forms';
import type { Operation, Parameter, Schema } from '../../support/operations';
import { hostileBody, hostileText, hostileValue } from './hostile';
import { valid, validObject, type Values } from './valid';

/** A request as data, so that a failing one can be printed and sent again. */
export interface FuzzRequest {
  readonly operation: Operation;
  /** With the query string. */
  readonly path: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body?: string | Buffer;
  /** Send the ETag of the record as it is now. */
  readonly wantsEtag: boolean;
  /** Whether it has a body where the document names none. */
  readonly hasOddBody: boolean;
  /** Names of the parameters and fields that are in it. */
  readonly carries: readonly string[];
}

/** What exists in the tenant that is fuzzed. */
export interface Known extends Values {
  readonly slug: string;
  chains(operation: Operation): readonly (readonly string[])[];
}

/** Requests to one operation: mostly well-formed with something wrong somewhere, sometimes right, sometimes nonsense. */
export function requestsTo(operation: Operation, known: Known): fc.Arbitrary<FuzzRequest> {
  return fc
    .record({
      path: pathOf(operation, known),
      query: queryOf(operation, known),
      headers: headersOf(operation),
      body: bodyOf(operation, known),
      wantsEtag: mostly(3, fc.constant(true), fc.constant(false)),
    })
    .map(({ path, query, headers, body, wantsEtag }) => ({
      operation,
      path: query.text ? `${path}?${query.text}` : path,
      headers: { ...headers, ...(body.type === undefined ? {} : { 'content-type': body.type }) },
      body: body.content,
      wantsEtag,
      hasOddBody: body.content !== undefined && !operation.consumes,
      carries: [...query.names, ...Object.keys(headers).map((name) => `header ${name}`), ...body.names],
    }));
}

function mostly<T>(weight: number, usual: fc.Arbitrary<T>, odd: fc.Arbitrary<T>): fc.Arbitrary<T> {
  return fc.oneof({ weight, arbitrary: usual }, { weight: 1, arbitrary: odd });
}

function pathOf(operation: Operation, known: Known): fc.Arbitrary<string> {
  const names = [...operation.path.matchAll(/\{(\w+)\}/g)].map(([, name]) => name ?? '');
  if (names.length === 0) return fc.constant(operation.path);
  const chains = known.chains(operation);
  const odd = fc.tuple(...names.map(() => hostileText.map(encodedSegment)));
  const existing =
    operation.idNames.length === names.length && chains.length > 0
      ? fc.constantFrom(...chains.map((chain) => [...chain]))
      : fc.constant(names.map(() => known.slug));
  return mostly(8, existing, odd).map((values) => {
    const rest = [...values];
    return operation.path.replace(/\{\w+\}/g, () => rest.shift() ?? 'x');
  });
}

/** Empty and dotted segments would be another path; those have a test of their own. */
function encodedSegment(text: string): string {
  const encoded = encodeURIComponent(wellFormed(text)).replaceAll('.', '%2E');
  return encoded.slice(0, 3_000) || '%20';
}

function queryOf(operation: Operation, known: Known): fc.Arbitrary<{ text: string; names: string[] }> {
  const declared = operation.parameters.filter((parameter) => parameter.in === 'query');
  const fields = Object.fromEntries(
    declared.map(({ name, schema }) => [name, mostly(5, valid(schema, known).map(asSent), hostileText)]),
  );
  const usual = fc.record(fields, { requiredKeys: [] });
  const odd = fc.dictionary(hostileText, hostileText, { maxKeys: 3 });
  return fc.tuple(usual, mostly(12, fc.constant({}), odd)).map(([known_, unknown]) => ({
    text: [...Object.entries(known_), ...Object.entries(unknown)].flatMap(pairs).join('&'),
    names: Object.keys(known_).map((name) => `query ${name}`),
  }));
}

/** Half a character cannot be written into a URL. */
function wellFormed(text: string): string {
  return text.replace(/\p{Cs}/gu, '\ufffd');
}

/** Lists as repeats of their name. */
function asSent(value: unknown): string | string[] {
  return Array.isArray(value) && value.length > 0 ? value.map(String) : String(value);
}

function pairs([name, value]: [string, unknown]): string[] {
  return Array.isArray(value) ? value.map((one) => pair([name, one])) : [pair([name, value])];
}

function pair([name, value]: [string, unknown]): string {
  const encode = (text: string): string => encodeURIComponent(wellFormed(text)).slice(0, 4_000);
  return `${encode(name)}=${encode(typeof value === 'string' ? value : JSON.stringify([value]))}`;
}

function headersOf({ parameters }: Operation): fc.Arbitrary<Record<string, string>> {
  const declared = parameters.filter((parameter: Parameter) => parameter.in === 'header');
  const latin = fc.string({ unit: 'grapheme-ascii', maxLength: 300 }).map((text) => text.trim());
  const fields = declared.map(({ name }): [string, fc.Arbitrary<string>] => [
    name.toLowerCase(),
    fc.oneof(fc.constantFrom('"1"', '"2"', '*', 'W/"1"', '"x"', '"99999999999999999999"', '1', '""'), latin),
  ]);
  const others: [string, fc.Arbitrary<string>][] = [
    ['accept-language', fc.oneof(fc.constantFrom('de', 'en', 'fr;q=0.9, en;q=x', '*', ',,,;q='), latin)],
    ['if-none-match', latin],
    ['range', fc.constantFrom('bytes=0-', 'bytes=5-1', 'bytes=a', 'bytes=0-0,2-3')],
    ['accept', fc.constantFrom('*/*', 'text/html', 'application/xml', 'nonsense')],
  ];
  return fc
    .record(Object.fromEntries([...fields, ...others]), { requiredKeys: [] })
    .map((headers) => headers as Record<string, string>);
}

interface Body {
  readonly type?: string;
  readonly content?: string | Buffer;
  readonly names: readonly string[];
}

function bodyOf(operation: Operation, known: Known): fc.Arbitrary<Body> {
  const nonsense = hostileBody.map(({ type, body }): Body => ({ type, content: body, names: [] }));
  const none = fc.constant<Body>({ names: [] });
  const { bodySchema, consumes } = operation;
  if (!bodySchema || !consumes) return operation.method === 'get' ? none : mostly(15, none, nonsense);
  return mostly(
    15,
    fieldsOf(bodySchema, known).map((fields) => written(consumes, fields)),
    nonsense,
  );
}

/** An object with a fault in at most a few places, so that faults deep inside are reached. */
function fieldsOf(schema: Schema, known: Known): fc.Arbitrary<Record<string, unknown>> {
  const right = validObject(schema, (_name, field) => valid(field, known));
  const names = Object.keys(schema.properties ?? {});
  if (names.length === 0) return right;
  const everything = validObject({ ...schema, required: names }, (_name, field) => valid(field, known));
  const fault = fc.tuple(fc.constantFrom(...names), faulty(schema, known));
  const faults = fc.array(fault, { minLength: 1, maxLength: 2 });
  const withFaults = fc.tuple(right, faults).map(([fields, wrong]) => {
    const changed = { ...fields };
    for (const [name, values] of wrong) {
      if (values[name] === MISSING) Reflect.deleteProperty(changed, name);
      else changed[name] = values[name];
    }
    return changed;
  });
  const unknown = fc
    .tuple(right, fc.dictionary(hostileText, hostileValue, { maxKeys: 2 }))
    .map(([fields, more]) => ({ ...fields, ...more }));
  return fc.oneof(
    { weight: 4, arbitrary: right },
    { weight: 4, arbitrary: everything },
    { weight: 5, arbitrary: withFaults },
    { weight: 1, arbitrary: unknown },
  );
}

const MISSING = Symbol('missing');

/** For each field something wrong: another type, nothing, or an object of the right form that is wrong inside. */
function faulty({ properties = {} }: Schema, known: Known): fc.Arbitrary<Record<string, unknown>> {
  const fields = Object.entries(properties).map(([name, field]) => {
    const inner = field.properties ? field : field.items?.properties ? field.items : undefined;
    const deep = inner && fieldsOf(inner, known).map((value) => (field.items ? [value] : value));
    const wrong = fc.oneof(hostileValue, fc.constant<unknown>(MISSING), ...(deep ? [deep, deep, deep] : []));
    return [name, wrong];
  });
  return fc.record(Object.fromEntries(fields) as Record<string, fc.Arbitrary<unknown>>);
}

function written(consumes: string, fields: Record<string, unknown>): Body {
  const names = Object.keys(fields).map((name) => `body ${name}`);
  switch (consumes) {
    case 'multipart/form-data':
      return { type: MULTIPART, content: Buffer.from(multipart(fields)), names };
    case 'application/x-www-form-urlencoded':
      return { type: consumes, content: Object.entries(fields).map(pair).join('&'), names };
    default:
      return { type: consumes, content: JSON.stringify(fields), names };
  }
}

import type { Operation, Schema } from '../../support/operations';

/** Bytes of a body that a stranger may send, and whoever is logged in. */
export const HEAVIEST = { PUBLIC: 16 * 1024, known: 1024 * 1024 } as const;
/** Node takes no more of a head than 16 KiB. */
const HEAVIEST_HEAD = 14_000;

/** JSON texts of at most so many bytes that cost more than others of the same size. */
const VALUES: Readonly<Record<string, (bytes: number) => string>> = {
  'many names': (bytes) => object(bytes, (i) => `"n${i}":1`),
  'many names that JavaScript has': (bytes) => object(bytes, (i) => `"__proto__${i}":{}`),
  'one name again and again': (bytes) => object(bytes, () => '"a":1'),
  'a long list': (bytes) => list(bytes, '1'),
  'a long list of objects': (bytes) => list(bytes, '{"a":1}'),
  'a long list of lists': (bytes) => list(bytes, '[[]]'),
  'as many values as are parsed': (bytes) => list(Math.min(bytes, 9_900 * 2), '1'),
  depth: (bytes) => '{"a":'.repeat(bytes / 6) + '1' + '}'.repeat(bytes / 6),
  'depth that is parsed': (bytes) => `${'['.repeat(15)}${list(Math.min(bytes, 9_000), '1')}${']'.repeat(15)}`,
  'a long text': (bytes) => text(bytes, 'x'),
  'a text of signs in two halves': (bytes) => text(bytes, '😀'),
  'a text of signs that are combined': (bytes) => text(bytes, 'a\u0301'),
  'a text that grows in capitals': (bytes) => text(bytes, 'ŉ'),
  'a text that grows when normalised': (bytes) => text(bytes, 'ﷺ'),
  'a text of blanks': (bytes) => text(bytes, ' '),
  'a text with blanks within': (bytes) => `"x${' '.repeat(bytes - 4)}x"`,
  'a placeholder of blanks': (bytes) => `"{{${' '.repeat(Math.min(bytes - 5, 4_900))}x"`,
  'a text of line ends': (bytes) => text(bytes, '\\n'),
  'an address of many parts': (bytes) => text(bytes, '@'),
  'an address of many labels': (bytes) => `"a@${'a.'.repeat((bytes - 8) / 2)}de"`,
  'a web address of many parts': (bytes) => `"https://${'a.'.repeat((bytes - 20) / 2)}de"`,
  'escapes that have to be read': (bytes) => `"${'\\u0041'.repeat((bytes - 2) / 6)}"`,
  'a long number': (bytes) => '9'.repeat(bytes),
  'a number with a long fraction': (bytes) => `0.${'3'.repeat(bytes - 2)}`,
};

export const KINDS = Object.keys(VALUES);

/** The value as the whole body, as an unknown field, in the first field and in every field at once. */
export function heavyBodies(operation: Operation, kind: string): string[] {
  const value = VALUES[kind]!;
  const most = (operation.audience === 'PUBLIC' ? HEAVIEST.PUBLIC : HEAVIEST.known) - 200;
  const names = Object.keys(operation.bodySchema?.properties ?? {});
  const share = Math.floor(most / Math.max(1, names.length)) - 100;
  return [
    value(most),
    `{"unknown":${value(most)}}`,
    `{${names.map((name) => `"${name}":${value(share)}`).join()}}`,
    ...nestedBodies(operation.bodySchema, value, most),
  ];
}

/** In the objects and lists of objects that the class has. */
function nestedBodies(schema: Schema | undefined, value: (bytes: number) => string, most: number): string[] {
  return Object.entries(schema?.properties ?? {}).flatMap(([name, field]) => {
    const inner = field.items?.properties ?? field.properties;
    if (!inner) return [];
    const names = Object.keys(inner);
    const full = names.map((key) => `"${key}":${value(Math.floor(most / names.length) - 100)}`).join();
    return [`{"${name}":${field.items ? `[{${full}}]` : `{${full}}`}}`, `{"${name}":[${value(most)}]}`];
  });
}

/** Heads of requests, as large as Node takes them. */
export const HEADS: Readonly<
  Record<string, (path: string) => { path: string; headers?: Record<string, string> }>
> = {
  'many parameters': (path) => ({ path: `${path}?${repeated((i) => `n${i}=1&`)}` }),
  'one parameter again and again': (path) => ({ path: `${path}?${'limit=1&'.repeat(HEAVIEST_HEAD / 8)}` }),
  'a long parameter': (path) => ({ path: `${path}?search=${'a'.repeat(HEAVIEST_HEAD)}` }),
  'a parameter of many parts': (path) => ({ path: `${path}?status=${'N,'.repeat(HEAVIEST_HEAD / 2)}` }),
  'escaped parameters': (path) => ({ path: `${path}?search=${'%C3%A9'.repeat(HEAVIEST_HEAD / 6)}` }),
  'many slashes': (path) => ({ path: `${path}${'/'.repeat(HEAVIEST_HEAD)}` }),
  'many languages': (path) => ({
    path,
    headers: { 'accept-language': 'de;q=0.1,'.repeat(HEAVIEST_HEAD / 9) },
  }),
  'many proxies': (path) => ({ path, headers: { 'x-forwarded-for': '10.0.0.1,'.repeat(HEAVIEST_HEAD / 9) } }),
  'many formats': (path) => ({ path, headers: { accept: 'text/x;q=0.1,'.repeat(HEAVIEST_HEAD / 13) } }),
  'a long content type': (path) => ({
    path,
    headers: { 'content-type': `a/b${';a=b'.repeat(HEAVIEST_HEAD / 4)}` },
  }),
  'a long token': (path) => ({
    path,
    headers: { authorization: `Bearer ${'a.'.repeat(HEAVIEST_HEAD / 2)}` },
  }),
  'a long key': (path) => ({ path, headers: { 'idempotency-key': 'k'.repeat(HEAVIEST_HEAD) } }),
};

function repeated(part: (i: number) => string): string {
  let text = '';
  for (let i = 0; text.length < HEAVIEST_HEAD; i++) text += part(i);
  return text;
}

function object(bytes: number, member: (i: number) => string): string {
  const members: string[] = [];
  for (let i = 0, size = 2; (size += member(i).length + 1) <= bytes; i++) members.push(member(i));
  return `{${members.join()}}`;
}

function list(bytes: number, entry: string): string {
  return `[${`${entry},`.repeat(Math.max(0, Math.floor((bytes - 2) / (entry.length + 1)) - 1))}${entry}]`;
}

function text(bytes: number, sign: string): string {
  return `"${sign.repeat(Math.floor((bytes - 2) / Buffer.byteLength(sign)))}"`;
}

/** Tables that cost more to read than others of the same size. */
export const TABLES: Readonly<Record<string, (bytes: number) => string>> = {
  blanks: (bytes) => ' '.repeat(bytes),
  'tab stops': (bytes) => '\t'.repeat(bytes),
  'line ends': (bytes) => '\n'.repeat(bytes),
  'old line ends': (bytes) => '\r'.repeat(bytes),
  semicolons: (bytes) => ';'.repeat(bytes),
  commas: (bytes) => ','.repeat(bytes),
  'quotation marks': (bytes) => '"'.repeat(bytes),
  'one name': (bytes) => 'x'.repeat(bytes),
  'two letters in turns': (bytes) => 'ä'.repeat(bytes / 2),
};

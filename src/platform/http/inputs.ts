const KINDS: Readonly<Record<string, 'request' | 'body' | 'query' | 'param'>> = {
  '0': 'request',
  '3': 'body',
  '4': 'query',
  '5': 'param',
};

/** What a handler takes from the request, as its parameter decorators say. */
export function inputsOf(controller: object, handler: string | symbol): ReadonlySet<string | undefined> {
  const args = (Reflect.getMetadata('__routeArguments__', controller, handler) ?? {}) as object;
  return new Set(Object.keys(args).map((name) => KINDS[name.split(':')[0] ?? '']));
}

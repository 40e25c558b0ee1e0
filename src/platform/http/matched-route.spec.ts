import { pathOf, routeKindOf } from './matched-route';

it.each([
  ['/api/v1/auth/me', 'interface'],
  ['/health/ready', 'machine'],
  ['/metrics', 'machine'],
  ['/openapi.json', 'machine'],
  ['/openapi-3.0.json', 'machine'],
  ['/docs', 'documentation'],
  ['/docs/*', 'documentation'],
  ['/password', 'page'],
  ['/', 'page'],
  ['/mailbox/messages/:id', 'page'],
  [undefined, 'none'],
])('the route %s is %s', (url, kind) => {
  expect(routeKindOf({ routeOptions: { url } } as never)).toBe(kind);
});

it.each([
  ['/api/v1/x?secret=1', '/api/v1/x'],
  ['http://evil.example/api/v1/x?y', '/api/v1/x'],
  ['HTTP://evil.example:80', '/'],
  ['http://evil.example?x', '/'],
  ['/x#y', '/x'],
  ['*', '*'],
])('the path of %s is %s', (target, path) => {
  expect(pathOf(target)).toBe(path);
});
